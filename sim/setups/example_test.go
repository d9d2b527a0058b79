package setups_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/sim"
	"orglearn/sim/setups"
)

// Communities of practice are compared with isolated teams under the same conditions. The example
// prints the mean score of people at the end, over 20 replicates.
func ExampleCommunities() {
	e := sim.Experiment{
		Scenarios:  []sim.Scenario{setups.Communities{}.Scenario(), setups.Isolated{}.Scenario()},
		Replicates: 20, Seed: 1991, At: []int{200},
	}
	var sums [2][20]int
	err := e.Run(context.Background(), func(scenario, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) {
			for p := range m.People() {
				sums[scenario][replicate] += int(m.Landscape().Score(m.Beliefs(p)))
			}
		}
	})
	if err != nil {
		log.Fatal(err)
	}
	for i, s := range e.Scenarios {
		sum := 0
		for _, n := range sums[i] {
			sum += n
		}
		fmt.Printf("%s: %.1f of %d\n", s.Name, float64(sum)/20/float64(s.People), s.Dimensions)
	}
	// Output:
	// communities: 49.4 of 64
	// isolated: 7.2 of 64
}

// A fair comparison of arrangements needs equal contact. The example makes a matrix with the
// contact of communities, and brokered communities with the contact of a hierarchy.
func ExampleMatched() {
	communities, hierarchy := setups.Communities{}.Scenario(), setups.Hierarchy{}.Scenario()
	for _, c := range []struct {
		of   setups.Organization
		like sim.Scenario
	}{{setups.Matrix{}, communities}, {setups.Brokered{}, hierarchy}} {
		matched, fit, err := setups.Matched(c.of, c.like)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %.2f seats a person for %.2f, %d norms for %d\n", matched.Name,
			fit.Reached.Seats, fit.Wanted.Seats, fit.Reached.Norms, fit.Wanted.Norms)
	}
	// Output:
	// matched matrix: 1.99 seats a person for 2.00, 40 norms for 40
	// matched brokered: 1.25 seats a person for 1.24, 25 norms for 25
}
