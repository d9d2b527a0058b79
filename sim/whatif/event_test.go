package whatif_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/simtest"
	"orglearn/sim/whatif"
)

// The event of a change keeps the contract of events, whatever the change. Without changes it is
// off.
func TestChangesAsEvents(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs each change some dozen times")
	}
	s := small()[0]
	s.Ticks = 10
	for _, c := range changesOf(s) {
		t.Run(fmt.Sprintf("%T", c), func(t *testing.T) {
			e := whatif.At{Tick: 1, Changes: []whatif.Change{c}}
			simtest.Event(t, s, e, whatif.At{Tick: 1})
		})
	}
}

// Without changes a scenario is its base, also where replicates are lanes.
func TestNoChanges(t *testing.T) {
	for _, s := range small() {
		want := states(t, 1, s)
		got := states(t, 2, whatif.Scenario(s, s.Name, 3))
		for run, ticks := range want {
			if !slices.Equal(got[run], ticks) {
				t.Errorf("%s, run %s: differs", s.Name, run)
			}
		}
	}
}

// A change that cannot be made ends its own run with an error that names it.
func TestChangeEndsItsRun(t *testing.T) {
	s := whatif.Scenario(small()[0], "gone", 2, whatif.Remove{People: []int{1}},
		whatif.Remove{People: []int{1}})
	m, err := sim.New(s, 7, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err == nil || m.Tick() > 2 {
		t.Errorf("%v at tick %d, want an error at tick 2", err, m.Tick())
	}
	bad := whatif.Scenario(small()[0], "nil", 2, nil)
	if err := bad.Validate(); err == nil {
		t.Error("a nil change is accepted")
	}
	early := whatif.Scenario(small()[0], "early", -1, whatif.Rotate{Channel: setups.Channel})
	if err := early.Validate(); err == nil {
		t.Error("tick -1 is accepted")
	}
}
