package kernel

// A Block is a number of people, or of units, at one tick: those numbered From to To-1. A rule that
// can work on all of them at once has a method of one of the Block interfaces. The method must do
// exactly what the rule does one by one. Or it must do nothing and report false; then the engine
// calls the rule one by one. The engine uses blocks only if the plan supports the scenario (see
// sim.Plan), and the rule remembers nothing or is a BlockRememberer.
type Block struct {
	From, To, Tick int
	Dimensions     int
	Key            Key     // of the rule's streams
	Stream         *Stream // scratch: see Chance

	Beliefs *Bare   // by person
	Claims  *Bare   // by person; if units hear other units, then by unit
	Norms   *Bare   // see NormOf
	First   int     // if Rows is nil, the person or unit of the first row of Norms
	Rows    []int32 // when people learn: the row of each person's norm; -1: he learns nothing

	// These are for units that decide. Unit u hears Heard[Starts[u]:Starts[u]+Counts[u]], or, if
	// Counts is nil, Heard[Starts[u]:Starts[u+1]].
	Starts, Counts []uint32
	Heard          []int32
	Circles        bool    // the units are circles of people: norms start empty
	Standing       []int32 // of the voices, if Judged is false
	Own            []int32 // standings of the units, unit From first; nil: circles, see Standing
	Far            *Far    // of Starts and Heard, or nil

	// If Judged is true, each unit judges its voices by the marks that it sees. Marks are bits for
	// what reality pays. The standing of a body is the number of its right marks that are seen,
	// less the wrong ones. Right and Wrong have as many words per body as Seen has per unit. Seen
	// is nil if reality has no marks.
	Judged       bool
	Seen         []uint64 // by unit, unit From first
	Right, Wrong []uint64 // by voice, as rows of Claims; Wrong may be nil: there are no wrong marks
	About        []uint64 // by unit: the dimensions in which its norm may change; nil: all

	// These are for rules that remember, and for people who learn from units whose rule does.
	Memory    BlockMemory
	At        []int32 // as Heard: the place of each among all voices of the unit; nil: in order
	FromUnits int     // ids from here on are units; 0: all are people
	Units     []int32 // when people learn: from which unit, person From first; nil: the own circle

	// These are for people.
	Selves     []uint64 // EachSelf words of each person: what he is beside his beliefs
	EachSelf   int
	Spoken     []uint64 // EachSpoken words of each person: what the rule of speaking remembers
	EachSpoken int

	// The rule counts changes. When people learn, it adds to Changed the dimensions that each
	// person changes, and to Taken their sum. When units decide that are not circles, it adds to
	// Objectified the dimensions in which norms change.
	Changed            []int32 // by person
	Taken, Objectified int64

	voices Voices // scratch
	slots  []Slots
	list   []uint32
	votes  []Word
	open   []uint64

	standings []int32
	places    []int32 // scratch: see AboveAt
	ballots   ballots
	coins     FirstCoins
	calls     []FirstCoins
	learner   Learner
	taught    *Bare
	touched   uint64 // keeps the compiler from removing the reads of touch
}

// The Block interfaces are implemented by rules that work on many people or units at once.
type (
	// BlockExternalizer lets people speak. Their claims start as they were last tick.
	BlockExternalizer interface {
		ExternalizeBlock(b *Block) bool
	}
	// BlockObjectifier lets units decide. Norms start as the last tick left them. The norms of
	// circles may hold anything and count as empty. It adds to Objectified.
	BlockObjectifier interface {
		ObjectifyBlock(b *Block) bool
	}
	// BlockInternalizer lets people learn, each from his norm (see NormOf). It adds to Changed and
	// Taken.
	BlockInternalizer interface {
		InternalizeBlock(b *Block) bool
	}
)

// Ahead is a BlockObjectifier that profits from early reads of people who are far away in memory.
// The engine then sets Block.Far.
type Ahead interface{ ReadsAhead() bool }

// NormOf returns the norm from which a person learns, or that a unit makes. It is nil for a person
// who learns nothing.
func NormOf[K ~[]W, W Bits](b *Block, id int) K {
	if b.Rows == nil {
		return Dress[K](b.Norms).Row(id - b.First)
	}
	if row := b.Rows[id-b.From]; row >= 0 {
		return Dress[K](b.Norms).Row(int(row))
	}
	return nil
}

// Chance returns the stream of a person or unit, from its beginning. It is valid until the next
// call.
func (b *Block) Chance(id int) *Stream {
	b.Stream.Reset(b.Key, b.Tick, id)
	return b.Stream
}

// HeardIn returns the voices of a unit.
func (b *Block) HeardIn(unit int) []int32 {
	first, end := b.Starts[unit], b.Starts[unit+1]
	if b.Counts != nil {
		end = first + b.Counts[unit]
	}
	return b.Heard[first:end]
}
