package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// pollWords is ObjectifyBlock for norms of one word, where all votes weigh the same and nothing
// holds a norm. It does nothing and reports false for longer norms.
func (r *Vote) pollWords(b *kernel.Block) bool {
	norms, coins := kernel.Dress[agents.Knowledge](b.Norms), b.Coins(0, r.Rate)
	if coins == nil || b.Rows != nil {
		return false
	}
	all, about := norms.Words(b.From-b.First, b.To-b.First), ^uint64(0)
	for k := range all {
		u, norm := b.From+k, &all[k]
		if b.About != nil {
			if about = b.About[u]; about == 0 {
				continue
			}
		}
		var vote agents.Word
		if said, above := b.Above(u); !above.Empty() {
			vote = agents.Word(said.Votes(above, 0))
		}
		yields := vote.Yes&^norm.Yes | vote.No&^norm.No
		if yields != 0 {
			yields = coins.Of(b.Tick, u, yields)
		}
		s := Strengths(b.Memory.PlanesOf(u))
		if s.now(0).strengthen(s.before(0), about, *norm, vote, yields) {
			b.Memory.Unit(u)[0] = uint64(b.Tick) + 1
		}
		*norm = norm.Take(vote, yields&about)
		b.Objectified += int64(bits.OnesCount64(yields & about))
	}
	return true
}

// strengthen is strengthen of an election for a norm of one word, with strengths g. If one changes,
// it keeps what they were, and reports true.
func (g *grades) strengthen(
	before *grades, about uint64, norm, vote agents.Word, yields uint64,
) bool {
	next := g.after(about, norm.Known(), norm.Opposes(vote), yields)
	if !g.differ(&next) {
		return false
	}
	*before, *g = *g, next
	return true
}
