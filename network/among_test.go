package network

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// led are teams of 5, each with one leader.
func led(t *testing.T, n int) *Units {
	t.Helper()
	u, err := Led{Of: Isolated{Size: 5}}.Build(n, drawing(1))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// leaderOf returns the person who leads a unit.
func leaderOf(t *testing.T, u *Units, unit int) int32 {
	t.Helper()
	at := slices.Index(u.Ranks(unit), Leader)
	if at < 0 || slices.Index(u.Ranks(unit)[at+1:], Leader) >= 0 {
		t.Fatalf("unit %d has the ranks %v, want one leader", unit, u.Ranks(unit))
	}
	return u.Voices(unit)[at]
}

// People exchange places within their class only. Who has a negative class stays.
func TestReshuffleAmong(t *testing.T) {
	for seed := range uint64(20) {
		u := led(t, 100)
		was := u.Clone(false)
		class := func(unit int, person int32, rank Rank) int {
			switch {
			case unit >= 15 || person%7 == 1:
				return -1
			case rank == Leader:
				return 3
			}
			return unit % 2
		}
		if err := u.ReshuffleAmong(rand.New(rand.NewPCG(seed, 0)), class); err != nil {
			t.Fatal(err)
		}
		moved := 0
		for k := range u.Len() {
			for i, p := range u.Voices(k) {
				from := int(was.Of(int(p))[0])
				a, b := class(from, p, was.Ranks(from)[slices.Index(was.Voices(from), p)]),
					class(k, was.Voices(k)[i], u.Ranks(k)[i])
				if a != b || a < 0 && was.Voices(k)[i] != p {
					t.Fatalf("seed %d: person %d of class %d has a place of class %d", seed, p, a, b)
				}
				if from != k {
					moved++
				}
			}
			if !slices.Equal(u.Ranks(k), was.Ranks(k)) || u.Of(int(u.Voices(k)[2]))[0] != int32(k) {
				t.Fatalf("unit %d: ranks %v, or seats that are not its own", k, u.Ranks(k))
			}
		}
		if moved < 40 {
			t.Errorf("seed %d: %d moved, want most of about 64", seed, moved)
		}
	}
}

// One class of all people is the plain reshuffle, bit for bit.
func TestReshuffleAmongAll(t *testing.T) {
	a, err := Communities{Team: 5, Size: 6}.Build(60, rand.New(rand.NewPCG(1, 1)))
	if err != nil {
		t.Fatal(err)
	}
	b := a.Clone(false)
	if err := a.Reshuffle(rand.New(rand.NewPCG(2, 2))); err != nil {
		t.Fatal(err)
	}
	all := func(int, int32, Rank) int { return 0 }
	if err := b.ReshuffleAmong(rand.New(rand.NewPCG(2, 2)), all); err != nil {
		t.Fatal(err)
	}
	for k := range a.Len() {
		if !slices.Equal(a.Voices(k), b.Voices(k)) {
			t.Fatalf("unit %d: %v and %v", k, a.Voices(k), b.Voices(k))
		}
	}
}

// The voice that is appointed leads in place of the leader. Both keep their seats.
func TestAppoint(t *testing.T) {
	u := led(t, 20)
	was, other := slices.Clone(u.Voices(1)), leaderOf(t, u, 0)
	u.Appoint(1, 3)
	if leaderOf(t, u, 1) != was[3] || !slices.Equal(u.Voices(1), was) {
		t.Errorf("unit 1 is %v of ranks %v, want %v led by the fourth", u.Voices(1), u.Ranks(1), was)
	}
	u.Appoint(1, 3)
	if leaderOf(t, u, 1) != was[3] || leaderOf(t, u, 0) != other {
		t.Error("who leads is appointed and does not lead, or another unit changes")
	}
	plain, _ := Isolated{Size: 5}.Build(20, nil)
	plain.Appoint(0, 2)
	if plain.Ranks(0) != nil {
		t.Error("a unit without a leader gets one")
	}
}
