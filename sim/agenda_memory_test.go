package sim_test

import (
	"fmt"
	"testing"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// turning is a scenario of two units with an agenda that remembers how often it was asked. Their
// Objectifier remembers in the same scope.
func turning() sim.Scenario {
	c := among("work", []int32{0, 1}, []int32{2, 3})
	c.Objectify, c.Internalize, c.Agenda = ledger{}, ledger{}, agendaTurns{}
	return byHand(4, 3, c)
}

// An Agenda has memory of its own for each unit, apart from that of the Objectifier.
func TestAgendaRemembers(t *testing.T) {
	m := built(t, turning(), 1, 0)
	if about := m.About(0, 1); len(about) != 1 || about[0] != 0 {
		t.Errorf("before the first cycle a unit was about %b, want nothing", about)
	}
	advance(t, m, 2)
	x, _ := m.Remembered("work")
	for u := range 2 {
		if got := x.Agenda(u); len(got) != 1 || got[0] != 2 {
			t.Errorf("the agenda remembers %v of unit %d, want 2", got, u)
		}
		if got := x.Unit(u)[0]; got != 2+2*uint64(u)*100 {
			t.Errorf("the Objectifier remembers %d of unit %d", got, u)
		}
		if got := m.About(0, u)[0]; got != 1<<1 {
			t.Errorf("unit %d was about %b, want dimension 1", u, got)
		}
	}
	x.Agenda(0)[0] = 5
	step(t, m)
	for u, want := range []uint64{1 << 2, 1 << 2} { // 5 mod 3 and 2 mod 3
		if got := m.About(0, u)[0]; got != want {
			t.Errorf("unit %d was about %b, want %b", u, got, want)
		}
	}
}

// What an Agenda remembers of a unit, and what the unit was about, goes to the unit that continues
// it.
func TestAgendaIsCarried(t *testing.T) {
	m := built(t, turning(), 1, 0)
	x, _ := m.Remembered("work")
	x.Agenda(0)[0] = 10
	step(t, m)
	for _, c := range []struct {
		from []int
		want string
	}{
		{[]int{1, 0}, "[1 11] [1 2]"}, {[]int{-1, 1}, "[0 11] [0 2]"},
		{[]int{1, 1, 0}, "[11 11 0] [2 2 0]"},
	} {
		var units []network.Membership
		for range c.from {
			units = append(units, m.Units(0).Membership(0))
		}
		now, err := network.NewUnits(4, units...)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Rearrange("work", now, func(u int) int { return c.from[u] }); err != nil {
			t.Fatal(err)
		}
		var counts, about []uint64
		for u := range c.from {
			counts, about = append(counts, x.Agenda(u)[0]), append(about, m.About(0, u)[0])
		}
		if got := fmt.Sprint(counts, about); got != c.want {
			t.Errorf("from %v: %s, want %s", c.from, got, c.want)
		}
	}
}

// The circle of a person who leaves forgets.
func TestAgendaOfACircleForgets(t *testing.T) {
	c := certain("ring", circle)
	c.Agenda = agendaTurns{}
	m := built(t, byHand(4, 3, c), 1, 0)
	advance(t, m, 2)
	m.Replace(1)
	x, _ := m.Remembered("ring")
	for p, want := range []uint64{2, 0, 2, 2} {
		if got := x.Agenda(p)[0]; got != want {
			t.Errorf("of the circle of %d the agenda remembers %d, want %d", p, got, want)
		}
	}
}

// A run with an Agenda that remembers does not depend on how it is run, and goes on in a clone.
func TestAgendaThatRemembersIsReproducible(t *testing.T) {
	s := turning()
	s.Channels[0].Objectify = certain("", nil).Objectify
	s.Channels[0].Internalize = certain("", nil).Internalize
	s.Events = []sim.Event{sim.Reshuffle{Channel: "work", Every: 3}, sim.Turnover{Rate: .1}}
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
}
