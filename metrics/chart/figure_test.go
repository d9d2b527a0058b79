package chart

import (
	"bytes"
	"image/png"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// words is a piece of text with the box around its capitals.
type words struct {
	text string
	box  vg.Rectangle
}

// written lists all the words that a figure writes, with their places.
func written(p Panel) (all []words) {
	var rec recorder.Canvas
	f := figureOf(p)
	f.Draw(draw.NewCanvas(&rec, f.size().X, f.size().Y))
	for _, a := range rec.Actions {
		if s, ok := a.(*recorder.FillString); ok {
			face := fonts().Lookup(s.Font, s.Size)
			all = append(all, words{s.String, vg.Rectangle{
				Min: s.Point, Max: s.Point.Add(vg.Point{X: face.Width(s.String), Y: 0.7 * s.Size}),
			}})
		}
	}
	return all
}

func TestNoWordsOverlapOrAreCut(t *testing.T) {
	all := figures()
	all["narrow"] = narrow()
	for name, p := range all {
		texts := written(p)
		size := figureOf(p).size()
		for i, a := range texts {
			if a.box.Min.X < 1 || a.box.Min.Y < 1 || a.box.Max.X > size.X-1 ||
				a.box.Max.Y > size.Y-1 {
				t.Errorf("%s: %q at %v leaves the figure of %v", name, a.text, a.box, size)
			}
			for _, b := range texts[:i] {
				if a.box.Min.X < b.box.Max.X && b.box.Min.X < a.box.Max.X &&
					a.box.Min.Y < b.box.Max.Y && b.box.Min.Y < a.box.Max.Y {
					t.Errorf("%s: %q lies over %q", name, a.text, b.text)
				}
			}
		}
	}
}

func TestBorderIsWhite(t *testing.T) {
	for name, p := range figures() {
		img, err := png.Decode(bytes.NewReader(encodePNG(figureOf(p), 72)))
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		for x := range b.Dx() {
			for y := range b.Dy() {
				if min(x, y, b.Dx()-1-x, b.Dy()-1-y) > 2 {
					continue
				}
				if r, g, b, _ := img.At(x, y).RGBA(); min(r, g, b) < 0xFFFF {
					t.Fatalf("%s: something is drawn at the border, at %d, %d", name, x, y)
				}
			}
		}
	}
}

func TestFramesOfColumnsAndRowsAlign(t *testing.T) {
	short := learningPanel()
	short.Series = short.Series[2:3]
	f := Figure{Rows: [][]Panel{{short, mapPanel(3, 3)}, {mapPanel(5, 5), short}}}
	g := f.grid(f.size().X)
	frames := g.frames(g.cells(0, g.height(), 1))
	for k := range 2 {
		if a, b := frames[0][k], frames[1][k]; a.Min.X != b.Min.X || a.Max.X != b.Max.X {
			t.Errorf("column %d: frames from %v to %v and from %v to %v", k, a.Min.X, a.Max.X,
				b.Min.X, b.Max.X)
		}
		if a, b := frames[k][0], frames[k][1]; a.Min.Y != b.Min.Y || a.Max.Y != b.Max.Y {
			t.Errorf("row %d: frames from %v to %v and from %v to %v", k, a.Min.Y, a.Max.Y,
				b.Min.Y, b.Max.Y)
		}
	}
}

func TestFigureSaysWhatIsWrong(t *testing.T) {
	one := [][]Panel{{learningPanel()}}
	for says, f := range map[string]Figure{
		"without a panel":             {Rows: [][]Panel{{nil}}},
		"Widths has 2 values, want 1": {Rows: one, Widths: []float64{1, 2}},
		"Heights[0] is 0":             {Rows: one, Heights: []float64{0}},
		"Widths[0] is NaN":            {Rows: one, Widths: []float64{math.NaN()}},
		"-1 by 0 points":              {Rows: one, Width: -1},
		"65 rows":                     {Rows: make([][]Panel, 65)},
		"ascending ends": {Rows: [][]Panel{{
			&Figure{Rows: [][]Panel{{Curves{X: Axis{From: 2, To: 1}}}}},
		}}},
	} {
		if err := f.Validate(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want an error with %q", err, says)
		}
	}
}

func TestCaptionSaysNotesOnce(t *testing.T) {
	c := learningPanel()
	two := Figure{Rows: [][]Panel{{c, c}}}.caption()
	if want := "Bands: pointwise 95 % intervals."; two != want {
		t.Errorf("%q, want %q", two, want)
	}
	mixed := Figure{Caption: "Here.", Rows: [][]Panel{{c, mapPanel(2, 2)}, {nil, c}}}.caption()
	if want := "Here. (a, c) Bands: pointwise 95 % intervals."; mixed != want {
		t.Errorf("%q, want %q", mixed, want)
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba"} {
		if got := letter(n); got != want {
			t.Errorf("letter %d is %q, want %q", n, got, want)
		}
	}
}

var svgSize = regexp.MustCompile(`<svg width="([0-9.]+)pt" height="([0-9.]+)pt"`)

func TestSizes(t *testing.T) {
	page := svgSize.FindSubmatch(encode(t, "svg",
		Figure{Rows: [][]Panel{{learningPanel(), learningPanel()}}}))
	if w, _ := strconv.ParseFloat(string(page[1]), 64); math.Abs(w-481.89) > 0.01 {
		t.Errorf("two panels are %v points wide, want 17 cm", w)
	}
	fixed := svgSize.FindSubmatch(encode(t, "svg", Figure{Rows: [][]Panel{{learningPanel()}},
		Width: 300, Height: 200}))
	if string(fixed[1]) != "300" || string(fixed[2]) != "200" {
		t.Errorf("%s by %s, want 300 by 200", fixed[1], fixed[2])
	}
}

func TestNestedFigure(t *testing.T) {
	inner := Figure{Rows: [][]Panel{{learningPanel()}, {mapPanel(3, 3)}}, Unlettered: true}
	var texts []string
	for _, w := range written(Figure{Rows: [][]Panel{{inner, spreadPanel()}}}) {
		texts = append(texts, w.text)
	}
	for _, want := range []string{"a", "b", "Turnover and turbulence"} {
		if !slices.Contains(texts, want) {
			t.Errorf("no %q in %q", want, texts)
		}
	}
}

// A figure that only arranges panels within another has their letters and notes in the other's.
func TestArrangementsAreLetteredThrough(t *testing.T) {
	c, d := learningPanel(), spreadPanel()
	row := Figure{Rows: [][]Panel{{c, d}}}
	f := Figure{Title: "All", Rows: [][]Panel{{row}, {mapPanel(2, 2)}, {&row}}}
	var letters []string
	for _, w := range written(f) {
		if len(w.text) == 1 && w.text >= "a" && w.text <= "z" {
			letters = append(letters, w.text)
		}
	}
	if want := []string{"a", "b", "c", "d", "e"}; !slices.Equal(letters, want) {
		t.Errorf("the letters are %q, want %q", letters, want)
	}
	caption := f.caption()
	for _, want := range []string{"(a, d) Bands: ", "(b, e) Violins: "} {
		if strings.Count(caption, want) != 1 {
			t.Errorf("the caption is %q, want %q in it", caption, want)
		}
	}
	f.Unlettered = true
	if got := f.caption(); !strings.HasPrefix(got, "(Knowledge of the average person, ") {
		t.Errorf("without letters the caption is %q, want the panels by their titles", got)
	}
	if one := (Figure{Rows: [][]Panel{{Figure{Rows: [][]Panel{{c}}}}}}); one.lettered() {
		t.Error("a single panel has a letter")
	}
}
