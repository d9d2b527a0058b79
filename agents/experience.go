package agents

// Flip tries another belief in one dimension, drawn from all alike: the opposite, or, where there
// is none, a fair coin. It is the individual search of Lazer and Friedman (2007).
type Flip struct {
	Idle bool // only in a tick in which one has taken nothing over from others
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
