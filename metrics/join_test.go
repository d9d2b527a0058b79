package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
)

// Shards in any order give the table of the whole experiment, to the last bit. So do their files.
func TestJoin(t *testing.T) {
	whole := shard(t, 4, 9, metrics.Score, odd)
	a, b, c := shard(t, 4, 3, metrics.Score, odd), shard(t, 7, 1, metrics.Score, odd),
		shard(t, 8, 5, metrics.Score, odd)
	joined, err := metrics.Join(c, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := written(t, joined), written(t, whole); got != want {
		t.Errorf("joined it is\n%s\nwant\n%s", got, want)
	}
	got, want := joined.Values("tree", metrics.Score, 8), whole.Values("tree", metrics.Score, 8)
	if !equals(got, want) {
		t.Errorf("the values are %v, want %v", got, want)
	}
	read, err := metrics.ReadCSV(strings.NewReader(written(t, b)), metrics.Score, odd)
	if err != nil {
		t.Fatal(err)
	}
	joined, err = metrics.Join(read, c, a)
	if err != nil || written(t, joined) != written(t, whole) {
		t.Errorf("with one read from a file it is another (%v)", err)
	}
	if alone, err := metrics.Join(a); err != nil || written(t, alone) != written(t, a) {
		t.Errorf("alone a table is another (%v)", err)
	}
}

// A table that lacks replicates can be joined with a table that has them.
func TestJoinBroken(t *testing.T) {
	touchy := metrics.Score
	touchy.Of = func(m *sim.Model) float64 {
		if m.Replicate() == 1 {
			panic("too hard")
		}
		return metrics.Score.Of(m)
	}
	e := sim.Experiment{Scenarios: small()[:2], Replicates: 3, Seed: 2}
	holed, err := metrics.Measure(t.Context(), e, touchy)
	if err == nil {
		t.Fatal("no replicate is broken")
	}
	whole := measure(t, e, metrics.Score)
	e.First, e.Replicates = 1, 1
	joined, err := metrics.Join(holed, measure(t, e, metrics.Score))
	if err != nil || written(t, joined) != written(t, whole) {
		t.Errorf("with the missing replicate it is another table (%v)", err)
	}
}

// The error names what differs, or the replicate that two tables share.
func TestJoinErrors(t *testing.T) {
	e := sim.Experiment{Scenarios: swept(t)[:2], Replicates: 2, At: []int{0, 8}}
	base := measure(t, e, metrics.Score)
	other := func(set func(*sim.Experiment), ms ...metrics.Metric) *metrics.Table {
		c := e
		c.Scenarios, c.First = swept(t)[:2], 5
		set(&c)
		return measure(t, c, append(ms, metrics.Score)...)
	}
	units := metrics.Score
	units.Unit = "points"
	same := func(*sim.Experiment) {}
	for want, with := range map[string]*metrics.Table{
		"they have 2 and 1 scenarios": other(func(e *sim.Experiment) {
			e.Scenarios = e.Scenarios[:1]
		}),
		`scenario 1 is "firm`: other(func(e *sim.Experiment) { e.Scenarios[1].Name = "mine" }),
		`heed, most=2": factor 1 is "heed, most=2" and "heed, most=3"`: other(
			func(e *sim.Experiment) { e.Scenarios[1].Factors[1].Label = "3" }),
		"they have 2 and 0 factors": other(func(e *sim.Experiment) {
			e.Scenarios[0].Factors, e.Scenarios[1].Factors = nil, nil
		}),
		`tick 1 is "8" and "7"`:      other(func(e *sim.Experiment) { e.At = []int{0, 7} }),
		"they have 1 and 2 metrics":  other(same, metrics.Best),
		"replicate 1 is in tables 0": other(func(e *sim.Experiment) { e.First = 1 }),
	} {
		_, err := metrics.Join(base, with)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
	_, err := metrics.Join(base, measure(t, e, units))
	if err == nil || !strings.Contains(err.Error(), "(share of the most)\" and \"score (points)") {
		t.Errorf("other units: the error is %v", err)
	}
	for _, tables := range [][]*metrics.Table{nil, {nil}, {base, nil}} {
		if _, err := metrics.Join(tables...); err == nil {
			t.Errorf("%d tables, or nil: no error", len(tables))
		}
	}
}

// Large replicate numbers are put in order too.
func TestJoinFar(t *testing.T) {
	a, b := shard(t, math.MaxUint64-1, 1, metrics.Score), shard(t, 0, 1, metrics.Score)
	joined, err := metrics.Join(a, b)
	if err != nil {
		t.Fatal(err)
	}
	file := written(t, joined)
	if near, far := strings.Index(file, "tree,0,"), strings.Index(file,
		"tree,18446744073709551614,"); near < 0 || far < near {
		t.Errorf("the file is\n%s", file)
	}
}
