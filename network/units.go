package network

import "math"

// maxUnits is the largest number of units over the same people.
const maxUnits = math.MaxInt32

// maxPlaces is the largest number of voices, and of people in the audiences that are not those of
// the voices, of all units together.
const maxPlaces = math.MaxUint32

// Rank is the part that a person plays in a unit.
type Rank = uint8

// The ranks that the built-in structures give. A rank above these is the user's own.
const (
	Member    Rank = iota
	Leader         // leads the unit: a manager in his team
	Core           // a full participant of a community
	Periphery      // a peripheral participant of a community
)

// Voice is one person's place among the voices of a unit.
type Voice struct {
	Person int32
	Rank   Rank
	Weight float32 // the weight of his tie to the unit; the built-in structures give 1
}

// Membership says who speaks and who learns in one social unit: Units are built from it.
type Membership struct {
	Voices   []Voice
	Audience []int32 // who learns from the unit; nil: its voices
	Heard    []int32 // other units whose norms are voices here, beside the people; nil: none
}

// Units are social units over people 0..n-1: who is heard in each (its voices) and who learns from
// it (its audience). A person's seats are the units in whose audience he is.
//
// The circles of a graph are units too, one per person: his contacts are the voices, he alone is
// the audience. They are implicit: no list is stored beside the graph, and what is objective in a
// circle lasts one tick. Lasting circles are the same units with lists of their own.
//
// Units take 4 bytes for each voice, 4 for each of the audience unless it is the voices everywhere,
// 4 for each seat and 4 for each person and unit; ranks take 1 and ties 4 bytes for each voice
// where they are not all alike. They are not copied by assignment: see Set and Clone.
type Units struct {
	people   int
	voices   rows
	ranks    []Rank    // nil: all Member
	ties     []float32 // nil: all 1
	audience rows
	together bool   // every audience is its unit's voices: both are the same storage
	seats    rows   // the transpose of audience: person -> units, ascending
	circles  *Graph // set: the units are its circles, implicit
	graph    *Graph // set: the units are its circles, implicit or lasting
	heard    rows   // unit -> the units that it hears; empty: none hears any
	largest  int    // voices of the unit that has most
	home     *Units // where they belong: see Copied
	spare    []int32
}

// rows is a list of lists of int32, flat.
type rows struct {
	starts []uint32
	items  []int32
}

func (r *rows) at(i int) []int32 { return r.items[r.starts[i]:r.starts[i+1]] }
func (r *rows) len() int         { return len(r.starts) - 1 }

// Structure builds social units over n people. It draws from src only, so that the same chance
// gives the same units. A structure is a value that many runs share: Build leaves it as it is, and
// the units belong to the caller. One that serves some numbers of people only says so in a method
// Fits (see agents.Fitter).
type Structure interface {
	Build(n int, src Source) (*Units, error)
}

// Rewirer is a structure that changes by itself. Rewire is called before every tick, the first
// included, and changes u, which the structure has built, in place: the number of people and of
// units stays, and no unit gets more voices than the largest had when it was built. Lists taken
// from u before, and the graph of its circles, no longer hold. To give u the units of a v built
// anew, use Set.
type Rewirer interface {
	Structure
	Rewire(u *Units, tick int, src Source)
}

// NewCircles returns the circles of a graph: unit p has the people whom p hears as voices, and p
// alone as audience. The graph is kept, not copied; nil is a panic.
func NewCircles(g *Graph) *Units {
	if g == nil {
		panic("network: NewCircles of nil, want a graph")
	}
	u := &Units{people: g.People(), circles: g, graph: g}
	u.measure()
	return u
}

// People is the number of people.
func (u *Units) People() int { return u.people }

// Len is the number of units.
func (u *Units) Len() int {
	if u.circles != nil {
		return u.people
	}
	return u.voices.len()
}

// Circles is the graph whose implicit circles the units are, or nil. Of lasting circles it is nil
// too: they have lists and norms as any units have.
func (u *Units) Circles() *Graph { return u.circles }

// Graph is the graph whose circles the units are, implicit or lasting, or nil if they are not
// circles.
func (u *Units) Graph() *Graph { return u.graph }

// Voices are the people heard in a unit. The caller must not change the list.
func (u *Units) Voices(unit int) []int32 {
	if u.circles != nil {
		return u.circles.Heard(unit)
	}
	return u.voices.at(unit)
}

// Ranks are the ranks of the unit's voices, in their order; nil stands for all Member.
func (u *Units) Ranks(unit int) []Rank {
	if u.ranks == nil {
		return nil
	}
	return u.ranks[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// Weights are those of the unit's voices, in their order; nil stands for all 1.
func (u *Units) Weights(unit int) []float32 {
	if u.circles != nil {
		return u.circles.Weights(unit)
	}
	if u.ties == nil {
		return nil
	}
	return u.ties[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// Audience are the people who learn from a unit. The caller must not change the list; of implicit
// circles it is a new one.
func (u *Units) Audience(unit int) []int32 {
	if u.circles != nil {
		return []int32{int32(unit)}
	}
	return u.audience.at(unit)
}

// Of are the units that a person learns from, ascending: his seats. The caller must not change the
// list; of implicit circles it is a new one.
func (u *Units) Of(person int) []int32 {
	if u.circles != nil {
		return []int32{int32(person)}
	}
	return u.seats.at(person)
}

// Membership says who speaks and who learns in one unit, in storage of its own.
func (u *Units) Membership(unit int) Membership {
	ids, ranks, ties := u.Voices(unit), u.Ranks(unit), u.Weights(unit)
	seats := make([]Voice, len(ids))
	for k, p := range ids {
		seats[k] = Voice{Person: p, Weight: 1}
		if ranks != nil {
			seats[k].Rank = ranks[k]
		}
		if ties != nil {
			seats[k].Weight = ties[k]
		}
	}
	return Membership{
		Voices: seats, Audience: append([]int32{}, u.Audience(unit)...),
		Heard: append([]int32(nil), u.Heard(unit)...),
	}
}
