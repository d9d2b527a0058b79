package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// The units of a block are about what they are about one by one.
func TestAttendBlocks(t *testing.T) {
	draw := agents.NewStream(17)
	for _, rule := range []practice.Attend{
		{}, {Open: 16, Block: 4, Talk: 1}, {Open: 20, Block: 4, Talk: -.5}, {Open: 8},
		{Open: 7, Talk: .5},
	} {
		for tick := range 150 {
			dimensions := []int{80, 64, 40}[tick%3]
			width, each := agents.Width(dimensions), rule.Memory(dimensions).Unit
			a := &kernel.Agendas{From: draw.IntN(3), To: 3 + draw.IntN(5), Tick: tick,
				Dimensions: dimensions, Key: kernel.NewKey(7, 4, "agenda", ""),
				Stream: new(kernel.Stream), Each: each, Width: width,
				Masks: words(draw, 8*width), Memory: words(draw, 8*each)}
			for u := range 8 {
				x, _ := practice.IssuesOf(a.Unit(u), dimensions)
				for i := range x.On() {
					x.On()[i] &= agents.Lanes(dimensions, i)
				}
			}
			if !rule.AboutBlock(a) {
				t.Fatalf("%+v does not work on blocks", rule)
			}
			for u := a.From; u < a.To; u++ {
				about := make([]uint64, width)
				rule.About(&agents.Unit{
					Dimensions: dimensions, Memory: slices.Clone(a.Unit(u)),
					Stream: (*agents.Stream)(kernel.NewStream(a.Key, tick, u)),
				}, about)
				if !slices.Equal(about, a.About(u)) {
					t.Fatalf("%+v: unit %d is about %x in a block, and %x alone", rule, u,
						a.About(u), about)
				}
			}
		}
	}
	if (practice.Attend{Of: practice.Stages{Stages: 2, Ticks: 10}}).AboutBlock(nil) {
		t.Error("an Attend that holds another Agenda works on blocks")
	}
}

// The issues of all units are those of each.
func TestAllIssues(t *testing.T) {
	stages := practice.Stages{Stages: 2}
	held := practice.Attend{Of: stages}
	for _, rule := range []agents.Agenda{
		practice.Attend{}, held, practice.Allotment{Every: 3, Of: held},
		practice.Calendar{Every: 4, For: 3, Of: held},
	} {
		each := rule.(agents.Rememberer).Memory(80).Unit
		memory := make([]uint64, 3*each)
		all, ok := practice.AllIssuesIn(rule, memory, each, 80)
		for u := range 3 {
			want, _ := practice.IssuesIn(rule, memory[u*each:(u+1)*each], 80)
			if got := all.Of(u); !ok || &got.On()[0] != &want.On()[0] {
				t.Errorf("%+v: the issues of unit %d are elsewhere", rule, u)
			}
		}
	}
	if _, ok := practice.AllIssuesIn(stages, make([]uint64, 3), 1, 80); ok {
		t.Error("Stages keep issues")
	}
}
