package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics/chart"
	"orglearn/sim/models"
)

// published is a cell of Table 2: the number of regions on a grid of 10 by 10.
type published struct {
	regions, tolerance float64
	stated             bool // true: a target; false: only shown
}

var table2 = map[models.Axelrod1997]published{
	{Features: 5, Traits: 5, Side: 10}:   {1, .2, false},
	{Features: 5, Traits: 10, Side: 10}:  {3.2, 1.6, false},
	{Features: 5, Traits: 15, Side: 10}:  {20, 3, true},
	{Features: 10, Traits: 5, Side: 10}:  {1, .2, false},
	{Features: 10, Traits: 10, Side: 10}: {1, .2, false},
	{Features: 10, Traits: 15, Side: 10}: {1.4, .4, true},
	{Features: 15, Traits: 5, Side: 10}:  {1, .2, false},
	{Features: 15, Traits: 10, Side: 10}: {1, .2, false},
	{Features: 15, Traits: 15, Side: 10}: {1.2, .3, false},
}

// targets returns all combinations, each beside its published number, if there is one.
func (a *axelrod) targets() []study.Target {
	var all []study.Target
	for c := range a.Combinations(a.features, a.traits, a.side) {
		t := study.Target{
			Figure: "Table 2: regions in the end", What: c.Words(), Kind: study.Silent,
			Simulated: a.measured.Estimate(a.model().String(), regions, study.End),
		}
		if p, ok := table2[a.model()]; ok {
			t.Kind, t.Published, t.Tolerance, t.Shown = study.Near, p.regions, p.tolerance,
				!p.stated
		}
		all = append(all, t)
	}
	return all
}

// figures draws regions against traits. It draws nothing if there is only one number of traits, or
// if there are too many lines.
func (a *axelrod) figures() []study.Figure {
	if len(a.traits.All()) < 2 || len(a.features.All())*len(a.side.All()) > chart.Colors {
		return nil
	}
	c := &chart.Curves{
		Title: "Regions of one culture in the end",
		X: chart.Axis{Label: "traits that a feature may have",
			Ticks: study.Floats(a.traits.All())},
		Y: chart.Axis{Label: "regions", Zero: true},
	}
	for line := range a.Combinations(a.features, a.side) {
		c.Series = append(c.Series, a.line(line.Words())...)
	}
	return []study.Figure{{Name: "axelrod1997", Panel: chart.Figure{
		Title: "Axelrod (1997): the dissemination of culture",
		Caption: fmt.Sprintf("Lines: simulated, %s runs a point. Hollow marks: published, some "+
			"ten runs a point.", chart.Thousands(a.Replicates)),
		Rows: [][]chart.Panel{{c}},
	}}}
}

// line returns the curve of regions against traits, for the combination's features and side. It
// also returns the published points, each as its own series.
func (a *axelrod) line(name string) []chart.Series {
	traits := a.traits.All()
	slices.Sort(traits)
	s := chart.Series{Name: name}
	var points []chart.Series
	for _, q := range traits {
		m := models.Axelrod1997{Features: a.features.Value(), Traits: q, Side: a.side.Value()}
		e := a.measured.Estimate(m.String(), regions, study.End)
		if !e.HasInterval() {
			e.Low, e.High = e.Mean, e.Mean
		}
		s.X, s.Y, s.Low, s.High = append(s.X, float64(q)), append(s.Y, e.Mean),
			append(s.Low, e.Low), append(s.High, e.High)
		if p, ok := table2[m]; ok {
			points = append(points, chart.Series{X: []float64{float64(q)}, Y: []float64{p.regions},
				Dashed: true})
		}
	}
	return append([]chart.Series{s}, points...)
}
