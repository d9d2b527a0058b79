package kernel

import "math/bits"

// Questions are what the people of a block ask in a tick, each in one unit, of voices who are all
// heard. Each list has an entry for each person, person From first.
type Questions struct {
	From, Tick int
	Dimensions int
	Key        Key     // of the people's streams
	Stream     *Stream // scratch: see Chance

	Units   []int32  // in which he asks; -1: he does not ask
	Words   []uint64 // the first random word of his stream
	Unknown []int32  // agents.Person.Unknown; nil unless the rule ReadsUnknown
	Whom    []int32  // the answer: the id of a voice, Nobody or OneByOne

	// Unit u hears Heard[Starts[u]:Starts[u+1]].
	Starts []uint32
	Heard  []int32
	// Leaders has, for each unit, the id of the only voice whose rank is Leader, Nobody, or
	// OneByOne if there are several. It is nil if nobody is a leader.
	Leaders []int32

	Memory BlockMemory // of the units
	About  []uint64    // by unit: the dimensions that it is about; nil: all
}

// Chance returns the stream of a person, from its beginning. It is valid until the next call.
func (q *Questions) Chance(person int) *Stream {
	q.Stream.Reset(q.Key, q.Tick, person)
	return q.Stream
}

// LeadersOf fills in the Leaders of units by the ranks of all voices.
func LeadersOf(starts []uint32, heard []int32, ranks []uint8, leaders []int32) {
	for u := range leaders {
		leaders[u] = Nobody
		for k := starts[u]; k < starts[u+1]; k++ {
			switch {
			case ranks[k] != Leader:
			case leaders[u] == Nobody:
				leaders[u] = heard[k]
			default:
				leaders[u] = OneByOne
			}
		}
	}
}

// These are answers of a BlockAsker beside the ids of voices.
const (
	Nobody   int32 = -1
	OneByOne int32 = -2 // the engine asks the rule about this person alone
)

// BlockAsker lets many people ask. It does exactly what the rule does one by one, or it does
// nothing and reports false.
type BlockAsker interface {
	AskBlock(q *Questions) bool
	ReadsUnknown() bool
}

// BlockDoer lets many people choose what they do (agents.Activity), by the first random word of
// each one's stream. It does so exactly as the rule does one by one.
type BlockDoer interface {
	DoBlock(words []uint64, do []uint8)
}

// Reluctant is an Asker by which founders, and people whose tenure is Wait or more, ask nobody and
// draw nothing. If all is true, it is not so, and anybody may ask.
type Reluctant interface {
	Reluctant() (wait int, all bool)
}

// Openings fills words with the first word that Stream.Uint64 returns for the ids first, first+1
// and so on, at a tick. It takes a block of 6 rounds for each.
func (k Key) Openings(tick, first int, words []uint64) {
	hi, lo := firstRound(0)
	i := 0
	for ; i+1 < len(words); i += 2 {
		words[i], _, words[i+1], _ = philox5Twice(
			hi^uint64(k)^counter(tick, first+i), lo,
			hi^uint64(k)^counter(tick, first+i+1), lo, uint64(k)+philoxWeyl)
	}
	if i < len(words) {
		words[i], _ = philox6(0, counter(tick, first+i), uint64(k))
	}
}

// Draw returns the integer that Stream.IntN(n) makes of a word. It reports false if IntN would draw
// another word.
func Draw(word uint64, n int) (int, bool) {
	hi, lo := bits.Mul64(word, uint64(n))
	return int(hi), lo >= uint64(n) || lo >= -uint64(n)%uint64(n)
}
