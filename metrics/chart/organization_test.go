package chart

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/network"
	"orglearn/network/layout"
)

func built(t *testing.T, s network.Structure, n int) *network.Units {
	t.Helper()
	u, err := s.Build(n, rand.New(rand.NewPCG(1, 2)))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// Each organization has its layout.
func TestOrganizationLayouts(t *testing.T) {
	parent := []int{-1, 0, 0, 0, 1, 1, 1, 2, 2, 2}
	treeX, treeY, _ := layout.Tree(parent)
	rings := func(group ...int) ([]float64, []float64) { return layout.Rings(group) }
	teamsX, teamsY := rings(0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
	oneX, oneY := rings(make([]int, 10)...)
	for _, c := range []struct {
		name      string
		structure network.Structure
		x, y      []float64 // nil: by springs
		fill      bool
	}{
		{"a hierarchy is a tree", network.Hierarchy{Span: 3}, treeX, treeY, true},
		{"teams are rings", network.Isolated{Size: 5}, teamsX, teamsY, false},
		{"communities are drawn by their teams", network.Communities{Team: 2, Size: 5}, nil,
			nil, false},
		{"one unit is a ring", network.Organization{}, oneX, oneY, false},
		{"circles are a graph", network.Circles{Of: network.RingLattice{Neighbours: 2}}, nil,
			nil, false},
		{"lasting circles are a graph", network.Circles{Of: network.RingLattice{Neighbours: 2},
			Lasting: true}, nil, nil, false},
		{"pairs are a graph", network.Pairs{}, nil, nil, false},
		{"somebody without a seat",
			network.Explicit{Units: []network.Membership{{Voices: []network.Voice{{Person: 3,
				Weight: 1}},
				Audience: []int32{4}}}}, nil, nil, false},
	} {
		u := built(t, c.structure, 10)
		n := Organization(c.name, u)
		x, y := c.x, c.y
		if x == nil {
			x, y = layout.Spring(10, n.Edges)
		}
		if c.name == "communities are drawn by their teams" {
			x, y = rings(0, 0, 1, 1, 2, 2, 3, 3, 4, 4)
		}
		if !slices.Equal(n.X, x) || !slices.Equal(n.Y, y) || n.Fill != c.fill ||
			n.Title != c.name || n.Nodes != 10 {
			t.Errorf("%s: it is drawn otherwise: %+v", c.name, n)
		}
		drawn(t, n)
	}
}

// Where a person has two superiors there is no tree.
func TestOrganizationOfTwoSuperiors(t *testing.T) {
	lead := func(leader, member int32) network.Membership {
		return network.Membership{Voices: []network.Voice{{Person: leader, Rank: network.Leader,
			Weight: 1},
			{Person: member, Weight: 1}}}
	}
	u := built(t, network.Explicit{Units: []network.Membership{lead(0, 2), lead(1, 2)}}, 3)
	if n := Organization("two superiors", u); n.Fill {
		t.Errorf("it is drawn as a tree: %+v", n)
	}
	round := built(t, network.Explicit{Units: []network.Membership{lead(0, 1), lead(1, 0)}}, 2)
	if n := Organization("each other's superiors", round); n.Fill {
		t.Errorf("it is drawn as a tree: %+v", n)
	}
}

// A pair is one tie, whoever hears whom, and an arrow where only one hears the other.
func TestOrganizationTies(t *testing.T) {
	seat := func(p int32) network.Voice { return network.Voice{Person: p, Weight: 1} }
	both := []network.Voice{seat(0), seat(1)}
	u := built(t, network.Explicit{Units: []network.Membership{
		{Voices: both}, {Voices: both}, {Voices: []network.Voice{seat(0)}, Audience: []int32{2}},
	}}, 3)
	n := Organization("", u)
	if !slices.Equal(n.Edges, [][2]int{{0, 1}, {2, 0}}) ||
		!slices.Equal(n.Arrows, []bool{false, true}) || !strings.HasPrefix(n.Note, "Arrows point") {
		t.Errorf("the ties are %v, the arrows %v (%s), want 0-1 and an arrow from 2 to 0", n.Edges,
			n.Arrows, n.Note)
	}
	mutual := Organization("", built(t, network.Isolated{Size: 3}, 6))
	if mutual.Arrows != nil || mutual.Note != "" || len(mutual.Edges) != 6 {
		t.Errorf("who hear each other have arrows: %+v", mutual)
	}
}

func TestOrganizationOfManyTies(t *testing.T) {
	n := Organization("large", built(t, network.Organization{}, 5000)) // 25 million ties
	if len(n.Edges) != 0 || n.Note != "The ties are too many to draw." {
		t.Errorf("%d ties are listed, and the note is %q", len(n.Edges), n.Note)
	}
}

// Of people too many to be drawn the units are: sizes, who shares people, and a tree of teams.
func TestOrganizationOfUnits(t *testing.T) {
	tree := ofUnits("tree", built(t, network.Hierarchy{Span: 3}, 12))
	x, y, _ := layout.Tree([]int{-1, 0, 0, 0})
	if !slices.Equal(tree.Size, []float64{4, 4, 4, 3}) ||
		!slices.Equal(tree.Edges, [][2]int{{0, 1}, {0, 2}, {0, 3}}) || !tree.Fill ||
		!slices.Equal(tree.X, x) || !slices.Equal(tree.Y, y) {
		t.Errorf("the hierarchy of four teams is %+v", tree)
	}
	// Two teams of three, three communities of two: each community shares one with each team.
	web := ofUnits("web", built(t, network.Communities{Team: 3, Size: 2}, 6))
	want := [][2]int{{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}}
	if !slices.Equal(web.Edges, want) || web.Fill {
		t.Errorf("communities are %+v, want the ties %v", web, want)
	}
}

func TestLargeOrganizationIsNotEmpty(t *testing.T) {
	const people = MaxNodes + 5
	for _, s := range []network.Structure{
		network.Isolated{Size: 5}, network.Hierarchy{Span: 10}, network.Organization{},
		network.Communities{Team: 100, Size: 50},
	} {
		u := built(t, s, people)
		n := Organization("large", u)
		if marks := discs(actions(n)); marks != u.Len() {
			t.Errorf("%T: %d marks are drawn, want one for each of %d units", s, marks, u.Len())
		}
		if err := Encode(&bytes.Buffer{}, "svg", n); err != nil {
			t.Errorf("%T: %v", s, err)
		}
	}
	circles := network.Circles{Of: network.RingLattice{Neighbours: 2}}
	err := Encode(&bytes.Buffer{}, "svg", Organization("too large", built(t, circles, people)))
	if err == nil || !strings.Contains(err.Error(), "want at most 20000") {
		t.Errorf("the error is %v, want that it is too large", err)
	}
}
