package network_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"orglearn/network"
)

// checkBrokered checks the promises of Brokered. Team sizes differ by at most one. Communities have
// Size people of different teams, and nobody is in two. Their number is the one nearest to Share.
func checkBrokered(u *network.Units, s network.Brokered) error {
	n, teams := u.People(), u.People()/s.Team
	communities := min(int(math.Round(s.Share*float64(n)/float64(s.Size))), n/s.Size)
	if u.Len() != teams+communities {
		return fmt.Errorf("%d units, want %d teams and %d communities", u.Len(), teams, communities)
	}
	team := make([]int, n)
	for k := range teams {
		if people := len(u.Voices(k)); people != n/teams && people != n/teams+1 {
			return fmt.Errorf("team %d has %d people", k, people)
		}
		for _, p := range u.Voices(k) {
			team[p] = k
		}
	}
	for k := teams; k < u.Len(); k++ {
		met := map[int]bool{}
		for i, p := range u.Voices(k) {
			met[team[p]] = true
			if u.Ranks(k)[i] != network.Core {
				return fmt.Errorf("unit %d has a voice of rank %d", k, u.Ranks(k)[i])
			}
		}
		if len(met) != s.Size || len(u.Voices(k)) != s.Size {
			return fmt.Errorf("unit %d has %d people of %d teams", k, len(u.Voices(k)), len(met))
		}
	}
	for p := range n {
		if seats := u.Of(p); len(seats) > 2 || int(seats[0]) != team[p] ||
			len(seats) == 2 && int(seats[1]) < teams {
			return fmt.Errorf("person %d has the seats %v", p, seats)
		}
	}
	if b := u.Budget(); s.Connected && b.Reachable != 1 {
		return fmt.Errorf("%v of the pairs are joined, want all", b.Reachable)
	}
	return nil
}

func TestBrokeredOfAllSizes(t *testing.T) {
	built, connected := 0, 0
	for n := 1; n <= 24; n++ {
		for team := 1; team <= n; team++ {
			for size := 1; size <= n; size++ {
				for _, share := range []float64{.05, .25, .5, 1} {
					s := network.Brokered{Team: team, Size: size, Share: share}
					u, err := s.Build(n, chance(uint64(n)))
					some := s.Communities(n) > 0
					if fits := size <= n/team && some; fits != (err == nil) {
						t.Fatalf("%+v over %d people: %v", s, n, err)
					}
					if err != nil {
						continue
					}
					built++
					if err := checkBrokered(u, s); err != nil {
						t.Fatalf("%+v over %d people: %v", s, n, err)
					}
					s.Connected = true
					u, err = s.Build(n, chance(uint64(n)))
					joined := s.Communities(n)*(size-1)+1 >= n/team
					if joined != (err == nil) || !joined && !errors.Is(err, network.ErrApart) {
						t.Fatalf("%+v over %d people: %v", s, n, err)
					}
					if err != nil {
						continue
					}
					connected++
					if err := checkBrokered(u, s); err != nil {
						t.Fatalf("%+v over %d people: %v", s, n, err)
					}
				}
			}
		}
	}
	if built < 500 || connected < 200 {
		t.Errorf("only %d arrangements fit, and %d hang together", built, connected)
	}
}

func FuzzBrokered(f *testing.F) {
	f.Add(uint16(100), uint16(5), uint16(5), .25, true, uint64(1))
	f.Add(uint16(100), uint16(5), uint16(5), math.NaN(), false, uint64(1))
	f.Add(uint16(9), uint16(1), uint16(9), math.Inf(1), false, uint64(1))
	f.Fuzz(func(t *testing.T, n, team, size uint16, share float64, connected bool, seed uint64) {
		s := network.Brokered{Team: int(team), Size: int(size), Share: share, Connected: connected}
		u, err := s.Build(int(n%2000), chance(seed))
		if err != nil {
			return
		}
		if err := checkBrokered(u, s); err != nil {
			t.Fatalf("%+v over %d people: %v", s, n, err)
		}
	})
}

// placements goes through all ways to put people of teams of two into communities of a given size.
// Nobody is in two communities, and no teammates are in one. It counts all ways, and those in which
// teams and communities are connected.
func placements(people, communities, size int) (all, together int) {
	of, filled := make([]int, people), make([]int, communities)
	var put func(p int)
	put = func(p int) {
		if p == people {
			for _, f := range filled {
				if f != size {
					return
				}
			}
			all++
			if hangTogether(of, communities) {
				together++
			}
			return
		}
		of[p] = -1
		put(p + 1)
		for c := range communities {
			if p%2 == 1 && of[p-1] == c {
				continue
			}
			of[p] = c
			filled[c]++
			put(p + 1)
			filled[c]--
		}
	}
	put(0)
	return all, together
}

// hangTogether spreads from team 0 until nothing is added.
func hangTogether(of []int, communities int) bool {
	team, community := make([]bool, len(of)/2), make([]bool, communities)
	team[0] = true
	for range len(of) {
		for p, c := range of {
			if c >= 0 && (team[p/2] || community[c]) {
				team[p/2], community[c] = true, true
			}
		}
	}
	for _, reached := range append(team, community...) {
		if !reached {
			return false
		}
	}
	return true
}

// All placements are equally likely. If only connected ones are drawn, these are equally likely
// too.
func TestBrokeredIsUniform(t *testing.T) {
	for _, c := range []struct {
		s      network.Brokered
		people int
	}{
		{network.Brokered{Team: 2, Size: 2, Share: .5}, 8},
		{network.Brokered{Team: 2, Size: 3, Share: 1, Connected: true}, 8},
		{network.Brokered{Team: 2, Size: 2, Share: .75, Connected: true}, 8},
	} {
		communities := c.s.Communities(c.people)
		want, together := placements(c.people, communities, c.s.Size)
		if c.s.Connected {
			want = together
		}
		counts, src := map[string]int{}, chance(8)
		for range 20 * want {
			u, err := c.s.Build(c.people, src)
			if err != nil {
				t.Fatal(err)
			}
			key := ""
			for p := range c.people {
				key += fmt.Sprint(u.Of(p)[1:])
			}
			counts[key]++
		}
		var all []int
		for _, n := range counts {
			all = append(all, n)
		}
		if len(all) != want || tooUneven(all, float64(want-1)) {
			t.Errorf("%+v: %d placements, want %d; chi-square %.0f", c.s, len(all), want,
				chiSquare(all))
		}
	}
}
