package kernel

import "math/bits"

// Fill lets people take their norms over where they have no belief, with probability rate per
// dimension. It moves 48 bytes a word, and throws the coins. It panics if the parts of the block
// have sizes that do not fit together.
func (b *Block) Fill(rate float64) {
	b.checkLearners()
	b.Scratch()
	coins := b.Coins(0, rate)
	for id := b.From; id < b.To; id++ {
		norm, belief := NormOf[[]Word](b, id), b.Beliefs.Row(id)
		any, open := uint64(0), b.open[:len(belief)]
		for i := range norm {
			open[i] = (norm[i].Yes | norm[i].No) &^ (belief[i].Yes | belief[i].No)
			any |= open[i]
		}
		if norm == nil || any == 0 {
			continue
		}
		if coins != nil {
			open[0] = coins.Of(b.Tick, id, open[0])
		} else {
			b.Chance(id).Flip(rate, open)
		}
		changed := 0
		for i := range norm {
			take(&belief[i], norm[i], open[i])
			changed += bits.OnesCount64(open[i])
		}
		b.Changed[id] += int32(changed)
		b.Taken += int64(changed)
	}
}
