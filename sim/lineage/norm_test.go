package lineage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/lineage"
	"orglearn/sim/setups"
)

// chain is three teams in a row, joined by people who sit in two, in which all is said and taken at
// once. Only person 0, at one end, knows anything: that dimension 3 is +1.
func chain(t *testing.T) *sim.Model {
	return teams(t, []int32{0, 1, 2}, []int32{2, 3, 4}, []int32{4, 5, 6})
}

// teams is the same of other teams.
func teams(t *testing.T, people ...[]int32) *sim.Model {
	t.Helper()
	var units []network.Membership
	team := func(people ...int32) (u network.Membership) {
		for _, p := range people {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		return u
	}
	for _, p := range people {
		units = append(units, team(p...))
	}
	on := setups.Default()
	on.People, on.Ticks, on.Attention = 7, 8, 0
	s := on.Scenario("chain", network.Explicit{Units: units})
	s.Channels[0].Objectify = agents.Majority{Rate: 1}
	s.Channels[0].Internalize = agents.Absorb{Rate: 1}
	s.Beliefs = agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
		if p.ID == 0 && p.Tick == 0 {
			belief.Set(3, 1)
		}
	})
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// observed runs a model to its end. At ticks of act it first changes the model.
func observed(t *testing.T, m *sim.Model, act map[int]func()) *lineage.Recorder {
	t.Helper()
	r := lineage.New(3)
	r.Observe(m, 0)
	for !m.Done() {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		if act[m.Tick()] != nil {
			act[m.Tick()]()
		}
		r.Observe(m, m.Tick())
	}
	return r
}

// What goes down the chain, by hand: team 0 says it at tick 1, person 2 carries it to team 1 at
// tick 2, person 4 to team 2 at tick 3.
func TestLineageByHand(t *testing.T) {
	r := observed(t, chain(t), nil)
	n, ok := r.Norm(lineage.Place{Unit: 2}, 1)
	if !ok || n.Since != 3 || !n.Stands || n.FirstTick != 3 || !slices.Equal(n.First, []int{4}) ||
		!slices.Equal(n.Makers, []int{4}) {
		t.Errorf("%+v, want a norm since tick 3, said first by person 4", n)
	}
	if got := fmt.Sprint(path(n)); got != "[{0 0} {0 1} {0 2}]" {
		t.Errorf("the path is %s, want 0, 1, 2", got)
	}
	if got := n.Takers(); !slices.Equal(got, []int{5, 6}) {
		t.Errorf("taken by %v, want 5 and 6", got)
	}
	if got := r.Holders(1)[:5]; !slices.Equal(got, []int{1, 3, 5, 7, 7}) {
		t.Errorf("held by %v, want 1, 3, 5, 7, 7", got)
	}
	if got := r.Units(0, 1)[:5]; !slices.Equal(got, []int{0, 1, 2, 3, 3}) {
		t.Errorf("the norm of %v units, want 0, 1, 2, 3, 3", got)
	}
	if _, ok := r.Norm(lineage.Place{Unit: 2}, -1); ok {
		t.Error("-1 was never a norm")
	}
	source, _ := r.Norm(lineage.Place{Unit: 0}, 1)
	if got := path(source); len(got) != 1 || !slices.Equal(source.First, []int{0}) {
		t.Errorf("the path of the first team is %v, said first by %v", got, source.First)
	}
}

// Who leaves and who is replaced is gone, and a newcomer begins. A norm that is emptied ceases.
func TestGone(t *testing.T) {
	m := chain(t)
	r := observed(t, m, map[int]func(){
		2: func() { m.Leave(0); m.Replace(1) },
		8: func() { m.Norm(0, 2).Set(3, 0) },
	})
	var got []string
	for _, e := range r.Events() {
		if e.Kind == lineage.Gone || e.Kind == lineage.Ceased || e.Kind == lineage.Began {
			got = append(got, fmt.Sprint(e.Tick, " ", e.Kind, " ", e.Person))
		}
	}
	want := []string{"0 began 0", "2 gone 0", "2 gone 1", "8 ceased -1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	n, _ := r.Norm(lineage.Place{Unit: 2}, 1)
	if n.Stands || n.Since != 3 {
		t.Errorf("%+v, want a norm from tick 3 on that no longer stands", n)
	}
}

// A dimension that is not there and a tick that was missed are bugs.
func TestObservePanics(t *testing.T) {
	for want, observe := range map[string]func(m *sim.Model){
		"dimension 64, want 0 to 63": func(m *sim.Model) { lineage.New(64).Observe(m, 0) },
		"tick 2 after tick -1":       func(m *sim.Model) { lineage.New(0).Observe(m, 2) },
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
					t.Errorf("%s, want %s", got, want)
				}
			}()
			observe(chain(t))
		}()
	}
}

// Of two units from which he can have it, the path goes through that in which it was objective
// first. Person 5 comes at tick 2, when it is the norm of unit 1 since tick 1 and of unit 0 since
// tick 2, and carries it to unit 2.
func TestPathThroughTheEarliest(t *testing.T) {
	m := teams(t, []int32{1, 2, 5}, []int32{0, 1, 5}, []int32{5, 6})
	m.Leave(5)
	r := observed(t, m, map[int]func(){2: func() { m.Replace(5) }})
	n, ok := r.Norm(lineage.Place{Unit: 2}, 1)
	if got := fmt.Sprint(path(n), n.First, n.Since); !ok || got != "[{0 1} {0 2}] [5] 4" {
		t.Errorf("%s, want from unit 1 by person 5 at tick 4", got)
	}
}

// A line begins where as many makers have it from elsewhere as from a unit. Person 1 has it from
// unit 0; persons 5 and 6 are told it by nobody.
func TestPathBegins(t *testing.T) {
	for _, c := range []struct {
		unit []int32
		told []int
		want string
	}{
		{[]int32{1, 2, 5}, []int{5}, "[{0 0} {0 1}] [1 2 5]"},
		{[]int32{1, 5, 6}, []int{5, 6}, "[{0 1}] [1 5 6]"},
		{[]int32{1, 5}, []int{5}, "[{0 1}] [1 5]"},
	} {
		m := teams(t, []int32{0, 1, 2}, c.unit)
		r := observed(t, m, map[int]func(){1: func() {
			for _, p := range c.told {
				m.Beliefs(p).Set(3, 1)
			}
		}})
		n, _ := r.Norm(lineage.Place{Unit: 1}, 1)
		if got := fmt.Sprint(path(n), n.Makers); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// The path goes through the unit from which most makers have it. The norm of unit 2 is emptied at
// tick 3, and made again by person 4, who has it from unit 0, and by 2 and 3, who have it from
// unit 1.
func TestPathOfMost(t *testing.T) {
	m := teams(t, []int32{0, 1, 4}, []int32{1, 2, 3}, []int32{4, 2, 3})
	r := observed(t, m, map[int]func(){3: func() { m.Norm(0, 2).Set(3, 0) }})
	n, _ := r.Norm(lineage.Place{Unit: 2}, 1)
	if got := fmt.Sprint(path(n), n.Makers, n.Since); got != "[{0 0} {0 1} {0 2}] [2 3 4] 4" {
		t.Errorf("%s, want through units 0 and 1 at tick 4", got)
	}
}

// path is the places of a line.
func path(n lineage.Norm) (all []lineage.Place) {
	for _, e := range n.Line() {
		all = append(all, e.Place)
	}
	return all
}
