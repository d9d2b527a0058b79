package chart

import (
	"slices"
	"testing"
)

// An axis that takes in 0 does so however far from it the data are, on either side.
func TestAxesTakeIn0(t *testing.T) {
	for _, c := range []struct {
		s      span
		lo, hi float64
	}{{span{90, 100, true}, 0, 100}, {span{-9, -8, true}, -9, 0}, {span{5, 5, true}, 0, 5}} {
		a := Axis{Zero: true}
		if x := a.exact(c.s); x.lo != c.lo || x.hi != c.hi {
			t.Errorf("%v: the axis is %v, want %v to %v", c.s, x, c.lo, c.hi)
		}
		if y := a.padded(c.s); y.lo > c.lo || y.hi < c.hi {
			t.Errorf("%v: the axis is %v, want %v to %v in it", c.s, y, c.lo, c.hi)
		}
	}
	if err := (Axis{Zero: true, Log: true}).validate("vertical"); err == nil {
		t.Error("a logarithmic axis takes in 0")
	}
}

// The marked values are those given; of those too close to each other not all are written.
func TestGivenTicks(t *testing.T) {
	c := Curves{X: Axis{Ticks: []float64{15, 5, 10, 99}}, Series: []Series{upTo(5, 10, 15)}}
	var texts []string
	for _, w := range written(c) {
		texts = append(texts, w.text)
	}
	for text, want := range map[string]bool{"5": true, "10": true, "15": true, "99": false,
		"6": false, "14": false} {
		if slices.Contains(texts, text) != want {
			t.Errorf("%s is written: %v, want %v", text, !want, want)
		}
	}
	f := frame{x: scale{0, 1, false}}
	f.Max.X = 100
	ts := f.marks([]float64{0, .01, 1})
	if len(ts) != 3 || ts[0].text != "0" || ts[1].text != "" || ts[2].text != "1" {
		t.Errorf("the ticks are %v, want 0 and 1 written, and a mark between", ts)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -12345: "-12,345",
		10_000_000: "10,000,000"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}

// An axis that is too narrow for two round numbers side by side has more marks, of which some are
// written: one number alone would give no scale.
func TestNarrowAxisHasAScale(t *testing.T) {
	f := frame{x: scale{-.47, .27, false}}
	f.Max.X = 60
	var texts []string
	for _, mark := range f.xTicks(Axis{}, false) {
		if mark.text != "" {
			texts = append(texts, mark.text)
		}
	}
	if len(texts) < 2 {
		t.Errorf("the axis has the numbers %v, want two or more", texts)
	}
}
