package agenda

import (
	"orglearn/sim"
)

// weigh finds the weight of each dimension, by the ranking.
func (x *unit) weigh() {
	switch x.By {
	case Loss:
		x.weighLoss()
	default:
		for d := range x.weights {
			if x.weights[d] = 0; has(x.about, d) {
				x.weights[d] = x.weight(d)
			}
		}
	}
}

// weight counts voices in one dimension.
func (x *unit) weight(d int) int32 {
	norm, yes, no, opposed := x.norm.Get(d), int32(0), int32(0), int32(0)
	for _, v := range x.voices {
		claim := v.claim.Get(d)
		switch claim {
		case 1:
			yes++
		case -1:
			no++
		}
		if claim != 0 && claim != norm && (v.leads || x.By == Ballot) {
			opposed++
		}
	}
	if x.By == Disagreement {
		return min(yes, no)
	}
	return opposed
}

// weighLoss finds what the norm loses in each dimension, as far as it is seen.
func (x *unit) weighLoss() {
	x.sample()
	world := x.world
	size := 1 // a sample has whole blocks, each marked at its first dimension
	if blocks, ok := x.model.Scenario().Reality.(sim.Blocks); ok {
		size = blocks.Size
	}
	one := make([]uint64, x.width)
	for d := range x.weights {
		switch first := d - d%size; {
		case d > first:
			x.weights[d] = x.weights[first]
		case x.seen != nil && !has(x.seen, d):
			x.weights[d] = 0
		default:
			one[d/64] = 1 << uint(d%64)
			x.weights[d] = world.ScoreOn(world.Truth(), one) - world.ScoreOn(x.norm, one)
			one[d/64] = 0
		}
	}
}
