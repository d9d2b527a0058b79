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
	unit := agents.Unit{Dimensions: b.Dimensions, Stream: (*agents.Stream)(b.Stream)}
	blocks := blocksOf(max(r.Block, 1), b.Dimensions)
	for u := b.From; u < b.To; u++ {
		about := b.About(u)
		r.about(&unit, about)
		if r.Open == 0 {
			continue
		}
		unit.Memory = b.Unit(u)
		b.Chance(u)
		if len(about) == 1 && blocks.firsts != 0 {
			about[0] = r.chooseWord(blocks, &unit, about[0])
		} else {
			r.choose(blocks, &unit, about)
		}
	}
	return true
}

// chooseWord is choose for dimensions in one word, in which no block crosses words.
func (r Attend) chooseWord(blocks blocking, u *agents.Unit, about uint64) uint64 {
	like, ranked := blocks.markWord(about), uint64(0)
	if r.Talk != 0 {
		ranked = blocks.markWord(about & u.Memory[issuesAt])
		ranked = headsIn(u, math.Abs(r.Talk), ranked)
		like &^= ranked
	}
	left, chance := r.Open/blocks.size, (*kernel.Stream)(u.Stream)
	if r.Talk > 0 {
		ranked, left = chooseIn(chance, ranked, left)
		like, _ = chooseIn(chance, like, left)
	} else {
		like, left = chooseIn(chance, like, left)
		ranked, _ = chooseIn(chance, ranked, left)
	}
	return about & ((like | ranked) * (1<<uint(blocks.size) - 1))
}

// chooseIn is keepSome for marks in one word. It returns those that it leaves.
func chooseIn(chance *kernel.Stream, marks uint64, most int) (chosen uint64, room int) {
	n := bits.OnesCount64(marks)
	if n <= most {
		return marks, most - n
	}
	chosen, _ = chance.Choose(marks, n, most)
	return chosen, 0
}
