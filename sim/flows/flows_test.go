package flows_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
	"orglearn/sim/power"
	"orglearn/sim/simtest"
)

// flow is a small flow of teams of 5 through 4 stages of 16 dimensions.
func flow(stages practice.Stages, events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "flow", People: 20, Dimensions: 64, Ticks: 40, Reality: sim.Blocks{Size: 4},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Led{Of: network.Isolated{Size: 5}}, Agenda: stages,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
		Events: events,
	}
}

// With a Limit alone, units at their own pace do exactly what they do by the clock.
func TestLimitIsTheClock(t *testing.T) {
	for _, loops := range []int{1, 2} {
		clock := simtest.Built(t, flow(practice.Stages{Stages: 4, Loops: loops, Ticks: 40}), 0)
		free := simtest.Built(t, flow(practice.Stages{Stages: 4, Loops: loops},
			flows.Progress{Channel: "work", Limit: 10 / loops}), 0)
		for !clock.Done() {
			simtest.Step(t, clock)
			simtest.Step(t, free)
			for p := range clock.People() {
				if !clock.Beliefs(p).Equal(free.Beliefs(p)) {
					t.Fatalf("tick %d: person %d believes other things", clock.Tick(), p)
				}
			}
			for u := range clock.Norms(0) {
				a, b := flows.Phase(clock, "work", u), flows.Phase(free, "work", u)
				c, d := flows.Decreed(clock, "work", u), flows.Decreed(free, "work", u)
				if !clock.Norm(0, u).Equal(free.Norm(0, u)) || a != b || c != d || c != a {
					t.Fatalf("tick %d: unit %d in phases %d and %d, of which %d and %d by decree",
						clock.Tick(), u, a, b, c, d)
				}
			}
		}
	}
}

// Nothing outside the open stage changes.
func TestNothingOutsideTheStageChanges(t *testing.T) {
	s := flow(practice.Stages{Stages: 4, Ticks: 40})
	s.Experience = practice.Within{Of: agents.Flip{}}
	s.Reality = sim.Blocks{Size: 1}
	m := simtest.Built(t, s, 0)
	changed := make([]int, 4)
	for !m.Done() {
		was, norms := bodies(m)
		phase := flows.Phase(m, "work", 0)
		simtest.Step(t, m)
		now, then := bodies(m)
		for d := range 64 {
			for i := range was {
				if now[i].Get(d) != was[i].Get(d) {
					changed[d/16]++
					if d/16 != phase {
						t.Fatalf("in phase %d a belief about %d changes", phase, d)
					}
				}
			}
			for i := range norms {
				if then[i].Get(d) != norms[i].Get(d) && d/16 != phase {
					t.Fatalf("in phase %d a norm about %d changes", phase, d)
				}
			}
		}
	}
	for stage, n := range changed {
		if n == 0 {
			t.Errorf("nobody learns in stage %d", stage)
		}
	}
}

// bodies returns copies of all beliefs and norms.
func bodies(m *sim.Model) (beliefs, norms []agents.Knowledge) {
	for p := range m.People() {
		beliefs = append(beliefs, m.Beliefs(p).Clone())
	}
	for u := range m.Norms(0) {
		norms = append(norms, m.Norm(0, u).Clone())
	}
	return beliefs, norms
}

// slowly is Progress written from its comment, one unit and one dimension at a time. It takes the
// courses before the exams and the model after the cycle, and returns the phases that begin.
func slowly(e flows.Progress, r practice.Stages, m *sim.Model, before []course) []course {
	loops := max(r.Loops, 1)
	after, forward := make([]course, len(before)), make([]bool, len(before))
	masters := func(unit, stage int) bool {
		n, passed := 0, 0
		for _, p := range m.Units(0).Audience(unit) {
			right := 0
			for d := 16 * stage; d < 16*stage+16; d++ {
				want := m.Landscape().Truth().Get(d)
				if e.ByNorm {
					want = m.Norm(0, unit).Get(d)
				}
				if b := m.Beliefs(int(p)).Get(d); b != 0 && b == want {
					right++
				}
			}
			if n++; float64(right)/16 >= float64(e.Mastery)/16 {
				passed++
			}
		}
		return e.Mastery > 0 && e.Share > 0 && float64(passed)/float64(n) >= float64(e.Share)/16
	}
	for u, c := range before {
		stage := c.phase % 4
		passes := masters(u, stage)
		if passes {
			c.passed[stage] = true
		}
		failed := -1
		for s := stage - 1; s >= 0 && e.Back; s-- {
			if c.passed[s] && !masters(u, s) {
				failed = s
			}
		}
		late := e.Limit > 0 && m.Tick()-c.since >= e.Limit
		switch {
		case failed >= 0:
			c.passed[failed] = false
			c.phase, c.since = c.phase-stage+failed, m.Tick()
		case c.phase < 4*loops-1 && (passes || late):
			c.phase, c.since, forward[u] = c.phase+1, m.Tick(), true
			if !passes {
				c.decreed++
			}
		}
		after[u] = c
	}
	slowest := after[0].phase
	for _, c := range after {
		slowest = min(slowest, c.phase)
	}
	for u := range after {
		if e.Bound && forward[u] && after[u].phase > slowest+e.Within {
			before[u].passed = after[u].passed
			after[u] = before[u]
		}
	}
	return after
}

type course struct {
	phase, since, decreed int
	passed                [4]bool
}

func courses(t *testing.T, m *sim.Model) (all []course) {
	t.Helper()
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	for u := range m.Units(0).Len() {
		c := practice.Course(x.Agenda(u))
		all = append(all, course{c.Phase(), c.Since(), c.Decreed(), [4]bool{
			c.Passed(0), c.Passed(1), c.Passed(2), c.Passed(3),
		}})
	}
	return all
}

// Progress does what its comment says, over random parameters and with people who come and go.
func TestProgressIsTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	moves, held, back := 0, 0, 0
	for run := range 60 {
		e := flows.Progress{
			Channel: "work", Mastery: random.IntN(14), Share: random.IntN(17),
			Limit:  random.IntN(9),
			ByNorm: random.IntN(3) == 0, Bound: random.IntN(2) == 0, Within: random.IntN(3),
			Back: random.IntN(2) == 0,
		}
		r := practice.Stages{Stages: 4, Loops: random.IntN(3)}
		s := flow(r, sim.Turnover{Rate: .02}, sim.Turbulence{Rate: .01}, e)
		m := simtest.Built(t, s, uint64(run))
		for !m.Done() {
			before := courses(t, m)
			free := e
			free.Bound = false
			simtest.Step(t, m)
			unbound := slowly(free, r, m, append([]course(nil), before...))
			want, got := slowly(e, r, m, before), courses(t, m)
			if e.Off() {
				want = before
			}
			for u := range want {
				if got[u] != want[u] {
					t.Fatalf("%+v, tick %d: unit %d is at %+v, want %+v", e, m.Tick(), u, got[u],
						want[u])
				}
				switch {
				case got[u].phase > before[u].phase:
					moves++
				case got[u].phase < before[u].phase:
					back++
				case unbound[u].phase > before[u].phase && !e.Off():
					held++
				}
			}
		}
	}
	if moves < 100 || held < 20 || back < 20 {
		t.Errorf("%d moves, %d held, %d back: too few to test", moves, held, back)
	}
}

// An exam by hand: two of four members are right in 12 of 16 dimensions. It is passed at 12 and at
// half the members, not at 13 and not at more. By the norm it is passed where beliefs are the norm.
func TestExam(t *testing.T) {
	for _, c := range []struct {
		mastery, share int
		byNorm         bool
		moves          bool
	}{
		{12, 8, false, true}, {13, 8, false, false}, {12, 9, false, false}, {1, 16, false, false},
		{12, 8, true, false}, {4, 16, true, true}, {5, 16, true, false},
	} {
		s := flow(practice.Stages{Stages: 4}, flows.Progress{
			Channel: "work", Mastery: c.mastery, Share: c.share, ByNorm: c.byNorm,
		})
		s.People, s.Channels[0].Structure = 4, network.Organization{}
		s.Channels[0].Objectify = agents.Superior{}
		m := simtest.Built(t, s, 0)
		for p := range 4 {
			clear(m.Beliefs(p))
			for d := range 16 {
				right := m.Landscape().Truth().Get(d)
				switch {
				case d >= 12:
					m.Beliefs(p).Set(d, -right)
					m.Norm(0, 0).Set(d, -right)
				case p < 2:
					m.Beliefs(p).Set(d, right)
				}
			}
		}
		simtest.Step(t, m)
		if got := flows.Phase(m, "work", 0) == 1; got != c.moves {
			t.Errorf("%+v: the unit moves: %v", c, got)
		}
	}
}

// On drawn dimensions one passes by luck: of 16 dimensions, 12 right, 2 drawn and both right with
// probability 12·11/(16·15) = .55.
func TestExamOnDrawnDimensions(t *testing.T) {
	passed, runs := 0, 2000
	for replicate := range uint64(runs) {
		s := flow(practice.Stages{Stages: 4}, flows.Progress{
			Channel: "work", Mastery: 16, Share: 16, Exam: 2,
		})
		s.People, s.Channels[0].Structure = 3, network.Organization{}
		s.Channels[0].Objectify = agents.Superior{}
		m := simtest.Built(t, s, replicate)
		for p := range 3 {
			for d := range 16 {
				right := m.Landscape().Truth().Get(d)
				if d%4 == 1 {
					right = 0
				}
				m.Beliefs(p).Set(d, right)
			}
		}
		simtest.Step(t, m)
		passed += flows.Phase(m, "work", 0)
	}
	if share := float64(passed) / float64(runs); share < .55-.045 || share > .55+.045 {
		t.Errorf("%.3f pass, want .55 within 4 standard errors (.045)", share)
	}
}

// At a phase end only people of the units whose phase begins exchange places, and norms stay.
func TestPhaseEndPools(t *testing.T) {
	shuffle := sim.Reshuffle{
		Channel: "work", Every: 1, Among: flows.PhaseEnd{}, Leaders: sim.LeadersStay,
	}
	s := flow(practice.Stages{Stages: 4},
		flows.Progress{Channel: "work", Mastery: 8, Share: 8, Limit: 7}, shuffle)
	pools, moved := map[int]int{}, 0
	for replicate := range uint64(20) {
		m := simtest.Built(t, s, replicate)
		for !m.Done() {
			before, units := courses(t, m), m.Units(0).Clone(false)
			simtest.Step(t, m)
			pool := 0
			for u, c := range courses(t, m) {
				begins := c.since == m.Tick()
				if begins {
					pool++
				}
				if begins != (c.phase != before[u].phase) {
					t.Fatalf("tick %d: unit %d: %+v after %+v", m.Tick(), u, c, before[u])
				}
			}
			for p := range m.People() {
				from, to := int(units.Of(p)[0]), int(m.Units(0).Of(p)[0])
				if from == to {
					continue
				}
				moved++
				now := courses(t, m)
				leads := units.Ranks(from)[slices.Index(units.Voices(from), int32(p))] != 0
				if now[from].since != m.Tick() || now[to].since != m.Tick() || leads {
					t.Fatalf("tick %d: person %d moves from unit %d to %d", m.Tick(), p, from, to)
				}
			}
			pools[pool]++
		}
	}
	if moved == 0 || pools[1] == 0 || pools[2] == 0 {
		t.Errorf("%d moved, in pools of %v units: too few to test", moved, pools)
	}
}

// By the clock all units pool their people where a phase ends, and at no other tick.
func TestPhaseEndByTheClock(t *testing.T) {
	m := simtest.Built(t, flow(practice.Stages{Stages: 4, Ticks: 40},
		sim.Reshuffle{Channel: "work", Every: 1, Among: flows.PhaseEnd{}}), 0)
	for !m.Done() {
		was := m.Units(0).Clone(false)
		simtest.Step(t, m)
		moved := 0
		for p := range m.People() {
			if was.Of(p)[0] != m.Units(0).Of(p)[0] {
				moved++
			}
		}
		if end := m.Tick()%10 == 0 && m.Tick() < 40; end != (moved > 0) {
			t.Errorf("tick %d: %d people move", m.Tick(), moved)
		}
	}
}

// The events and the rules of a flow keep their contracts, and turned off they change nothing.
func TestContracts(t *testing.T) {
	free := flow(practice.Stages{Stages: 4})
	free.Ticks, free.Channels[0].Ask = 10, practice.Led{Share: 5}
	e := flows.Progress{Channel: "work", Mastery: 9, Share: 8, Limit: 3, Exam: 5, Back: true}
	simtest.Event(t, free, e, flows.Progress{Channel: "work", Mastery: 9},
		flows.Progress{Channel: "work", Share: 9, Bound: true})
	all := free
	all.Events = []sim.Event{e, sim.Turnover{Rate: .05}}
	for _, event := range []sim.Event{
		sim.Reshuffle{Channel: "work", Every: 1, Among: flows.PhaseEnd{}, Leaders: sim.LeadersMove},
		sim.Reshuffle{Channel: "work", Every: 3, Stay: 4},
		sim.RotateLeaders{Channel: "work", Every: 1, Among: flows.PhaseEnd{}},
		sim.ElectLeaders{Channel: "work", Every: 4},
	} {
		simtest.Event(t, all, event)
	}
	plain := flow(practice.Stages{Stages: 4, Ticks: 40})
	plain.Ticks = 10
	plain.Channels[0].Agenda = nil
	simtest.Off(t, plain, func(s *sim.Scenario) { s.Channels[0].Agenda = practice.Stages{} })
	simtest.Off(t, plain, func(s *sim.Scenario) { s.Channels[0].Ask = practice.Led{} })
	simtest.Off(t, plain, func(s *sim.Scenario) {
		s.Experience = practice.Within{Of: agents.TryFunc(
			func(*agents.Person, agents.Knowledge, agents.Knowledge) bool { return false })}
	})
}

// A scenario that does not suit an event is refused in words.
func TestRefused(t *testing.T) {
	clock, none := practice.Stages{Stages: 4, Ticks: 40}, practice.Stages{}
	for _, c := range []struct {
		stages practice.Stages
		event  sim.Event
		want   string
	}{
		{clock, flows.Progress{Channel: "work"}, `Progress.Channel is "work", want a channel of ` +
			`beliefs whose Agenda is practice.Stages with Ticks 0`},
		{none, flows.Progress{Channel: "play"}, `Progress.Channel is "play", want a channel of ` +
			`beliefs whose Agenda is practice.Stages with Ticks 0`},
		{clock, flows.Progress{Share: 17}, "Progress.Share is 17, want 0 to 16"},
		{clock, sim.Reshuffle{Channel: "work", Every: 1, Stay: 17},
			"Reshuffle.Stay is 17, want 0 to 16"},
		{clock, sim.Reshuffle{Channel: "work", Every: 1, Leaders: 3},
			"Reshuffle.Leaders is 3, want 0 to 2"},
	} {
		err := flow(c.stages, c.event).Validate()
		if want := `sim: scenario "flow": ` + c.want; err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	circles := flow(practice.Stages{Stages: 4}, flows.Progress{Channel: "work", ByNorm: true})
	circles.Channels[0].Structure = network.Circles{Of: network.RingLattice{Neighbours: 2}}
	if err := circles.Validate(); err == nil || !strings.Contains(err.Error(),
		`Progress.ByNorm is true, want false in "work": the norms of circles last one tick`) {
		t.Errorf("by the norms of circles: %v", err)
	}
	s := flow(clock, sim.RotateLeaders{Channel: "work", Every: 1, Among: flows.PhaseEnd{}})
	s.Channels[0].Agenda = nil
	if s.Validate() == nil {
		t.Error("phases end in a channel without stages")
	}
}

// Units that meet by a calendar go through their stages as others do. A tick in which they are
// closed counts.
func TestCalendarOfStages(t *testing.T) {
	s := flow(practice.Stages{Stages: 4}, flows.Progress{Channel: "work", Limit: 2},
		sim.Reshuffle{Channel: "work", Every: 1, Among: flows.PhaseEnd{}})
	s.Channels[0].Agenda = practice.Calendar{Every: 3, For: 2, Of: s.Channels[0].Agenda}
	m := simtest.Built(t, s, 0)
	for !m.Done() {
		simtest.Step(t, m)
		if got, want := flows.Phase(m, "work", 0), min(m.Tick()/2, 3); got != want {
			t.Errorf("tick %d: phase %d, want %d", m.Tick(), got, want)
		}
	}
	s.Channels[0].Agenda = practice.Calendar{Every: 3, For: 2}
	if err := s.Validate(); err == nil {
		t.Error("Progress in a calendar without stages is no error")
	}
}

// Units that go by the clock have the phase of the clock whatever else the agenda remembers of
// them, such as the ticks in which they may meet.
func TestAnAllotmentIsNoCourse(t *testing.T) {
	stages := practice.Stages{Stages: 4, Loops: 2, Ticks: 40}
	plain := flow(stages)
	allotted := flow(stages)
	allotted.Channels[0].Agenda = practice.Allotment{Every: 8, Of: stages}
	allotted.Events = []sim.Event{power.Allot{Channel: "work", Ticks: 4}}
	a, b := simtest.Built(t, plain, 0), simtest.Built(t, allotted, 0)
	for !a.Done() {
		if got, want := flows.Phases(b, "work"), flows.Phases(a, "work"); !slices.Equal(got, want) {
			t.Fatalf("tick %d: phases %v, want %v", a.Tick(), got, want)
		}
		for u := range a.Norms(0) {
			if got, want := flows.Decreed(b, "work", u), flows.Decreed(a, "work", u); got != want {
				t.Fatalf("tick %d: %d phases of unit %d by decree, want %d", a.Tick(), got, u, want)
			}
			end := flows.PhaseEnd{}
			if end.Chooses(a, "work", u) != end.Chooses(b, "work", u) {
				t.Fatalf("tick %d: a phase of unit %d ends by what is remembered", a.Tick(), u)
			}
		}
		simtest.Step(t, a)
		simtest.Step(t, b)
	}
}
