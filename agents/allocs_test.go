package agents

import "testing"

// No built-in rule allocates, after the scratch of Voices has grown to the largest unit.
func TestRulesDoNotAllocate(t *testing.T) {
	c := newScene(1, 130, 100)
	claim := make(Knowledge, len(c.belief))
	none := func(what any, f func()) {
		t.Helper()
		if n := testing.AllocsPerRun(20, f); n != 0 {
			t.Errorf("%T%+v: %v allocations a call", what, what, n)
		}
	}
	for _, r := range []Externalizer{Say{.3}, Act{}} {
		none(r, func() { r.Externalize(&c.person, c.belief, claim) })
	}
	for _, r := range []Internalizer{Absorb{.3}, Gradual{.3}, Fill{.3}} {
		none(r, func() { r.Internalize(&c.person, c.norm, c.belief) })
	}
	none(Flip{}, func() { Flip{}.Try(&c.person, c.belief, claim) })
	none(Mixed{.3}, func() { Mixed{.3}.Begin(&c.person, c.belief) })
	for _, r := range []Objectifier{
		Superior{Rate: .3}, Superior{Rate: .3, PerVote: true}, Majority{.3}, Best{},
		Authority{.3, MaxWeight}, Screen{.3, .3}, Decree{.3},
		Consensus{Share: .6, Ticks: 3},
	} {
		if m, ok := r.(Rememberer); ok {
			c.unit.Planes = make([]uint64, 3*m.Memory(130).Planes)
		}
		none(r, func() { r.Objectify(&c.unit, &c.voices, c.norm) })
	}
	none(Voices{}, func() { c.voices.Votes(c.voices.Above(&c.unit), 0) })
	none(Stream{}, func() { c.person.engine().Reset(1, 2, 3) })
}
