package agents

// InternalizeBlock is Internalize from the circles of many people: see kernel.Learner.Absorb for what
// it costs. It panics if what Block has does not fit together.
func (r Absorb) InternalizeBlock(b *Block) bool {
	width, people := b.Beliefs.width, b.To-b.From
	if b.Norms.width != width || b.Norms.rows < b.To-b.First || b.From < b.First || b.Beliefs.rows < b.To ||
		len(b.Changed) < b.To {
		panic("agents: InternalizeBlock of people, beliefs and norms that do not fit together")
	}
	l := &b.learner
	l.Key, l.Tick, l.From, l.Stream = b.Key, b.Tick, b.From, b.Stream.chance()
	l.Width, l.Changed = width, b.Changed[b.From:b.To]
	first := (b.From - b.First) * width
	l.Norms = bare(b.Norms.words[first : first+people*width])
	l.Beliefs = bare(b.Beliefs.words[b.From*width : b.To*width])
	l.Absorb(r.Rate)
	return true
}
