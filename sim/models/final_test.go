package models_test

import (
	"fmt"
	"testing"

	"orglearn/sim"
)

// final runs a scenario to its end, and returns the model there. It fails if anything would change
// in the given number of further ticks. To run on, it runs the same scenario without a Stop, which
// has the same chance.
func final(
	t *testing.T, s sim.Scenario, replicate uint64, more int, state func(*sim.Model) string,
) *sim.Model {
	t.Helper()
	end, err := sim.New(s, 1, replicate)
	if err != nil {
		t.Fatal(err)
	}
	if err := end.Run(); err != nil {
		t.Fatal(err)
	}
	s.Stop, s.Ticks = nil, end.Tick()+more
	on, err := sim.New(s, 1, replicate)
	if err != nil {
		t.Fatal(err)
	}
	want := state(end)
	for on.Tick() < s.Ticks {
		if err := on.Step(); err != nil {
			t.Fatal(err)
		}
		if on.Tick() < end.Tick() {
			continue
		}
		if got := state(on); got != want {
			t.Fatalf("%s, replicate %d: at its end, tick %d, the state is\n%s\nand at tick %d\n%s",
				s.Name, replicate, end.Tick(), want, on.Tick(), got)
		}
	}
	return end
}

// beliefs returns the beliefs of all people as text.
func beliefs(m *sim.Model) (text string) {
	for p := range m.People() {
		text += fmt.Sprint(m.Beliefs(p))
	}
	return text
}

// state returns the beliefs of all people and the norm of the first unit.
func state(m *sim.Model) string { return fmt.Sprint(m.Norm(0, 0)) + beliefs(m) }
