package network_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/network"
)

// If some arrangement has the given sizes and seats, Dealt builds one that has exactly these, with
// nobody twice in a unit.
func TestDealtKeepsSizesAndSeats(t *testing.T) {
	src := chance(12)
	for range 500 {
		n, units := 1+src.IntN(20), 1+src.IntN(10)
		s := network.Dealt{Sizes: make([]int, units), Seats: make([]int, n)}
		often := src.Float64()
		for p := range n {
			for k := range units {
				if src.Float64() < often*often {
					s.Sizes[k]++
					s.Seats[p]++
				}
			}
		}
		u, err := s.Build(n, src)
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		if !slices.Equal(u.Sizes(), s.Sizes) || !slices.Equal(u.SeatCounts(), s.Seats) {
			t.Fatalf("sizes %v and seats %v, want %+v", u.Sizes(), u.SeatCounts(), s)
		}
		for k := range u.Len() {
			people := slices.Sorted(slices.Values(u.Voices(k)))
			if len(slices.Compact(people)) != s.Sizes[k] {
				t.Fatalf("unit %d is %v", k, u.Voices(k))
			}
		}
	}
}

// 6 people of 2 seats each in 4 units of 3 have 1,860 arrangements (see TestReshuffleIsUniform).
func TestDealtIsUniform(t *testing.T) {
	s := network.Dealt{Sizes: []int{3, 3, 3, 3}, Seats: []int{2, 2, 2, 2, 2, 2}}
	seen, src := make(map[string]int), chance(13)
	for range 1860 * 20 {
		u, err := s.Build(6, src)
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

// Sizes and SeatCounts of every structure equal the numbers counted one by one.
func TestSizesAndSeatCounts(t *testing.T) {
	for name, s := range structures() {
		u := mustBuild(t, s, 60, 1)
		sizes, seats := u.Sizes(), u.SeatCounts()
		for k := range u.Len() {
			want := size(u, k)
			if u.Circles() == nil && u.Graph() != nil {
				want = len(u.Voices(k)) + 1
			}
			if sizes[k] != want {
				t.Errorf("%s: unit %d has %d people, want %d", name, k, sizes[k], want)
			}
		}
		for p := range seats {
			if seats[p] != len(u.Of(p)) {
				t.Errorf("%s: person %d has %d seats, want %d", name, p, seats[p], len(u.Of(p)))
			}
		}
	}
}
