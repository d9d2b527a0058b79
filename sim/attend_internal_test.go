package sim

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/network"
)

// A random word draws one of the open seats, as the obvious list of them does.
func TestChooseOpen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	f := &forum{agenda: agents.AboutFunc(nil), parts: parts{starts: []uint32{0}}}
	for range 20000 {
		n := r.IntN(5)
		seats, answers := make([]int32, n), make([]uint8, n+1)
		f.subjects.meets = make([]bool, n)
		f.parts.answers, f.parts.ofSeat = answers, make([]uint32, n+1)
		var open []int32
		for k := range seats {
			seats[k], answers[k+1] = int32(k), uint8(r.IntN(4))
			f.parts.ofSeat[k+1] = uint32(k + 1)
			f.subjects.meets[k] = r.IntN(4) > 0
			if f.subjects.meets[k] && answers[k+1]&1 != 0 {
				open = append(open, seats[k])
			}
		}
		want, word := int32(-1), r.Uint64()
		if len(open) > 0 {
			at, _ := bits.Mul64(word, uint64(len(open)))
			want = open[at]
		}
		if got := f.chooseOpen(word, 1, seats); got != want {
			t.Fatalf("of the open seats %v word %x draws %d, want %d", open, word, got, want)
		}
	}
}

// The number of a seat is its place among all seats, person after person.
func TestSeatNumbers(t *testing.T) {
	var of []network.Membership
	for _, people := range [][]int32{{0, 1}, {0, 1, 2}, {1}, {1, 2}} {
		of = append(of, network.Membership{Audience: people})
	}
	units, err := network.NewUnits(3, of...)
	if err != nil {
		t.Fatal(err)
	}
	f, number := &forum{units: units, lasting: true}, 0
	for p := range 3 {
		for _, unit := range units.Of(p) {
			if got := f.seat(p, int(unit)); got != number {
				t.Errorf("person %d has seat %d in unit %d, want %d", p, got, unit, number)
			}
			number++
		}
	}
}
