package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// crew is a block of people with traits, in bodies of some dimensions, who learn norms of others.
func crew(draw *agents.Stream, dimensions int) *kernel.Block {
	const people = 20
	b := &kernel.Block{From: draw.IntN(5), To: people - draw.IntN(5), Tick: draw.IntN(99),
		Dimensions: dimensions, Key: kernel.Key(draw.Uint64()), Stream: new(kernel.Stream),
		EachSelf: 1, EachSpoken: agents.Width(dimensions), Changed: make([]int32, people)}
	layer := func() *kernel.Bare {
		l := kernel.NewLayer[[]kernel.Word](people, dimensions)
		for p := range people {
			for i := range l.Row(p) {
				yes, one, other := draw.Uint64(), draw.Uint64(), draw.Uint64()
				lanes := one | other
				lanes &= agents.Lanes(dimensions, i)
				l.Row(p)[i] = kernel.Word{Yes: yes & lanes, No: lanes &^ yes}
			}
		}
		return l
	}
	b.Beliefs, b.Claims, b.Norms = layer(), layer(), layer()
	for range b.To - b.From {
		b.Rows = append(b.Rows, int32(draw.IntN(people+1)-1))
	}
	for range people {
		b.Selves = append(b.Selves, draw.Uint64())
		for range b.EachSpoken {
			b.Spoken = append(b.Spoken, draw.Uint64())
		}
	}
	return b
}

// memberOf is one of a block, with his own chance.
func memberOf(b *kernel.Block, id int) *agents.Person {
	p := &agents.Person{ID: id, Self: b.Self(id), Memory: b.SpokenOf(id)}
	p.Stream = (*agents.Stream)(kernel.NewStream(b.Key, b.Tick, id))
	return p
}

// kinds are rates and slopes of all kinds.
var kinds = []struct{ rate, slope float64 }{
	{.3, 1}, {1, 1}, {.5, -1}, {0, .5}, {.9, -.6}, {1, -1}, {.4, 0},
}

// The people of a block learn narrowly what they learn one by one.
func TestNarrowBlocks(t *testing.T) {
	draw := agents.NewStream(11)
	for _, k := range kinds {
		rule := practice.Narrow{Rate: k.rate, Slope: k.slope}
		for n := range 90 {
			b := crew(draw, []int{64, 36, 130}[n%3])
			beliefs := kernel.Dress[agents.Knowledge](b.Beliefs.Clone())
			changed, taken := make([]int32, len(b.Changed)), int64(0)
			for id := b.From; id < b.To; id++ {
				if norm := kernel.NormOf[agents.Knowledge](b, id); norm != nil {
					before := slices.Clone(beliefs.Row(id))
					rule.Internalize(memberOf(b, id), norm, beliefs.Row(id))
					changed[id] = int32(beliefs.Row(id).Distance(before))
					taken += int64(changed[id])
				}
			}
			if !rule.InternalizeBlock(b) {
				t.Fatalf("%+v does not learn in blocks", rule)
			}
			if !b.Beliefs.Equal(beliefs.Bare()) || !slices.Equal(b.Changed, changed) ||
				b.Taken != taken {
				t.Fatalf("%+v: in a block %d changes, %d one by one", rule, b.Taken, taken)
			}
		}
	}
}

// The people of a block withhold what they withhold one by one.
func TestWithholdBlocks(t *testing.T) {
	draw := agents.NewStream(12)
	for _, k := range kinds {
		rule := practice.Withhold{Rate: k.rate, Slope: k.slope}
		for n := range 90 {
			b := crew(draw, []int{64, 36, 130}[n%3])
			claims := kernel.Dress[agents.Knowledge](b.Claims.Clone())
			for id := b.From; id < b.To; id++ {
				clear(claims.Row(id))
				belief := kernel.Dress[agents.Knowledge](b.Beliefs).Row(id)
				rule.Externalize(memberOf(b, id), belief, claims.Row(id))
			}
			if !rule.ExternalizeBlock(b) {
				t.Fatalf("%+v does not speak in blocks", rule)
			}
			if !b.Claims.Equal(claims.Bare()) {
				t.Fatalf("%+v: in a block people say other things", rule)
			}
		}
	}
}
