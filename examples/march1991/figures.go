package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// figure is one of the paper's figures.
type figure struct {
	number int
	about  string
	x      string
	points []point
}

func figures(m models.March1991) []figure {
	return []figure{
		{
			number: 1,
			about:  "code knowledge at equilibrium",
			x:      "p1, rate at which people learn",
			points: figure1(m),
		},
		{
			number: 2,
			about: "code knowledge at equilibrium, p2 = .5, " +
				"some people at .9 and the others at .1",
			x:      "mean p1",
			points: figure2(m),
		},
		{
			number: 3,
			about:  "knowledge in period 20, p2 = .5",
			x:      "share of people who learn at .9 (the others at .1)",
			points: figure3(m),
		},
		{
			number: 4,
			about:  "code knowledge in period 20, p2 = .5",
			x:      "p3, turnover",
			points: figure4(m),
		},
		{number: 5, about: "code knowledge, p4 = .02, p1 = p2 = .5", x: "period",
			points: figure5(m)},
	}
}

// reportFigures runs the organizations of Figures 2 to 5, for each reading and size. It reports all
// five figures; rows are the measurements of Figure 1.
func (m *march) reportFigures(ctx context.Context, rows *study.Measured) error {
	r := study.Report{Title: paper, Notes: []string{
		"Published: read off the paper's figures (80 runs), and for Figure 1 also means of the " +
			"original reading: over 2,000 runs, and at p2 = .5 over the 10,000 of a replication " +
			"(Mac13kW/March_1991_Original).",
	}}
	axes := m.figureAxes()
	several := len(m.reading.All())*len(m.people.All())*
		len(m.dimensions.All())*len(m.period20.All()) > 1
	for c := range m.Combinations(axes...) {
		all := m.figures()
		measured, err := m.measureFigures(ctx, all[1:])
		if err != nil {
			return err
		}
		measured = append([]*study.Measured{rows}, measured...)
		name, title := "march1991", ""
		if several {
			name, title = "march1991 "+c.Label(), ", "+c.Label()
		}
		var panels []chart.Panel
		for i, f := range all {
			r.Targets = append(r.Targets, f.targets(measured[i], title)...)
			panels = append(panels, f.panel(measured[i]))
		}
		r.Figures = append(r.Figures, study.Figure{Name: name, Panel: m.page(panels, title)})
	}
	return m.Finish(r)
}

// figureAxes returns the parameters of which each combination has its own figures.
func (m *march) figureAxes() []study.Axis {
	return []study.Axis{m.reading, m.people, m.dimensions, m.period20}
}

// figures returns the figures of the combination.
func (m *march) figures() []figure {
	base := m.base()
	base.Periods = m.period20.Value()
	return figures(base)
}

// figureScenarios returns the organizations of Figures 2 to 5.
func (m *march) figureScenarios() []sim.Scenario {
	var scenarios []sim.Scenario
	for range m.Combinations(m.figureAxes()...) {
		for _, f := range m.figures()[1:] {
			for _, p := range f.points {
				scenarios = append(scenarios, p.Model.Scenario())
			}
		}
	}
	return scenarios
}

// measureFigures runs the organizations of each figure, each organization once.
func (m *march) measureFigures(ctx context.Context, all []figure) ([]*study.Measured, error) {
	var measured []*study.Measured
	for _, f := range all {
		var scenarios []sim.Scenario
		var ticks []int
		known, asked := map[string]bool{}, map[int]bool{}
		for _, p := range f.points {
			if name := p.Model.String(); !known[name] {
				known[name] = true
				scenarios = append(scenarios, p.Model.Scenario())
			}
			if !asked[p.Tick] {
				asked[p.Tick] = true
				ticks = append(ticks, p.Tick)
			}
		}
		one, err := m.Measure(ctx, scenarios, ticks, metrics.NormScore, metrics.Score)
		if err != nil {
			return nil, err
		}
		measured = append(measured, one)
	}
	return measured, nil
}

func simulated(measured *study.Measured, p point) stats.Estimate {
	return measured.Estimate(p.Model.String(), metric(p.Individual), p.Tick)
}

// targets returns the published points of a figure, each beside the simulated number.
func (f figure) targets(measured *study.Measured, of string) []study.Target {
	var paper, means []study.Target
	for _, p := range f.points {
		t := study.Target{
			Figure:    fmt.Sprintf("Figure %d%s: %s", f.number, of, f.about),
			What:      fmt.Sprintf("%s, %s = %v", p.Curve, f.short(), p.X),
			Published: p.Paper, Tolerance: paperTolerance, Simulated: simulated(measured, p),
		}
		if p.Paper != 0 {
			paper = append(paper, t)
		}
		if p.Mean.Value != 0 {
			t.Figure += "; means of " + p.Mean.Runs + " runs"
			t.Published, t.Tolerance = p.Mean.Value, p.Mean.Tolerance
			means = append(means, t)
		}
	}
	slices.SortStableFunc(means, func(a, b study.Target) int { // a heading for each kind
		return cmp.Compare(b.Figure, a.Figure)
	})
	return append(paper, means...)
}

// short returns the name of the horizontal axis in a row of the table.
func (f figure) short() string {
	return []string{"p1", "mean p1", "share", "p3", "period"}[f.number-1]
}

// panel draws a figure with the published points on it.
func (f figure) panel(measured *study.Measured) chart.Panel {
	c := &chart.Curves{
		Title: fmt.Sprintf("Figure %d: %s", f.number, f.about), X: chart.Axis{Label: f.x},
		Y: chart.Axis{Label: "knowledge", From: 0, To: 1.02},
	}
	if f.number == 5 { // where the world changes, knowledge may be worse than none
		c.Y = chart.Axis{Label: "knowledge", Zero: true}
	}
	for i, first := 0, 0; i < len(f.points); first = i {
		line := chart.Series{Name: f.points[i].Curve}
		for ; i < len(f.points) && f.points[i].Curve == line.Name; i++ {
			e := simulated(measured, f.points[i])
			line.X, line.Y = append(line.X, f.points[i].X), append(line.Y, e.Mean)
			line.Low, line.High = append(line.Low, e.Low), append(line.High, e.High)
		}
		c.Series = append(append(c.Series, line), published(f.points[first:i])...)
	}
	return c
}

// published returns the published points of a curve. Each point is its own series, because a line
// through so few points would suggest values that nobody published.
func published(curve []point) []chart.Series {
	var all []chart.Series
	for _, p := range curve {
		if p.Paper != 0 {
			all = append(all, chart.Series{X: []float64{p.X}, Y: []float64{p.Paper}, Dashed: true})
		}
	}
	return all
}

// page arranges the five figures.
func (m *march) page(panels []chart.Panel, of string) chart.Panel {
	return chart.Figure{
		Title: "March (1991), Figures 1 to 5" + of,
		Caption: fmt.Sprintf("Lines: simulated, %s runs a point. Hollow marks: read off the "+
			"paper's figures, 80 runs a point.",
			chart.Thousands(m.Replicates)),
		Rows: [][]chart.Panel{{panels[0], panels[1]}, {panels[2], panels[3]}, {panels[4], nil}},
	}
}
