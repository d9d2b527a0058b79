package story_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics/story"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// scripted is two teams in which nobody learns. What they know is set at ticks: dimensions known
// rightly, of 64, by all people and by the norm of each unit.
func scripted(script map[int][3]int) sim.Scenario {
	on := setups.Default()
	on.People, on.Block, on.Seen, on.Ticks, on.Absorb, on.Superior = 10, 1, 0, 30, 0, 0
	s := on.Scenario("scripted", network.Isolated{Size: 5})
	know := func(m *sim.Model, k agents.Knowledge, n int) {
		clear(k)
		for d := range n {
			k.Set(d, m.Landscape().Truth().Get(d))
		}
	}
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		at, ok := script[m.Tick()]
		if !ok {
			return
		}
		for p := range m.People() {
			if !m.Vacant(p) {
				know(m, m.Beliefs(p), at[0])
			}
		}
		for u := range 2 {
			know(m, m.Norm(0, u), at[1+u])
		}
		if m.Tick() == 5 {
			m.Leave(0)
			m.Replace(1)
			know(m, m.Beliefs(1), at[0])
		}
	})}
	return s
}

var units = []story.Unit{{Number: 0, Name: "A"}, {Number: 1, Name: "B"}}

// told runs a scenario and returns its story.
func told(t *testing.T, s sim.Scenario) (all []string) {
	t.Helper()
	r := story.Teller{Channel: setups.Channel, Units: units}.Begin()
	err := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1, Seed: 1}.Run(
		context.Background(), func(int, int) sim.Observer { return r.Observe })
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Sentences() {
		all = append(all, fmt.Sprint(x.Tick, " ", x.Text))
	}
	return all
}

// The story of a run whose course is known.
func TestStory(t *testing.T) {
	got := told(t, scripted(map[int][3]int{
		0: {0, 0, 0}, 2: {8, 0, 32}, 5: {40, 31, 46}, 9: {36, 32, 30}, 12: {36, 32, 32},
	}))
	want := []string{
		"0 People begin with a score of 0.000 of all there is to earn.",
		"2 People's score comes to 0.100.",
		"2 B is the first whose norm earns half.",
		"5 People's score comes to 0.500.",
		"9 People's score falls from 0.625 to 0.562.",
		"9 A is the last whose norm earns half.",
		"9 B loses knowledge: its norm falls from 0.719 to 0.469.",
		"30 Until now 2 people have left or were replaced.",
		"30 From tick 10 on people's score has hardly changed.",
		"30 The run ends with a score of 0.562.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Of four units the second is told of too: half of them earn half.
func TestStoryOfHalf(t *testing.T) {
	s := scripted(map[int][3]int{0: {0, 0, 0}, 3: {0, 40, 0}, 4: {0, 40, 40}})
	r := story.Teller{Channel: setups.Channel, Units: []story.Unit{{0, "A"}, {0, "B"}, {1, "C"},
		{1, "D"}}}.Begin()
	err := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1, Seed: 1}.Run(
		context.Background(), func(int, int) sim.Observer { return r.Observe })
	if err != nil {
		t.Fatal(err)
	}
	want := []story.Sentence{{3, "A is the first whose norm earns half."},
		{3, "The norms of half of the units earn half; B is the latest of them."},
		{4, "D is the last whose norm earns half."}}
	if got := r.Sentences()[1:4]; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What never came is said.
func TestStoryOfLittle(t *testing.T) {
	got := told(t, scripted(map[int][3]int{0: {0, 0, 0}}))
	want := "30 The norms of 2 of 2 units have never earned half."
	if !slices.Contains(got, want) || len(got) != 4 {
		t.Errorf("%q, want in it %s", got, want)
	}
}

// Telling changes no bit of the run, and a tick that was missed is a bug.
func TestTellingChangesNothing(t *testing.T) {
	s := setups.Communities{}.Scenario()
	s.Ticks = 20
	ends := func(tell bool) (text string) {
		r := story.Teller{Channel: setups.Channel, Units: units}.Begin()
		err := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1, Seed: 1}.Run(
			context.Background(), func(int, int) sim.Observer {
				return func(m *sim.Model, tick int) {
					if tell {
						r.Observe(m, tick)
					}
					text = fmt.Sprint(m.Bodies(), m.Flow(0))
				}
			})
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if ends(true) != ends(false) {
		t.Error("telling changes the run")
	}
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, "tick 3 after tick -1") {
			t.Error(got)
		}
	}()
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	story.Teller{}.Begin().Observe(m, 3)
}
