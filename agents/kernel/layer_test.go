package kernel

import (
	"slices"
	"testing"
)

func TestLayer(t *testing.T) {
	for _, dimensions := range []int{1, 2, 17, 63, 64, 65, 128, 129, 200} {
		const rows = 7
		l, draw := NewLayer[[]Word](rows, dimensions), NewStream(1991, dimensions, 0)
		want := make([][]Word, rows)
		for i := range want {
			if Known(l.Row(i)) != 0 || len(l.Row(i)) != Width(dimensions) {
				t.Fatalf("row %d begins as %x", i, l.Row(i))
			}
			want[i] = randomBody(draw, dimensions)
			copy(l.Row(i), want[i])
		}
		c, same := l.Clone(), NewLayer[[]Word](rows, dimensions)
		same.Copy(l)
		if l.Len() != rows || c.Len() != rows || !c.Equal(l) || !same.Equal(l) {
			t.Fatal("a copy differs")
		}
		for i := range want {
			if !slices.Equal(l.Row(i), want[i]) || !slices.Equal(c.Row(i), want[i]) {
				t.Fatalf("row %d is %x, want %x", i, l.Row(i), want[i])
			}
		}
		c.Row(3)[0].Yes ^= 1
		if c.Equal(l) || c.Differs(l) != 1 || !slices.Equal(l.Row(3), want[3]) {
			t.Error("a clone shares its storage")
		}
		_ = append(l.Row(1), Word{Yes: ^uint64(0)})
		if !slices.Equal(l.Row(2), want[2]) {
			t.Error("a row reaches into the next")
		}
	}
}

// Bare and Dress return the same storage under other types.
func TestLayerDressed(t *testing.T) {
	type word struct{ Yes, No uint64 }
	type body []word
	l := NewLayer[body](3, 100)
	l.Row(1)[1] = word{Yes: 5}
	bare := l.Bare()
	if bare.Row(1)[1] != (Word{Yes: 5}) || bare.Len() != 3 || l.Known(0, 3) != 2 {
		t.Errorf("bare it has %x", bare.Row(1))
	}
	bare.Row(2)[0].No = 7
	if got := Dress[body](bare).Row(2)[0]; got != (word{No: 7}) {
		t.Errorf("dressed it has %x", got)
	}
	if Strip(l.Row(2))[0].No != 7 || len(Strip(body(nil))) != 0 {
		t.Error("stripped words are others")
	}
	if (*Layer[body, word])(nil).Bare() != nil {
		t.Error("no layer has a bare one")
	}
}

// A resized layer is empty, whatever its storage held, and has its row of zeros at the end.
func TestResize(t *testing.T) {
	l := NewLayer[[]Word](9, 100)
	for _, rows := range []int{4, 12, 0, 9} {
		for i := range l.words {
			l.words[i] = Word{Yes: 5}
		}
		l.Resize(rows)
		if l.Len() != rows || len(l.words) != (rows+1)*2 || Known(l.words) != 0 {
			t.Errorf("%d rows, %d words, %d known; want %d empty rows", l.Len(), len(l.words),
				Known(l.words), rows)
		}
	}
}
