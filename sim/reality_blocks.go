package sim

import (
	"math/bits"

	"orglearn/agents"
)

// Blocks pays for blocks of Size consecutive dimensions (Fang, Lee and Schilling 2010). The truth
// is +1 or -1 in every dimension with probability 1/2. The score is Size points for each block in
// which all beliefs are right, so it is 0 to m. A belief of 0 makes its block wrong. The number m
// of dimensions is a multiple of Size.
type Blocks struct {
	Size int // 1 or more
	Seen int // dimensions on which others judge, whole blocks drawn per unit and tick (0: all)
}

// New implements Reality.
func (r Blocks) New(dimensions int, s *agents.Stream) (Landscape, error) {
	if err := r.Fits(dimensions, 1); err != nil {
		return nil, err
	}
	b := &blocks{truth: newTruth(dimensions, s), dimensions: dimensions, size: r.Size, seen: r.Seen}
	b.layOut()
	b.sets = samplesOf(dimensions/r.Size, r.Seen/r.Size, r.Size)
	return b, nil
}

type blocks struct {
	truth                  agents.Knowledge
	dimensions, size, seen int
	firsts                 []uint64 // the first lane of each block
	sets                   []uint64 // see marker.samples
	pieces                 []piece  // the parts of all blocks, if some cross words
}

// piece is the part of a block that lies in one word.
type piece struct {
	mask  uint64
	word  int32
	first int32 // the first dimension of the block
	last  bool
}

func (b *blocks) layOut() {
	b.firsts = make([]uint64, len(b.truth))
	for d := 0; d < b.dimensions; d += b.size {
		b.firsts[d>>6] |= 1 << uint(d&63)
	}
	if 64%b.size == 0 {
		return
	}
	for d := 0; d < b.dimensions; d += b.size {
		for at := d; at < d+b.size; {
			end := min(d+b.size, (at>>6+1)<<6)
			b.pieces = append(b.pieces, piece{
				mask: (^uint64(0) >> uint(64-(end-at))) << uint(at&63), word: int32(at >> 6),
				first: int32(d), last: end == d+b.size,
			})
			at = end
		}
	}
}

// Max implements Landscape.
func (b *blocks) Max() int32 { return int32(b.dimensions) }

// Truth implements Landscape.
func (b *blocks) Truth() agents.Knowledge { return b.truth }

// Seen implements Sighted.
func (b *blocks) Seen() int { return b.seen }

// Score implements Landscape.
func (b *blocks) Score(k agents.Knowledge) int32 { return b.ScoreOn(k, b.firsts) }

// ScoreOn reads 40 bytes a word. It takes 2 log2(size) operations a word if no block crosses words,
// else 5 a piece.
func (b *blocks) ScoreOn(k agents.Knowledge, seen []uint64) int32 {
	if b.pieces != nil {
		return b.scorePieces(k, seen)
	}
	n := 0
	for i, t := range b.truth {
		w := k[i]
		n += bits.OnesCount64(b.wholly(w, t) & seen[i])
	}
	return int32(n * b.size)
}

func (b *blocks) scorePieces(k agents.Knowledge, seen []uint64) int32 {
	n, whole := 0, true
	for _, p := range b.pieces {
		t, w := b.truth[p.word], k[p.word]
		whole = whole && (w.Yes&t.Yes|w.No&t.No)&p.mask == p.mask
		if p.last {
			if whole && seen[p.first>>6]>>uint(p.first&63)&1 != 0 {
				n++
			}
			whole = true
		}
	}
	return int32(n * b.size)
}

// Sample draws whole blocks, each marked at its first lane.
func (b *blocks) Sample(s *agents.Stream, seen []uint64) {
	sample(streamOf(s), b.dimensions/b.size, b.seen/b.size, b.size, seen)
}

// paysMore reports whether a body scores more with another word i, if no block crosses words.
func (b *blocks) paysMore(i int, was, to agents.Word) bool {
	truth, firsts := b.truth[i], b.firsts[i]
	if b.size == 4 { // the default, without an inner loop
		return bits.OnesCount64(fourRight(to, truth)&firsts) >
			bits.OnesCount64(fourRight(was, truth)&firsts)
	}
	return bits.OnesCount64(b.wholly(to, truth)&firsts) >
		bits.OnesCount64(b.wholly(was, truth)&firsts)
}

// mark gives each block a mark, at its first lane. No mark counts against a body.
func (b *blocks) mark(k agents.Knowledge, right, _ []uint64) {
	if b.pieces == nil {
		for i, t := range b.truth {
			right[i] = b.wholly(k[i], t) & b.firsts[i]
		}
		return
	}
	clear(right)
	whole := true
	for _, p := range b.pieces {
		t, w := b.truth[p.word], k[p.word]
		whole = whole && (w.Yes&t.Yes|w.No&t.No)&p.mask == p.mask
		if p.last {
			if whole {
				right[p.first>>6] |= 1 << uint(p.first&63)
			}
			whole = true
		}
	}
}

// wholly sets a lane if the body is right in it and in the next size-1 lanes. At the first lane of
// a block that is the whole block.
func (b *blocks) wholly(w, t agents.Word) uint64 {
	right := w.Yes&t.Yes | w.No&t.No
	for run := uint(1); run < uint(b.size); run *= 2 {
		right &= right >> (run & 63)
	}
	return right
}

// markMany reads 16 bytes a word and writes 8. It takes 2 log2(size) operations a word if no block
// crosses words, else 5 a piece.
func (b *blocks) markMany(l *layer, from, to int, x *marks, scores []int32) {
	if b.inWords() {
		b.markWords(l.Words(from, to), x.right[from:to], scores)
		return
	}
	for p := from; p < to; p++ {
		right, _ := x.row(p)
		b.mark(l.Row(p), right, nil)
		n := 0
		for _, r := range right {
			n += bits.OnesCount64(r)
		}
		scores[p-from] = int32(n * b.size)
	}
}

// inWords reports whether a body is one word.
func (b *blocks) inWords() bool { return len(b.truth) == 1 && b.pieces == nil }

// sum returns the sum of the scores of bodies of one word. An empty body scores 0.
func (b *blocks) sum(bodies []agents.Word) int64 {
	truth, firsts, whole := b.truth[0], b.firsts[0], 0
	if b.size == 4 { // four bodies fill a word with marks
		for ; len(bodies) >= 4; bodies = bodies[4:] {
			w := (*[4]agents.Word)(bodies)
			marks := fourRight(w[0], truth)&firsts | fourRight(w[1], truth)&firsts<<1 |
				fourRight(w[2], truth)&firsts<<2 | fourRight(w[3], truth)&firsts<<3
			whole += bits.OnesCount64(marks)
		}
	}
	for _, w := range bodies {
		whole += bits.OnesCount64(b.wholly(w, truth) & firsts)
	}
	return int64(b.size) * int64(whole)
}

// fourRight sets a lane if the body is right in it and in the next three.
func fourRight(w, truth agents.Word) uint64 {
	r := w.Yes&truth.Yes | w.No&truth.No
	r &= r >> 1
	return r & (r >> 2)
}

// scoreMany scores the rows from..to-1.
func (b *blocks) scoreMany(l *layer, from, to int, scores []int32) {
	if !b.inWords() {
		for p := from; p < to; p++ {
			scores[p-from] = b.Score(l.Row(p))
		}
		return
	}
	truth, firsts, size := b.truth[0], b.firsts[0], int32(b.size)
	if size == 4 { // the default, without an inner loop
		for i, w := range l.Words(from, to) {
			r := w.Yes&truth.Yes | w.No&truth.No
			r &= r >> 1
			scores[i] = int32(bits.OnesCount64(r&(r>>2)&firsts)) * 4
		}
		return
	}
	for i, w := range l.Words(from, to) {
		scores[i] = int32(bits.OnesCount64(b.wholly(w, truth)&firsts)) * size
	}
}

// markWords is markMany for bodies of one word.
func (b *blocks) markWords(bodies []agents.Word, right []uint64, scores []int32) {
	truth, firsts, size := b.truth[0], b.firsts[0], int32(b.size)
	if size == 4 {
		for i, w := range bodies {
			r := w.Yes&truth.Yes | w.No&truth.No
			r &= r >> 1
			r &= r >> 2 & firsts
			right[i], scores[i] = r, int32(bits.OnesCount64(r))*4
		}
		return
	}
	for i, w := range bodies {
		r := b.wholly(w, truth) & firsts
		right[i] = r
		scores[i] = int32(bits.OnesCount64(r)) * size
	}
}

func (b *blocks) points() int32 { return int32(b.size) }

func (b *blocks) countsWrong() bool { return false }

func (b *blocks) all() (marks []uint64, number, apart int) {
	return b.firsts, b.dimensions / b.size, b.size
}

func (b *blocks) samples() []uint64 { return b.sets }

func (b *blocks) within(dimensions, marks []uint64) {
	width := len(b.firsts)
	if b.pieces != nil {
		for at := 0; at < len(dimensions); at += width {
			b.withinPieces(dimensions[at:at+width], marks[at:at+width])
		}
		return
	}
	word := 0
	for i, d := range dimensions {
		for run := uint(1); run < uint(b.size); run *= 2 {
			d &= d >> (run & 63)
		}
		marks[i] = d & b.firsts[word]
		if word++; word == width {
			word = 0
		}
	}
}

// withinPieces is within for one set, if some blocks cross words.
func (b *blocks) withinPieces(dimensions, marks []uint64) {
	clear(marks)
	for d := 0; d < b.dimensions; d += b.size {
		whole := true
		for e := d; e < d+b.size; e++ {
			whole = whole && dimensions[e>>6]>>uint(e&63)&1 != 0
		}
		if whole {
			marks[d>>6] |= 1 << uint(d&63)
		}
	}
}

// Turn implements Landscape.
func (b *blocks) Turn(rate float64, s *agents.Stream) Landscape {
	c := *b
	c.truth = turnAll(b.truth, b.dimensions, rate, s)
	return &c
}
