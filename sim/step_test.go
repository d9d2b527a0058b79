package sim_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// drawn returns a small random scenario that the slow engine can run. The same shape gives the same
// scenario.
func drawn(shape uint64) sim.Scenario {
	r := rand.New(rand.NewPCG(shape, 1991))
	s := sim.Scenario{
		Name: fmt.Sprint("shape ", shape), People: 1 + r.IntN(30), Dimensions: 1 + r.IntN(140),
		Ticks:     8,
		Attention: r.IntN(4), Beliefs: agents.Mixed{Unknown: rate(r)},
	}
	switch r.IntN(4) {
	case 0:
		s.Dimensions = 1 + r.IntN(8)
		s.Beliefs, s.Reality = agents.Mixed{}, sim.NK{K: r.IntN(s.Dimensions),
			Partners: sim.Partners(r.IntN(3))}
	case 1, 2:
		size := 1 + r.IntN(6)
		s.Dimensions = size * (1 + r.IntN(140/size))
		s.Reality = sim.Blocks{Size: size}
	}
	for c := range 1 + r.IntN(3) {
		s.Channels = append(s.Channels, drawnChannel(r, c, s.People))
	}
	drawnActivity(r, &s)
	return s
}

func drawnChannel(r *rand.Rand, number, people int) sim.Channel {
	c := sim.Channel{
		Name:        fmt.Sprint("channel ", number),
		Externalize: agents.Say{Rate: rate(r)},
		Objectify:   agents.Superior{Rate: rate(r)},
		Internalize: agents.Absorb{Rate: rate(r)},
		Every:       r.IntN(4),
		ByClaims:    r.IntN(2) == 0,
	}
	if r.IntN(4) == 0 {
		c.Objectify = agents.Majority{Rate: rate(r)}
	}
	switch r.IntN(6) {
	case 0:
		c.Structure = network.Pairs{}
	case 1:
		c.Structure = network.Circles{Of: network.Complete{}}
	case 2:
		c.Structure = network.Circles{Of: network.Complete{}, Lasting: true}
	case 3:
		c.Structure = network.Isolated{Size: 1 + r.IntN(people)}
	case 4:
		c.Structure = network.Hierarchy{Span: 1 + r.IntN(5)}
	case 5:
		size := 1
		for (size+1)*(size+2) <= people && size < 4 {
			size++
		}
		c.Structure = network.Randomized{Of: network.Communities{Team: size, Size: size,
			Periphery: r.IntN(size)}}
	}
	switch c.Structure.(type) {
	case network.Isolated, network.Hierarchy:
		c.Simultaneous = r.IntN(2) == 0
		nest(r, &c)
	case network.Randomized:
		nest(r, &c)
	}
	return c
}

// nest puts the units of some channels into units, with rules of levels.
func nest(r *rand.Rand, c *sim.Channel) {
	if r.IntN(2) == 0 {
		return
	}
	fan := r.IntN(4)
	if fan == 1 {
		fan = 0
	}
	c.Structure = network.Nested{Of: c.Structure, Fan: fan, Down: r.IntN(2) == 0}
	if r.IntN(2) == 0 {
		c.Objectify = practice.Levels{Of: c.Objectify, Every: r.IntN(4)}
	}
	if r.IntN(2) == 0 {
		c.Relay = practice.Visibility{HideUp: rate(r), HideDown: rate(r)}
	}
}

// rate is 0, 1 or anything between.
func rate(r *rand.Rand) float64 { return min(max(r.Float64()*1.6-.3, 0), 1) }

// FuzzStep compares Model.Step with the obvious engine, in every belief, claim, norm and flow of
// every tick.
func FuzzStep(f *testing.F) {
	for shape := range uint64(300) {
		f.Add(shape, shape, uint8(1))
	}
	f.Fuzz(func(t *testing.T, shape, seed uint64, workers uint8) {
		m := built(t, drawn(shape), seed, shape%3)
		m.SetWorkers(int(workers % 8))
		e := newSlow(m)
		for !m.Done() {
			step(t, m)
			e.step()
			e.compare(t)
		}
	})
}

func (e *slow) compare(t *testing.T) {
	t.Helper()
	m := e.model
	same := func(what string, number int, k agents.Knowledge, want []int8) {
		t.Helper()
		for d, b := range want {
			if int8(k.Get(d)) != b {
				t.Fatalf("%v: %s %d, dimension %d: %d, want %d", m, what, number, d, k.Get(d), b)
			}
		}
	}
	for p, belief := range e.beliefs {
		same("the belief of person", p, m.Beliefs(p), belief)
	}
	for c, name := range e.scenario.Channels {
		for p, claim := range e.claims[c] {
			same("the claim in "+name.Name+" of person", p, m.Claims(c, p), claim)
		}
		for u, norm := range e.norms[c] {
			same("the norm in "+name.Name+" of unit", u, m.Norm(c, u), norm)
		}
		if e.scenario.Ledger {
			e.compareLedger(t)
		}
		if m.Flow(c) != e.flows[c] {
			t.Fatalf("%v: flow in %s %+v, want %+v", m, name.Name, m.Flow(c), e.flows[c])
		}
	}
}

// The scenarios of FuzzStep do everything that the obvious engine can: each number of a flow and of
// a ledger is above 0 in some tick. Nothing there empties a norm or happens between ticks.
func TestShapesDoEverything(t *testing.T) {
	var f sim.Flow
	var l sim.Ledger
	for shape := range uint64(300) {
		for m := built(t, drawn(shape), shape, shape%3); !m.Done(); {
			step(t, m)
			for c := range m.Channels() {
				g := m.Flow(c)
				f.Asked, f.Answered = max(f.Asked, g.Asked), max(f.Answered, g.Answered)
				f.Refused, f.Reused = max(f.Refused, g.Refused), max(f.Reused, g.Reused)
				f.Tried, f.Kept = max(f.Tried, g.Tried), max(f.Kept, g.Kept)
			}
			if m.Scenario().Ledger {
				g := m.Ledger()
				l.Gathered, l.Reused = max(l.Gathered, g.Gathered), max(l.Reused, g.Reused)
				l.Created = max(l.Created, g.Created)
				l.Experienced = max(l.Experienced, g.Experienced)
			}
		}
	}
	if min(f.Asked, f.Answered, f.Refused, f.Reused, f.Tried, f.Kept, l.Gathered, l.Reused,
		l.Created, l.Experienced) == 0 {
		t.Errorf("%+v and %+v, want nothing at 0 that people do", f, l)
	}
}
