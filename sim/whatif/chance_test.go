package whatif_test

import (
	"fmt"
	"testing"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/whatif"
)

// apart are five teams of six that share nobody: in a channel of teams, and of lasting circles.
func apart(structure network.Structure) sim.Scenario {
	on := setups.Default()
	on.People, on.Ticks = 30, 12
	s := on.Scenario("apart", structure)
	s.Events = []sim.Event{sim.Turnover{Rate: .05}}
	return s
}

// sixes are the teams of apart, and ties in them.
func sixes(t *testing.T) (of []int, ties network.Circles) {
	t.Helper()
	var edges []network.Edge
	for p := range int32(30) {
		of = append(of, int(p)/6)
		for step := int32(1); step <= 2; step++ {
			edges = append(edges, network.Edge{From: p, To: p/6*6 + (p+step)%6, Weight: 1})
		}
	}
	g, err := network.NewGraph(30, edges)
	if err != nil {
		t.Fatal(err)
	}
	return of, network.Circles{Of: network.Given{Network: g}, Lasting: true}
}

// The chance is the same with a change as without, not only up to it. So whom a change cannot reach
// ends with the same beliefs, to the last bit. Here teams share nobody, and a change of the first
// two leaves the people of the others as they were.
func TestOthersKeepTheirChance(t *testing.T) {
	c := setups.Channel
	of, ties := sixes(t)
	teams := network.Teams{Of: of}
	for _, a := range []struct {
		in     network.Structure
		change whatif.Change
	}{
		{teams, whatif.Remove{People: []int{3, 9}}},
		{teams, whatif.Remove{People: []int{3, 9}, Successors: true, Handover: .5}},
		{teams, whatif.Merge{Channel: c, A: 0, B: 1}},
		{teams, whatif.Merge{Channel: c, A: 1, B: 0}},
		{teams, whatif.Split{Channel: c, Unit: 1}},
		{teams, whatif.Join{Channel: c, People: []int{3}, Unit: 1}},
		{teams, whatif.Community{Channel: c, People: []int32{1, 3, 7, 9}}},
		{ties, whatif.Tie{Channel: c, From: 3, To: 6}},
		{network.Circles{Of: ties.Of}, whatif.Tie{Channel: c, From: 3, To: 6}},
		{network.Circles{Of: ties.Of}, whatif.Remove{People: []int{3}}},
	} {
		m := built(t, apart(a.in), 4)
		b, err := whatif.Branch(m, a.change)
		if err != nil {
			t.Fatal(err)
		}
		differ := 0
		for !m.Done() {
			m.Step()
			b.Step()
		}
		for p := range m.People() {
			same := fmt.Sprint(m.Beliefs(p)) == fmt.Sprint(b.Beliefs(p))
			if !same && p >= 12 {
				t.Errorf("%+v: person %d differs, whom the change cannot reach", a.change, p)
			}
			if !same {
				differ++
			}
		}
		if differ == 0 {
			t.Errorf("%+v: nobody differs", a.change)
		}
	}
}
