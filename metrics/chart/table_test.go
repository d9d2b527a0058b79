package chart

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// conditions are those of a small organization, whose runs are quick.
var conditions = setups.Conditions{People: 20, Dimensions: 16, Block: 4, Superior: .5, Absorb: .3,
	Attention: 1, Ticks: 6}

// late is missing up to tick 2 and in the first replicate. never is missing everywhere. steady is
// the same in every run.
var (
	late = metrics.Metric{Name: "late", Unit: "share", Of: func(m *sim.Model) float64 {
		if m.Tick() <= 2 || m.Replicate() == 0 {
			return math.NaN()
		}
		return metrics.Score.Of(m)
	}}
	never = metrics.Metric{Name: "never", Unit: "share", Of: func(*sim.Model) float64 {
		return math.NaN()
	}}
	steady = metrics.Metric{Name: "steady", Unit: "share", Of: func(m *sim.Model) float64 {
		return float64(m.Tick())
	}}
)

func tableOf(t testing.TB, replicates int, scenarios ...sim.Scenario) *metrics.Table {
	t.Helper()
	table, err := metrics.Measure(context.Background(), sim.Experiment{Scenarios: scenarios,
		Replicates: replicates, Seed: 3},
		metrics.Score, late, never, steady, metrics.Said(metrics.AllChannels))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func withControls() []sim.Scenario {
	a, b := setups.Hierarchy{On: &conditions}.Scenario(),
		setups.Isolated{On: &conditions}.Scenario()
	return []sim.Scenario{a, setups.Randomized(a), b, setups.Randomized(b)}
}

// drawn draws a panel, and returns its words.
func drawn(t *testing.T, p Panel) string {
	t.Helper()
	var svg bytes.Buffer
	if err := Encode(&svg, "svg", p); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"NaN", "Inf"} {
		if strings.Contains(svg.String(), word) {
			t.Errorf("%s is drawn", word)
		}
	}
	return svg.String()
}

func TestLearning(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	p := Learning(table, metrics.Score)
	if p.Title != "Score" || p.X.Label != "tick" || p.Y.Label != "score (share of the most)" {
		t.Errorf("the title and labels are %q, %q, %q", p.Title, p.X.Label, p.Y.Label)
	}
	for i, s := range p.Series {
		if s.Name != table.Scenarios()[i] || s.Dashed != (i%2 == 1) || len(s.X) != 7 ||
			len(s.Low) != 7 {
			t.Errorf("series %d is %+v", i, s)
		}
	}
	if ks := colors(p.Series); ks[0] != ks[1] || ks[2] != ks[3] || ks[0] == ks[2] {
		t.Errorf("the colours are %v, want a randomization's to be its scenario's", ks)
	}
	drawn(t, p)
	two := Learning(table, metrics.Score, "isolated", "hierarchy")
	if len(two.Series) != 2 || two.Series[0].Name != "isolated" ||
		two.Series[1].Name != "hierarchy" {
		t.Errorf("the series are %v, want the two named", two.Series)
	}
}

func TestLearningOfMissingValues(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	s := Learning(table, late).Series[0]
	if len(s.X) != 4 || s.X[0] != 3 || len(s.Low) != 4 {
		t.Errorf("the ticks with values are %v, want 3 to 6", s.X)
	}
	drawn(t, Learning(table, late))
	if svg := drawn(t, Learning(table, never)); !strings.Contains(svg,
		"Nothing to draw: no values.") {
		t.Error("a metric that is nowhere is not said to be missing")
	}
}

// Lines without any interval have no band, and no note mentions bands.
func TestNoBands(t *testing.T) {
	for _, p := range []Curves{Learning(tableOf(t, 1, withControls()...), metrics.Score),
		Learning(tableOf(t, 3, withControls()...), steady)} {
		for _, s := range p.Series {
			if s.Low != nil || s.High != nil {
				t.Errorf("series %q has a band", s.Name)
			}
		}
		if svg := drawn(t, p); strings.Contains(svg, "Bands") {
			t.Error("the caption tells of bands")
		}
	}
}

func TestEnds(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	p := Ends(table, late, 6)
	if p.Title != "Late at tick 6" || p.X.Label != "late (share)" {
		t.Errorf("the title is %q and the label %q", p.Title, p.X.Label)
	}
	for i, g := range p.Groups {
		if len(g.Values) != 3 || g.Color != []int{1, 1, 2, 2}[i] {
			t.Errorf("group %d is %+v, want three values", i, g)
		}
	}
	drawn(t, p)
}

func TestOutcomes(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	p := Outcomes(table, late, metrics.Retention(4, 6))
	if p.Title != "Retention from 4 to 6" || p.X.Label != "retention from 4 to 6 (share)" {
		t.Errorf("the title is %q and the label %q", p.Title, p.X.Label)
	}
	if !strings.Contains(p.Note, "Hierarchy: none in ") || !strings.Contains(p.Note,
		" of 4 runs.") {
		t.Errorf("the note is %q, want that some runs have none", p.Note)
	}
	if label := Outcomes(table, steady,
		metrics.AreaUnder()).X.Label; label != "mean height (share)" {
		t.Errorf("the label is %q, want the metric's unit", label)
	}
	drawn(t, p)
}

func TestStreams(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	p := Streams(table, []string{"isolated", "hierarchy"}, metrics.Said(metrics.AllChannels), late)
	if len(p.Strips) != 2 || p.Strips[0].Y.Label != "said (dimensions per person)" ||
		len(p.Strips[1].Series) != 2 {
		t.Errorf("the strips are %+v", p.Strips)
	}
	for i, s := range p.Strips {
		xs, ys := spans(s.Series)
		if x, y := p.X.exact(xs), s.Y.padded(ys); x.lo != 0 || y.lo != 0 {
			t.Errorf("the axes of strip %d begin at %v and %v, want 0", i, x.lo, y.lo)
		}
	}
	drawn(t, p)
}

func TestCompared(t *testing.T) {
	table := tableOf(t, 4, withControls()...)
	all := table.CompareAll([]string{"hierarchy", "isolated"}, metrics.Score, 6, .02)
	all = append(all, table.Compare("hierarchy", "isolated", late, 6, .02))
	p := Compared(all)
	if p.Title != "Differences in score at tick 6" || p.X.Label != "difference in score (share "+
		"of the most)" || p.Margin != .02 {
		t.Errorf("the panel is %+v", p)
	}
	if len(p.Rows) != 1 || p.Rows[0].Name != "hierarchy less isolated" ||
		p.Rows[0].Value != all[0].Difference.Mean {
		t.Errorf("the rows are %+v", p.Rows)
	}
	if p.Note != "Hierarchy and isolated cannot be compared: missing in 1 of 4 replicates." {
		t.Errorf("the note is %q", p.Note)
	}
	drawn(t, p)
	drawn(t, Compared(nil))
}

func swept() []sim.Scenario {
	all := sim.Sweep(setups.Isolated{On: &conditions}.Scenario(),
		sim.Vary("turnover", func(s *sim.Scenario, rate float64) {
			s.Events = []sim.Event{sim.Turnover{Rate: rate}}
		}, 0, .1),
		sim.Vary("people", func(s *sim.Scenario, n int) { s.People = n }, 10, 20, 30))
	return append(all, setups.Hierarchy{On: &conditions}.Scenario())
}

func TestSweep(t *testing.T) {
	table := tableOf(t, 3, swept()...)
	h, err := Sweep(table, metrics.Score, 6, "people", "turnover")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(h.Columns, " ") != "10 20 30" || strings.Join(h.Rows, " ") != "0 0.1" ||
		h.X != "people" || h.Y != "turnover" {
		t.Errorf("the heat map is %+v", h)
	}
	if got, want := h.Values[1][2], table.Estimate("isolated turnover=0.1 people=30", metrics.Score,
		6).Mean; got != want {
		t.Errorf("the cell of turnover 0.1, people 30 is %v, want %v", got, want)
	}
	if !strings.HasPrefix(h.Note, "Means over 3 replicates; 95 % intervals reach ±") {
		t.Errorf("the note is %q", h.Note)
	}
	drawn(t, h)
	if h, err := Sweep(table, steady, 6, "people", "turnover"); err != nil ||
		h.Note != "Means over 3 replicates." {
		t.Errorf("the note is %q (%v)", h.Note, err)
	}
}

func TestSweepErrors(t *testing.T) {
	all := tableOf(t, 1, swept()...)
	holed := tableOf(t, 1, swept()[1:]...)
	again := setups.Isolated{On: &conditions}.Scenario()
	again.Name, again.Factors = "again", swept()[0].Factors
	double := tableOf(t, 1, append(swept(), again)...)
	for _, c := range []struct {
		table *metrics.Table
		m     metrics.Metric
		x, y  string
		want  string
	}{
		{all, metrics.Score, "people", "rate",
			`no scenario has both factors; there are ["turnover" "people"]`},
		{holed, metrics.Score, "people", "turnover", "no scenario has people=10 and turnover=0"},
		{double, metrics.Score, "people", "turnover",
			`scenarios "isolated turnover=0 people=10" and "again" share a ` +
				`cell`},
		{all, never, "people", "turnover", "never at tick 6: not defined here"},
	} {
		if _, err := Sweep(c.table, c.m, 6, c.x, c.y); err == nil || !strings.Contains(err.Error(),
			c.want) {
			t.Errorf("the error is %v, want one that says %s", err, c.want)
		}
	}
}

func TestFacets(t *testing.T) {
	table := tableOf(t, 3, swept()[:6]...)
	f, err := Facets(table, metrics.Score, "people")
	if err != nil {
		t.Fatal(err)
	}
	first, last := f.Rows[0][0].(*Curves), f.Rows[0][2].(*Curves)
	if len(f.Rows) != 1 || first.Title != "people=10, by turnover" || first.Y.To != last.Y.To ||
		first.Y.To == 0 {
		t.Errorf("the panels are %+v and %+v, want one vertical axis", first, last)
	}
	if first.Series[0].Name != "0" || first.Series[1].Name != "0.1" {
		t.Errorf("the lines are %q and %q", first.Series[0].Name, first.Series[1].Name)
	}
	drawn(t, f)
	two, err := Facets(table, metrics.Score, "people", "30", "10")
	if err != nil || len(two.Rows[0]) != 2 || two.Rows[0][0].(*Curves).Title != "people=30, "+
		"by turnover" {
		t.Errorf("the figure is %+v (%v), want the values given", two, err)
	}
	mixed, err := Facets(tableOf(t, 1, swept()...), metrics.Score, "turnover", "0")
	if name := mixed.Rows[0][0].(*Curves).Series[0].Name; err != nil ||
		name != "isolated people=10" {
		t.Errorf("beside another organization the line is %q (%v), want its name", name, err)
	}
	for axis, values := range map[string][]string{"rate": nil, "people": {"11"}} {
		if _, err := Facets(table, metrics.Score, axis, values...); err == nil ||
			!strings.Contains(err.Error(), "chart: facets: no scenario") {
			t.Errorf("facets by %s of %v: the error is %v", axis, values, err)
		}
	}
}
