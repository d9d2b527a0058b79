package kernel

import "math/bits"

// Word is 64 beliefs, one a lane: Yes has the lanes that hold +1, No those that hold -1. The Word
// of package agents has this underlying type, so their pointers convert to each other.
type Word = struct{ Yes, No uint64 }

// wanted returns the lanes in which a norm has a belief that differs from a person's.
func wanted(belief, norm Word) uint64 {
	return ((belief.Yes ^ norm.Yes) | (belief.No ^ norm.No)) & (norm.Yes | norm.No)
}

// take replaces the beliefs in the given lanes by those of a norm.
func take(belief *Word, norm Word, lanes uint64) {
	belief.Yes = belief.Yes&^lanes | norm.Yes&lanes
	belief.No = belief.No&^lanes | norm.No&lanes
}

// keep returns w in the given lanes, and 0 in the others.
func keep(w Word, lanes uint64) Word { return Word{w.Yes & lanes, w.No & lanes} }

// Lane returns the place of one of the lanes of a word, counted from 0. There must be so many.
func Lane(lanes uint64, number int) int {
	return bits.TrailingZeros64(spreadOne(1<<uint(number), lanes))
}

// Spread puts the bits of each set, from the lowest on, into the lanes that are set in the word of
// places, and replaces that word by the result.
func Spread(sets, places []uint64) {
	if spreadWide(sets, places) {
		return
	}
	for i, set := range sets {
		places[i] = spread(set, places[i])
	}
}

// spread is Spread for one word. It takes 5 operations for each bit of the set.
func spread(set, places uint64) (lanes uint64) {
	for ; set != 0 && places != 0; set >>= 1 {
		lanes |= places & -places & -(set & 1)
		places &= places - 1
	}
	return lanes
}

// Known counts the beliefs in words: 16 bytes and 3 operations a word.
func Known(words []Word) int {
	done, n := knownWide(words)
	for _, w := range words[done:] {
		n += bits.OnesCount64(w.Yes | w.No)
	}
	return n
}

// Agreement computes the score of each row against the body with. All rows have the length of that
// body. The score is the number of dimensions in which both hold the same, less those in which they
// hold the opposite. It takes 16 bytes and 9 operations a word.
func Agreement(rows, with []Word, scores []int32) {
	done := agreementWide(rows, with, scores)
	rows, at := rows[done*len(with):], 0
	scores = scores[done:]
	for i := range scores {
		n := 0
		for j, t := range with {
			w := rows[at+j]
			n += bits.OnesCount64(w.Yes&t.Yes|w.No&t.No) - bits.OnesCount64(w.Yes&t.No|w.No&t.Yes)
		}
		scores[i] = int32(n)
		at += len(with)
	}
}
