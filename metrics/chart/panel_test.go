package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

func TestPanelsNameWhatCannotBeDrawn(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	one := func(s Series) Curves { return Curves{Title: "t", Series: []Series{s}} }
	two := []float64{1, 2}
	for says, p := range map[string]checked{
		`curves "t": series "s": X[1] is +Inf`: one(Series{Name: "s", X: []float64{1, inf},
			Y: two}),
		`series "s": Low[0] is NaN`: one(Series{Name: "s", X: two, Y: two,
			Low: []float64{nan, 1}, High: two}),
		`series "s": 1 values of Y over 2 of X`: one(Series{Name: "s", X: two, Y: two[:1]}),
		`series "s": 2 values of Low and 0 of High`: one(Series{Name: "s", X: two, Y: two,
			Low: two}),
		`series "s": interval 0 from 2 to 1`: one(Series{Name: "s", X: two[:1], Y: two[:1],
			Low: two[1:], High: two[:1]}),
		`series 0: value X[1] is 1 after 1`: one(Series{X: []float64{1, 1}, Y: two}),
		`65 series, want at most 64`:        Curves{Series: make([]Series, 65)},
		`vertical axis from NaN`:            Curves{Y: Axis{From: nan}},
		`strip "said": series "s": Y[0] is 1e+200`: Flows{Strips: []Strip{{
			Y:      Axis{Label: "said"},
			Series: []Series{{Name: "s", X: two, Y: []float64{1e200, 1}}},
		}}},
		`logarithmic vertical axis from 0, want more`: Curves{Y: Axis{To: 1, Log: true}},
		`series "s": X[0] is 0, want more than 0 on`: logarithmic(Series{Name: "s",
			X: []float64{0, 1}, Y: two}),
		`series "s": Low[1] is -1, want more than 0`: logarithmic(Series{Name: "s", X: two, Y: two,
			Low: []float64{1, -1}, High: two}),
		`strip 0: series 0: Y[0] is 0, want more`: Flows{Strips: []Strip{{Y: Axis{Log: true},
			Series: []Series{{X: two[:1], Y: []float64{0}}}}}},
		`logarithmic horizontal axis, which only`: Differences{X: Axis{Log: true}},
		`logarithmic colour axis, which only`:     HeatMap{Scale: Axis{Log: true}},
		`65 strips`:                               Flows{Strips: make([]Strip, 65)},
		`group "g": Values[0] is NaN`: Distributions{Groups: []Group{{Name: "g",
			Values: []float64{nan}}}},
		`501 groups`: Distributions{Groups: make([]Group, 501)},
		`row "r": Value, Low, High[0] is NaN`: Differences{Rows: []Difference{{Name: "r",
			Value: nan}}},
		`row "r": 3 with an interval from 1 to 2`: Differences{Rows: []Difference{{Name: "r",
			Value: 3, Low: 1, High: 2}}},
		`Margin is -1`: Differences{Margin: -1},
		`501 rows`:     Differences{Rows: make([]Difference, 501)},
		`row "r", column "c" is NaN`: HeatMap{Rows: []string{"r"},
			Columns: []string{"c"}, Values: [][]float64{{nan}}},
		`row "r" has 2 values, want 1`: HeatMap{Rows: []string{"r"},
			Columns: []string{"c"}, Values: [][]float64{two}},
		`0 rows of values, want 1`:               HeatMap{Rows: []string{"r"}},
		`edge 0 from 0 to 2, want nodes 0 to 1`:  Network{Nodes: 2, Edges: [][2]int{{0, 2}}},
		`1 groups, want one for each of 2 nodes`: Network{Nodes: 2, Group: []int{0}},
		`node 1 is in group -1`:                  Network{Nodes: 2, Group: []int{0, -1}},
		`1 arrows, want one for each of 0 edges`: Network{Arrows: []bool{true}},
		`1 sizes, want one for each of 2 nodes`:  Network{Nodes: 2, Size: []float64{1}},
		`Size[0] is 0, want more than 0`:         Network{Nodes: 1, Size: []float64{0}},
		`2 places across and 0 up, want 2`:       Network{Nodes: 2, X: two},
		`Y[0] is NaN`: Network{Nodes: 1, X: two[:1],
			Y: []float64{nan}},
		`-1 nodes and 0 edges, want at most 20000`: Network{Nodes: -1},
	} {
		if err := p.Validate(); err == nil || !strings.Contains(err.Error(), says) ||
			!strings.HasPrefix(err.Error(), "chart: ") {
			t.Errorf("%v, want an error with %q", err, says)
		}
	}
}

// logarithmic is a panel of one series on logarithmic axes.
func logarithmic(s Series) Curves {
	return Curves{X: Axis{Log: true}, Y: Axis{Log: true}, Series: []Series{s}}
}

func TestEmptyPanelsSaySo(t *testing.T) {
	for _, p := range []Panel{Curves{}, Distributions{}, Differences{}, HeatMap{}, Flows{},
		Network{}, Curves{Series: []Series{{Name: "s"}}}, logarithmic(Series{})} {
		if !strings.Contains(sentence(p), "Nothing to draw") {
			t.Errorf("an empty %T does not say that there is nothing to draw: %q", p, sentence(p))
		}
	}
	half := Curves{Series: []Series{curve("some", 5, .5, 1), {Name: "none"}}}
	if !strings.Contains(sentence(half), "No data: none.") {
		t.Errorf("an empty series is passed over in silence: %q", sentence(half))
	}
}

func sentence(p Panel) string {
	var b strings.Builder
	for _, w := range written(p) {
		b.WriteString(w.text + " ")
	}
	return b.String()
}

// Few, equal and extreme values can be drawn. Their places are finite and inside the figure.
func TestHardValuesAreDrawnInside(t *testing.T) {
	flat := []float64{0.5, 0.5, 0.5}
	single := Series{Name: "one", X: []float64{3}, Y: []float64{2}, Low: []float64{1},
		High: []float64{3}}
	panels := map[string]Panel{
		"one point": Curves{Series: []Series{single}},
		"flat": Curves{Series: []Series{{Name: "flat", X: []float64{0, 1, 2}, Y: flat,
			Low: flat, High: flat}}},
		"zero": Curves{Series: []Series{{X: []float64{0, 1}, Y: []float64{0, 0}}}},
		"huge": Curves{Series: []Series{{X: []float64{-1e99, 1e99},
			Y: []float64{-1e99, 1e99}}}},
		"tiny": Curves{Series: []Series{{X: []float64{0, 1e-90},
			Y: []float64{1e-90, 2e-90}}}},
		"near": Curves{Series: []Series{{X: []float64{0, 1},
			Y: []float64{1, math.Nextafter(1, 2)}}}},
		"log": logarithmic(Series{X: []float64{1e-99, 1, 1e99},
			Y: []float64{1e-99, 1e99, 5}}),
		"log point": logarithmic(single),
		"log cut": Curves{Y: Axis{From: 2, To: 4, Log: true},
			X:      Axis{From: 2, To: 200, Log: true},
			Series: []Series{{X: []float64{1, 900}, Y: []float64{1, 9}, Guide: true}}},
		"cut": Curves{Y: Axis{From: .2, To: .4}, X: Axis{From: 20, To: 90},
			Series: learningPanel().Series},
		"two values": Distributions{Groups: []Group{{Name: "g", Values: []float64{1, 2}}}},
		"one outlier": Distributions{Groups: []Group{{Name: "g",
			Values: append(make([]float64, 50), 1)}}},
		"outside": Distributions{X: Axis{From: 5, To: 6},
			Groups: []Group{{Name: "g", Values: []float64{1, 2}}}},
		"no width": Differences{Rows: []Difference{{Name: "r"}}},
		"one cell": HeatMap{Rows: []string{"r"}, Columns: []string{"c"},
			Values: [][]float64{{3}}, Diverging: true},
		"zero cell": HeatMap{Rows: []string{"r"}, Columns: []string{"c"},
			Values: [][]float64{{0}}, Diverging: true},
		"one node": Network{Nodes: 1},
		"heap":     Network{Nodes: 3, X: flat, Y: flat, Edges: [][2]int{{0, 0}, {0, 1}}},
		"long names": Curves{Series: []Series{curve(strings.Repeat("verylongname", 9), 4, 1, 1)},
			Y: Axis{Label: strings.Repeat("long label ", 30)}},
	}
	for name, p := range panels {
		f := figureOf(p)
		var rec recorder.Canvas
		f.Draw(draw.NewCanvas(&rec, f.size().X, f.size().Y))
		for _, a := range rec.Actions {
			for _, at := range places(a) {
				if !(at.X > -1 && at.Y > -1 && at.X < f.size().X+1 && at.Y < f.size().Y+1) {
					t.Fatalf("%s: something is drawn at %v in a figure of %v", name, at, f.size())
				}
			}
		}
	}
}

func places(a recorder.Action) (all []vg.Point) {
	var path vg.Path
	switch a := a.(type) {
	case *recorder.Stroke:
		path = a.Path
	case *recorder.Fill:
		path = a.Path
	case *recorder.FillString:
		all = append(all, a.Point)
	}
	for _, step := range path {
		if step.Type != vg.CloseComp {
			all = append(all, step.Pos)
		}
	}
	return all
}

func TestDashedSeriesShareTheColourBefore(t *testing.T) {
	got := colors([]Series{{}, {Dashed: true}, {}, {Dashed: true}, {Color: 7}, {Dashed: true}, {}})
	if want := []int{1, 1, 2, 2, 7, 7, 3}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("colours %v, want %v", got, want)
	}
}

// A Guide uses no colour of the palette and has no mark.
func TestGuides(t *testing.T) {
	got := colors([]Series{{}, {Guide: true}, {}, {Guide: true}, {Dashed: true}})
	if want := []int{1, 1, 2, 2, 2}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("colours %v, want %v", got, want)
	}
	var rec recorder.Canvas
	p := Curves{Series: []Series{{Name: "theory", X: []float64{0, 1}, Y: []float64{0, 1},
		Guide: true}}}
	p.Draw(draw.NewCanvas(&rec, 300, 200))
	dashed := 0
	for _, a := range rec.Actions {
		switch a := a.(type) {
		case *recorder.SetLineDash:
			dashed += min(len(a.Dashes), 1)
		case *recorder.Fill:
			t.Error("a mark or a band is drawn")
		}
	}
	if dashed != 2 {
		t.Errorf("%d dashed lines, want the guide and the one before its name", dashed)
	}
}

// A power law is a straight line on logarithmic axes, and it ends where the data end.
func TestLogarithmicAxes(t *testing.T) {
	p := logarithmic(Series{X: []float64{10, 100, 1000}, Y: []float64{3, 30, 300}})
	x, y := p.scales()
	if x.at(10) != 0 || math.Abs(x.at(100)-.5) > 1e-12 || math.Abs(x.at(1000)-1) > 1e-12 {
		t.Errorf("10, 100 and 1000 are at %v, %v and %v, want 0, 1/2 and 1", x.at(10), x.at(100),
			x.at(1000))
	}
	if math.Abs(y.at(30)-.5) > 1e-12 || y.at(3) <= 0 || y.at(300) >= 1 ||
		math.Abs(y.at(3)+y.at(300)-1) > 1e-12 {
		t.Errorf("3, 30 and 300 are at %v, %v and %v, want them inside and evenly apart", y.at(3),
			y.at(30), y.at(300))
	}
	q := p
	ShareY(&q)
	if !q.Y.Log || math.Abs(q.Y.From-y.lo) > 1e-12 || math.Abs(q.Y.To-y.hi) > 1e-9 {
		t.Errorf("the shared axis is %v, want a logarithmic one from %v to %v", q.Y, y.lo, y.hi)
	}
}

func TestBandsLieUnderLines(t *testing.T) {
	var rec recorder.Canvas
	p := learningPanel()
	p.Draw(draw.NewCanvas(&rec, 300, 200))
	line := false
	var width vg.Length
	var alpha uint32
	for _, a := range rec.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			_, _, _, alpha = a.Color.RGBA()
		case *recorder.SetLineWidth:
			width = a.Width
		case *recorder.Stroke:
			line = line || width >= 0.8*lineWidth
		case *recorder.Fill:
			if line && alpha < 0xFFFF {
				t.Fatal("a band is drawn over a line")
			}
		}
	}
	if !line {
		t.Error("no line was drawn")
	}
}

func TestShareY(t *testing.T) {
	a := Curves{Series: []Series{{X: []float64{0, 1}, Y: []float64{0, 1}}}}
	b := Curves{Series: []Series{{X: []float64{0, 1}, Y: []float64{2, 5}}}}
	ShareY(&a, &b)
	if a.Y.From != b.Y.From || a.Y.To != b.Y.To || a.Y.From != 0 || a.Y.To < 5 {
		t.Errorf("axes %v and %v, want one from 0 to a little over 5", a.Y, b.Y)
	}
}

func TestQuantiles(t *testing.T) {
	// R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .75, 1))
	for p, want := range map[float64]float64{0: 1, .25: 1.75, .5: 3, .75: 5, 1: 8} {
		if got := quantile([]float64{1, 2, 4, 8}, p); got != want {
			t.Errorf("quantile %v is %v, want %v", p, got, want)
		}
	}
}

func TestSwarmDotsDoNotOverlap(t *testing.T) {
	along := []vg.Length{0, 0, 0, 1, 1.5, 2, 2, 9, 9, 30}
	aside := swarm(along, 4)
	for i := range along {
		for j := range i {
			if d := math.Hypot(float64(along[i]-along[j]),
				float64(aside[i]-aside[j])); d < 4*0.999 {
				t.Errorf("dots %d and %d are %v apart, want 4", j, i, d)
			}
		}
	}
}
