package agents

import "orglearn/agents/kernel"

// Say says each belief aloud with probability Rate, independently per dimension and tick. A Rate of
// 1 says everything, 0 nothing.
type Say struct{ Rate float64 }

// Externalize implements Externalizer. It moves 32 bytes a word, and throws coins unless Rate is 1.
func (r Say) Externalize(p *Person, belief, claim Knowledge) {
	if r.Rate == 1 {
		copy(claim, belief)
		return
	}
	open := p.Open(len(belief))
	for i, b := range belief {
		open[i] = b.Known()
	}
	p.Flip(r.Rate, open)
	for i, b := range belief {
		claim[i] = b.Keep(open[i])
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Say) Validate() error { return kernel.CheckRate("Say.Rate", r.Rate) }

// Monotone is true if the rate is 0 or 1. Otherwise a view may win a vote that it would lose if
// everything were said.
func (r Say) Monotone() bool { return r.Rate == 0 || r.Rate == 1 }

// Lanewise is true.
func (Say) Lanewise() bool { return true }

// Act says what a person does: his belief, or a fair coin where he has none. The coins are drawn
// anew every tick. March's program (1991) treats a belief of 0 so.
type Act struct{}

// Externalize implements Externalizer: 32 bytes and half a Philox block a word (see Coins).
func (Act) Externalize(p *Person, belief, claim Knowledge) {
	open := p.Open(len(belief))
	for i, b := range belief {
		open[i] = p.Lanes(i) &^ b.Known()
	}
	p.Flip(.5, open)
	for i, b := range belief {
		none := p.Lanes(i) &^ b.Known()
		claim[i] = Word{b.Yes | open[i], b.No | none&^open[i]}
	}
}

// Lanewise is true.
func (Act) Lanewise() bool { return true }

// Mixed draws first beliefs, independently per dimension. A person has no belief with probability
// Unknown, else +1 or -1 with equal chances.
type Mixed struct{ Unknown float64 }

// Begin implements Beginner.
func (r Mixed) Begin(p *Person, belief Knowledge) {
	open := p.Open(len(belief))
	for i := range open {
		open[i] = p.Lanes(i)
	}
	p.Flip(r.Unknown, open)
	for i := range open {
		open[i] = p.Lanes(i) &^ open[i]
		belief[i].No = open[i]
	}
	p.Flip(.5, open)
	for i, yes := range open {
		belief[i] = Word{yes, belief[i].No &^ yes}
	}
}

// Validate reports an Unknown outside 0 to 1.
func (r Mixed) Validate() error { return kernel.CheckRate("Mixed.Unknown", r.Unknown) }
