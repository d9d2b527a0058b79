// Zollman2007 runs the model of Zollman (2007), the communication structure of epistemic
// communities. A community succeeds if it finds out which of two methods is better. The program
// compares the share of successful communities with the published one.
//
//	go run ./examples/zollman2007
//	go run ./examples/zollman2007 -network complete,cycle -people 4,6,8,10 -replicates 1000 -csv -
//
// It prints published and simulated numbers side by side, and whether they agree. It draws them
// into out/zollman2007.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("zollman2007", run) }

const paper = "Zollman (2007), The communication structure of epistemic communities, Philosophy " +
	"of Science 74(5):574-587"

// success is 1 if everybody ends with the better method, and 0 otherwise.
var success = metrics.Metric{Name: "success", Unit: "share of runs",
	Of: models.Zollman2007{}.Success}

// networks are the networks of the paper.
var networks = map[string]network.Generator{
	"complete": network.Complete{},
	"wheel":    network.Wheel{},
	"cycle":    network.RingLattice{Neighbours: 2},
}

// zollman is a run of the program.
type zollman struct {
	*study.Study
	network  *study.List[string]
	people   *study.List[int]
	measured *study.Measured
}

func newZollman() *zollman {
	s, names := study.New("zollman2007", 10_000), []string{"complete", "wheel", "cycle"}
	return &zollman{
		Study:   s,
		network: s.Words("network", "whose results people see", names, names...),
		people:  s.Ints("people", "people", 3, 1000, 4, 6, 8, 10),
	}
}

func run(ctx context.Context, args []string) error {
	z := newZollman()
	if err := z.Parse(args); err != nil {
		return err
	}
	if err := z.measure(ctx); err != nil {
		return err
	}
	z.writeRows()
	return z.Finish(study.Report{
		Title:   paper,
		Targets: append(z.targets(), z.effects()...),
		Notes: []string{"Published: 10,000 runs per point. A community succeeds if in the end " +
			"everybody believes, with a probability above .9999, that the better method is " +
			"better."},
		Figures: z.figures(),
	})
}

// model returns the combination's model.
func (z *zollman) model() models.Zollman2007 {
	return models.Zollman2007{Network: networks[z.network.Value()], People: z.people.Value()}
}

// measure runs every combination.
func (z *zollman) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for range z.Combinations(z.network, z.people) {
		scenarios = append(scenarios, z.model().Scenario())
	}
	z.measured, err = z.Measure(ctx, scenarios, nil, success)
	return err
}

func (z *zollman) writeRows() {
	z.Columns("network", "people", "replicates", "success_mean", "success_se")
	for c := range z.Combinations(z.network, z.people) {
		e := z.measured.Estimate(z.model().String(), success, study.End)
		z.Row(append(c.Fields(), study.Count(z.Replicates), study.Mean(e), study.SE(e))...)
	}
}
