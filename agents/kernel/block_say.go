package kernel

// Say lets people say each belief with probability rate per dimension. It moves 32 bytes a word,
// and throws the coins. It gives what the first call of Flip gives for each person by himself.
func (b *Block) Say(rate float64) {
	if coins := b.Coins(0, rate); coins != nil {
		beliefs, claims := b.Beliefs.Words(b.From, b.To), b.Claims.Words(b.From, b.To)
		for k := coins.sayWide(b.Tick, b.From, beliefs, claims); k < len(beliefs); k++ {
			w := beliefs[k]
			claims[k] = keep(w, coins.Of(b.Tick, b.From+k, w.Yes|w.No))
		}
		return
	}
	for id := b.From; id < b.To; id++ {
		s, belief, claim := b.Chance(id), b.Beliefs.Row(id), b.Claims.Row(id)
		open := s.Open(len(belief))
		for i, w := range belief {
			open[i] = w.Yes | w.No
		}
		s.Flip(rate, open)
		for i, w := range belief {
			claim[i] = keep(w, open[i])
		}
	}
}
