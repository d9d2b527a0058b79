package main

import (
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
)

const title = "One linear flow through a group, or the same flow in small units in parallel"

// arm is a row of the table.
type arm struct {
	flow
	name string
}

// further are what the table adds to the default combinations: shuffles and loops.
var further = []struct {
	name, shuffle string
	loops         int
}{
	{"dealt anew at phase ends", "phase", 1}, {"dealt anew every 10 ticks", "10", 1},
	{"4 loops, at phase ends", "phase", 4},
	{"4 loops, every 10 ticks", "10", 4},
}

// arms are the combinations, the one linear flow first. If no parameter was given there are more.
func (s *stream) arms() (all []arm) {
	for c := range s.Combinations(s.axes()...) {
		a := arm{s.model(), c.Words()}
		if !s.ParametersChanged() {
			a.name = nameOf(a.flow)
		}
		if a.one() {
			all = append([]arm{a}, all...)
		} else {
			all = append(all, a)
		}
	}
	if len(all) == 1 {
		all[0].name = nameOf(all[0].flow)
	}
	if s.ParametersChanged() {
		return all
	}
	small := all[1].flow
	for _, f := range further {
		a := arm{small, nameOf(small) + ", " + f.name}
		a.shuffle, a.loops = f.shuffle, f.loops
		all = append(all, a)
	}
	again := arm{all[0].flow, nameOf(all[0].flow) + ", 4 loops"}
	again.loops = 4
	return append(all, again)
}

// one reports whether the flow goes through one unit of all people.
func (f flow) one() bool { return f.size >= f.people }

func nameOf(f flow) string {
	if f.one() {
		return "one flow"
	}
	return fmt.Sprintf("units of %d", f.size)
}

func (s *stream) report(arms []arm) study.Report {
	c := s.contrasts(arms)
	return study.Report{
		Title: title, Table: c.Table(), Notes: append(idle(arms), c.Verdict(), match),
		Figures: s.figures(arms, c),
	}
}

// idle says which parameters that were given do nothing.
func idle(arms []arm) []string {
	for _, a := range arms {
		if a.led > 0 && a.leaders == "none" {
			return []string{"Where -leaders is none, -led changes nothing: there is nobody to " +
				"heed."}
		}
	}
	return nil
}

const match = "Match: with equal -ticks, -stages and -block each dimension is open for the same " +
	"ticks (within one a loop) in all arms by the clock; with -pace free it is not. In every " +
	"tick everybody says all that he believes in one unit and heeds that unit, and nobody tries " +
	"anything alone. Arms share people, reality, first beliefs and chance. They differ in how " +
	"many a person hears, in the number of norms, and in what is arranged from outside; the " +
	"table shows the first as insularity (share of the others never heard) and the last as " +
	"interventions a tick (seats moved, leaders appointed, phases begun by decree)."

// contrasts set every arm beside the first.
func (s *stream) contrasts(arms []arm) study.Contrasts {
	c := study.Contrasts{
		Measured: s.measured, Metric: metrics.Score, Short: "payoff",
		What: "Payoff at the end (share of blocks that are right, mean over people)",
		Others: []study.Column{
			{Head: "insular", Of: func(scenario string) string {
				return program.Decimal(s.measured.Estimate(scenario, insularity, study.End).Mean)
			}},
			{Head: "interv.", Of: func(scenario string) string {
				return fmt.Sprintf("%.2f",
					s.measured.Estimate(scenario, interventions, study.End).Mean)
			}},
		},
	}
	for _, a := range arms {
		c.Arms = append(c.Arms, study.Arm{Scenario: a.String(), Name: a.name})
	}
	return c
}
