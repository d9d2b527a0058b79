package kernel

import "math/bits"

// Superior lets the voices decide who stand above each unit, with probability rate. It does nothing
// and reports false if units judge in a reality without marks. It panics if the parts of the block
// have sizes that do not fit together.
func (b *Block) Superior(rate float64) bool {
	if !b.CanDecide() {
		return false
	}
	if b.Circles && rate == 1 && !b.Judged && b.Counts == nil && b.About == nil {
		b.circles()
		return true
	}
	return b.units(rate)
}

// check panics if rows, lists and standings do not fit together.
func (b *Block) check() {
	people, rows := b.To-b.From, b.Norms.rows
	switch {
	case b.Norms.width != b.Claims.width || b.To-b.First > rows || b.From < b.First,
		!b.Judged && len(b.Standing) != b.Claims.rows,
		b.Own != nil && len(b.Own) < people,
		b.Counts == nil && int64(b.Starts[b.To]) > int64(len(b.Heard)):
		panic("agents: a block of units, claims and norms that do not fit together")
	}
}

// units is Superior for units of any kind. It touches 32 bytes a unit, 8 a voice to compare him,
// and 16 a voice and word to count him.
func (b *Block) units(rate float64) bool {
	b.Scratch()
	v := &b.voices
	v.said = b.Claims
	if b.Norms.width == 1 && b.coins.Set(b.Stream, b.Key, rate) {
		for u := b.From; u < b.To; u++ {
			b.superiorWord(u, v, &b.Norms.words[u-b.First])
		}
		return true
	}
	for u := b.From; u < b.To; u++ {
		norm := b.Norms.Row(u - b.First)
		if b.Circles {
			clear(norm)
		}
		b.superior(rate, u, v, norm)
	}
	return true
}

// superior lets one unit decide.
func (b *Block) superior(rate float64, u int, v *Voices, norm []Word) {
	g := b.above(u, v)
	if g.none {
		return
	}
	any, open := uint64(0), b.open[:len(norm)]
	for i, old := range norm {
		vote := v.Votes(g, i)
		b.votes[i] = vote
		open[i] = vote.Yes&^old.Yes | vote.No&^old.No
		any |= open[i]
	}
	if any == 0 {
		return
	}
	b.Chance(u).Flip(rate, open)
	changed := 0
	for i, lanes := range open {
		if b.About != nil {
			lanes &= b.About[u*len(norm)+i] // after Flip, where words may share random numbers
		}
		take(&norm[i], b.votes[i], lanes)
		changed += bits.OnesCount64(lanes)
	}
	b.Objectified += int64(changed)
}

// superiorWord is superior for norms of one word.
func (b *Block) superiorWord(u int, v *Voices, norm *Word) {
	if b.Circles {
		*norm = Word{}
	}
	g := b.above(u, v)
	if g.none {
		return
	}
	vote := v.Votes(g, 0)
	open := vote.Yes&^norm.Yes | vote.No&^norm.No
	if open == 0 {
		return
	}
	heads := b.coins.Of(b.Tick, u, open)
	if b.About != nil {
		heads &= b.About[u]
	}
	take(norm, vote, heads)
	b.Objectified += int64(bits.OnesCount64(heads))
}

// above returns the group of the voices who stand above a unit.
func (b *Block) above(u int, v *Voices) *Group {
	v.heard.ids = b.HeardIn(u)
	list, width := v.list(len(v.heard.ids)), v.said.width
	own, n := b.ownOf(u), 0
	switch {
	case !b.Judged:
		for _, p := range v.heard.ids {
			list[n] = int(p) * width
			n += int(less(own, b.Standing[p]))
		}
	case width == 1 && b.Wrong == nil:
		seen := b.Seen[u-b.From]
		if int(own) == bits.OnesCount64(seen) { // it does as well as can be seen: none is above
			break
		}
		for _, p := range v.heard.ids {
			list[n] = int(p)
			n += int(less(own, int32(bits.OnesCount64(b.Right[p]&seen))))
		}
	default:
		seen := b.Seen[(u-b.From)*width : (u-b.From+1)*width]
		if int(own) == bitsOf(seen) {
			break
		}
		for _, p := range v.heard.ids {
			list[n] = int(p) * width
			n += int(less(own, b.seen(int(p)*width, seen)))
		}
	}
	return v.group(list, n)
}

// bitsOf counts the bits of a mask.
func bitsOf(mask []uint64) (n int) {
	for _, w := range mask {
		n += bits.OnesCount64(w)
	}
	return n
}

// seen returns the standing of a body: its seen right marks less its seen wrong marks.
func (b *Block) seen(at int, seen []uint64) int32 {
	n := 0
	for j, s := range seen {
		n += bits.OnesCount64(b.Right[at+j] & s)
		if b.Wrong != nil {
			n -= bits.OnesCount64(b.Wrong[at+j] & s)
		}
	}
	return int32(n)
}
