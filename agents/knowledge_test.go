package agents

import (
	"slices"
	"testing"

	"orglearn/agents/kernel"
)

// FuzzKnowledge compares every operation with a version that takes one dimension at a time.
func FuzzKnowledge(f *testing.F) {
	f.Add(uint8(1), []byte{0})
	f.Add(uint8(64), []byte{1, 2, 3, 4, 5, 6, 7, 8})
	for n := range 60 {
		draw := newStream(1991, n, 0)
		data := make([]byte, draw.IntN(80))
		for i := range data {
			data[i] = byte(draw.Uint64())
		}
		f.Add(uint8(draw.Uint64()), data)
	}
	f.Fuzz(func(t *testing.T, size uint8, data []byte) {
		dimensions := int(size)%200 + 1
		k, o, list, other := bodies(dimensions, data)
		if !sound(k, dimensions) || !sound(o, dimensions) {
			t.Fatalf("Set makes %x and %x", k, o)
		}
		if !slices.Equal(plain(k, dimensions), list) {
			t.Fatalf("%v, want %v", plain(k, dimensions), list)
		}
		known, apart := 0, 0
		for d, b := range list {
			if b != 0 {
				known++
			}
			if b != other[d] {
				apart++
			}
		}
		if k.Known() != known || k.Distance(o) != apart || o.Distance(k) != apart ||
			k.Equal(o) != (apart == 0) || !k.Equal(k) {
			t.Errorf("known %d, want %d; distance %d, want %d; equal %v",
				k.Known(), known, k.Distance(o), apart, k.Equal(o))
		}
		for i := range k {
			words(t, k[i], o[i], newStream(kernel.Key(size), len(data), i).Uint64())
		}
	})
}

// bodies makes two bodies, and the same as two lists, from the data.
func bodies(dimensions int, data []byte) (k, o Knowledge, list, other []int8) {
	k, o = make(Knowledge, Width(dimensions)), make(Knowledge, Width(dimensions))
	list, other = make([]int8, dimensions), make([]int8, dimensions)
	for i := 0; i+1 < len(data); i += 2 {
		d, b := int(data[i])%dimensions, int8(data[i+1]>>1%3)-1
		if data[i+1]&1 == 0 {
			k.Set(d, Belief(b)*5) // its sign counts
			list[d] = b
		} else {
			o.Set(d, Belief(b))
			other[d] = b
		}
	}
	return k, o, list, other
}

// words compares the operations on words with those on single lanes.
func words(t *testing.T, w, o Word, lanes uint64) {
	t.Helper()
	keep, take := w.Keep(lanes), w.Take(o, lanes)
	for lane := range 64 {
		a, b := at(w, lane), at(o, lane)
		in := lanes>>lane&1 != 0
		kept, taken := a, a
		if !in {
			kept = 0
		} else {
			taken = b
		}
		for _, c := range []struct {
			name      string
			got, want bool
		}{
			{"Known", w.Known()>>lane&1 != 0, a != 0},
			{"Keep", at(keep, lane) == kept, true},
			{"Take", at(take, lane) == taken, true},
			{"Differs", w.Differs(o)>>lane&1 != 0, a != b},
			{"Opposes", w.Opposes(o)>>lane&1 != 0, a*b == -1},
		} {
			if c.got != c.want {
				t.Fatalf("%s in lane %d of %x, %x and %x", c.name, lane, w, o, lanes)
			}
		}
	}
}

func at(w Word, lane int) Belief { return Knowledge{w}.Get(lane) }

func TestWidthAndLanes(t *testing.T) {
	for dimensions := range 300 {
		width := Width(dimensions)
		if width*64 < dimensions || (width-1)*64 >= dimensions {
			t.Fatalf("Width(%d) = %d", dimensions, width)
		}
		for i := range width + 3 {
			for lane := range 64 {
				if in := Lanes(dimensions, i)>>lane&1 != 0; in != (i*64+lane < dimensions) {
					t.Fatalf("Lanes(%d, %d) has lane %d: %v", dimensions, i, lane, in)
				}
			}
		}
	}
}
