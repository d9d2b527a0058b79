package network_test

import (
	"fmt"
	"math"
	"testing"

	"orglearn/network"
)

// checkCommunities checks the promises of Communities. The sizes of teams differ by at most one,
// and so do those of communities. Everybody is once in each, and no two teammates share a
// community.
func checkCommunities(u *network.Units, s network.Communities) error {
	n := u.People()
	teams, communities := n/s.Team, n/s.Size
	if u.Len() != teams+communities {
		return fmt.Errorf("%d units, want %d teams and %d communities", u.Len(), teams, communities)
	}
	team := make([]int, n)
	for k := range u.Len() {
		audience, parts, periphery := u.Audience(k), teams, 0
		if k >= teams {
			parts, periphery = communities, s.Periphery
		}
		if len(audience) != n/parts && len(audience) != n/parts+1 ||
			len(u.Voices(k)) != len(audience)-periphery {
			return fmt.Errorf("unit %d: %d people and %d voices", k, len(audience),
				len(u.Voices(k)))
		}
		met := make(map[int]bool)
		for _, p := range audience {
			if k < teams {
				team[p] = k
			} else if met[team[p]] {
				return fmt.Errorf("unit %d holds two people of team %d", k, team[p])
			}
			met[team[p]] = true
		}
		for _, rank := range u.Ranks(k) {
			if (rank == network.Core) != (k >= teams) {
				return fmt.Errorf("unit %d has a voice of rank %d", k, rank)
			}
		}
	}
	for p := range n {
		if seats := u.Of(p); len(seats) != 2 || int(seats[0]) >= teams || int(seats[1]) < teams {
			return fmt.Errorf("person %d has the seats %v, want one of %d teams and one community",
				p, seats, teams)
		}
	}
	return nil
}

// The sizes alone decide whether Build returns an error: it does if the largest team has more
// people than there are communities.
func TestCommunitiesOfAllSizes(t *testing.T) {
	fit := 0
	for n := 1; n <= 40; n++ {
		for team := 1; team <= n; team++ {
			for size := 1; size <= n; size++ {
				s := network.Communities{Team: team, Size: size, Periphery: n % size}
				u, err := s.Build(n, chance(uint64(n)))
				teams, communities := n/team, n/size
				if fits := (n+teams-1)/teams <= communities; fits != (err == nil) {
					t.Fatalf("%+v over %d people: %v", s, n, err)
				}
				if err != nil {
					continue
				}
				fit++
				if err := checkCommunities(u, s); err != nil {
					t.Fatalf("%+v over %d people: %v", s, n, err)
				}
			}
		}
	}
	if fit < 1000 {
		t.Errorf("only %d arrangements fit", fit)
	}
}

func FuzzCommunities(f *testing.F) {
	f.Add(uint16(100), uint16(10), uint16(10), uint16(2), uint64(1))
	f.Fuzz(func(t *testing.T, n, team, size, periphery uint16, seed uint64) {
		s := network.Communities{Team: int(team), Size: int(size), Periphery: int(periphery)}
		u, err := s.Build(int(n), chance(seed))
		if err != nil {
			return
		}
		if err := checkCommunities(u, s); err != nil {
			t.Fatalf("%+v over %d people: %v", s, n, err)
		}
	})
}

// chiSquare is the sum of (count-expected)²/expected over cells that should be equally frequent.
func chiSquare(counts []int) float64 {
	total := 0
	for _, c := range counts {
		total += c
	}
	expected, sum := float64(total)/float64(len(counts)), 0.0
	for _, c := range counts {
		sum += (float64(c) - expected) * (float64(c) - expected) / expected
	}
	return sum
}

// A chi-square of f degrees of freedom has mean f and variance 2f. For the f used here, less than
// one sample in ten thousand is more than five standard deviations above the mean. The seed is
// fixed.
func tooUneven(counts []int, freedom float64) bool {
	return chiSquare(counts) > freedom+5*math.Sqrt(2*freedom)
}

// Every pair of people who are not teammates meets in a community equally often. Each person meets
// 5 of 55 others in a draw, so p = 5/55. The counts of different pairs are nearly independent. So
// the sum of (count-2000p)²/(2000p(1-p)) over the 1,650 pairs is about chi-square of 1,650 degrees
// of freedom.
func TestCommunitiesMeetUniformly(t *testing.T) {
	const n, team, draws = 60, 5, 2000
	met := make(map[[2]int32]int)
	src := chance(7)
	for range draws {
		u, err := network.Communities{Team: team, Size: 6}.Build(n, src)
		if err != nil {
			t.Fatal(err)
		}
		for k := n / team; k < u.Len(); k++ {
			members := u.Voices(k)
			for i, p := range members {
				for _, q := range members[i+1:] {
					met[[2]int32{min(p, q), max(p, q)}]++
				}
			}
		}
	}
	var counts []int
	for p := range int32(n) {
		for q := p + 1; q < n; q++ {
			if p/team != q/team {
				counts = append(counts, met[[2]int32{p, q}])
			}
		}
	}
	freedom := float64(len(counts))
	if chiSquare(counts)/(1-5.0/55) > freedom+5*math.Sqrt(2*freedom) {
		t.Errorf("chi-square %.0f over %d pairs", chiSquare(counts)/(1-5.0/55), len(counts))
	}
}

// All arrangements are equally likely. Of 8 people in teams and communities of 2 there are 1,440.
// There are 90 4 by 4 matrices of zeros and ones with two ones in every row and column (OEIS
// A001499). In each of 4 teams either person may have either community, so there are 90*16
// arrangements.
func TestCommunitiesAreUniform(t *testing.T) {
	seen := make(map[string]int)
	src := chance(8)
	const draws = 1440 * 30
	for range draws {
		u, err := network.Communities{Team: 2, Size: 2}.Build(8, src)
		if err != nil {
			t.Fatal(err)
		}
		key := ""
		for p := range 8 {
			key += fmt.Sprint(u.Of(p)[1])
		}
		seen[key]++
	}
	var counts []int
	for _, c := range seen {
		counts = append(counts, c)
	}
	if len(counts) != 1440 || tooUneven(counts, 1439) {
		t.Errorf("%d arrangements, want 1440; chi-square %.0f, want about 1439", len(counts),
			chiSquare(counts))
	}
}

// The periphery is drawn among all members, so everyone is in it equally often.
func TestPeripheryIsDrawn(t *testing.T) {
	counts := make([]int, 30)
	src := chance(9)
	for range 2000 {
		u, err := network.Communities{Team: 5, Size: 6, Periphery: 2, Alone: true}.Build(30, src)
		if err != nil {
			t.Fatal(err)
		}
		for p := range counts {
			counts[p]++
		}
		for k := range u.Len() {
			for _, p := range u.Voices(k) {
				counts[p]--
			}
		}
	}
	if tooUneven(counts, 29) {
		t.Errorf("times in the periphery: %v", counts)
	}
}
