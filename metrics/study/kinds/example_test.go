package kinds_test

import (
	"fmt"
	"log"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
)

// A program adds an event of its own to a copy of the table, and builds a scenario with it. The
// event lets many people leave at one tick.
func Example() {
	table := append(kinds.All(), kinds.New(kinds.Event, "layoff", "Many people leave at one tick.",
		func() (kinds.Put, kinds.Fields) {
			at, rate := 100, .3
			put := func(d *kinds.Draft) error {
				d.Scenario.Events = append(d.Scenario.Events, sim.During{
					Event: sim.Turnover{Rate: rate}, First: at, Last: at})
				return nil
			}
			return put, kinds.Fields{
				kinds.WholeOf("at", "tick", "at which they leave", 0, sim.MaxTicks, &at),
				kinds.NumberOf("rate", "share", "of people who leave", 0, 1, &rate),
			}
		}))

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
