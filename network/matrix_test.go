package network_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/network"
)

// A matrix of span 4 over 100 people has 50 norms and 2.48 seats a person. Each line has 492 ties,
// so both have 984. There are 9,900 ordered pairs. A pair of one line is in the other line too with
// probability 492/9900. So in the mean 492²/9900 pairs are counted once instead of twice, and 959.5
// ties are left. The mean of 400 draws has a standard error of about .4.
func TestMatrixBudget(t *testing.T) {
	sum := 0.0
	const draws = 400
	for seed := range uint64(draws) {
		b := mustBuild(t, network.Matrix{Span: 4}, 100, seed).Budget()
		if b.Norms != 50 || b.Seats != 2.48 || b.Smallest != 4 || b.Largest != 5 ||
			b.Reachable != 1 {
			t.Fatalf("%+v", b)
		}
		sum += float64(b.Ties)
	}
	if mean := sum / draws; math.Abs(mean-(984-492.*492/9900)) > 2 {
		t.Errorf("%.1f ties, want 959.5", mean)
	}
}

// The first line is Hierarchy itself. The second is a Hierarchy over the given number of people,
// and everybody leads it equally often.
func TestMatrixLines(t *testing.T) {
	const n, second, draws = 30, 11, 3000
	line, chiefs, src := network.Hierarchy{Span: 3}, make([]int, n), chance(4)
	first, other := mustBuild(t, line, n, 1), mustBuild(t, line, second, 1)
	for range draws {
		u, err := network.Matrix{Span: 3, Second: second}.Build(n, src)
		if err != nil {
			t.Fatal(err)
		}
		if u.Len() != first.Len()+other.Len() {
			t.Fatalf("%d units, want %d and %d", u.Len(), first.Len(), other.Len())
		}
		person := make(map[int32]int32) // of the second line, by his place in it
		for k := range u.Len() {
			if k < first.Len() {
				if !slices.Equal(u.Voices(k), first.Voices(k)) ||
					!slices.Equal(u.Ranks(k), first.Ranks(k)) {
					t.Fatalf("unit %d is %v, want %v", k, u.Voices(k), first.Voices(k))
				}
				continue
			}
			at := k - first.Len()
			for i, place := range other.Voices(at) {
				p := u.Voices(k)[i]
				if known, ok := person[place]; ok && known != p {
					t.Fatalf("place %d is both %d's and %d's", place, known, p)
				}
				person[place] = p
			}
			if !slices.Equal(u.Ranks(k), other.Ranks(at)) {
				t.Fatalf("unit %d has ranks %v, want %v", k, u.Ranks(k), other.Ranks(at))
			}
		}
		if len(person) != second {
			t.Fatalf("%d people in the second line, want %d", len(person), second)
		}
		chiefs[person[0]]++
	}
	if tooUneven(chiefs, n-1) {
		t.Errorf("times as the second chief: %v", chiefs)
	}
}
