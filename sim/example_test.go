package sim_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Teams of five have no person in common. The example prints the mean score of people's beliefs, of
// at most 64, as the run goes on.
func Example() {
	m, err := sim.New(sim.Scenario{
		Name: "isolated", People: 100, Dimensions: 64, Ticks: 60,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 5},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .1},
		}},
	}, 1991, 0)
	for ; err == nil && !m.Done(); err = m.Step() {
		if m.Tick()%20 == 0 {
			fmt.Printf("tick %2d: %.2f of %d\n", m.Tick(), meanScore(m), m.Landscape().Max())
		}
	}
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// tick  0: -0.05 of 64
	// tick 20: 9.25 of 64
	// tick 40: 14.12 of 64
}

// meanScore returns the mean over people of the score of their beliefs.
func meanScore(m *sim.Model) float64 {
	sum := 0
	for p := range m.People() {
		sum += int(m.Landscape().Score(m.Beliefs(p)))
	}
	return float64(sum) / float64(m.People())
}

// An experiment runs several scenarios, each in several replicates. Here the scenarios differ in
// the size of teams, and each has 20 replicates. The example prints the mean score per person at
// the end.
func ExampleExperiment() {
	base := sim.Scenario{
		Name: "teams", People: 60, Dimensions: 64, Ticks: 100,
		Channels: []sim.Channel{{
			Name:        "work",
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .1},
		}},
	}
	scenarios := sim.Sweep(base, sim.Vary("size", func(s *sim.Scenario, size int) {
		s.Channels[0].Structure = network.Isolated{Size: size}
	}, 3, 10, 60))
	e := sim.Experiment{Scenarios: scenarios, Replicates: 20, Seed: 1991, At: []int{100}}
	var paid [3][20]float64 // runs go on at once, and write to different places
	err := e.Run(context.Background(), func(scenario, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) { paid[scenario][replicate] = meanScore(m) }
	})
	if err != nil {
		log.Fatal(err)
	}
	for i, s := range e.Scenarios {
		sum := 0.
		for _, n := range paid[i] {
			sum += n
		}
		fmt.Printf("%s: %.1f of %d\n", s.Name, sum/float64(e.Replicates), s.Dimensions)
	}
	// Output:
	// teams size=3: 8.7 of 64
	// teams size=10: 24.2 of 64
	// teams size=60: 40.5 of 64
}
