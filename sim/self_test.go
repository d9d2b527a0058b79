package sim_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// numbered is a self: the tick at which a person came, and his number.
type numbered struct{}

func (numbered) Words() int { return 2 }

func (numbered) Begin(p *person, self []uint64) {
	self[0], self[1] = uint64(p.Tick), uint64(p.ID)
}

// A person's self is drawn when he comes, before his beliefs, and all his rules are told it.
func TestSelfIsToldToEveryRule(t *testing.T) {
	told := map[string]int{}
	check := func(rule string, p *person, came int) {
		told[rule]++
		if !slices.Equal(p.Self, []uint64{uint64(came), uint64(p.ID)}) {
			t.Errorf("%s: person %d is %d, want %d and %d", rule, p.ID, p.Self, came, p.ID)
		}
	}
	came := func(p *person) int { // from tick 2 on a newcomer is in place 1
		if p.ID == 1 && p.Tick >= 2 {
			return 2
		}
		return 0
	}
	c := among("work", []int32{0, 1})
	c.Externalize = agents.ExternalizeFunc(func(p *person, _, _ knowledge) {
		check("speaking", p, came(p))
	})
	c.Internalize = agents.InternalizeFunc(func(p *person, _, _ knowledge) {
		check("learning", p, came(p))
	})
	c.Participate = agents.PartFunc(func(p *person, _ *unit, _ network.Rank) agents.Part {
		check("taking part", p, came(p))
		return agents.Both
	})
	s := byHand(2, 1, c)
	s.Self = numbered{}
	s.Ticks = 4
	s.Beliefs = agents.BeginFunc(func(p *person, _ knowledge) { check("beginning", p, came(p)) })
	s.Experience = agents.TryFunc(func(p *person, _, _ knowledge) bool {
		check("trying", p, came(p))
		return false
	})
	s.Reflect = agents.ReflectFunc(func(p *person) { check("reflecting", p, came(p)) })
	s.Topics = 1
	s.Opinions = opinion.BeginFunc(func(p *person, _ opinion.Opinion) {
		check("opining", p, came(p))
	})
	s.Events = []sim.Event{at(2, func(m *sim.Model) { m.Replace(1) })}
	if err := built(t, s, 1, 0).Run(); err != nil {
		t.Fatal(err)
	}
	for rule, want := range map[string]int{
		"speaking": 8, "learning": 8, "taking part": 8, "trying": 8, "reflecting": 8,
		"beginning": 3, "opining": 3,
	} {
		if told[rule] != want {
			t.Errorf("%s: told %d times, want %d", rule, told[rule], want)
		}
	}
}

// A Reflector sees what a person gained in the tick, by learning and by himself, and how much he
// took over.
func TestReflectorSeesWhatWasGained(t *testing.T) {
	type seen struct {
		gained int32
		took   int
	}
	var got []seen
	s := byHand(2, 4, among("work", []int32{0, 1}))
	s.Experience = agents.TryFunc(func(p *person, _, trial knowledge) bool {
		trial.Set(3, 1) // yes, whatever is right
		return p.ID == 1
	})
	s.Reflect = agents.ReflectFunc(func(p *person) {
		if p.ID == 1 {
			got = append(got, seen{p.Gained, p.Took})
		}
	})
	m := built(t, s, 1, 0)
	believe(m, []int8{1, 1, 0, 0}, []int8{-1, 0, 0, 0})
	advance(t, m, 2)
	alone := int32(0)
	if m.Landscape().Truth().Get(3) == 1 {
		alone = 1
	}
	// A wrong belief becomes right, which gains 2. A 0 becomes right, which gains 1. Two beliefs
	// were taken over.
	if want := []seen{{3 + alone, 2}, {0, 0}}; !slices.Equal(got, want) {
		t.Errorf("the Reflector sees %v, want %v", got, want)
	}
}

// What a Reflector writes into a self lasts, and rules read it in the next tick. If a person is
// replaced, the Reflector forgets him, and the self is drawn anew.
func TestReflectorChangesPeople(t *testing.T) {
	c := among("work", []int32{0, 1})
	c.Externalize = agents.ExternalizeFunc(func(p *person, belief, claim knowledge) {
		if p.Self[0] > 0 { // a person who has reflected once says nothing
			return
		}
		copy(claim, belief)
	})
	s := byHand(2, 1, c)
	s.Self, s.Reflect = numbered{}, thinker{}
	s.Events = []sim.Event{at(3, func(m *sim.Model) { m.Replace(0); m.Self(0)[0] = 0 })}
	m := built(t, s, 1, 0)
	for tick, said := range []int64{2, 0, 0, 1, 0} {
		believe(m, []int8{1}, []int8{1})
		step(t, m)
		if got := m.Flow(0).Said; got != said {
			t.Errorf("tick %d: %d claims, want %d", tick, got, said)
		}
	}
	if a, b := m.Self(0)[1], m.Self(1)[1]; a != 2 || b != 5 {
		t.Errorf("they have reflected %d and %d times, want 2 (since he came) and 5", a, b)
	}
}

// thinker counts the ticks that a person has reflected.
type thinker struct{}

func (thinker) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (thinker) Reflect(p *person) {
	p.Memory[0]++
	p.Self[0], p.Self[1] = 1, p.Memory[0]
}

// If people act one after the other, Gained counts from the start of the tick.
func TestGainedSinceTheTickBegan(t *testing.T) {
	s := byHand(4, 6, certain("ring", circle))
	s.Asynchronous = true
	s.Experience = agents.Flip{}
	var gained []int32
	s.Reflect = agents.ReflectFunc(func(p *person) { gained = append(gained, p.Gained) })
	m := built(t, s, 1, 0)
	for range 6 {
		gained = gained[:0]
		before := scores(m)
		step(t, m)
		for p, now := range scores(m) {
			if gained[p] != now-before[p] {
				t.Errorf("tick %d: person %d gained %d, and is told %d", m.Tick(), p, now-before[p],
					gained[p])
			}
		}
	}
}

func scores(m *sim.Model) (all []int32) {
	for p := range m.People() {
		all = append(all, m.Landscape().Score(m.Beliefs(p)))
	}
	return all
}

// Selves and their changes do not depend on anything else in a scenario.
func TestSelfHasChanceOfItsOwn(t *testing.T) {
	plain := byHand(30, 5)
	plain.Self = threeKinds{}
	full := byHand(30, 5, among("work", []int32{0, 1, 2}))
	full.Self, full.Beliefs, full.Topics = threeKinds{}, agents.Mixed{Unknown: 0}, 3
	a, b := built(t, plain, 1, 0), built(t, full, 1, 0)
	kinds := map[uint64]int{}
	for p := range a.People() {
		if !slices.Equal(a.Self(p), b.Self(p)) {
			t.Errorf("person %d is %d, and in another scenario %d", p, a.Self(p), b.Self(p))
		}
		kinds[a.Self(p)[0]]++
	}
	if len(kinds) != 3 {
		t.Errorf("30 people are of %d kinds, want 3", len(kinds))
	}
}

// noSelf has no words.
type noSelf struct{ threeKinds }

func (noSelf) Words() int { return 0 }

// A Self of 0 words is refused. A model without Self has none.
func TestSelfHasWords(t *testing.T) {
	s := byHand(2, 1)
	if self := built(t, s, 1, 0).Self(1); self != nil {
		t.Errorf("Self is %d, want nil", self)
	}
	s.Name, s.Self = "sound", noSelf{}
	refused(t, s, fmt.Sprintf("Self has 0 words a person, want 1 to %d",
		int64(kernel.MaxWords/s.People)))
}
