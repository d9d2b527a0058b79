package sim_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// askAny asks with probability Share: any voice but himself, all with the same probability.
type askAny struct{ Share float64 }

func (r askAny) Ask(p *person, _ *unit, said *voices) int {
	if !p.Coin(r.Share) {
		return -1
	}
	return another(p, said, p.IntN(max(1, said.Len())))
}

// another returns the place of the first voice from a place on who is not the person, or -1.
func another(p *person, said *voices, from int) int {
	for i := range said.Len() {
		if k := (from + i) % said.Len(); said.ID(k) != p.ID {
			return k
		}
	}
	return -1
}

// askLess asks in every second tick, and less often in a seat the more often he has asked there.
type askLess struct{}

func (askLess) Memory(int) agents.Memory { return agents.Memory{Person: 1, Seat: 1} }

func (askLess) Ask(p *person, u *unit, said *voices) int {
	p.Memory[0]++
	if (p.Memory[0]+p.Seat[0])%2 == 0 {
		return -1
	}
	p.Seat[0] += uint64(u.IntN(2)) // the same for all in the unit
	return another(p, said, u.ID)
}

// askFirst asks the first voice who is not himself.
var askFirst = agents.AskFunc(func(p *person, _ *unit, said *voices) int {
	return another(p, said, 0)
})

// Two people, one dimension; person 0 knows, person 1 does not. By hand (THEORY, section 1): who
// gathers learns at tick 3 what a consensus of 3 ticks makes a norm, in a Simultaneous channel at
// tick 4, and the norm stays when person 0 leaves. Who asks learns at tick 1. Where people only ask
// and nothing is objectified, there is never a norm, and when both have left nobody knows.
func TestGatheringAndAskingByHand(t *testing.T) {
	gather, silent := agents.Consensus{Share: 1, Ticks: 3}, agents.Superior{Rate: 0}
	for _, c := range []struct {
		name         string
		ask          agents.Asker
		objectify    agents.Objectifier
		simultaneous bool
		learns, norm int // the tick
	}{
		{"gather", nil, gather, false, 3, 3},
		{"gather, Simultaneous", nil, gather, true, 4, 3},
		{"ask", askFirst, silent, false, 1, 99},
		{"ask, Simultaneous", askFirst, silent, true, 1, 99},
	} {
		channel := among("work", []int32{0, 1})
		channel.Objectify, channel.Ask, channel.Simultaneous = c.objectify, c.ask, c.simultaneous
		m := built(t, byHand(2, 1, channel), 1, 0)
		believe(m, []int8{1}, []int8{0})
		for tick := 1; tick <= 7; tick++ {
			step(t, m)
			switch tick {
			case 6:
				m.Leave(0)
			case 7:
				m.Leave(1)
			}
			if got, want := m.Beliefs(1).Known() > 0, tick >= c.learns && tick < 7; got != want {
				t.Errorf("%s: at tick %d person 1 knows: %v, want %v", c.name, tick, got, want)
			}
			if got, want := m.Norm(0, 0).Known() > 0, tick >= c.norm; got != want {
				t.Errorf("%s: at tick %d there is a norm: %v, want %v", c.name, tick, got, want)
			}
		}
	}
}

// If person 0 leaves at tick 2, the unit that only asked knows nothing: who comes later can ask
// only those who asked in time. A person who did not ask learns nothing more.
func TestAskingDoesNotOutlivePeople(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Objectify = agents.Consensus{Share: 1, Ticks: 3}
	channel.Ask = agents.AskFunc(func(p *person, _ *unit, said *voices) int {
		if p.Tick < 2 {
			return -1
		}
		return another(p, said, 0)
	})
	m := built(t, byHand(2, 1, channel), 1, 0)
	believe(m, []int8{1}, []int8{0})
	advance(t, m, 2)
	m.Leave(0)
	advance(t, m, 5)
	if m.Beliefs(1).Known() > 0 || m.Norm(0, 0).Known() > 0 || m.Flow(0).Asked > 0 {
		t.Errorf("person 1 believes %v, the norm is %v, %+v", m.Beliefs(1), m.Norm(0, 0), m.Flow(0))
	}
}

// A voice answers Load requests a tick, in an order drawn for him; the others learn nothing, even
// where there is a norm. Over many runs everybody is answered equally often: 3 ask, 1 is answered,
// so each with probability 1/3; the bound is 4 standard errors of 600 runs.
func TestLoad(t *testing.T) {
	channel := among("work", []int32{0, 1, 2, 3})
	channel.Load = 1
	channel.Ask = agents.AskFunc(func(p *person, _ *unit, said *voices) int {
		if p.ID == 0 {
			return -1
		}
		return 0
	})
	var answered [4]int
	for replicate := range uint64(600) {
		m := built(t, byHand(4, 1, channel), 1, replicate)
		believe(m, []int8{1}, []int8{0}, []int8{0}, []int8{0})
		hold(m, m.Norm(0, 0), []int8{-1})
		step(t, m)
		want := sim.Flow{Said: 1, Objectified: 1, Asked: 3, Answered: 1, Refused: 2, Reused: 1}
		if f := m.Flow(0); f != want {
			t.Fatalf("the flow is %+v, want %+v", f, want)
		}
		for p := range answered {
			answered[p] += m.Beliefs(p).Known()
		}
	}
	for p, n := range answered[1:] {
		if math.Abs(float64(n)-200) > 4*math.Sqrt(600*1./3*2/3) {
			t.Errorf("person %d was answered %d times of 600, want about 200", p+1, n)
		}
	}
}

// The answer is what the one asked says in this tick, within what the unit is about, and is learned
// by Reuse. The claim may be other than the belief.
func TestAnswer(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Ask, channel.Reuse = askFirst, agents.Fill{Rate: 1}
	channel.Externalize = agents.ExternalizeFunc(func(p *person, belief, claim knowledge) {
		if p.ID == 0 {
			for i, w := range belief {
				claim[i] = agents.Word{Yes: w.No, No: w.Yes} // he lies
			}
		}
	})
	channel.Agenda = agents.AboutFunc(func(_ *unit, about []uint64) { about[0] = 3 })
	m := built(t, byHand(2, 3, channel), 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{0, 1, 0})
	step(t, m)
	holds(t, m, "the belief of who asked", m.Beliefs(1), -1, 1, 0)
	if f := m.Flow(0); f.Reused != 1 || f.Taken != 0 || f.Asked != 2 {
		t.Errorf("%+v, want 1 reused of 2 requests", f)
	}
}

// In circles people ask in every tick, also where it is not the circles' turn (Every).
func TestAskingGoesOn(t *testing.T) {
	for _, structure := range []network.Structure{
		network.Circles{Of: network.Complete{}}, network.Organization{},
	} {
		channel := certain("work", structure)
		channel.Ask, channel.Every = askFirst, 3
		m := built(t, byHand(2, 1, channel), 1, 0)
		believe(m, []int8{1}, []int8{0})
		step(t, m)
		holds(t, m, "the belief of who asked", m.Beliefs(1), 1)
	}
}

// An Asker that names the person himself, or nobody's place, ends the run with an error.
func TestAskerNamesAVoice(t *testing.T) {
	for _, k := range []int{-2, 0, 2} {
		channel := among("work", []int32{0, 1})
		channel.Ask = agents.AskFunc(func(*person, *unit, *voices) int { return k })
		m := built(t, byHand(2, 1, channel), 1, 0)
		if err := m.Step(); err == nil || !strings.Contains(err.Error(),
			"agents.AskFunc.Ask gives voice") {
			t.Errorf("voice %d: %v", k, err)
		}
	}
}

// Where one person is activated after the other, he asks and learns in his turn, and a voice
// answers the first Load requests of the tick.
func TestAskingInTurn(t *testing.T) {
	s := byHand(6, 3, certain("work", network.Circles{Of: network.Complete{}}))
	s.Asynchronous = true
	c := &s.Channels[0]
	c.Ask, c.Load = agents.AskFunc(func(p *person, _ *unit, said *voices) int {
		if p.ID == 0 {
			return -1
		}
		return 0
	}), 2
	asked := int64(0)
	m := built(t, s, 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{}, []int8{}, []int8{}, []int8{}, []int8{})
	for range 5 {
		step(t, m)
		f := m.Flow(0)
		if f.Answered != min(f.Asked, 2) || f.Answered+f.Refused != f.Asked {
			t.Errorf("%+v, want 2 answered at most", f)
		}
		asked += f.Asked
	}
	if asked == 0 || m.Flow(0).Reused > 6 {
		t.Errorf("%d asked, %+v", asked, m.Flow(0))
	}
}
