package agents

// Person is what a rule sees of one person at one tick. Its stream holds the random numbers of this
// person for this tick and this rule.
type Person struct {
	ID, Tick   int
	Tenure     int   // ticks since he joined, 0 in his first tick; a founder joined at tick 0
	Founder    bool  // he has been a member from the beginning
	Dimensions int   // in rules of opinions: topics
	Standing   int32 // what reality paid for his beliefs when the tick began
	Took       int   // dimensions that he has changed so far this tick, by internalizing
	// for a Reflector only: how much more reality pays him now than when the tick began
	Gained int32
	Self   []uint64 // what he is beside his beliefs (see sim.Selves), nil if nothing
	Memory []uint64 // what the rule remembers of him (see Memory), nil if nothing
	// For an Experiencer only: the dimensions that at least one of the units from which he learns
	// is about, as a mask. It is nil if that is everything, or if he has no seat.
	About []uint64

	// These are set for an Internalizer, a Participant and an Asker. From is the unit, read only.
	// Rank and Weight are his rank and the weight of his tie as a voice of that unit, 0 and 1 if he
	// is no voice. Seat is what the rule remembers of his seat there.
	From   *Unit
	Rank   uint8 // a network.Rank
	Weight float64
	Seat   []uint64

	// The replicates, where lanes are replicates and Knowledge has a word per dimension (see
	// Lanewise); else 0.
	Replicates uint64
	*Stream
}

// Lanes returns the lanes of word i that are in use, as dimensions or as replicates.
func (p *Person) Lanes(i int) uint64 { return usedLanes(p.Replicates, p.Dimensions, i) }

func usedLanes(replicates uint64, dimensions, i int) uint64 {
	if replicates != 0 {
		return replicates
	}
	return Lanes(dimensions, i)
}

// Unit is what a rule sees of one social unit at one tick.
type Unit struct {
	ID, Tick   int
	Dimensions int // in rules of opinions: topics

	// Standing is the score of its norm when the tick began, or, for a circle, that of its person's
	// beliefs. An Objectifier sees the score on the dimensions that the unit judges by. Those are
	// fewer than all if the unit has an agenda or if merit is seen in part (see sim.Channel).
	Standing int32
	// Standings replaces Standing where lanes are replicates. Word j holds binary digit j of the
	// standing in every replicate, the lowest digit first.
	Standings []uint64

	About  []uint64 // mask of the dimensions that it is about this tick; nil: all
	Memory []uint64 // what its rule remembers of it (see Memory), nil if nothing
	Planes []uint64 // what its rule remembers of it per dimension, nil if nothing

	// The replicates, where lanes are replicates and Knowledge has a word per dimension (see
	// Lanewise); else 0.
	Replicates uint64
	*Stream
}

// Lanes returns the lanes of word i that are in use, as dimensions or as replicates.
func (u *Unit) Lanes(i int) uint64 { return usedLanes(u.Replicates, u.Dimensions, i) }

// Part is what a person does in a unit at one tick.
type Part uint8

// A person hears if he learns from the unit. He is heard if he is one of its voices.
const (
	Neither Part = 0
	Hears   Part = 1
	Heard   Part = 2
	Both         = Hears | Heard
)
