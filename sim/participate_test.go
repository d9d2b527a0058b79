package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// An apprentice learns while he waits, but not from himself.
func TestApprenticeLearns(t *testing.T) {
	c := among("work", []int32{0, 1})
	c.Participate = practice.Apprenticeship{Wait: 9}
	s := byHand(2, 2, c)
	s.Events = []sim.Event{at(1, func(m *sim.Model) {
		m.Replace(1)
		believe(m, []int8{1, 0}, []int8{-1, 1})
	})}
	m := built(t, s, 1, 0)
	believe(m, []int8{0, 0}, []int8{0, 0})
	advance(t, m, 2)
	holds(t, m, "the norm", m.Norm(0, 0), 1, 0) // not 1 1: nobody heard the newcomer
	holds(t, m, "the newcomer's belief", m.Beliefs(1), 1, 1)
	if f := m.Flow(0); f.Taken != 1 || f.Objectified != 1 {
		t.Errorf("flows %+v, want 1 objectified and 1 taken", f)
	}
}

// A seat in which a person does not hear takes no attention. A person with two seats heeds one of
// them a tick, by chance. If he does not hear in the first, he always heeds the second.
func TestAttentionOfWhoDoesNotHear(t *testing.T) {
	for _, part := range []agents.Part{agents.Neither, agents.Heard} {
		deaf, open := among("deaf", []int32{0, 1}), among("open", []int32{0, 1})
		deaf.Participate = agents.PartFunc(func(*person, *unit, network.Rank) agents.Part {
			return part
		})
		s := byHand(2, 1, deaf, open)
		s.Attention = 1
		for replicate := range uint64(20) {
			m := built(t, s, 1, replicate)
			believe(m, []int8{1}, []int8{0})
			step(t, m)
			holds(t, m, "the belief of who heeds one seat", m.Beliefs(1), 1)
			if heard := m.Norm(0, 0).Known(); (heard == 1) != (part == agents.Heard) {
				t.Errorf("part %d: %d dimensions of the norm, where the one who knows is heard "+
					"or not",
					part, heard)
			}
			if n := m.Flow(0).Taken; n != 0 {
				t.Errorf("part %d: %d taken where nobody hears", part, n)
			}
		}
	}
}

// In a circle its person decides whether he hears, and each voice decides whether it is heard.
func TestPartsInCircles(t *testing.T) {
	// A ring of four. Person 0 is right. He is heard in circle 1 only. Person 3 does not hear.
	c := certain("ring", circle)
	c.Participate = agents.PartFunc(func(p *person, u *unit, _ network.Rank) agents.Part {
		switch {
		case p.ID == 3 && u.ID == 3:
			return agents.Heard
		case p.ID == 0 && u.ID != 1:
			return agents.Hears
		}
		return agents.Both
	})
	m := built(t, byHand(4, 1, c), 1, 0)
	believe(m, []int8{1}, []int8{0}, []int8{0}, []int8{0})
	step(t, m)
	for p, want := range []int8{1, 1, 0, 0} {
		holds(t, m, "who hears", m.Beliefs(p), want)
	}
	step(t, m)
	for p, want := range []int8{1, 1, 1, 0} { // person 2 hears person 1
		holds(t, m, "who hears", m.Beliefs(p), want)
	}
}

// A Participant is asked once a tick for each unit in which a person speaks or learns, before
// anybody speaks, with his rank there.
func TestParticipantIsAskedOnceATick(t *testing.T) {
	type question struct {
		person, unit, tick int
		rank               network.Rank
	}
	asked, spoken := map[question]int{}, 0
	c := certain("work", network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{
			{Person: 0, Rank: network.Leader, Weight: 1},
			{Person: 1, Rank: network.Core, Weight: 1},
		}},
		{Voices: []network.Voice{{Person: 1, Rank: network.Periphery, Weight: 1}},
			Audience: []int32{2, 1}},
	}})
	c.Participate = agents.PartFunc(func(p *person, u *unit, rank network.Rank) agents.Part {
		if p.From != u || p.Rank != rank || u.Tick != p.Tick {
			t.Errorf("person %d is asked with another unit or rank than he is told", p.ID)
		}
		if spoken != 3*p.Tick {
			t.Errorf("tick %d: %d have spoken before all were asked", p.Tick, spoken)
		}
		asked[question{p.ID, u.ID, p.Tick, rank}]++
		return agents.Both
	})
	c.Externalize = agents.ExternalizeFunc(func(_ *person, belief, claim knowledge) {
		spoken++
		copy(claim, belief)
	})
	m := built(t, byHand(3, 1, c), 1, 0)
	advance(t, m, 2)
	want := map[question]int{}
	for tick := range 2 {
		for _, q := range []question{
			{0, 0, tick, network.Leader}, {1, 0, tick, network.Core},
			{1, 1, tick, network.Periphery}, {2, 1, tick, 0},
		} {
			want[q] = 1
		}
	}
	if len(asked) != len(want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
	for q := range want {
		if asked[q] != 1 {
			t.Errorf("%+v was asked %d times, want once", q, asked[q])
		}
	}
}

// A Participant has one memory for a person in all his units, and one for each of his seats.
func TestParticipantRemembers(t *testing.T) {
	c := among("work", []int32{0, 1}, []int32{1, 2})
	c.Participate = regulars{}
	m := built(t, byHand(3, 1, c), 1, 0)
	advance(t, m, 3)
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		person, unit   int
		ofPerson, seat uint64
	}{{0, 0, 3, 3}, {1, 0, 6, 3}, {1, 1, 6, 3}, {2, 1, 3, 3}} {
		ofPerson, seat := x.Part(c.person, c.unit)
		if ofPerson[0] != c.ofPerson || seat[0] != c.seat {
			t.Errorf("of person %d and unit %d %d and %d, want %d and %d",
				c.person, c.unit, ofPerson[0], seat[0], c.ofPerson, c.seat)
		}
	}
	m.Replace(1)
	if ofPerson, seat := x.Part(1, 0); ofPerson[0] != 0 || seat[0] != 0 {
		t.Errorf("of a newcomer %d and %d are remembered, want nothing", ofPerson[0], seat[0])
	}
	if _, seat := x.Part(0, 0); seat[0] != 3 {
		t.Errorf("of person 0 %d is remembered after another has come, want 3", seat[0])
	}
}

// regulars counts how often a person's part was asked for, in all and in each unit.
type regulars struct{}

func (regulars) Memory(int) agents.Memory { return agents.Memory{Person: 1, Seat: 1} }

func (regulars) Part(p *person, _ *unit, _ network.Rank) agents.Part {
	p.Memory[0]++
	if p.Seat != nil {
		p.Seat[0]++
	}
	return agents.Both
}

// Participants work the same for opinions: a newcomer hears at once, and is heard after his wait.
func TestPartsOfOpinions(t *testing.T) {
	c := sim.RealChannel{
		Name: "talk", Structure: network.Organization{}, Externalize: opinion.Candid{},
		Objectify: opinion.Average{}, Internalize: opinion.Approach{Rate: 1},
		Participate: practice.Apprenticeship{Wait: 2},
	}
	s := sim.Scenario{
		Name: "opinions", People: 2, Dimensions: 1, Topics: 1, Ticks: 9,
		RealChannels: []sim.RealChannel{c},
		Events: []sim.Event{at(1, func(m *sim.Model) {
			m.Replace(1)
			m.Opinion(0)[0], m.Opinion(1)[0] = 1, 3
		})},
	}
	m := built(t, s, 1, 0)
	step(t, m)
	for _, want := range []float64{1, 1, 2} { // twice the founder's opinion, then the mean of both
		m.Opinion(1)[0] = 3
		step(t, m)
		if got := m.RealNorm(0, 0)[0]; got != want {
			t.Errorf("tick %d: the norm is %v, want %v", m.Tick(), got, want)
		}
		if got := m.Opinion(1)[0]; got != want {
			t.Errorf("tick %d: the newcomer holds %v, want %v: he hears", m.Tick(), got, want)
		}
		m.Opinion(0)[0] = 1
	}
}

// A circle that makes a norm in every third tick is heeded in these ticks only, so what it costs to
// come, and that nothing is gained there, counts in these only. Where its people may ask, it is
// heeded in every tick.
func TestCirclesAreHeededWhereThereIsSomething(t *testing.T) {
	for _, asks := range []bool{false, true} {
		c := certain("ring", circle)
		c.Every = 3
		c.Participate = practice.Attendance{Own: 1, Cost: .5, Compel: 1,
			Of: practice.Commitment{Quiet: .001}}
		if asks {
			c.Ask = practice.Respondent{}
		}
		m := built(t, byHand(4, 1, c), 1, 0) // all know all there is: nobody gains, or asks
		believe(m, []int8{1}, []int8{1}, []int8{1}, []int8{1})
		for tick := 1; tick <= 7; tick++ {
			step(t, m)
			want := tick / 3
			if asks {
				want = tick
			}
			x, err := m.Remembered("ring")
			if err != nil {
				t.Fatal(err)
			}
			_, seat := x.Part(2, 2)
			a, will, _ := practice.AttendanceIn(c.Participate, seat)
			k, level, _ := practice.CommitmentIn(c.Participate, seat)
			if a.Will(will) != 16-want || k.Level(level) != 8-want {
				t.Errorf("asking %v, tick %d: a will of %d and commitment %d, want %d and %d", asks,
					tick, a.Will(will), k.Level(level), 16-want, 8-want)
			}
		}
	}
}
