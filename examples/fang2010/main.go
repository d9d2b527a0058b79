// Fang2010 runs the model of Fang, Lee and Schilling (2010), semi-isolated subgroups. It checks
// whether its results have the published order.
//
//	go run ./examples/fang2010
//	go run ./examples/fang2010 -beta 0,.1,.2 -s 5 -replicates 40 -csv -
//	go run ./examples/fang2010 -base caveman -people 140 -size 7
//
// It prints the payoffs, and whether their order is the published one. It draws payoff and
// diversity against beta, the probability that a tie is rewired, into out/fang2010.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("fang2010", run) }

const paper = "Fang, Lee and Schilling (2010), Balancing exploration and exploitation through " +
	"structural design, Organization Science 21(3):625-642"

// fang is a run of the program.
type fang struct {
	*study.Study
	base                          *study.List[string]
	beta, p                       *study.List[float64]
	s                             *study.List[int]
	people, size, dimensions, cap *study.List[int]

	measured *study.Measured
	models   []models.Fang2010 // of the combinations, in their order
}

func newFang() *fang {
	s := study.New("fang2010", 100)
	return &fang{
		Study: s,
		base: s.Words("base", "graph of subgroups before its ties are rewired",
			[]string{"isolated", "caveman"}, "isolated", "caveman"),
		beta: s.Rates("beta", "probability that a tie within a subgroup is rewired", 0, .05,
			.1, .2, .3, .4, .5, .6, .7, .8, .9, 1),
		s: s.Ints("s", "dimensions that pay only if all of them are right", 1,
			sim.MaxDimensions, 5, 1),
		p:          s.Rates("p", "probability of learning a dimension, per period", .3),
		people:     s.Ints("people", "people", 1, 1_000_000, 280),
		size:       s.Ints("size", "people in a subgroup", 1, 1_000_000, 7),
		dimensions: s.Ints("dimensions", "dimensions of reality", 1, sim.MaxDimensions, 100),
		cap: s.Ints("cap", "periods after which a run ends, even if people still learn", 1,
			1_000_000, 3000),
	}
}

func run(ctx context.Context, args []string) error {
	f := newFang()
	if err := f.Parse(args); err != nil {
		return err
	}
	if err := f.measure(ctx); err != nil {
		return err
	}
	f.writeRows()
	return f.Finish(study.Report{
		Title:   paper,
		Targets: append(f.payoffs(), f.claims()...),
		Notes: []string{"The paper's figures give no exact numbers here. So the program " +
			"checks the order of its results: a paired difference agrees if its 99 % interval " +
			"lies above 0."},
		Figures: f.figures(),
	})
}

// axes returns the parameters of a combination. The last, cap, is no column of the rows.
func (f *fang) axes() []study.Axis {
	return []study.Axis{f.base, f.beta, f.s, f.p, f.people, f.size, f.dimensions, f.cap}
}

// model returns the combination's model.
func (f *fang) model() models.Fang2010 {
	base := models.Isolated
	if f.base.Value() == "caveman" {
		base = models.Caveman
	}
	return models.Fang2010{
		Base: base, Beta: f.beta.Value(), Block: f.s.Value(), P: models.At(f.p.Value()),
		People: f.people.Value(), Size: f.size.Value(), Dimensions: f.dimensions.Value(),
		Cap: f.cap.Value(),
	}
}

// measure runs every combination.
func (f *fang) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for range f.Combinations(f.axes()...) {
		f.models = append(f.models, f.model())
		scenarios = append(scenarios, f.model().Scenario())
	}
	f.measured, err = f.Measure(ctx, scenarios, nil, metrics.Score, metrics.Distinct)
	return err
}

func (f *fang) writeRows() {
	f.Columns("base", "beta", "s", "p", "people", "size", "dimensions", "replicates", "payoff_mean",
		"payoff_se", "distinct_mean", "absorbed_share")
	for c := range f.Combinations(f.axes()...) {
		name := f.model().String()
		payoff := f.measured.Estimate(name, metrics.Score, study.End)
		distinct := f.measured.Estimate(name, metrics.Distinct, study.End)
		fields := c.Fields()[:7]
		f.Row(append(fields, study.Count(f.Replicates), study.Mean(payoff), study.SE(payoff),
			study.Number(distinct.Mean*float64(f.people.Value())),
			study.Number(f.measured.Stopped(name)))...)
	}
}
