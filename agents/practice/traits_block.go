package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// traitCoins are the coins of people whose bodies are one word: those of the first call, and those
// of the second by the value of a trait.
type traitCoins struct {
	first *kernel.FirstCoins
	by    [MostTrait + 1]*kernel.FirstCoins
}

// coinsBy returns the coins of a block, for a rate and for one by a trait. It reports false where
// streams must throw them.
func coinsBy(b *kernel.Block, rate float64, by func(value int) float64) (c traitCoins, ok bool) {
	c.first = b.Coins(0, rate)
	for value := range c.by {
		c.by[value] = b.CoinsIn(1+value, 1, by(value))
	}
	return c, c.first != nil
}

// InternalizeBlock does what Internalize does, for many people.
func (r Narrow) InternalizeBlock(b *kernel.Block) bool {
	if r.Slope == 0 || b.EachSelf == 0 {
		b.Absorb(r.Rate)
		return true
	}
	b.CheckLearners()
	coins, inWords := coinsBy(b, r.Rate, r.rate)
	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
	for id := b.From; id < b.To; id++ {
		norm := kernel.NormOf[agents.Knowledge](b, id)
		if norm == nil {
			continue
		}
		belief, trait, taken := beliefs.Row(id), TraitsOf(b.Self(id)).At(Competition), 0
		if inWords {
			open, known := belief[0].Differs(norm[0])&norm[0].Known(), belief[0].Known()
			heads := coins.first.Of(b.Tick, id, open&^known) |
				coins.by[trait].Of(b.Tick, id, open&known)
			belief[0] = belief[0].Take(norm[0], heads)
			taken = bits.OnesCount64(heads)
		} else {
			taken = r.learn(b.Chance(id), r.rate(trait), norm, belief)
		}
		b.Changed[id] += int32(taken)
		b.Taken += int64(taken)
	}
	return true
}

// ExternalizeBlock does what Externalize does, for many people.
func (r Withhold) ExternalizeBlock(b *kernel.Block) bool {
	if r.Slope == 0 || b.EachSelf == 0 || b.EachSpoken != b.Beliefs.Width() {
		return agents.Say{Rate: r.Rate}.ExternalizeBlock(b)
	}
	coins, inWords := coinsBy(b, r.Rate, r.rate)
	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
	claims := kernel.Dress[agents.Knowledge](b.Claims)
	for id := b.From; id < b.To; id++ {
		belief, claim, apart := beliefs.Row(id), claims.Row(id), b.SpokenOf(id)
		trait := TraitsOf(b.Self(id)).At(Individualism)
		if !inWords {
			r.speak(b.Chance(id), r.rate(trait), apart, belief, claim)
			continue
		}
		known := belief[0].Known()
		claim[0] = belief[0].Keep(coins.first.Of(b.Tick, id, known&^apart[0]) |
			coins.by[trait].Of(b.Tick, id, known&apart[0]))
	}
	return true
}

// RemembersInBlocks is true.
func (Withhold) RemembersInBlocks() bool { return true }
