package formation_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/simtest"
)

// past is a community as it stood before an event, with its norm and how long each member idles.
type past struct {
	formation.Community
	norm agents.Knowledge
	idle []int
	stay []int32 // who stays a member
}

func pasts(m *sim.Model) (all []past) {
	remembered, _ := m.Remembered(work)
	for _, c := range formation.Communities(m, work) {
		x := past{Community: c, norm: m.Norm(0, c.Unit).Clone()}
		for _, p := range c.Members {
			_, seat := remembered.Part(int(p), c.Unit)
			tally, own, _ := practice.TallyIn(m.Scenario().Channels[0].Participate, seat)
			x.idle = append(x.idle, tally.Idle(own))
		}
		all = append(all, x)
	}
	return all
}

// stays returns who stays a member, by the comment of Formation.
func (x past) stays(m *sim.Model, e formation.Formation) (members []int32) {
	for k, p := range x.Members {
		interests := practice.InterestsOf(m.Self(int(p)))
		if !m.Vacant(int(p)) && e.Purpose.Affinity(interests, x.Domain) >= max(e.Shared, 1) &&
			(e.Patience == 0 || x.idle[k] < e.Patience) {
			members = append(members, p)
		}
	}
	return members
}

// lives reports whether a community with these members goes on.
func (x past) lives(e formation.Formation, members int) bool {
	return members >= max(e.Size, 1) && (e.Life == 0 || x.Idle < e.Life)
}

// inherit fills the norms of heirs, dimension by dimension: a topic has 8 of the 32.
func inherit(living, dead []past) (passed int) {
	for _, d := range dead {
		heir, most := -1, 0
		for i, x := range living {
			if n := (x.Domain & d.Domain).Len(); n > most {
				heir, most = i, n
			}
		}
		for at := 0; heir >= 0 && at < 32; at++ {
			to := living[heir].norm
			if (living[heir].Domain & d.Domain).Has(at/8) && to.Get(at) == 0 {
				to.Set(at, d.norm.Get(at))
				passed += int(d.norm.Get(at) * d.norm.Get(at))
			}
		}
	}
	return passed
}

// after finds what a Formation leaves of communities that stood before it.
func after(t *testing.T, m *sim.Model, e formation.Formation, before []past) (passed, left int) {
	t.Helper()
	var living, dead []past
	for _, x := range before {
		x.stay = x.stays(m, e)
		left += len(x.Members) - len(x.stay)
		if x.lives(e, len(x.stay)) {
			living = append(living, x)
		} else {
			dead = append(dead, x)
		}
	}
	if e.Heir {
		passed = inherit(living, dead)
	}
	now := formation.Communities(m, work)
	if n := len(now) - len(living); n != 0 && n != 1 {
		t.Fatalf("tick %d: %d communities live on, and there are %d", m.Tick(), len(living),
			len(now))
	}
	for i, x := range living {
		x.compare(t, m, now[i])
	}
	return passed, left
}

// compare compares a community that lives on with what it has become.
func (x past) compare(t *testing.T, m *sim.Model, now formation.Community) {
	t.Helper()
	if now.Born != x.Born || now.Domain != x.Domain || !m.Norm(0, now.Unit).Equal(x.norm) {
		t.Fatalf("tick %d: %+v with %v, want %+v", m.Tick(), now, m.Norm(0, now.Unit), x)
	}
	for p := range int32(m.People()) {
		stays := slices.Contains(x.stay, p)
		if is := now.Has(int(p)); stays && !is || is && !stays && x.Has(int(p)) {
			t.Fatalf("tick %d: %d is a member: %v; of %v stay %v", m.Tick(), p, is, x.Members,
				x.stay)
		}
	}
}

// vacate makes places vacant, and fills them.
func vacate(m *sim.Model, s *agents.Stream) {
	if p := s.IntN(m.People()); m.Vacant(p) {
		m.Replace(p)
	} else {
		m.Leave(p)
	}
}

// Communities live, die and leave their norms, and members stay and leave, as the comment says:
// over random parameters, with people who come and go.
func TestLifeIsTheDefinition(t *testing.T) {
	r, passed, left := rand.New(rand.NewPCG(4, 2)), 0, 0
	for run := range 30 {
		e := all
		e.Founders, e.Shared, e.Join = 2+r.IntN(2), 1+r.IntN(2), r.Float64()
		e.Patience, e.Life, e.Size = r.IntN(8), r.IntN(8), r.IntN(4)
		e.Heir = r.IntN(2) == 0
		e.Purpose.Weight = r.IntN(2)
		s := lively(e)
		s.Events = []sim.Event{s.Events[0], sim.EventFunc(vacate),
			sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
				before := pasts(m)
				e.Happen(m, s)
				if m.Tick() > 0 {
					p, l := after(t, m, e, before)
					passed, left = passed+p, left+l
				}
			})}
		if err := simtest.Built(t, s, uint64(run)).Run(); err != nil {
			t.Fatal(err)
		}
	}
	if passed < 50 || left < 500 {
		t.Errorf("%d dimensions passed on, %d members left: too few to test", passed, left)
	}
}

// [X] By hand: who shares no topic is a member only where a purpose draws him.
func TestPurposeDraws(t *testing.T) {
	interests := given{practice.Topics(1), practice.Topics(1), practice.Topics(3)}
	for _, weight := range []int{0, 1} {
		m := simtest.Built(t, forming(interests, 3, formation.Formation{
			Every: 1, Join: 1, Seats: 1,
			Purpose: practice.Purpose{Weight: weight, Goal: practice.Topics(1)},
		}), 0)
		joined := false
		for !m.Done() {
			simtest.Step(t, m)
			for _, c := range formation.Communities(m, work) {
				joined = joined || c.Domain == practice.Topics(1) && c.Has(2)
			}
		}
		if joined != (weight > 0) {
			t.Errorf("with a purpose of weight %d who shares nothing joins: %v", weight, joined)
		}
	}
}

// The number of workers changes nothing.
func TestWorkersFormTheSame(t *testing.T) {
	s := lively(all)
	s.People, s.Ticks = 600, 12
	var want string
	for _, n := range []int{1, 2, 7} {
		m := simtest.Built(t, s, 0)
		m.SetWorkers(n)
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(m.Bodies(), formation.Communities(m, work))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%d workers form other communities", n)
		}
	}
}
