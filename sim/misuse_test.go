package sim_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// A method that is asked for something that does not exist panics. The text names the method, the
// run and the range.
func TestMisuse(t *testing.T) {
	s := setups.Communities{}.Scenario()
	circles := s.Channels[0]
	circles.Name, circles.Structure = "pairs", network.Pairs{}
	s.Channels = append(s.Channels, circles)
	m := built(t, s, 1, 0)
	s.Topics = 2
	s.RealChannels = []sim.RealChannel{{
		Name: "talk", Structure: network.Pairs{}, Externalize: opinion.Candid{},
		Objectify: opinion.Total{}, Internalize: opinion.Approach{},
	}}
	real := built(t, s, 1, 0)
	s.Ledger = true
	kept := built(t, s, 1, 0)
	const person = "there is no person 100, want 0 to 99"
	for what, c := range map[string]struct {
		ask  func()
		want string
	}{
		"Beliefs":  {func() { m.Beliefs(100) }, person},
		"Self":     {func() { m.Self(100) }, person},
		"Joined":   {func() { m.Joined(100) }, person},
		"Vacant":   {func() { m.Vacant(100) }, person},
		"Replace":  {func() { m.Replace(100) }, person},
		"Leave":    {func() { m.Leave(-1) }, "there is no person -1, want 0 to 99"},
		"Claims":   {func() { m.Claims(0, 100) }, person},
		"Said":     {func() { m.Said(2) }, "there is no channel 2, want 0 to 1"},
		"Subjects": {func() { m.Subjects(2) }, "there is no channel 2, want 0 to 1"},
		"NormBodies": {func() { m.NormBodies(-1) },
			"there is no channel -1, want 0 to 1"},
		"Units":     {func() { m.Units(2) }, "there is no channel 2, want 0 to 1"},
		"Norms":     {func() { m.Norms(-1) }, "there is no channel -1, want 0 to 1"},
		"Activity":  {func() { m.Activity(100) }, person},
		"Ledger":    {func() { m.Ledger() }, "no ledger is kept: Scenario.Ledger is false"},
		"First":     {func() { m.First(sim.Claimed, 0, 1) }, "no ledger is kept"},
		"First ":    {func() { kept.First(3, 0, 1) }, "no moment 3 of belief 1 in dimension 0"},
		"First  ":   {func() { kept.First(0, -1, 1) }, "no moment 0 of belief 1 in dimension -1"},
		"First   ":  {func() { kept.First(0, 0, 0) }, "no moment 0 of belief 0 in dimension 0"},
		"Flow":      {func() { m.Flow(2) }, "there is no channel 2, want 0 to 1"},
		"Norm":      {func() { m.Norm(0, 40) }, `no unit 40 in channel "work", want 0 to 39`},
		"Norm ":     {func() { m.Norm(1, 0) }, `channel "pairs" keeps no norms`},
		"Norm  ":    {func() { m.Norm(2, 0) }, "there is no channel 2, want 0 to 1"},
		"Opinion":   {func() { m.Opinion(0) }, "people have no opinions: Scenario.Topics is 0"},
		"RealUnits": {func() { m.RealUnits(0) }, "no channel of opinions 0: there are none"},
		"RealNorms": {func() { m.RealNorms(0) }, "no channel of opinions 0: there are none"},
		"RealNorm":  {func() { real.RealNorm(0, 0) }, `channel "talk" keeps no norms`},
		"RealClaims": {func() { real.RealClaims(0, -2) },
			"there is no person -2, want 0 to 99"},
	} {
		text := fmt.Sprint(panicOf(c.ask))
		want := `sim: scenario "communities", seed 1, replicate 0, tick 0: Model.` +
			strings.TrimSpace(what) + ": "
		if !strings.HasPrefix(text, want) || !strings.Contains(text, c.want) {
			t.Errorf("%s: %s\nwant %s ... %s", what, text, want, c.want)
		}
	}
	if real.Opinion(99) == nil {
		t.Error("no opinion of the last person")
	}
}

// panicOf returns the value with which a function panics.
func panicOf(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// Misuse in an event ends the run, and the error holds the text.
func TestMisuseInAnEvent(t *testing.T) {
	s := sound()
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 2 {
			m.Opinion(0)
		}
	})}
	err := built(t, s, 1, 0).Run()
	if err == nil || !strings.Contains(err.Error(), "Model.Opinion: people have no opinions") {
		t.Errorf("error %v", err)
	}
}

// A body that is kept is a view: the run changes it. Its clone stays.
func TestBodiesAreViews(t *testing.T) {
	m := built(t, setups.Communities{}.Scenario(), 1, 0)
	views := []agents.Knowledge{m.Beliefs(0), m.Norm(0, 0), m.Claims(0, 0)}
	var clones, were []agents.Knowledge
	for _, v := range views {
		clones = append(clones, v.Clone())
		were = append(were, append(agents.Knowledge(nil), v...))
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	for i, v := range views {
		if v.Equal(were[i]) {
			t.Errorf("view %d is what it was", i)
		}
		if !clones[i].Equal(were[i]) {
			t.Errorf("clone %d has changed", i)
		}
	}
	if c := agents.Knowledge(nil).Clone(); len(c) != 0 {
		t.Errorf("the clone of nothing is %v", c)
	}
}
