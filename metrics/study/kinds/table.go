package kinds

import (
	"math"
	"slices"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// All returns a new copy of the table. The kinds of a role are in the order in which they are put.
// Each part of it has a file of its own: table_organizations.go, and so on.
func All() Table {
	return slices.Concat(
		Table{conditions()}, organizations(), compared(), published(), crowds(), sharing(),
		meeting(), believing(), realities(), environment(), arranging(), speaking(), deciding(),
		leading(), learning(), controls(),
	)
}

// conditions is the kind of what compared organizations have in common.
func conditions() Kind {
	return New(Conditions, "conditions", "What the compared organizations have in common.",
		func() (Put, Fields) {
			t := setups.Default()
			put := func(d *Draft) error {
				t.Practice = d.On.Practice
				d.On = t
				return nil
			}
			return put, Fields{
				WholeOf("people", people, "number of people", 1, network.MaxPeople,
					&t.People).Upto(1000),
				WholeOf("dimensions", dimensions,
					"facts to be right or wrong about; a multiple of block", 1, sim.MaxDimensions,
					&t.Dimensions).Upto(256),
				WholeOf("block", dimensions, "consecutive dimensions that pay only together", 1,
					sim.MaxDimensions, &t.Block).Upto(16),
				WholeOf("seen", dimensions,
					"on which a unit judges merit; a multiple of block; 0 is all", 0,
					sim.MaxDimensions, &t.Seen).Upto(64),
				NumberOf("superior", rate, "that the vote of the better voices becomes the norm", 0,
					1, &t.Superior),
				NumberOf("absorb", rate, "that a person takes over a norm", 0, 1, &t.Absorb),
				WholeOf("attention", "seats", "that a person heeds per tick; 0 is all", 0,
					math.MaxInt32, &t.Attention).Upto(8),
				WholeOf("ticks", ticks, "the length of a run", 0, sim.MaxTicks,
					&t.Ticks).Upto(1000),
			}
		})
}
