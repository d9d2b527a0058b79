// Becker2017 runs the model of Becker, Brackbill and Centola (2017), social influence in the wisdom
// of crowds. Groups estimate a number, and revise what they say when they see others' estimates.
// The program sets the model's results beside those of the paper's people.
//
//	go run ./examples/becker2017
//	go run ./examples/becker2017 -correlation 0,.1,.2,.4 -below 0,.4,.8 -csv -
//
// It prints published and simulated numbers side by side, and which claims of order hold. It draws
// them into out/becker2017.
package main

import (
	"context"
	"fmt"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("becker2017", run) }

const paper = "Becker, Brackbill and Centola (2017), Network dynamics of social influence in the " +
	"wisdom of crowds, PNAS 114(26):E5070-E5076"

// The two results of a group.
var (
	change = metrics.Metric{Name: "change", Unit: "standard deviations of first estimates",
		Of: models.Becker2017{}.MedianChange}
	improved = metrics.Metric{Name: "improved", Unit: "share of groups",
		Of: models.Becker2017{}.MeanImproved}
)

// becker is a run of the program.
type becker struct {
	*study.Study
	network                    *study.List[string]
	correlation, spread, below *study.List[float64]
	people                     *study.List[int]
	measured                   *study.Measured
}

func newBecker() *becker {
	s := study.New("becker2017", 2000)
	names := []string{"decentralized", "centralized", "solo"}
	return &becker{
		Study:   s,
		network: s.Words("network", "who sees whose estimates", names, names...),
		correlation: s.Rates("correlation", "of error and self-weight, with the sign reversed: 0 "+
			"is a control, and .1 is measured", 0, .1, .3),
		spread: s.Rates("spread", "standard deviation of the first estimates' logarithms", .6),
		below: s.Rates("below", "how far their median lies below the truth, in such deviations",
			.8),
		people: s.Ints("people", "people in a group", 6, 10_000, 37),
	}
}

func run(ctx context.Context, args []string) error {
	b := newBecker()
	if err := b.Parse(args); err != nil {
		return err
	}
	var scenarios []sim.Scenario
	for range b.Combinations(b.axes()...) {
		scenarios = append(scenarios, b.model(b.network.Value()).Scenario())
	}
	var err error
	if b.measured, err = b.Measure(ctx, scenarios, nil, change, improved); err != nil {
		return err
	}
	b.writeRows()
	return b.Finish(study.Report{
		Title:   paper,
		Targets: append(b.besidePeople(), b.claims()...),
		Notes: []string{fmt.Sprintf("Published: people, in 59 decentralized, 59 centralized and "+
			"34 solo trials; 95 %% intervals of their shares are %s, %s and %s %%. No number of "+
			"theirs is a target. Claims are targets at the measured correlation, .1, and the "+
			"baseline of the other conditions. Solo people of the model never revise.",
			published["decentralized"].interval(), published["centralized"].interval(),
			published["solo"].interval())},
		Figures: b.figures(),
	})
}

// axes returns the parameters of a scenario, in the order of the columns.
func (b *becker) axes() []study.Axis {
	return []study.Axis{b.network, b.correlation, b.spread, b.below, b.people}
}

// model returns the combination's model on a network.
func (b *becker) model(network string) models.Becker2017 {
	return models.Becker2017{Network: networks[network], People: b.people.Value(),
		Correlation: models.At(b.correlation.Value()), Spread: models.At(b.spread.Value()),
		Below: models.At(b.below.Value())}
}
