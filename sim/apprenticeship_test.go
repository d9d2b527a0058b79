package sim_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// newcomer is an organization in which two old members are wrong, and at tick 2 a third person
// comes, who is right and stands above the norm. Nobody learns, so that the two stay wrong.
func newcomer(rule agents.Participant, rate float64) sim.Scenario {
	c := among("work", []int32{0, 1, 2})
	c.Participate, c.Internalize = rule, agents.Absorb{Rate: 0}
	c.Objectify = agents.Superior{Rate: rate}
	s := byHand(3, 1, c)
	s.Events = []sim.Event{at(newcomerComes, func(m *sim.Model) {
		m.Replace(2)
		believe(m, []int8{-1}, []int8{-1}, []int8{1})
		hold(m, m.Norm(0, 0), []int8{-1})
	})}
	return s
}

const newcomerComes = 2

// With a Wait of 0 the norm is right after the newcomer's first tick, and with a Wait of 3 after
// his fourth (Lave and Wenger 1991, as arithmetic). So it is where tenure is counted in the unit.
func TestNewcomerIsHeardAfterHisWait(t *testing.T) {
	for wait := range 5 {
		for _, perSeat := range []bool{false, true} {
			s := newcomer(practice.Apprenticeship{Wait: wait, PerSeat: perSeat}, 1)
			m := built(t, s, 1, 0)
			believe(m, []int8{-1}, []int8{-1}, []int8{-1})
			advance(t, m, newcomerComes)
			for n := range wait {
				step(t, m)
				holds(t, m, "the norm", m.Norm(0, 0), -1)
				if said := m.Flow(0).Said; said != 3 {
					t.Errorf("wait %d, his tick %d: %d claims, want 3: he speaks, and is not heard",
						wait, n, said)
				}
			}
			step(t, m)
			holds(t, m, "the norm", m.Norm(0, 0), 1)
		}
	}
}

// At a rate of .3 the norm is right with that chance after the first tick in which the newcomer is
// heard, and never before. Of 2,000 runs the share is within 4 standard errors, .041.
func TestNewcomerIsHeardAtTheRate(t *testing.T) {
	for _, wait := range []int{0, 3} {
		s := newcomer(practice.Apprenticeship{Wait: wait}, .3)
		right := 0
		const runs = 2000
		for r := range uint64(runs) {
			m := built(t, s, 1, r)
			believe(m, []int8{-1}, []int8{-1}, []int8{-1})
			advance(t, m, newcomerComes+wait)
			if wait > 0 {
				holds(t, m, "the norm", m.Norm(0, 0), -1)
			}
			step(t, m)
			if bodyHeld(m, m.Norm(0, 0))[0] == 1 {
				right++
			}
		}
		if share := float64(right) / runs; math.Abs(share-.3) > 4*math.Sqrt(.3*.7/runs) {
			t.Errorf("wait %d: the norm is right in %v of the runs, want .3", wait, share)
		}
	}
}

// An old hand who changes his unit is a newcomer there if tenure is counted in each unit, and else
// is heard at once. Where he stays he is heard as before.
func TestOldHandInANewUnit(t *testing.T) {
	for _, perSeat := range []bool{false, true} {
		c := among("work", []int32{0, 1}, []int32{2})
		c.Participate = practice.Apprenticeship{Wait: 2, PerSeat: perSeat}
		c.Internalize = agents.Absorb{Rate: 0}
		s := byHand(3, 1, c)
		s.Events = []sim.Event{at(3, func(m *sim.Model) { // person 1 comes to unit 1 too
			if err := m.Rearrange("work", overlapping(t), nil); err != nil {
				t.Fatal(err)
			}
			believe(m, []int8{0}, []int8{1}, []int8{0})
			hold(m, m.Norm(0, 0), []int8{0})
		})}
		m := built(t, s, 1, 0)
		believe(m, []int8{0}, []int8{0}, []int8{0})
		advance(t, m, 3)
		for n := range 3 {
			step(t, m)
			holds(t, m, "the norm where he was", m.Norm(0, 0), 1)
			want := int8(1)
			if perSeat && n < 2 {
				want = 0
			}
			holds(t, m, fmt.Sprint("the norm where he came, per seat ", perSeat), m.Norm(0, 1),
				want)
		}
	}
}

// overlapping returns units of the people 0 and 1, and of 1 and 2.
func overlapping(t *testing.T) *network.Units {
	t.Helper()
	u, err := network.NewUnits(3, network.Membership{Voices: voicesOf(0, 1)},
		network.Membership{Voices: voicesOf(1, 2)})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func voicesOf(people ...int32) (all []network.Voice) {
	for _, p := range people {
		all = append(all, network.Voice{Person: p, Weight: 1})
	}
	return all
}

// moving is an organization in which people come, go and change seats.
func moving(rule agents.Participant) sim.Scenario {
	return sim.Scenario{
		Name: "moving", People: 30, Dimensions: 16, Ticks: 25, Attention: 1,
		Reality: sim.Blocks{Size: 4, Seen: 8},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 3},
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3}, Participate: rule,
		}},
		Events: []sim.Event{
			sim.Turnover{Rate: .05}, leaving{}, sim.Reshuffle{Channel: "work", Every: 7},
		},
	}
}

// leaving makes places vacant, and fills them again two ticks later.
type leaving struct{}

func (leaving) Name() string { return "leaving" }

func (leaving) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() == 0 {
		return
	}
	for p := range m.People() {
		if m.Vacant(p) && m.Tick()%2 == 0 {
			m.Replace(p)
		}
	}
	m.Leave(s.IntN(m.People()))
}

// heardBy records the answers of a rule, by person and unit, in the order of ticks.
type heardBy struct {
	practice.Apprenticeship
	answers map[[3]int]agents.Part
}

func (r heardBy) Part(p *person, u *unit, rank network.Rank) agents.Part {
	part := r.Apprenticeship.Part(p, u, rank)
	r.answers[[3]int{p.Tick, p.ID, u.ID}] = part
	return part
}

// shy lets person 3 hear and not be heard. It remembers how often each of his seats was asked for,
// and forgets to hear at every third time.
type shy struct{}

func (shy) Memory(int) agents.Memory { return agents.Memory{Person: 1, Seat: 1} }

func (shy) Part(p *person, _ *unit, _ network.Rank) agents.Part {
	p.Memory[0]++
	p.Seat[0]++
	switch {
	case p.ID == 3:
		return agents.Hears
	case p.Seat[0]%3 == 0:
		return agents.Heard
	}
	return agents.Both
}

// A plain loop that writes down who came when, to the organization and to each unit, agrees with
// the rule at every tick, for every person and unit.
func TestApprenticeshipAgainstAPlainLoop(t *testing.T) {
	for seed := range uint64(6) {
		rule := practice.Apprenticeship{Wait: int(seed), PerSeat: seed%2 == 1}
		if seed > 2 {
			rule.Of = shy{}
		}
		r := heardBy{rule, map[[3]int]agents.Part{}}
		m := built(t, moving(r), seed, 0)
		type seat struct{ person, unit int }
		since := map[seat]int{} // the tick at which a person came to a unit
		times := map[seat]int{} // how often shy was asked for a seat
		apprentices := 0
		for !m.Done() {
			now, asked := map[seat]int{}, map[seat]int{}
			for p := range m.People() {
				if m.Vacant(p) {
					continue
				}
				for _, u := range m.Units(0).Of(p) {
					s := seat{p, int(u)}
					came, sat := since[s]
					if !sat || m.Joined(p) > came {
						came, times[s] = m.Tick(), 0
					}
					now[s], asked[s] = came, times[s]+1
				}
			}
			since, times = now, asked
			step(t, m)
			for s, came := range since {
				want := agents.Both
				if rule.Of != nil && s.person == 3 {
					want = agents.Hears
				} else if rule.Of != nil && times[s]%3 == 0 {
					want = agents.Heard
				}
				if !rule.PerSeat {
					came = m.Joined(s.person)
					if m.Joined(s.person) == m.Tick() { // replaced after he was asked
						continue
					}
				}
				if came > 0 && m.Tick()-1-came < rule.Wait {
					want &^= agents.Heard
					apprentices++
				}
				if got := r.answers[[3]int{m.Tick() - 1, s.person, s.unit}]; got != want {
					t.Fatalf("%+v, tick %d, person %d in unit %d: part %d, want %d", rule,
						m.Tick()-1, s.person, s.unit, got, want)
				}
			}
		}
		if (apprentices > 0) != (rule.Wait > 0) {
			t.Errorf("%+v: %d apprentices", rule, apprentices)
		}
	}
}

// The laws of simtest, 1, 2 and 7 workers, and what is off.
func TestApprenticeshipLaws(t *testing.T) {
	for _, rule := range []practice.Apprenticeship{
		{Wait: 3}, {Wait: 3, PerSeat: true}, {Wait: 2, PerSeat: true, Of: shy{}},
	} {
		s := moving(rule)
		s.People, s.Ticks = 15, 9
		simtest.Same(t, s)
		simtest.Clone(t, s)
		simtest.Rearranged(t, s, "work")
		sameForWorkers(t, s)
	}
	s := moving(nil)
	for _, off := range []practice.Apprenticeship{{}, {PerSeat: true}} {
		simtest.Off(t, s, func(s *sim.Scenario) { s.Channels[0].Participate = off })
	}
	besides := moving(shy{})
	simtest.Off(t, besides, func(s *sim.Scenario) {
		s.Channels[0].Participate = practice.Apprenticeship{Of: shy{}, PerSeat: true}
	})
}

// sameForWorkers fails unless 1, 2 and 7 workers give the same run.
func sameForWorkers(t *testing.T, s sim.Scenario) {
	t.Helper()
	var first []uint64
	for _, workers := range []int{1, 2, 7} {
		m := built(t, s, 5, 3)
		m.SetWorkers(workers)
		got := trace(t, m)
		if first == nil {
			first = got
		}
		if !slices.Equal(got, first) {
			t.Errorf("%d workers give another run than 1", workers)
		}
	}
}

// The numbers of people have no effect on means. 200 pairs of runs, and a bound of 4 standard
// errors.
func TestApprenticesHaveNoNumbers(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	s := moving(practice.Apprenticeship{Wait: 4, PerSeat: true})
	other := moving(practice.Apprenticeship{Wait: 4, PerSeat: true})
	other.Name, other.Channels[0].Structure = "relabelled", relabelled{s.Channels[0].Structure}
	v := values(t, 200, payoff, s, other)
	apart := estimated(minus(v[0], v[1]))
	if math.Abs(apart.mean) > 4*apart.se {
		t.Errorf("with other numbers the payoff is lower by %.4f (se %.4f)", apart.mean, apart.se)
	}
}

// A wrong field is an error that names it and its range.
func TestApprenticeshipValidates(t *testing.T) {
	for _, c := range []struct {
		rule practice.Apprenticeship
		want string
	}{
		{practice.Apprenticeship{Wait: -1}, "Apprenticeship.Wait is -1, want 0 to 2147483647"},
		{practice.Apprenticeship{Master: 4}, "Apprenticeship.Master is 4, want 0 to 3"},
		{practice.Apprenticeship{Slope: 1.5}, "Apprenticeship.Slope is 1.5, want -1 to 1"},
		{practice.Apprenticeship{Slope: math.NaN()}, "Apprenticeship.Slope is NaN, want -1 to 1"},
		{practice.Apprenticeship{PerSeat: true, Master: 1},
			"Apprenticeship.Master is 1, want 0 where PerSeat is set"},
		{practice.Apprenticeship{Of: practice.Apprenticeship{Wait: -1}},
			"Apprenticeship.Wait is -1, want 0 to 2147483647"},
	} {
		if err := c.rule.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: the error is %v, want %s", c.rule, err, c.want)
		}
	}
}
