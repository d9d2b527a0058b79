package sim_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

// gossip is an asynchronous scenario in which the order of activation has an effect. People hear
// two of their neighbours, and those with a higher standing at that moment decide. In a second
// channel people hear all their neighbours on a ring.
func gossip(people int) sim.Scenario {
	return sim.Scenario{
		Name: "gossip", People: people, Dimensions: 70, Ticks: 12, Attention: 1, Asynchronous: true,
		Channels: []sim.Channel{
			{
				Name: "two", Structure: network.Circles{Of: network.Gnp{P: .2}}, Heed: 2,
				Externalize: agents.Say{Rate: .7}, Objectify: agents.Superior{Rate: .8},
				Internalize: agents.Absorb{Rate: .5},
			},
			{
				Name: "claims", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
				ByClaims:    true,
				Externalize: agents.Act{}, Objectify: agents.Superior{Rate: .5},
				Internalize: agents.Gradual{Rate: .5},
			},
		},
		Experience: agents.Flip{},
	}
}

// The engine does the same as plain code that keeps a body of beliefs per person and goes from
// activation to activation.
func TestAsynchronousPlain(t *testing.T) {
	s := gossip(30)
	m, err := sim.New(s, 7, 3)
	if err != nil {
		t.Fatal(err)
	}
	plain := newPlainGossip(m, 7, 3)
	for tick := range s.Ticks {
		plain.tick(tick)
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		for p := range s.People {
			if !m.Beliefs(p).Equal(plain.beliefs[p]) {
				t.Fatalf("tick %d, person %d: %v, want %v", tick, p, m.Beliefs(p), plain.beliefs[p])
			}
		}
		for c := range s.Channels {
			if m.Flow(c) != plain.flows[c] {
				t.Fatalf("tick %d, channel %d: %+v, want %+v", tick, c, m.Flow(c), plain.flows[c])
			}
		}
	}
}

type plainGossip struct {
	m               *sim.Model
	s               sim.Scenario
	seed, replicate uint64
	beliefs         []agents.Knowledge
	flows           []sim.Flow
}

func newPlainGossip(m *sim.Model, seed, replicate uint64) *plainGossip {
	g := &plainGossip{m: m, s: m.Scenario(), seed: seed, replicate: replicate}
	for p := range m.People() {
		g.beliefs = append(g.beliefs, append(agents.Knowledge(nil), m.Beliefs(p)...))
	}
	return g
}

func (g *plainGossip) stream(purpose, name string, tick, id int) *agents.Stream {
	return newStream(kernel.NewKey(g.seed, g.replicate, purpose, name), tick, id)
}

func (g *plainGossip) score(k agents.Knowledge) int32 { return g.m.Landscape().Score(k) }

func (g *plainGossip) tick(tick int) {
	g.flows = make([]sim.Flow, len(g.s.Channels))
	for a := range g.s.People {
		p := g.stream("activation", "", tick, a).IntN(g.s.People)
		channel := 0
		key := kernel.NewKey(g.seed, g.replicate, "attention", "")
		random := func(word int) uint64 { return key.Word(tick, a, word) }
		shuffleWith(random, len(g.s.Channels), 1, func(_, j int) { channel = j })
		g.learn(tick, a, p, channel)
		trial := append(agents.Knowledge(nil), g.beliefs[p]...)
		person := agents.Person{
			ID: p, Dimensions: g.s.Dimensions, Stream: g.stream("experience", "", tick, a),
		}
		if g.s.Experience.Try(&person, g.beliefs[p], trial) &&
			g.score(trial) > g.score(g.beliefs[p]) {
			g.beliefs[p] = trial
		}
	}
}

// learn runs one activation of person p in a channel.
func (g *plainGossip) learn(tick, a, p, channel int) {
	c := g.s.Channels[channel]
	heard := g.m.Units(channel).Voices(p)
	if c.Heed > 0 && len(heard) > c.Heed {
		heard = g.drawn(g.stream("heed", c.Name, tick, a), heard, c.Heed)
	}
	said, standings := kernel.NewLayer[agents.Knowledge](g.s.People, g.s.Dimensions),
		make([]int32, g.s.People)
	for k, q := range append(append([]int32{}, heard...), int32(p)) {
		standings[q] = g.score(g.beliefs[q])
		if int(q) == p && !c.ByClaims {
			continue
		}
		chance := g.stream("externalize", c.Name, tick, a)
		(*kernel.Stream)(chance).Branch(k)
		person := agents.Person{
			ID: int(q), Dimensions: g.s.Dimensions, Standing: standings[q], Stream: chance,
		}
		c.Externalize.Externalize(&person, g.beliefs[q], said.Row(int(q)))
		g.flows[channel].Said += int64(said.Row(int(q)).Known())
		if c.ByClaims {
			standings[q] = g.score(said.Row(int(q)))
		}
	}
	norm := make(agents.Knowledge, agents.Width(g.s.Dimensions))
	unit := agents.Unit{
		ID: p, Dimensions: g.s.Dimensions, Standing: standings[p],
		Stream: g.stream("objectify", c.Name, tick, a),
	}
	var voices kernel.Voices
	voices.Set(said.Bare(), heard, nil, nil, standings, false)
	c.Objectify.Objectify(&unit, (*agents.Voices)(&voices), norm)
	g.flows[channel].Objectified += int64(norm.Known())
	before := append(agents.Knowledge(nil), g.beliefs[p]...)
	person := agents.Person{
		ID: p, Dimensions: g.s.Dimensions, Stream: g.stream("internalize", c.Name, tick, a),
	}
	c.Internalize.Internalize(&person, norm, g.beliefs[p])
	g.flows[channel].Taken += int64(g.beliefs[p].Distance(before))
}

// drawn returns k of the people, drawn by Floyd's algorithm, in ascending order.
func (g *plainGossip) drawn(s *agents.Stream, all []int32, k int) []int32 {
	chosen := map[int]bool{}
	for top := len(all) - k; top < len(all); top++ {
		at := s.IntN(top + 1)
		if chosen[at] {
			at = top
		}
		chosen[at] = true
	}
	var some []int32
	for i, p := range all {
		if chosen[i] {
			some = append(some, p)
		}
	}
	return some
}

// Any number of workers gives the same asynchronous run: they do not share the people.
func TestAsynchronousWorkers(t *testing.T) {
	s := gossip(1500)
	s.Ticks = 2
	var want *sim.Model
	for _, workers := range []int{1, 3} {
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		m.SetWorkers(workers)
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = m
			continue
		}
		for p := range s.People {
			if !m.Beliefs(p).Equal(want.Beliefs(p)) {
				t.Fatalf("person %d is another with %d workers", p, workers)
			}
		}
	}
}

// News that one person tells another in an activation can be passed on in the same tick. So in one
// tick it may go several steps along a line of people. If all learn at once it goes one step.
func TestAsynchronousIsLive(t *testing.T) {
	far := func(asynchronous bool) int {
		m, err := sim.New(sim.Scenario{
			Name: "news", People: 200, Dimensions: 1, Ticks: 1, Asynchronous: asynchronous,
			Beliefs: agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
				if p.ID == 100 {
					belief.Set(0, 1)
				}
			}),
			Channels: []sim.Channel{{
				Name: "line", Structure: network.Circles{Of: network.Line{}},
				Externalize: agents.Say{Rate: 1}, Objectify: agents.Majority{Rate: 1},
				Internalize: agents.Absorb{Rate: 1},
			}},
		}, 5, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		n := 0
		for p := range 200 {
			n += m.Beliefs(p).Known()
		}
		return n
	}
	if n := far(false); n != 3 {
		t.Errorf("all at once: %d know it, want 3", n)
	}
	if n := far(true); n < 2 || n == 3 {
		t.Errorf("one after the other: %d know it", n) // with this seed
	}
}

func TestAsynchronousValidate(t *testing.T) {
	for _, c := range []struct {
		want string
		set  func(*sim.Scenario)
	}{
		{
			`channel "two": Simultaneous is true, want false in an asynchronous scenario`,
			func(s *sim.Scenario) { s.Channels[0].Simultaneous = true },
		},
		{
			`channel "two": Every is 2, want 0 or 1 in an asynchronous scenario`,
			func(s *sim.Scenario) { s.Channels[0].Every = 2 },
		},
		{`channel "two": network.Isolated gives units with norms that last, want implicit ` +
			`circles in an asynchronous scenario`,
			func(s *sim.Scenario) { s.Channels[0].Structure = network.Isolated{Size: 5} }},
	} {
		s := gossip(30)
		c.set(&s)
		if _, err := sim.New(s, 1, 0); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	m, err := sim.New(gossip(30), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sim.Absorbed(m); err == nil {
		t.Error("absorption is told of an asynchronous scenario")
	}
}

// A rule that panics ends the run with the tick and the person.
func TestAsynchronousPanic(t *testing.T) {
	s := gossip(30)
	s.Channels[1].Internalize = agents.InternalizeFunc(func(p *agents.Person, _,
		_ agents.Knowledge) {
		if p.ID == 4 {
			panic(fmt.Sprint("enough of ", p.Tick))
		}
	})
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err == nil || !strings.Contains(err.Error(), "person 4: panicked in") ||
		!strings.Contains(err.Error(), "enough of") {
		t.Error(err)
	}
}
