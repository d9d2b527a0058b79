package practice_test

import (
	"math/bits"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// assembly draws a block of 9 units in which some of 20 people are heard. In each a rule remembers
// things of every kind.
func assembly(draw *agents.Stream, dimensions int, need agents.Memory) *kernel.Block {
	const units = 9
	b := crew(draw, dimensions)
	b.From, b.To, b.Rows = draw.IntN(3), units-draw.IntN(3), nil
	b.First = b.From * draw.IntN(2)
	width := b.Claims.Width()
	b.Memory = kernel.BlockMemory{EachUnit: need.Unit, EachPlane: need.Planes * width,
		EachTie: need.Tie}
	b.Memory.Units = words(draw, units*need.Unit)
	b.Memory.Planes = words(draw, units*need.Planes*width)
	b.Starts, b.Counts, b.Memory.TieStarts = []uint32{0}, nil, []uint32{0}
	for range units {
		voices := draw.IntN(14)
		for _, p := range draw.Perm(20)[:voices] {
			if at := draw.IntN(voices+3) - 3; draw.IntN(4) > 0 {
				b.Heard, b.At = append(b.Heard, int32(p)), append(b.At, int32(max(at, -1)))
			}
		}
		b.Starts = append(b.Starts, uint32(len(b.Heard)))
		b.Memory.TieStarts = append(b.Memory.TieStarts, b.Memory.TieStarts[len(b.Starts)-2]+
			uint32(voices))
	}
	b.Memory.Ties = words(draw, int(b.Memory.TieStarts[units])*need.Tie)
	for range b.To - b.From {
		b.Own = append(b.Own, int32(draw.IntN(dimensions/4)))
	}
	for range 20 {
		b.Standing = append(b.Standing, int32(draw.IntN(dimensions/3)))
	}
	if draw.IntN(2) > 0 {
		b.Judged = true
		b.Seen, b.Right = words(draw, (b.To-b.From)*width), words(draw, 20*width)
		if draw.IntN(2) > 0 {
			b.Wrong = words(draw, 20*width)
		}
	}
	if draw.IntN(2) > 0 {
		for range units * width {
			b.About = append(b.About, draw.Uint64()*uint64(draw.IntN(2)))
		}
	}
	return b
}

func words(draw *agents.Stream, n int) (list []uint64) {
	for range n {
		list = append(list, draw.Uint64())
	}
	return list
}

// decideAlone lets a unit of a block decide by itself, and returns the words that its rule then
// remembers of it, of its dimensions and of its voices.
func decideAlone(
	rule agents.Objectifier, b *kernel.Block, u int, norm agents.Knowledge,
) (unit, planes, ties []uint64) {
	m, width := &b.Memory, len(norm)
	unit, planes = slices.Clone(m.Unit(u)), slices.Clone(m.PlanesOf(u))
	ties = slices.Clone(m.Ties[int(m.TieStarts[u])*m.EachTie : int(m.TieStarts[u+1])*m.EachTie])
	ids, standing := b.HeardIn(u), b.Standing
	if b.Judged {
		standing = nil
		for _, p := range ids {
			n := 0
			for i := range width {
				seen := b.Seen[(u-b.From)*width+i]
				n += bits.OnesCount64(b.Right[int(p)*width+i] & seen)
				if b.Wrong != nil {
					n -= bits.OnesCount64(b.Wrong[int(p)*width+i] & seen)
				}
			}
			standing = append(standing, int32(n))
		}
	}
	var v kernel.Voices
	v.Set(b.Claims, ids, nil, nil, standing, b.Judged)
	v.Remember(ties, m.EachTie, b.At[b.Starts[u]:b.Starts[u+1]])
	told := &agents.Unit{ID: u, Tick: b.Tick, Dimensions: b.Dimensions, Memory: unit,
		Planes: planes, Standing: b.Own[u-b.From]}
	told.Stream = (*agents.Stream)(kernel.NewStream(b.Key, b.Tick, u))
	before := slices.Clone(norm)
	if b.About == nil {
		rule.Objectify(told, (*agents.Voices)(&v), norm)
		return unit, planes, ties
	}
	told.About = b.About[u*width : (u+1)*width]
	if slices.Max(told.About) > 0 {
		rule.Objectify(told, (*agents.Voices)(&v), norm)
	}
	for i, w := range norm {
		norm[i] = before[i].Take(w, told.About[i])
	}
	return unit, planes, ties
}

// The units of a block vote as they vote one by one: with equal votes, by trust, and by rules that
// need a whole election.
func TestVoteBlocks(t *testing.T) {
	draw := agents.NewStream(15)
	for _, rule := range []practice.Vote{
		{Rate: .4}, {Rate: 1}, {Rate: .4, TrustRate: .5}, {Rate: .5, Trust: 1},
		{Rate: .7, Trust: -1, TrustRate: .2}, {Rate: 1, Trust: .3}, {Rate: .4, Tenure: .5},
		{Rate: .4, Trust: .5, Tenure: -1}, {Rate: .3, Hold: .5}, {Rate: .3, Trust: 1, Hold: 2},
		{Rate: .3, PerVote: true}, {Rate: .3, Trust: 1, PerVote: true},
	} {
		changed := int64(0)
		for n := range 120 {
			b := assembly(draw, []int{64, 36, 130}[n%3], rule.Memory(64))
			norms := kernel.Dress[agents.Knowledge](b.Norms.Clone())
			var units, planes, ties []uint64
			for u := b.From; u < b.To; u++ {
				x, y, z := decideAlone(rule, b, u, norms.Row(u-b.First))
				units, planes, ties = append(units, x...), append(planes, y...), append(ties, z...)
			}
			before := kernel.Dress[agents.Knowledge](b.Norms.Clone())
			if !rule.ObjectifyBlock(b) {
				t.Fatalf("%+v does not vote in blocks", rule)
			}
			m, moved := &b.Memory, int64(0)
			for u := b.From; u < b.To; u++ {
				moved += int64(before.Row(u - b.First).Distance(norms.Row(u - b.First)))
			}
			if !b.Norms.Equal(norms.Bare()) || b.Objectified != moved {
				t.Fatalf("%+v: in a block %d dimensions change, %d one by one", rule,
					b.Objectified, moved)
			}
			first, end := int(m.TieStarts[b.From])*m.EachTie, int(m.TieStarts[b.To])*m.EachTie
			if !slices.Equal(m.Units[b.From:b.To], units) ||
				!slices.Equal(m.Planes[b.From*m.EachPlane:b.To*m.EachPlane], planes) ||
				!slices.Equal(m.Ties[first:end], ties) {
				t.Fatalf("%+v: in a block other things are remembered", rule)
			}
			changed += moved
		}
		if changed < 1000 {
			t.Errorf("%+v: %d dimensions changed, too few to test", rule, changed)
		}
	}
}

// Units that look back together trust voices as they do one by one.
func TestTrustBlocks(t *testing.T) {
	draw, changed := agents.NewStream(16), 0
	for n := range 400 {
		rule := practice.Vote{TrustRate: []float64{.5, .3, 1}[n%3]}
		b := unitsOf(draw, 0)
		units := len(b.Starts) - 1
		b.Tick, b.Key = n, kernel.NewKey(7, uint64(n), "review", "")
		b.Beliefs = kernel.NewLayer[[]kernel.Word](1, 40+n%2*30) // in one word or two
		b.Took = kernel.NewLayer[[]kernel.Word](len(b.Seats), 70)
		for i := range b.Took.Words(0, len(b.Seats)) {
			one, other, no := draw.Uint64(), draw.Uint64(), draw.Uint64()
			yes := one & other
			b.Took.Words(0, len(b.Seats))[i] = kernel.Word{Yes: yes, No: no &^ yes}
		}
		for range b.Seats {
			b.People = append(b.People, int32(draw.IntN(30)))
		}
		b.Memory = kernel.BlockMemory{EachTie: 1, TieStarts: b.Starts,
			Ties: words(draw, len(b.Heard))}
		if n%2 == 0 {
			for range b.Heard {
				b.At = append(b.At, -1)
			}
			for u := range units {
				for k := range b.HeardIn(u) {
					b.At[int(b.Starts[u])+k] = int32(k - k%3)
				}
			}
		}
		want := slices.Clone(b.Memory.Ties)
		for u := b.From; u < b.To; u++ {
			trustAlone(rule, b, u, want)
		}
		before := slices.Clone(b.Memory.Ties)
		if !rule.ReviewBlock(b) {
			t.Fatalf("%+v does not look back in blocks", rule)
		}
		if !slices.Equal(b.Memory.Ties, want) {
			t.Fatalf("%+v: in a block it trusts %x, and one by one %x", rule, b.Memory.Ties, want)
		}
		if !slices.Equal(before, want) {
			changed++
		}
	}
	if changed < 100 {
		t.Errorf("trust changed in %d blocks, too few to test", changed)
	}
	if (practice.Vote{TrustRate: 1, HelpRate: 1}).ReviewBlock(&kernel.Reviews{}) {
		t.Error("who answered whom is not known in a block")
	}
}

// trustAlone lets a unit look back by itself.
func trustAlone(rule practice.Vote, b *kernel.Reviews, u int, ties []uint64) {
	seats, people := b.SeatsOf(u, u+1), b.People[b.Began[u]:b.Began[u+1]]
	var l kernel.Lessons
	l.Set(people, seats, b.Took, b.Gained, b.Heeded)
	var v kernel.Voices
	v.Set(b.Claims, b.HeardIn(u), nil, nil, nil, false)
	var at []int32
	if b.At != nil {
		at = b.At[b.Starts[u]:b.Starts[u+1]]
	}
	v.Remember(ties[b.Starts[u]:b.Starts[u+1]], 1, at)
	unit := &agents.Unit{ID: u, Tick: b.Tick, Dimensions: 70}
	unit.Stream = (*agents.Stream)(kernel.NewStream(b.Key, b.Tick, u))
	rule.Review(unit, (*agents.Voices)(&v), (*agents.Lessons)(&l))
}
