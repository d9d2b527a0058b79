package agents

// Absorb takes the norm over, where it differs from what one believes, with probability Rate per dimension. An empty norm
// teaches nothing.
type Absorb struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Absorb) Internalize(p *Person, norm, belief Knowledge) {
	for i, n := range norm {
		b := belief[i]
		if open := b.Differs(n) & n.Known(); open != 0 {
			belief[i] = b.Take(n, p.Coins(r.Rate, open))
		}
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Absorb) Validate() error { return rate("Absorb.Rate", r.Rate) }

// Monotone is true.
func (Absorb) Monotone() bool { return true }

// Gradual moves one step towards the norm, where it differs from what one believes, with probability Rate per dimension: from the
// opposite belief to none, and from none to the norm's. It is how March's program (1991) learns.
type Gradual struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Gradual) Internalize(p *Person, norm, belief Knowledge) {
	for i, n := range norm {
		b := belief[i]
		if open := b.Differs(n) & n.Known(); open != 0 {
			step := p.Coins(r.Rate, open)
			gone := step & b.Known()
			belief[i] = Word{b.Yes&^gone | n.Yes&step&^gone, b.No&^gone | n.No&step&^gone}
		}
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Gradual) Validate() error { return rate("Gradual.Rate", r.Rate) }

// Monotone is true.
func (Gradual) Monotone() bool { return true }

// Fill takes the norm over with probability Rate per dimension, but only where one believes nothing.
type Fill struct{ Rate float64 }

// Internalize implements Internalizer: 48 bytes a word, and the coins.
func (r Fill) Internalize(p *Person, norm, belief Knowledge) {
	for i, n := range norm {
		b := belief[i]
		if open := n.Known() &^ b.Known(); open != 0 {
			belief[i] = b.Take(n, p.Coins(r.Rate, open))
		}
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Fill) Validate() error { return rate("Fill.Rate", r.Rate) }

// Monotone is true.
func (Fill) Monotone() bool { return true }
