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
	if coins[0] != nil {
		r.pullWord(b, &coins)
		return
	}
	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
	for id := b.From; id < b.To; id++ {
		norm, unit := kernel.NormOf[agents.Knowledge](b, id), int(b.Units[id-b.From])
		if norm == nil || unit < 0 {
			continue
		}
		changed := r.pullWords(startedIn(b, unit), b.Chance(id), norm, beliefs.Row(id))
		b.Changed[id] += int32(changed)
		b.Taken += int64(changed)
	}
}

// pullWord is pullAll for bodies of one word.
func (r Take) pullWord(b *kernel.Block, coins *[MostStrength + 1]*kernel.FirstCoins) {
	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs).Words(b.From, b.To)
	norms := kernel.Dress[agents.Knowledge](b.Norms)
	all := norms.Words(0, norms.Len())
	for k, unit := range b.Units[:len(beliefs)] {
		id, belief, row := b.From+k, &beliefs[k], b.From+k-b.First
		if b.Rows != nil {
			row = int(b.Rows[k])
		}
		if row < 0 || unit < 0 {
			continue
		}
		norm := all[row]
		open := belief.Differs(norm) & norm.Known()
		if open == 0 {
			continue
		}
		heads := pulled(startedIn(b, int(unit)).at(0), coins, b.Tick, id, open)
		*belief = r.move(*belief, norm, heads)
		changed := bits.OnesCount64(heads)
		b.Changed[id] += int32(changed)
		b.Taken += int64(changed)
	}
}

// startedIn returns the strengths of a unit when the tick began. Its rule must be a Vote.
func startedIn(b *kernel.Block, unit int) started {
	planes := b.Memory.PlanesOf(unit)
	if b.Memory.Unit(unit)[0] == uint64(b.Tick)+1 {
		planes = planes[digits:]
	}
	return started(planes)
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
