package network

import (
	"fmt"
	"slices"
)

// Rank is the part that a person plays in a unit.
type Rank = uint8

// The ranks that the built-in structures give. A rank above these is the user's own.
const (
	Member    Rank = iota
	Leader         // leads the unit: a manager in his team
	Core           // a full participant of a community
	Periphery      // a peripheral participant of a community
)

// Seat is one person's place among the voices of a unit.
type Seat struct {
	Person int32
	Rank   Rank
	Tie    float32 // the weight of his tie to the unit; the built-in structures give 1
}

// Unit is the plain description of one social unit, from which Units are built.
type Unit struct {
	Voices   []Seat
	Audience []int32 // who learns from the unit; nil: its voices
}

// Units are social units over people 0..n-1: who is heard in each (its voices) and who learns from it (its audience).
// A person's seats are the units in whose audience he is.
//
// The circles of a graph are units too, one per person: his contacts are the voices, he alone is the audience. They are
// implicit: no list is stored beside the graph, and what is objective in a circle lasts one tick.
type Units struct {
	people   int
	voices   rows
	ranks    []Rank
	ties     []float32
	audience rows
	seats    rows   // the transpose of audience: person -> units
	circles  *Graph // set: the units are its circles
}

// rows is a list of lists of int32, flat.
type rows struct {
	starts []int
	items  []int32
}

func (r *rows) at(i int) []int32 { return r.items[r.starts[i]:r.starts[i+1]] }
func (r *rows) len() int         { return len(r.starts) - 1 }

// Structure builds social units over n people. It draws from src only, so that the same chance gives the same units.
type Structure interface {
	Build(n int, src Source) (*Units, error)
}

// Rewirer is a structure that changes by itself. Rewire is called before every tick, the first included, and changes u, which
// the structure has built, in place: the number of units and of each unit's voices stays below what Build gave.
type Rewirer interface {
	Structure
	Rewire(u *Units, tick int, src Source)
}

// NewUnits returns the given units over n people. Nobody may be twice among the voices, or twice in the audience, of one unit;
// every person is in 0..n-1; a tie is a number of at least 0.
func NewUnits(n int, units ...Unit) (*Units, error) {
	if n < 1 || n > MaxPeople {
		return nil, fmt.Errorf("network: %d people, want 1 to %d", n, MaxPeople)
	}
	u := &Units{people: n}
	u.voices.starts = append(u.voices.starts, 0)
	u.audience.starts = append(u.audience.starts, 0)
	last := make([]int, n) // the last unit, counted from 1, that a person was met in
	for k, unit := range units {
		for _, s := range unit.Voices {
			if err := meet(last, s.Person, k, "voices"); err != nil {
				return nil, err
			}
			if !(s.Tie >= 0) {
				return nil, fmt.Errorf("network: unit %d: the tie of person %d is %v, want at least 0", k, s.Person, s.Tie)
			}
			u.voices.items = append(u.voices.items, s.Person)
			u.ranks = append(u.ranks, s.Rank)
			u.ties = append(u.ties, s.Tie)
		}
		u.voices.starts = append(u.voices.starts, len(u.voices.items))
	}
	clear(last)
	for k, unit := range units {
		if unit.Audience == nil {
			u.audience.items = append(u.audience.items, u.voices.at(k)...)
		}
		for _, p := range unit.Audience {
			if err := meet(last, p, k, "audience"); err != nil {
				return nil, err
			}
			u.audience.items = append(u.audience.items, p)
		}
		u.audience.starts = append(u.audience.starts, len(u.audience.items))
	}
	u.seat()
	return u, nil
}

func meet(last []int, p int32, unit int, list string) error {
	if p < 0 || int(p) >= len(last) {
		return fmt.Errorf("network: unit %d: person %d among the %s, want 0 to %d", unit, p, list, len(last)-1)
	}
	if last[p] == unit+1 {
		return fmt.Errorf("network: unit %d: person %d is twice among the %s", unit, p, list)
	}
	last[p] = unit + 1
	return nil
}

// seat fills the seats from the audiences, in the order of the units.
func (u *Units) seat() {
	counts := make([]int, u.people+1)
	for _, p := range u.audience.items {
		counts[p+1]++
	}
	for p := range u.people {
		counts[p+1] += counts[p]
	}
	u.seats = rows{starts: counts, items: make([]int32, len(u.audience.items))}
	next := slices.Clone(counts)
	for k := range u.audience.len() {
		for _, p := range u.audience.at(k) {
			u.seats.items[next[p]] = int32(k)
			next[p]++
		}
	}
}

// NewCircles returns the circles of a graph: unit p has the people whom p hears as voices, and p alone as audience. The graph is
// kept, not copied.
func NewCircles(g *Graph) *Units { return &Units{people: g.People(), circles: g} }

// People is the number of people.
func (u *Units) People() int { return u.people }

// Len is the number of units.
func (u *Units) Len() int {
	if u.circles != nil {
		return u.people
	}
	return u.voices.len()
}

// Circles is the graph whose circles the units are, or nil if they are not circles.
func (u *Units) Circles() *Graph { return u.circles }

// Voices are the people heard in a unit. The caller must not change the list.
func (u *Units) Voices(unit int) []int32 {
	if u.circles != nil {
		return u.circles.Heard(unit)
	}
	return u.voices.at(unit)
}

// Ranks are the ranks of the unit's voices, in their order; nil stands for all Member.
func (u *Units) Ranks(unit int) []Rank {
	if u.circles != nil {
		return nil
	}
	return u.ranks[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// Ties are the weights of the unit's voices, in their order; nil stands for all 1.
func (u *Units) Ties(unit int) []float32 {
	if u.circles != nil {
		return u.circles.Ties(unit)
	}
	return u.ties[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// Audience are the people who learn from a unit. Of circles it allocates.
func (u *Units) Audience(unit int) []int32 {
	if u.circles != nil {
		return []int32{int32(unit)}
	}
	return u.audience.at(unit)
}

// Of are the units that a person learns from: his seats. Of circles it allocates.
func (u *Units) Of(person int) []int32 {
	if u.circles != nil {
		return []int32{int32(person)}
	}
	return u.seats.at(person)
}

// Unit returns the plain description of one unit, in storage of its own.
func (u *Units) Unit(unit int) Unit {
	ids, ranks, ties := u.Voices(unit), u.Ranks(unit), u.Ties(unit)
	seats := make([]Seat, len(ids))
	for k, p := range ids {
		seats[k] = Seat{Person: p, Tie: 1}
		if ranks != nil {
			seats[k].Rank = ranks[k]
		}
		if ties != nil {
			seats[k].Tie = ties[k]
		}
	}
	return Unit{Voices: seats, Audience: slices.Clone(u.Audience(unit))}
}
