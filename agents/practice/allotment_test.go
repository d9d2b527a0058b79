package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// A unit is open in the ticks of a period in which it is not closed, and then it is about what the
// rule is of. By hand: of periods of 5, ticks 1 and 4 are closed.
func TestAllotment(t *testing.T) {
	even := agents.AboutFunc(func(_ *agents.Unit, about []uint64) { about[0] = 0b0101 })
	for _, c := range []struct {
		of   agents.Agenda
		want uint64
	}{{nil, ^uint64(0)}, {even, 0b0101}} {
		r := practice.Allotment{Every: 5, Of: c.of}
		memory := make([]uint64, r.Memory(4).Unit)
		practice.Meetings(memory).Close(1<<1 | 1<<4)
		for tick := range 12 {
			want := c.want
			if tick%5 == 1 || tick%5 == 4 {
				want = 0
			}
			if got := askedIn(r, tick, memory); got != want {
				t.Errorf("tick %d: about %b, want %b", tick, got, want)
			}
		}
	}
}

func askedIn(r agents.Agenda, tick int, memory []uint64) uint64 {
	about := []uint64{0}
	r.About(&agents.Unit{Tick: tick, Dimensions: 64, Memory: memory}, about)
	return about[0]
}

// What the allotment is of sees its own memory and no more, also where it looks back. Its words
// come first, so that events which know it find them.
func TestAllotmentKeepsMemoryApart(t *testing.T) {
	stages := practice.Stages{Stages: 4}
	r := practice.Allotment{Every: 8, Of: stages}
	memory := make([]uint64, r.Memory(64).Unit)
	if len(memory) != stages.Memory(64).Unit+1 {
		t.Fatalf("it remembers %d words", len(memory))
	}
	practice.Course(memory).Enter(2, 3, false)
	practice.Meetings(memory).Close(1 << 7)
	if got := askedIn(r, 6, memory); got != 0xffff<<32 {
		t.Errorf("in stage 2 it is about %x", got)
	}
	if got := practice.Meetings(memory).Closed(); got != 1<<7 ||
		practice.Course(memory).Phase() != 2 {
		t.Errorf("closed in %b, phase %d", got, practice.Course(memory).Phase())
	}
	of := &remembering{}
	r.Of = of
	u := &agents.Unit{Memory: []uint64{1, 2, 3}}
	r.Review(u, nil, nil)
	if !slices.Equal(of.saw, []uint64{1, 2}) || len(u.Memory) != 3 || !r.Reviews() {
		t.Errorf("it saw %v, and leaves %v", of.saw, u.Memory)
	}
}

// remembering is an Agenda that looks back, and notes what it saw.
type remembering struct{ saw []uint64 }

func (*remembering) About(*agents.Unit, []uint64) {}

func (r *remembering) Review(u *agents.Unit, _ *agents.Voices, _ *agents.Lessons) {
	r.saw = slices.Clone(u.Memory)
}

// Rules in rules are found.
func TestAgendaIn(t *testing.T) {
	stages := practice.Stages{Stages: 4, Ticks: 40}
	inner := practice.Allotment{Every: 5, Of: stages}
	for _, agenda := range []agents.Agenda{
		inner, practice.Calendar{Every: 3, For: 1, Of: inner},
		practice.Allotment{Every: 5, Of: practice.Calendar{Of: stages}},
	} {
		r, ok := practice.AllotmentOf(agenda)
		if got, is := practice.StagesOf(agenda); !ok || r.Every != 5 || !is || got != stages {
			t.Errorf("%+v: found %+v and %+v", agenda, r, got)
		}
	}
	if _, ok := practice.AllotmentOf(nil); ok {
		t.Error("found in nothing")
	}
}

func TestAllotmentContract(t *testing.T) {
	for _, r := range []practice.Allotment{
		{}, {Every: 1}, {Every: 64, Of: practice.Stages{Stages: 4}},
		{Every: 3, Of: practice.Calendar{Every: 2, For: 1}},
	} {
		agentstest.Agenda(t, r)
	}
}
