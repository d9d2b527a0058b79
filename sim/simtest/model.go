package simtest

import (
	"testing"

	"orglearn/sim"
)

// Built builds a replicate of a scenario at tick 0. An error ends the test.
func Built(t testing.TB, s sim.Scenario, replicate uint64) *sim.Model {
	t.Helper()
	m, err := sim.New(s, seed, replicate)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Step runs one tick. An error ends the test.
func Step(t testing.TB, m *sim.Model) {
	t.Helper()
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
}

// Finished runs a replicate of a scenario to its end. An error ends the test.
func Finished(t testing.TB, s sim.Scenario, replicate uint64) *sim.Model {
	t.Helper()
	m := Built(t, s, replicate)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	return m
}
