package agents

import (
	"math/bits"

	"orglearn/agents/kernel"
)

// Belief is what is held of one dimension: +1 (yes), -1 (no) or 0 (nothing).
type Belief int8

// Word is 64 beliefs, one per lane (bit). Yes has the lanes that hold +1, No those that hold -1.
// Yes&No must be 0. The methods promise nothing for other words.
type Word struct{ Yes, No uint64 }

// Known returns the lanes with a belief.
func (w Word) Known() uint64 { return w.Yes | w.No }

// Keep returns w in the given lanes, and 0 in the others.
func (w Word) Keep(lanes uint64) Word { return Word{w.Yes & lanes, w.No & lanes} }

// Differs returns the lanes in which w and o are not the same.
func (w Word) Differs(o Word) uint64 { return (w.Yes ^ o.Yes) | (w.No ^ o.No) }

// Opposes returns the lanes in which one word holds +1 and the other -1.
func (w Word) Opposes(o Word) uint64 { return w.Yes&o.No | w.No&o.Yes }

// Take returns o in the given lanes, and w in the others.
func (w Word) Take(o Word, lanes uint64) Word {
	return Word{w.Yes&^lanes | o.Yes&lanes, w.No&^lanes | o.No&lanes}
}

// Step moves w one step towards o in the given lanes: from the opposite belief to none, and from
// none to the belief of o.
func (w Word) Step(o Word, lanes uint64) Word {
	return w.Take(o.Keep(^w.Known()), lanes&w.Differs(o))
}

// Knowledge is a body of beliefs, 64 dimensions a word: dimension d is lane d%64 of word d/64.
// Lanes past the last dimension are 0.
type Knowledge []Word

// Get returns the belief in dimension d.
func (k Knowledge) Get(d int) Belief {
	w, lane := k[d>>6], uint(d&63)
	return Belief(w.Yes>>lane&1) - Belief(w.No>>lane&1)
}

// Set sets the belief in dimension d to the sign of b.
func (k Knowledge) Set(d int, b Belief) {
	bit := uint64(1) << uint(d&63)
	w := Word{k[d>>6].Yes &^ bit, k[d>>6].No &^ bit}
	switch {
	case b > 0:
		w.Yes |= bit
	case b < 0:
		w.No |= bit
	}
	k[d>>6] = w
}

// Known counts the dimensions with a belief.
func (k Knowledge) Known() int {
	n := 0
	for _, w := range k {
		n += bits.OnesCount64(w.Known())
	}
	return n
}

// Distance counts the dimensions in which k and o differ. Both have the same length.
func (k Knowledge) Distance(o Knowledge) int {
	n := 0
	for i, w := range k {
		n += bits.OnesCount64(w.Differs(o[i]))
	}
	return n
}

// Agreement counts the dimensions in which k and o hold the same belief, less those in which they
// hold opposite beliefs. Both have the same length.
func (k Knowledge) Agreement(o Knowledge) int {
	n := 0
	for i, w := range k {
		n += bits.OnesCount64(w.Yes&o[i].Yes|w.No&o[i].No) - bits.OnesCount64(w.Opposes(o[i]))
	}
	return n
}

// Equal reports whether k and o are the same. Both have the same length.
func (k Knowledge) Equal(o Knowledge) bool {
	for i, w := range k {
		if w != o[i] {
			return false
		}
	}
	return true
}

// Clone returns a copy with its own storage. A rule or an observer that keeps a body must clone it,
// because the engine changes the body later.
func (k Knowledge) Clone() Knowledge { return append(Knowledge(nil), k...) }

// Width returns the number of words that hold a number of dimensions.
func Width(dimensions int) int { return kernel.Width(dimensions) }

// Lanes returns the lanes of word i that hold a dimension.
func Lanes(dimensions, i int) uint64 {
	if left := dimensions - i*64; left < 64 {
		return 1<<uint(max(left, 0)) - 1
	}
	return ^uint64(0)
}
