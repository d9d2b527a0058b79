package networktest

import (
	"errors"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/network"
)

func TestGeneratorsConform(t *testing.T) {
	for _, g := range []network.Generator{
		network.Complete{}, network.RingLattice{Neighbours: 4}, network.DirectedRing{Ahead: 2},
		network.Line{}, network.Star{},
		network.Tree{Span: 3}, network.Gnp{P: 0.1}, network.Gnm{Edges: 50},
		network.WattsStrogatz{Neighbours: 4, Rewire: 0.2},
		network.Caveman{Size: 5}, network.ConnectedCaveman{Size: 5},
	} {
		Generator(t, g, 20, 60)
	}
}

func TestGraphsWithTiesConform(t *testing.T) {
	g, err := network.NewGraph(3, []network.Edge{{From: 0, To: 2, Weight: 0.5}, {From: 1, To: 0}})
	if err != nil {
		t.Fatal(err)
	}
	Generator(t, network.Given{Network: g}, 3)
	Structure(t, network.Circles{Of: network.Given{Network: g}, Lasting: true}, 3)
}

// build is a structure that is wrong in some way.
type build func(n int, src network.Source) (*network.Units, error)

func (f build) Build(n int, src network.Source) (*network.Units, error) { return f(n, src) }

// moody is a structure that rewires wrongly.
type moody struct {
	network.Structure
	rewire func(u *network.Units, tick int, src network.Source)
}

func (s moody) Rewire(u *network.Units, tick int, src network.Source) { s.rewire(u, tick, src) }

func rebuild(s network.Structure, u *network.Units, n int, src network.Source) {
	v, err := s.Build(n, src)
	if err != nil {
		panic(err)
	}
	u.Set(v)
}

func TestFaultsAreFound(t *testing.T) {
	teams := network.Isolated{Size: 3}
	var calls atomic.Int64
	for want, s := range map[string]network.Structure{
		"on strike": build(func(int, network.Source) (*network.Units, error) {
			return nil, errors.New("on strike")
		}),
		"the units are nil": build(func(int, network.Source) (*network.Units, error) {
			return nil, nil
		}),
		"have 13 people": build(func(n int, src network.Source) (*network.Units, error) {
			return teams.Build(n+1, src)
		}),
		"with the same chance": build(func(n int, _ network.Source) (*network.Units, error) {
			return network.Pairs{}.Build(n, source(rand.Uint64(), 0))
		}),
		"at tick 1: 6 units of 12 people, and 4": moody{teams,
			func(u *network.Units, _ int, src network.Source) {
				rebuild(network.Isolated{Size: 3 - int(calls.Add(1)%2)}, u, 12, src)
			}},
		"at tick 1: 6 units, want the 4": moody{teams,
			func(u *network.Units, _ int, src network.Source) {
				rebuild(network.Isolated{Size: 2}, u, 12, src)
			}},
		"at tick 3: a unit has 9 voices": moody{teams, func(u *network.Units, tick int,
			src network.Source) {
			if tick == 3 {
				rebuild(network.Teams{Of: []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3}}, u, 12, src)
			}
		}},
		"at tick 1: the units have 5 people": moody{teams,
			func(u *network.Units, _ int, src network.Source) {
				rebuild(network.Organization{}, u, 5, src)
			}},
	} {
		if err := checkStructure(s, 12, 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error that says %q", err, want)
		}
	}
}

func TestFaultyGeneratorsAreFound(t *testing.T) {
	for want, f := range map[string]network.GeneratorFunc{
		"on strike": func(int, network.Source) (*network.Graph, error) {
			return nil, errors.New("on strike")
		},
		"the graph is nil": func(int, network.Source) (*network.Graph, error) { return nil, nil },
		"has 11 people": func(n int, src network.Source) (*network.Graph, error) {
			return network.Star{}.Graph(n-1, src)
		},
		"with the same chance": func(n int, _ network.Source) (*network.Graph, error) {
			return network.Gnm{Edges: 9}.Graph(n, source(rand.Uint64(), 0))
		},
	} {
		if err := checkGenerator(f, 12, 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error that says %q", err, want)
		}
	}
}

// The checks, applied to lists that network.NewUnits cannot build.
func TestListsAreChecked(t *testing.T) {
	met := make([]int, 3)
	for want, err := range map[string]error{
		"person 3, want 0 to 2":      checkDistinct([]int32{0, 3}, met, 1),
		"person -1":                  checkDistinct([]int32{-1}, met, 2),
		"person 2 is there twice":    checkDistinct([]int32{2, 1, 2}, met, 3),
		"2 ties to 3 voices":         checkTies([]float32{1, 1}, 3),
		"a tie is -1, want a finite": checkTies([]float32{1, -1}, 2),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error that says %q", err, want)
		}
	}
	if err := checkDistinct([]int32{2, 0}, met, 4); err != nil {
		t.Error(err)
	}
}
