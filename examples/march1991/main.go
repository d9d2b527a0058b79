// March1991 runs the model of March (1991), exploration and exploitation in organizational
// learning. It compares its results with the paper's Figures 1 to 5.
//
//	go run ./examples/march1991
//	go run ./examples/march1991 -reading original,text -replicates 400
//	go run ./examples/march1991 -p1 .1,.5,.9 -p2 .9 -csv -
//	go run ./examples/march1991 -readings
//
// It prints published and simulated numbers side by side, and whether they agree. It draws the
// figures into out/march1991.
//
// In this model people learn from a code, the norm of the whole organization, and the code learns
// from the people who know more than it does. A reading is one way to interpret the paper's text.
package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("march1991", run) }

const paper = "March (1991), Exploration and exploitation in organizational learning, " +
	"Organization Science 2(1):71-87"

// replicates is the number of runs that the tolerance of .010 needs.
const replicates = 2500

// march is a run of the program.
type march struct {
	*study.Study
	reading            *study.List[string]
	p1, p2, p3, p4     *study.List[float64]
	people, dimensions *study.List[int]
	periods, period20  *study.List[int]
	readings           bool
}

func newMarch() *march {
	s := study.New("march1991", replicates)
	m := &march{
		Study: s,
		reading: s.Words("reading", "interpretation of the paper's text",
			[]string{"original", "text"}, "original"),
		p1: s.Rates("p1", "rate at which people learn from the code (the norm)", .1, .2, .3, .4, .5,
			.6, .7, .8,
			.9),
		p2:     s.Rates("p2", "rate at which the code learns", .1, .5, .9),
		p3:     s.Rates("p3", "turnover: chance that a person is replaced, per period", 0),
		p4:     s.Rates("p4", "turbulence: chance that a dimension changes, per period", 0),
		people: s.Ints("people", "people", 1, 1_000_000, 50),

		dimensions: s.Ints("dimensions", "dimensions of reality", 1, sim.MaxDimensions, 30),
		periods:    s.Ints("periods", "periods of learning, 0: to equilibrium", 0, 1_000_000, 0),
		period20: s.Ints("period20",
			"periods before the one that Figures 3 and 4 call 20: 18, 19 or 20",
			18, 20, 19),
	}
	s.Flags.BoolVar(&m.readings, "readings", false,
		"print Figure 1 under all sixteen readings, and draw no figures")
	return m
}

func run(ctx context.Context, args []string) error {
	m := newMarch()
	if err := m.Parse(args); err != nil {
		return err
	}
	if m.readings {
		if m.ParametersChanged() || m.Flags.Lookup("csv").Value.String() != "" {
			return program.Misuse("-readings goes with -replicates, -seed and -workers only")
		}
		return m.compareReadings(ctx)
	}
	if slices.Contains(m.periods.All(), 0) && (!zero(m.p3) || !zero(m.p4)) {
		return program.Misuse("-periods 0 (to equilibrium) does not go with -p3 or -p4 above 0, " +
			"which leave no equilibrium: give -periods 19, say")
	}
	rows, err := m.measureRows(ctx)
	if err != nil {
		return err
	}
	if m.swept() {
		return m.Finish(m.reportSweep(rows))
	}
	return m.reportFigures(ctx, rows)
}

func zero(rates *study.List[float64]) bool { return slices.Equal(rates.All(), []float64{0}) }

// swept reports whether the flags change the rates or periods of the figures.
func (m *march) swept() bool {
	return m.p1.Changed() || m.p2.Changed() || m.p3.Changed() || m.p4.Changed() ||
		m.periods.Changed()
}

// axes are the parameters of a row, in the order of the columns.
func (m *march) axes() []study.Axis {
	return []study.Axis{m.reading, m.p1, m.p2, m.p3, m.p4, m.people, m.dimensions, m.periods}
}

// base returns the combination's model without its rates: the figures start from it.
func (m *march) base() models.March1991 {
	base := models.March1991{People: m.people.Value(), Dimensions: m.dimensions.Value()}
	if m.reading.Value() == "text" {
		base.Reading = models.Text
	}
	return base
}

// model returns the combination's model.
func (m *march) model() models.March1991 {
	model := m.base()
	model.P1, model.P2 = models.At(m.p1.Value()), models.At(m.p2.Value())
	model.P3, model.P4, model.Periods = m.p3.Value(), m.p4.Value(), m.periods.Value()
	return model
}

// measureRows runs every combination and adds its row. With -explain nothing runs after this step,
// so measureRows explains the organizations of the other figures too.
func (m *march) measureRows(ctx context.Context) (*study.Measured, error) {
	var scenarios []sim.Scenario
	for range m.Combinations(m.axes()...) {
		scenarios = append(scenarios, m.model().Scenario())
	}
	if m.Explain && !m.swept() {
		scenarios = append(scenarios, m.figureScenarios()...)
	}
	measured, err := m.Measure(ctx, scenarios, nil, metrics.NormScore, metrics.Score)
	if err != nil {
		return nil, err
	}
	m.Columns("reading", "p1", "p2", "p3", "p4", "people", "dimensions", "periods", "replicates",
		"code_mean", "code_se", "individual_mean", "individual_se")
	for c := range m.Combinations(m.axes()...) {
		name := m.model().String()
		code := measured.Estimate(name, metrics.NormScore, study.End)
		individual := measured.Estimate(name, metrics.Score, study.End)
		m.Row(append(c.Fields(), study.Count(m.Replicates), study.Mean(code), study.SE(code),
			study.Mean(individual), study.SE(individual))...)
	}
	return measured, nil
}

// reportSweep compares every combination with its published number, if there is one.
func (m *march) reportSweep(measured *study.Measured) study.Report {
	r := study.Report{Title: paper}
	for _, individual := range []bool{false, true} {
		for c := range m.Combinations(m.axes()...) {
			t := study.Target{Figure: knowledge(individual), What: c.Label(), Kind: study.Silent}
			t.Simulated = measured.Estimate(m.model().String(), metric(individual), study.End)
			if p, ok := m.published(individual); ok {
				t.Kind, t.Published, t.Tolerance = study.Near, p.Paper, paperTolerance
				if p.Mean.Value != 0 {
					t.Published, t.Tolerance = p.Mean.Value, p.Mean.Tolerance
				}
			}
			r.Targets = append(r.Targets, t)
		}
	}
	return r
}

// published returns the published point of a figure that has the parameters of the combination.
func (m *march) published(individual bool) (point, bool) {
	for _, f := range figures(m.base()) {
		for _, p := range f.points {
			model := p.Model
			if model.Periods > 0 {
				model.Periods = p.Tick // a figure over time has many points in one run
			}
			stated := p.Paper != 0 || p.Mean.Value != 0
			if stated && p.Individual == individual && model.String() == m.model().String() {
				return p, true
			}
		}
	}
	return point{}, false
}

func metric(individual bool) metrics.Metric {
	if individual {
		return metrics.Score
	}
	return metrics.NormScore
}

func knowledge(individual bool) string {
	if individual {
		return "Individual knowledge"
	}
	return "Code knowledge"
}
