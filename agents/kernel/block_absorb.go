package kernel

// Absorb lets people take their norms over where they differ, with probability rate per dimension.
// Learner.Absorb says what it costs. It panics if the parts of the block have sizes that do not fit
// together.
func (b *Block) Absorb(rate float64) {
	width := b.Beliefs.width
	b.checkLearners()
	l := &b.learner
	l.Key, l.Tick, l.From, l.Stream = b.Key, b.Tick, b.From, b.Stream
	l.Width, l.Changed, l.Taken = width, b.Changed[b.From:b.To], 0
	l.Beliefs = b.Beliefs.words[b.From*width : b.To*width]
	b.teach(l.TakesRows())
	l.Absorb(rate)
	b.Taken += l.Taken
}

// teach sets the norms from which the learner's people learn. If byRow is set, people refer to rows
// of norms. Otherwise each person gets a copy of his norm, empty if he learns nothing.
func (b *Block) teach(byRow bool) {
	l, norms, width, people := &b.learner, b.Norms, b.Beliefs.width, b.To-b.From
	l.Rows = nil
	switch {
	case b.Rows == nil:
		l.Norms = norms.words[(b.From-b.First)*width:][:people*width]
	case byRow:
		l.Norms, l.Rows = norms.words, b.Rows[:people]
	default:
		if b.taught == nil || b.taught.rows < people || b.taught.width != width {
			b.taught = NewLayer[[]Word](people, 64*width)
		}
		for k, row := range b.Rows[:people] {
			if row < 0 {
				clear(b.taught.Row(k))
			} else {
				copy(b.taught.Row(k), norms.Row(int(row)))
			}
		}
		l.Norms = b.taught.words[:people*width]
	}
}

// checkLearners panics if beliefs, norms and counts do not fit together.
func (b *Block) checkLearners() {
	norms := b.Norms
	if norms.width != b.Beliefs.width || b.Beliefs.rows < b.To || len(b.Changed) < b.To ||
		b.Rows == nil && (b.From < b.First || norms.rows < b.To-b.First) {
		panic("agents: a block of people whose beliefs and norms do not fit together")
	}
}
