package kernel

import "math/bits"

// Word is 64 beliefs at once, one a lane: Yes has the lanes held +1, No those held -1. It is the
// type below that of package agents, whose pointers convert to those of this one.
type Word = struct{ Yes, No uint64 }

// wanted returns the lanes in which a norm has a belief, and another than is held.
func wanted(belief, norm Word) uint64 {
	return ((belief.Yes ^ norm.Yes) | (belief.No ^ norm.No)) & (norm.Yes | norm.No)
}

// take makes the beliefs in the given lanes those of a norm.
func take(belief *Word, norm Word, lanes uint64) {
	belief.Yes = belief.Yes&^lanes | norm.Yes&lanes
	belief.No = belief.No&^lanes | norm.No&lanes
}

// keep is a word in the given lanes, and 0 in the others.
func keep(w Word, lanes uint64) Word { return Word{w.Yes & lanes, w.No & lanes} }

// Known counts the beliefs in some words: 16 bytes and 3 operations a word.
func Known(words []Word) int {
	done, n := knownWide(words)
	for _, w := range words[done:] {
		n += bits.OnesCount64(w.Yes | w.No)
	}
	return n
}

// Agreement finds the scores of rows that are each as long as a body of beliefs. The score is the
// number of dimensions in which a row holds the same, less those in which it holds the opposite. It
// reads 16 bytes a word, and takes 9 operations for it.
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
