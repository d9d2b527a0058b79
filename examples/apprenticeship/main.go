// Apprenticeship asks what it does to learning that newcomers learn at once and are heard only
// after a wait (Lave and Wenger 1991).
//
//	go run ./examples/apprenticeship
//	go run ./examples/apprenticeship -p1 .1,.9 -turnover 0,.1 -wait 0,3,10 -periods 18,60 -csv -
//
// In March (1991) turnover pays, because newcomers do not know the code yet. Without parameters the
// program asks what a wait does to that, for fast and slow learners, soon and late; and what the
// same waits do in communities of practice. With a parameter it runs March's organization under
// every combination of the lists. Parameters that are not given are then off, and rates those of
// March's baseline.
//
// A period is turnover (none before the first), acting, and code and people learning at once. Who
// replaces somebody has tenure 0 in his first period, and the code hears him from tenure -wait on.
// Who is there in the first period is heard at once. The code is read after the last period, and
// individuals as in examples/march1991: after the turnover that begins the next.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("apprenticeship", run) }

// replicates is the number of runs of each of March's organizations.
const replicates = 100

// apprentices is a run of the program.
type apprentices struct {
	*study.Study
	p1, p2, turnover                  *study.List[float64]
	wait, periods, people, dimensions *study.List[int]
	measured                          *study.Measured
}

func newApprentices() *apprentices {
	s := study.New("apprenticeship", replicates)
	return &apprentices{
		Study:      s,
		p1:         s.Rates("p1", "rate at which people learn from the code", .5),
		p2:         s.Rates("p2", "rate at which the code learns, per vote", .5),
		turnover:   s.Rates("turnover", "chance that a person is replaced, per period", 0),
		wait:       s.Ints("wait", "periods that a newcomer learns before he is heard", 0, 1e6, 0),
		periods:    s.Ints("periods", "periods of learning", 1, 1e6, 18),
		people:     s.Ints("people", "people", 1, 1e6, 50),
		dimensions: s.Ints("dimensions", "dimensions of reality", 1, sim.MaxDimensions, 30),
	}
}

func run(ctx context.Context, args []string) error {
	a := newApprentices()
	if err := a.Parse(args); err != nil {
		return err
	}
	if !a.ParametersGiven() {
		return a.answer(ctx)
	}
	if err := a.measure(ctx); err != nil {
		return err
	}
	return a.Finish(a.combinations())
}

// axes are the parameters of a row, in the order of the columns.
func (a *apprentices) axes() []study.Axis {
	return []study.Axis{a.p1, a.p2, a.turnover, a.wait, a.periods, a.people, a.dimensions}
}

// model returns the combination's organization.
func (a *apprentices) model() models.March1991 {
	return models.March1991{
		P1: models.At(a.p1.Value()), P2: models.At(a.p2.Value()), P3: a.turnover.Value(),
		Wait: a.wait.Value(), Periods: a.periods.Value(), People: a.people.Value(),
		Dimensions: a.dimensions.Value(),
	}
}

// measure runs every combination and adds its row.
func (a *apprentices) measure(ctx context.Context) (err error) {
	var all []sim.Scenario
	for range a.Combinations(a.axes()...) {
		all = append(all, a.model().Scenario())
	}
	a.measured, err = a.Measure(ctx, all, nil, metrics.NormScore, metrics.Score)
	if err != nil {
		return err
	}
	a.writeRows()
	return nil
}
