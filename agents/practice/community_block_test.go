package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// community draws what a Domain of four topics remembers of a unit: mostly one has a domain.
func community(draw *agents.Stream) []uint64 {
	return []uint64{draw.Uint64() & 15 * uint64(draw.IntN(2)), 3, uint64(draw.IntN(4))}
}

// What units of a block are about, and what they remember of meetings, is what they find one by
// one.
func TestDomainBlocks(t *testing.T) {
	draw := agents.NewStream(21)
	for tick := range 400 {
		rule := practice.Domain{Topics: 4, Incidental: []int{0, 5, 16}[tick%3], Block: 4}
		b := unitsOf(draw, 1)
		b.Tick, b.Key = tick, kernel.NewKey(7, 3, "agenda", "")
		units := len(b.Began) - 1
		a := &kernel.Agendas{
			From: b.From, To: b.To, Tick: tick, Dimensions: 80, Key: b.Key, Stream: b.Stream,
			Each: 3, Width: 2, Masks: make([]uint64, 2*units),
		}
		for range units {
			a.Memory = append(a.Memory, community(draw)...)
		}
		want := slices.Clone(a.Memory)
		lookBackAtDomains(rule, b, want)
		if !rule.AboutBlock(a) {
			t.Fatalf("%+v does not work on blocks", rule)
		}
		for u := b.From; u < b.To; u++ {
			about := make([]uint64, 2)
			rule.About(&agents.Unit{
				Dimensions: 80, Memory: a.Unit(u),
				Stream: (*agents.Stream)(kernel.NewStream(b.Key, tick, u)),
			}, about)
			if !slices.Equal(about, a.About(u)) {
				t.Fatalf("%+v: unit %d is about %x in a block, and %x alone", rule, u, a.About(u),
					about)
			}
		}
		b.Memory = kernel.BlockMemory{EachUnit: 3, Units: a.Memory}
		if !rule.ReviewBlock(b) || !slices.Equal(a.Memory, want) {
			t.Fatalf("%+v: in a block units remember %x, and one by one %x", rule, a.Memory, want)
		}
	}
	if (practice.Domain{}).AboutBlock(new(kernel.Agendas)) ||
		(practice.Domain{}).ReviewBlock(&kernel.Reviews{Block: new(kernel.Block)}) {
		t.Error("a Domain without topics remembers nothing, and has no block")
	}
}

// lookBackAtDomains lets units look back one by one.
func lookBackAtDomains(rule practice.Domain, b *kernel.Reviews, memory []uint64) {
	took := kernel.NewLayer[[]kernel.Word](len(b.Seats), 70)
	for u := b.From; u < b.To; u++ {
		seats := b.SeatsOf(u, u+1)
		var l kernel.Lessons
		l.Set(make([]int32, len(seats)), seats, took, b.Gained, b.Heeded)
		rule.Review(&agents.Unit{ID: u, Memory: memory[3*u : 3*u+3]}, nil, (*agents.Lessons)(&l))
	}
}
