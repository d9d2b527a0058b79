package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Reality is how the world is drawn at the start of a replicate. The same stream gives the same
// world.
type Reality interface {
	New(dimensions int, s *agents.Stream) (Landscape, error)
}

// Landscape is a world, and what it pays for a body of beliefs. It never changes: one landscape
// serves all scenarios of a replicate at once. simtest.Landscape tries what is said here.
type Landscape interface {
	// Score is what is paid for k, by k alone, which it neither changes nor keeps.
	Score(k agents.Knowledge) int32
	// Max is the most that is paid, 1 or more.
	Max() int32
	// Truth is a body of beliefs that is paid most. It must not be changed.
	Truth() agents.Knowledge
	// Turn returns the world after a change that reaches each dimension with probability rate. This
	// one stays as it is.
	Turn(rate float64, s *agents.Stream) Landscape
}

// Sighted is a landscape of which others see a part only: units judge voices and norms by a sample.
type Sighted interface {
	Landscape
	// Seen is the number of dimensions in a sample, 0 for all.
	Seen() int
	// Sample draws a sample into seen, which has a word per 64 dimensions and comes 0.
	Sample(s *agents.Stream, seen []uint64)
	// ScoreOn is what is paid for k in the dimensions of a sample.
	ScoreOn(k agents.Knowledge, seen []uint64) int32
}

// Whole is a landscape that can say that it takes no 0: a body with a 0 in it scores below every
// whole one.
type Whole interface{ Whole() bool }

func truth(dimensions int, s *agents.Stream) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(dimensions))
	for i := range k {
		lanes := agents.Lanes(dimensions, i)
		yes := s.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
	return k
}

func turned(k agents.Knowledge, dimensions int, rate float64, s *agents.Stream) agents.Knowledge {
	t := make(agents.Knowledge, len(k))
	for i, w := range k {
		t[i] = w.Take(agents.Word{Yes: w.No, No: w.Yes}, s.Coins(rate, agents.Lanes(dimensions, i)))
	}
	return t
}

// sample sets the bits at step times k of n different numbers, drawn from all alike (Floyd's
// algorithm).
func sample(s *kernel.Stream, n, k, step int, set []uint64) {
	for top := n - k; top < n; top++ {
		at := s.IntN(top+1) * step
		if set[at>>6]>>uint(at&63)&1 != 0 {
			at = top * step
		}
		set[at>>6] |= 1 << uint(at&63)
	}
}
