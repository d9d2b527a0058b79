package agents

import "orglearn/agents/kernel"

// Absorb takes the norm over where it differs from the belief, with probability Rate per dimension.
// An empty norm teaches nothing.
type Absorb struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Absorb) Internalize(p *Person, norm, belief Knowledge) {
	open := p.Open(len(norm))
	for i, n := range norm {
		open[i] = belief[i].Differs(n) & n.Known()
	}
	p.Flip(r.Rate, open)
	for i, n := range norm {
		belief[i] = belief[i].Take(n, open[i])
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Absorb) Validate() error { return kernel.CheckRate("Absorb.Rate", r.Rate) }

// Monotone is true.
func (Absorb) Monotone() bool { return true }

// Lanewise is true.
func (Absorb) Lanewise() bool { return true }

// Gradual moves one step towards the norm where it differs from the belief, with probability Rate
// per dimension. A step goes from the opposite belief to none, or from none to the norm's belief.
// March's program (1991) learns so.
type Gradual struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Gradual) Internalize(p *Person, norm, belief Knowledge) {
	open := p.Open(len(norm))
	for i, n := range norm {
		open[i] = belief[i].Differs(n) & n.Known()
	}
	p.Flip(r.Rate, open)
	for i, n := range norm {
		belief[i] = belief[i].Step(n, open[i])
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Gradual) Validate() error { return kernel.CheckRate("Gradual.Rate", r.Rate) }

// Monotone is true.
func (Gradual) Monotone() bool { return true }

// Lanewise is true.
func (Gradual) Lanewise() bool { return true }

// Fill takes the norm over where the person has no belief, with probability Rate per dimension.
type Fill struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Fill) Internalize(p *Person, norm, belief Knowledge) {
	open := p.Open(len(norm))
	for i, n := range norm {
		open[i] = n.Known() &^ belief[i].Known()
	}
	p.Flip(r.Rate, open)
	for i, n := range norm {
		belief[i] = belief[i].Take(n, open[i])
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Fill) Validate() error { return kernel.CheckRate("Fill.Rate", r.Rate) }

// Monotone is true.
func (Fill) Monotone() bool { return true }

// Lanewise is true.
func (Fill) Lanewise() bool { return true }
