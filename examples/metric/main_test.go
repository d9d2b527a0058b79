package main

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/examples/internal/programtest"
	"orglearn/metrics"
	"orglearn/sim"
)

func TestMetric(t *testing.T) {
	text, _ := programtest.Output(t, "metric", run, "-replicates", "6")
	for _, want := range []string{
		"communities: at worst, most people are wrong in .", "hierarchy: at", "isolated: at",
		"by tick 200, .777 [.669, .886] of that is mended.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

func TestAsTold(t *testing.T) { programtest.AsTold(t, "metric", run) }

func TestMisuse(t *testing.T) { programtest.Misuse(t, run) }

func TestMisled(t *testing.T) {
	m, err := sim.New(sim.Scenario{Name: "four", People: 4, Dimensions: 4}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for d, wrong := range []int{0, 2, 3, 4} { // 3 and 4 of 4 are most
		for p := range 4 {
			b := m.Landscape().Truth().Get(d)
			if p < wrong {
				b = -b
			}
			m.Beliefs(p).Set(d, b)
		}
	}
	if got := Misled.Of(m); got != .5 {
		t.Errorf("%v of the dimensions, want .5", got)
	}
	m.Beliefs(0).Set(3, agents.Belief(0))
	m.Beliefs(1).Set(3, agents.Belief(0))
	if got := Misled.Of(m); got != .25 {
		t.Errorf("%v of the dimensions when two of those misled believe nothing, want .25", got)
	}
}

func TestMended(t *testing.T) {
	c := metrics.Curve{Ticks: []int{0, 1, 2}, Values: []float64{0, .8, .2}}
	if got := Mended.Of(c); got != .75 {
		t.Errorf("%v is mended, want .75", got)
	}
	c.Values = []float64{0, 0, 0}
	if got := Mended.Of(c); !math.IsNaN(got) {
		t.Errorf("%v is mended of nothing, want it missing", got)
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"communities",
		"hierarchy",
		"isolated",
	})
}
