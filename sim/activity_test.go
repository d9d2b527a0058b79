package sim_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// busy does one of the four things, each with the same probability, but rests in every fifth tick.
type busy struct{}

func (busy) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (busy) Do(p *person) agents.Activity {
	if p.Memory[0]++; p.Memory[0]%5 == 0 {
		return agents.Idle
	}
	return agents.Activity(p.IntN(4))
}

func (busy) May(agents.Activity) bool { return true }

var _ agents.Limited = busy{}

// doing lets each person do one thing always.
func doing(what ...agents.Activity) agents.Doer {
	return agents.DoFunc(func(p *person) agents.Activity { return what[p.ID] })
}

// unable tries nothing by himself.
var unable = agents.TryFunc(func(*person, knowledge, knowledge) bool { return false })

// meeting returns a scenario in which three people of one unit each do one thing.
func meeting(dimensions int, what ...agents.Activity) sim.Scenario {
	s := byHand(3, dimensions, among("work", []int32{0, 1, 2}))
	s.Activity, s.Experience = doing(what...), unable
	s.Channels[0].Ask = askFirst
	return s
}

// Two create where nobody knows: a fair coin is right or wrong. If right, it pays and both keep it;
// it is in no norm in that tick. The third learns nothing. The bound is 4 standard errors.
func TestCreate(t *testing.T) {
	const n = 400
	kept := 0
	for replicate := range uint64(n) {
		s := meeting(1, agents.Create, agents.Create, agents.Idle)
		s.Ledger = true
		m := built(t, s, 1, replicate)
		believe(m, []int8{0}, []int8{0}, []int8{0})
		step(t, m)
		f, now := m.Flow(0), m.Beliefs(0).Known()
		kept += now
		want := sim.Flow{Tried: 1, Kept: int64(now)}
		if l := m.Ledger(); f != want || l.Created != int64(2*now) || l.Net() != l.Created {
			t.Fatalf("%+v and %+v, want %+v", f, l, want)
		}
		for p, body := range [][]int8{{int8(now)}, {int8(now)}, {0}} {
			holds(t, m, "a belief", m.Beliefs(p), body...)
		}
		if m.Norm(0, 0).Known() > 0 {
			t.Errorf("a meeting makes a norm")
		}
	}
	if math.Abs(float64(kept)-n/2) > 4*math.Sqrt(n/4) {
		t.Errorf("%d of %d were kept, want half", kept, n)
	}
}

// What is tried is a fresh sign where claims tie or nobody speaks, within what the unit is about.
func TestWhatIsTried(t *testing.T) {
	mute := agents.Say{Rate: 0}
	var tried, kept, agreed int64
	for replicate := range uint64(60) {
		try := func(say agents.Say, agenda agents.Agenda, a, b []int8) sim.Flow {
			s := meeting(2, agents.Create, agents.Create, agents.Idle)
			s.Channels[0].Externalize, s.Channels[0].Agenda = say, agenda
			m := built(t, s, 1, replicate)
			believe(m, a, b, []int8{0, 0})
			step(t, m)
			return m.Flow(0)
		}
		if f := try(agents.Say{Rate: 1}, nil, []int8{1, -1}, []int8{0, -1}); f.Tried != 0 {
			t.Fatalf("%+v: claims do not tie", f)
		}
		f := try(agents.Say{Rate: 1}, nil, []int8{1, -1}, []int8{-1, -1})
		tried, kept = tried+f.Tried, kept+f.Kept
		first := agents.AboutFunc(func(_ *unit, about []uint64) { about[0] = 1 })
		if f := try(agents.Say{Rate: 1}, first, []int8{1, 0}, []int8{1, 0}); f.Tried != 0 {
			t.Fatalf("%+v: the unit is not about what is open", f)
		}
		f = try(mute, first, []int8{1, 0}, []int8{1, 0}) // the wrong sign is news, the right not
		agreed += f.Tried
		if f.Kept > 0 {
			t.Fatalf("%+v: the wrong sign is kept", f)
		}
	}
	if tried != 60 || kept == 0 || kept == 60 || agreed == 0 || agreed == 60 {
		t.Errorf("%d tried, %d kept, %d tried of what all know; want 60, some and some", tried,
			kept, agreed)
	}
}

// Who is in a meeting makes no trial of his own in that tick. Who creates alone has no meeting.
func TestMeetingsArePaidForByTrials(t *testing.T) {
	for _, c := range []struct {
		what  [3]agents.Activity
		tried [3]bool
	}{
		{[3]agents.Activity{agents.Create, agents.Create, agents.Gather}, [3]bool{2: true}},
		{[3]agents.Activity{agents.Create, agents.Ask, agents.Idle}, [3]bool{true, true, true}},
	} {
		var tried [3]bool
		s := meeting(1, c.what[:]...)
		s.Experience = agents.TryFunc(func(p *person, _, _ knowledge) bool {
			tried[p.ID] = true
			return false
		})
		m := built(t, s, 1, 0)
		step(t, m)
		if tried != c.tried {
			t.Errorf("%v: who tries by himself: %v, want %v", c.what, tried, c.tried)
		}
		for p, a := range c.what {
			if m.Activity(p) != a {
				t.Errorf("person %d did %v, want %v", p, m.Activity(p), a)
			}
		}
	}
}

// Who has two seats and heeds both is in the meeting of the first. So two people who share two
// units are in one meeting only if they heed the same first: in half of the runs. The bound is 4
// standard errors.
func TestFirstSeatCreates(t *testing.T) {
	const n = 400
	met := int64(0)
	for replicate := range uint64(n) {
		s := byHand(2, 1, among("work", []int32{0, 1}, []int32{0, 1}))
		s.Activity, s.Experience = doing(agents.Create, agents.Create), unable
		m := built(t, s, 1, replicate)
		believe(m, []int8{0}, []int8{0})
		step(t, m)
		met += m.Flow(0).Tried
	}
	if math.Abs(float64(met)-n/2) > 4*math.Sqrt(n/4) {
		t.Errorf("they met in %d of %d runs, want half", met, n)
	}
}

// Who gathers learns from the norm also where he could ask, who asks from a voice also where there
// is a norm, and who is idle or asks nobody learns nothing.
func TestOneThingATick(t *testing.T) {
	for _, c := range []struct {
		does agents.Activity
		ask  agents.Asker
		want int8
	}{
		{agents.Gather, askFirst, -1}, {agents.Ask, askFirst, 1}, {agents.Idle, askFirst, 0},
		{agents.Ask, askAny{}, 0},
	} {
		s := meeting(1, agents.Idle, c.does, agents.Idle)
		s.Channels[0].Ask, s.Channels[0].Simultaneous = c.ask, true
		m := built(t, s, 1, 0)
		believe(m, []int8{1}, []int8{0}, []int8{0})
		hold(m, m.Norm(0, 0), []int8{-1})
		step(t, m)
		holds(t, m, "the belief of person 1", m.Beliefs(1), c.want)
	}
}

func TestActivityRefused(t *testing.T) {
	with := func(change func(*sim.Scenario)) sim.Scenario {
		s := byHand(3, 4, among("work", []int32{0, 1, 2}))
		s.Name = "sound"
		change(&s)
		return s
	}
	refused(t, with(func(s *sim.Scenario) { s.Activity = practice.Shares{Ask: 20} }),
		"Shares.Ask is 20, want 0 to 16")
	refused(t, with(func(s *sim.Scenario) { s.Activity = practice.Shares{Ask: 2} }),
		`Activity: people may ask, and channel "work" has no Ask`)
	refused(t, with(func(s *sim.Scenario) { s.Activity = practice.Shares{Create: 2} }),
		"Activity: people may create, and Experience is nil: a meeting is paid out of its "+
			"members' own trials")
	refused(t, with(func(s *sim.Scenario) {
		s.Activity, s.Channels[0].Ask = practice.Shares{Ask: 2}, askFirst
		opinionated(s)
	}), `Activity: people may ask, but in the channel of opinions "talk in teams" nobody can`)
	refused(t, with(func(s *sim.Scenario) {
		s.Activity, s.Asynchronous = practice.Shares{Idle: 2}, true
		s.Channels[0].Structure = circle
	}), "Activity is practice.Shares, want nil in an asynchronous scenario, where a person may "+
		"act several times a tick")
	for what, want := range map[agents.Activity]string{
		agents.Ask:    `agents.DoFunc.Do gives Ask, and in channel "work" nobody can ask`,
		agents.Create: "agents.DoFunc.Do gives Create, but Scenario.Experience is nil",
		9:             "agents.DoFunc.Do gives activity 9, want 0 to 3",
	} {
		m := built(t, with(func(s *sim.Scenario) { s.Activity = doing(0, what, 0) }), 1, 0)
		if err := m.Step(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// A scenario in which people ask, create, come and go, and norms are lost, runs the same however it
// is run, is copied rightly, and goes on when units are replaced by themselves.
func TestBusyRuns(t *testing.T) {
	s := hectic()
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
	simtest.Rearranged(t, s, "contacts")
}

// hectic is an organization in which everything of this file happens.
func hectic() sim.Scenario {
	s := plainly()
	s.Ticks, s.Ledger, s.Attention = 8, true, 2
	s.Activity, s.Experience = busy{}, agents.Flip{}
	s.Events = []sim.Event{sim.Turnover{Rate: .05}, vacancies, sim.EventFunc(forgetful)}
	s.Reality = sim.Blocks{Size: 4, Seen: 20}
	work, contacts := &s.Channels[0], &s.Channels[1]
	work.Ask, work.Load, work.Reuse = askLess{}, 2, insistent{}
	work.Participate, work.Agenda = byTurns, stages
	work.Objectify = agents.Consensus{Share: .6, Ticks: 2}
	work.Internalize = agents.Gradual{Rate: .5}
	contacts.Ask, contacts.Reuse, contacts.Every = practice.Respondent{}, agents.Fill{Rate: .5}, 2
	beside := *work
	beside.Name, beside.Structure, beside.Simultaneous = "top", pyramid{}, true
	beside.Participate, beside.Agenda = nil, nil
	s.Channels = append(s.Channels, beside)
	return s
}

// forgetful lets somebody forget everything at every tick.
func forgetful(m *sim.Model, s *agents.Stream) { clear(m.Beliefs(s.IntN(m.People()))) }

// The change in what people know is the sum of its parts, in every tick of a scenario in which each
// part is there. Claims are said before they are objectified or re-used.
func TestLedger(t *testing.T) {
	s := hectic()
	s.Reality, s.Ticks = sim.Additive{Seen: 20}, 30
	m := built(t, s, 1, 0)
	var sum sim.Ledger
	known := func() (n int64) {
		for p := range m.People() {
			n += int64(m.Beliefs(p).Known())
		}
		return n
	}
	for before := known(); !m.Done(); before = known() {
		step(t, m)
		l := m.Ledger()
		if l.Known != known() || l.Known-before != l.Net() {
			t.Errorf("tick %d: %d known, then %d: %+v", m.Tick(), before, known(), l)
		}
		sum.Gathered += max(l.Gathered, -l.Gathered)
		sum.Reused, sum.Created = sum.Reused+l.Reused, sum.Created+l.Created
		sum.Experienced, sum.Forgotten = sum.Experienced+l.Experienced, sum.Forgotten+l.Forgotten
		sum.Turnover += max(l.Turnover, -l.Turnover)
	}
	if min(sum.Gathered, sum.Reused, sum.Created, sum.Experienced, sum.Forgotten,
		sum.Turnover) == 0 {
		t.Errorf("%+v, want all parts there", sum)
	}
	later := 0
	for d := range m.Dimensions() {
		for b := agents.Belief(-1); b <= 1; b += 2 {
			said := m.First(sim.Claimed, d, b)
			for _, of := range []sim.Moment{sim.Objectified, sim.Reused} {
				if at := m.First(of, d, b); at > 0 && (at < said || said == 0) {
					t.Errorf("dimension %d: said in cycle %d, moment %d in %d", d, said, of, at)
				} else if at > said {
					later++
				}
			}
		}
	}
	if later == 0 {
		t.Error("nothing comes after it was said")
	}
}

// Where all only ask, or only gather, nothing is booked as something else.
func TestLedgerKeepsApart(t *testing.T) {
	for _, ask := range []agents.Asker{nil, askFirst} {
		channel := among("work", []int32{0, 1})
		channel.Ask = ask
		s := byHand(2, 5, channel)
		s.Ledger = true
		m := built(t, s, 1, 0)
		believe(m, []int8{1, 1, 1, 0, 0}, []int8{0, 0, 0, 0, 0})
		step(t, m)
		l, want := m.Ledger(), sim.Ledger{Gathered: 3, Known: 6}
		if ask != nil {
			want = sim.Ledger{Reused: 3, Known: 6}
		}
		if l != want {
			t.Errorf("%+v, want %+v", l, want)
		}
	}
}

// Who leaves or is replaced takes along what he knows, and a newcomer brings what he knows. What
// people lose besides is forgotten.
func TestTurnoverAndForgetting(t *testing.T) {
	s := byHand(3, 5, among("work", []int32{0, 1, 2}))
	s.Channels[0].Internalize, s.Ledger = agents.Absorb{Rate: 0}, true
	s.Beliefs = agents.BeginFunc(func(_ *person, belief knowledge) { belief.Set(0, 1) })
	for _, c := range []struct {
		what  func(m *sim.Model)
		wants sim.Ledger
	}{
		{func(m *sim.Model) { m.Leave(0) }, sim.Ledger{Turnover: 4, Known: 3}},
		{func(m *sim.Model) { m.Replace(0) }, sim.Ledger{Turnover: 3, Known: 4}},
		{func(m *sim.Model) { m.Replace(1) }, sim.Ledger{Turnover: 1, Known: 6}},
		{func(m *sim.Model) { clear(m.Beliefs(0)) }, sim.Ledger{Forgotten: 4, Known: 3}},
		{func(m *sim.Model) {
			m.Leave(0)
			m.Beliefs(2).Set(1, 1)
			m.Replace(0)
		}, sim.Ledger{Turnover: 3, Forgotten: -1, Known: 5}},
	} {
		s.Events = []sim.Event{at(1, c.what)}
		m := built(t, s, 1, 0)
		believe(m, []int8{1, 1, 1, 1, 0}, []int8{1, -1, 0, 0, 0}, []int8{1, 0, 0, 0, 0})
		step(t, m)
		if l := m.Ledger(); l != c.wants {
			t.Errorf("%+v, want %+v", l, c.wants)
		}
	}
}

// A Doer and an Asker remember nothing of a newcomer's predecessor, in a unit and in a circle.
func TestNewcomersChooseAnew(t *testing.T) {
	for _, structure := range []network.Structure{network.Organization{}, circle} {
		s := byHand(3, 5, certain("work", structure))
		s.Activity = rememberedDoer{func(p *person) {
			if p.Tenure == 0 && p.Memory[0] != 0 {
				t.Errorf("person %d is remembered at tick %d", p.ID, p.Tick)
			}
		}}
		s.Channels[0].Ask = rememberedAsker{func(p *person) {
			if p.Tenure == 0 && (p.Memory[0] != 0 || p.Seat[0] != 0) {
				t.Errorf("person %d is remembered as an asker at tick %d", p.ID, p.Tick)
			}
		}}
		s.Events = []sim.Event{at(3, func(m *sim.Model) { m.Replace(1) })}
		m := built(t, s, 1, 0)
		advance(t, m, 5)
		x, err := m.Remembered("work")
		if err != nil {
			t.Fatal(err)
		}
		for p, want := range []uint64{5, 2, 5} {
			unit := int(m.Units(0).Of(p)[0])
			if person, seat := x.Asking(p, unit); person[0] != want || seat[0] != want {
				t.Errorf("%d and %d are remembered of person %d, want %d", person, seat, p, want)
			}
		}
	}
}

// rememberedDoer is a Doer that asks always, and counts; rememberedAsker is its Asker.
type (
	rememberedDoer  struct{ see func(*person) }
	rememberedAsker struct{ see func(*person) }
)

func (rememberedDoer) Memory(int) agents.Memory  { return agents.Memory{Person: 1} }
func (rememberedAsker) Memory(int) agents.Memory { return agents.Memory{Person: 1, Seat: 1} }

func (r rememberedDoer) Do(p *person) agents.Activity {
	r.see(p)
	p.Memory[0]++
	return agents.Ask
}

func (r rememberedAsker) Ask(p *person, _ *unit, said *voices) int {
	r.see(p)
	p.Memory[0]++
	p.Seat[0]++
	return another(p, said, 0)
}

// What a norm loses is counted: Consensus empties a norm when agreement ends.
func TestDissolved(t *testing.T) {
	channel := among("work", []int32{0, 1})
	channel.Objectify = agents.Consensus{Share: 1, Ticks: 2}
	channel.Internalize = agents.Absorb{Rate: 0}
	m := built(t, byHand(2, 3, channel), 1, 0)
	believe(m, []int8{1, 1, 1}, []int8{1, 1, 0})
	advance(t, m, 2)
	if f := m.Flow(0); f.Objectified != 3 || f.Dissolved != 0 {
		t.Errorf("%+v, want 3 objectified", f)
	}
	believe(m, []int8{1, -1, 1}, []int8{1, 1, 0})
	step(t, m)
	if f := m.Flow(0); f.Objectified != 1 || f.Dissolved != 1 {
		t.Errorf("%+v, want 1 dissolved", f)
	}
}

// Many workers give the run of one: a thousand people ask few, who refuse most.
func TestBusyWorkers(t *testing.T) {
	s := hectic()
	s.People, s.Ticks = 1000, 4
	s.Channels[0].Structure = network.Isolated{Size: 50}
	s.Channels[2].Structure = network.Hierarchy{Span: 10}
	one := trace(t, built(t, s, 1, 0))
	for _, workers := range []int{2, 7} {
		m := built(t, s, 1, 0)
		m.SetWorkers(workers)
		sameTrace(t, "with more workers", trace(t, m), one)
	}
}
