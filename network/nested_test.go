package network_test

import (
	"slices"
	"strings"
	"testing"

	"orglearn/network"
)

// Seven teams under parents of three or more make two parents, of four and three children, and a
// top unit. Nobody has a seat in a parent.
func TestNested(t *testing.T) {
	u := mustBuild(t, network.Nested{Of: network.Isolated{Size: 2}, Fan: 3}, 14, 1)
	for k, want := range [][]int32{7: {0, 1, 2, 3}, 8: {4, 5, 6}, 9: {7, 8}} {
		if !slices.Equal(u.Heard(k), want) {
			t.Errorf("unit %d hears %v, want %v", k, u.Heard(k), want)
		}
	}
	if got := u.Levels(); !slices.Equal(got, []int{0, 0, 0, 0, 0, 0, 0, 1, 1, 2}) {
		t.Errorf("the levels are %v", got)
	}
	if got := u.Parents(); !slices.Equal(got, []int{7, 7, 7, 7, 8, 8, 8, 9, 9, -1}) {
		t.Errorf("the parents are %v", got)
	}
	if u.Len() != 10 || u.Top() != 9 {
		t.Errorf("%d units, the top is %d, want 10 and 9", u.Len(), u.Top())
	}
	for k := 7; k < 10; k++ {
		if len(u.Voices(k))+len(u.Audience(k)) > 0 || !u.IsParent(k) {
			t.Errorf("unit %d is %+v, want a parent without people", k, u.Membership(k))
		}
	}
}

// With Down levels, parents and top are the same, and a child hears its parent: as a leader if it
// leads.
func TestNestedDown(t *testing.T) {
	for _, leads := range []bool{false, true} {
		of := network.Nested{Of: network.Isolated{Size: 2}, Fan: 2}
		plain := mustBuild(t, of, 16, 1)
		of.Down, of.Leads = true, leads
		u := mustBuild(t, of, 16, 1)
		if !slices.Equal(u.Levels(), plain.Levels()) ||
			!slices.Equal(u.Parents(), plain.Parents()) || u.Top() != plain.Top() {
			t.Errorf("levels %v, parents %v, top %d; without Down %v, %v, %d", u.Levels(),
				u.Parents(), u.Top(), plain.Levels(), plain.Parents(), plain.Top())
		}
		for k, parent := range u.Parents() {
			if parent < 0 {
				continue
			}
			heard, ranks := u.Heard(k), u.HeardRanks(k)
			if heard[len(heard)-1] != int32(parent) || len(heard) != len(plain.Heard(k))+1 {
				t.Errorf("unit %d hears %v, want its parent %d last", k, heard, parent)
			}
			if led := ranks != nil && ranks[len(ranks)-1] == network.Leader; led != leads {
				t.Errorf("the parent of %d leads: %v, want %v", k, led, leads)
			}
			if slices.Contains(ranks[:max(len(ranks)-1, 0)], network.Leader) {
				t.Errorf("a child of unit %d leads it: %v", k, ranks)
			}
		}
	}
}

// With a Fan of 0, or of more than half the units, one top unit hears all; also where there is but
// one unit.
func TestNestedTopOnly(t *testing.T) {
	for _, c := range []struct{ size, fan, units int }{{5, 0, 12}, {5, 7, 12}, {60, 0, 1},
		{60, 2, 1}} {
		u := mustBuild(t, network.Nested{Of: network.Isolated{Size: c.size}, Fan: c.fan}, 60, 1)
		if u.Len() != c.units+1 || u.Top() != c.units || len(u.Heard(c.units)) != c.units {
			t.Errorf("teams of %d under %d: %d units, top %d", c.size, c.fan, u.Len(), u.Top())
		}
	}
}

// Without parents every unit has level 0 and no parent. The only unit of all is the top.
func TestLevelsWithoutParents(t *testing.T) {
	for _, c := range []struct {
		s   network.Structure
		top int
	}{
		{network.Isolated{Size: 5}, -1}, {network.Organization{}, 0},
		{network.Circles{Of: network.Line{}}, -1},
		{network.Explicit{Units: []network.Membership{
			{Heard: []int32{1}}, {Heard: []int32{0}}, // parents of nobody but each other
		}}, -1},
	} {
		u := mustBuild(t, c.s, 60, 1)
		for k, level := range u.Levels() {
			if level != 0 || u.Parents()[k] != -1 {
				t.Errorf("%T: unit %d has level %d and parent %d", c.s, k, level, u.Parents()[k])
			}
		}
		if u.Top() != c.top {
			t.Errorf("%T: the top is %d, want %d", c.s, u.Top(), c.top)
		}
	}
	two := network.Explicit{Units: []network.Membership{given(0), {Heard: []int32{0}},
		{Heard: []int32{0}}}}
	if u := mustBuild(t, two, 1, 1); u.Top() != -1 || u.Parents()[0] != 1 {
		t.Errorf("of two tops, the top is %d and the first parent %d", u.Top(), u.Parents()[0])
	}
}

// The contact of a nested organization is that of Of: parents are no people. They are norms.
func TestNestedBudget(t *testing.T) {
	for _, of := range []network.Structure{network.Isolated{Size: 7}, network.Hierarchy{Span: 4},
		network.Communities{Team: 5, Size: 6}} {
		a := mustBuild(t, of, 60, 1).Budget()
		b := mustBuild(t, network.Nested{Of: of, Fan: 3, Down: true}, 60, 1).Budget()
		if b.Units <= a.Units || b.Norms != b.Units {
			t.Errorf("%T: %d units and %d norms, of %d", of, b.Units, b.Norms, a.Units)
		}
		b.Units, b.Norms = a.Units, a.Norms
		if a != b {
			t.Errorf("%T: nested %+v, want %+v", of, b, a)
		}
	}
}

// Controls keep the nesting: members move between the units of people only.
func TestNestingIsKept(t *testing.T) {
	of := network.Nested{Of: network.Communities{Team: 5, Size: 5}, Fan: 4, Down: true, Leads: true}
	u := mustBuild(t, of, 60, 1)
	reshuffled := u.Clone(false)
	if err := reshuffled.Reshuffle(chance(2)); err != nil {
		t.Fatal(err)
	}
	set := new(network.Units)
	set.Set(u)
	set.RotateLeaders(chance(2))
	for what, v := range map[string]*network.Units{
		"randomized": mustBuild(t, network.Randomized{Of: of}, 60, 1),
		"connected":  mustBuild(t, network.Randomized{Of: of, Connected: true}, 60, 1),
		"reshuffled": reshuffled, "led by others": set,
	} {
		for k := range u.Len() {
			if !slices.Equal(u.Heard(k), v.Heard(k)) ||
				!slices.Equal(u.HeardRanks(k), v.HeardRanks(k)) {
				t.Errorf("%s: unit %d hears %v, want %v", what, k, v.Heard(k), u.Heard(k))
			}
		}
		if what != "led by others" && slices.Equal(u.Voices(0), v.Voices(0)) {
			t.Errorf("%s: nobody has moved", what)
		}
	}
}

// Every unit has one leader. Who leads alone stays, as a manager does; a linked leader sits in as
// many units as anybody in the unit.
func TestLed(t *testing.T) {
	managers := mustBuild(t, network.Led{Of: network.Hierarchy{Span: 4}, Linked: true}, 60, 1)
	for k := range managers.Len() {
		if !slices.Equal(leaders(managers, k), []int32{int32(k)}) {
			t.Errorf("unit %d of a hierarchy is led by %v", k, leaders(managers, k))
		}
	}
	for _, linked := range []bool{false, true} {
		drawn := map[int32]bool{}
		for seed := range uint64(20) {
			u := mustBuild(t, network.Led{Of: network.Brokered{Team: 5, Size: 5, Share: .25},
				Linked: linked}, 60, seed)
			for k := range u.Len() {
				lead := leaders(u, k)
				if len(lead) != 1 {
					t.Fatalf("unit %d is led by %v", k, lead)
				}
				if k == 0 {
					drawn[lead[0]] = true
				}
				for _, p := range u.Voices(k) {
					if linked && len(u.Of(int(p))) > len(u.Of(int(lead[0]))) {
						t.Errorf("unit %d is led by %d, and %d has more seats", k, lead[0], p)
					}
				}
			}
		}
		if len(drawn) != 5 {
			t.Errorf("in 20 draws %d of 5 people lead the first unit", len(drawn))
		}
	}
	both := []network.Voice{{Person: 0, Rank: network.Leader, Weight: 1},
		{Person: 1, Rank: network.Leader, Weight: 1}}
	two := network.Explicit{Units: []network.Membership{{Voices: both}, {Audience: []int32{1}}}}
	u := mustBuild(t, network.Led{Of: two}, 2, 1)
	if len(leaders(u, 0)) != 1 || len(leaders(u, 1)) != 0 {
		t.Errorf("the units are led by %v and %v, want one and nobody", leaders(u, 0),
			leaders(u, 1))
	}
}

func leaders(u *network.Units, k int) (all []int32) {
	for i, rank := range u.Ranks(k) {
		if rank == network.Leader {
			all = append(all, u.Voices(k)[i])
		}
	}
	return all
}

// Around puts a structure into the wrappers of another.
func TestAround(t *testing.T) {
	inner := network.Organization{}
	for _, c := range []struct{ of, want network.Structure }{
		{network.Isolated{Size: 2}, inner},
		{network.Nested{Of: network.Isolated{Size: 2}, Fan: 3}, network.Nested{Of: inner, Fan: 3}},
		{network.Nested{Of: network.Led{Of: network.Isolated{Size: 2}, Linked: true}},
			network.Nested{Of: network.Led{Of: inner, Linked: true}}},
		{network.Headed{Of: network.Isolated{Size: 2}, Down: true},
			network.Headed{Of: inner, Down: true}},
	} {
		if got := network.Around(c.of, inner); got != c.want {
			t.Errorf("around %T: %+v, want %+v", c.of, got, c.want)
		}
	}
}

// A wrong wrapper names itself, its value and what is wanted.
func TestWrapperErrors(t *testing.T) {
	circles, teams := network.Circles{Of: network.Line{}}, network.Isolated{Size: 2}
	for _, c := range []struct {
		s    network.Structure
		want string
	}{
		{network.Nested{}, "network: Nested.Of is nil, want a structure"},
		{network.Led{}, "network: Led.Of is nil, want a structure"},
		{network.Nested{Of: teams, Fan: 1}, "network: Nested.Fan is 1, want 2 or more, or 0 (all)"},
		{network.Nested{Of: teams, Fan: -2},
			"network: Nested.Fan is -2, want 2 or more, or 0 (all)"},
		{network.Nested{Of: teams, Leads: true},
			"network: Nested.Leads is set without Nested.Down"},
		{network.Nested{Of: network.Pairs{}},
			"network: Nested.Of is network.Pairs, want a structure that does not change by itself"},
		{network.Led{Of: network.Pairs{}}, "network: Led.Of is network.Pairs, want a structure"},
		{network.Nested{Of: circles},
			"network: Nested.Of is network.Circles, which gives no units but circles"},
		{network.Led{Of: circles}, "network: Led.Of is network.Circles, which gives no units"},
		{network.Nested{Of: network.Explicit{}},
			"network: Nested.Of is network.Explicit, which gives no units"},
		{network.Nested{Of: network.Nested{Of: teams}},
			"network: Nested.Of is network.Nested, whose unit 30 is a parent already"},
		{network.Nested{Of: network.Isolated{Size: 99}}, "Isolated.Size is 99, want 1 to 60"},
		{network.Led{Of: network.Isolated{}}, "Isolated.Size is 0, want at least 1"},
		{network.Explicit{Units: []network.Membership{given(0), {Heard: []int32{0},
			HeardRanks: []network.Rank{1, 1}}}}, "network: unit 1 has 2 HeardRanks, want 1"},
	} {
		if _, err := c.s.Build(60, chance(1)); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	for _, s := range []interface{ Fits(_, people int) error }{
		network.Nested{Of: network.Isolated{Size: 99}}, network.Led{Of: network.Isolated{Size: 99}},
		network.Led{}, network.Nested{},
	} {
		if s.Fits(0, 60) == nil {
			t.Errorf("%+v fits 60 people", s)
		}
	}
}

// With Formal the teams have a parent, and the communities across them have none.
func TestFormalUnitsOnly(t *testing.T) {
	of := network.Communities{Team: 5, Size: 5}
	u := mustBuild(t, network.Nested{Of: of, Formal: true}, 50, 1)
	if u.Len() != 21 || u.Top() != 20 || len(u.Heard(20)) != 10 {
		t.Fatalf("%d units, top %d hears %v; want 21, 20, the 10 teams", u.Len(), u.Top(),
			u.Heard(20))
	}
	for k, parent := range u.Parents() {
		if want := 20; k >= 10 && parent != -1 || k < 10 && parent != want {
			t.Errorf("unit %d has parent %d", k, parent)
		}
	}
	alone := network.Communities{Team: 5, Size: 5, Alone: true}
	if _, err := (network.Nested{Of: alone, Formal: true}).Build(50, chance(1)); err == nil {
		t.Error("communities without teams have a formal top")
	}
}
