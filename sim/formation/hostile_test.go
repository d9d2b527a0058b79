package formation_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/formation"
	"orglearn/sim/simtest"
)

// Values out of range are errors that name the field.
func TestFormationRefuses(t *testing.T) {
	for want, set := range map[string]func(e *formation.Formation){
		"Formation.Every":    func(e *formation.Formation) { e.Every = -1 },
		"Formation.Every ":   func(e *formation.Formation) { e.Every = math.MaxInt },
		"Formation.Founders": func(e *formation.Formation) { e.Founders = 1 },
		"Formation.Shared":   func(e *formation.Formation) { e.Shared = math.MaxInt },
		"Formation.Shared ":  func(e *formation.Formation) { e.Shared = -1 },
		"Formation.Seats":    func(e *formation.Formation) { e.Seats = -1 },
		"Formation.Join":     func(e *formation.Formation) { e.Join = math.NaN() },
		"Formation.Join ":    func(e *formation.Formation) { e.Join = 1.01 },
		"Formation.Contact":  func(e *formation.Formation) { e.Contact = math.NaN() },
		"Formation.Contact ": func(e *formation.Formation) { e.Contact = math.Inf(1) },
		"Formation.Patience": func(e *formation.Formation) { e.Patience = math.MinInt },
		"Formation.Size":     func(e *formation.Formation) { e.Size = -1 },
		"Formation.Life":     func(e *formation.Formation) { e.Life = math.MaxInt },
	} {
		e := all
		set(&e)
		_, err := sim.New(lively(e), 1, 0)
		if err == nil || !strings.Contains(err.Error(), strings.TrimSpace(want)+" is ") ||
			!strings.Contains(err.Error(), `scenario "forming"`) {
			t.Errorf("%s: %v", want, err)
		}
	}
	circles := lively(all)
	circles.Channels[0].Structure = network.Circles{Of: network.RingLattice{Neighbours: 4}}
	if err := circles.Validate(); err == nil || !strings.Contains(err.Error(),
		"no community forms among the circles of a graph") {
		t.Errorf("among circles: %v", err)
	}
	for want, self := range map[string]sim.Selves{
		"Scenario.Self is <nil>, want practice.Interests":          nil,
		"Scenario.Self is culture.Selves, want practice.Interests": culture.Selves{},
		"Scenario.Self is culture.Selves, want practice.Interests, or a": culture.Selves{
			Of: culture.Selves{}},
		"Interests.Topics is 8, want 1 to 4 (Domain.Topics)": practice.Interests{Topics: 8,
			Each: 2},
		"Interests.Topics is 5, want 1 to 4 (Domain.Topics)": culture.Selves{
			Of: practice.Interests{Topics: 5, Each: 2}},
	} {
		s := lively(all)
		s.Self = self
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("a self %+v: %v, want %s", self, err, want)
		}
	}
	for _, self := range []sim.Selves{culture.Selves{Of: practice.Interests{Topics: 4, Each: 2}},
		practice.Interests{Topics: 3, Each: 2, Of: culture.Selves{}}} {
		s := lively(all)
		s.Self = self
		if err := s.Validate(); err != nil {
			t.Errorf("a self %+v: %v", self, err)
		}
	}
	e := all
	e.Founders, e.Seats, e.Size = math.MaxInt32, math.MaxInt32, math.MaxInt32
	if err := simtest.Built(t, lively(e), 0).Run(); err != nil {
		t.Errorf("the largest numbers: %v", err)
	}
}
