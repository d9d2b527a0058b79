package setups_test

import (
	"strings"
	"testing"

	"orglearn/network/data"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// arrangements returns the three organizations of the same people.
func arrangements(r setups.Real) (all [3]sim.Scenario, errs [3]error) {
	all[0], errs[0] = r.Communities()
	all[1], errs[1] = r.Hierarchy()
	all[2], errs[2] = r.Isolated()
	return all, errs
}

// Every data set runs in its three arrangements, with the people who have a place in all three.
func TestRealOrganizations(t *testing.T) {
	on := setups.Default()
	on.Ticks = 5
	for _, name := range data.Names() {
		firm, err := data.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		active, err := firm.Active()
		if err != nil {
			t.Fatal(err)
		}
		real := setups.Real{On: &on, Roster: active}
		if real.MadeUp() == active.HasChart() {
			t.Errorf("%s: the hierarchy is made up: %v, and there is a chart: %v",
				name, real.MadeUp(), active.HasChart())
		}
		all, errs := arrangements(real)
		for i, s := range all {
			if errs[i] != nil {
				t.Errorf("%s: %v", name, errs[i])
				continue
			}
			m := built(t, s)
			if err := m.Run(); err != nil || m.People() != active.People() {
				t.Errorf("%s: %s: %d people, want %d, error %v",
					name, s.Name, m.People(), active.People(), err)
			}
			for p := range m.People() {
				if len(m.Units(0).Of(p)) == 0 {
					t.Errorf("%s: %s: person %d has no seat", name, s.Name, p)
				}
			}
		}
	}
	if on.People != setups.Default().People {
		t.Errorf("the conditions have become those of %d people", on.People)
	}
}

// If the data lack what an arrangement needs, the error says so.
func TestRealRefuses(t *testing.T) {
	unarranged, err := roster.Read(strings.NewReader("id\na\nb\nc\n"), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, errs := arrangements(setups.Real{Roster: unarranged})
	if errs[0] == nil || errs[1] != nil || errs[2] == nil {
		t.Errorf("without ties, chart and departments: errors %v", errs)
	}
	for _, real := range []setups.Real{{}, {Roster: (*roster.Roster)(nil)}} {
		_, errs = arrangements(real)
		for _, err := range errs {
			if err == nil || err.Error() != "setups: Real.Roster is nil" {
				t.Errorf("without a roster: error %v", err)
			}
		}
	}
}
