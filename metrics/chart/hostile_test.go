package chart

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"orglearn/metrics"
	"orglearn/metrics/internal/hostile"
	"orglearn/network/layout"
)

var nan, inf = math.NaN(), math.Inf(1)

// drawing is a hostile panel, drawn in both formats.
func drawing(name, want string, p Panel) hostile.Case {
	return hostile.Case{Name: name, Want: want, Call: func() error {
		err := Encode(io.Discard, "svg", p)
		if other := Encode(io.Discard, "png", p); (other == nil) != (err == nil) {
			return fmt.Errorf("as PNG: %v, as SVG: %v", other, err)
		}
		return err
	}}
}

// line is a panel with one series.
func line(s Series) Curves { return Curves{Series: []Series{s}} }

func upTo(x ...float64) Series { return Series{X: x, Y: make([]float64, len(x))} }

// Hostile values and axes are errors that name their place.
func TestHostilePanels(t *testing.T) {
	var all []hostile.Case
	for _, v := range []float64{nan, inf, -inf, 2e100, -math.MaxFloat64} {
		text := fmt.Sprint(v)
		s := upTo(1, 2)
		s.Y[1] = v
		band := upTo(1, 2)
		band.Low, band.High = []float64{0, 0}, []float64{1, v}
		all = append(all,
			drawing("X "+text, "X[1] is "+text, line(upTo(1, v))),
			drawing("Y "+text, "Y[1] is "+text, line(s)),
			drawing("band "+text, "High[1] is "+text, line(band)),
			drawing("axis to "+text, "want finite ends", Curves{X: Axis{To: v}}),
			drawing("axis from "+text, "want finite ends", Flows{X: Axis{From: v}}),
			drawing("strip "+text, "Y[1] is "+text, Flows{Strips: []Strip{{Series: []Series{s}}}}),
			drawing("value "+text, "Values[0] is "+text, Distributions{
				Groups: []Group{{Values: []float64{v}}}}),
			drawing("difference "+text, text, Differences{Rows: []Difference{{Value: v}}}),
			drawing("margin "+text, "Margin is "+text, Differences{Margin: v}),
			drawing("cell "+text, "is "+text, HeatMap{Rows: []string{""}, Columns: []string{""},
				Values: [][]float64{{v}}}),
			drawing("place "+text, "X[0] is "+text, Network{Nodes: 1, X: []float64{v},
				Y: []float64{0}}),
			drawing("width "+text, "a figure of", Figure{Width: vg.Length(v),
				Rows: [][]Panel{{line(s)}}}),
			drawing("column "+text, "Widths[0] is "+text, Figure{Widths: []float64{v},
				Rows: [][]Panel{{line(upTo(1))}}}))
	}
	hostile.Run(t, append(all,
		drawing("unlike lengths", "1 values of Y over 2 of X", line(Series{X: []float64{1, 2},
			Y: []float64{1}})),
		drawing("half a band", "want 1 of both or none", line(Series{X: []float64{1},
			Y: []float64{1}, Low: []float64{1}})),
		drawing("X twice", "want ascending values", line(upTo(1, 1))),
		drawing("axis the wrong way", "want ascending ends", Curves{X: Axis{From: 2, To: 1}}),
		drawing("logarithm of 0", "", Curves{Y: Axis{Log: true}}),
		drawing("logarithm from -1", "want more than 0", Curves{Y: Axis{Log: true, From: -1,
			To: 1}}),
		drawing("a point", "", line(upTo(0))), drawing("nothing", "", Curves{}),
		drawing("the largest", "", line(Series{X: []float64{-1e100, 1e100},
			Y: []float64{1e100, -1e100}})),
		drawing("the least", "", line(Series{X: []float64{0, 5e-324}, Y: []float64{0, 5e-324}})),
		drawing("close together", "", line(Series{X: []float64{1, math.Nextafter(1, 2)},
			Y: []float64{1e99, math.Nextafter(1e99, inf)}})),
		drawing("far outside of the axis", "", Curves{X: Axis{From: 1e99, To: 1e100},
			Series: []Series{upTo(0, 1)}}),
		drawing("a dot of an axis", "", Curves{X: Axis{From: 1, To: math.Nextafter(1, 2)},
			Series: []Series{upTo(0, 1)}}),
		drawing("many series", "65 series, want at most 64", Curves{Series: make([]Series, 65)}),
		drawing("many groups", "want at most 500", Distributions{Groups: make([]Group, 501)}),
		drawing("many values", "want at most 1000000", Distributions{Groups: []Group{{
			Values: make([]float64, MaxValues+1)}}}),
		drawing("many differences", "want at most 500", Differences{Rows: make([]Difference, 501)}),
		drawing("many cells", "want at most 500", HeatMap{Rows: make([]string, 501)}),
		drawing("no values", "0 rows of values, want 1", HeatMap{Rows: []string{""}}),
		drawing("an outer interval", "want it inside", Differences{Rows: []Difference{{Low: 1,
			High: 2}}}),
		drawing("a negative margin", "Margin is -1", Differences{Margin: -1}),
		drawing("colours", "", line(Series{X: []float64{1}, Y: []float64{1}, Color: math.MinInt})),
		drawing("a long name", "", Curves{Title: strings.Repeat("long ", 200), Series: []Series{{
			Name: strings.Repeat("x", 2000), X: []float64{1}, Y: []float64{1}}}}),
		drawing("no text", "", Curves{Title: "\x00\xff\u2028<&>", Note: "\x00"}),
	))
}

// Hostile figures and networks are errors. Hostile layouts have no places.
func TestHostileFigures(t *testing.T) {
	itself := &Figure{}
	itself.Rows = [][]Panel{{itself}}
	wide := Figure{Rows: [][]Panel{make([]Panel, MaxPanels)}}
	for range 3 {
		inner := wide
		wide = Figure{}
		for range MaxPanels {
			wide.Rows = append(wide.Rows, []Panel{inner})
		}
	}
	places := func(name string, x, y []float64) hostile.Case {
		return hostile.Case{Name: name, Call: func() error {
			if x != nil || y != nil {
				return fmt.Errorf("there are %d places", len(x))
			}
			return nil
		}}
	}
	circleX, circleY := layout.Circle(math.MinInt)
	manyX, manyY := layout.Circle(math.MaxInt)
	springX, springY := layout.Spring(-1, [][2]int{{0, 1}})
	farX, farY := layout.Spring(math.MaxInt, nil)
	cases := []hostile.Case{
		drawing("nil", "no panel", nil), drawing("a nil figure", "without a panel", (*Figure)(nil)),
		drawing("a nil panel", "panicked", (*Curves)(nil)),
		drawing("a nil function", "panicked", PanelFunc(nil)),
		drawing("a panic", "no ink", PanelFunc(func(draw.Canvas) { panic("no ink") })),
		drawing("in itself", "figures in each other, want at most 8 deep", itself),
		drawing("in each other", "and 4096 panels", wide), drawing("empty", "without a panel",
			Figure{}),
		drawing("nil panels", "without a panel", Figure{Rows: [][]Panel{{nil, nil}, nil}}),
		drawing("rows", "want at most 64", Figure{Rows: make([][]Panel, 65)}),
		drawing("widths", "Figure.Widths has 2 values, want 1", Figure{Widths: []float64{1, 1},
			Rows: [][]Panel{{Curves{}}}}),
		drawing("no height", "Heights[0] is 0", Figure{Heights: []float64{0},
			Rows: [][]Panel{{Curves{}}}}),
		drawing("a line of a figure", "", Figure{Width: 1, Height: 1, Rows: [][]Panel{{Curves{}}}}),
		drawing("a hair of a figure", "want 1 to 100000, or 0", Figure{Width: 1e-9, Height: 1e-9,
			Rows: [][]Panel{{learningPanel()}}}),
		drawing("negative nodes", "-1 nodes", Network{Nodes: -1}),
		drawing("many nodes", "nodes and 0 edges, want at most", Network{Nodes: math.MaxInt}),
		drawing("an edge to nobody", "want nodes 0 to 1", Network{Nodes: 2,
			Edges: [][2]int{{0, 2}}}),
		drawing("a negative edge", "want nodes 0 to 1", Network{Nodes: 2,
			Edges: [][2]int{{-1, 0}}}),
		drawing("a negative group", "in group -1", Network{Nodes: 1, Group: []int{-1}}),
		drawing("a huge group", "", Network{Nodes: 1, Group: []int{math.MaxInt},
			Groups: []string{"a"}}),
		drawing("few places", "want 2", Network{Nodes: 2, X: []float64{1}, Y: []float64{1}}),
		drawing("one place", "", Network{Nodes: 3, X: make([]float64, 3), Y: make([]float64, 3)}),
		places("circle of less", circleX, circleY), places("circle of more", manyX, manyY),
		places("spring of less", springX, springY), places("spring of more", farX, farY),
	}
	for _, parent := range [][]int{{0}, {1, 0}, {-2}, {5}, {math.MinInt}} {
		cases = append(cases, hostile.Case{Name: fmt.Sprint("tree of ", parent),
			Want: "layout: tree", Call: func() error {
				_, _, err := layout.Tree(parent)
				return err
			}})
	}
	for _, format := range []string{"", "gif", "PNG", "\x00"} {
		cases = append(cases, hostile.Case{Name: "format " + format, Want: "want png or svg",
			Call: func() error { return Encode(io.Discard, format, learningPanel()) }})
	}
	for path, want := range map[string]string{"": "want png or svg", ".png": "",
		"no/where.svg": "no folder", "a\x00b/c.png": "no folder"} {
		cases = append(cases, hostile.Case{Name: "path " + path, Want: want, Call: func() error {
			t.Chdir(t.TempDir())
			return Save(path, learningPanel())
		}})
	}
	hostile.Run(t, cases)
	if err := Encode(nil, "png", learningPanel()); err == nil {
		t.Error("without a writer it is no error")
	}
	ShareY()
	ShareY(nil, &Curves{})
}

// Requests for what a table does not have are errors.
func TestHostileTables(t *testing.T) {
	table := tableOf(t, 2, swept()...)
	asked := func(name, want string, call func() (any, error)) hostile.Case {
		return hostile.Case{Name: name, Want: want, Call: func() error {
			_, err := call()
			return err
		}}
	}
	hostile.Run(t, []hostile.Case{
		asked("no axis", "no scenario has both factors", func() (any, error) {
			return Sweep(table, metrics.Score, 6, "", "")
		}),
		asked("one axis twice", "share a cell", func() (any, error) {
			return Sweep(table, metrics.Score, 6, "people", "people")
		}),
		asked("no facet", "no scenario has the factor", func() (any, error) {
			return Facets(table, metrics.Score, "")
		}),
		asked("no such facet", "no scenario has people=", func() (any, error) {
			return Facets(table, metrics.Score, "people", "")
		}),
		drawing("no line", "", Learning(table, never)),
		drawing("no spread", "", Ends(table, never, 6)),
		drawing("no outcome", "", Outcomes(table, metrics.Score, metrics.Outcome{})),
		drawing("no stream", "", Streams(table, nil)),
		drawing("no comparison", "", Compared([]metrics.Comparison{{Note: "none"}})),
		drawing("an empty comparison", "", Compared([]metrics.Comparison{{}})),
	})
}
