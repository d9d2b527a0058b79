package story_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/metrics/story"
	"orglearn/sim"
	"orglearn/sim/setups"
)

func Example() {
	told := story.Teller{Channel: setups.Channel,
		Units: []story.Unit{{Number: 0, Name: "Team 0"}}}.Begin()
	err := sim.Experiment{Scenarios: []sim.Scenario{setups.Communities{}.Scenario()},
		Replicates: 1, Seed: 1991}.Run(context.Background(),
		func(int, int) sim.Observer { return told.Observe })
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range told.Sentences()[:2] {
		fmt.Printf("tick %d: %s\n", s.Tick, s.Text)
	}
	// Output:
	// tick 0: People begin with a score of 0.009 of all there is to earn.
	// tick 36: People's score comes to 0.100.
}
