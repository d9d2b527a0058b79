package sim_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// mastered is a unit of four in which a newcomer comes at tick 5. Person 0 and 2 are founders, and
// person 1, who stands highest, came at tick 1. Each knows other dimensions, so that what the
// newcomer learns shows whom he has heeded. There is no norm.
func mastered(master practice.Master) sim.Scenario {
	c := among("work", []int32{0, 1, 2, 3})
	rule := practice.Apprenticeship{Wait: 2, Master: master}
	c.Participate, c.Ask = rule, rule.Asker()
	c.Objectify = agents.Superior{Rate: 0}
	s := byHand(4, 4, c)
	s.Events = []sim.Event{
		at(1, func(m *sim.Model) { m.Replace(1) }),
		at(5, func(m *sim.Model) {
			m.Replace(3)
			believe(m, []int8{1, 0, 0, 0}, []int8{0, 1, 1, 0}, []int8{0, 0, 0, 1},
				[]int8{0, 0, 0, 0})
		}),
	}
	return s
}

// An apprentice heeds one full member: any, one of those who came first, or the one who stands
// highest. Equals are drawn with the same chance. From tenure Wait on he heeds the norm. 600 runs,
// within 4 standard errors.
func TestApprenticeHeedsAMaster(t *testing.T) {
	const runs = 600
	for _, c := range []struct {
		master practice.Master
		want   [3]float64 // by person
	}{
		{practice.NoMaster, [3]float64{}},
		{practice.DrawnMaster, [3]float64{1. / 3, 1. / 3, 1. / 3}},
		{practice.LongestTenure, [3]float64{.5, 0, .5}},
		{practice.BestStanding, [3]float64{0, 1, 0}},
	} {
		var heeded [3]int
		for r := range uint64(runs) {
			m := built(t, mastered(c.master), 3, r)
			advance(t, m, 6)
			for p := range heeded {
				if m.Beliefs(3).Equal(m.Beliefs(p)) {
					heeded[p]++
				}
			}
			asked := m.Flow(0).Asked
			step(t, m)
			asked += m.Flow(0).Asked
			step(t, m) // his tenure is 2
			if last := m.Flow(0).Asked; last != 0 || asked != 2*min(int64(c.master), 1) {
				t.Fatalf("master %d: %d asked while he was an apprentice, and %d then", c.master,
					asked, last)
			}
		}
		for p, n := range heeded {
			share, q := float64(n)/runs, c.want[p]
			if math.Abs(share-q) > 4*math.Sqrt(q*(1-q)/runs) {
				t.Errorf("master %d: he heeds person %d in %.3f of the runs, want %.3f", c.master,
					p, share, q)
			}
		}
	}
}

// Where no full member is heard, apprentices heed the norm.
func TestApprenticesWithoutAMaster(t *testing.T) {
	c := among("work", []int32{0, 1})
	rule := practice.Apprenticeship{Wait: 5, Master: practice.DrawnMaster}
	c.Participate, c.Ask = rule, rule.Asker()
	s := byHand(2, 2, c)
	s.Events = []sim.Event{at(1, func(m *sim.Model) {
		m.Replace(0)
		m.Replace(1)
		believe(m, []int8{1, 1}, []int8{0, 0})
		hold(m, m.Norm(0, 0), []int8{1, 0})
	})}
	m := built(t, s, 1, 0)
	advance(t, m, 2)
	holds(t, m, "the belief of an apprentice", m.Beliefs(1), 1, 0)
}

// checkedMaster tells a plain choice of masters, written from the comment, from the rule's.
type checkedMaster struct {
	agents.Asker
	t      *testing.T
	rule   practice.Apprenticeship
	heeded *int
}

func (r checkedMaster) Ask(p *person, u *unit, said *voices) int {
	got := r.Asker.Ask(p, u, said)
	var members []int
	for k := range said.Len() {
		full := said.Joined(k) == 0 || p.Tick-said.Joined(k) >= r.rule.Wait
		if full && said.ID(k) != p.ID {
			members = append(members, k)
		}
	}
	masters := map[int]bool{}
	for _, k := range members {
		first, highest := true, true
		for _, j := range members {
			first = first && said.Joined(j) >= said.Joined(k)
			highest = highest && said.Standing(j) <= said.Standing(k)
		}
		masters[k] = r.rule.Master == practice.DrawnMaster ||
			r.rule.Master == practice.LongestTenure && first ||
			r.rule.Master == practice.BestStanding && highest
	}
	apprentice := !p.Founder && p.Tenure < r.rule.Wait
	switch {
	case (!apprentice || len(members) == 0) && got != -1:
		r.t.Errorf("tick %d, person %d: he heeds %d, want the norm", p.Tick, p.ID, got)
	case apprentice && len(members) > 0 && !masters[got]:
		r.t.Errorf("tick %d, person %d: he heeds %d, want one of %v", p.Tick, p.ID, got, masters)
	case got >= 0:
		*r.heeded++
	}
	return got
}

// The second time apprentices are heard too, so that the rule must leave them out.
func TestMastersAgainstAPlainLoop(t *testing.T) {
	for master := practice.DrawnMaster; master <= practice.BestStanding; master++ {
		rule := practice.Apprenticeship{Wait: 6, Master: master}
		for _, part := range []agents.Participant{rule, nil} {
			heeded := 0
			s := moving(part)
			s.Channels[0].Ask = checkedMaster{rule.Asker(), t, rule, &heeded}
			if err := built(t, s, 7, 0).Run(); err != nil {
				t.Fatal(err)
			}
			if heeded < 20 {
				t.Errorf("master %d: %d heeded one, too few for a test", master, heeded)
			}
		}
	}
}

// The laws of simtest, 1, 2 and 7 workers, and what is off.
func TestMasterLaws(t *testing.T) {
	for master := practice.DrawnMaster; master <= practice.BestStanding; master++ {
		rule := practice.Apprenticeship{Wait: 3, Master: master}
		s := moving(rule)
		s.People, s.Ticks = 15, 9
		s.Channels[0].Ask = rule.Asker()
		simtest.Same(t, s)
		simtest.Clone(t, s)
		sameForWorkers(t, s)
	}
	for _, off := range []practice.Apprenticeship{{}, {Master: practice.BestStanding}, {Wait: 3}} {
		if a := off.Asker(); a != nil {
			t.Errorf("%+v: the Asker is %v, want none", off, a)
		}
	}
	vote := practice.Vote{Rate: .5}
	if got := (practice.Apprenticeship{}).Weigh(vote); got != vote {
		t.Errorf("with a Slope of 0 the vote is %+v, want %+v", got, vote)
	}
	if got := (practice.Apprenticeship{Slope: -.5}).Weigh(vote).Tenure; got != -.5 {
		t.Errorf("with a Slope of -.5 that of the vote is %v", got)
	}
}
