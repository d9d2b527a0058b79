package chart

import (
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"
)

// Every point of a short line has a mark, and the ring of a published one leaves what is in it.
func TestEveryPointIsMarked(t *testing.T) {
	c := Curves{Y: Axis{From: 0, To: 1}}
	for range 2 {
		s := upTo(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
		c.Series = append(c.Series, s)
	}
	for range 9 {
		c.Series = append(c.Series, Series{X: []float64{3}, Y: []float64{.5}, Dashed: true,
			Color: 1})
	}
	fills := 0
	for _, a := range actions(c) {
		if f, ok := a.(*recorder.Fill); ok && f.Path[len(f.Path)-1].Type == vg.CloseComp {
			fills++
		}
	}
	if want := 1 + 2*11; fills != want { // the white ground, and a mark for each point
		t.Errorf("%d shapes are filled, want %d", fills, want)
	}
}

// Levels of one thing are darker the higher, and of different shapes.
func TestOrderedColours(t *testing.T) {
	all := make([]Series, 5)
	inks := inksOf(all, true)
	for i := 1; i < len(inks); i++ {
		if luminance(inks[i].color) >= luminance(inks[i-1].color) ||
			inks[i].shape == inks[i-1].shape {
			t.Errorf("level %d is %v after %v, want a darker one of another shape", i, inks[i],
				inks[i-1])
		}
	}
	if k := inksOf(all, false); k[4].color != Color(5) {
		t.Errorf("without an order the fifth colour is %v, want %v", k[4].color, Color(5))
	}
}
