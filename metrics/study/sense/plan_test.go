package sense_test

import (
	"context"
	"math"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/sense"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// leaving is a study of one organization, with two axes.
func leaving() study.Study {
	return study.Study{
		Seed: 1, Replicates: 4,
		Organizations: []study.Organization{{Name: "isolated",
			New: func(at study.Point) (sim.Scenario, error) {
				on := setups.Default()
				on.People, on.Ticks = 20, 10
				s := setups.Isolated{On: &on, Size: int(at.Number("size"))}.Scenario()
				s.Events = []sim.Event{sim.Turnover{Rate: at.Number("turnover")}}
				return s, nil
			}}},
		Axes: []study.Axis{{Name: "turnover", Values: study.Numbers(0, .2)},
			{Name: "size", Values: study.Numbers(4, 6), Whole: true}},
		Record: []study.Record{{Metric: metrics.Newcomers, At: []int{study.End}}},
	}
}

// In a plan of a design, a column of it stands for an axis. Turnover decides how many are new. The
// size of teams does not: with the same replicates at every point, not by chance either.
func TestPlan(t *testing.T) {
	s := leaving()
	design, err := sense.NewSobol(32, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	p, err := sense.Plan(s, design.Points)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Cells) != 128 || p.Cells[5].Factors[0].Value != "5" {
		t.Errorf("%d cells, the sixth %v", len(p.Cells), p.Cells[5].Factors)
	}
	all, err := sense.Run(context.Background(), p, 1, 2)
	if err != nil {
		t.Fatal(err)
	}
	got, err := design.Indices(all.Means(0, 0))
	if err != nil || got[0].Total.Mean < .7 || got[1].Total.Mean != 0 {
		t.Errorf("the indices are %v: %v", got, err)
	}
	noise, err := sense.Noise(all.Replicates(0, 0), 1)
	if err != nil || noise.Mean <= 0 || noise.Mean > .5 {
		t.Errorf("the noise is %v: %v", noise, err)
	}
}

// Whole numbers and words are equal parts of the range.
func TestValues(t *testing.T) {
	axes := []study.Axis{{Name: "size", Values: study.Numbers(4, 6), Whole: true},
		{Name: "form", Values: []study.Value{{Word: "team"}, {Word: "line"}}},
		{Name: "rate", Values: study.Numbers(.2, .4)}}
	for _, c := range []struct {
		at, size float64
		form     string
	}{{0, 4, "team"}, {.34, 5, "team"}, {.5, 5, "line"}, {.67, 6, "line"}, {1, 6, "line"}} {
		v := sense.Values(axes, []float64{c.at, c.at, c.at})
		if v[0].Number != c.size || v[1].Word != c.form ||
			math.Abs(v[2].Number-(.2+.2*c.at)) > 1e-12 {
			t.Errorf("at %v the values are %v", c.at, v)
		}
	}
}
