package chart

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/network"
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
	treeX, treeY, _ := Tree(parent)
	rings := func(group ...int) ([]float64, []float64) { return Rings(group) }
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
			x, y = Spring(10, n.Edges)
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

// A pair of people has one tie, whether one hears the other or both hear each other.
func TestOrganizationTies(t *testing.T) {
	seat := func(p int32) network.Voice { return network.Voice{Person: p, Weight: 1} }
	u := built(t, network.Explicit{Units: []network.Membership{
		{Voices: []network.Voice{seat(0), seat(1)}}, {Voices: []network.Voice{seat(0), seat(1)}},
		{Voices: []network.Voice{seat(0)}, Audience: []int32{2}},
	}}, 3)
	if got := Organization("", u).Edges; !slices.Equal(got, [][2]int{{0, 1}, {2, 0}}) {
		t.Errorf("the ties are %v, want 0-1 and 2-0", got)
	}
}

func TestOrganizationTooLarge(t *testing.T) {
	n := Organization("large", built(t, network.Organization{}, 5000)) // 25 million ties
	if len(n.Edges) != 0 || n.Note != "The ties are too many to draw." {
		t.Errorf("%d ties are listed, and the note is %q", len(n.Edges), n.Note)
	}
	var b bytes.Buffer
	err := Encode(&b, "svg", Organization("too large", built(t, network.Isolated{Size: 5},
		MaxNodes+5)))
	if err == nil || !strings.Contains(err.Error(), "want at most 20000") {
		t.Errorf("the error is %v, want that it is too large", err)
	}
}
