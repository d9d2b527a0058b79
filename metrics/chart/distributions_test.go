package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// Dots of values close together stay in their row.
func TestDotsStayInTheirRow(t *testing.T) {
	rows := Distributions{X: Axis{From: 0, To: 1}}
	for k := range 12 { // so many rows that each is low
		g := Group{Name: "g", Color: min(k, 3) + 1}
		for i := range fewValues - 1 {
			g.Values = append(g.Values, float64(k+1)/20+float64(i)*.0001)
		}
		rows.Groups = append(rows.Groups, g)
	}
	low := Figure{Width: 300, Height: 250, Rows: [][]Panel{{rows}}}
	img, err := png.Decode(bytes.NewReader(encodePNG(low, 110)))
	if err != nil {
		t.Fatal(err)
	}
	_, bottom := extent(img, Color(1))
	top, last := extent(img, Color(2))
	next, _ := extent(img, Color(3))
	if bottom == 0 || bottom >= top || last >= next {
		t.Errorf("rows: to %d, %d to %d, from %d", bottom, top, last, next)
	}
}

// extent is the first and the last line of pixels with a colour.
func extent(img image.Image, c color.NRGBA) (first, last int) {
	first = img.Bounds().Max.Y
	for y := range img.Bounds().Max.Y {
		for x := range img.Bounds().Max.X {
			if color.NRGBAModel.Convert(img.At(x, y)) == c {
				first, last = min(first, y), y
			}
		}
	}
	return first, last
}

// A count stands under each name where all of them fit, and under none where one does not.
func TestCountsStandWhereTheyFit(t *testing.T) {
	p := Distributions{Groups: []Group{{Name: "a"}, {Name: "a name of two lines, a long one"}}}
	lines := textPen.height(2) + tinyPen.skip()
	if !p.countsFit(300, lines) || p.countsFit(300, lines-1) {
		t.Errorf("%d lines: want a row of %v", len(nameLines(p.Groups[1].Name, 108)), lines)
	}
}
