package main

import (
	"context"
	"fmt"
	"slices"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// changed is what changes do: the runs of each arm beside those without a change.
type changed struct {
	*asking
	*study.Measured
	ticks []int
	reach [][]reached // by arm, in the order of its ticks
}

// reached is how many people a change at a tick can have reached after 1, 2, ... cycles, of those
// over whom it is compared: see whatif.Reach.
type reached struct {
	tick   int
	counts []int
}

// learning is one of the two outcomes.
type learning struct {
	name, head string
	of         func(c *changed, a arm) metrics.Metric
}

// The outcomes: what people know, and what counts as knowledge where they sit.
var outcomes = []learning{
	{"social learning", "people's score", func(c *changed, a arm) metrics.Metric {
		return metrics.ScoreAmong(c.among(a))
	}},
	{"organizational learning", "norms' score", func(c *changed, a arm) metrics.Metric {
		name, people := c.among(a)
		return metrics.NormScoreAmong(name, people, c.firm.norms())
	}},
}

// among are the people over whom an arm is compared: all but those whom it omits.
func (c *changed) among(a arm) (name string, people []int) {
	for p := range c.firm.People() {
		if !slices.Contains(a.omitted, p) {
			people = append(people, p)
		}
	}
	if len(a.omitted) == 0 {
		return "all", people
	}
	return "the others: " + a.name, people
}

// compare answers what changes do: it sets arms beside the organization as it is.
func (p *asking) compare(ctx context.Context) (study.Report, error) {
	c := &changed{asking: p, ticks: p.ticksFrom(p.at)}
	var err error
	if c.Measured, err = p.Measure(ctx, p.scenarios, c.ticks, c.metrics()...); err != nil {
		return study.Report{}, err
	}
	if err := c.findReach(); err != nil {
		return study.Report{}, err
	}
	return c.report(), nil
}

// scenario is the organization with the changes of an arm.
func (a arm) scenario(base sim.Scenario, at int) sim.Scenario {
	s := whatif.Scenario(base, a.name, at, a.changes...)
	for _, l := range a.later {
		s = whatif.Scenario(s, a.name, l.Tick, l.Changes...)
	}
	return s
}

// ticksFrom are the ticks that are recorded: the first, about 50 others, and the last.
func (p *asking) ticksFrom(first int) (all []int) {
	last := p.conditions.Ticks
	for t := first; t < last; t += max(1, (last-first)/50) {
		all = append(all, t)
	}
	return append(all, last)
}

// metrics are all that is measured, each once.
func (c *changed) metrics() []metrics.Metric {
	all := []metrics.Metric{metrics.Score}
	named := map[string]bool{}
	for _, a := range c.arms {
		for _, o := range outcomes {
			if m := o.of(c, a); !named[m.Name] {
				named[m.Name] = true
				all = append(all, m)
			}
		}
	}
	return all
}

func (c *changed) findReach() error {
	m, err := c.firm.model(c.Seed)
	if err == nil {
		err = m.Step() // who comes at tick 0 is the one who goes
	}
	if err != nil {
		return err
	}
	for _, a := range c.arms {
		all, was := []reached(nil), m
		for _, at := range append([]whatif.At{{Tick: c.at, Changes: a.changes}}, a.later...) {
			is, err := whatif.Branch(was, at.Changes...)
			if err != nil {
				return err
			}
			all = append(all, reached{at.Tick, whatif.Reach(was, is, a.omitted...)})
			was = is
		}
		c.reach = append(c.reach, all)
	}
	return nil
}

// shown reports whether the difference of an arm is shown at a tick: each change of it until then
// can have reached five people or more. So nobody's simulated result is shown or can be worked out.
func (c *changed) shown(arm, tick int) bool {
	for i, r := range c.reach[arm] {
		cycles := tick - r.tick
		if cycles <= 0 {
			return i > 0
		}
		if r.counts[min(cycles, len(r.counts))-1] < orgflags.Smallest {
			return false
		}
	}
	return true
}

// shownTicks are the recorded ticks at which the difference of an arm is shown.
func (c *changed) shownTicks(arm int) (all []int) {
	for _, t := range c.ticks {
		if c.shown(arm, t) {
			all = append(all, t)
		}
	}
	return all
}

// less is by how much an outcome is higher with a change than without, paired by run.
func (c *changed) less(arm int, o learning, tick int, level float64) stats.Estimate {
	a := c.arms[arm]
	if !c.shown(arm, tick) {
		return stats.Estimate{Note: fmt.Sprintf("not shown: fewer than %d", orgflags.Smallest)}
	}
	m := o.of(c, a)
	e, err := stats.Paired(c.Values(a.name, m, tick), c.Values(asItIs, m, tick), level)
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// joint is the level at which the intervals of the table hold together at 95 % (Bonferroni).
func (c *changed) joint() float64 { return 1 - .05/float64(len(c.arms)*len(outcomes)) }

// writeRows makes the -csv file: a row for each change, outcome and tick that is shown.
func (c *changed) writeRows() {
	c.Columns("change", "outcome", "tick", "replicates", "difference", "se", "low", "high")
	for i, a := range c.arms {
		for _, o := range outcomes {
			for _, t := range c.shownTicks(i) {
				e := c.less(i, o, t, .95)
				c.Row(append([]string{a.name, o.name, study.Count(t), study.Count(e.N),
					study.Mean(e)}, limits(e)...)...)
			}
		}
	}
}

// limits are the columns of an interval; empty where there is none.
func limits(e stats.Estimate) []string {
	if !e.HasInterval() {
		return []string{"", "", ""}
	}
	return []string{study.SE(e), study.Number(e.Low), study.Number(e.High)}
}

// interval writes a difference for a table.
func interval(e stats.Estimate) string {
	switch {
	case e.N == 0:
		return e.Note
	case !e.HasInterval():
		return signed(e.Mean)
	}
	return fmt.Sprintf("%s [%s, %s]", signed(e.Mean), signed(e.Low), signed(e.High))
}

// signed writes a difference with four decimals, as a change of one thing does little.
func signed(v float64) string {
	if text := fmt.Sprintf("%+.4f", v); text[1:] != "0.0000" {
		return text
	}
	return "0"
}
