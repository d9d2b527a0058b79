package agents

import "orglearn/agents/kernel"

// ExternalizeBlock does what Externalize does, for many people. It moves 32 bytes a word, and
// throws coins unless Rate is 1.
func (r Say) ExternalizeBlock(b *kernel.Block) bool {
	if r.Rate == 1 {
		b.Claims.CopyRows(b.Beliefs, b.From, b.To)
	} else {
		b.Say(r.Rate)
	}
	return true
}

// ObjectifyBlock does what Objectify does, for many units. It panics if the parts of the block have
// sizes that do not fit together.
func (r Superior) ObjectifyBlock(b *kernel.Block) bool { return !r.PerVote && b.Superior(r.Rate) }

// ReadsAhead is true if the rule decides circles without a coin.
func (r Superior) ReadsAhead() bool { return r.Rate == 1 && !r.PerVote }

// InternalizeBlock does what Internalize does, for many people. kernel.Learner says what it costs.
// It panics if the parts of the block have sizes that do not fit together.
func (r Absorb) InternalizeBlock(b *kernel.Block) bool {
	b.Absorb(r.Rate)
	return true
}

// InternalizeBlock does what Internalize does, for many people. kernel.Block.Fill says what it
// costs.
func (r Fill) InternalizeBlock(b *kernel.Block) bool {
	b.Fill(r.Rate)
	return true
}
