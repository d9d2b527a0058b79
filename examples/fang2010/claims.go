package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/sim/models"
)

// payoffs returns the payoff of every combination. For s = 1 the paper says that it is near 1,
// except at beta 0. This is checked from beta .1 on.
func (f *fang) payoffs() []study.Target {
	var all []study.Target
	for c := range f.Combinations(f.axes()...) {
		t := study.Target{
			Figure: "Payoff at the end, as a share of the most", What: c.Words(),
			Kind:      study.Silent,
			Simulated: f.measured.Estimate(f.model().String(), metrics.Score, study.End),
		}
		if f.s.Value() == 1 && f.beta.Value() >= .1 {
			t.Kind, t.Published, t.Tolerance = study.Near, 1, flat
		}
		all = append(all, t)
	}
	return all
}

// flat is the tolerance for a payoff "near 1" where s = 1. It is ours, as the paper states no
// number.
const flat = .03

// claim says that a metric is higher at one beta than at another.
type claim struct {
	metric    metrics.Metric
	s         int
	more      float64 // the beta at which the metric is higher
	less      float64 // the beta at which it is lower
	isolated  bool    // for isolated subgroups only
	shownOnly bool    // printed, but no target
}

// published are the paper's claims.
var published = []claim{
	{metric: metrics.Score, s: 5, more: .1, less: 0, isolated: true},
	{metric: metrics.Score, s: 5, more: .2, less: 0, isolated: true},
	{metric: metrics.Score, s: 5, more: .3, less: 0, isolated: true},
	{metric: metrics.Score, s: 5, more: .1, less: 1},
	{metric: metrics.Score, s: 5, more: .2, less: 1},
	{metric: metrics.Score, s: 5, more: .3, less: 1},
	{metric: metrics.Score, s: 5, more: 1, less: 0, isolated: true},
	{metric: metrics.Distinct, s: 5, more: 0, less: .05, isolated: true},
	{metric: metrics.Distinct, s: 5, more: .05, less: .1, isolated: true},
	{metric: metrics.Distinct, s: 5, more: .1, less: .2, isolated: true, shownOnly: true},
	{metric: metrics.Distinct, s: 5, more: .2, less: 1, isolated: true, shownOnly: true},
	{metric: metrics.Distinct, s: 5, more: 0, less: 1, isolated: true},
	{metric: metrics.Score, s: 1, more: 1, less: 0, isolated: true},
}

// claims returns the published claims of which both sides were run, for each value of the other
// parameters.
func (f *fang) claims() []study.Target {
	var all []study.Target
	for _, base := range f.base.All() {
		for _, c := range published {
			for _, a := range f.models {
				b := a
				b.Beta = c.less
				if a.Base.String() == base && c.of(a) && slices.Contains(f.models, b) {
					all = append(all, f.target(c, a, b))
				}
			}
		}
	}
	return all
}

// of reports whether the claim says that this organization's metric is the higher one.
func (c claim) of(m models.Fang2010) bool {
	return m.Beta == c.more && m.Block == c.s && (!c.isolated || m.Base == models.Isolated)
}

func (f *fang) target(c claim, a, b models.Fang2010) study.Target {
	return study.Target{
		Figure: fmt.Sprintf("Differences between betas, paired, s = %d", c.s), Kind: study.Above,
		What:      fmt.Sprintf("%v: %s, %v minus %v", a.Base, nameOf(c.metric), c.more, c.less),
		Simulated: f.measured.Difference(a.String(), b.String(), c.metric, study.End),
		Shown:     c.shownOnly,
	}
}

func nameOf(m metrics.Metric) string {
	if m.Name == metrics.Score.Name {
		return "payoff"
	}
	return m.Name
}
