package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
)

// The periods at which the paper's findings are looked at: early, within the first tens, and late;
// and early on the simple problem.
const (
	early       = 5
	tens        = 40
	late        = 200
	earlySimple = 10
)

func (l *lazer) findingTicks() []int {
	return slices.DeleteFunc([]int{early, tens, late, earlySimple}, func(t int) bool {
		return t > l.last()
	})
}

// asInThePaper reports whether nothing was changed that is simulated.
func (l *lazer) asInThePaper() bool { return !l.ParametersChanged() }

// simple is the name of a scenario's companion on the simple problem, with K = 0.
func simple(name string) string { return name + ", simple" }

// findings are the paper's, where the landscape and the people are the paper's and both networks
// are there.
func (l *lazer) findings(measured *study.Measured) []study.Target {
	var all []study.Target
	for c := range l.Combinations(l.axes()...) {
		other := l.network.Value()
		if other == "complete" || other == "isolated" || l.n.Value() != 20 || l.k.Value() != 5 ||
			l.people.Value() != 100 {
			continue
		}
		complete, there := l.counterpart()
		if !there {
			continue
		}
		add := func(a, b string, less string, tick int) {
			if tick <= l.last() {
				all = append(all, study.Target{
					Figure: "N = 20, K = 5: ahead early, behind late",
					What:   fmt.Sprintf("%s, period %d", less, tick), Kind: study.Above,
					Simulated: measured.Difference(a, b, metrics.Performance, tick),
				})
			}
		}
		add(complete, c.Name(), "complete less "+other, early)
		if other == "line" {
			add(c.Name(), complete, "line less complete", tens)
		}
		add(c.Name(), complete, other+" less complete", late)
	}
	return append(all, l.simpleFindings(measured)...)
}

// counterpart is the name of the combination with the complete network in place of its own.
func (l *lazer) counterpart() (name string, there bool) {
	return fmt.Sprintf("network=complete n=%d k=%d people=%d", l.n.Value(), l.k.Value(),
			l.people.Value()),
		slices.Contains(l.network.All(), "complete")
}

// nearOne is within what all reach 1 with K = 0: of those who are tied to nobody some 1 in 3,000
// has a belief left to turn after 200 periods.
const nearOne = .001

// simpleFindings are those with K = 0: all reach 1, and the complete network is first.
func (l *lazer) simpleFindings(measured *study.Measured) []study.Target {
	if !l.asInThePaper() {
		return nil
	}
	var reach, first []study.Target
	for c := range l.Combinations(l.axes()...) {
		complete, _ := l.counterpart()
		t := study.Target{Figure: "N = 20, K = 0: all reach 1, the complete network first",
			What: fmt.Sprintf("%s, period %d", l.network.Value(), late)}
		t.Published, t.Tolerance, t.Simulated = 1, nearOne, measured.Estimate(simple(c.Name()),
			metrics.Performance, late)
		reach = append(reach, t)
		if l.network.Value() != "complete" {
			t.What, t.Kind, t.Published = fmt.Sprintf("complete less %s, period %d",
				l.network.Value(), earlySimple), study.Above, 0
			t.Simulated = measured.Difference(simple(complete), simple(c.Name()),
				metrics.Performance, earlySimple)
			first = append(first, t)
		}
	}
	return append(reach, first...)
}
