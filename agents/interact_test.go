package agents

import (
	"math"
	"testing"
)

// Interact takes the same feature as plain code on numbers, for any size of features, within words
// and across them.
func TestInteractPlain(t *testing.T) {
	draw := newStream(1991, 0, 0)
	for trial := range 20_000 {
		size, features := 1+draw.IntN(9), 1+draw.IntN(20)
		belief := make(Knowledge, Width(size*features))
		norm := make(Knowledge, len(belief))
		a, b := make([]int, features), make([]int, features)
		for f := range features {
			a[f] = draw.IntN(1 << size)
			b[f] = a[f]
			if draw.Coin(.4) {
				b[f] = draw.IntN(1 << size)
			}
			belief.SetTrait(f, size, a[f])
			norm.SetTrait(f, size, b[f])
		}
		p := &Person{Dimensions: size * features, Stream: newStream(7, 0, trial)}
		Interact{Size: size}.Internalize(p, norm, belief)
		plainInteract(a, b, newStream(7, 0, trial))
		for f := range features {
			if got := belief.Trait(f, size); got != a[f] {
				t.Fatalf("trial %d: feature %d of %d, of size %d, is %d, want %d", trial, f,
					features, size, got, a[f])
			}
		}
		if belief.Known() != size*features {
			t.Fatalf("trial %d: %d beliefs, want %d", trial, belief.Known(), size*features)
		}
	}
}

func plainInteract(own, other []int, s *Stream) {
	var differ []int
	for f := range own {
		if own[f] != other[f] {
			differ = append(differ, f)
		}
	}
	if len(differ) == 0 || len(differ) == len(own) || s.IntN(len(own)) < len(differ) {
		return
	}
	f := differ[s.IntN(len(differ))]
	own[f] = other[f]
}

// Traits are uniform: the share of each of 5 is a fifth, within 4 standard errors.
func TestTraits(t *testing.T) {
	const n = 20_000
	size := TraitBits(5)
	if size != 3 || TraitBits(1) != 1 || TraitBits(2) != 1 || TraitBits(4) != 2 ||
		TraitBits(MaxTraits) != 16 {
		t.Fatalf("5 traits take %d dimensions", size)
	}
	k := make(Knowledge, Width(n*size))
	Traits{Features: n, Values: 5}.Begin(&Person{Dimensions: n * size, Stream: newStream(1, 0, 0)},
		k)
	var counts [8]int
	for f := range n {
		counts[k.Trait(f, size)]++
	}
	for trait, c := range counts {
		want, sd := n/5., math.Sqrt(n*.2*.8)
		if trait > 4 {
			want, sd = 0, 0
		}
		if math.Abs(float64(c)-want) > 4*sd {
			t.Errorf("trait %d comes up %d times, want %v", trait, c, want)
		}
	}
	if k.Known() != n*size {
		t.Errorf("%d beliefs, want %d", k.Known(), n*size)
	}
}

// Threshold gives the same as counting voices one by one.
func TestThresholdPlain(t *testing.T) {
	for number := range 2000 {
		c := newScene(number, 1+number%130, number%23)
		r := Threshold{Count: number % 5, Share: float64(number%7) / 8}
		want := append(Knowledge(nil), c.norm...)
		for d := range c.unit.Dimensions {
			yes := 0
			for k := range c.voices.Len() {
				if c.voices.At(k).Get(d) > 0 {
					yes++
				}
			}
			if yes >= r.Count && float64(yes) >= r.Share*float64(c.voices.Len()) {
				want.Set(d, 1)
			}
		}
		r.Objectify(&c.unit, &c.voices, c.norm)
		if !c.norm.Equal(want) {
			t.Fatalf("scene %d: %v, want %v", number, c.norm, want)
		}
	}
}
