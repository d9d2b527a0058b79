package setups_test

import (
	"errors"
	"testing"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Connected has the contact of the organization in every replicate, and everybody can reach
// everybody. Almost no randomized hierarchy is connected.
func TestConnectedIsJoined(t *testing.T) {
	joined := 0
	for _, s := range []sim.Scenario{setups.Hierarchy{}.Scenario(), setups.Brokered{}.Scenario(),
		setups.Communities{}.Scenario(), setups.Matrix{}.Scenario()} {
		for replicate := range uint64(10) {
			budget := func(s sim.Scenario) network.Budget {
				m, err := sim.New(s, 1, replicate)
				if err != nil {
					t.Fatal(err)
				}
				return m.Units(0).Budget()
			}
			own, control := budget(s), budget(setups.Connected(s))
			if control.Reachable != 1 || control.Seats != own.Seats || control.Size != own.Size ||
				control.Norms != own.Norms {
				t.Errorf("%s: %+v, and connected %+v", s.Name, own, control)
			}
			if s.Name == "hierarchy" && budget(setups.Randomized(s)).Reachable == 1 {
				joined++
			}
		}
	}
	if joined > 1 {
		t.Errorf("%d of 10 randomized hierarchies hang together", joined)
	}
}

// Isolated units cannot be connected: the error says so, and names the scenario.
func TestConnectedRefusesIsolated(t *testing.T) {
	_, err := sim.New(setups.Connected(setups.Isolated{}.Scenario()), 1, 0)
	want := `sim: scenario "isolated connected": channel "work": network: Randomized.Connected: ` +
		"100 people have 100 places in 20 units, and all hang together with 119 or more (it " +
		"cannot hang together)"
	if !errors.Is(err, network.ErrApart) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// OfSize gives units of one size, apart from people that do not divide evenly.
func TestOfSize(t *testing.T) {
	for _, size := range []int{2, 5, 10} {
		all, err := setups.OfSize(nil, size)
		if err != nil || len(all) != 5 {
			t.Fatalf("%d organizations, error %v", len(all), err)
		}
		for _, o := range all {
			u := built(t, o.Scenario()).Units(0)
			for k, people := range u.Sizes() {
				leader := u.Ranks(k) != nil && u.Ranks(k)[0] == network.Leader
				if people != size && !(leader && people >= 2 && people < size) {
					t.Errorf("%s: unit %d has %d people, want %d", o.Scenario().Name, k, people,
						size)
				}
			}
		}
	}
	if _, err := setups.OfSize(nil, 1); err == nil ||
		err.Error() != "setups: units of 1 people, want 2 or more" {
		t.Error(err)
	}
}
