package agents

// Person is one person as his rules see him at one tick. Its stream holds the chance of this
// person, tick and step.
type Person struct {
	ID, Tick   int
	Tenure     int   // ticks since he came, 0 in his first; of a founder since tick 0
	Founder    bool  // he has been there from the beginning
	Dimensions int   // in rules of opinions: topics
	Standing   int32 // what reality pays for his beliefs as they stood when the tick began
	Took       int   // dimensions that he has changed so far this tick, by internalizing
	// while he reflects: how much more reality pays him than when the tick began
	Gained int32
	Self   []uint64 // what he is beside his beliefs (see sim.Selves), else nil
	Memory []uint64 // what his rule remembers of him (see Memory), else nil

	// While he internalizes, or is asked for his Part: the unit, what he is among its voices (0 and
	// 1 where he is none), and what the rule remembers of his seat in it. From may be read only.
	From   *Unit
	Rank   uint8 // a network.Rank
	Weight float64
	Seat   []uint64

	// Lanes that are replicates where Knowledge has a word per dimension (see Lanewise), else 0.
	Replicates uint64
	*Stream
}

// Lanes are the lanes of word i that hold something: dimensions, or replicates.
func (p *Person) Lanes(i int) uint64 { return hold(p.Replicates, p.Dimensions, i) }

func hold(replicates uint64, dimensions, i int) uint64 {
	if replicates != 0 {
		return replicates
	}
	return Lanes(dimensions, i)
}

// Unit is one social unit as its rule sees it at one tick.
type Unit struct {
	ID, Tick   int
	Dimensions int // in rules of opinions: topics

	// Standing is the score of its norm when the tick began; of a circle, of its person's beliefs.
	// Where merit is seen in part, or the unit has an agenda, its own rule sees the score on what
	// it sees.
	Standing int32
	// Standings is the same of every replicate where lanes are replicates: bit-sliced numbers, the
	// lowest digit first.
	Standings []uint64

	About  []uint64 // the dimensions that it is about this tick, a mask; nil: all
	Memory []uint64 // what its rule remembers of it (see Memory), else nil
	Planes []uint64 // what its rule remembers of it and each dimension, else nil

	// Lanes that are replicates where Knowledge has a word per dimension (see Lanewise), else 0.
	Replicates uint64
	*Stream
}

// Lanes are the lanes of word i that hold something: dimensions, or replicates.
func (u *Unit) Lanes(i int) uint64 { return hold(u.Replicates, u.Dimensions, i) }

// Part is what a person does in a unit at one tick.
type Part uint8

// A person hears when he learns from the unit, and is heard when he is one of its voices.
const (
	Neither Part = 0
	Hears   Part = 1
	Heard   Part = 2
	Both         = Hears | Heard
)
