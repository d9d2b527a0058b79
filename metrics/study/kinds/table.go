package kinds

import (
	"math"
	"slices"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// All returns a new copy of the table. The kinds of a role are in the order in which they are put.
func All() Table {
	return slices.Concat(
		Table{conditions()}, organizations(), controls(), published(), crowds(), sharing(),
		meeting(), believing(), realities(), environment(), arranging(), speaking(), deciding(),
		learning(),
	)
}

// conditions is the kind of what compared organizations have in common.
func conditions() Kind {
	type T = setups.Conditions
	return New(Conditions, "conditions", "What the compared organizations have in common.",
		setups.Default(), func(t T, d *Draft) error {
			t.Practice = d.On.Practice
			d.On = t
			return nil
		},
		WholeOf("people", people, "number of people", 1, network.MaxPeople,
			func(t *T) *int { return &t.People }).Upto(1000),
		WholeOf("dimensions", dimensions, "facts to be right or wrong about; a multiple of block",
			1, sim.MaxDimensions, func(t *T) *int { return &t.Dimensions }).Upto(256),
		WholeOf("block", dimensions, "consecutive dimensions that pay only together", 1,
			sim.MaxDimensions, func(t *T) *int { return &t.Block }).Upto(16),
		WholeOf("seen", dimensions, "on which a unit judges merit; a multiple of block; 0 is all",
			0, sim.MaxDimensions, func(t *T) *int { return &t.Seen }).Upto(64),
		NumberOf("superior", rate, "that the vote of the better voices becomes the norm", 0, 1,
			func(t *T) *float64 { return &t.Superior }),
		NumberOf("absorb", rate, "that a person takes over a norm", 0, 1,
			func(t *T) *float64 { return &t.Absorb }),
		WholeOf("attention", "seats", "that a person heeds per tick; 0 is all", 0, math.MaxInt32,
			func(t *T) *int { return &t.Attention }).Upto(8),
		WholeOf("ticks", ticks, "the length of a run", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Ticks }).Upto(1000),
	)
}
