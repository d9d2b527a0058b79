package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// InternalizeBlock does what Internalize does, for many people who learn from units.
func (r Take) InternalizeBlock(b *kernel.Block) bool {
	m := &b.Memory
	switch votes := ofVote(m.EachUnit, m.EachPlane, b.Dimensions); {
	case b.Units != nil && votes && r.Pull != 0:
		b.CheckLearners()
		r.pullAll(b)
	case r.Gradual:
		return false
	default:
		b.Absorb(r.Rate)
	}
	return true
}

// pullAll lets each person of a block learn from his unit.
func (r Take) pullAll(b *kernel.Block) {
	var coins [MostStrength + 1]*kernel.FirstCoins
	for g := range coins {
		coins[g] = b.Coins(g, r.rate(g))
	}
	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
	for id := b.From; id < b.To; id++ {
		norm, unit := kernel.NormOf[agents.Knowledge](b, id), int(b.Units[id-b.From])
		if norm == nil || unit < 0 {
			continue
		}
		belief, changed := beliefs.Row(id), 0
		if coins[0] == nil {
			changed = r.pullWords(startedIn(b, unit), b.Chance(id), norm, belief)
		} else if open := belief[0].Differs(norm[0]) & norm[0].Known(); open != 0 {
			heads := pulled(startedIn(b, unit).at(0), &coins, b.Tick, id, open)
			belief[0] = r.move(belief[0], norm[0], heads)
			changed = bits.OnesCount64(heads)
		}
		b.Changed[id] += int32(changed)
		b.Taken += int64(changed)
	}
}

// startedIn returns the strengths of a unit when the tick began.
func startedIn(b *kernel.Block, unit int) started {
	return atStart(b.Memory.Unit(unit), b.Memory.PlanesOf(unit), b.Tick, b.Dimensions)
}

// pulled returns the lanes, of those in which norms of one word are not believed, that a person
// learns. It throws the coins of those strengths only that are there.
func pulled(
	g *grades, coins *[MostStrength + 1]*kernel.FirstCoins, tick, id int, open uint64,
) (heads uint64) {
	for open != 0 {
		at := bits.TrailingZeros64(open)
		a, b, c := g[0]>>at&1, g[1]>>at&1, g[2]>>at&1
		lanes := open &^ (g[0] ^ -a) &^ (g[1] ^ -b) &^ (g[2] ^ -c) // those of the same strength
		heads |= coins[a|b<<1|c<<2].Of(tick, id, lanes)
		open &^= lanes
	}
	return heads
}

// pullWords is pull for norms of several words. It returns how many dimensions change.
func (r Take) pullWords(of started, s *kernel.Stream, norm, belief agents.Knowledge) int {
	var room [16]agents.Word
	before := append(room[:0], belief...)
	r.pull(of, s, norm, belief)
	return belief.Distance(before)
}
