package whatif_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/whatif"
)

// small are setups of every kind: one seat and two, circles, a tree, turnover and reshuffling.
func small() []sim.Scenario {
	on := setups.Default()
	on.People, on.Dimensions, on.Seen, on.Ticks = 30, 64, 16, 12
	few := on
	few.Dimensions, few.Block, few.Seen = 32, 1, 0 // may run as lanes
	busy := setups.Communities{On: &on}.Scenario()
	busy.Name = "busy"
	busy.Events = []sim.Event{sim.Turnover{Rate: .1}, sim.Turbulence{Rate: .05},
		sim.Reshuffle{Channel: setups.Channel, Every: 3}}
	return []sim.Scenario{
		setups.Communities{On: &on}.Scenario(),
		setups.Brokered{On: &on}.Scenario(),
		setups.Hierarchy{On: &on}.Scenario(),
		setups.Matrix{On: &on}.Scenario(),
		setups.Isolated{On: &few}.Scenario(),
		on.Scenario("circles",
			network.Circles{Of: network.WattsStrogatz{Neighbours: 4, Rewire: .1}}),
		on.Scenario("lasting", network.Circles{Of: network.WattsStrogatz{Neighbours: 4, Rewire: .1},
			Lasting: true}),
		busy,
	}
}

// state is all that a model shows at a tick.
func state(m *sim.Model) string {
	var b bytes.Buffer
	for p := range m.People() {
		fmt.Fprintln(&b, m.Beliefs(p), m.Vacant(p), m.Joined(p))
	}
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			fmt.Fprintln(&b, m.Norm(c, u))
		}
		for u := range m.Units(c).Len() {
			fmt.Fprintln(&b, m.Units(c).Voices(u))
		}
		fmt.Fprintln(&b, m.Flow(c))
	}
	return b.String()
}

// nothing changes nothing. swapped puts the units of a channel in place of themselves.
var nothing = whatif.Func(func(*sim.Model) error { return nil })

var swapped = whatif.Func(func(m *sim.Model) error {
	return m.Rearrange(setups.Channel, m.Units(0).Clone(true), nil)
})

// states runs an experiment, and returns the state at each tick of each scenario and replicate.
func states(t *testing.T, workers int, scenarios ...sim.Scenario) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, s := range scenarios {
		for r := range 3 {
			all[fmt.Sprint(s.Name, r)] = make([]string, s.Ticks+1)
		}
	}
	e := sim.Experiment{Scenarios: scenarios, Replicates: 3, Seed: 7, Workers: workers}
	err := e.Run(context.Background(), func(s, r int) sim.Observer {
		ticks := all[fmt.Sprint(scenarios[s].Name, r)]
		return func(m *sim.Model, tick int) { ticks[tick] = state(m) }
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A branch without a change is the run without a branch, to the last bit: in every kind of setup,
// at the first tick, in the middle and at the last, with any number of workers.
func TestNoChangeIsTheRun(t *testing.T) {
	for _, s := range small() {
		want := states(t, 1, s)
		for _, tick := range []int{0, 6, s.Ticks} {
			for i, c := range []whatif.Change{nothing, swapped} {
				if s.Name == "circles" && i == 1 {
					continue // implicit circles have no lists to put back
				}
				changed := whatif.Scenario(s, s.Name, tick, c)
				for _, workers := range []int{1, 2, 7} {
					got := states(t, workers, changed)
					for run, ticks := range want {
						if !slices.Equal(got[run], ticks) {
							t.Errorf("%s, change %d at tick %d, %d workers, run %s: differs",
								s.Name, i, tick, workers, run)
						}
					}
				}
			}
		}
	}
}

func built(t *testing.T, s sim.Scenario, ticks int) *sim.Model {
	t.Helper()
	m, err := sim.New(s, 7, 0)
	if err != nil {
		t.Fatal(err)
	}
	for range ticks {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// changesOf are changes that suit a scenario.
func changesOf(s sim.Scenario) []whatif.Change {
	c := setups.Channel
	all := []whatif.Change{
		whatif.Remove{People: []int{3, 5}},
		whatif.Remove{People: []int{3}, Successors: true},
		whatif.Remove{People: []int{3}, Successors: true, Handover: .5},
	}
	if strings.HasPrefix(s.Name, "circles") || strings.HasPrefix(s.Name, "lasting") {
		return append(all, whatif.Tie{Channel: c, From: 0, To: 15})
	}
	return append(all, whatif.Merge{Channel: c, A: 0, B: 2}, whatif.Split{Channel: c, Unit: 1},
		whatif.Join{Channel: c, People: []int{29}, Unit: 0}, whatif.Rotate{Channel: c},
		whatif.Community{Channel: c, People: []int32{1, 9, 17, 25}})
}

// The event of a scenario and a branch of a model make the same run. It differs from the run
// without the change after the tick of the change, and not before.
func TestScenarioIsTheBranch(t *testing.T) {
	for _, s := range small() {
		without := states(t, 2, s)[s.Name+"0"]
		for _, c := range changesOf(s) {
			for _, tick := range []int{0, 4} {
				if r, ok := c.(whatif.Remove); ok && r.Successors && tick == 0 {
					continue // a newcomer of tick 0 is the founder again
				}
				got := states(t, 2, whatif.Scenario(s, s.Name, tick, c))[s.Name+"0"]
				if !slices.Equal(got[:tick], without[:tick]) || slices.Equal(got, without) {
					t.Errorf("%s: %T at tick %d: differs before it, or never", s.Name, c, tick)
				}
				m := built(t, s, tick)
				branch, err := whatif.Branch(m, c)
				if err != nil {
					t.Fatal(err)
				}
				for ; ; branch.Step() {
					if state(branch) != got[branch.Tick()] {
						t.Errorf("%s: %T at tick %d: the branch differs at tick %d", s.Name, c,
							tick, branch.Tick())
					}
					if branch.Done() {
						break
					}
				}
				for !m.Done() {
					m.Step()
				}
				if state(m) != without[s.Ticks] {
					t.Errorf("%s: %T changes the model that was branched", s.Name, c)
				}
			}
		}
	}
}

// A successor after a full handover believes all that his predecessor believed; after none, what
// any newcomer believes.
func TestHandover(t *testing.T) {
	m := built(t, small()[0], 5)
	knew := m.Beliefs(3).Clone()
	for _, rate := range []float64{0, 1} {
		b, err := whatif.Branch(m, whatif.Remove{People: []int{3}, Successors: true,
			Handover: rate})
		if err != nil {
			t.Fatal(err)
		}
		kept := b.Beliefs(3).Agreement(knew)
		if full := kept == knew.Known(); full != (rate == 1) || b.Joined(3) != 5 {
			t.Errorf("handover %v: %d of %d beliefs kept, joined at %d", rate, kept, knew.Known(),
				b.Joined(3))
		}
	}
}

// units are teams of given people, with a body of beliefs as their norm.
func units(t *testing.T, people int, teams ...[]int32) *sim.Model {
	t.Helper()
	var all []network.Membership
	for _, team := range teams {
		var u network.Membership
		for _, p := range team {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
		}
		all = append(all, u)
	}
	on := setups.Default()
	on.People, on.Ticks = people, 3
	m := built(t, on.Scenario("teams", network.Explicit{Units: all}), 0)
	for u := range teams {
		m.Norm(0, u)[0] = agents.Word{Yes: uint64(u + 1)}
	}
	return m
}

// shown is who is in the units, and the norm of each.
func shown(m *sim.Model) (text string) {
	u := m.Units(0)
	for k := range u.Len() {
		text += fmt.Sprintf("%v%v%d;", u.Voices(k), u.Audience(k), m.Norm(0, k)[0].Yes)
	}
	return text
}

// What each change makes of units, by hand. The norms are 1, 2 and 3.
func TestUnitsByHand(t *testing.T) {
	for _, c := range []struct {
		change whatif.Change
		want   string
	}{
		{whatif.Merge{Channel: "work", A: 0, B: 2}, "[][]0;[2 3][2 3]2;[4 5 6 0 1][0 1 4 5 6]3;"},
		{whatif.Merge{Channel: "work", A: 1, B: 0}, "[][]0;[2 3 0 1][0 1 2 3]2;[4 5 6][4 5 6]3;"},
		{whatif.Split{Channel: "work", Unit: 2, Second: []int32{5}},
			"[0 1][0 1]1;[2 3][2 3]2;[4 6][4 6]3;[5][5]3;"},
		{whatif.Join{Channel: "work", People: []int{0}, Unit: 1},
			"[0 1][0 1]1;[2 3 0][2 3 0]2;[4 5 6][4 5 6]3;"},
		{whatif.Community{Channel: "work", People: []int32{1, 4}},
			"[0 1][0 1]1;[2 3][2 3]2;[4 5 6][4 5 6]3;[1 4][1 4]0;"},
	} {
		b, err := whatif.Branch(units(t, 7, []int32{0, 1}, []int32{2, 3}, []int32{4, 5, 6}),
			c.change)
		if err != nil {
			t.Fatal(err)
		}
		if got := shown(b); got != c.want {
			t.Errorf("%+v:\n%s want\n%s", c.change, got, c.want)
		}
	}
}

// Parents hear what becomes of the units that they heard.
func TestNestedUnits(t *testing.T) {
	on := setups.Default()
	on.People, on.Ticks = 12, 3
	s := on.Scenario("nested", network.Nested{Of: network.Isolated{Size: 3}})
	m := built(t, s, 1)
	top := m.Units(0).Top()
	for _, c := range []struct {
		change whatif.Change
		want   string
	}{
		{whatif.Merge{Channel: setups.Channel, A: 0, B: 2}, "[0 1 3]"},
		{whatif.Split{Channel: setups.Channel, Unit: 1}, fmt.Sprintf("[0 1 2 3 %d]", top+1)},
	} {
		b, err := whatif.Branch(m, c.change)
		if err != nil {
			t.Fatal(err)
		}
		u := b.Units(0)
		for k := range u.Len() {
			if u.IsParent(k) && fmt.Sprint(u.Heard(k)) != c.want {
				t.Errorf("%+v: the top hears %v, want %s", c.change, u.Heard(k), c.want)
			}
		}
	}
}

// What cannot be changed is an error, and the model stays as it is.
func TestRefused(t *testing.T) {
	m := units(t, 7, []int32{0, 1}, []int32{2, 3}, []int32{4, 5, 6}, []int32{6})
	m.Leave(1)
	c := "work"
	for _, r := range []struct {
		change whatif.Change
		want   string
	}{
		{whatif.Remove{}, "whatif: Remove: People is empty"},
		{whatif.Remove{People: []int{7}}, "person 7, want 0 to 6"},
		{whatif.Remove{People: []int{1}}, "the place of person 1 is vacant"},
		{whatif.Remove{People: []int{2, 2}}, "person 2 is there twice"},
		{whatif.Remove{People: []int{2}, Handover: .5}, "Handover is 0.5 without Successors"},
		{whatif.Remove{People: []int{2}, Successors: true, Handover: 2}, "is 2, want 0 to 1"},
		{whatif.Merge{Channel: "play", A: 0, B: 1}, `there is no channel "play"`},
		{whatif.Merge{Channel: c, A: 1, B: 1}, "unit 1 cannot be merged with itself"},
		{whatif.Merge{Channel: c, A: 1, B: 4}, "unit 4, want 0 to 3"},
		{whatif.Split{Channel: c, Unit: 3}, "unit 3 has 1 people, want 2 or more"},
		{whatif.Split{Channel: c, Unit: 2, Second: []int32{}}, "Second has 0 people, want 1 to 2"},
		{whatif.Split{Channel: c, Unit: 2, Second: []int32{0}}, "person 0 is not in it"},
		{whatif.Split{Channel: c, Unit: 2, Second: []int32{4, 4}}, "person 4 is there twice"},
		{whatif.Join{Channel: c, People: []int{4}, Unit: 2},
			"nobody of People is present and not in unit 2 already"},
		{whatif.Join{Channel: c, People: []int{-1}, Unit: 2}, "person -1, want 0 to 6"},
		{whatif.Join{Channel: c, People: []int{0}, Unit: -1}, "unit -1, want 0 to 3"},
		{whatif.Join{Channel: c, People: []int{1}, Unit: 2}, "nobody of People is present"},
		{whatif.Community{Channel: c, People: []int32{3}}, "People has 1 people, want 2 or more"},
		{whatif.Community{Channel: c, People: []int32{3, 3}}, "person 3 is there twice"},
		{whatif.Tie{Channel: c, From: 0, To: 2}, "its units are no circles"},
		{whatif.Ties{Channel: c}, "its units are no circles"},
	} {
		before := state(m)
		err := r.change.Make(m)
		if err == nil || !strings.Contains(err.Error(), r.want) {
			t.Errorf("%+v: %v, want %q", r.change, err, r.want)
		}
		if state(m) != before {
			t.Errorf("%+v: the model is changed", r.change)
		}
	}
}

// The same of ties.
func TestTiesRefused(t *testing.T) {
	s := small()[6]
	m := built(t, s, 0)
	c := setups.Channel
	other, err := network.NewGraph(3, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		change whatif.Change
		want   string
	}{
		{whatif.Tie{Channel: c, From: 2, To: 2}, "person 2 cannot be tied to himself"},
		{whatif.Tie{Channel: c, From: 2, To: 30}, "person 30, want 0 to 29"},
		{whatif.Tie{Channel: c, From: 2, To: int(m.Units(0).Graph().Heard(2)[0])},
			"listens to person"},
		{whatif.Ties{Channel: c}, "Graph is nil"},
		{whatif.Ties{Channel: c, Graph: other}, "30 people, want the 3"},
		{whatif.Merge{Channel: c, A: 0, B: 1}, "change its ties instead"},
		{whatif.Rotate{Channel: c}, "change its ties instead"},
	} {
		if err := r.change.Make(m); err == nil || !strings.Contains(err.Error(), r.want) {
			t.Errorf("%+v: %v, want %q", r.change, err, r.want)
		}
	}
	pairs := s
	pairs.Channels = slices.Clone(s.Channels)
	pairs.Channels[0].Structure = network.Pairs{}
	err = whatif.Merge{Channel: c, A: 0, B: 1}.Make(built(t, pairs, 0))
	if err == nil || !strings.Contains(err.Error(), "changes by itself") {
		t.Error(err)
	}
	late := whatif.Scenario(s, "late", 13, nothing)
	if err := late.Validate(); err == nil || !strings.Contains(err.Error(), "want 0 to 12") {
		t.Error(err)
	}
}

// A tie reaches who listens, then who listens to him, by hand on a line of people.
func TestReach(t *testing.T) {
	var edges []network.Edge
	for p := range int32(9) {
		edges = append(edges, network.Edge{From: p, To: p + 1, Weight: 1})
	}
	g, err := network.NewGraph(10, edges)
	if err != nil {
		t.Fatal(err)
	}
	on := setups.Default()
	on.People, on.Ticks = 10, 3
	m := built(t, on.Scenario("line", network.Circles{Of: network.Given{Network: g},
		Lasting: true}), 1)
	b, err := whatif.Branch(m, whatif.Tie{Channel: setups.Channel, From: 3, To: 9})
	if err != nil {
		t.Fatal(err)
	}
	if got := whatif.Reach(m, b); !slices.Equal(got, []int{1, 2, 3, 4}) {
		t.Errorf("%v, want 3, then 2, 1 and 0 too", got)
	}
	if got := whatif.Reach(m, b, 3); !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("%v without person 3", got)
	}
	b, err = whatif.Branch(m, whatif.Remove{People: []int{9}})
	if err != nil {
		t.Fatal(err)
	}
	if got := whatif.Reach(m, b, 9); got[0] != 1 || got[len(got)-1] != 9 {
		t.Errorf("%v, want 8 at first, and at last all", got)
	}
	if got := whatif.Reach(m, m.Clone()); !slices.Equal(got, []int{0}) {
		t.Errorf("%v without a change, want 0", got)
	}
}

// A tie is added and all else stays: implicit circles stay implicit, lasting ones keep their norms.
func TestTieKeepsCircles(t *testing.T) {
	for _, s := range small()[5:7] {
		m := built(t, s, 3)
		b, err := whatif.Branch(m, whatif.Tie{Channel: setups.Channel, From: 0, To: 15})
		if err != nil {
			t.Fatal(err)
		}
		was, is := m.Units(0), b.Units(0)
		if (was.Circles() == nil) != (is.Circles() == nil) || !is.Graph().Has(0, 15) ||
			is.Graph().Has(15, 0) || is.Graph().EdgeCount() != was.Graph().EdgeCount()+1 {
			t.Errorf("%s: the circles are others", s.Name)
		}
		for u := range m.Norms(0) {
			if !b.Norm(0, u).Equal(m.Norm(0, u)) {
				t.Errorf("%s: norm %d is another", s.Name, u)
			}
		}
	}
}

// Of several people one joins who is not in the unit. Each of them does in some runs.
func TestJoinDraws(t *testing.T) {
	joined := map[int32]int{}
	on := setups.Default()
	on.People, on.Ticks = 12, 3
	for r := range uint64(200) {
		m, err := sim.New(setups.Isolated{On: &on, Size: 4}.Scenario(), 7, r)
		if err != nil {
			t.Fatal(err)
		}
		c := whatif.Join{Channel: setups.Channel, People: []int{0, 4, 5, 8}, Unit: 0}
		if err := c.Make(m); err != nil {
			t.Fatal(err)
		}
		voices := m.Units(0).Voices(0)
		joined[voices[len(voices)-1]]++
	}
	// 200 draws of three: below 40 or above 94 has a chance of 4e-5 (binomial)
	for _, p := range []int32{4, 5, 8} {
		if n := joined[p]; n < 40 || n > 94 || len(joined) != 3 {
			t.Errorf("person %d joins in %d of 200 runs, want about 67: %v", p, n, joined)
		}
	}
}
