package kernel

import "slices"

// Parts are the places of a number of people at a tick: those numbered From to To-1. A place is a
// person in a unit that hears him or from which he learns.
type Parts struct {
	From, To, Tick int
	Key            Key      // of the rule's streams
	Stream         *Stream  // scratch
	Starts         []uint32 // person p has the places Starts[p] to Starts[p+1]-1
	Seats          []int32  // of each place: the number of his seat; -1: he does not learn there
	Memory         []uint64 // what the rule remembers: Each words for every seat
	Each           int
	Selves         []uint64 // EachSelf words for every person
	EachSelf       int
	Joined         []int32 // of each person: the tick at which he came; nil: all are founders
	Answers        []uint8 // of each place: an agents.Part

	odds   []Odds
	tosser Tosser
	words  []uint64
}

// BlockParticipant lets many people take part. It fills in the answers of all their places. It does
// exactly what the rule does one by one, or it does nothing and reports false. Which of the two it
// does depends on the rule alone, and not on the block.
type BlockParticipant interface{ PartBlock(b *Parts) bool }

// Attentive is a Participant that lets everybody hear in all his units, if AllHear is true.
type Attentive interface{ AllHear() bool }

// Seat returns what the rule remembers of the seat of a place, or nil.
func (b *Parts) Seat(place int) []uint64 {
	seat := int(b.Seats[place])
	if seat < 0 || b.Each == 0 {
		return nil
	}
	return b.Memory[seat*b.Each : (seat+1)*b.Each : (seat+1)*b.Each]
}

// Self returns what a person is beside his beliefs, or nil.
func (b *Parts) Self(person int) []uint64 {
	return b.Selves[person*b.EachSelf : (person+1)*b.EachSelf]
}

// Tenure returns for how many ticks a person has been there, and whether he is a founder.
func (b *Parts) Tenure(person int) (ticks int, founder bool) {
	if b.Joined == nil {
		return b.Tick, true
	}
	joined := int(b.Joined[person])
	return b.Tick - joined, joined == 0
}

// Bounds returns the first place of the block, and the first after it.
func (b *Parts) Bounds() (first, end int) { return int(b.Starts[b.From]), int(b.Starts[b.To]) }

// Odds returns room for the odds of every place of the block, the first place first.
func (b *Parts) Odds() []Odds {
	first, end := b.Bounds()
	if cap(b.odds) < end-first {
		b.odds = make([]Odds, end-first)
	}
	b.odds = b.odds[:end-first]
	return b.odds
}

// Words returns a random word for each place of the block, the first place first. Those of a person
// are the first words of his stream, in the order of his places.
func (b *Parts) Words() []uint64 {
	first, end := b.Bounds()
	b.words = slices.Grow(b.words[:0], end-first)[:end-first]
	for p, words := b.From, b.words; p < b.To; {
		run := p
		for run < b.To && b.Starts[run+1]-b.Starts[run] == 2 {
			run++
		}
		if run > p {
			b.Key.pairs(b.Tick, p, words[:2*(run-p)])
			p, words = run, words[2*(run-p):]
			continue
		}
		n := int(b.Starts[p+1] - b.Starts[p])
		b.Stream.Reset(b.Key, b.Tick, p)
		b.Stream.Fill(words[:n])
		p, words = p+1, words[n:]
	}
	return b.words
}

// Tosser returns what throws the coins of the people, mostly not more than two each.
func (b *Parts) Tosser() *Tosser {
	b.tosser.Open(b.Stream, b.Key, b.Tick, b.From, b.To)
	return &b.tosser
}

// Toss throws a coin for each place, by the odds last asked for, and answers heads or tails. All
// coins of a person are of one stream, in the order of his places. It sets the bits of a mark in
// the first word of a seat where the coin is tails, and clears them where it is heads.
func (b *Parts) Toss(heads, tails uint8, mark uint64) {
	at, _ := b.Bounds()
	odds, seats, answers := b.odds, b.Seats[at:][:len(b.odds)], b.Answers[at:][:len(b.odds)]
	k, differ, t := 0, heads^tails, b.Tosser()
	for p := b.From; p < b.To; p++ {
		t.Begin(p, int(b.Starts[p+1]-b.Starts[p]))
		for end := int(b.Starts[p+1]) - at; k < end; k++ {
			lost := t.Toss(odds[k]) - 1 // all bits if it is tails
			answers[k] = heads ^ differ&uint8(lost)
			if seat := int(seats[k]); seat >= 0 {
				word := &b.Memory[seat*b.Each]
				*word = *word&^mark | mark&lost
			}
		}
	}
}
