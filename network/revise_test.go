package network_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"orglearn/network"
)

// drawUnits draws units of 9 people, some with ranks, weights and others to learn there.
func drawUnits(r *rand.Rand, n int, special bool) (all []network.Membership) {
	for range n {
		unit := network.Membership{Audience: []int32{}}
		for p := range int32(9) {
			voice := network.Voice{Person: p, Weight: 1}
			if special && r.IntN(3) == 0 {
				voice.Rank, voice.Weight = network.Leader, 2
			}
			if hears := r.IntN(2) == 0; hears {
				unit.Voices = append(unit.Voices, voice)
			}
			if r.IntN(2) == 0 {
				unit.Audience = append(unit.Audience, p)
			}
		}
		if r.IntN(2) == 0 {
			unit.Audience = nil
		}
		all = append(all, unit)
	}
	return all
}

// nest lets some of the first three units hear others.
func nest(r *rand.Rand, all []network.Membership) {
	for k := range all[:3] {
		if other := 3 + r.IntN(len(all)-3); r.IntN(2) == 0 {
			all[k].Heard = []int32{int32(other)}
			all[k].HeardRanks = []network.Rank{network.Rank(r.IntN(2))}
		}
	}
}

func unitsOf(t *testing.T, all []network.Membership) *network.Units {
	t.Helper()
	u, err := network.NewUnits(9, all...)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// Revised units are those that one would build unit by unit.
func TestRevise(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	var room *network.Units // nil, and then what was returned before
	for range 400 {
		old := drawUnits(r, 8, r.IntN(2) == 0)
		if r.IntN(2) == 0 {
			nest(r, old)
		}
		some := drawUnits(r, 4, r.IntN(3) == 0)
		u := unitsOf(t, old)
		var from, given []int
		number := map[int32]int32{}
		for _, k := range r.Perm(8)[:5] {
			number[int32(k)] = int32(len(from))
			from, given = append(from, k), append(given, r.IntN(5)-1)
		}
		from, given = append(from, -1), append(given, 3)
		var want []network.Membership
		for k := range from {
			var unit network.Membership
			if given[k] >= 0 {
				unit = some[given[k]]
			} else {
				unit = u.Membership(from[k])
			}
			unit.Heard, unit.HeardRanks = nil, nil
			for i := 0; from[k] >= 0 && i < len(u.Heard(from[k])); i++ {
				if other, is := number[u.Heard(from[k])[i]]; is {
					unit.Heard = append(unit.Heard, other)
					if ranks := u.HeardRanks(from[k]); ranks != nil {
						unit.HeardRanks = append(unit.HeardRanks, ranks[i])
					}
				}
			}
			want = append(want, unit)
		}
		got, err := u.Revise(from, given, some, room)
		if err != nil {
			t.Fatal(err)
		}
		sameUnits(t, got, unitsOf(t, want))
		sameUnits(t, u, unitsOf(t, old))
		room = got
	}
}

func sameUnits(t *testing.T, got, want *network.Units) {
	t.Helper()
	for k := range want.Len() {
		if !reflect.DeepEqual(got.Membership(k), want.Membership(k)) {
			t.Fatalf("unit %d is %+v, want %+v", k, got.Membership(k), want.Membership(k))
		}
	}
	for p := range want.People() {
		if !reflect.DeepEqual(got.Of(p), want.Of(p)) {
			t.Fatalf("person %d is in %v, want %v", p, got.Of(p), want.Of(p))
		}
	}
	if got.Len() != want.Len() || got.Largest() != want.Largest() ||
		got.Nested() != want.Nested() || got.Copied() ||
		(got.AllRanks() == nil) != (want.AllRanks() == nil) ||
		(got.Weights(0) == nil) != (want.Weights(0) == nil) ||
		(got.HeardRanks(0) == nil) != (want.HeardRanks(0) == nil) {
		t.Fatalf("%+v, want %+v", got, want)
	}
}

func TestReviseRefuses(t *testing.T) {
	u := unitsOf(t, drawUnits(rand.New(rand.NewPCG(1, 1)), 2, false))
	defer func() {
		if recover() == nil {
			t.Error("lists of different lengths are taken")
		}
	}()
	_, err := u.Revise([]int{0, 1}, []int{-1}, nil, nil)
	t.Error(err)
}
