package sim_test

import (
	"math/bits"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// threeOfThree is three units of three people each (the children), and a parent unit that hears
// their norms. Nobody speaks in the parent. Person 0 learns from it.
func threeOfThree() network.Structure {
	units := make([]network.Membership, 4)
	for p := range int32(9) {
		u := &units[p/3]
		u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		u.Audience = append(u.Audience, p)
	}
	units[3].Heard, units[3].Audience = []int32{0, 1, 2}, []int32{0}
	return network.Explicit{Units: units}
}

// majorities is a channel in which the majority decides at once, and nobody learns.
func majorities(structure network.Structure) sim.Channel {
	c := certain("work", structure)
	c.Objectify, c.Internalize = agents.Majority{Rate: 1}, agents.Absorb{Rate: 0}
	return c
}

// Children say 1,1,0; 1,1,0; 0,0,0: four of nine say yes, and the parent says yes, a tick after
// them. The parent hears norms as they were when the tick began.
func TestParentHearsWhatChildrenHeld(t *testing.T) {
	m := built(t, byHand(9, 1, majorities(threeOfThree())), 1, 0)
	for p, b := range []int8{1, 1, -1, 1, 1, -1, -1, -1, -1} {
		hold(m, m.Beliefs(p), []int8{b})
	}
	step(t, m)
	for u, want := range []int8{1, 1, -1, 0} {
		holds(t, m, "a norm", m.Norm(0, u), want)
	}
	step(t, m)
	holds(t, m, "the parent's norm", m.Norm(0, 3), 1)
}

// Each of 512 dimensions holds another pattern of the nine people's beliefs. In 458 of them the
// majority of majorities is the majority.
func TestMajorityOfMajorities(t *testing.T) {
	m := built(t, byHand(9, 512, majorities(threeOfThree())), 1, 0)
	for p := range 9 {
		for pattern := range 512 {
			m.Beliefs(p).Set(pattern, agents.Belief(2*(pattern>>p&1)-1))
		}
	}
	advance(t, m, 2)
	agree := 0
	for pattern := range 512 {
		most := agents.Belief(-1)
		if bits.OnesCount(uint(pattern)) > 4 {
			most = 1
		}
		if m.Norm(0, 3).Get(pattern) == most {
			agree++
		}
	}
	if agree != 458 {
		t.Errorf("they agree in %d of 512 patterns, want 458", agree)
	}
}

// A norm goes up one level a tick: what a unit of people holds at tick 1 is heard one level above
// at tick 2, and so on.
func TestLagPerLevel(t *testing.T) {
	// Person 0 speaks in unit 0, which unit 1 hears, which unit 2 hears, from which 1 learns.
	c := certain("line", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 1}}, Audience: []int32{0}},
		{Heard: []int32{0}, Audience: []int32{}},
		{Heard: []int32{1}, Audience: []int32{1}},
	}})
	m := built(t, byHand(2, 1, c), 1, 0)
	believe(m, []int8{1}, []int8{0})
	for tick := 1; tick <= 3; tick++ {
		step(t, m)
		for u := range 3 {
			holds(t, m, "a norm", m.Norm(0, u), int8(min(max(tick-u, 0), 1)))
		}
		holds(t, m, "the belief of who learns", m.Beliefs(1), int8(tick/3))
	}
}

// The standing of a norm is its score, and the parent compares it with its own. If the better
// voices decide, a wrong child is heard but has no influence.
func TestUnitsStandByTheirNorms(t *testing.T) {
	c := certain("work", threeOfThree())
	c.Internalize = agents.Absorb{Rate: 0}
	c.Objectify = agents.ObjectifyFunc(func(u *unit, said *voices, norm knowledge) {
		if u.ID < 3 {
			return // children keep their norms
		}
		var standing []int32
		var ids []int
		for k := range said.Len() {
			standing, ids = append(standing, said.Standing(k)), append(ids, said.ID(k))
		}
		if u.Standing != 0 || !slices.Equal(standing, []int32{1, -2, 2}) ||
			!slices.Equal(ids, []int{9, 10, 11}) { // units come after people
			t.Errorf("the parent stands at %d and hears %v at %v, want 0, 9 to 11 and 1 -2 2",
				u.Standing, ids, standing)
		}
		agents.Superior{Rate: 1}.Objectify(u, said, norm)
	})
	m := built(t, byHand(9, 2, c), 1, 0)
	hold(m, m.Norm(0, 0), []int8{1, 0})
	hold(m, m.Norm(0, 1), []int8{-1, -1})
	hold(m, m.Norm(0, 2), []int8{1, 1})
	step(t, m)
	holds(t, m, "the parent's norm", m.Norm(0, 3), 1, 1)
}

// The merit of units is seen in part, too: within its agenda the parent follows another child.
func TestUnitsStandWithinTheAgenda(t *testing.T) {
	for _, reality := range []sim.Reality{sim.Additive{}, sim.Blocks{Size: 1}} {
		c := certain("work", threeOfThree())
		c.Internalize = agents.Absorb{Rate: 0}
		c.Agenda = agents.AboutFunc(func(u *unit, about []uint64) {
			if u.ID == 3 {
				about[0] = 1 << 2
			}
		})
		s := byHand(9, 3, c)
		s.Reality = reality
		m := built(t, s, 1, 0)
		hold(m, m.Norm(0, 0), []int8{1, 1, -1})
		hold(m, m.Norm(0, 1), []int8{-1, -1, 1})
		step(t, m)
		holds(t, m, "the parent's norm", m.Norm(0, 3), 0, 0, 1)
	}
}

// The Relay decides what of a norm is passed on: nothing, a part, or something else. It is told the
// unit and its standing.
func TestRelay(t *testing.T) {
	for _, c := range []struct {
		name  string
		relay agents.Externalizer
		want  []int8
	}{
		{"all", nil, []int8{1, 1}},
		{"nothing", agents.Say{Rate: 0}, []int8{0, 0}},
		{"the first dimension", agents.ExternalizeFunc(func(_ *person, norm, claim knowledge) {
			claim.Set(0, norm.Get(0))
		}), []int8{1, 0}},
		{"what units say that do well", agents.ExternalizeFunc(func(p *person, norm,
			claim knowledge) {
			if p.ID == 2 && p.Standing == 2 && p.Memory == nil && p.Self == nil && p.From == nil {
				copy(claim, norm)
			}
		}), []int8{1, 1}},
	} {
		channel := certain("work", threeOfThree())
		channel.Relay, channel.Internalize = c.relay, agents.Absorb{Rate: 0}
		m := built(t, byHand(9, 2, channel), 1, 0)
		hold(m, m.Norm(0, 2), []int8{1, 1})
		step(t, m)
		if got := bodyHeld(m, m.Norm(0, 3)); !slices.Equal(got, c.want) {
			t.Errorf("%s: the parent holds %v, want %v", c.name, got, c.want)
		}
		if said := m.Flow(0).Said; said != int64(people(m)) {
			t.Errorf("%s: %d said, want %d: what people say, not units", c.name, said, people(m))
		}
	}
}

// people returns the number of beliefs, over all people, that are not 0.
func people(m *sim.Model) (n int) {
	for p := range m.People() {
		n += m.Beliefs(p).Known()
	}
	return n
}

// A unit below may hear the parent's norm, with norm and standing as they were when the tick began.
func TestParentIsHeardBelow(t *testing.T) {
	// Unit 1 hears unit 0 and is heard by it.
	c := certain("both ways", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 1}}, Heard: []int32{1}},
		{Voices: []network.Voice{{Person: 1, Weight: 1}}, Heard: []int32{0}},
	}})
	c.Internalize = agents.Absorb{Rate: 0}
	m := built(t, byHand(2, 2, c), 1, 0)
	believe(m, []int8{1, 0}, []int8{0, 1})
	step(t, m)
	holds(t, m, "the norm of 0", m.Norm(0, 0), 1, 0)
	holds(t, m, "the norm of 1", m.Norm(0, 1), 0, 1)
	believe(m, []int8{0, 0}, []int8{-1, 0})
	hold(m, m.Norm(0, 1), []int8{1, 1}) // it now stands above the other
	step(t, m)
	holds(t, m, "the norm of 0", m.Norm(0, 0), 1, 1)
	holds(t, m, "the norm of 1", m.Norm(0, 1), 1, 1)
}

// With Heed, a unit that is heard counts as one of the voices heeded. Nothing is remembered of the
// tie to a unit.
func TestUnitsAmongThoseHeeded(t *testing.T) {
	c := certain("work", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{{Person: 0, Weight: 1}}, Audience: []int32{}},
		{Voices: []network.Voice{{Person: 1, Weight: 1}, {Person: 2, Weight: 1}},
			Heard: []int32{0}},
	}})
	heard := map[int]int{}
	c.Heed, c.Objectify = 2, counting{func(u *unit, said *voices) {
		if u.ID == 1 && said.Len() != 2 {
			t.Errorf("%d are heeded, want 2", said.Len())
		}
		for k := range said.Len() {
			if u.ID == 1 {
				heard[said.ID(k)]++
			}
			if unit := said.FromUnit(k); unit != (said.ID(k) >= 3) {
				t.Errorf("voice %d is a unit: %v", said.ID(k), unit)
			}
			if memory := said.Memory(k); (memory == nil) != (said.ID(k) >= 3) {
				t.Errorf("of voice %d %v is remembered", said.ID(k), memory)
			}
		}
	}}
	s := byHand(3, 1, c)
	s.Ticks = 300
	m := built(t, s, 1, 0)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	for _, id := range []int{1, 2, 3} { // each with 2/3 of 300; 6 standard deviations are 49
		if heard[id] < 151 || heard[id] > 249 {
			t.Errorf("voice %d was heeded %d times, want about 200", id, heard[id])
		}
	}
	x, _ := m.Remembered("work")
	for k, id := range []int{1, 2} {
		if n := x.Tie(1, k)[0]; int(n) != heard[id] {
			t.Errorf("of person %d %d ticks are remembered, want %d", id, n, heard[id])
		}
	}
}

// counting remembers how often each person was heard, and records what it hears.
type counting struct {
	show func(u *unit, said *voices)
}

func (counting) Memory(int) agents.Memory { return agents.Memory{Tie: 1} }

func (r counting) Objectify(u *unit, said *voices, _ knowledge) {
	r.show(u, said)
	for k := range said.Len() {
		if memory := said.Memory(k); memory != nil {
			memory[0]++
		}
	}
}

// Units of opinions hear units, too: their norms when the tick began, or what a Relay makes of
// them.
func TestUnitsOfOpinionsHearUnits(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: threeOfThree(), Externalize: opinion.Candid{},
		Objectify: opinion.Average{}, Internalize: opinion.Approach{Rate: 0},
	}
	twice := opinion.ExternalizeFunc(func(p *person, norm, claim opinion.Opinion) {
		claim[0] = float64(2 * norm[0])
	})
	for _, relay := range []opinion.Externalizer{nil, twice} {
		c.Relay = relay
		m := built(t, sim.Scenario{
			Name: "opinions", People: 9, Dimensions: 1, Topics: 1, Ticks: 3,
			RealChannels: []sim.RealChannel{c},
		}, 1, 0)
		for p := range 9 {
			m.Opinion(p)[0] = float64(p)
		}
		step(t, m)
		for u, want := range []float64{1, 4, 7, 0} {
			if got := m.RealNorm(0, u)[0]; got != want {
				t.Errorf("the norm of unit %d is %v, want %v", u, got, want)
			}
		}
		step(t, m)
		want := 4. // the mean of 1, 4 and 7
		if relay != nil {
			want = 8
		}
		if got := m.RealNorm(0, 3)[0]; got != want {
			t.Errorf("the parent's norm is %v, want %v", got, want)
		}
	}
}
