package agentstest

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// society is a number of people, or of units, for whom a rule is called as a block and one by one.
type society struct {
	scene                // the arguments of calls one by one
	rule          *rule  //
	people, units int    // if the units are circles, there is one per person
	lane          int    // of the replicate whose coins are thrown (see Stream.Apart), or -1
	held          bodies // what the block works on
	block         *kernel.Block
	owns          []int32   // the standing of each unit
	judged        [][]int32 // by unit: the standings of its voices, as the unit judges them
	ranked, tied  bool      // voices have ranks, and ties weights
}

// bodies is what a rule may change in a block, and the norms from which people learn.
type bodies struct {
	beliefs, claims, norms *layer
	changed                []int32
	taken, objectified     int64
}

func (b bodies) clone() bodies {
	b.beliefs, b.claims, b.norms = b.beliefs.Clone(), b.claims.Clone(), b.norms.Clone()
	b.changed = append([]int32(nil), b.changed...)
	return b
}

// These are sizes at the boundaries of words. Up to laneMost dimensions lanes may be replicates.
var blockDimensions = []int{1, 20, 64, 65, 100, 128, 129, 192, 200, 256}

const laneMost = 48

// newSociety draws the numbers of people, units and dimensions.
func newSociety(suite Suite, number int, r *rule, b *kernel.Block) *society {
	y := &society{rule: r, block: b, lane: -1}
	y.number, y.key = number, kernel.NewKey(suite.Seed, 0, "agentstest", "block")
	y.draw.Reset(y.key, 0, number)
	y.dimensions = r.sizes.near(blockDimensions[number%len(blockDimensions)])
	y.people = 1 + y.draw.IntN(min(40, r.sizes.people))
	y.units = y.people
	if y.circle = !r.hears || y.draw.Coin(.4); !y.circle {
		y.units = 1 + y.draw.IntN(30)
	}
	if y.dimensions <= laneMost && y.draw.Coin(.5) {
		y.lane = y.draw.IntN(64)
	}
	y.ranked, y.tied = y.draw.Coin(.5), y.draw.Coin(.5)
	stream := (*agents.Stream)(&y.stream)
	y.stream.Apart(y.lane)
	y.person = agents.Person{Dimensions: y.dimensions, Weight: 1, Stream: stream}
	y.unit = agents.Unit{Dimensions: y.dimensions, Stream: stream}
	y.place.Dimensions = y.dimensions
	beSomebody(&y.person, &y.draw, suite.Self)
	return y
}

// String describes the society for the errors of laws.
func (y *society) String() string {
	of := fmt.Sprintf("%d units", y.units)
	if y.circle {
		of = "their circles"
	}
	b := y.block
	return fmt.Sprintf("society %d: %d people, %s, %d dimensions, numbers %d to %d, tick %d",
		y.number, y.people, of, y.dimensions, b.From, b.To-1, b.Tick)
}

// next draws the block of the next tick.
func (y *society) next() {
	y.person.Tick++
	y.draw.Reset(y.key, y.person.Tick, y.number)
	b := y.block
	b.Tick, b.Dimensions, b.Key = y.draw.IntN(60), y.dimensions, kernel.Key(y.draw.Uint64())
	b.From = y.draw.IntN(y.units)
	b.To = b.From + 1 + y.draw.IntN(y.units-b.From)
	b.Stream = new(kernel.Stream)
	b.Stream.Apart(y.lane)
	b.Rows, b.Starts, b.Counts, b.Heard, b.Far = nil, nil, nil, nil, nil
	b.Standing, b.Own, b.Seen, b.Right, b.Wrong, b.About = nil, nil, nil, nil, nil, nil
	b.Circles, b.Judged, b.First = y.circle, false, 0
	voices, norms := y.people, y.units
	if !y.circle && y.draw.Coin(.3) {
		voices += y.units // units are voices too
	}
	byRow := y.rule.sits && y.draw.Coin(.6)
	if y.circle && !byRow {
		b.First, norms = b.From, b.To-b.From+y.draw.IntN(3)
	}
	y.hold(voices, norms)
	switch {
	case y.rule.hears:
		y.listen(voices)
		y.compare(voices)
		y.confine()
	case byRow:
		y.attend()
	}
}

// hold draws the bodies that the rule finds. Some bodies are alike.
func (y *society) hold(voices, norms int) {
	b, like := y.block, y.draw.Float64()
	y.held = bodies{
		beliefs: newLayer(y.people, y.dimensions),
		claims:  newLayer(voices, y.dimensions),
		norms:   newLayer(norms, y.dimensions),
		changed: make([]int32, y.people),
	}
	for _, l := range []*layer{y.held.beliefs, y.held.claims, y.held.norms} {
		for i := range l.Len() {
			y.body(l.Row(i))
			if i < y.people && y.draw.Coin(like) {
				copy(l.Row(i), y.held.beliefs.Row(i))
			}
		}
	}
	for p := range y.held.changed {
		y.held.changed[p] = int32(y.draw.IntN(9))
	}
	b.Beliefs, b.Claims = y.held.beliefs.Bare(), y.held.claims.Bare()
	b.Norms = y.held.norms.Bare()
	b.Selves, b.EachSelf = slices.Repeat(y.person.Self, y.people), len(y.person.Self)
	b.Changed, b.Taken, b.Objectified = y.held.changed, int64(y.draw.IntN(9)), int64(y.draw.IntN(9))
	y.held.taken, y.held.objectified = b.Taken, b.Objectified
}

// listen draws who is heard in each unit. The lists follow each other directly or with gaps.
func (y *society) listen(voices int) {
	b, most := y.block, []int{0, 3, 8, 12, 30}[y.draw.IntN(5)]
	counts, room := make([]uint32, y.units), y.draw.Coin(.5)
	for u := range counts {
		b.Starts = append(b.Starts, uint32(len(b.Heard)))
		counts[u] = uint32(y.draw.IntN(min(most, voices) + 1))
		for _, v := range y.draw.Perm(voices)[:counts[u]] {
			b.Heard = append(b.Heard, int32(v))
		}
		if room {
			b.Heard = append(b.Heard, make([]int32, y.draw.IntN(4))...)
		}
	}
	b.Starts = append(b.Starts, uint32(len(b.Heard)))
	if room {
		b.Counts = counts
	}
}

// compare draws standings in one of three ways. Everybody sees the same numbers, or each unit
// judges by some of the marks, or each unit judges in a world without marks.
func (y *society) compare(voices int) {
	b := y.block
	b.Standing, y.owns = y.scores(voices), y.scores(y.units)
	if y.circle {
		copy(y.owns, b.Standing)
	}
	if b.Judged = y.draw.Coin(.5); !b.Judged {
		if !y.circle {
			b.Own = y.owns[b.From:b.To]
		}
		return
	}
	y.judged = make([][]int32, y.units)
	if y.draw.Coin(.2) {
		for u := b.From; u < b.To; u++ {
			y.judged[u] = y.scores(len(b.HeardIn(u)))
		}
		return
	}
	y.mark(voices)
}

// scores draws n scores. Many are equal.
func (y *society) scores(n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(y.draw.IntN(9) - 4)
	}
	return all
}

// mark draws marks, and computes all standings from them. Called one by one, the rule sees
// standings in points, several a mark. A block counts marks only, which gives the same order.
func (y *society) mark(voices int) {
	b, width := y.block, agents.Width(y.dimensions)
	points := int32(1 + 3*y.draw.IntN(2))
	share, wrong := y.draw.Float64(), y.draw.Coin(.5)
	for range voices {
		for i := range width {
			right := y.draw.Coins(share, agents.Lanes(y.dimensions, i))
			b.Right = append(b.Right, right)
			if wrong {
				b.Wrong = append(b.Wrong, y.draw.Coins(.3, agents.Lanes(y.dimensions, i)&^right))
			}
		}
	}
	b.Own = make([]int32, b.To-b.From)
	for u := b.From; u < b.To; u++ {
		for i := range width {
			b.Seen = append(b.Seen, y.draw.Coins(.3, agents.Lanes(y.dimensions, i)))
		}
		for _, v := range b.HeardIn(u) {
			y.judged[u] = append(y.judged[u], points*y.seen(u, int(v)))
		}
		own := y.owns[u]
		if y.circle {
			own = y.seen(u, u)
		}
		b.Own[u-b.From], y.owns[u] = own, points*own
	}
}

// seen returns a voice's score on the marks that a unit sees.
func (y *society) seen(unit, voice int) int32 {
	b, width, n := y.block, agents.Width(y.dimensions), 0
	for i := range width {
		sees := b.Seen[(unit-b.From)*width+i]
		n += bits.OnesCount64(b.Right[voice*width+i] & sees)
		if b.Wrong != nil {
			n -= bits.OnesCount64(b.Wrong[voice*width+i] & sees)
		}
	}
	return int32(n)
}

// confine draws what units are about: all dimensions, or for each unit some or none.
func (y *society) confine() {
	if y.draw.Coin(.6) {
		return
	}
	for range y.units {
		share := []float64{0, .1, .5, .9}[y.draw.IntN(4)]
		for i := range agents.Width(y.dimensions) {
			about := y.draw.Coins(share, agents.Lanes(y.dimensions, i))
			y.block.About = append(y.block.About, about)
		}
	}
}

// attend draws the norm from which each person learns. Several may learn from one norm, and some
// learn from none.
func (y *society) attend() {
	b := y.block
	for range b.To - b.From {
		b.Rows = append(b.Rows, int32(max(-1, y.draw.IntN(b.Norms.Len()+2)-2)))
	}
}
