package chart_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"orglearn/metrics/chart"
	"orglearn/network/layout"
)

// Learning curves with their intervals, and a randomized control in the same colour.
func ExampleCurves() {
	p := chart.Curves{
		Title: "Knowledge of the average person",
		X:     chart.Axis{Label: "tick"},
		Y:     chart.Axis{Label: "knowledge (share of reality)"},
		Series: []chart.Series{
			{Name: "communities", X: []float64{0, 50, 100}, Y: []float64{.1, .6, .8},
				Low: []float64{.1, .5, .7}, High: []float64{.1, .7, .9}},
			{Name: "randomized", Dashed: true, X: []float64{0, 50, 100}, Y: []float64{.1, .5, .7}},
		},
	}
	var svg bytes.Buffer
	if err := chart.Encode(&svg, "svg", p); err != nil {
		fmt.Println(err)
	}
	fmt.Println("named at the line's end:", bytes.Count(svg.Bytes(), []byte(">communities<")))
	fmt.Println("said in the caption:", bytes.Count(svg.Bytes(), []byte(">Bands: pointwise 95 % "+
		"intervals.<")))
	// Output:
	// named at the line's end: 1
	// said in the caption: 1
}

// A figure of two rows and two columns, saved as a file.
func ExampleFigure() {
	ticks := []float64{0, 50, 100}
	x, y := layout.Rings([]int{0, 0, 0, 1, 1, 1})
	f := chart.Figure{
		Title:   "Communities and isolated units",
		Caption: "200 replicates of each.",
		Rows: [][]chart.Panel{
			{
				chart.Curves{Title: "Learning",
					Series: []chart.Series{{Name: "communities", X: ticks,
						Y: []float64{.1, .6, .8}}}},
				chart.Distributions{Title: "At tick 100",
					Groups: []chart.Group{{Name: "communities", Values: []float64{.7, .8, .9}}}},
			},
			{
				chart.Differences{Title: "Against isolated units", Margin: .02,
					Rows: []chart.Difference{{Name: "communities", Value: .2, Low: .1, High: .3}}},
				chart.Network{Title: "Who is heard by whom", Nodes: 6,
					Edges: [][2]int{{0, 1}, {1, 2}, {3, 4}, {4, 5}, {2, 3}}, X: x, Y: y},
			},
		},
	}
	folder, err := os.MkdirTemp("", "chart")
	if err != nil {
		fmt.Println(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "comparison.svg")
	if err := chart.Save(path, f); err != nil {
		fmt.Println(err)
	}
	svg, err := os.ReadFile(path)
	for _, letter := range []string{"a", "b", "c", "d"} {
		fmt.Print(letter, ": ", bytes.Count(svg, []byte(">"+letter+"<")), " ")
	}
	fmt.Println(err)
	// Output:
	// a: 1 b: 1 c: 1 d: 1 <nil>
}

// A panel with wrong data is refused before anything is written.
func ExampleEncode() {
	p := chart.HeatMap{Rows: []string{"0.1"}, Columns: []string{"0.5", "0.9"},
		Values: [][]float64{{1}}}
	fmt.Println(chart.Encode(&bytes.Buffer{}, "png", p))
	// Output:
	// chart: heat map "": row "0.1" has 1 values, want 2
}

// Two panels share one vertical axis, so that readers can compare them.
func ExampleShareY() {
	low := chart.Curves{Series: []chart.Series{{X: []float64{0, 1}, Y: []float64{0, .4}}}}
	high := chart.Curves{Series: []chart.Series{{X: []float64{0, 1}, Y: []float64{.2, 1}}}}
	chart.ShareY(&low, &high)
	fmt.Printf("%.2f to %.2f\n", low.Y.From, low.Y.To)
	// Output:
	// 0.00 to 1.04
}

// A superior leads two people, and one of these leads two more.
func ExampleTree() {
	x, y, err := layout.Tree([]int{-1, 0, 0, 1, 1})
	fmt.Println(x, y, err)
	// Output:
	// [0.5892857142857143 0.17857142857142858 1 0 0.35714285714285715] [1 0.5 0.5 0 0] <nil>
}
