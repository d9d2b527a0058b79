package main

import (
	"fmt"
	"strconv"
	"strings"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// organization is one combination of the parameters.
type organization struct {
	shares, structure, respondent string
	load, every                   int
	absorb, reuse, turnover       float64
	leave, ticks                  int
}

// String names the organization.
func (o organization) String() string {
	return fmt.Sprintf("%s %s %s load %d every %d rates %v %v leave %v at %d of %d", o.shares,
		o.structure, o.respondent, o.load, o.every, o.absorb, o.reuse, o.turnover, o.leave, o.ticks)
}

// structures are the values of -structure.
var structures = []string{"communities", "hierarchy", "isolated"}

// respondents are the values of -respondent.
var respondents = []string{"draw", "standing"}

// scenario is one of the setups in which people do one thing a tick, try changes by themselves, and
// some leave at one tick.
func (o organization) scenario() sim.Scenario {
	on := setups.Default()
	on.Absorb, on.Ticks = o.absorb, o.ticks
	s := setups.Communities{On: &on}.Scenario()
	switch o.structure {
	case "hierarchy":
		s = setups.Hierarchy{On: &on}.Scenario()
	case "isolated":
		s = setups.Isolated{On: &on}.Scenario()
	}
	s.Name, s.Ledger = o.String(), true
	s.Experience, s.Activity = agents.Flip{}, mustParse(o.shares)
	s.Events = []sim.Event{leaving{At: o.leave, Share: o.turnover}}
	c := &s.Channels[0]
	c.Every, c.Load, c.Reuse = o.every, o.load, agents.Fill{Rate: o.reuse}
	c.Ask = practice.Respondent{}
	if o.respondent == "standing" {
		c.Ask = practice.Respondent{By: practice.ByStanding}
	}
	return s
}

// leaving replaces each person at one tick, with probability Share, by a newcomer.
type leaving struct {
	At    int
	Share float64
}

// Happen implements sim.Event.
func (e leaving) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() == e.At {
		sim.Turnover{Rate: e.Share}.Happen(m, s)
	}
}

// Name implements sim.Named.
func (leaving) Name() string { return "leaving" }

// Off implements sim.Switched.
func (e leaving) Off() bool { return e.Share == 0 }

// parse reads sixteenths of gathering, asking, creating and doing nothing: "8-4-4-0".
func parse(text string) (practice.Shares, error) {
	var shares [4]int
	parts, sum := strings.Split(text, "-"), 0
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || len(parts) != len(shares) || n < 0 || n > 16 {
			return practice.Shares{}, fmt.Errorf("%q is no shares, want four numbers of 0 to 16 "+
				"like 8-4-4-0", text)
		}
		shares[i] = n
		sum += n
	}
	if sum != 16 {
		return practice.Shares{}, fmt.Errorf("the shares %s sum to %d, want 16", text, sum)
	}
	return practice.Shares{Ask: shares[1], Create: shares[2], Idle: shares[3]}, nil
}

// mustParse is parse for what was checked.
func mustParse(text string) practice.Shares {
	shares, err := parse(text)
	if err != nil {
		panic(err)
	}
	return shares
}

// newcomers is the score of those who came when others left.
var newcomers = metrics.Metric{
	Name: "score of newcomers", Unit: metrics.Score.Unit, Of: func(m *sim.Model) float64 {
		sum, n := 0, 0
		for p := range m.People() {
			if m.Joined(p) > 0 {
				sum += int(m.Landscape().Score(m.Beliefs(p)))
				n++
			}
		}
		return float64(sum) / float64(n) / float64(m.Landscape().Max())
	},
}
