package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// pollWords is ObjectifyBlock for norms of one word, where votes weigh by trust alone, if at all,
// and nothing holds a norm. It does nothing and reports false for longer norms.
func (r *Vote) pollWords(b *kernel.Block) bool {
	norms, coins := kernel.Dress[agents.Knowledge](b.Norms), b.Coins(0, r.Rate)
	if coins == nil || b.Rows != nil {
		return false
	}
	weights := r.weightsByTrust()
	e := election{tick: b.Tick, block: b}
	all, about := norms.Words(b.From-b.First, b.To-b.First), ^uint64(0)
	for k := range all {
		u, norm := b.From+k, &all[k]
		if b.About != nil {
			if about = b.About[u]; about == 0 {
				continue
			}
		}
		var vote agents.Word
		if e.unit = u; r.Trust != 0 {
			vote = agents.Word(r.weighIn(&e, &weights))
		} else if said, above := b.Above(u); !above.Empty() {
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

// weightsByTrust returns the weight of a voice by trust in him.
func (r *Vote) weightsByTrust() (weights [MostTrust + 1]int) {
	for trust := range weights {
		var tie [1]uint64
		Tie(tie[:]).SetTrust(trust)
		weights[trust] = r.weight(tie[:])
	}
	return weights
}

// weighIn is weigh for norms of one word.
func (r *Vote) weighIn(e *election, weights *[MostTrust + 1]int) kernel.Word {
	b, above := e.block, e.block.AboveAt(e.unit)
	if len(above) > len(e.electors) {
		r.gather(e)
		return r.weigh(e, 0)
	}
	heard, claims := b.HeardIn(e.unit), kernel.Dress[agents.Knowledge](b.Claims)
	yes, no := uint64(0), uint64(0)
	e.electing = 0
	for _, voice := range above {
		weight := weights[Tie(b.Tie(e.unit, int(voice))).Trust()]
		claim := claims.Row(int(heard[voice]))[0]
		e.electors[e.electing] = elector{claim, weight}
		counts := one(weight != 0)
		e.electing += counts
		yes, no = yes|claim.Yes&-uint64(counts), no|claim.No&-uint64(counts)
	}
	return e.elect(yes, no)
}

// strengthen is strengthen of an election for a norm of one word, with strengths g. If one changes,
// it keeps what they were, and reports true.
func (g *grades) strengthen(
	before *grades, about uint64, norm, vote agents.Word, yields uint64,
) bool {
	a, b, c := g.after(about, norm.Known(), norm.Opposes(vote), yields)
	if !g.differ(a, b, c) {
		return false
	}
	before[0], before[1], before[2] = g[0], g[1], g[2]
	g[0], g[1], g[2] = a, b, c
	return true
}
