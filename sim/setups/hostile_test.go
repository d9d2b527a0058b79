package setups_test

import (
	"testing"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/setups"
)

// hosted builds a scenario, and runs it for a tick.
func hosted(s sim.Scenario) error {
	m, err := sim.New(s, 1, 0)
	if err != nil || m.Done() {
		return err
	}
	return m.Step()
}

// Hostile values are tried in every field of every setup and of the conditions.
func TestHostile(t *testing.T) {
	b := hostile.New(t,
		"Conditions.Seen=0", "Conditions.Attention=0", "Conditions.Ticks=0",
		"Communities.Team=0", "Communities.Size=0", "Communities.Periphery=0", "Isolated.Size=0",
		"Communities.On=<nil>", "Hierarchy.On=<nil>", "Isolated.On=<nil>", "Pairs.On=<nil>",
		"SelfTaught.On=<nil>", "Hierarchy.Span=0", "Hierarchy.Span=8589934597", // all report to one
		"Hierarchy.Span=1099511627776", "Hierarchy.Span=4611686018427387907",
		"Hierarchy.Span=9223372036854775807")
	b.Fields(setups.Default(), func(c any) error {
		return hosted(c.(setups.Conditions).Scenario("hostile", network.Isolated{Size: 5}))
	})
	for _, s := range []any{
		setups.Communities{}, setups.Hierarchy{}, setups.Isolated{}, setups.Pairs{},
		setups.SelfTaught{},
	} {
		b.Fields(s, func(s any) error {
			return hosted(s.(interface{ Scenario() sim.Scenario }).Scenario())
		})
		b.Fields(s, func(s any) error {
			return hosted(setups.Randomized(s.(interface{ Scenario() sim.Scenario }).Scenario()))
		})
	}
	b.Fields(setups.Real{}, func(r any) error {
		for _, of := range []func() (sim.Scenario, error){r.(setups.Real).Communities,
			r.(setups.Real).Hierarchy, r.(setups.Real).Isolated} {
			if _, err := of(); err != nil {
				return err
			}
		}
		return nil
	})
	b.End(100)
}
