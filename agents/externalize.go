package agents

// Voice says each belief aloud with probability Rate, independently per dimension and tick. A rate of 1 says everything, 0 nothing.
type Voice struct{ Rate float64 }

// Externalize implements Externalizer: 32 bytes a word, and the coins, of which a rate of 1 needs none.
func (r Voice) Externalize(p *Person, belief, claim Knowledge) {
	if r.Rate == 1 {
		copy(claim, belief)
		return
	}
	for i, b := range belief {
		claim[i] = b.Keep(p.Coins(r.Rate, b.Known()))
	}
}

// Validate reports a Rate outside 0 to 1.
func (r Voice) Validate() error { return rate("Voice.Rate", r.Rate) }

// Monotone is true where the rate is 0 or 1: what is half said can win a vote that it loses when all is said.
func (r Voice) Monotone() bool { return r.Rate == 0 || r.Rate == 1 }

// Act says what a person does: his belief, and where he has none a fresh fair coin, drawn anew every tick. It is how March's
// program (1991) treats a belief of 0.
type Act struct{}

// Externalize implements Externalizer: 32 bytes and one random word a word.
func (Act) Externalize(p *Person, belief, claim Knowledge) {
	for i, b := range belief {
		none := Lanes(p.Dimensions, i) &^ b.Known()
		guess := p.Coins(.5, none)
		claim[i] = Word{b.Yes | guess, b.No | none&^guess}
	}
}

// Mixed gives first beliefs: none with probability Unknown, else +1 or -1 alike, independently per dimension.
type Mixed struct{ Unknown float64 }

// Begin implements Beginner.
func (r Mixed) Begin(p *Person, belief Knowledge) {
	for i := range belief {
		lanes := Lanes(p.Dimensions, i)
		known := lanes &^ p.Coins(r.Unknown, lanes)
		yes := p.Coins(.5, known)
		belief[i] = Word{yes, known &^ yes}
	}
}

// Validate reports an Unknown outside 0 to 1.
func (r Mixed) Validate() error { return rate("Mixed.Unknown", r.Unknown) }
