package kinds_test

import (
	"fmt"
	"log"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
)

// layoff lets many people leave at one tick.
type layoff struct {
	At   int
	Rate float64
}

// A program adds an event of its own to a copy of the table, and builds a scenario with it.
func Example() {
	table := append(kinds.All(), kinds.New(kinds.Event, "layoff", "Many people leave at one tick.",
		layoff{At: 100, Rate: .3}, func(l layoff, d *kinds.Draft) error {
			d.Scenario.Events = append(d.Scenario.Events, sim.During{
				Event: sim.Turnover{Rate: l.Rate}, First: l.At, Last: l.At})
			return nil
		},
		kinds.WholeOf("at", "tick", "at which they leave", 0, sim.MaxTicks,
			func(l *layoff) *int { return &l.At }),
		kinds.NumberOf("rate", "share", "of people who leave", 0, 1,
			func(l *layoff) *float64 { return &l.Rate })))

	hierarchy, _ := table.Find(kinds.Organization, "hierarchy")
	event, _ := table.Find(kinds.Event, "layoff")
	for _, rate := range []float64{.5, 1.5} {
		s, err := kinds.Build(kinds.Part{Kind: hierarchy}, kinds.Part{Kind: event,
			Values: kinds.Values{"rate": study.Value{Number: rate}}})
		if err != nil {
			fmt.Println(err)
			continue
		}
		if err := s.Validate(); err != nil {
			log.Fatal(err)
		}
		fmt.Println(s.Name, s.Events)
	}
	// Output:
	// hierarchy [{{0.5} 100 100}]
	// layoff: rate is 1.5, want 0 to 1
}
