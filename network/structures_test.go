package network_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/network"
	"orglearn/network/networktest"
)

func chance(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1991)) }

// overlap is a structure whose units have ranks, weights, and audiences that differ from the
// voices.
func overlap(n int) network.Explicit {
	var s network.Explicit
	for k := range n / 5 {
		var unit network.Membership
		for i := range 6 {
			p := int32((5*k + i) % n)
			if i != 2 {
				unit.Voices = append(unit.Voices, network.Voice{Person: p, Rank: network.Rank(i),
					Weight: float32(i) / 2})
			}
			if i != 4 {
				unit.Audience = append(unit.Audience, p)
			}
		}
		s.Units = append(s.Units, unit)
	}
	return s
}

// structures are the built-in structures that work over 60 people.
func structures() map[string]network.Structure {
	ws := network.WattsStrogatz{Neighbours: 4, Rewire: 0.1}
	teams, superiors := make([]int, 60), make([]int32, 60)
	for p := range teams {
		teams[p], superiors[p] = 10*(p%7), int32(p/4)-1
	}
	dealtSizes, dealtSeats := make([]int, 15), make([]int, 60)
	for p := range dealtSeats {
		dealtSeats[p] = 1 + p%2
		dealtSizes[p%15] += 1 + p%2
	}
	return map[string]network.Structure{
		"isolated":     network.Isolated{Size: 7},
		"led teams":    network.Led{Of: network.Isolated{Size: 7}},
		"teams":        network.Teams{Of: teams},
		"organization": network.Organization{},
		"communities":  network.Communities{Team: 5, Size: 6},
		"tight":        network.Communities{Team: 7, Size: 7},
		"periphery":    network.Communities{Team: 5, Size: 6, Periphery: 2},
		"alone":        network.Communities{Team: 5, Size: 6, Periphery: 1, Alone: true},
		"hierarchy":    network.Hierarchy{Span: 4},
		"matrix":       network.Matrix{Span: 4},
		"second":       network.Matrix{Span: 2, Second: 7},
		"brokered":     network.Brokered{Team: 5, Size: 5, Share: .25},
		"joined":       network.Brokered{Team: 5, Size: 5, Share: .25, Connected: true},
		"dealt":        network.Dealt{Sizes: dealtSizes, Seats: dealtSeats},
		"reports":      network.ReportsTo{Superior: superiors},
		"pairs":        network.Pairs{},
		"explicit":     overlap(60),
		"nobody":       network.Explicit{},
		"circles":      network.Circles{Of: ws},
		"lasting":      network.Circles{Of: ws, Lasting: true},
		"nested":       network.Nested{Of: network.Isolated{Size: 5}, Fan: 3},
		"nested, down": network.Nested{Of: network.Communities{Team: 5, Size: 6}, Down: true,
			Leads: true},
		"headed": network.Headed{Of: network.Communities{Team: 5, Size: 6}, Up: .5, Down: true},
		"assigned": network.Assigned{Of: network.Communities{Team: 5, Size: 6, Periphery: 1},
			Share: .5, Department: 20},
		"led":      network.Led{Of: network.Communities{Team: 5, Size: 6}},
		"linked":   network.Led{Of: network.Brokered{Team: 5, Size: 5, Share: .25}, Linked: true},
		"directed": network.Circles{Of: network.DirectedRing{Ahead: 3}, Lasting: true},
	}
}

func TestStructuresConform(t *testing.T) {
	for name, s := range structures() {
		t.Run(name, func(t *testing.T) { networktest.Structure(t, s, 60) })
		t.Run("randomized "+name, func(t *testing.T) {
			networktest.Structure(t, network.Randomized{Of: s}, 60)
			networktest.Structure(t, network.Randomized{Of: network.Randomized{Of: s}}, 60)
		})
	}
}

func TestStructuresConformOverManySizes(t *testing.T) {
	few := []int{1, 2, 3, 4, 5, 10, 101, 1000}
	for _, s := range []network.Structure{
		network.Organization{}, network.Pairs{}, network.Isolated{Size: 1},
		network.Hierarchy{Span: 1}, network.Hierarchy{Span: 6},
		network.Hierarchy{Span: 1 << 30}, network.Communities{Team: 1, Size: 1},
		network.Circles{Of: network.Star{}},
	} {
		networktest.Structure(t, s, few...)
		networktest.Structure(t, network.Randomized{Of: s}, few...)
	}
	for _, s := range []network.Structure{
		network.Isolated{Size: 10}, network.Communities{Team: 10, Size: 10},
		network.Communities{Team: 3, Size: 20, Periphery: 19},
	} {
		networktest.Structure(t, s, 100, 122, 1234)
		networktest.Structure(t, network.Randomized{Of: s}, 100, 122, 1234)
	}
	for _, s := range []network.Structure{
		network.Matrix{Span: 9}, network.Matrix{Span: 1, Second: 1}, network.Matrix{Span: 1 << 30},
		network.Brokered{Team: 10, Size: 9, Share: .4, Connected: true},
		network.Brokered{Team: 3, Size: 20, Share: 1},
	} {
		networktest.Structure(t, s, 100, 122, 1234)
		networktest.Structure(t, network.Randomized{Of: s, Connected: true}, 100, 122)
	}
}

func TestStructureErrors(t *testing.T) {
	for _, c := range []struct {
		s    network.Structure
		n    int
		want string
	}{
		{network.Isolated{}, 100, "network: Isolated.Size is 0, want 1 to 100 (the people)"},
		{network.Isolated{Size: 101}, 100, "network: Isolated.Size is 101, want 1 to 100 (the " +
			"people)"},
		{network.Isolated{Size: 1}, 0, "network: 0 people, want 1 to 2147483647"},
		{network.Organization{}, -1, "network: -1 people, want 1 to 2147483647"},
		{network.Pairs{}, 0, "network: 0 people, want 1 to 2147483647"},
		{network.Explicit{}, 0, "network: 0 people, want 1 to 2147483647"},
		{network.Teams{Of: []int{0, 1}}, 3, "network: Teams.Of has 2 numbers, want 3 (one for " +
			"each person)"},
		{network.Teams{Of: []int{0, -1, 0}}, 3, "network: Teams.Of[1] is -1, want at least 0"},
		{network.Hierarchy{}, 3, "network: Hierarchy.Span is 0, want at least 1"},
		{network.ReportsTo{Superior: []int32{-1}}, 2, "network: ReportsTo.Superior has 1 " +
			"people, want 2"},
		{network.ReportsTo{Superior: []int32{-1, 2}}, 2, "network: ReportsTo.Superior[1] is 2, " +
			"want -1 (a chief) or 0 to 1"},
		{network.ReportsTo{Superior: []int32{-1, 2, 3, 1}}, 4,
			"network: ReportsTo.Superior: person 1 is his own superior, " +
				"directly or through others"},
		{network.ReportsTo{Superior: []int32{1, 1}}, 2,
			"network: ReportsTo.Superior: person 1 is his own superior, " +
				"directly or through others"},
		{network.Communities{Size: 5}, 100, "network: Communities.Team is 0, want 1 to 100 (the " +
			"people)"},
		{network.Communities{Team: 5, Size: 200}, 100, "network: Communities.Size is 200, want " +
			"1 to 100 (the people)"},
		{network.Communities{Team: 5, Size: 4, Periphery: 4}, 100,
			"network: Communities.Periphery is 4, want 0 to 3 (below Communities.Size)"},
		{network.Communities{Team: 10, Size: 20}, 100, "network: Communities.Team 10 and " +
			"Communities.Size 20 do not fit 100 people: " +
			"the largest team has 10 people, each of whom needs another community, " +
			"and there are 5"},
		{network.Matrix{}, 3, "network: Matrix.Span is 0, want at least 1"},
		{network.Matrix{Span: 2, Second: -1}, 3, "network: Matrix.Second is -1, want at least 0"},
		{network.Matrix{Span: 2, Second: 4}, 3,
			"network: Matrix.Second is 4, want 0 (all) to 3 (the people)"},
		{network.Matrix{Span: 1}, 1<<31 - 1, "network: Matrix.Span 1 gives 2147483647 people " +
			"8589934584 places in units, want at most 4294967295"},
		{network.Brokered{Size: 5, Share: .2}, 100, "network: Brokered.Team is 0, want 1 to 100 " +
			"(the people)"},
		{network.Brokered{Team: 5, Share: .2}, 100, "network: Brokered.Size is 0, want at least 1"},
		{network.Brokered{Team: 5, Size: 5, Share: math.NaN()}, 100,
			"network: Brokered.Share is NaN, want above 0 to 1"},
		{network.Brokered{Team: 5, Size: 5}, 100,
			"network: Brokered.Share is 0, want above 0 to 1"},
		{network.Brokered{Team: 5, Size: 5, Share: 1.01}, 100,
			"network: Brokered.Share is 1.01, want above 0 to 1"},
		{network.Brokered{Team: 10, Size: math.MaxInt, Share: 1}, 100,
			fmt.Sprintf("network: Brokered.Size is %d, want 1 to 10 (the teams of 10 among 100 "+
				"people, each of which may have one person in a community)", math.MaxInt)},
		{network.Brokered{Team: 5, Size: 10, Share: .04}, 100, "network: Brokered.Share is 0.04, " +
			"less than half a community of 10 among 100 people; want 0.1 (one) to 1"},
		{network.Brokered{Team: 5, Size: 5, Share: .2, Connected: true}, 100,
			"network: Brokered.Connected: 4 communities of 5 people join at most 17 teams, and " +
				"there are 20: want a Share of at least 0.25 (it cannot hang together)"},
		{network.Brokered{Team: 1, Size: 2, Share: 1, Connected: true}, 5,
			"network: Brokered.Connected: communities of 2 people join at most 3 teams, and " +
				"there are 5: want larger teams or communities (it cannot hang together)"},
		{network.Dealt{Sizes: []int{3}, Seats: []int{1, 1}}, 3,
			"network: Dealt.Seats has 2 people, want 3"},
		{network.Dealt{Sizes: []int{4}, Seats: []int{2, 1, 1}}, 3,
			"network: Dealt.Sizes[0] is 4, want 0 to 3 (the people)"},
		{network.Dealt{Sizes: []int{1, -1}, Seats: []int{0, 0, 0}}, 3,
			"network: Dealt.Sizes[1] is -1, want 0 to 3 (the people)"},
		{network.Dealt{Sizes: []int{3}, Seats: []int{2, 1, 0}}, 3,
			"network: Dealt.Seats[0] is 2, want 0 to 1 (the units)"},
		{network.Dealt{Sizes: []int{3}, Seats: []int{1, 1, 0}}, 3,
			"network: Dealt.Sizes sum to 3 and Dealt.Seats to 2, want the same"},
		{network.Dealt{Sizes: []int{3, 1, 1}, Seats: []int{3, 2, 0}}, 3,
			"network: Dealt.Sizes and Dealt.Seats cannot be dealt without putting somebody twice " +
				"in a unit"},
		{network.Circles{}, 3, "network: Circles.Of is nil, want a generator"},
		{network.Circles{Of: network.Caveman{}}, 3, "network: Caveman.Size is 0, want at least 1"},
		{network.Randomized{}, 3, "network: Randomized.Of is nil, want a structure"},
		{network.Randomized{Of: network.Isolated{}}, 3, "network: Isolated.Size is 0, want at " +
			"least 1"},
		{network.Explicit{Units: []network.Membership{{Audience: []int32{3}}}}, 3,
			"network: unit 0: person 3 among the audience, want 0 to 2"},
	} {
		u, err := c.s.Build(c.n, chance(1))
		if err == nil || err.Error() != c.want || u != nil {
			t.Errorf("%T %+v: %v, want %s", c.s, c.s, err, c.want)
		}
	}
}

func TestCirclesRefuseAGraphOfOthers(t *testing.T) {
	s := network.Circles{Of: network.GeneratorFunc(func(n int, src network.Source) (*network.Graph,
		error) {
		return network.Complete{}.Graph(n+1, src)
	})}
	if _, err := s.Build(3, chance(1)); err == nil || !strings.Contains(err.Error(),
		"gave a graph of 4 people, want 3") {
		t.Error(err)
	}
}

func TestValidate(t *testing.T) {
	for name, s := range structures() {
		if v, ok := s.(interface{ Validate() error }); ok && v.Validate() != nil {
			t.Errorf("%s: %v", name, v.Validate())
		}
		if err := (network.Randomized{Of: s}).Validate(); err != nil {
			t.Errorf("randomized %s: %v", name, err)
		}
	}
}

func mustBuild(t testing.TB, s network.Structure, n int, seed uint64) *network.Units {
	t.Helper()
	u, err := s.Build(n, chance(seed))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// size counts the people of a unit, voices and audience together.
func size(u *network.Units, k int) int {
	people := slices.Concat(u.Voices(k), u.Audience(k))
	slices.Sort(people)
	return len(slices.Compact(people))
}

// Communities across teams, and their control: the same amount of contact, arranged at random.
func ExampleRandomized() {
	communities := network.Communities{Team: 5, Size: 5}
	for _, s := range []network.Structure{communities, network.Randomized{Of: communities}} {
		u, err := s.Build(100, rand.New(rand.NewPCG(1991, 0)))
		if err != nil {
			fmt.Println(err)
			return
		}
		b := u.Budget()
		fmt.Println(b.Units, "units of", b.Size, "people,", b.Seats, "seats a person,", b.Heard,
			"voices a seat")
	}
	// Output:
	// 40 units of 5 people, 2 seats a person, 4 voices a seat
	// 40 units of 5 people, 2 seats a person, 4 voices a seat
}
