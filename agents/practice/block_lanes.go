package practice

import "orglearn/agents"

// blocking divides dimensions into blocks of consecutive ones. A block is marked at its first
// dimension.
type blocking struct {
	size, dimensions int
	firsts           uint64 // the first dimensions of blocks in a word; 0: some cross words
}

func blocksOf(size, dimensions int) blocking {
	b := blocking{size: size, dimensions: dimensions}
	if 64%size == 0 {
		b.firsts = ^uint64(0) / (1<<uint(size) - 1)
	}
	return b
}

// mark sets the marks of the blocks of which a dimension is in a mask, and in another one (nil:
// all). It takes log2(size) operations a word if no block crosses words.
func (b blocking) mark(mask, other, marks []uint64) {
	if b.firsts == 0 {
		b.markEach(mask, other, marks)
		return
	}
	for i, w := range mask {
		w &= agents.Lanes(b.dimensions, i) // an Agenda may open more
		if other != nil {
			w &= other[i]
		}
		marks[i] = b.markWord(w)
	}
}

// markWord is mark for one word, if no block crosses words.
func (b blocking) markWord(w uint64) (marks uint64) {
	for run := 1; run < b.size; run *= 2 { // the size is a power of 2
		w |= w >> uint(run)
	}
	return w & b.firsts
}

// markEach is mark block by block.
func (b blocking) markEach(mask, other, marks []uint64) {
	clear(marks)
	for first := 0; first < b.dimensions; first += b.size {
		if anyOf(mask, other, first, b.size) {
			marks[first>>6] |= 1 << uint(first&63)
		}
	}
}

// keep takes out of a mask the blocks that are not marked. It takes 3 operations a word if no block
// crosses words.
func (b blocking) keep(mask, marks []uint64) {
	if b.firsts == 0 {
		b.keepEach(mask, marks)
		return
	}
	for i, m := range marks {
		mask[i] &= m * (1<<uint(b.size) - 1)
	}
}

// keepEach is keep dimension by dimension.
func (b blocking) keepEach(mask, marks []uint64) {
	for d := range b.dimensions {
		if first := d - d%b.size; marks[first>>6]>>uint(first&63)&1 == 0 {
			mask[d>>6] &^= 1 << uint(d&63)
		}
	}
}

// anyOf reports whether a dimension of a block is in a mask, and in another one (nil: all).
func anyOf(mask, other []uint64, first, size int) bool {
	for d := first; d < first+size; d++ {
		w := mask[d>>6]
		if other != nil {
			w &= other[d>>6]
		}
		if w>>uint(d&63)&1 != 0 {
			return true
		}
	}
	return false
}
