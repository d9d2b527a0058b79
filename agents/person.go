package agents

// Person is one person as his rules see him at one tick. Its stream holds the chance of this person, tick and step.
type Person struct {
	ID, Tick   int
	Dimensions int
	Standing   int32    // what reality pays for his beliefs as they stood at the start of the tick
	Took       int      // dimensions that he has changed so far this tick, by internalizing
	Memory     []uint64 // what his rule remembers (see Rememberer), else nil
	Replicates uint64   // lanes that are replicates where Knowledge has a word per dimension (see Lanewise), else 0
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
	Dimensions int
	Standing   int32    // the score of its norm; of a circle, of its person's beliefs
	Standings  []uint64 // the same of every replicate, where lanes are replicates: a row of Scores
	Memory     []uint64 // what its rule remembers (see Rememberer), else nil
	Replicates uint64   // lanes that are replicates where Knowledge has a word per dimension (see Lanewise), else 0
	*Stream
}

// Lanes are the lanes of word i that hold something: dimensions, or replicates.
func (u *Unit) Lanes(i int) uint64 { return hold(u.Replicates, u.Dimensions, i) }

// Rank is the part a person plays in a unit. Structures give it; rules read it.
type Rank = uint8

// Leader is the rank of who leads a unit, the one rank that rules of this package know.
const Leader Rank = 1
