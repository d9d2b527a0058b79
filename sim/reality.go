package sim

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Reality is how the world is drawn at the start of a replicate. The same stream gives the same
// world.
type Reality interface {
	New(dimensions int, s *agents.Stream) (Landscape, error)
}

// Landscape is a world, and what it pays for a body of beliefs. It never changes: one landscape
// serves all scenarios of a replicate at once.
type Landscape interface {
	// Score is what is paid for k.
	Score(k agents.Knowledge) int32
	// Max is the most that is paid.
	Max() int32
	// Truth is the body of beliefs that is paid most. It must not be changed.
	Truth() agents.Knowledge
	// Turn returns the world after a change that reaches each dimension with probability rate.
	Turn(rate float64, s *agents.Stream) Landscape
}

// Sighted is a landscape of which others see a part only: units judge voices and norms by a sample.
type Sighted interface {
	Landscape
	// Seen is the number of dimensions in a sample, 0 for all.
	Seen() int
	// Sample draws a sample into seen, which has a word per 64 dimensions and comes 0.
	Sample(s *agents.Stream, seen []uint64)
	// ScoreOn is what is paid for k in the dimensions of a sample.
	ScoreOn(k agents.Knowledge, seen []uint64) int32
}

// Whole is a landscape that can say that it takes no 0: a body with a 0 in it scores below every
// whole one.
type Whole interface{ Whole() bool }

// Additive is the reality of March (1991): +1 or -1 in every dimension with probability 1/2, and a
// score of matches minus mismatches, in which a 0 counts 0: -m to m.
type Additive struct {
	Seen int // dimensions on which others judge, drawn per unit and tick (0: all)
}

// New implements Reality.
func (r Additive) New(dimensions int, s *agents.Stream) (Landscape, error) {
	if r.Seen < 0 || r.Seen > dimensions {
		return nil, fmt.Errorf("Additive.Seen is %d, want 0 to %d (the dimensions)", r.Seen, dimensions)
	}
	a := &additive{truth: truth(dimensions, s), dimensions: dimensions, seen: r.Seen}
	for i := range a.truth {
		a.lanes = append(a.lanes, agents.Lanes(dimensions, i))
	}
	a.sets = samplesOf(dimensions, r.Seen, 1)
	return a, nil
}

func truth(dimensions int, s *agents.Stream) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(dimensions))
	for i := range k {
		lanes := agents.Lanes(dimensions, i)
		yes := s.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
	return k
}

func turned(k agents.Knowledge, dimensions int, rate float64, s *agents.Stream) agents.Knowledge {
	t := make(agents.Knowledge, len(k))
	for i, w := range k {
		t[i] = w.Take(agents.Word{Yes: w.No, No: w.Yes}, s.Coins(rate, agents.Lanes(dimensions, i)))
	}
	return t
}

type additive struct {
	truth            agents.Knowledge
	lanes            []uint64 // of all dimensions
	sets             []uint64 // see marker.samples
	dimensions, seen int
}

func (a *additive) Max() int32              { return int32(a.dimensions) }
func (a *additive) Truth() agents.Knowledge { return a.truth }
func (a *additive) Seen() int               { return a.seen }

// Score reads 32 bytes a word and counts bits twice.
func (a *additive) Score(k agents.Knowledge) int32 { return int32(k.Agreement(a.truth)) }

func (a *additive) scoreMany(l *agents.Layer, from, to int, scores []int32) {
	l.Agreement(a.truth, from, to, scores)
}

func (a *additive) ScoreOn(k agents.Knowledge, seen []uint64) int32 {
	n := 0
	for i, t := range a.truth {
		w := k[i].Keep(seen[i])
		n += bits.OnesCount64(w.Yes&t.Yes|w.No&t.No) - bits.OnesCount64(w.Opposes(t))
	}
	return int32(n)
}

func (a *additive) Sample(s *agents.Stream, seen []uint64) {
	sample(streamOf(s), a.dimensions, a.seen, 1, seen)
}

// mark: each dimension is a mark, for what is right and against what is wrong.
func (a *additive) mark(k agents.Knowledge, right, wrong []uint64) {
	for i, t := range a.truth {
		w := k[i]
		right[i] = w.Yes&t.Yes | w.No&t.No
		wrong[i] = w.Opposes(t)
	}
}

func (a *additive) markMany(l *agents.Layer, from, to int, x *marks, scores []int32) {
	for p := from; p < to; p++ {
		right, wrong := x.row(p)
		a.mark(l.Row(p), right, wrong)
		n := 0
		for i, r := range right {
			n += bits.OnesCount64(r) - bits.OnesCount64(wrong[i])
		}
		scores[p-from] = int32(n)
	}
}

func (a *additive) points() int32     { return 1 }
func (a *additive) countsWrong() bool { return true }

func (a *additive) all() (marks []uint64, number, apart int) { return a.lanes, a.dimensions, 1 }

func (a *additive) samples() []uint64 { return a.sets }

func (a *additive) within(dimensions, marks []uint64) { copy(marks, dimensions) }

func (a *additive) Turn(rate float64, s *agents.Stream) Landscape {
	c := *a
	c.truth = turned(a.truth, a.dimensions, rate, s)
	return &c
}

// sample sets the bits at step times k of n different numbers, drawn from all alike (Floyd's
// algorithm).
func sample(s *kernel.Stream, n, k, step int, set []uint64) {
	for top := n - k; top < n; top++ {
		at := s.IntN(top+1) * step
		if set[at>>6]>>uint(at&63)&1 != 0 {
			at = top * step
		}
		set[at>>6] |= 1 << uint(at&63)
	}
}

// Blocks pays in blocks of Size consecutive dimensions: Size points for each block that is wholly
// right, so that a score is 0 to m. A 0 makes its block wrong. The number of dimensions is a
// multiple of Size (Fang, Lee and Schilling 2010).
type Blocks struct {
	Size int // 1 or more
	Seen int // dimensions on which others judge, whole blocks drawn per unit and tick (0: all)
}

// New implements Reality.
func (r Blocks) New(dimensions int, s *agents.Stream) (Landscape, error) {
	switch {
	case r.Size < 1 || r.Size > dimensions:
		return nil, fmt.Errorf("Blocks.Size is %d, want 1 to %d (the dimensions)", r.Size, dimensions)
	case dimensions%r.Size != 0:
		return nil, fmt.Errorf("Blocks.Size is %d, want a divisor of %d (the dimensions)",
			r.Size, dimensions)
	case r.Seen < 0 || r.Seen > dimensions || r.Seen%r.Size != 0:
		return nil, fmt.Errorf("Blocks.Seen is %d, want 0 to %d in whole blocks of %d",
			r.Seen, dimensions, r.Size)
	}
	b := &blocks{truth: truth(dimensions, s), dimensions: dimensions, size: r.Size, seen: r.Seen}
	b.layOut()
	b.sets = samplesOf(dimensions/r.Size, r.Seen/r.Size, r.Size)
	return b, nil
}

type blocks struct {
	truth                  agents.Knowledge
	dimensions, size, seen int
	firsts                 []uint64 // the first lane of each block
	sets                   []uint64 // see marker.samples
	pieces                 []piece  // where blocks cross words: the parts of each
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

func (b *blocks) Max() int32              { return int32(b.dimensions) }
func (b *blocks) Truth() agents.Knowledge { return b.truth }
func (b *blocks) Seen() int               { return b.seen }

func (b *blocks) Score(k agents.Knowledge) int32 { return b.ScoreOn(k, b.firsts) }

// ScoreOn reads 40 bytes a word; where blocks do not cross words it takes 2 log2(size) operations a
// word, else 5 a piece.
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

// mark: each block is a mark, at its first lane. Nothing counts against a body.
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

// wholly marks, at each lane, that the body is right in it and in the rest of a block from it on.
func (b *blocks) wholly(w, t agents.Word) uint64 {
	right := w.Yes&t.Yes | w.No&t.No
	for run := uint(1); run < uint(b.size); run *= 2 {
		right &= right >> (run & 63)
	}
	return right
}

// markMany reads 16 bytes a word and writes 8; where blocks do not cross words it takes 2
// log2(size) operations a word, else 5 a piece.
func (b *blocks) markMany(l *agents.Layer, from, to int, x *marks, scores []int32) {
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

// sum is the sum of the scores of bodies of one word. An empty one has none.
func (b *blocks) sum(bodies []agents.Word) int64 {
	truth, firsts, whole := b.truth[0], b.firsts[0], 0
	if b.size == 4 {
		for _, w := range bodies {
			r := w.Yes&truth.Yes | w.No&truth.No
			r &= r >> 1
			whole += bits.OnesCount64(r & (r >> 2) & firsts)
		}
		return 4 * int64(whole)
	}
	for _, w := range bodies {
		whole += bits.OnesCount64(b.wholly(w, truth) & firsts)
	}
	return int64(b.size) * int64(whole)
}

// scoreMany scores the rows from..to-1.
func (b *blocks) scoreMany(l *agents.Layer, from, to int, scores []int32) {
	if !b.inWords() {
		for p := from; p < to; p++ {
			scores[p-from] = b.Score(l.Row(p))
		}
		return
	}
	truth, firsts, size := b.truth[0], b.firsts[0], int32(b.size)
	if size == 4 { // the default, without a loop within the loop
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

// markWords is markMany of bodies of one word.
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

func (b *blocks) points() int32     { return int32(b.size) }
func (b *blocks) countsWrong() bool { return false }

func (b *blocks) all() (marks []uint64, number, apart int) {
	return b.firsts, b.dimensions / b.size, b.size
}

func (b *blocks) samples() []uint64 { return b.sets }

func (b *blocks) within(dimensions, marks []uint64) {
	if b.pieces == nil {
		for i, d := range dimensions {
			for run := uint(1); run < uint(b.size); run *= 2 {
				d &= d >> (run & 63)
			}
			marks[i] = d & b.firsts[i]
		}
		return
	}
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

func (b *blocks) Turn(rate float64, s *agents.Stream) Landscape {
	c := *b
	c.truth = turned(b.truth, b.dimensions, rate, s)
	return &c
}
