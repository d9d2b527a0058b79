package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// If a person leaves or is replaced, rules forget him in every scope: himself, his seats, and the
// ties to him in every unit. What they remember of others and of units stays.
func TestLeaverIsForgottenEverywhere(t *testing.T) {
	for name, leave := range map[string]func(m *sim.Model){
		"leaves":      func(m *sim.Model) { m.Leave(1) },
		"is replaced": func(m *sim.Model) { m.Replace(1) },
	} {
		c := among("work", []int32{0, 1}, []int32{2, 1, 3}, []int32{3, 2})
		c.Externalize, c.Objectify, c.Internalize = diary{map[int]int{}}, ledger{}, ledger{}
		m := built(t, byHand(4, 1, c), 1, 0)
		advance(t, m, 2)
		leave(m)
		want := "seat 0 in 0: 2; seat 2 in 1: 402; seat 2 in 2: 402; seat 3 in 1: 602; " +
			"seat 3 in 2: 602; unit 0: 2 2; unit 1: 202 202; unit 2: 402 402; " +
			"voice 0 in 0: 2; voice 2 in 1: 402; voice 2 in 2: 402; voice 3 in 1: 602; voice 3 " +
			"in 2: 602"
		if got := remembered(t, m, "work", m.Units(0)); got != want {
			t.Errorf("after 1 %s, remembered is\n%s, want\n%s", name, got, want)
		}
		x, _ := m.Remembered("work")
		for p, n := range []uint64{2, 0, 4, 4} {
			if got := x.Learning(p)[0]; got != n {
				t.Errorf("after 1 %s, of person %d %d is remembered, want %d", name, p, got, n)
			}
		}
		if x.Speaking(1)[0] != 0 || x.Speaking(0)[0] != 2 {
			t.Errorf("after 1 %s, of speaking %d and %d are remembered, want 0 and 2",
				name, x.Speaking(1)[0], x.Speaking(0)[0])
		}
		step(t, m) // a newcomer's tie begins anew; a vacant place has none
		tie := uint64(101)
		if m.Vacant(1) {
			tie = 0
		}
		if got := x.Tie(1, 1)[0]; got != tie {
			t.Errorf("after 1 %s, and a tick, the tie to him is %d, want %d", name, got, tie)
		}
	}
}

// A circle belongs to its person. If he goes, it forgets all, and other circles forget the tie to
// him.
func TestCircleForgetsWithItsPerson(t *testing.T) {
	c := certain("ring", circle)
	c.Objectify, c.Internalize = ledger{}, ledger{}
	m := built(t, byHand(4, 1, c), 1, 0)
	advance(t, m, 2)
	m.Replace(1)
	want := "seat 0 in 0: 2; seat 2 in 2: 402; seat 3 in 3: 602; " +
		"unit 0: 2 2; unit 1: 0 0; unit 2: 402 402; unit 3: 602 602; " +
		"voice 0 in 3: 2; voice 2 in 3: 402; voice 3 in 0: 602; voice 3 in 2: 602"
	if got := remembered(t, m, "ring", m.Units(0)); got != want {
		t.Errorf("remembered is\n%s, want\n%s", got, want)
	}
}

// A lasting circle is a unit: if its person goes, it forgets only the tie to him.
func TestLastingCircleOutlivesItsPerson(t *testing.T) {
	c := certain("ring", network.Circles{Of: network.RingLattice{Neighbours: 2}, Lasting: true})
	c.Objectify, c.Internalize = ledger{}, ledger{}
	m := built(t, byHand(4, 1, c), 1, 0)
	advance(t, m, 2)
	m.Replace(1)
	x, _ := m.Remembered("ring")
	if x.Unit(1)[0] != 202 || x.Planes(1)[0] != 202 || x.Seat(1, 1)[0] != 0 ||
		x.Seat(0, 0)[0] != 2 {
		t.Errorf("his circle remembers %d and %d, he %d and another %d: want 202, 202, 0 and 2",
			x.Unit(1)[0], x.Planes(1)[0], x.Seat(1, 1)[0], x.Seat(0, 0)[0])
	}
	for _, unit := range []int{0, 2} {
		for k, p := range m.Units(0).Voices(unit) {
			want := 2 * (1 + uint64(p)*100)
			if p == 1 {
				want = 0
			}
			if got := x.Tie(unit, k)[0]; got != want {
				t.Errorf("circle %d remembers %d of the tie to %d, want %d", unit, got, p, want)
			}
		}
	}
}

// After a reshuffle, people who stay in a unit keep their ties, whatever their place in it. People
// who come have none.
func TestTiesAreOfPeopleAndNotOfPlaces(t *testing.T) {
	heard := map[[2]int]uint64{}
	c := certain("work", network.Isolated{Size: 3})
	c.Objectify = counting{func(u *unit, said *voices) {
		for k := range said.Len() {
			tie := [2]int{u.ID, said.ID(k)}
			if got := said.Memory(k)[0]; got != heard[tie] {
				t.Errorf("tick %d: unit %d remembers %d ticks with %d, want %d",
					u.Tick, u.ID, got, said.ID(k), heard[tie])
			}
			heard[tie]++
		}
	}}
	s := byHand(12, 1, c)
	forget := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		for tie := range heard { // a unit forgets people who leave it
			if !slices.Contains(m.Units(0).Voices(tie[0]), int32(tie[1])) {
				delete(heard, tie)
			}
		}
	})
	s.Events = []sim.Event{sim.Reshuffle{Channel: "work", Every: 2}, last{forget}}
	if err := built(t, s, 1, 0).Run(); err != nil {
		t.Fatal(err)
	}
}

// last is an event that happens after the other events of structure.
type last struct{ sim.Event }

func (last) Order() sim.Order { return sim.Structure + 1 }

// Memory of opinions has the same scopes.
func TestOpinionsForget(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: network.Organization{}, Externalize: opinion.Candid{},
		Objectify: realLedger{}, Internalize: realLedger{},
	}
	m := built(t, sim.Scenario{
		Name: "opinions", People: 3, Dimensions: 1, Topics: 70, Ticks: 9,
		RealChannels: []sim.RealChannel{c},
	}, 1, 0)
	advance(t, m, 2)
	m.Replace(1)
	x, err := m.Remembered("talk")
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range []uint64{2, 0, 2} {
		got := []uint64{x.Learning(p)[0], x.Seat(p, 0)[0], x.Tie(0, p)[0]}
		if !slices.Equal(got, []uint64{want, want, want}) {
			t.Errorf("of person %d, his seat and the tie to him %d, want %d", p, got, want)
		}
	}
	if x.Unit(0)[0] != 2 || len(x.Planes(0)) != 2 || x.Planes(0)[1] != 2 {
		t.Errorf("the unit remembers %v and %v, want 2, and two words for 70 topics",
			x.Unit(0), x.Planes(0))
	}
}

type realLedger struct{}

func (realLedger) Memory(int) agents.Memory {
	return agents.Memory{Person: 1, Seat: 1, Tie: 1, Unit: 1, Planes: 1}
}

func (realLedger) Objectify(u *unit, said *opinion.Voices, _ opinion.Opinion) {
	u.Memory[0]++
	u.Planes[1]++
	for k := range said.Len() {
		said.Memory(k)[0]++
	}
}

func (realLedger) Internalize(p *person, _, _ opinion.Opinion) {
	p.Memory[0]++
	p.Seat[0]++
}

// A name that no channel has is an error.
func TestRememberedByAName(t *testing.T) {
	m := built(t, byHand(2, 1, among("work", []int32{0, 1})), 1, 0)
	if _, err := m.Remembered("play"); err == nil {
		t.Error("a channel that is not there remembers")
	}
	x, err := m.Remembered("work")
	if err != nil || x.Learning(0) != nil || x.Unit(0) != nil || x.Seat(0, 0) != nil ||
		x.Tie(0, 1) != nil {
		t.Errorf("rules that remember nothing do (%v)", err)
	}
}
