// Axelrod1997 runs the model of Axelrod (1997), the dissemination of culture. It compares the
// number of regions in the end with the published one. A region is a connected group of people with
// the same culture.
//
//	go run ./examples/axelrod1997
//	go run ./examples/axelrod1997 -features 5 -traits 10,15,20,30 -replicates 40 -csv -
//	go run ./examples/axelrod1997 -features 5 -traits 10 -side 5,10,20
//
// It prints published and simulated numbers side by side, and whether they agree. It draws them
// into out/axelrod1997.
package main

import (
	"context"
	"slices"

	"orglearn/agents"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("axelrod1997", run) }

const paper = "Axelrod (1997), The dissemination of culture, Journal of Conflict Resolution " +
	"41(2):203-226"

// regions counts the connected groups of people with the same culture.
var regions = metrics.Metric{Name: "regions", Unit: "connected regions of one culture",
	Of: models.Axelrod1997{}.Regions}

// axelrod is a run of the program.
type axelrod struct {
	*study.Study
	features, traits, side *study.List[int]
	measured               *study.Measured
}

func newAxelrod() *axelrod {
	s := study.New("axelrod1997", 100)
	return &axelrod{
		Study:    s,
		features: s.Ints("features", "features of a culture", 1, 1000, 5, 10, 15),
		traits: s.Ints("traits", "traits that a feature may have", 1, agents.MaxTraits,
			5, 10, 15),
		side: s.Ints("side", "side of the grid: side times side people", 1, 1000, 10),
	}
}

func run(ctx context.Context, args []string) error {
	a := newAxelrod()
	if err := a.Parse(args); err != nil {
		return err
	}
	if err := a.measure(ctx); err != nil {
		return err
	}
	a.writeRows()
	return a.Finish(study.Report{
		Title:   paper,
		Targets: a.targets(),
		Notes: []string{"Published: Table 2, about ten runs per cell. In some cells these runs " +
			"cannot tell a right model from a wrong one. They are marked \"shown\" and are no " +
			"targets; their tolerance is two standard errors of the published runs."},
		Figures: a.figures(),
	})
}

// model returns the combination's model.
func (a *axelrod) model() models.Axelrod1997 {
	return models.Axelrod1997{Features: a.features.Value(), Traits: a.traits.Value(),
		Side: a.side.Value()}
}

// measure runs every combination.
func (a *axelrod) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for range a.Combinations(a.features, a.traits, a.side) {
		scenarios = append(scenarios, a.model().Scenario())
	}
	a.measured, err = a.Measure(ctx, scenarios, nil, regions)
	return err
}

func (a *axelrod) writeRows() {
	a.Columns("features", "traits", "side", "replicates", "regions_mean", "regions_se",
		"regions_median")
	for c := range a.Combinations(a.features, a.traits, a.side) {
		name := a.model().String()
		e := a.measured.Estimate(name, regions, study.End)
		a.Row(append(c.Fields(), study.Count(a.Replicates), study.Mean(e), study.SE(e),
			study.Number(median(a.measured.Values(name, regions, study.End))))...)
	}
}

// median returns the middle value, or the mean of the two middle values.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
