package sim_test

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/sim"
)

// earth is what reality pays for bodies of at most two dimensions: additive, in blocks, or as an NK
// landscape.
type earth struct {
	size   int // of blocks; 0: matches minus mismatches
	seen   int // dimensions on which others judge (0: all)
	rugged sim.Sighted
}

// everywhere is the set of all dimensions, as bits.
const everywhere = 1<<exactDimensions - 1

// samples returns the sets of dimensions on which others may judge.
func (w earth) samples(dimensions int) odds[int] {
	if w.seen == 0 {
		return surely(everywhere)
	}
	var all []int
	for set := range 1 << dimensions {
		if bits.OnesCount(uint(set)) == w.seen && (w.size < 2 || set == everywhere) {
			all = append(all, set)
		}
	}
	return alike(all)
}

// pays returns the score of a body in some dimensions.
func (w earth) pays(truth, b body, seen int) int {
	if w.rugged != nil {
		return w.looksUp(b, seen)
	}
	score, right := 0, 0
	for d := range truth {
		if seen>>d&1 != 0 {
			score += int(truth[d] * b[d])
		}
		if truth[d] == b[d] && truth[d] != 0 {
			right |= 1 << d
		}
	}
	switch w.size {
	case 0:
		return score
	case 1:
		return bits.OnesCount(uint(right & seen))
	}
	if right == everywhere {
		return w.size
	}
	return 0
}

// looksUp takes the score from the landscape, whose contributions have their own tests.
func (w earth) looksUp(b body, seen int) int {
	k := make(agents.Knowledge, 1)
	for d, v := range b {
		k.Set(d, agents.Belief(v))
	}
	if seen == everywhere {
		return int(w.rugged.Score(k))
	}
	return int(w.rugged.ScoreOn(k, []uint64{uint64(seen)}))
}

// settled is a reality with a given truth, or a given NK landscape.
type settled struct {
	of         sim.Reality
	truth      body
	dimensions int
	rugged     sim.Landscape
}

// New draws worlds until one has the given truth.
func (r settled) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	if r.rugged != nil {
		return r.rugged, nil
	}
	for {
		l, err := r.of.New(dimensions, s)
		if err != nil || bodyOf(l.Truth(), dimensions) == r.truth {
			return l, err
		}
	}
}

func bodyOf(k agents.Knowledge, dimensions int) (b body) {
	for d := range dimensions {
		b[d] = int8(k.Get(d))
	}
	return b
}
