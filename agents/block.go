package agents

import "orglearn/agents/kernel"

// ExternalizeBlock is Externalize of many people, if they say everything: 32 bytes a word.
func (r Say) ExternalizeBlock(b *kernel.Block) bool {
	if r.Rate != 1 {
		return false
	}
	b.Claims.CopyRows(b.Beliefs, b.From, b.To)
	return true
}

// ObjectifyBlock is Objectify of many units. It panics if what the block has does not fit together.
func (r Superior) ObjectifyBlock(b *kernel.Block) bool { return !r.PerVote && b.Superior(r.Rate) }

// ReadsAhead is true where circles are decided without a coin.
func (r Superior) ReadsAhead() bool { return r.Rate == 1 && !r.PerVote }

// InternalizeBlock is Internalize of many people: see kernel.Learner for what it costs. It panics
// if what the block has does not fit together.
func (r Absorb) InternalizeBlock(b *kernel.Block) bool {
	b.Absorb(r.Rate)
	return true
}
