package agents

// Flip tries another belief in one dimension. The dimension is drawn with equal chances. The new
// belief is the opposite of the old one, or a fair coin if there was none. It is the individual
// search of Lazer and Friedman (2007).
type Flip struct {
	Idle bool // try only in ticks in which the person took nothing over from others
}

// Try implements Experiencer.
func (r Flip) Try(p *Person, belief, trial Knowledge) bool {
	if r.Idle && p.Took > 0 {
		return false
	}
	d := p.IntN(p.Dimensions)
	other := -belief.Get(d)
	if other == 0 {
		other = 1 - 2*Belief(p.Coins(.5, 1))
	}
	trial.Set(d, other)
	return true
}
