package setups_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/setups"
	"orglearn/sim/simtest"
)

// A repository that is not on changes no bit, whatever its other fields.
func TestNoRepository(t *testing.T) {
	on := setups.Default()
	on.Ticks = 10
	s := setups.Communities{On: &on}.Scenario()
	simtest.Off(t, s, setups.Repository{Curated: true, Until: 5, Fade: .5}.AddTo)
}

// A repository has one seat for everybody. Everybody writes in an open one, and the five people of
// one community in a curated one. It uses the rules of the units, without their parents.
func TestRepositoryBesideUnits(t *testing.T) {
	on := setups.Default()
	on.Practice = setups.Practice{Hold: .5, Nested: setups.Nested{Top: true, Every: 3},
		Shares:   practice.Shares{Ask: 4},
		Led:      practice.Led{Share: 3},
		Calendar: practice.Calendar{Every: 4, For: 1}}
	for curated, writers := range map[bool]int{false: 100, true: 5} {
		s := setups.Communities{On: &on}.Scenario()
		setups.Repository{On: true, Curated: curated, Until: 9, Fade: .1}.AddTo(&s)
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		c := m.Channel(setups.RepositoryChannel)
		u := m.Units(c)
		if u.Len() != 1 || len(u.Audience(0)) != 100 || len(u.Voices(0)) != writers {
			t.Errorf("%d units, %d read and %d write, want 1, 100 and %d", u.Len(),
				len(u.Audience(0)), len(u.Voices(0)), writers)
		}
		want := practice.Repository{Of: practice.Vote{Rate: .5, Hold: .5}, Until: 9, Fade: .1}
		shelf := s.Channels[c]
		if shelf.Objectify != agents.Objectifier(want) || shelf.Agenda != nil {
			t.Errorf("%+v and %v, want %+v and no agenda", shelf.Objectify, shelf.Agenda, want)
		}
		if shelf.Ask != agents.Asker(practice.Respondent{}) || shelf.Reuse == nil {
			t.Errorf("who asks turns to %v, want a respondent", shelf.Ask)
		}
		if err := m.Run(); err != nil {
			t.Error(err)
		}
	}
}

// Adding a repository leaves the lists of the scenario that it is added to as they are, so that
// scenarios that share them do not change.
func TestRepositorySharesNothing(t *testing.T) {
	s := setups.Communities{}.Scenario()
	s.Channels = append(make([]sim.Channel, 0, 4), s.Channels...)
	s.Events = append(make([]sim.Event, 0, 4), sim.Turbulence{})
	a, b := s, s
	setups.Repository{On: true, Curated: true, Fade: .1}.AddTo(&a)
	setups.Repository{On: true, Curated: true, Fade: .2}.AddTo(&b)
	got := a.Channels[1].Objectify.(practice.Repository).Fade
	if got != .1 || len(s.Channels) != 1 {
		t.Errorf("the first repository has Fade %v, want .1", got)
	}
}

// Who withholds does so in a repository too: he keeps back what the entries do not say.
func TestWithheldFromRepository(t *testing.T) {
	for _, slope := range []float64{0, 1} {
		on := small()
		on.Practice.Culture = setups.Culture{Withhold: slope,
			Drift: culture.Drift{First: .1}}
		on.Practice.Repository.On = true
		m := built(t, setups.Communities{On: &on}.Scenario())
		withheld := metrics.Withheld(setups.RepositoryChannel).Run()
		for range 6 {
			withheld(m)
			simtest.Step(t, m)
		}
		if got := withheld(m); (got > .05) != (slope > 0) {
			t.Errorf("slope %v: %.3f of what people believe is withheld", slope, got)
		}
	}
}
