package lineage_test

import (
	"fmt"
	"log"

	"orglearn/sim"
	"orglearn/sim/lineage"
	"orglearn/sim/setups"
)

// Where a norm of the first team came from: the teams and communities on its way.
func Example() {
	m, err := sim.New(setups.Communities{}.Scenario(), 1991, 0)
	if err != nil {
		log.Fatal(err)
	}
	r := lineage.New(0) // follows dimension 0
	for r.Observe(m, 0); !m.Done(); r.Observe(m, m.Tick()) {
		if err := m.Step(); err != nil {
			log.Fatal(err)
		}
	}
	norm, ever := r.Norm(lineage.Place{Channel: 0, Unit: 0}, m.Norm(0, 0).Get(0))
	fmt.Printf("%v: since tick %d, through %d units, believed by %d people\n", ever, norm.Since,
		len(norm.Line()), r.Holders(norm.Value)[m.Tick()])
	// Output:
	// true: since tick 157, through 5 units, believed by 99 people
}
