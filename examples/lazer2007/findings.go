package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
)

// The periods at which the findings are checked. earlySimple is for the simple problem (K = 0).
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

// asInThePaper reports whether no flag changes a parameter.
func (l *lazer) asInThePaper() bool { return !l.ParametersChanged() }

// simple returns the name of the same scenario on the simple problem, with K = 0.
func simple(name string) string { return name + ", simple" }

// findings returns the paper's findings. A finding is left out if another landscape or number of
// people was run, or if one of its two networks was not run.
func (l *lazer) findings(measured *study.Measured) []study.Target {
	var all []study.Target
	for c := range l.Combinations(l.axes()...) {
		other := l.network.Value()
		if other == "complete" || other == "isolated" || l.n.Value() != 20 || l.k.Value() != 5 ||
			l.people.Value() != 100 {
			continue
		}
		complete, ok := l.counterpart()
		if !ok {
			continue
		}
		add := func(a, b string, less string, tick int) {
			if tick <= l.last() {
				all = append(all, study.Target{
					Figure: "Performance, N = 20, K = 5: ahead early, behind late",
					What:   fmt.Sprintf("%s, period %d", less, tick), Kind: study.Above,
					Simulated: measured.Difference(a, b, metrics.Performance, tick),
				})
			}
		}
		add(complete, c.Name(), "complete minus "+other, early)
		if other == "line" {
			add(c.Name(), complete, "line minus complete", tens)
		}
		add(c.Name(), complete, other+" minus complete", late)
	}
	return append(all, l.simpleFindings(measured)...)
}

// counterpart returns the name of the same combination on the complete network. It is not ok if the
// complete network was not run.
func (l *lazer) counterpart() (name string, ok bool) {
	return fmt.Sprintf("network=complete n=%d k=%d people=%d", l.n.Value(), l.k.Value(),
			l.people.Value()),
		slices.Contains(l.network.All(), "complete")
}

// nearOne is the tolerance for reaching 1 with K = 0. Of the people without contacts, about 1 in
// 3,000 still has a wrong belief after 200 periods.
const nearOne = .001

// simpleFindings returns the findings for K = 0: all networks reach 1, and the complete one is
// first.
func (l *lazer) simpleFindings(measured *study.Measured) []study.Target {
	if !l.asInThePaper() {
		return nil
	}
	var reach, first []study.Target
	for c := range l.Combinations(l.axes()...) {
		complete, _ := l.counterpart()
		t := study.Target{Figure: "Performance, N = 20, K = 0: all reach 1, the complete network " +
			"first", What: fmt.Sprintf("%s, period %d", l.network.Value(), late)}
		t.Published, t.Tolerance, t.Simulated = 1, nearOne, measured.Estimate(simple(c.Name()),
			metrics.Performance, late)
		reach = append(reach, t)
		if l.network.Value() != "complete" {
			t.What, t.Kind, t.Published = fmt.Sprintf("complete minus %s, period %d",
				l.network.Value(), earlySimple), study.Above, 0
			t.Simulated = measured.Difference(simple(complete), simple(c.Name()),
				metrics.Performance, earlySimple)
			first = append(first, t)
		}
	}
	return append(reach, first...)
}
