package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/sim"
)

// Innovation is the share of blocks that are right now for somebody, and that nobody had right at
// the first recorded tick: 0 to 1. A block is so many consecutive dimensions; it is right for a
// person who is right in all of them (sim.Blocks). So what was put together from what several knew,
// or tried and kept, is new, and what spread is not. Right is what is true now: after turbulence a
// block that was held at first can become right, and is not new. With N people, first beliefs of
// -1, 0 and +1 alike, and blocks of b, a share (1-3^-b)^N of the blocks is held by nobody: .289 for
// 100 people and blocks of 4. Innovation is at most that share, as long as reality stays as it is.
//
// It has a history: record tick 0. It keeps a copy of the first beliefs. A block below 1, or one
// that does not divide the dimensions, is an error.
func Innovation(block int) Metric {
	return Metric{
		Name: fmt.Sprintf("innovation in blocks of %d", block), Unit: "share of blocks",
		Run: func() func(*sim.Model) float64 {
			var first *bodies
			return func(m *sim.Model) float64 {
				if first == nil {
					b := ofPeople(m)
					first = &b
				}
				return innovation(*first, ofPeople(m), m.Landscape().Truth(), block)
			}
		},
		Fits: func(s sim.Scenario) error {
			if block < 1 || s.Dimensions%block != 0 {
				return fmt.Errorf("a block of %d, want 1 or more that divides %d dimensions", block,
					s.Dimensions)
			}
			return nil
		},
	}
}

// innovation is the share of blocks that are right in some of the later bodies and none of the
// first.
func innovation(first, now bodies, truth agents.Knowledge, block int) float64 {
	dimensions := truth.Known()
	was, is := first.rightBlocks(truth, block), now.rightBlocks(truth, block)
	found := int64(0)
	for k := range is {
		found += count(is[k] && !was[k])
	}
	return ratio(found, int64(dimensions/block))
}

// rightBlocks says which blocks are right in some body.
func (b bodies) rightBlocks(truth agents.Knowledge, block int) []bool {
	all := make([]bool, truth.Known()/block)
	for i := range b.who {
		body := b.row(i)
		for k := range all {
			all[k] = all[k] || rightIn(body, truth, k*block, (k+1)*block)
		}
	}
	return all
}

// rightIn reports whether a body is true in the dimensions from, ..., to-1.
func rightIn(body, truth agents.Knowledge, from, to int) bool {
	for d := from; d < to; d++ {
		if body.Get(d) != truth.Get(d) {
			return false
		}
	}
	return true
}

// BetweenShare is how unequally knowledge is spread over units: the share of the variance of
// knowledge over seats that lies between the units of a channel, Between/(Between+Within). It is 0
// to 1. If k units have N seats and members do not differ, it is (k-1)/(N-1) on average, not 0.
// Read it at tick 0 for the contrast of endowment (sim.Endowment). It is missing where all know as
// much. A scenario without such a channel is an error.
func BetweenShare(channel string) Metric {
	const name = "share between units"
	return inChannel(name, "share of variance", channel, func(m *sim.Model) float64 {
		between, within := variances(m, channel)
		if between+within == 0 {
			return math.NaN()
		}
		return between / (between + within)
	})
}
