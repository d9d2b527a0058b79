package chart

import (
	"bytes"
	"image"
	"math"
	"runtime"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
	"gonum.org/v1/plot/vg/vgimg"
)

// wild is a series that jumps up and down from point to point, within limits that change slowly.
func wild(n int, banded bool) Series {
	s := Series{X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		t := float64(i) / float64(n)
		s.X[i] = float64(i)
		s.Y[i] = math.Sin(float64(i)) * (1 + .5*math.Sin(20*t))
		if banded {
			s.Low, s.High = append(s.Low, s.Y[i]-.2), append(s.High, s.Y[i]+.2)
		}
	}
	return s
}

// frameOf returns a frame for a series on a canvas of a given number of pixels.
func frameOf(c vg.CanvasSizer, s Series) frame {
	all := draw.New(c)
	x, y := spans([]Series{s})
	return newFrame(all, all.Rectangle, Axis{}.exact(x), Axis{}.padded(y))
}

// A picture gets no more points than it can show, in all and in each path. The first and the last
// point are always there.
func TestThinned(t *testing.T) {
	for _, n := range []int{2, 700, 10_000, MaxPoints} {
		s := wild(n, false)
		var c recorder.Canvas
		f := frameOf(sizedCanvas{&c, 120 * millimetre, 60 * millimetre}, s)
		f.strokeLine(lineOf(s, Color(1)), f.points(s.X, s.Y))
		points, longest := 0, 0
		var ends []vg.Point
		for _, a := range c.Actions {
			if stroke, is := a.(*recorder.Stroke); is {
				points += len(stroke.Path)
				longest = max(longest, len(stroke.Path))
				ends = append(ends, stroke.Path[0].Pos, stroke.Path[len(stroke.Path)-1].Pos)
			}
		}
		// and one more where pieces meet
		if most := 5 * f.columns(); points > most || points < min(n, f.columns()) {
			t.Errorf("%d points: %d were drawn, want %d to %d", n, points, f.columns(), most)
		}
		if longest > wholeLength+1 {
			t.Errorf("%d points: a path has %d, want at most %d", n, longest, wholeLength+1)
		}
		if ends[0] != f.at(s.X[0], s.Y[0]) || ends[len(ends)-1] != f.at(s.X[n-1], s.Y[n-1]) {
			t.Errorf("%d points: it goes from %v to %v", n, ends[0], ends[len(ends)-1])
		}
	}
}

// sizedCanvas is a canvas with a size.
type sizedCanvas struct {
	*recorder.Canvas
	width, height vg.Length
}

func (s sizedCanvas) Size() (x, y vg.Length) { return s.width, s.height }

// Few points are drawn as they are.
func TestNotThinned(t *testing.T) {
	s := wild(1000, true)
	f := frameOf(sizedCanvas{new(recorder.Canvas), 120 * millimetre, 60 * millimetre}, s)
	pts := f.points(s.X, s.Y)
	if got := f.thinned(pts); &got[0] != &pts[0] || len(got) != 1000 {
		t.Errorf("%d of 1000 points are left", len(got))
	}
	if above, below := f.envelope(pts, pts); len(above) != len(below) || len(above) > 1000 {
		t.Errorf("a band has %d and %d points", len(above), len(below))
	}
}

// picture draws something on a small image.
func picture(s Series, drawing func(f frame)) *image.RGBA {
	c := vgimg.NewWith(vgimg.UseWH(100, 60), vgimg.UseDPI(dpi))
	fillRect(draw.New(c), Color(0), draw.New(c).Rectangle)
	drawing(frameOf(c, s))
	return c.Image().(*image.RGBA)
}

// different returns the share of pixels that differ by more than a quarter.
func different(a, b *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 3 {
			if d := int(a.Pix[i+k]) - int(b.Pix[i+k]); d > 64 || d < -64 {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}

// A thinned line and band look like those of all points.
func TestThinnedLooksTheSame(t *testing.T) {
	s := wild(2500, true)
	whole := picture(s, func(f frame) {
		pts := f.points(s.X, s.Y)
		for i := 0; i+1 < len(pts); i += 50 {
			f.StrokeLines(lineOf(s, Color(1)), pts[i:min(i+51, len(pts))])
		}
	})
	thin := picture(s, func(f frame) {
		if len(f.thinned(f.points(s.X, s.Y))) > 1400 {
			t.Error("nothing is left out")
		}
		f.strokeLine(lineOf(s, Color(1)), f.points(s.X, s.Y))
	})
	if share := different(whole, thin); share > .01 {
		t.Errorf("%.1f %% of the pixels of the line differ", 100*share)
	}
	whole = picture(s, func(f frame) {
		for i := range s.X { // upright strokes of the band's height
			f.StrokeLine2(draw.LineStyle{Color: Color(1), Width: 0.36}, f.at(s.X[i], 0).X,
				f.at(0, s.Low[i]).Y, f.at(s.X[i], 0).X, f.at(0, s.High[i]).Y)
		}
	})
	thin = picture(s, func(f frame) { f.drawBand(s, Color(1)) })
	if share := different(whole, thin); share > .03 {
		t.Errorf("%.1f %% of the pixels of the band differ", 100*share)
	}
}

// A figure that is too large is refused before its pixels are allocated. So are too many points.
func TestTooLarge(t *testing.T) {
	p := Curves{Series: []Series{wild(10, false)}}
	tall := Figure{Width: 1000}
	for range MaxPanels {
		tall.Rows = append(tall.Rows, []Panel{p})
	}
	tall.Width = 400 * millimetre
	for want, panel := range map[string]Panel{
		"a figure of 5000 by 5000 mm, want at most a square metre": Figure{
			Rows: [][]Panel{{p}}, Width: 5000 * millimetre, Height: 5000 * millimetre},
		"a figure of 400 by 4": tall,
		"more than 1000000 points in all series": Curves{Series: []Series{wild(600_000, false),
			wild(600_000, false)}},
	} {
		var b bytes.Buffer
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := Encode(&b, "png", panel)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 10<<20 {
			t.Errorf("%s: the refusal took %d bytes", want, n)
		}
	}
	if err := (Figure{Rows: [][]Panel{{p}}, Width: 841 * millimetre,
		Height: 1189 * millimetre}).Validate(); err != nil {
		t.Errorf("a poster of size A0: %v", err)
	}
}

// A long series that jumps up and down can be drawn.
func TestWildSeries(t *testing.T) {
	for _, n := range []int{10_000, 200_000} {
		if testing.Short() && n > 10_000 {
			continue
		}
		var b bytes.Buffer
		if err := Encode(&b, "svg", Curves{Series: []Series{wild(n, true)}}); err != nil {
			t.Fatal(err)
		}
		if b.Len() > 400_000 { // some 60 bytes a point
			t.Errorf("%d points are %d bytes of SVG", n, b.Len())
		}
		if err := Encode(&b, "png", Curves{Series: []Series{wild(n, true)}}); err != nil {
			t.Fatal(err)
		}
	}
}
