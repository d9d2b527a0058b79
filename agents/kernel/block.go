package kernel

// A Block is some people, or some units, who act at one tick: those whose numbers are From to To-1.
// A rule that can work on all of them at once says so by one of the Block interfaces. It must do
// exactly what it does one by one, or report false and do nothing: then the engine asks it one by
// one. The engine asks only where the rule remembers nothing and the plan knows all that is set
// (see sim.Plan).
type Block struct {
	From, To, Tick int
	Dimensions     int
	Key            Key     // of the rule's chance
	Stream         *Stream // scratch: see Chance

	Beliefs *Bare   // by person
	Claims  *Bare   // by person, and after the people by unit where units hear others
	Norms   *Bare   // see NormOf
	First   int     // the person or unit of the first row of Norms, where Rows is nil
	Rows    []int32 // of people who learn: the row of each one's norm, -1 for who learns nothing

	// Of units that decide. Unit u hears Heard[Starts[u]:Starts[u]+Counts[u]], or, where Counts is
	// nil, Heard[Starts[u]:Starts[u+1]].
	Starts, Counts []uint32
	Heard          []int32
	Circles        bool    // the units are circles of people: norms come empty
	Standing       []int32 // of those heard, where Judged is false
	Own            []int32 // of the units, unit From first; nil: of circles, by person in Standing
	Far            *Far    // of Starts and Heard, or nil

	// Judged: each unit judges those whom it hears by what it sees. Marks are bits for what a body
	// is paid for; a body stands by the number of its right marks that are seen, less the wrong
	// ones. All have as many words a body as Seen has a unit. Seen is nil where the world has no
	// marks.
	Judged       bool
	Seen         []uint64 // by unit, unit From first
	Right, Wrong []uint64 // by those heard; Wrong may be nil: nothing counts against anybody
	About        []uint64 // by unit: the dimensions in which its norm may change; nil: all

	// What a rule counts: of people who learn it adds to Changed the dimensions that each changes,
	// and to Taken their sum; of units that are no circles it adds changes of norms to Objectified.
	Changed            []int32 // by person
	Taken, Objectified int64

	voices  Voices // scratch
	slots   []Slots
	list    []uint32
	votes   []Word
	open    []uint64
	ballots ballots
	coins   FirstCoins
	learner Learner
	taught  *Bare
	touched uint64 // nobody reads it
}

// The Block interfaces are those of rules that work on many people or units at once.
type (
	// BlockExternalizer lets people speak: their claims come as they were said before.
	BlockExternalizer interface {
		ExternalizeBlock(b *Block) bool
	}
	// BlockObjectifier lets units decide: norms come as they stand, and those of circles with
	// whatever is there. It adds to Objectified.
	BlockObjectifier interface {
		ObjectifyBlock(b *Block) bool
	}
	// BlockInternalizer lets people learn, each from his norm (see NormOf). It adds to Changed and
	// Taken.
	BlockInternalizer interface {
		InternalizeBlock(b *Block) bool
	}
)

// Ahead is a BlockObjectifier that reads ahead who is heard far away in memory: the engine then
// gives it Far.
type Ahead interface{ ReadsAhead() bool }

// NormOf is the norm from which a person learns, or that a unit makes; nil for who learns nothing.
func NormOf[K ~[]W, W Bits](b *Block, id int) K {
	if b.Rows == nil {
		return Dress[K](b.Norms).Row(id - b.First)
	}
	if row := b.Rows[id-b.From]; row >= 0 {
		return Dress[K](b.Norms).Row(int(row))
	}
	return nil
}

// Chance is the stream of a person or unit, from its beginning. It is valid until the next call.
func (b *Block) Chance(id int) *Stream {
	b.Stream.Reset(b.Key, b.Tick, id)
	return b.Stream
}

// HeardIn are those heard in a unit.
func (b *Block) HeardIn(unit int) []int32 {
	first, end := b.Starts[unit], b.Starts[unit+1]
	if b.Counts != nil {
		end = first + b.Counts[unit]
	}
	return b.Heard[first:end]
}
