package network_test

import (
	"slices"
	"strings"
	"testing"

	"orglearn/network"
)

// With Up 0 the head is the top of Nested with Formal, and with Up 1 that of Nested. In between it
// hears all teams, and so many of the communities, spread over their numbers.
func TestHeadedHears(t *testing.T) {
	of := network.Communities{Team: 5, Size: 6}
	for _, c := range []struct {
		up   float64
		same network.Structure
	}{{0, network.Nested{Of: of, Formal: true}}, {1, network.Nested{Of: of}}} {
		got := mustBuild(t, network.Headed{Of: of, Up: c.up}, 60, 1)
		want := mustBuild(t, c.same, 60, 1)
		if got.Len() != want.Len() || got.Top() != want.Top() ||
			!slices.Equal(got.Heard(got.Top()), want.Heard(want.Top())) {
			t.Errorf("up %v: the head hears %v, want %v", c.up, got.Heard(got.Top()),
				want.Heard(want.Top()))
		}
		for k := range got.Len() {
			if !slices.Equal(got.Voices(k), want.Voices(k)) {
				t.Errorf("up %v: unit %d is another", c.up, k)
			}
		}
	}
	for _, c := range []struct {
		up   float64
		want []int32
	}{{.1, []int32{21}}, {.3, []int32{15, 18, 21}}, {.5, []int32{13, 15, 17, 19, 21}}} {
		u := mustBuild(t, network.Headed{Of: of, Up: c.up}, 60, 1) // 12 teams, 10 communities
		if got := u.Heard(22); len(got) != 12+len(c.want) || !slices.Equal(got[12:], c.want) {
			t.Errorf("up %v: the head hears %v, want all teams and %v", c.up, got, c.want)
		}
	}
}

// With Down every unit hears the head as a leader, and nothing else changes.
func TestHeadedDown(t *testing.T) {
	of := network.Led{Of: network.Communities{Team: 5, Size: 6}}
	u := mustBuild(t, network.Headed{Of: of, Up: .5, Down: true}, 60, 1)
	plain := mustBuild(t, network.Headed{Of: of, Up: .5}, 60, 1)
	if u.Top() != 22 || !slices.Equal(u.Heard(22), plain.Heard(22)) ||
		!slices.Equal(u.Levels(), plain.Levels()) || !slices.Equal(u.Parents(), plain.Parents()) {
		t.Errorf("the top is %d, levels %v, parents %v", u.Top(), u.Levels(), u.Parents())
	}
	if len(plain.Heard(22)) != 17 { // who leads a community is no less of it
		t.Errorf("the head hears %v", plain.Heard(22))
	}
	for k := range 22 {
		if !slices.Equal(u.Heard(k), []int32{22}) || len(plain.Heard(k)) > 0 ||
			!slices.Equal(u.HeardRanks(k), []network.Rank{network.Leader}) {
			t.Errorf("unit %d hears %v as %v", k, u.Heard(k), u.HeardRanks(k))
		}
	}
}

// A community is a unit whose voices are Core or lead it.
func TestIsCommunity(t *testing.T) {
	for _, c := range []struct {
		of       network.Structure
		from, to int // the units that are communities
	}{
		{network.Communities{Team: 5, Size: 6, Periphery: 2}, 12, 22},
		{network.Led{Of: network.Communities{Team: 5, Size: 6}}, 12, 22},
		{network.Headed{Of: network.Communities{Team: 5, Size: 6}, Down: true}, 12, 22},
		{network.Hierarchy{Span: 4}, 0, 0}, {network.Isolated{Size: 5}, 0, 0},
	} {
		u := mustBuild(t, c.of, 60, 1)
		for k := range u.Len() {
			if got := u.IsCommunity(k); got != (k >= c.from && k < c.to) {
				t.Errorf("%T: unit %d is a community: %v", c.of, k, got)
			}
		}
	}
}

// Assigned moves people between communities only. Sizes, seats and ranks stay, and with a Share of
// 0 everything does.
func TestAssignedKeepsContact(t *testing.T) {
	of := network.Communities{Team: 5, Size: 6, Periphery: 2}
	plain := mustBuild(t, of, 60, 1)
	for _, share := range []float64{0, .5, 1} {
		u := mustBuild(t, network.Assigned{Of: of, Share: share, Department: 15}, 60, 1)
		moved := 0
		for k := range u.Len() {
			if len(u.Voices(k)) != len(plain.Voices(k)) ||
				len(u.Audience(k)) != len(plain.Audience(k)) || u.IsCommunity(k) != (k >= 12) {
				t.Fatalf("share %v: unit %d is %v, was %v", share, k, u.Membership(k),
					plain.Membership(k))
			}
			if !slices.Equal(u.Audience(k), plain.Audience(k)) {
				moved++
			}
			if k < 12 && moved > 0 {
				t.Fatalf("share %v: team %d has changed", share, k)
			}
		}
		if !slices.Equal(u.SeatCounts(), plain.SeatCounts()) || (moved > 0) != (share > 0) {
			t.Errorf("share %v: %d communities have changed", share, moved)
		}
	}
}

// With a Share of 1 communities hold one department each, if these divide them. The share of pairs
// of one department grows with the Share.
func TestAssignedByDepartment(t *testing.T) {
	last := -1.
	for _, share := range []float64{0, .3, .6, 1} {
		alike, pairs := 0., 0.
		for seed := range uint64(20) {
			u := mustBuild(t, network.Assigned{Of: network.Communities{Team: 5, Size: 5},
				Share: share, Department: 20}, 60, seed)
			for k := 12; k < 24; k++ {
				for i, p := range u.Voices(k) {
					for _, q := range u.Voices(k)[:i] {
						pairs++
						if p/20 == q/20 {
							alike++
						}
					}
				}
			}
		}
		if alike/pairs <= last || share == 1 && alike != pairs {
			t.Errorf("share %v: %v of pairs are of one department, %v with less", share,
				alike/pairs, last)
		}
		last = alike / pairs
	}
}

func TestHeadedErrors(t *testing.T) {
	circles, teams := network.Circles{Of: network.Line{}}, network.Isolated{Size: 2}
	alone := network.Communities{Team: 2, Size: 2, Alone: true}
	for _, c := range []struct {
		s    network.Structure
		want string
	}{
		{network.Headed{}, "network: Headed.Of is nil, want a structure"},
		{network.Headed{Of: network.Pairs{}}, "does not change by itself"},
		{network.Headed{Of: circles}, "which gives no units but circles"},
		{network.Headed{Of: teams, Up: 2}, "network: Headed.Up is 2, want 0 to 1"},
		{network.Headed{Of: network.Nested{Of: teams}}, "whose unit 6 is a parent already"},
		{network.Headed{Of: network.Explicit{}}, "which gives no units"},
		{network.Headed{Of: alone, Up: 0}, "the head hears nobody"},
		{network.Assigned{Of: teams, Share: 2, Department: 1}, "Assigned.Share is 2, want 0 to 1"},
		{network.Assigned{Of: teams, Share: 1}, "Assigned.Department is 0, want at least 1"},
		{network.Assigned{Department: 1}, "network: Assigned.Of is nil, want a structure"},
		{network.Assigned{Of: circles, Department: 1}, "which gives no units but circles"},
		{network.Assigned{Department: 1, Of: network.Explicit{Units: []network.Membership{
			{Voices: []network.Voice{{Person: 3, Rank: network.Core}}},
			{Voices: []network.Voice{{Person: 3, Rank: network.Core}}},
		}}}, "puts person 3 in two communities of practice"},
	} {
		if _, err := c.s.Build(12, chance(1)); err == nil || !strings.Contains(err.Error(),
			c.want) {
			t.Errorf("%+v: %v, want %q", c.s, err, c.want)
		}
	}
}
