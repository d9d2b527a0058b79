package network_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/network"
	"orglearn/network/networktest"
)

// contact holds what a randomization keeps: of every unit its sizes, ranks and weights; of every
// person the numbers of units in which he is heard, in which he learns, and in which he does both.
func contact(u *network.Units) string {
	heard, both := make([]int, u.People()), make([]int, u.People())
	sizes := make([][]int, u.Len())
	var places []network.Voice
	for k := range u.Len() {
		sizes[k] = []int{len(u.Voices(k)), len(u.Audience(k)), size(u, k)}
		for _, p := range u.Voices(k) {
			heard[p]++
			if slices.Contains(u.Audience(k), p) {
				both[p]++
			}
		}
		for _, s := range u.Membership(k).Voices {
			places = append(places, network.Voice{Person: int32(k), Rank: s.Rank, Weight: s.Weight})
		}
	}
	learns := make([]int, u.People())
	for p := range learns {
		learns[p] = len(u.Of(p))
	}
	return fmt.Sprint(sizes, heard, both, learns, places)
}

func TestRandomizedKeepsTheContact(t *testing.T) {
	for name, s := range structures() {
		if name == "pairs" || name == "circles" || name == "lasting" || name == "directed" {
			continue
		}
		before, after := mustBuild(t, s, 60, 3), mustBuild(t, network.Randomized{Of: s}, 60, 3)
		if contact(before) != contact(after) {
			t.Errorf("%s: the contact was %s and is %s", name, contact(before), contact(after))
		}
		if name != "organization" && name != "nobody" && same(before, after) {
			t.Errorf("%s: nothing was randomized", name)
		}
	}
}

func same(a, b *network.Units) bool {
	for k := range a.Len() {
		if !slices.Equal(a.Voices(k), b.Voices(k)) {
			return false
		}
	}
	return true
}

func TestRandomizedCirclesKeepTheDegrees(t *testing.T) {
	for _, name := range []string{"circles", "lasting", "directed"} {
		s := structures()[name]
		before, after := mustBuild(t, s, 60, 3).Graph(), mustBuild(t, network.Randomized{Of: s}, 60,
			3)
		if (after.Circles() == nil) != (name != "circles") {
			t.Errorf("%s: the circles changed their kind", name)
		}
		back, again := before.Reversed(), after.Graph().Reversed()
		for p := range 60 {
			if len(before.Heard(p)) != len(after.Voices(p)) ||
				len(back.Heard(p)) != len(again.Heard(p)) {
				t.Errorf("%s: person %d changed his degree", name, p)
			}
		}
		if same(network.NewCircles(before), after) {
			t.Errorf("%s: nothing was randomized", name)
		}
	}
}

func TestRandomizedPairsArePairs(t *testing.T) {
	s := network.Randomized{Of: network.Pairs{}}
	u := mustBuild(t, s, 7, 1)
	for tick := range 50 {
		s.Rewire(u, tick, chance(uint64(tick)))
		if err := checkPairs(u); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRewirerOf(t *testing.T) {
	for name, s := range structures() {
		for _, s := range []network.Structure{s, network.Randomized{Of: s},
			network.Randomized{Of: network.Randomized{Of: s}}} {
			if r, ok := network.RewirerOf(s); ok != (name == "pairs") || ok != (r != nil) {
				t.Errorf("%T of %s: %v", s, name, ok)
			}
		}
	}
}

// Rewire leaves a Randomized structure alone if its Of does not change by itself, also if one
// Randomized contains another.
func TestRandomizedLasts(t *testing.T) {
	s := network.Randomized{Of: network.Randomized{Of: network.Isolated{Size: 5}}}
	u, before := mustBuild(t, s, 60, 1), mustBuild(t, s, 60, 1)
	s.Rewire(u, 1, chance(2))
	if !same(u, before) {
		t.Error("the units changed")
	}
}

// Everybody sits with everybody else equally often: of 24 people in teams of 4, each pair meets
// with probability 3/23. As for communities, the sum over the 276 pairs, divided by 1-3/23, is
// about chi-square.
func TestRandomizedMixes(t *testing.T) {
	const n, draws = 24, 4000
	for _, s := range []network.Structure{network.Isolated{Size: 4},
		network.Communities{Team: 4, Size: 4, Alone: true}} {
		counts := make([]int, n*n)
		src := chance(10)
		for range draws {
			u, err := network.Randomized{Of: s}.Build(n, src)
			if err != nil {
				t.Fatal(err)
			}
			for k := range u.Len() {
				for _, p := range u.Voices(k) {
					for _, q := range u.Voices(k) {
						counts[n*p+q]++
					}
				}
			}
		}
		var pairs []int
		for p := range n {
			pairs = append(pairs, counts[n*p+p+1:n*p+n]...)
		}
		if freedom := 276.0; tooUneven(pairs, freedom) {
			t.Errorf("%T: chi-square %.0f over %d pairs", s, chiSquare(pairs), len(pairs))
		}
	}
}

// The arrangements are equally likely also if people have several seats: 6 people of 2 seats each
// in 4 units of 3. They are the 4 by 6 matrices of zeros and ones with row sums 3 and column sums
// 2, which are 1,860. Each person is in one of 6 pairs of units, and each unit misses half of the
// people.
func TestReshuffleIsUniform(t *testing.T) {
	s := network.Explicit{Units: []network.Membership{given(0, 1, 2), given(3, 4, 5), given(0, 1,
		3),
		given(2, 4, 5)}}
	seen := make(map[string]int)
	src := chance(11)
	for range 1860 * 20 {
		u, err := network.Randomized{Of: s}.Build(6, src)
		if err != nil {
			t.Fatal(err)
		}
		key := ""
		for p := range 6 {
			key += fmt.Sprint(u.Of(p))
		}
		seen[key]++
	}
	var counts []int
	for _, c := range seen {
		counts = append(counts, c)
	}
	if len(counts) != 1860 || tooUneven(counts, 1859) {
		t.Errorf("%d arrangements, want 1860; chi-square %.0f, want about 1859", len(counts),
			chiSquare(counts))
	}
}

func given(people ...int32) network.Membership {
	var unit network.Membership
	for _, p := range people {
		unit.Voices = append(unit.Voices, network.Voice{Person: p, Weight: 1})
	}
	return unit
}

// reshuffled is a structure whose units are reshuffled and whose leaders are rotated.
type reshuffled struct{ of network.Structure }

func (s reshuffled) Build(n int, src network.Source) (*network.Units, error) {
	u, err := s.of.Build(n, src)
	if err != nil {
		return nil, err
	}
	for range 3 {
		if err := u.Reshuffle(src); err != nil {
			return nil, err
		}
		u.RotateLeaders(src)
	}
	return u, nil
}

func TestReshuffleConforms(t *testing.T) {
	for _, s := range structures() {
		if u := mustBuild(t, s, 60, 1); u.Graph() == nil {
			networktest.Structure(t, reshuffled{s}, 60)
			continue
		}
		if err := mustBuild(t, s, 60, 1).Reshuffle(chance(1)); err == nil {
			t.Errorf("%T: circles were reshuffled", s)
		}
	}
}

func TestRotateLeaders(t *testing.T) {
	u := mustBuild(t, network.Hierarchy{Span: 4}, 61, 1)
	voices, before := u.Membership(0).Voices, make([]int, 5)
	for range 500 {
		old := slices.Index(u.Ranks(0), network.Leader)
		u.RotateLeaders(chance(uint64(len(before)) + uint64(old) + uint64(before[old])<<8))
		now := slices.Index(u.Ranks(0), network.Leader)
		if old == now {
			t.Fatal("the leader stayed")
		}
		before[now]++
	}
	for i, s := range u.Membership(0).Voices {
		if s.Person != voices[i].Person {
			t.Fatal("a person changed his seat")
		}
	}
	for k := range u.Len() {
		leaders := 0
		for _, rank := range u.Ranks(k) {
			if rank == network.Leader {
				leaders++
			}
		}
		if leaders != 1 {
			t.Errorf("unit %d has %d leaders", k, leaders)
		}
	}
	if slices.Min(before) < 50 {
		t.Errorf("times that each led: %v", before)
	}
}

func TestRotateSeveralLeaders(t *testing.T) {
	ranks := []network.Rank{network.Leader, network.Member, network.Leader, network.Leader,
		network.Core}
	var unit network.Membership
	for p, rank := range ranks {
		unit.Voices = append(unit.Voices, network.Voice{Person: int32(p), Rank: rank, Weight: 1})
	}
	u, err := network.NewUnits(5, unit)
	if err != nil {
		t.Fatal(err)
	}
	u.RotateLeaders(chance(1))
	now := slices.Clone(u.Ranks(0))
	if now[1] != network.Leader || now[4] != network.Leader || now[3] != network.Leader {
		t.Errorf("ranks %v: both others should lead now, and the third leader stay", now)
	}
	slices.Sort(now)
	slices.Sort(ranks)
	if !slices.Equal(now, ranks) {
		t.Errorf("ranks %v, want those of %v", now, ranks)
	}
}
