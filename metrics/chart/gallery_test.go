package chart

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"math/rand/v2"
	"orglearn/network/layout"
	"os"
	"path/filepath"
	"testing"
)

var gallery = flag.String("gallery", "", "folder to draw the gallery into, to be looked at")

// curve rises from a start to a ceiling, with a band that narrows.
func curve(name string, n int, ceiling, speed float64) Series {
	s := Series{Name: name}
	for i := range n {
		y := 0.1 + (ceiling-0.1)*(1-math.Exp(-speed*float64(i)/float64(n-1)))
		half := 0.015 + 0.05*math.Exp(-float64(i)/float64(n)*3)
		s.X, s.Y = append(s.X, float64(i)), append(s.Y, y)
		s.Low, s.High = append(s.Low, y-half), append(s.High, y+half)
	}
	return s
}

func normals(n int, mean, sd float64, cap float64) []float64 {
	r := rand.New(rand.NewPCG(uint64(n), math.Float64bits(mean)))
	vs := make([]float64, n)
	for i := range vs {
		vs[i] = min(cap, mean+sd*r.NormFloat64())
	}
	return vs
}

func learningPanel() Curves {
	c := Curves{Title: "Knowledge of the average person", X: Axis{Label: "tick"},
		Y: Axis{Label: "knowledge (share of reality)"}}
	for i, n := range []string{"communities of practice", "hierarchy", "isolated units"} {
		s := curve(n, 201, 0.82-0.14*float64(i), 5-float64(i))
		r := curve(n+", randomized", 201, 0.80-0.14*float64(i), 4.5-float64(i))
		r.Dashed, r.Low, r.High = true, nil, nil
		c.Series = append(c.Series, s, r)
	}
	return c
}

func spreadPanel() Distributions {
	return Distributions{Title: "Knowledge at tick 200", X: Axis{Label: "knowledge (share of " +
		"reality)"}, Groups: []Group{
		{Name: "communities of practice", Values: normals(200, 0.8, 0.05, 0.85)},
		{Name: "hierarchy", Values: normals(200, 0.66, 0.08, 1)},
		{Name: "isolated units", Values: normals(9, 0.5, 0.04, 1)},
		{Name: "March 1991", Values: []float64{0.6, 0.6, 0.6, 0.6}},
		{Name: "one run", Values: []float64{0.7}},
		{Name: "none"},
	}}
}

func differencePanel() Differences {
	return Differences{Title: "Communities against", X: Axis{Label: "difference in knowledge at " +
		"tick 200"}, Margin: 0.02, Rows: []Difference{
		{Name: "hierarchy", Value: 0.121, Low: 0.083, High: 0.158},
		{Name: "isolated units", Value: 0.241, Low: 0.22, High: 0.262},
		{Name: "their own randomization", Value: 0.004, Low: -0.011, High: 0.019},
		{Name: "March 1991", Value: -0.051, Low: -0.093, High: -0.014},
	}}
}

func mapPanel(rows, cols int) HeatMap {
	h := HeatMap{Title: "Turnover and turbulence", X: "turnover (share per tick)",
		Y: "turbulence (share per tick)", Scale: Axis{Label: "knowledge"}}
	for c := range cols {
		h.Columns = append(h.Columns, number(float64(c)*0.01, 0.01))
	}
	for r := range rows {
		h.Rows = append(h.Rows, number(float64(r)*0.02, 0.01))
		var row []float64
		for c := range cols {
			row = append(row, 0.9-0.5*float64(r)/float64(rows)-0.3*float64(c*c)/float64(cols*cols))
		}
		h.Values = append(h.Values, row)
	}
	return h
}

func flowPanel() Flows {
	f := Flows{Title: "What flows in a tick", X: Axis{Label: "tick"}}
	for i, q := range []string{"said (claims per person)", "objectified (dimensions per unit)",
		"taken to heart (dimensions per person)"} {
		s := Strip{Y: Axis{Label: q}}
		for k, n := range []string{"communities", "hierarchy", "isolated units"} {
			c := curve(n, 101, 0.1, 1)
			for t := range c.Y {
				c.Y[t] = (10 - float64(k)*3) * math.Exp(-float64(t)/(10+10*float64(k))) *
					float64(3-i)
				c.Low[t], c.High[t] = 0.9*c.Y[t], 1.1*c.Y[t]
			}
			s.Series = append(s.Series, c)
		}
		f.Strips = append(f.Strips, s)
	}
	return f
}

func subgroups(groups, size int, across float64) Network {
	r := rand.New(rand.NewPCG(1, 2))
	n := Network{Title: "Semi-isolated subgroups", Nodes: groups * size}
	for i := range n.Nodes {
		n.Group = append(n.Group, i/size)
		for j := range i {
			if i/size == j/size || r.Float64() < across {
				n.Edges = append(n.Edges, [2]int{i, j})
			}
		}
	}
	return n
}

func hierarchyPanel() Network {
	parent := []int{-1}
	group := []int{0}
	for level, first := 1, 0; level < 4; level++ {
		last := len(parent)
		for p := first; p < last; p++ {
			for range 4 {
				parent, group = append(parent, p), append(group, level)
			}
		}
		first = last
	}
	x, y, _ := layout.Tree(parent)
	n := Network{Title: "A hierarchy", Nodes: len(parent), Group: group, X: x, Y: y, Fill: true,
		Groups: []string{"top", "directors", "managers", "members"}}
	for i, p := range parent[1:] {
		n.Edges = append(n.Edges, [2]int{i + 1, p})
		for j := range i {
			if parent[j+1] == p {
				n.Edges = append(n.Edges, [2]int{i + 1, j + 1})
			}
		}
	}
	return n
}

// arrowsPanel is a ring in which each hears the next two, and somebody whom all hear and who hears
// one of them.
func arrowsPanel() Network {
	const ring = 12
	n := Network{Title: "Who hears whom", Nodes: ring + 1}
	n.X, n.Y = layout.Circle(ring)
	n.X, n.Y = append(n.X, .5), append(n.Y, .5)
	for i := range ring {
		n.Edges = append(n.Edges, [2]int{i, (i + 1) % ring}, [2]int{i, (i + 2) % ring},
			[2]int{i, ring})
		n.Arrows = append(n.Arrows, true, true, i > 0)
	}
	return n
}

func dense(n, edges int) Network {
	r := rand.New(rand.NewPCG(3, 4))
	net := Network{Title: "A large organization", Nodes: n}
	for i := range n {
		net.Group = append(net.Group, i*6/n)
	}
	for len(net.Edges) < edges {
		a := r.IntN(n)
		b := (a + 1 + r.IntN(60)) % n
		if r.Float64() < 0.05 {
			b = r.IntN(n)
		}
		net.Edges = append(net.Edges, [2]int{a, b})
	}
	return net
}

func fourPanels() Figure {
	return Figure{
		Title: "Communities of practice learn more than hierarchies and isolated units",
		Caption: "200 replicates of 60 people and 40 dimensions under the same rules, rates and " +
			"attention; each organization beside its randomization.",
		Rows: [][]Panel{{learningPanel(), spreadPanel()}, {differencePanel(), mapPanel(8, 10)}},
	}
}

// powers is a panel of measurements and of what theory expects, on logarithmic axes.
func powers() Figure {
	var panels []*Curves
	for i, to := range []float64{50, 1e3, 1e7} {
		p := &Curves{Title: fmt.Sprintf("To %v", to), X: Axis{Label: "people", Log: true},
			Y: Axis{Label: "time (ns)", Log: true}}
		var s Series
		for x := 5.; x <= to; x *= 3 {
			y := 20 + x*float64(i+1)
			s.X, s.Y, s.Low, s.High = append(s.X, x), append(s.Y, y), append(s.Low, .8*y),
				append(s.High, 1.4*y)
		}
		last := len(s.X) - 1
		guide := Series{X: []float64{5, s.X[last]}, Y: []float64{s.Y[last] * 5 / s.X[last],
			s.Y[last]}, Guide: true}
		p.Series = append(p.Series, guide, s)
		panels = append(panels, p)
	}
	panels[0].Series[0].Name, panels[0].Series[1].Name = "theory", "measured"
	ShareY(panels...)
	return Figure{Rows: [][]Panel{{panels[0], panels[1], panels[2]}}}
}

// narrow is a figure with little room for words.
func narrow() Figure {
	return Figure{Rows: [][]Panel{
		{learningPanel(), spreadPanel(), differencePanel()},
		{mapPanel(4, 5), flowPanel(), hierarchyPanel()},
	}}
}

// figures holds the figures that the tests draw.
func figures() map[string]Panel {
	rings := subgroups(9, 7, 0.02)
	rings.X, rings.Y = layout.Rings(rings.Group)
	rings.Title = "Rings"
	spring := subgroups(7, 8, 0.02)
	many := Curves{Title: "Many that end together", X: Axis{Label: "tick"}, Y: Axis{Label: "score"}}
	for i := range 8 {
		many.Series = append(many.Series, curve(fmt.Sprintf("scenario %d", i+1), 10,
			0.7+0.004*float64(i), 3))
	}
	wide := mapPanel(3, 4)
	wide.Diverging, wide.Scale.Label = true, "difference in knowledge"
	for _, row := range wide.Values {
		for i := range row {
			row[i] -= 0.62
		}
	}
	return map[string]Panel{
		"learning": learningPanel(), "spread": spreadPanel(), "differences": differencePanel(),
		"heat": mapPanel(20, 26),
		"wide": wide, "flows": flowPanel(), "rings": rings, "spring": spring,
		"tree": hierarchyPanel(), "arrows": arrowsPanel(), "many": many,
		"four": fourPanels(), "powers": powers(),
		"empty": Figure{Rows: [][]Panel{{Curves{}, Distributions{}, Differences{}},
			{HeatMap{}, Flows{}, Network{}}}},
	}
}

func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery")
	}
	all := figures()
	all["dense"] = dense(1000, 25000)
	all["narrow"] = narrow()
	for name, p := range all {
		for _, ext := range []string{".png", ".svg"} {
			if err := Save(filepath.Join(*gallery, "chart-"+name+ext), p); err != nil {
				t.Error(err)
			}
		}
		saveGrey(t, filepath.Join(*gallery, "chart-"+name+"-grey.png"), p)
	}
}

// saveGrey draws a panel as a printer without colours would.
func saveGrey(t *testing.T, path string, p Panel) {
	src, err := png.Decode(bytes.NewReader(encodePNG(figureOf(p), 110)))
	if err != nil {
		t.Fatal(err)
	}
	grey := image.NewGray(src.Bounds())
	draw.Draw(grey, grey.Bounds(), src, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, grey); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
