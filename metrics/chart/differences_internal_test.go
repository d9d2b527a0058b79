package chart

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

// The numbers beside the rows have two digits of the widest interval, and more where an interval
// beside 0 would read as if it held 0.
func TestDifferenceNumbers(t *testing.T) {
	wide := Difference{Value: .5, Low: 0, High: 1}
	if p := (Differences{Rows: []Difference{{Value: 9, Low: .5, High: 20}}}); p.numbers()[0] !=
		"9.0 [0.5, 20.0]" {
		t.Errorf("a bound of .5 is %q", p.numbers()[0])
	}
	for _, c := range []struct {
		beside Difference
		want   []string
	}{
		{Difference{Value: .1, Low: -.001, High: .2},
			[]string{"0.5 [0.0, 1.0]", "0.1 [0.0, 0.2]"}},
		{Difference{Value: .1, Low: .06, High: .2}, []string{"0.5 [0.0, 1.0]", "0.1 [0.1, 0.2]"}},
		{Difference{Value: .1, Low: .03, High: .2},
			[]string{"0.50 [0.00, 1.00]", "0.10 [0.03, 0.20]"}},
		{Difference{Value: -.1, Low: -.2, High: -.002},
			[]string{"0.500 [0.000, 1.000]", "−0.100 [−0.200, −0.002]"}},
		{Difference{Value: .1, Low: 1e-9, High: .2},
			[]string{"0.5000 [0.0000, 1.0000]", "0.1000 [0.0000, 0.2000]"}},
	} {
		p := Differences{Rows: []Difference{wide, c.beside}}
		if got := p.numbers(); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.beside, got, c.want)
		}
	}
}

// A name of three lines fits into its row.
func TestDifferenceNames(t *testing.T) {
	p := Differences{}
	for range 20 {
		p.Rows = append(p.Rows, Difference{
			Name: "committed are heard more - half of the others are not heard", Value: -.313123,
			Low: -.4, High: -.0004,
		})
	}
	for width := vg.Length(150); width < 500; width += 10 {
		names, _ := p.words(width)
		lines := len(nameLines(p.Rows[0].Name, names))
		row := (p.height(width) - xRoom(p.X, width) - 10) / vg.Length(len(p.Rows))
		if row < textPen.height(lines) {
			t.Errorf("%v wide: a row has %v, want %v for %d lines", width, row,
				textPen.height(lines), lines)
		}
	}
}
