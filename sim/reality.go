package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Reality draws the world at the start of a replicate. The same stream gives the same world.
type Reality interface {
	New(dimensions int, s *agents.Stream) (Landscape, error)
}

// Landscape is a world, and what it pays for a body of beliefs. A landscape never changes, because
// all scenarios of a replicate use the same one at once. simtest.Landscape checks an
// implementation.
type Landscape interface {
	// Score returns what is paid for k. It depends on k alone, and neither changes nor keeps k.
	Score(k agents.Knowledge) int32
	// Max is the largest score, 1 or more.
	Max() int32
	// Truth returns a body of beliefs that scores Max. The caller must not change it.
	Truth() agents.Knowledge
	// Turn returns a world in which each dimension has changed with probability rate, 0 to 1. The
	// landscape itself stays as it is.
	Turn(rate float64, s *agents.Stream) Landscape
}

// Sighted is a landscape in which merit can be judged on a part: units judge voices and norms on a
// sample of dimensions.
type Sighted interface {
	Landscape
	// Seen is the number of dimensions in a sample, 0 to the dimensions; 0 means all.
	Seen() int
	// Sample draws a sample into seen: a bit per dimension, 64 a word, all 0 before.
	Sample(s *agents.Stream, seen []uint64)
	// ScoreOn returns what is paid for k in the dimensions of a sample.
	ScoreOn(k agents.Knowledge, seen []uint64) int32
}

// Whole is a landscape that can say that it takes no 0. Then a body with a 0 scores below every
// body without one, and first beliefs with a 0 are an error.
type Whole interface{ Whole() bool }

// newTruth draws +1 or -1 in every dimension, each with probability 1/2.
func newTruth(dimensions int, s *agents.Stream) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(dimensions))
	for i := range k {
		lanes := agents.Lanes(dimensions, i)
		yes := s.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
	return k
}

// turnAll returns a copy of a truth in which each dimension is reversed with probability rate.
func turnAll(k agents.Knowledge, dimensions int, rate float64, s *agents.Stream) agents.Knowledge {
	t := make(agents.Knowledge, len(k))
	for i, w := range k {
		t[i] = w.Take(agents.Word{Yes: w.No, No: w.Yes}, s.Coins(rate, agents.Lanes(dimensions, i)))
	}
	return t
}

// sample draws k different numbers from 0 to n-1, all with the same probability, and sets the bits
// at step times each (Floyd's algorithm, see sampleFew).
func sample(s *kernel.Stream, n, k, step int, set []uint64) {
	for top := n - k; top < n; top++ {
		at := s.IntN(top+1) * step
		if set[at>>6]>>uint(at&63)&1 != 0 {
			at = top * step
		}
		set[at>>6] |= 1 << uint(at&63)
	}
}
