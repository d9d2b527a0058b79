package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/sim/models"
)

// published is the share of successful communities of 10 people, by network. No number is sourced
// here for the wheel.
var published = map[string]float64{"complete": .89, "cycle": .97}

// tolerance is ours. It covers the rounding to two decimals, and that the paper does not say when a
// belief is certain enough.
const tolerance = .02

// targets returns all combinations, each beside its published number, if there is one.
func (z *zollman) targets() []study.Target {
	var all []study.Target
	for c := range z.Combinations(z.network, z.people) {
		t := study.Target{
			Figure: "Share of communities that succeed", What: c.Words(), Kind: study.Silent,
			Simulated: z.measured.Estimate(z.model().String(), success, study.End),
		}
		if p, ok := published[z.network.Value()]; ok && z.people.Value() == 10 {
			t.Kind, t.Published, t.Tolerance = study.Near, p, tolerance
		}
		all = append(all, t)
	}
	return all
}

// effects returns the paper's finding that fewer ties give more success. The paper gives numbers
// for 10 people on a cycle and on the complete network.
func (z *zollman) effects() []study.Target {
	var all []study.Target
	for range z.Combinations(z.people) {
		for _, pair := range [][2]string{{"cycle", "complete"}, {"wheel", "complete"},
			{"cycle", "wheel"}} {
			if z.compares(pair[0], pair[1]) {
				all = append(all, z.effect(pair[0], pair[1]))
			}
		}
	}
	return all
}

// compares reports whether both networks were run and differ. With 4 people the wheel is the
// complete network, and with 3 people all networks are.
func (z *zollman) compares(a, b string) bool {
	n := z.people.Value()
	return slices.Contains(z.network.All(), a) && slices.Contains(z.network.All(), b) &&
		(n > 4 || n == 4 && a == "cycle")
}

func (z *zollman) effect(more, less string) study.Target {
	a, b := z.model(), z.model()
	a.Network, b.Network = networks[more], networks[less]
	return study.Target{
		Figure: "Fewer ties, more success: paired differences", Kind: study.Above,
		Shown:     more != "cycle" || less != "complete" || z.people.Value() != 10,
		What:      fmt.Sprintf("%s minus %s, %d people", more, less, z.people.Value()),
		Simulated: z.measured.Difference(a.String(), b.String(), success, study.End),
	}
}

// figures draws success against the number of people.
func (z *zollman) figures() []study.Figure {
	return []study.Figure{{Name: "zollman2007", Panel: chart.Figure{
		Title: "Zollman (2007): finding out which method is better",
		Caption: fmt.Sprintf("Lines: simulated, %s runs a point. Hollow marks: published for 10 "+
			"people, 10,000 runs a point.",
			chart.Thousands(z.Replicates)),
		Rows: [][]chart.Panel{{z.curves()}},
	}}}
}

func (z *zollman) curves() chart.Panel {
	c := &chart.Curves{
		Title: "Share of communities that succeed",
		X:     chart.Axis{Label: "people", Ticks: study.Floats(z.people.All())},
		Y:     chart.Axis{Label: "share of runs"},
	}
	people := z.people.All()
	slices.Sort(people)
	for range z.Combinations(z.network) {
		s := chart.Series{Name: z.network.Value()}
		for _, n := range people {
			e := z.estimate(z.network.Value(), n)
			s.X, s.Y, s.Low, s.High = append(s.X, float64(n)), append(s.Y, e.Mean),
				append(s.Low, e.Low), append(s.High, e.High)
		}
		c.Series = append(c.Series, s)
		if p, ok := published[z.network.Value()]; ok && slices.Contains(people, 10) {
			c.Series = append(c.Series, chart.Series{X: []float64{10}, Y: []float64{p},
				Dashed: true})
		}
	}
	return c
}

// estimate returns the success on a network of so many people. If it has no interval, both ends are
// the mean.
func (z *zollman) estimate(name string, people int) stats.Estimate {
	e := z.measured.Estimate(models.Zollman2007{Network: networks[name], People: people}.String(),
		success, study.End)
	if !e.HasInterval() {
		e.Low, e.High = e.Mean, e.Mean
	}
	return e
}
