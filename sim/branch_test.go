package sim_test

import (
	"errors"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// followable returns scenarios of every kind, with all that may be added to a channel.
func followable() []sim.Scenario {
	full := everything(40)
	full.Ticks = 8
	inTurn := gossip(20)
	inTurn.Ticks = 6
	withOpinions := plainly()
	withOpinions.Ticks = 6
	opinionated(&withOpinions)
	return append(bases(), full, inTurn, withOpinions)
}

// A model that follows its own scenario goes on exactly as it would without that, from any tick on.
func TestFollowingOneself(t *testing.T) {
	for _, s := range followable() {
		want := trace(t, built(t, s, 1, 0))
		for from := range want {
			m := built(t, s, 1, 0)
			got := []uint64{state(m)}
			for !m.Done() {
				if m.Tick() == from {
					follow(t, m, s)
				}
				step(t, m)
				got = append(got, state(m))
			}
			sameTrace(t, s.Name, got, want)
		}
	}
}

func follow(t *testing.T, m *sim.Model, s sim.Scenario) {
	t.Helper()
	if err := m.Follow(s); err != nil {
		t.Fatal(err)
	}
}

// A branch differs from its model by the change alone. A change that is taken back leaves no trace.
// A change at a later tick changes nothing before that tick.
func TestBranchDiffersByTheChange(t *testing.T) {
	for _, s := range followable() {
		later := detached(s)
		for i := range later.Channels {
			later.Channels[i].Internalize = after{3, agents.Absorb{Rate: 0},
				s.Channels[i].Internalize}
		}
		m := built(t, s, 1, 0)
		step(t, m)
		branch := m.Clone()
		// otherwise the rule has other chance, or loses what it remembers
		if s.Dimensions > 48 && !remembersAnything(s) {
			follow(t, branch, later)
			for tick := 1; tick <= 4; tick++ {
				step(t, m)
				step(t, branch)
				if same := state(m) == state(branch); same != (tick < 3) {
					t.Errorf("%s, tick %d: the branch is the same: %v", s.Name, tick, same)
				}
			}
		}
		other := built(t, s, 1, 0)
		step(t, other)
		branch = other.Clone()
		added := detached(s)
		added.Experience = agents.Flip{}
		follow(t, branch, added)
		follow(t, branch, s)
		sameTrace(t, s.Name, trace(t, branch), trace(t, other))
	}
}

func remembersAnything(s sim.Scenario) bool {
	for _, c := range s.Channels {
		if rememberer(c.Internalize) {
			return true
		}
	}
	return false
}

// after is a rule that acts as one rule up to a tick, and then as another.
type after struct {
	tick         int
	later, first agents.Internalizer
}

func (r after) Internalize(p *person, norm, belief knowledge) {
	if p.Tick < r.tick {
		r.first.Internalize(p, norm, belief)
	} else {
		r.later.Internalize(p, norm, belief)
	}
}

// Each field of a channel in which a branch may differ takes effect when the branch begins.
func TestFollowTakesEffect(t *testing.T) {
	base := byHand(4, 6, among("work", []int32{0, 1, 2, 3}))
	base.Channels[0].Objectify = agents.Majority{Rate: 1}
	bodies := [][]int8{{1, 1, 1, 0, 0, 0}, {0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 0, 0},
		{0, 0, 0, 0, 0, 0}}
	for _, c := range []struct {
		name string
		set  func(s *sim.Scenario)
		norm []int8
		last []int8 // what person 3 believes after a tick
	}{
		{"nothing", func(*sim.Scenario) {}, []int8{1, 1, 1, 1, 0, 0}, []int8{1, 1, 1, 1, 0, 0}},
		{"Externalize", func(s *sim.Scenario) { s.Channels[0].Externalize = agents.Say{Rate: 0} },
			[]int8{0, 0, 0, 0, 0, 0}, []int8{0, 0, 0, 0, 0, 0}},
		{"Objectify", func(s *sim.Scenario) { s.Channels[0].Objectify = agents.Best{} },
			[]int8{1, 1, 1, 0, 0, 0}, []int8{1, 1, 1, 0, 0, 0}},
		{"Internalize", func(s *sim.Scenario) {
			s.Channels[0].Internalize = agents.Absorb{Rate: 0}
		},
			[]int8{1, 1, 1, 1, 0, 0}, []int8{0, 0, 0, 0, 0, 0}},
		{"Participate", func(s *sim.Scenario) {
			s.Channels[0].Participate = agents.PartFunc(func(p *person, _ *unit,
				_ network.Rank) agents.Part {
				return []agents.Part{agents.Hears, agents.Both, agents.Both, agents.Heard}[p.ID]
			})
		}, []int8{0, 0, 0, 1, 0, 0}, []int8{0, 0, 0, 0, 0, 0}},
		{"Agenda", func(s *sim.Scenario) { s.Channels[0].Agenda = about([]int{0, 3}) },
			[]int8{1, 0, 0, 1, 0, 0}, []int8{1, 0, 0, 1, 0, 0}},
		{"Every", func(s *sim.Scenario) { s.Channels[0].Every = 3 },
			[]int8{0, 0, 0, 0, 0, 0}, []int8{0, 0, 0, 0, 0, 0}},
		{"Experience", func(s *sim.Scenario) {
			s.Experience = agents.TryFunc(func(p *person, belief, trial knowledge) bool {
				trial.Set(5, 1)
				return p.ID == 3
			})
		}, []int8{1, 1, 1, 1, 0, 0}, nil},
		{"Events",
			func(s *sim.Scenario) {
				s.Events = []sim.Event{at(1, func(m *sim.Model) { clear(m.Beliefs(3)) })}
			},
			[]int8{1, 1, 1, 1, 0, 0}, []int8{0, 0, 0, 0, 0, 0}},
	} {
		m := built(t, base, 1, 0)
		believe(m, bodies...)
		s := detached(base)
		s.Name = c.name
		c.set(&s)
		follow(t, m, s)
		step(t, m)
		holds(t, m, c.name+": the norm", m.Norm(0, 0), c.norm...)
		if c.last != nil {
			holds(t, m, c.name+": what 3 believes", m.Beliefs(3), c.last...)
		} else if yes := m.Landscape().Truth().Get(5) == 1; (m.Beliefs(3).Get(5) == 1) != yes {
			t.Errorf("%s: 3 keeps a trial that pays: want %v", c.name, yes)
		}
		if m.Scenario().Name != c.name {
			t.Errorf("the model follows %q, want %q", m.Scenario().Name, c.name)
		}
	}
}

// A run that is over goes on if it follows a scenario with more ticks or another Stop.
func TestFollowGoesOn(t *testing.T) {
	s := byHand(3, 2, among("work", []int32{0, 1, 2}))
	s.Ticks = 2
	long := s
	long.Ticks = 5
	m, want := built(t, s, 1, 0), built(t, long, 1, 0)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	follow(t, m, long)
	advance(t, want, 2)
	sameTrace(t, "with more ticks", trace(t, m), trace(t, want))
	stops := long
	stops.Stop = func(m *sim.Model) bool { return m.Tick() >= 1 }
	m = built(t, stops, 1, 0)
	if err := m.Run(); err != nil || m.Tick() != 1 {
		t.Fatal(err, m.Tick())
	}
	follow(t, m, long)
	if err := m.Run(); err != nil || m.Tick() != 5 {
		t.Errorf("it goes on to tick %d (%v), want 5", m.Tick(), err)
	}
}

// What a rule remembers is kept if the new rule remembers the same number of words. Otherwise it
// begins anew.
func TestFollowKeepsWhatIsRemembered(t *testing.T) {
	c := among("work", []int32{0, 1})
	c.Objectify, c.Internalize = ledger{}, ledger{}
	s := byHand(2, 1, c)
	for _, next := range []struct {
		rule agents.Internalizer
		seat uint64
	}{{ledger{}, 3}, {seats{func(*person) {}}, 1}} {
		m := built(t, s, 1, 0)
		advance(t, m, 2)
		other := detached(s)
		other.Channels[0].Internalize = next.rule
		follow(t, m, other)
		step(t, m)
		x, _ := m.Remembered("work")
		if got := x.Seat(0, 0)[0]; got != next.seat {
			t.Errorf("%T: the seat remembers %d, want %d", next.rule, got, next.seat)
		}
		if got := x.Unit(0)[0]; got != 3 {
			t.Errorf("%T: the unit remembers %d, want 3", next.rule, got)
		}
	}
}

// If a scenario differs in what a branch must share with its model, the error names it and the
// model stays as it was.
func TestFollowRefused(t *testing.T) {
	s := plainly()
	s.Ticks = 5
	opinionated(&s)
	for _, c := range []struct {
		want string
		set  func(s *sim.Scenario)
	}{
		{"People differs from the model's", func(s *sim.Scenario) { s.People = 70 }},
		{"Dimensions differs from the model's", func(s *sim.Scenario) { s.Dimensions = 64 }},
		{"Topics differs from the model's", func(s *sim.Scenario) { s.Topics = 4 }},
		{"Reality differs from the model's", func(s *sim.Scenario) { s.Reality = sim.Additive{} }},
		{"Self differs from the model's", func(s *sim.Scenario) { s.Self = threeKinds{} }},
		{"the number of Channels differs from the model's", aside},
		{"the number of RealChannels differs from the model's",
			func(s *sim.Scenario) { s.RealChannels = s.RealChannels[:1] }},
		{`channel "work": its name, Simultaneous or ByClaims differs`, func(s *sim.Scenario) {
			s.Channels[0].Name = "play"
		}},
		{`channel "work": its name, Simultaneous or ByClaims differs`, func(s *sim.Scenario) {
			s.Channels[0].ByClaims = true
		}},
		{`channel of opinions "talk in teams": its name differs`, func(s *sim.Scenario) {
			s.RealChannels[0].Name = "chat"
		}},
		{"Attention is -1", func(s *sim.Scenario) { s.Attention = -1 }},
	} {
		m, other := built(t, s, 1, 0), built(t, s, 1, 0)
		step(t, m)
		step(t, other)
		wrong := detached(s)
		c.set(&wrong)
		if err := m.Follow(wrong); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
		sameTrace(t, c.want, trace(t, m), trace(t, other))
	}
}

// A clone has its own storage: a change to it does not change the model, and the other way round.
func TestCloneIsApart(t *testing.T) {
	s := everything(40)
	s.Self, s.Reflect = threeKinds{}, gains
	opinionated(&s)
	m, other := built(t, s, 1, 0), built(t, s, 1, 0)
	advance(t, m, 3)
	advance(t, other, 3)
	c := m.Clone()
	for p := range 10 {
		c.Replace(p)
		c.Leave(p + 10)
		c.Self(p)[0] = 9
		c.Opinion(p)[0] = 9
		clear(c.Norm(0, p%3))
	}
	one := unitsOf(t, 40, []int32{1, 2})
	if err := c.Rearrange("teams", one, func(int) int { return 0 }); err != nil {
		t.Fatal(err)
	}
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	sameTrace(t, "after its clone was changed", trace(t, m), trace(t, other))
}

// A step after the end returns ErrDone and changes nothing, whether the cap or Stop has ended the
// run.
func TestStepAfterTheEnd(t *testing.T) {
	s := everything(40)
	stops := s
	stops.Stop = func(m *sim.Model) bool { return m.Tick() == 5 }
	none := s
	none.Ticks = 0
	for _, s := range []sim.Scenario{s, stops, none} {
		m := built(t, s, 1, 0)
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		tick, was := m.Tick(), state(m)
		for range 3 {
			if err := m.Step(); !errors.Is(err, sim.ErrDone) {
				t.Errorf("a step after the end: %v, want ErrDone", err)
			}
		}
		if m.Tick() != tick || state(m) != was || m.Err() != nil || !m.Done() {
			t.Errorf("after the end: tick %d, error %v, done %v, the same %v",
				m.Tick(), m.Err(), m.Done(), state(m) == was)
		}
		if err := m.Run(); err != nil {
			t.Errorf("Run after the end: %v", err)
		}
	}
}

// A branch of a model that an Experiment shows goes on as it should, also with all mechanisms at
// once.
func TestCloneOfEverything(t *testing.T) {
	for _, s := range followable() {
		simtest.Clone(t, s)
	}
	s := byHand(20, 20, certain("work", network.Organization{}))
	s.Channels[0].Internalize, s.Ticks = agents.Absorb{Rate: .3}, 6
	s.Events = []sim.Event{sim.Turnover{Rate: .1}, sim.Turbulence{Rate: .1}}
	simtest.Clone(t, s)
}
