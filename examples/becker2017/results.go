package main

import (
	"fmt"
	"math"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim/models"
)

var networks = map[string]models.CrowdNetwork{"decentralized": models.Decentralized,
	"centralized": models.Centralized, "solo": models.Solo}

// crowd is what the paper reports of people.
type crowd struct {
	trials           int
	change, improved float64
}

var published = map[string]crowd{
	"decentralized": {59, -.095, .68},
	"centralized":   {59, -.037, .51},
	"solo":          {34, -.007, .47},
}

// measuredCorrelation is the correlation that was measured in trials of the paper's data.
const measuredCorrelation = .1

// of returns one of the results.
func (c crowd) of(m metrics.Metric) float64 {
	if m.Name == improved.Name {
		return c.improved
	}
	return c.change
}

// interval returns the ends, in per cent, of the 95 % interval of the share of groups whose mean
// improved. The paper gives whole per cents, from which the number of groups is restored.
func (c crowd) interval() string {
	all := make([]float64, c.trials)
	for i := range int(math.Round(c.improved * float64(c.trials))) {
		all[i] = 1
	}
	e := stats.Bounded(all, 0, 1, .95)
	return fmt.Sprintf("%.0f to %.0f", 100*e.Low, 100*e.High)
}

// besidePeople returns every combination's results, each beside that of people.
func (b *becker) besidePeople() []study.Target {
	var all []study.Target
	for i, m := range []metrics.Metric{change, improved} {
		for c := range b.Combinations(b.axes()...) {
			all = append(all, study.Target{
				Figure: []string{"Change of the median's error, in standard deviations of first " +
					"estimates", "Share of groups whose mean improved"}[i],
				What: c.Words(), Kind: study.Beside, Published: published[b.network.Value()].of(m),
				Simulated: b.estimate(b.network.Value(), m),
			})
		}
	}
	return all
}

// claims returns the paper's claims of order at each combination of conditions, if all networks
// were run.
func (b *becker) claims() []study.Target {
	if len(b.network.All()) < len(networks) {
		return nil
	}
	var all []study.Target
	for c := range b.Combinations(b.axes()[1:]...) {
		claim := func(what string, simulated stats.Estimate, above float64) {
			all = append(all, study.Target{
				Figure: "Claims of order, " + c.Words(), What: what, Kind: study.Above,
				Published: above, Simulated: simulated, Shown: !b.baseline(),
			})
		}
		claim("change: solo less decentralized", b.less("solo", "decentralized", change), 0)
		claim("change: solo less centralized", b.less("solo", "centralized", change), 0)
		claim("change: centralized less decentralized",
			b.less("centralized", "decentralized", change), 0)
		claim("improved: decentralized", stats.TInterval(b.values("decentralized", improved), .99),
			.5)
		claim("improved: decentralized less centralized",
			b.less("decentralized", "centralized", improved), 0)
	}
	return all
}

// baseline reports whether the combination has the conditions at which claims are targets.
func (b *becker) baseline() bool {
	m := b.model("solo")
	return m.String() == (models.Becker2017{Network: m.Network}).String() &&
		b.correlation.Value() == measuredCorrelation
}

func (b *becker) values(network string, m metrics.Metric) []float64 {
	return b.measured.Values(b.model(network).String(), m, study.End)
}

func (b *becker) estimate(network string, m metrics.Metric) stats.Estimate {
	return b.measured.Estimate(b.model(network).String(), m, study.End)
}

// less returns the paired difference of the combination between two networks.
func (b *becker) less(network, other string, m metrics.Metric) stats.Estimate {
	return b.measured.Difference(b.model(network).String(), b.model(other).String(), m, study.End)
}

func (b *becker) writeRows() {
	b.Columns("network", "correlation", "spread", "below", "people", "replicates", "change_mean",
		"change_se", "improved_mean", "improved_se")
	for c := range b.Combinations(b.axes()...) {
		moved := b.estimate(b.network.Value(), change)
		share := b.estimate(b.network.Value(), improved)
		b.Row(slices.Concat(c.Fields(), []string{study.Count(b.Replicates), study.Mean(moved),
			study.SE(moved), study.Mean(share), study.SE(share)})...)
	}
}
