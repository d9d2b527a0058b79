package setups_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/flows"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/setups"
	"orglearn/sim/simtest"
	"orglearn/sim/tasks"
)

// small are the default conditions with few people and ticks.
func small() setups.Conditions {
	on := setups.Default()
	on.People, on.Dimensions, on.Ticks = 40, 32, 40
	on.Seen, on.Absorb = 16, .3
	return on
}

// run returns what everybody believes and every unit holds, at the end of each tick.
func run(t *testing.T, s sim.Scenario, workers int) (all []agents.Word) {
	t.Helper()
	m := built(t, s)
	m.SetWorkers(workers)
	for !m.Done() {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		for p := range m.People() {
			all = append(all, m.Beliefs(p)...)
		}
		for u := range m.Norms(0) {
			all = append(all, m.Norm(0, u)...)
		}
	}
	return all
}

// A Practice that is off leaves each setup as it is written by hand: the same scenario, so the same
// bits. It is off if every mechanism is, whatever the fields that then do nothing say.
func TestPracticeOff(t *testing.T) {
	for _, off := range []setups.Practice{
		{}, {Nested: setups.Nested{Fan: 4, Down: true, Formal: true, Hidden: .5, Every: 3}},
		{Apprenticeship: practice.Apprenticeship{Master: practice.BestStanding}},
		{Respondent: practice.Respondent{By: practice.ByStanding}, Reuse: .5},
		{Stages: practice.Stages{Ticks: 40, Loops: 3}},
		{Animator: agenda.Animate{Pass: 1, Invite: 1}},
	} {
		on := small()
		on.Practice = off
		for _, s := range organizations(&on) {
			plain := s
			plain.Channels = []sim.Channel{{
				Name: setups.Channel, Structure: s.Channels[0].Structure,
				Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: on.Superior},
				Internalize: agents.Absorb{Rate: on.Absorb},
			}}
			if !reflect.DeepEqual(s, plain) {
				t.Errorf("%s: %+v is %+v, want %+v", s.Name, off, s, plain)
			}
			if !slices.Equal(run(t, s, 1), run(t, plain, 1)) {
				t.Errorf("%s: %+v changes a run", s.Name, off)
			}
		}
	}
}

// Each field alone changes the run.
func TestPracticeIsWired(t *testing.T) {
	for _, m := range mechanisms {
		if slices.Equal(run(t, m.without(small()), 1), run(t, m.in(small()), 1)) {
			t.Errorf("%s changes nothing", m.name)
		}
	}
}

// Every field of a Practice, and of its parts, is among the mechanisms, or is tested elsewhere.
func TestMechanismsAreAll(t *testing.T) {
	names := map[string]bool{
		"Apprenticeship.Of": true, "Calendar.Of": true, // ignored
	}
	for _, m := range mechanisms {
		name, _, _ := strings.Cut(m.name, ",")
		names[name] = true
	}
	kind := reflect.TypeFor[setups.Practice]()
	for i := range kind.NumField() {
		f := kind.Field(i)
		if names[f.Name] {
			continue
		}
		for j := range f.Type.NumField() {
			if name := f.Name + "." + f.Type.Field(j).Name; !names[name] {
				t.Errorf("Practice.%s is not tested", name)
			}
		}
	}
}

// all is a Practice with every mechanism on.
func all() setups.Practice {
	return setups.Practice{
		Shares: practice.Shares{Ask: 3, Create: 3, Idle: 1}, Load: 2, Reuse: .4,
		Respondent: practice.Respondent{By: practice.ByStanding},
		Apprenticeship: practice.Apprenticeship{Wait: 5, Master: practice.LongestTenure,
			Slope: .5},
		Hold: .2, Pull: .5, Calendar: practice.Calendar{Every: 4, For: 3},
		Stages: practice.Stages{Stages: 2, Block: 4}, Led: practice.Led{Share: 4},
		Nested:  setups.Nested{Top: true, Fan: 3, Down: true, Hidden: .2, Every: 2},
		Consult: .3,

		Attendance:   practice.Attendance{Away: 2, Own: .5, Compel: .2, Crowd: -.5, ShortTerm: .3},
		Commitment:   practice.Commitment{Slope: .5, Quiet: .1},
		Expectations: practice.Expectations{Every: 5, Learn: .5, Energy: .5, Quiet: .1},
		Culture:      setups.Culture{Drift: culture.Drift{Contact: .2}, Withhold: .5},
		Time: setups.Time{Every: 6, Allot: power.Allot{Ticks: 4, Skew: 8,
			By: power.Agreement}},
		Attention: setups.Attention{
			Attention: agenda.Attention{Look: 4, Contest: .2, Work: 1}, Open: 16, Talk: .5,
		},
		Tasks:      tasks.Work{Size: 2, By: tasks.Most},
		Repository: setups.Repository{On: true, Curated: true, Fade: .1},
		Animator:   agenda.Animate{Voices: 2, Pass: .5, Invite: .5}, Contrast: .5,
	}
}

// Two mechanisms that are the same rule of a channel are named together.
func TestPracticeTwice(t *testing.T) {
	forms := setups.Formation{
		Formation: formation.Formation{Every: 3}, Topics: 4, Each: 2,
	}
	for want, p := range map[string]setups.Practice{
		"Practice.Pull and Practice.Culture.Narrow": {Pull: 1, Culture: setups.Culture{Narrow: 1}},
		"Practice.Stages and Practice.Formation": {
			Stages: practice.Stages{Stages: 2, Ticks: 40, Block: 4}, Formation: forms,
		},
	} {
		on := small()
		on.Practice = p
		err := setups.Communities{On: &on}.Scenario().Validate()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// With every mechanism on, each organization of units runs, the same in every way of running.
func TestPracticeAll(t *testing.T) {
	on := small()
	on.Practice = all()
	for _, s := range organizations(&on) {
		if s.Name == "pairs" {
			continue // they change by themselves, and are led by nobody
		}
		s.Experience = agents.Flip{}
		s.Events = []sim.Event{sim.Turnover{Rate: .02},
			flows.Progress{Channel: setups.Channel, Mastery: 10, Share: 8, Limit: 12}}
		s.Ticks = 8
		simtest.Same(t, s)
		simtest.Clone(t, s)
	}
	simtest.Same(t, institutionOfAll())
	simtest.Clone(t, institutionOfAll())
	_, err := sim.New(setups.Pairs{On: &on}.Scenario(), 1, 0)
	if err == nil || !strings.Contains(err.Error(), "Led.Of is network.Pairs") {
		t.Errorf("pairs that are led: error %v", err)
	}
}

// institutionOfAll is an institution with every mechanism on but parents, for it has a head, and
// time that is allotted, for it sponsors.
func institutionOfAll() sim.Scenario {
	on := small()
	on.Practice, on.Ticks = all(), 8
	on.Practice.Nested, on.Practice.Time = setups.Nested{}, setups.Time{}
	s := setups.Institution{
		On: &on, Sponsored: .5, Assigned: .5, Compelled: .5, Goals: .5, WayUp: .5,
	}.Scenario()
	s.Experience = agents.Flip{}
	s.Events = append(s.Events, sim.Turnover{Rate: .02},
		flows.Progress{Channel: setups.Channel, Mastery: 10, Share: 8, Limit: 12})
	return s
}

// Each mechanism gives the same bytes in every way of running, as one of a few people, and with any
// number of workers for many.
func TestMechanismsAreReproducible(t *testing.T) {
	for _, m := range mechanisms {
		few, many := small(), small()
		few.Ticks, many.People, many.Ticks = 6, 1000, 6
		if !testing.Short() {
			simtest.Same(t, m.in(few))
			simtest.Clone(t, m.in(few))
			simtest.Rearranged(t, m.in(few), setups.Channel)
		}
		want := run(t, m.in(many), 1)
		for _, workers := range []int{2, 7} {
			if !slices.Equal(run(t, m.in(many), workers), want) {
				t.Errorf("%s: with %d workers the run is another", m.name, workers)
			}
		}
	}
}

// Ten mechanisms, drawn at random, run together in each organization, the same with any number of
// workers.
func TestPracticeSome(t *testing.T) {
	draws := 100
	if testing.Short() {
		draws = 10
	}
	r := rand.New(rand.NewPCG(14, 0))
	for range draws {
		on := small()
		on.People, on.Ticks = 900+r.IntN(200), 6
		for range 10 {
			m := mechanisms[r.IntN(len(mechanisms))]
			if m.given != nil {
				m.given(&on.Practice)
			}
			m.set(&on.Practice)
		}
		if on.Practice.Formation.Every > 0 { // not with these
			on.Practice.Stages = practice.Stages{}
		}
		if on.Practice.Culture.Narrow != 0 {
			on.Practice.Pull = 0
		}
		if on.Practice.Apprenticeship.PerSeat {
			on.Practice.Apprenticeship.Master = 0
		}
		if on.Practice.Stages.Ticks > 0 {
			on.Practice.Stages.Ticks = on.Ticks
		}
		for _, s := range append(organizations(&on)[:3], institution(r, on)) {
			s.Experience = agents.Flip{}
			leaving(&s)
			if on.Practice.Stages.Free() {
				onward(&s)
			}
			if s.Name != "communities" {
				s.Channels[0].Structure = informal(s.Channels[0].Structure)
			}
			want := run(t, s, 1)
			if !slices.Equal(run(t, s, 2), want) || !slices.Equal(run(t, s, 7), want) {
				t.Errorf("%+v: another run with more workers", on.Practice)
			}
		}
	}
}

// institution is an institution under conditions, with dials drawn. It has a head for parents, and
// sponsors in place of other time that is allotted.
func institution(r *rand.Rand, on setups.Conditions) sim.Scenario {
	on.Practice.Nested, on.Practice.Time = setups.Nested{}, setups.Time{}
	return setups.Institution{On: &on, Sponsored: r.Float64(), Assigned: r.Float64(),
		Compelled: r.Float64(), Goals: r.Float64(), WayUp: r.Float64()}.Scenario()
}

// informal is a structure with Nested.Formal off: it is for organizations with units that are no
// communities.
func informal(s network.Structure) network.Structure {
	if nested, ok := s.(network.Nested); ok {
		nested.Formal = false
		return nested
	}
	return s
}

// A wrong field names itself, its value and its range, behind the name of the scenario.
func TestPracticeRefused(t *testing.T) {
	for want, spoil := range map[string]func(p *setups.Practice){
		"Shares.Ask is 17, want 0 to 16": func(p *setups.Practice) { p.Shares.Ask = 17 },
		"Shares.Ask, Create and Idle sum to 18, want at most 16": func(p *setups.Practice) {
			p.Shares = practice.Shares{Ask: 9, Create: 9}
		},
		"Respondent.By is 9, want 0 to 4": func(p *setups.Practice) {
			p.Shares.Ask, p.Respondent.By = 4, 9
		},
		"Load is -1, want 0 to 2147483647": func(p *setups.Practice) { p.Load = -1 },
		"Fill.Rate is 1.5, want 0 to 1": func(p *setups.Practice) {
			p.Shares.Ask, p.Reuse = 4, 1.5
		},
		"Apprenticeship.Wait is -1, want 0 to 2147483647": func(p *setups.Practice) {
			p.Apprenticeship.Wait = -1
		},
		"Apprenticeship.Master is 9, want 0 to 3": func(p *setups.Practice) {
			p.Apprenticeship = practice.Apprenticeship{Wait: 1, Master: 9}
		},
		"Vote.Tenure is 2, want -1 to 1":  func(p *setups.Practice) { p.Apprenticeship.Slope = 2 },
		"Vote.Hold is -1, want 0 to 4096": func(p *setups.Practice) { p.Hold = -1 },
		"Take.Pull is -2, want -1 to 100": func(p *setups.Practice) { p.Pull = -2 },
		"Vote.Consult is 2, want 0 to 1":  func(p *setups.Practice) { p.Consult = 2 },
		"Calendar.Every is -1, want 0 to 2147483647": func(p *setups.Practice) {
			p.Calendar.Every = -1
		},
		"Calendar.For is 1, want 0 to 0": func(p *setups.Practice) { p.Calendar.For = 1 },
		"Stages.Stages is -1, want 0 to 64": func(p *setups.Practice) {
			p.Stages.Stages = -1
		},
		"Led.Share is 17, want 0 to 16": func(p *setups.Practice) { p.Led.Share = 17 },
		"Led.Share is -1, want 0 to 16": func(p *setups.Practice) { p.Led.Share = -1 },
		"Nested.Fan is 1, want 2 or more": func(p *setups.Practice) {
			p.Nested = setups.Nested{Top: true, Fan: 1}
		},
		"Visibility.HideUp is 2, want 0 to 1": func(p *setups.Practice) {
			p.Nested = setups.Nested{Top: true, Hidden: 2}
		},
		"Animate.Voices is -1, want 0 to 2147483647": func(p *setups.Practice) {
			p.Animator.Voices = -1
		},
		"Animate.Pass is 2, want 0 to 1": func(p *setups.Practice) {
			p.Animator = agenda.Animate{Voices: 1, Pass: 2}
		},
		"Endowment.Contrast is -1, want 0 to 1": func(p *setups.Practice) { p.Contrast = -1 },
		"Levels.Every is -1, want 0 to 2147483647": func(p *setups.Practice) {
			p.Nested = setups.Nested{Top: true, Every: -1}
		},
	} {
		on := small()
		spoil(&on.Practice)
		_, err := sim.New(setups.Communities{On: &on}.Scenario(), 1, 0)
		if err == nil || !strings.HasPrefix(err.Error(), `sim: scenario "communities": `) ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// The controls of communities whose formal units have a parent draw people, and keep the nesting.
func TestFormalInControls(t *testing.T) {
	on := small()
	on.Practice.Nested = setups.Nested{Top: true, Formal: true}
	s := setups.Communities{On: &on}.Scenario()
	want := built(t, s).Units(0)
	for _, c := range []sim.Scenario{setups.Randomized(s), setups.Connected(s)} {
		got := built(t, c).Units(0)
		if !slices.Equal(got.Parents(), want.Parents()) || got.Top() != want.Top() ||
			!slices.Equal(got.SeatCounts(), want.SeatCounts()) {
			t.Errorf("%s: parents %v and top %d, want %v and %d", c.Name, got.Parents(), got.Top(),
				want.Parents(), want.Top())
		}
		same := true
		for u := range got.Len() {
			same = same && slices.Equal(got.Voices(u), want.Voices(u))
		}
		if same {
			t.Errorf("%s: the same people sit together", c.Name)
		}
	}
	if n := len(want.Parents()); want.Top() != n-1 || want.Parents()[0] != n-1 ||
		want.Parents()[8] != -1 {
		t.Errorf("parents %v, want the top over the 8 teams and over no community", want.Parents())
	}
}

// Whoever learns from an answer does so at the rate of the conditions, whatever is taken for
// granted in the unit: an answer is no norm. Without anybody to ask, nothing is set.
func TestAnswersAreNotTakenForGranted(t *testing.T) {
	on := small()
	on.Practice.Pull = 1
	if c := (setups.Communities{On: &on}).Scenario().Channels[0]; c.Ask != nil || c.Reuse != nil {
		t.Errorf("nobody is asked, and answers are learned by %v", c.Reuse)
	}
	for _, p := range []setups.Practice{
		{Pull: 1, Led: practice.Led{Share: 1}},
		{Pull: 1, Apprenticeship: practice.Apprenticeship{Wait: 5, Master: practice.BestStanding}},
	} {
		on.Practice = p
		c := setups.Communities{On: &on}.Scenario().Channels[0]
		if want := (agents.Absorb{Rate: on.Absorb}); c.Reuse != want {
			t.Errorf("%+v: answers are learned by %v, want %v", p, c.Reuse, want)
		}
	}
}
