package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// How newcomers fare in a model is tested in package sim, beside what people take part in there.
func TestNewcomersConform(t *testing.T) {
	for _, r := range []practice.Apprenticeship{
		{}, {Wait: 3}, {Wait: 3, PerSeat: true}, {PerSeat: true},
		{Wait: 2, PerSeat: true, Of: practice.Apprenticeship{Wait: 5, PerSeat: true}},
	} {
		agentstest.Participant(t, r)
	}
}

func TestCalendarConforms(t *testing.T) {
	agentstest.Agenda(t, practice.Calendar{})
	agentstest.Agenda(t, practice.Calendar{Every: 3, For: 2, Phase: 1})
	agentstest.Agenda(t, practice.Calendar{Every: 2, For: 1,
		Of: practice.Calendar{Every: 3, For: 1}})
}

// A rule within a rule has its own word of a seat. One waits for 2 ticks and the other for 4, so
// that one is heard after 4, whichever is the inner one.
func TestApprenticeshipWithinAnother(t *testing.T) {
	for _, waits := range [][2]int{{4, 2}, {2, 4}} {
		r := practice.Apprenticeship{Wait: waits[0], PerSeat: true,
			Of: practice.Apprenticeship{Wait: waits[1], PerSeat: true}}
		p := &agents.Person{Tick: 7, Seat: make([]uint64, r.Memory(1).Seat)}
		for tenure := range 6 {
			if heard := r.Part(p, &agents.Unit{}, 0) == agents.Both; heard != (tenure >= 4) {
				t.Errorf("waits %v, tenure %d: heard is %v", waits, tenure, heard)
			}
			p.Tick++
		}
		if len(p.Seat) != 2 || p.Seat[0] != 6 || p.Seat[1] != 6 {
			t.Errorf("waits %v: remembered is %v, want 6 and 6", waits, p.Seat)
		}
	}
}
