package sim_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// revised are arguments of Revise, drawn: of the units of a channel some end, some stay as they
// are, some change their people, and one is new.
type revised struct {
	from, given []int
	changed     []network.Membership
}

func drawnRevision(r *rand.Rand, u *network.Units) (x revised) {
	for _, k := range r.Perm(u.Len()) {
		if u.Len() > 3 && r.IntN(4) == 0 {
			continue
		}
		x.from = append(x.from, k)
		if r.IntN(3) > 0 {
			x.given = append(x.given, -1)
			continue
		}
		x.given = append(x.given, len(x.changed))
		x.changed = append(x.changed, drawnUnit(r, u.People()))
	}
	x.from, x.given = append(x.from, -1), append(x.given, len(x.changed))
	x.changed = append(x.changed, drawnUnit(r, u.People()))
	return x
}

func drawnUnit(r *rand.Rand, people int) (unit network.Membership) {
	for _, p := range r.Perm(people)[:2+r.IntN(3)] {
		unit.Voices = append(unit.Voices, network.Voice{
			Person: int32(p), Rank: network.Rank(r.IntN(2)), Weight: 1,
		})
	}
	if r.IntN(2) == 0 {
		unit.Audience = []int32{int32(r.IntN(people))}
	}
	return unit
}

// units returns the revised units.
func (x revised) units(t *testing.T, u *network.Units) *network.Units {
	t.Helper()
	var all []network.Membership
	for k, given := range x.given {
		if given < 0 {
			all = append(all, u.Membership(x.from[k]))
		} else {
			all = append(all, x.changed[given])
		}
	}
	units, err := network.NewUnits(u.People(), all...)
	if err != nil {
		t.Fatal(err)
	}
	return units
}

func revisable(t *testing.T) *sim.Model {
	c := among("work", []int32{0, 1}, []int32{1, 2, 3}, []int32{5, 4}, []int32{3, 6, 7})
	c.Objectify, c.Internalize = ledger{}, ledger{}
	c.Agenda = practice.Domain{Topics: 3}
	s := byHand(8, 3, c)
	s.Ticks = 60
	return built(t, s, 1, 0)
}

// Revise does what Rearrange does with the same units, again and again. A branch that goes another
// way shares none of the storage that is used again.
func TestReviseIsRearrange(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	m, other := revisable(t), revisable(t)
	for range 60 {
		branch, otherBranch := m.Clone(), other.Clone()
		bothRevise(t, r, m, other)
		bothRevise(t, r, branch, otherBranch)
		for k, one := range []*sim.Model{m, other, branch, otherBranch} {
			hold(one, one.Norm(0, 0), []int8{1, -1, int8(1 - k&2)})
			memory, _ := one.Remembered("work")
			for u := range one.Norms(0) {
				practice.Community(memory.Agenda(u)).Found(practice.Topics((u+k/2)%3), 0)
			}
			step(t, one)
		}
		sameArrangement(t, m, other)
		sameArrangement(t, branch, otherBranch)
	}
}

// bothRevise gives two models the same new units, the second by Rearrange.
func bothRevise(t *testing.T, r *rand.Rand, m, other *sim.Model) {
	t.Helper()
	x := drawnRevision(r, m.Units(0))
	units := x.units(t, other.Units(0))
	if err := other.Rearrange("work", units, func(u int) int { return x.from[u] }); err != nil {
		t.Fatal(err)
	}
	if err := m.Revise("work", x.from, x.given, x.changed); err != nil {
		t.Fatal(err)
	}
	sameArrangement(t, m, other)
}

// sameArrangement compares the units of two models, their norms, what they are about, and what is
// remembered.
func sameArrangement(t *testing.T, m, other *sim.Model) {
	t.Helper()
	units := other.Units(0)
	if got, want := m.Units(0).Len(), units.Len(); got != want {
		t.Fatalf("there are %d units, want %d", got, want)
	}
	for u := range units.Len() {
		got, want := agents.Knowledge(m.Norm(0, u)), other.Norm(0, u)
		if !got.Equal(want) || m.About(0, u)[0] != other.About(0, u)[0] {
			t.Fatalf("the norm of unit %d is %v about %b, want %v about %b", u, got,
				m.About(0, u), want, other.About(0, u))
		}
	}
	got, want := remembered(t, m, "work", m.Units(0)), remembered(t, other, "work", units)
	if got != want {
		t.Fatalf("remembered is\n%s, want\n%s", got, want)
	}
}

// Once there is storage, Revise allocates nothing.
func TestReviseAllocates(t *testing.T) {
	m := revisable(t)
	from, given := []int{0, 1, 2, 3}, []int{-1, -1, 0, -1}
	changed := []network.Membership{{Voices: []network.Voice{{Person: 4, Weight: 1}}}}
	n := testing.AllocsPerRun(20, func() {
		if err := m.Revise("work", from, given, changed); err != nil {
			t.Fatal(err)
		}
	})
	if n > 0 {
		t.Errorf("Revise allocates %v times, want 0", n)
	}
}

func TestReviseRefuses(t *testing.T) {
	m := revisable(t)
	twice := []network.Membership{{Voices: []network.Voice{{Person: 4}, {Person: 4}}}}
	beyond := []network.Membership{{Voices: []network.Voice{{Person: 9}}}}
	for want, err := range map[string]error{
		"no channel":            m.Revise("play", nil, nil, nil),
		"person 4 is twice":     m.Revise("work", []int{-1}, []int{0}, twice),
		"person 9 among the vo": m.Revise("work", []int{-1}, []int{0}, beyond),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
	sameArrangement(t, m, revisable(t))
}
