package agenda_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/simtest"
)

// animated are teams of 5 in which some have the floor. They say half of what they believe.
func animated(e agenda.Animate, events ...sim.Event) sim.Scenario {
	e.Channel = "work"
	s := teams(practice.Attend{}, append(events, e)...)
	c := &s.Channels[0]
	c.Agenda, c.Participate = nil, practice.Floor{}
	c.Structure = network.Isolated{Size: 5}
	c.Externalize = practice.PassOn{Of: agents.Say{Rate: .5}}
	return s
}

// turn is the turn of a person in his first unit.
func turn(m *sim.Model, p int) practice.Turn {
	x, err := m.Remembered("work")
	if err != nil {
		panic(err)
	}
	_, seat := x.Part(p, int(m.Units(0).Of(p)[0]))
	t, ok := practice.TurnIn(m.Scenario().Channels[0].Participate, seat)
	if !ok {
		panic("no turn")
	}
	return t
}

// passed is the claim that a person passes on in the cycle to come.
func passed(m *sim.Model, p int) (d int, sign agents.Belief) {
	x, err := m.Remembered("work")
	if err != nil {
		panic(err)
	}
	return practice.Passed(x.Speaking(p)).Claim()
}

// In every tick as many have the floor, whatever the animator does, and one holds his seat. If he
// does nothing, each has it equally often. The bound is 4 standard errors.
func TestFloorIsShared(t *testing.T) {
	for _, e := range []agenda.Animate{
		{Voices: 2}, {Voices: 2, Pass: 1}, {Voices: 2, Invite: 1}, {Voices: 2, Pass: .5,
			Invite: .5},
		{Voices: 1, Pass: 1, Invite: 1}, {Voices: 9, Pass: 1, Invite: 1},
	} {
		s := animated(e)
		s.Ticks = 200
		m := simtest.Built(t, s, 0)
		had, animates := make([]int, 20), make([]bool, 20)
		for p := range 20 {
			animates[p] = turn(m, p).Animates()
		}
		for ; !m.Done(); simtest.Step(t, m) {
			for u := range 4 {
				floor, seats := 0, 0
				for p := 5 * u; p < 5*u+5; p++ {
					if turn(m, p).Animates() {
						seats++
					}
					if turn(m, p).Animates() != animates[p] {
						t.Fatalf("%+v: the seat of person %d changes", e, p)
					}
					if turn(m, p).HasFloor() {
						floor++
						had[p]++
					}
				}
				if floor != min(e.Voices, 5) || seats != 1 {
					t.Fatalf("%+v: %d have the floor, %d the seat", e, floor, seats)
				}
			}
		}
		for p, n := range had {
			idle, d := e == (agenda.Animate{Voices: 2}), math.Abs(float64(n)-80)
			if idle && d > 4*math.Sqrt(200*.4*.6) {
				t.Errorf("person %d has had the floor in %d of 200 ticks, want 80", p, n)
			}
		}
	}
}

// What is passed on was said by somebody silent, and by nobody with the floor, and the animator
// says it in the next cycle. This is the definition, one claim at a time.
func TestPassesOnWhatNobodyHeard(t *testing.T) {
	s := animated(agenda.Animate{Voices: 2, Pass: .7}, sim.Turnover{Rate: .02})
	s.Ticks = 60
	acts, missed := 0, 0
	m := simtest.Built(t, s, 0)
	for !m.Done() {
		floor := make([]bool, 20)
		for p := range floor {
			floor[p] = turn(m, p).HasFloor()
		}
		simtest.Step(t, m)
		for u := range 4 {
			for p := 5 * u; p < 5*u+5; p++ {
				d, sign := passed(m, p)
				passes, _ := agenda.Acts(m, "work", u)
				if acting, _ := turn(m, p).Acts(); (sign != 0) != acting || acting && !passes {
					t.Fatalf("person %d passes on %d, and the turn says %v", p, sign, acting)
				}
				if sign == 0 {
					continue
				}
				if !turn(m, p).Animates() || !turn(m, p).HasFloor() {
					t.Fatalf("person %d passes on without a seat or the floor", p)
				}
				heard, silent := false, false
				for q := 5 * u; q < 5*u+5; q++ {
					same := m.Claims(0, q).Get(d) == sign
					heard = heard || same && floor[q]
					silent = silent || same && !floor[q] && q != p
				}
				if heard || !silent {
					t.Fatalf("tick %d: %d on %d was heard: %v, was said by somebody silent: %v",
						m.Tick(), sign, d, heard, silent)
				}
				if acts++; m.Done() {
					continue
				}
				next := m.Clone()
				simtest.Step(t, next)
				switch said := next.Claims(0, p); {
				case said.Get(d) == sign:
				case said.Known() == 0:
					missed++
				default:
					t.Fatalf("the animator says %d on %d, want %d", said.Get(d), d, sign)
				}
			}
		}
	}
	if acts < 100 {
		t.Errorf("%d claims are passed on, and %d not said: too few to test", acts, missed)
	}
}

// By hand: of three, A animates, B has the floor and C is silent and alone says yes. C's claim is
// passed on, and then the unit hears it.
func TestPassByHand(t *testing.T) {
	s := animated(agenda.Animate{Voices: 1, Pass: 1})
	s.People, s.Dimensions, s.Ticks = 3, 1, 2
	s.Channels[0].Structure = network.Organization{}
	s.Channels[0].Externalize = practice.PassOn{Of: agents.Say{Rate: 1}}
	s.Channels[0].Objectify = agents.Majority{Rate: 1}
	s.Channels[0].Internalize = agents.Absorb{}
	m := simtest.Built(t, s, 0)
	animator := slices.IndexFunc([]int{0, 1, 2}, func(p int) bool { return turn(m, p).Animates() })
	b, c := (animator+1)%3, (animator+2)%3
	for p, belief := range map[int]agents.Belief{animator: -1, b: -1, c: 1} {
		m.Beliefs(p).Set(0, belief)
		turn(m, p).Give(p == b)
	}
	simtest.Step(t, m)
	if d, sign := passed(m, animator); d != 0 || sign != 1 || m.Norm(0, 0).Get(0) != -1 {
		t.Fatalf("the animator passes %d on, and the norm is %d", sign, m.Norm(0, 0).Get(0))
	}
	if simtest.Step(t, m); m.Norm(0, 0).Get(0) != 1 || m.Beliefs(animator).Get(0) != -1 {
		t.Errorf("the norm is %d, want what was passed on", m.Norm(0, 0).Get(0))
	}
}

// Invited is who has been silent longest: where one has the floor, the four others take turns.
func TestInvitesWhoIsSilent(t *testing.T) {
	s := animated(agenda.Animate{Voices: 1, Invite: 1})
	s.Ticks = 40
	m := simtest.Built(t, s, 0)
	for !m.Done() {
		simtest.Step(t, m)
		for p := range 20 {
			if turn(m, p).Animates() || m.Tick() < 5 {
				continue
			}
			if waited := turn(m, p).Waited(); waited > 3 {
				t.Fatalf("tick %d: person %d has been silent for %d ticks", m.Tick(), p, waited)
			}
		}
	}
	if got := metrics.Animation("work").Of(m); got != 1 {
		t.Errorf("%v acts per unit, want an invitation in each", got)
	}
}

// The seat goes to another when its holder leaves the organization or the unit.
func TestSeatIsTakenOver(t *testing.T) {
	holders := map[int]bool{}
	s := animated(agenda.Animate{Voices: 2, Pass: 1}, sim.Turnover{Rate: .1},
		sim.Reshuffle{Channel: "work", Every: 3})
	s.Ticks = 40
	for m := simtest.Built(t, s, 0); !m.Done(); simtest.Step(t, m) {
		for u := range 4 {
			seats := 0
			for _, p := range m.Units(0).Audience(u) {
				if turn(m, int(p)).Animates() {
					seats++
					holders[int(p)] = true
				}
			}
			if seats != 1 {
				t.Fatalf("tick %d: %d hold the seat of unit %d", m.Tick(), seats, u)
			}
		}
	}
	if len(holders) < 10 {
		t.Errorf("%d have held a seat: too few to test", len(holders))
	}
}

// With and without an animator equally much is said, in each tick while beliefs are the same.
func TestEqualTalk(t *testing.T) {
	said := func(e agenda.Animate) (all []int64) {
		s := animated(e)
		s.Ticks, s.Channels[0].Internalize = 30, agents.Absorb{}
		for m := simtest.Built(t, s, 0); !m.Done(); {
			simtest.Step(t, m)
			all = append(all, m.Flow(0).Said)
		}
		return all
	}
	a, b := said(agenda.Animate{Voices: 2}), said(agenda.Animate{Voices: 2, Pass: 1, Invite: 1})
	if !slices.Equal(a, b) {
		t.Errorf("said without an animator %v, with one %v", a, b)
	}
}

// Off, rules and event change nothing.
func TestAnimateOff(t *testing.T) {
	s := animated(agenda.Animate{Pass: 1, Invite: 1}, sim.Turnover{Rate: .05})
	s.Dimensions = 100
	plain := s
	plain.Channels = slices.Clone(s.Channels)
	plain.Channels[0].Participate, plain.Channels[0].Externalize = nil, agents.Say{Rate: .5}
	plain.Events = plain.Events[:1]
	a, b := simtest.Built(t, plain, 0), simtest.Built(t, s, 0)
	for !a.Done() {
		simtest.Step(t, a)
		simtest.Step(t, b)
		for p := range a.People() {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) {
				t.Fatalf("tick %d: person %d believes other things", a.Tick(), p)
			}
		}
	}
}

// The event keeps its contract, also where the floor is in another rule.
func TestAnimateContract(t *testing.T) {
	s := animated(agenda.Animate{}, sim.Turnover{Rate: .05})
	s.People, s.Dimensions, s.Ticks, s.Events = 10, 12, 6, s.Events[:1]
	s.Channels[0].Participate = practice.Apprenticeship{Wait: 2, PerSeat: true,
		Of: practice.Floor{Of: practice.Commitment{Slope: .5}}}
	simtest.Event(t, s, agenda.Animate{Channel: "work", Voices: 2, Pass: .6, Invite: .4},
		agenda.Animate{Channel: "work", Pass: 1})
}

// What is wrong is refused in words.
func TestAnimateRefused(t *testing.T) {
	for want, spoil := range map[string]func(*sim.Scenario){
		"Animate.Voices is -1, want 0 to 2147483647": func(s *sim.Scenario) {
			s.Events[0] = agenda.Animate{Channel: "work", Voices: -1}
		},
		"Animate.Pass is 2, want 0 to 1": func(s *sim.Scenario) {
			s.Events[0] = agenda.Animate{Channel: "work", Voices: 1, Pass: 2}
		},
		`Animate.Channel is "play", want a channel of beliefs`: func(s *sim.Scenario) {
			s.Events[0] = agenda.Animate{Channel: "play", Voices: 1}
		},
		`Animate.Channel is "work", and its Participate holds no practice.Floor`: func(
			s *sim.Scenario) {
			s.Channels[0].Participate = nil
		},
		`Animate.Channel is "work", whose Heed is 3, want 0: see Voices`: func(s *sim.Scenario) {
			s.Channels[0].Heed = 3
		},
		`Animate.Pass is 0.5, and the Externalize of "work" is no practice.PassOn`: func(
			s *sim.Scenario) {
			s.Channels[0].Externalize = agents.Say{Rate: 1}
		},
	} {
		s := animated(agenda.Animate{Voices: 2, Pass: .5})
		spoil(&s)
		if err := s.Validate(); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	b := hostile.New(t, "Animate.Voices=0")
	b.Fields(agenda.Animate{Channel: "work", Voices: 2}, func(v any) error {
		e, s := v.(agenda.Animate), animated(agenda.Animate{})
		s.Events[0], s.Ticks = e, 3
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return err
		}
		return m.Run()
	})
	b.End(20)
}
