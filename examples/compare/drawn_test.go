package main

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// A structure that is drawn once gives every run the units that it has without: of each replicate
// its own, whether they were drawn before or not.
func TestDrawnOnce(t *testing.T) {
	on := setups.Default()
	on.People, on.Ticks = 60, 30
	plain := setups.Randomized(setups.Communities{On: &on}.Scenario())
	once := redrawn(plain)
	bodies := func(s sim.Scenario, replicate uint64) []agents.Word {
		m, err := sim.New(s, 7, replicate)
		if err == nil {
			err = m.Run()
		}
		if err != nil {
			t.Fatal(err)
		}
		return slices.Clone(m.Bodies())
	}
	for _, replicate := range []uint64{0, 1, 1, 0, 2, 2, 0} {
		if !slices.Equal(bodies(plain, replicate), bodies(once, replicate)) {
			t.Errorf("replicate %d differs", replicate)
		}
	}
}

// tally counts how often it is built.
type tally struct {
	network.Structure
	builds *int
}

func (c tally) Build(n int, src network.Source) (*network.Units, error) {
	*c.builds++
	return c.Structure.Build(n, src)
}

// Two builds from the same random numbers are one draw. A third is another.
func TestDrawnOnceForTwoBuilds(t *testing.T) {
	on, builds := setups.Default(), 0
	s := setups.Isolated{On: &on}.Scenario()
	s.Channels[0].Structure = tally{s.Channels[0].Structure, &builds}
	once := redrawn(s)
	for i, want := range []int{1, 1, 2} {
		if _, err := sim.New(once, 7, 0); err != nil || builds != want {
			t.Errorf("after %d builds it was drawn %d times, want %d (%v)", i+1, builds, want, err)
		}
	}
}
