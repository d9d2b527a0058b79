package network

import "math"

// maxUnits is the largest number of units over the same people.
const maxUnits = math.MaxInt32

// maxPlaces is the largest number of list entries of all units together. The lists are those of the
// voices and, where it differs from the voices, of the audience.
const maxPlaces = math.MaxUint32

// Rank is the part that a person plays in a unit.
type Rank = uint8

// The ranks that the built-in structures give. Users may define ranks above these.
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
	Weight float32 // of his tie to the unit, at least 0; the built-in structures give 1
}

// Membership says who speaks and who learns in one social unit. NewUnits builds Units from it.
type Membership struct {
	Voices   []Voice
	Audience []int32 // who learns from the unit; nil: its voices
	Heard    []int32 // numbers of other units whose norms are voices here too; nil: none
	// the rank of each of them here, as for a person; nil: all Member
	HeardRanks []Rank
}

// Units are social units over people 0..n-1. They say who is heard in each unit (its voices) and
// who learns from it (its audience). A person's seats are the units whose audience he belongs to.
//
// The circles of a graph are units too, one for each person. A person's contacts are the voices of
// his circle, and he alone is its audience. Circles are implicit or lasting. Implicit circles store
// no list beside the graph, and their norms last one tick. Lasting circles have lists and norms
// like other units.
//
// Units take 4 bytes for each voice, each member of an audience, each seat, each person and each
// unit. Audiences take no memory if every unit's audience equals its voices. Ranks take 1 byte for
// each voice, unless all are Member. Weights take 4 bytes, unless all are 1. Do not copy Units by
// assignment; use Set or Clone.
type Units struct {
	people   int
	voices   rows
	ranks    []Rank    // nil: all Member
	ties     []float32 // nil: all 1
	audience rows
	together bool   // every audience is its unit's voices: both are the same storage
	seats    rows   // the transpose of audience: person -> units, ascending
	circles  *Graph // not nil: the units are its implicit circles
	graph    *Graph // not nil: the units are its circles, implicit or lasting
	heard    rows   // unit -> the units that it hears; empty: no unit hears another
	// of the items of heard; nil: all Member
	heardRanks []Rank
	largest    int    // the largest number of voices of any unit
	home       *Units // the address of these Units before any copy by assignment: see Copied
	spare      []int32
	revised    *Units // storage for Revise
}

// rows is a list of lists of int32 in one flat slice.
type rows struct {
	starts []uint32
	items  []int32
}

func (r *rows) at(i int) []int32 { return r.items[r.starts[i]:r.starts[i+1]] }
func (r *rows) len() int         { return len(r.starts) - 1 }

// Structure builds social units over n people. It takes random numbers from src only, so the same
// chance gives the same units. Many runs share a structure, so Build must not change it. The units
// belong to the caller. A structure that serves only certain numbers of people says so in a method
// Fits (see agents.Fitter).
type Structure interface {
	Build(n int, src Source) (*Units, error)
}

// Rewirer is a structure whose units change from tick to tick. The engine calls Rewire before every
// tick, the first included. Rewire changes in place the units u that the structure has built. It
// must keep the number of people and the number of units. No unit may get more voices than the
// largest unit had when u was built. A call makes invalid all lists taken from u before and the
// graph of its circles. To replace u by newly built units v, call u.Set(v).
type Rewirer interface {
	Structure
	Rewire(u *Units, tick int, src Source)
}

// NewCircles returns the implicit circles of a graph. The voices of unit p are the people whom
// person p hears, and p alone is its audience. The graph is kept, not copied. A nil graph is a
// panic.
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

// Circles is the graph if the units are its implicit circles, and nil otherwise. It is nil for
// lasting circles, which have lists and norms like other units.
func (u *Units) Circles() *Graph { return u.circles }

// Graph is the graph if the units are its circles, implicit or lasting, and nil otherwise.
func (u *Units) Graph() *Graph { return u.graph }

// Voices are the people heard in a unit. The caller must not change the list.
func (u *Units) Voices(unit int) []int32 {
	if u.circles != nil {
		return u.circles.Heard(unit)
	}
	return u.voices.at(unit)
}

// Ranks are the ranks of a unit's voices, in the order of Voices. It is nil if all voices of all
// units are Member.
func (u *Units) Ranks(unit int) []Rank {
	if u.ranks == nil {
		return nil
	}
	return u.ranks[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// AllRanks are the ranks of the voices of all units, unit after unit, or nil: all are 0.
func (u *Units) AllRanks() []Rank { return u.ranks }

// Weights are the weights of a unit's voices, in the order of Voices. It is nil if all are 1.
func (u *Units) Weights(unit int) []float32 {
	if u.circles != nil {
		return u.circles.Weights(unit)
	}
	if u.ties == nil {
		return nil
	}
	return u.ties[u.voices.starts[unit]:u.voices.starts[unit+1]]
}

// Audience are the people who learn from a unit. The caller must not change the list. For implicit
// circles the list is newly allocated.
func (u *Units) Audience(unit int) []int32 {
	if u.circles != nil {
		return []int32{int32(unit)}
	}
	return u.audience.at(unit)
}

// Of are the units that a person learns from, ascending: his seats. The caller must not change the
// list. For implicit circles the list is newly allocated.
func (u *Units) Of(person int) []int32 {
	if u.circles != nil {
		return []int32{int32(person)}
	}
	return u.seats.at(person)
}

// Membership says who speaks and who learns in one unit. The result shares no storage with u.
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
		Heard:      append([]int32(nil), u.Heard(unit)...),
		HeardRanks: append([]Rank(nil), u.HeardRanks(unit)...),
	}
}
