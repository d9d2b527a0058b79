package chart

import (
	"bytes"
	"slices"
	"testing"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// measuredSweep measures a small organization under all values of two axes.
func measuredSweep(t *testing.T, base sim.Scenario, axes ...sim.Axis) *metrics.Table {
	t.Helper()
	return tableOf(t, 2, sim.Sweep(base, axes...)...)
}

// Structures with equal fields but different types are two scenarios and two columns of a heat map.
func TestSweepOfStructures(t *testing.T) {
	base := setups.Communities{On: &conditions}.Scenario()
	structure := sim.Vary("structure", func(s *sim.Scenario, x network.Structure) {
		s.Channels[0].Structure = x
	}, []network.Structure{network.Isolated{Size: 5}, network.Hierarchy{Span: 5}}...)
	heed := sim.Vary("heed", func(s *sim.Scenario, n int) { s.Channels[0].Heed = n }, 0, 1)
	h, err := Sweep(measuredSweep(t, base, structure, heed), metrics.Score, 6, "structure", "heed")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"network.Isolated{5}", "network.Hierarchy{5}"}; !slices.Equal(h.Columns,
		want) {
		t.Errorf("the columns are %q, want %q", h.Columns, want)
	}
}

// The name of the base scenario does not matter, even where it looks like a parameter.
func TestSweepOfAnyName(t *testing.T) {
	base := setups.Isolated{On: &conditions}.Scenario()
	base.Name = "firm b=7"
	set := func(*sim.Scenario, int) {}
	table := measuredSweep(t, base, sim.Vary("a", set, 1, 2), sim.Vary("b", set, 1, 2))
	h, err := Sweep(table, metrics.Score, 6, "a", "b")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(h.Columns, []string{"1", "2"}) || !slices.Equal(h.Rows, h.Columns) {
		t.Errorf("the columns are %q, the rows %q", h.Columns, h.Rows)
	}
	f, err := Facets(table, metrics.Score, "b")
	if err != nil {
		t.Fatal(err)
	}
	p := f.Rows[0][1].(*Curves)
	if p.Title != "b=2, by a" || p.Series[0].Name != "1" || !p.Ordered || len(f.Rows[0]) != 2 {
		t.Errorf("the second of %d panels is %q, its first line %q", len(f.Rows[0]), p.Title,
			p.Series[0].Name)
	}
}

// A table that was read from a file has the same factors.
func TestSweepOfFile(t *testing.T) {
	table := tableOf(t, 2, swept()...)
	want, err := Sweep(table, metrics.Score, 6, "people", "turnover")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Sweep(rewritten(t, table), metrics.Score, 6, "people", "turnover")
	if err != nil || !slices.Equal(got.Columns, want.Columns) || !slices.Equal(got.Rows,
		want.Rows) || len(got.Values) != 2 {
		t.Errorf("from a file it is %+v (%v), want %+v", got, err, want)
	}
}

// The title of compared outcomes has no tick, and their axis has the outcome's unit.
func TestComparedOutcomes(t *testing.T) {
	table := tableOf(t, 4, swept()[:2]...)
	names := table.Scenarios()
	p := Compared([]metrics.Comparison{table.CompareOutcome(names[0], names[1], metrics.Score,
		metrics.AreaUnder(), .02)})
	if p.Title != "Differences in mean height of score" ||
		p.X.Label != "difference in mean height of score (share of the most)" || len(p.Rows) != 1 {
		t.Errorf("the panel is %+v", p)
	}
	drawn(t, p)
}

// rewritten writes a table to a file and reads it again.
func rewritten(t *testing.T, table *metrics.Table) *metrics.Table {
	t.Helper()
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	again, err := metrics.ReadCSV(&b, table.Metrics()...)
	if err != nil {
		t.Fatal(err)
	}
	return again
}
