package sim_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// Each replicate that follows another rule draws its own chance.
func TestFollowedRulesDrawApart(t *testing.T) {
	draw := func(follow bool) (words []uint64) {
		for replicate := range uint64(3) {
			var got uint64
			a := byHand(4, 8, certain("work", network.Organization{}))
			b := byHand(4, 8, certain("work", network.Organization{}))
			b.Channels[0].Objectify = agents.ObjectifyFunc(
				func(u *agents.Unit, _ *agents.Voices, _ agents.Knowledge) { got = u.Uint64() })
			if !follow {
				a = b
			}
			m := built(t, a, 1, replicate)
			if follow {
				if err := m.Follow(b); err != nil {
					t.Fatal(err)
				}
			}
			step(t, m)
			words = append(words, got)
		}
		return words
	}
	t.Logf("New: %x", draw(false))
	w := draw(true)
	if w[0] == w[1] || w[1] == w[2] {
		t.Errorf("after Follow the replicates draw the same word: %x", w)
	}
}

// tieReal is a rule that counts meetings per tie.
type tieReal struct{}

func (tieReal) Memory(int) agents.Memory { return agents.Memory{Tie: 1} }
func (tieReal) Objectify(u *agents.Unit, said *opinion.Voices, norm opinion.Opinion) {
	for k := range said.Len() {
		if said.Memory(k) == nil {
			continue
		}
		said.Memory(k)[0] |= 1 << uint(said.ID(k)) // the person at the other end of the tie
	}
}

// With Mutual, a person who answers remembers his tie to the person activated.
func TestMutualTiesAreKnownByPerson(t *testing.T) {
	s := sim.Scenario{
		Name: "m", People: 6, Dimensions: 1, Ticks: 8, Topics: 1, Asynchronous: true,
		RealChannels: []sim.RealChannel{{
			Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
			Mutual: true, Externalize: opinion.Candid{}, Objectify: tieReal{},
			Internalize: opinion.Approach{Rate: .5},
		}},
	}
	m := built(t, s, 1, 0)
	advance(t, m, 3)
	r, err := m.Remembered("ring")
	if err != nil {
		t.Fatal(err)
	}
	for u := range 6 {
		for k, p := range m.RealUnits(0).Voices(u) {
			if w := r.Tie(u, k); w[0] != 0 && w[0] != 1<<uint(p) {
				t.Errorf("circle %d, tie to person %d holds %b", u, p, w[0])
			}
		}
	}
}

type directed struct{}

func (directed) Build(n int, _ network.Source) (*network.Units, error) {
	var edges []network.Edge
	for p := 1; p < n; p++ {
		edges = append(edges, network.Edge{From: 0, To: int32(p), Weight: 1})
	}
	g, err := network.NewGraph(n, edges)
	if err != nil {
		return nil, err
	}
	return network.NewCircles(g), nil
}

// A person who answers somebody whom he never hears has no tie to remember.
func TestMutualWithoutATie(t *testing.T) {
	s := sim.Scenario{
		Name: "m", People: 4, Dimensions: 1, Ticks: 8, Topics: 1, Asynchronous: true,
		RealChannels: []sim.RealChannel{{
			Name: "star", Structure: directed{}, Mutual: true, Externalize: opinion.Candid{},
			Objectify: tieReal{}, Internalize: opinion.Approach{Rate: .5},
		}},
	}
	m := built(t, s, 1, 0)
	advance(t, m, 8)
}

// A channel may be rearranged after its agenda has ended.
func TestRearrangeAfterAnAgenda(t *testing.T) {
	for _, byClaims := range []bool{false, true} {
		a := byHand(4, 8, among("work", []int32{0, 1}, []int32{2, 3}))
		a.Channels[0].ByClaims = byClaims
		b := byHand(4, 8, a.Channels[0])
		a.Channels[0].Agenda = about([]int{0, 1, 2})
		m := built(t, a, 1, 0)
		step(t, m)
		if err := m.Follow(b); err != nil {
			t.Fatal(err)
		}
		step(t, m)
		each := among("work", []int32{0}, []int32{1}, []int32{2}, []int32{3})
		units, err := each.Structure.Build(4, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Rearrange("work", units, func(int) int { return -1 }); err != nil {
			t.Fatal(err)
		}
		if err := m.Step(); err != nil {
			t.Errorf("ByClaims %v: %v", byClaims, err)
		}
	}
}

// laterNested is a Rewirer whose units begin to hear others.
type laterNested struct{ network.Structure }

func (laterNested) Build(n int, _ network.Source) (*network.Units, error) {
	return network.NewUnits(n,
		network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}, {Person: 1, Weight: 1}}},
		network.Membership{Voices: []network.Voice{}, Audience: []int32{2}})
}
func (laterNested) Rewire(u *network.Units, tick int, _ network.Source) {
	v, err := network.NewUnits(u.People(),
		network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}, {Person: 1, Weight: 1}}},
		network.Membership{Voices: []network.Voice{}, Audience: []int32{2}, Heard: []int32{0}})
	if err != nil {
		panic(err)
	}
	u.Set(v)
}

func TestRewireMustNotNest(t *testing.T) {
	m := built(t, byHand(3, 1, majorities(laterNested{})), 1, 0)
	if err := m.Step(); err == nil || !strings.Contains(err.Error(), "begin, or cease, to hear") {
		t.Errorf("error %v", err)
	}
}

// countingMajority counts its calls among replicates and one by one.
type countingMajority struct{ lanes, plain *atomic.Int64 }

func (countingMajority) Lanewise() bool { return true }
func (r countingMajority) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	if u.Replicates != 0 {
		r.lanes.Add(1)
	} else {
		r.plain.Add(1)
	}
	agents.Majority{Rate: .5}.Objectify(u, said, norm)
}

func TestLanesOfMoreUnitsThanPeople(t *testing.T) {
	c := among("work", []int32{0}, []int32{1}, []int32{}, []int32{})
	rule := countingMajority{new(atomic.Int64), new(atomic.Int64)}
	c.Objectify = rule
	s := byHand(2, 4, c)
	t.Log(built(t, s, 1, 0).Plan())
	err := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 64, Seed: 1, Workers: 1}.Run(
		context.Background(), func(int, int) sim.Observer { return func(*sim.Model, int) {} })
	if err != nil {
		t.Fatal(err)
	}
	if rule.plain.Load() > 0 {
		t.Errorf("%d units decided in lanes, %d one by one", rule.lanes.Load(), rule.plain.Load())
	}
}

// relayOnce is a Relay that remembers.
type relayOnce struct{}

func (relayOnce) Memory(int) agents.Memory { return agents.Memory{Person: 1, Unit: 1} }
func (relayOnce) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	p.Memory[0]++
	copy(claim, belief)
}

func TestRelayMustNotRemember(t *testing.T) {
	c := majorities(threeOfThree())
	c.Relay = relayOnce{}
	s := byHand(9, 1, c)
	s.Name = "sound"
	refused(t, s, `channel "work": Relay: sim_test.relayOnce has a Memory of `+
		`{Person:1 Seat:0 Tie:0 Unit:1 Planes:0}, but such a rule is given none of these`)
}

type agendaTurns struct{}

func (agendaTurns) Memory(int) agents.Memory { return agents.Memory{Unit: 1} }
func (agendaTurns) About(u *agents.Unit, about []uint64) {
	about[0] = 1 << (u.Memory[0] % 3)
	u.Memory[0]++
}

// planes remembers in a scope that an Agenda is not given.
type planes struct{ agendaTurns }

func (planes) Memory(int) agents.Memory { return agents.Memory{Planes: 1} }

func TestAgendaRemembersUnitsOnly(t *testing.T) {
	c := among("work", []int32{0, 1})
	c.Agenda = planes{}
	s := byHand(2, 3, c)
	s.Name = "sound"
	refused(t, s, `channel "work": Agenda: sim_test.planes has a Memory of `+
		`{Person:0 Seat:0 Tie:0 Unit:0 Planes:1}, but such a rule is given none of these`)
}

// An agenda of opinions is told the number of topics.
func TestAgendaOfTopics(t *testing.T) {
	var told, bits int
	s := sim.Scenario{
		Name: "o", People: 2, Dimensions: 1, Ticks: 8, Topics: 100,
		RealChannels: []sim.RealChannel{{
			Name: "talk", Structure: network.Organization{}, Externalize: opinion.Candid{},
			Objectify: opinion.Average{}, Internalize: opinion.Approach{Rate: 1},
			Agenda: agents.AboutFunc(func(u *agents.Unit, about []uint64) {
				told, bits = u.Dimensions, 64*len(about)
				for i := range about {
					about[i] = u.Lanes(i)
				}
			}),
		}},
	}
	m := built(t, s, 1, 0)
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if told != 100 {
		t.Errorf("Dimensions is %d, of a mask of %d bits and 100 topics", told, bits)
	}
	if m.Opinion(0)[99] != m.Opinion(1)[99] {
		t.Error("all that Lanes gives is not everything: topic 99 is left out")
	}
}

// A Participant sees each circle with the standing of its person's current beliefs.
func TestPartsAreToldStandingByBeliefs(t *testing.T) {
	for _, byClaims := range []bool{false, true} {
		c := certain("ring", circle)
		c.ByClaims = byClaims
		var seen []int32
		c.Participate = agents.PartFunc(func(p *person, u *unit, _ network.Rank) agents.Part {
			if p.ID == 0 && u.ID == 0 {
				seen = append(seen, u.Standing, p.Standing)
			}
			return agents.Both
		})
		m := built(t, byHand(3, 4, c), 1, 0)
		believe(m, []int8{1, 1, 1, 1}, []int8{1, 1, 1, 0}, []int8{1, 1, 1, 0})
		step(t, m)
		hold(m, m.Beliefs(0), []int8{-1, -1, -1, -1})
		step(t, m)
		t.Log(byClaims, "unit, person:", seen)
		if seen[0] != 4 || seen[2] != -4 {
			t.Errorf("ByClaims %v: the circle of a person stands %d and %d, want 4 and -4",
				byClaims, seen[0], seen[2])
		}
	}
}

// A person who is heard nowhere is not heard by those whom he hears, either.
func TestMutualHeedsParts(t *testing.T) {
	s := sim.Scenario{
		Name: "m", People: 3, Dimensions: 1, Ticks: 8, Topics: 1, Asynchronous: true,
		RealChannels: []sim.RealChannel{{
			Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 2}},
			Mutual: true, Externalize: opinion.Candid{}, Objectify: opinion.Average{},
			Internalize: opinion.Approach{Rate: 1},
			Participate: agents.PartFunc(func(p *agents.Person, _ *agents.Unit,
				_ network.Rank) agents.Part {
				if p.ID != 1 {
					// 0 and 2 are heard nowhere: person 1 has nobody to learn from
					return agents.Hears
				}
				return agents.Both
			}),
		}},
	}
	m := built(t, s, 1, 0)
	x := m.Opinion(1)[0]
	advance(t, m, 4)
	if m.Opinion(1)[0] != x {
		t.Errorf("person 1, who may hear nobody, went from %v to %v", x, m.Opinion(1)[0])
	}
}

type negative struct{ agents.Say }

func (negative) Memory(int) agents.Memory { return agents.Memory{Person: -1} }

// Follow refuses a rule with a negative Memory.
func TestFollowRefusesMemory(t *testing.T) {
	a := byHand(2, 3, among("work", []int32{0, 1}))
	b := byHand(2, 3, among("work", []int32{0, 1}))
	b.Channels[0].Externalize = negative{}
	m := built(t, a, 1, 0)
	if err := m.Follow(b); err == nil || !strings.Contains(err.Error(), "want 0 or more of each") {
		t.Errorf("error %v", err)
	}
}

// A model may follow its own scenario, even if that holds a function.
func TestFollowItself(t *testing.T) {
	ring := network.GeneratorFunc(network.RingLattice{Neighbours: 2}.Graph)
	s := byHand(6, 3, certain("ring", network.Circles{Of: ring}))
	m := built(t, s, 1, 0)
	if err := m.Follow(m.Scenario()); err != nil {
		t.Error(err)
	}
}

// The sample that a unit sees is drawn from the dimensions that it is about.
func TestSampleWithinTheAgenda(t *testing.T) {
	for _, reality := range []sim.Reality{sim.Additive{Seen: 1}, sim.NK{Seen: 1}} {
		blind, all := 0, 0
		c := among("work", []int32{0, 1})
		c.Agenda, c.Internalize = about([]int{0}), agents.Absorb{Rate: 0}
		c.Objectify = agents.ObjectifyFunc(func(_ *agents.Unit, said *agents.Voices,
			_ agents.Knowledge) {
			if all++; said.Standing(0) == 0 {
				blind++
			}
		})
		s := byHand(2, 8, c)
		s.Reality, s.Beliefs = reality, agents.Mixed{Unknown: 0}
		m := built(t, s, 1, 0)
		advance(t, m, 20)
		if blind > 0 {
			t.Errorf("%T: in %d of %d ticks the unit saw nothing of the one dimension "+
				"it is about", reality, blind, all)
		}
	}
}

// Claims of the cycle just ended stay, of beliefs and of opinions.
func TestClaimsOutliveWhoLeft(t *testing.T) {
	s := byHand(3, 3, among("work", []int32{0, 1, 2}))
	s.Topics = 1
	s.RealChannels = []sim.RealChannel{{Name: "talk", Structure: network.Organization{},
		Externalize: opinion.Candid{}, Objectify: opinion.Average{},
		Internalize: opinion.Approach{Rate: 0}}}
	s.Events = []sim.Event{at(1, func(m *sim.Model) { m.Leave(0); m.Replace(1) })}
	s.Beliefs = agents.Mixed{Unknown: 0}
	m := built(t, s, 1, 0)
	step(t, m)
	for p := range 2 {
		beliefs, opinions := m.Claims(0, p).Known() > 0, m.RealClaims(0, p)[0] != 0
		if beliefs != opinions {
			t.Errorf("person %d: claims are there %v, of opinions %v", p, beliefs, opinions)
		}
	}
}

// base has optional methods on its pointer.
type base struct{ blocks int }

func (*base) Objectify(*agents.Unit, *agents.Voices, agents.Knowledge) {}
func (b *base) ObjectifyBlock(*kernel.Block) bool                      { b.blocks++; return true }
func (*base) Lanewise() bool                                           { return true }

type mine struct {
	base
	asked int
}

func (m *mine) Objectify(u *agents.Unit, _ *agents.Voices, _ agents.Knowledge) {
	m.asked++
	u.Uint64()
}

// If a rule embeds another by value and is used by pointer, the outer rule is asked.
func TestRuleThatEmbedsByPointer(t *testing.T) {
	c := among("work", []int32{0, 1})
	rule := &mine{}
	c.Objectify = rule
	m := built(t, byHand(2, 4, c), 1, 0)
	advance(t, m, 2)
	if rule.asked != 2 || rule.blocks > 0 {
		t.Errorf("the rule was asked %d times, the one that it embeds %d times", rule.asked,
			rule.blocks)
	}
	if sim.Apart(m, "work") {
		t.Error("it has the chance of a lane, because what it embeds is Lanewise")
	}
}

// Rewire must not change the number of units that were built.
type onlyItsOwn struct{}

func (onlyItsOwn) Build(n int, _ network.Source) (*network.Units, error) {
	return network.NewUnits(n, network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}}},
		network.Membership{Voices: []network.Voice{{Person: 1, Weight: 1}}})
}
func (s onlyItsOwn) Rewire(u *network.Units, _ int, _ network.Source) {
	v, _ := s.Build(u.People(), nil)
	u.Set(v)
}

func TestRearrangeEndsRewiring(t *testing.T) {
	m := built(t, byHand(2, 4, certain("work", onlyItsOwn{})), 1, 0)
	units, _ := network.NewUnits(2, network.Membership{
		Voices: []network.Voice{{Person: 0, Weight: 1}, {Person: 1, Weight: 1}},
	})
	if err := m.Rearrange("work", units, func(int) int { return 0 }); err != nil {
		t.Fatal(err)
	}
	if err := m.Step(); err != nil {
		t.Error(err)
	}
}
