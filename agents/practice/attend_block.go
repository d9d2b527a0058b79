package practice

import (
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// AboutBlock implements kernel.BlockAgenda, unless the rule holds another one.
func (r Attend) AboutBlock(b *kernel.Agendas) bool {
	if r.Of != nil || b.Each != issueWords(b.Dimensions) {
		return false
	}
	masks := b.Masks[b.From*b.Width : b.To*b.Width]
	for i := range masks {
		masks[i] = agents.Lanes(b.Dimensions, i%b.Width)
	}
	blocks := blocksOf(max(r.Block, 1), b.Dimensions)
	switch {
	case r.Open == 0:
	case b.Width == 1 && blocks.firsts != 0:
		r.chooseWords(blocks, b, masks)
	default:
		r.chooseEach(blocks, b)
	}
	return true
}

// chooseEach is choose for each unit.
func (r Attend) chooseEach(blocks blocking, b *kernel.Agendas) {
	unit := agents.Unit{Dimensions: b.Dimensions}
	for u := b.From; u < b.To; u++ {
		unit.Memory, unit.Stream = b.Unit(u), (*agents.Stream)(b.Chance(u))
		r.choose(blocks, &unit, b.About(u))
	}
}

// chooseWords is choose for each unit, for dimensions in one word in which no block crosses words.
// About are the dimensions of each.
func (r Attend) chooseWords(blocks blocking, b *kernel.Agendas, about []uint64) {
	most, all, talk := r.Open/blocks.size, blocks.markWord(agents.Lanes(b.Dimensions, 0)), r.Talk
	for i := range about {
		chance := b.Chance(b.From + i)
		like, ranked := all, uint64(0)
		if talk != 0 {
			ranked = blocks.markWord(about[i] & b.Unit(b.From + i)[issuesAt])
			ranked = headsIn(chance, math.Abs(talk), ranked)
			like &^= ranked
		}
		left := most
		if talk > 0 {
			ranked, left = chooseIn(chance, ranked, left)
			like, _ = chooseIn(chance, like, left)
		} else {
			like, left = chooseIn(chance, like, left)
			ranked, _ = chooseIn(chance, ranked, left)
		}
		about[i] &= (like | ranked) * (1<<uint(blocks.size) - 1)
	}
}

// chooseIn is keepSome for marks in one word. It returns those that it leaves.
func chooseIn(chance *kernel.Stream, marks uint64, most int) (chosen uint64, room int) {
	n := bits.OnesCount64(marks)
	switch {
	case n <= most:
		return marks, most - n
	case most == 0: // mostly
		return 0, 0
	}
	words := [2]uint64{marks}
	chance.Thin(words[:1], words[1:], n, most)
	return words[0], 0
}
