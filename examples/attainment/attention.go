package main

import (
	"fmt"
	"math"
	"strings"

	"orglearn/agents/practice"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/setups"
)

// rankings are the values of -rank: by what a unit ranks what it attends to.
var rankings = []string{"drawn", "disagreement", "manager", "vote", "loss"}

// byRank are the rankings by name.
var byRank = map[string]agenda.Ranking{
	"drawn": agenda.Drawn, "disagreement": agenda.Disagreement, "manager": agenda.Manager,
	"vote": agenda.Ballot, "loss": agenda.Loss,
}

// guides are the values of -guided: whether units look where the ranking says.
var guides = []string{"no", "yes"}

// attention is what the units of an organization attend to.
type attention struct {
	open, look, work int
	talk, contest    float64
	rank, guided     string
}

// on reports whether units keep an agenda.
func (x attention) on() bool { return x.open > 0 || x.look > 0 || x.contest > 0 }

// into gives the units of a scenario an agenda. Managers are drawn where they rank.
func (x attention) into(s *sim.Scenario, block int) {
	if !x.on() {
		return
	}
	c := &s.Channels[0]
	if x.rank == "manager" {
		c.Structure = network.Led{Of: c.Structure}
	}
	c.Agenda = practice.Attend{Open: x.open, Block: block, Talk: x.talk}
	s.Events = append(s.Events, agenda.Attention{Channel: setups.Channel, Look: x.look,
		Contest: x.contest, Work: x.work, Guided: x.guided == guides[1], By: byRank[x.rank]})
}

// attended are the measures of attention, with their columns.
var attended = []struct {
	column string
	metric metrics.Metric
}{
	{"lag_mean", whereKept(metrics.AttentionLag(setups.Channel))},
	{"wasted_mean", whereKept(metrics.AttentionWasted(setups.Channel))},
	{"kept_mean", whereKept(metrics.SolutionsKept(setups.Channel))},
	{"agenda_mean", whereKept(metrics.OnAgenda(setups.Channel))},
}

// whereKept is a metric that is missing in an organization without an agenda, and no error.
func whereKept(m metrics.Metric) metrics.Metric {
	m.Fits = nil
	return atEnd(m)
}

// attends says what came of attention in each arm that has an agenda, if units look or work.
func (a *attainment) attends() []string {
	var parts []string
	for i, x := range a.arms {
		if x.look == 0 && x.work == 0 {
			continue
		}
		var v [4]string
		for k, m := range attended {
			v[k] = "none"
			if e := a.end(x, m.metric); e.N > 0 && !math.IsNaN(e.Mean) {
				v[k] = program.Decimal(e.Mean)
			}
		}
		parts = append(parts, fmt.Sprintf("%s: lag %s, wasted %s, kept %s, on the agenda %s",
			a.short(i), v[0], v[1], v[2], v[3]))
	}
	if parts == nil {
		return nil
	}
	return []string{"Attention: ticks until a change is noticed (lag), looks at what has not " +
		"changed (wasted), solutions kept of those tried, issues of a unit. " +
		strings.Join(parts, "; ") + ". All rankings look equally often, and try where they " +
		"have found something. A solution is a trial more than units without work have, and " +
		"is kept if the norm then stands higher in what is seen of merit. Loss is seen as far " +
		"as merit is."}
}
