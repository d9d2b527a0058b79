package metrics_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
)

// small returns two organizations, their randomizations, and one organization without a channel.
func small() []sim.Scenario {
	scenario := func(name string, s network.Structure) sim.Scenario {
		return sim.Scenario{Name: name, People: 20, Dimensions: 16, Ticks: 8, Attention: 1,
			Channels: []sim.Channel{ring(channel, s)}}
	}
	teams, tree := network.Isolated{Size: 5}, network.Hierarchy{Span: 3}
	return []sim.Scenario{
		scenario("teams", teams), scenario("teams randomized", network.Randomized{Of: teams}),
		scenario("tree", tree), scenario("tree randomized", network.Randomized{Of: tree}),
		{Name: "nobody meets", People: 20, Dimensions: 16, Ticks: 8},
	}
}

func measure(t testing.TB, e sim.Experiment, ms ...metrics.Metric) *metrics.Table {
	t.Helper()
	table, err := metrics.Measure(context.Background(), e, ms...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func written(t testing.TB, table *metrics.Table) string {
	t.Helper()
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSameBytesForAnyWorkers(t *testing.T) {
	want := ""
	for _, workers := range []int{1, 2, 7} {
		e := sim.Experiment{Scenarios: small(), Replicates: 9, Seed: 5, First: 3, Workers: workers,
			At: []int{0, 3, 8}}
		got := written(t, measure(t, e, metrics.Score, metrics.NormScore, metrics.Consensus,
			metrics.Taken(metrics.AllChannels)))
		if want == "" {
			want = got
			checkOrder(t, got)
		}
		if got != want {
			t.Errorf("with %d workers the file is another:\n%s", workers, got)
		}
	}
}

// checkOrder reads a file. Rows must be in the order scenario, replicate, tick. Replicates must be
// numbered from First. Missing values must be empty.
func checkOrder(t *testing.T, file string) {
	t.Helper()
	if strings.Contains(file, "NaN") || strings.Contains(file, "Inf") {
		t.Errorf("a file has what is no number:\n%s", file)
	}
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], "|"); got != "scenario|replicate|tick|stopped|score|norm "+
		"score|consensus|taken to heart" {
		t.Errorf("the header is %s", got)
	}
	i := 1
	for _, s := range small() {
		for _, replicate := range []string{"3", "4", "5", "6", "7", "8", "9", "10", "11"} {
			for _, tick := range []string{"0", "3", "8"} {
				row := rows[i]
				if row[0] != s.Name || row[1] != replicate || row[2] != tick || row[3] != "8" {
					t.Fatalf("row %d is %v, want scenario %s, replicate %s, tick %s, stopped 8", i,
						row, s.Name, replicate, tick)
				}
				if missing := row[5] == ""; missing != (s.Name == "nobody meets") {
					t.Errorf("row %d has the norm score %q", i, row[5])
				}
				i++
			}
		}
	}
	if i != len(rows) {
		t.Errorf("%d rows, want %d", len(rows), i)
	}
}

func TestEarlyStop(t *testing.T) {
	s := small()[0]
	s.Stop = func(m *sim.Model) bool { return m.Tick() == 3+int(m.Replicate()) }
	table := measure(t, sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 3, Seed: 1},
		metrics.Score)
	for r := range 3 {
		stop := 3 + r
		if got := table.Stopped("teams", r); got != stop {
			t.Errorf("replicate %d stopped at %d, want %d", r, got, stop)
		}
		c := table.Curve("teams", r, metrics.Score)
		for tick := stop; tick <= 8; tick++ {
			if c.At(tick) != c.At(stop) {
				t.Errorf("replicate %d: %v at tick %d, want the last value %v carried forward", r,
					c.At(tick), tick, c.At(stop))
			}
		}
	}
	if got := measure(t, sim.Experiment{Scenarios: small()[:1], Replicates: 1, At: []int{2}},
		metrics.Score).Stopped("teams", 0); got != 2 {
		t.Errorf("a run that is recorded up to tick 2 stood last at %d", got)
	}
}

// A panic of a rule or a metric removes the replicate from all scenarios. All other numbers stay
// the same.
func TestBrokenRuns(t *testing.T) {
	whole := measure(t, sim.Experiment{Scenarios: small(), Replicates: 4, Seed: 1}, metrics.Score)
	breaking := small()
	breaking[2].Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Replicate() == 1 && m.Tick() == 5 {
			panic("out of order")
		}
	})}
	touchy := metrics.Score
	touchy.Of = func(m *sim.Model) float64 {
		if m.Replicate() == 2 && m.Tick() == 4 && m.Scenario().Name == "teams" {
			panic("too hard")
		}
		return metrics.Score.Of(m)
	}
	table, err := metrics.Measure(context.Background(), sim.Experiment{Scenarios: breaking,
		Replicates: 4, Seed: 1, Workers: 3}, touchy)
	var run *sim.RunError
	if !errors.As(err, &run) || run.Scenario != 2 || run.Replicate != 1 {
		t.Fatalf("the error is %v, want a RunError of scenario 2, replicate 1", err)
	}
	for _, part := range []string{"out of order", `metric "score" panicked: too hard`,
		`scenario "teams", seed 1, replicate 2, tick 4`} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error is %v, want it to say %s", err, part)
		}
	}
	if table.Replicates() != 2 {
		t.Fatalf("%d replicates are left, want 2", table.Replicates())
	}
	for _, s := range table.Scenarios() {
		got, want := table.Values(s, metrics.Score, 8), whole.Values(s, metrics.Score, 8)
		if got[0] != want[0] || got[1] != want[3] {
			t.Errorf("%s: values %v, want replicates 0 and 3 of %v", s, got, want)
		}
	}
	if file := written(t, table); strings.Contains(file, "\nteams,1,") || !strings.Contains(file,
		"\nteams,3,") {
		t.Errorf("the file has other replicates than 0 and 3:\n%s", file)
	}
}

func TestAllBroken(t *testing.T) {
	touchy := metrics.Metric{Name: "touchy", Of: func(*sim.Model) float64 { panic("no") }}
	table, err := metrics.Measure(context.Background(), sim.Experiment{Scenarios: small()[:2],
		Replicates: 2}, touchy)
	if err == nil || table.Replicates() != 0 {
		t.Fatalf("the error is %v, and %d replicates are left", err, table.Replicates())
	}
	if e := table.Estimate("teams", touchy, 8); e.N != 0 || e.Note != "no whole replicate" {
		t.Errorf("the estimate is %v", e)
	}
	if c := table.Compare("teams", "teams randomized", touchy, 8, .02); c.Note != "no whole "+
		"replicate" {
		t.Errorf("the comparison's note is %q", c.Note)
	}
}

func TestMeasureErrors(t *testing.T) {
	good := sim.Experiment{Scenarios: small(), Replicates: 1}
	huge := good
	huge.Replicates = sim.MaxRuns / len(good.Scenarios)
	none := good
	none.Replicates = 0
	for _, c := range []struct {
		e    sim.Experiment
		ms   []metrics.Metric
		want string
	}{
		{good, nil, "no metric to measure"},
		{good, []metrics.Metric{{Name: "mine"}}, `the metric "mine" has no Of`},
		{good, []metrics.Metric{metrics.Score, metrics.Score}, `the metric "score" is there twice`},
		{good, []metrics.Metric{{Of: metrics.Score.Of}}, `a metric has the name ""`},
		{good, []metrics.Metric{{Name: "tick", Of: metrics.Score.Of}},
			`a metric has the name "tick"`},
		{huge, []metrics.Metric{metrics.Score}, "want at most"},
		{none, []metrics.Metric{metrics.Score}, "Replicates is 0, want 1 to "},
	} {
		table, err := metrics.Measure(context.Background(), c.e, c.ms...)
		if err == nil || table != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v, want one that says %q, and no table", err, c.want)
		}
	}
}

// A value that is not a number becomes missing, and is never written.
func TestNoNumbers(t *testing.T) {
	odd := metrics.Metric{Name: "odd", Unit: "x", Of: func(m *sim.Model) float64 {
		return []float64{1, math.NaN(), math.Inf(1), 2}[m.Replicate()]
	}}
	never := metrics.Metric{Name: "never", Unit: "x", Of: func(*sim.Model) float64 {
		return math.Inf(-1)
	}}
	table := measure(t, sim.Experiment{Scenarios: small()[:4], Replicates: 4}, odd, never)
	said := written(t, table)
	e := table.Estimate("teams", odd, 8)
	if e.N != 2 || e.Mean != 1.5 {
		t.Errorf("the estimate is %v, want 1.5 of 2", e)
	}
	if e := table.Estimate("teams", never, 8); e.N != 0 || e.String() != "not defined here" {
		t.Errorf("the estimate is %v, want that it is not defined", e)
	}
	c := table.Compare("teams", "tree", odd, 8, .02)
	p := table.Parts(metrics.Controlled{Scenario: "teams", Randomized: "teams randomized"},
		metrics.Controlled{Scenario: "tree", Randomized: "tree randomized"}, odd, 8)
	o := table.OutcomeEstimate("teams", odd, metrics.AreaUnder())
	for _, note := range []string{c.Note, p.Rule.Note, p.Budget.Note, p.Arrangement.Note, o.Note} {
		if note != "missing in 2 of 4 replicates" {
			t.Errorf("the note is %q, want missing in 2 of 4 replicates", note)
		}
	}
	said += c.Note + c.Difference.String() + p.Rule.String() + o.String() + e.String()
	if strings.Contains(said, "NaN") || strings.Contains(said, "Inf") {
		t.Errorf("what is no number was written: %s", said)
	}
}

func TestCompare(t *testing.T) {
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 12, Seed: 4}, metrics.Score)
	x, y := table.Values("teams", metrics.Score, 8), table.Values("tree", metrics.Score, 8)
	c := table.Compare("teams", "tree", metrics.Score, 8, .02)
	want, _ := stats.Paired(x, y, metrics.Level)
	test, _ := stats.PairedT(x, y)
	equal, _ := stats.TOST(x, y, .02, 1-metrics.Level)
	if c.Note != "" || c.Difference != want || c.P != test.P || c.Equal != equal ||
		c.A != "teams" || c.B != "tree" || c.Tick != 8 {
		t.Errorf("the comparison is %+v, want the paired difference %v and p %v", c, want, test.P)
	}
	one := measure(t, sim.Experiment{Scenarios: small(), Replicates: 1},
		metrics.Score).Compare("teams", "tree", metrics.Score, 8, .02)
	if one.Note != "one replicate" {
		t.Errorf("the note of one replicate is %q", one.Note)
	}
	if bad := table.Compare("teams", "tree", metrics.Score, 8, 0); !strings.Contains(bad.Note,
		"margin is 0") || bad.Difference.N != 0 {
		t.Errorf("a margin of 0 gives %+v, want a note and no number", bad)
	}
	same := table.Compare("teams", "teams", metrics.Score, 8, .02)
	if same.P != 1 || same.Difference.Mean != 0 || same.Difference.Note != "no variance" {
		t.Errorf("a scenario against itself gives %+v", same)
	}
}

// CompareAll is Compare for each pair, with Holm's p-values over the pairs that can be compared.
func TestCompareAll(t *testing.T) {
	missing := metrics.Metric{Name: "score where people meet", Of: func(m *sim.Model) float64 {
		if m.Channels() == 0 {
			return math.NaN()
		}
		return metrics.Score.Of(m)
	}}
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 12, Seed: 4}, missing)
	names := []string{"teams", "tree", "nobody meets", "tree randomized"}
	all := table.CompareAll(names, missing, 8, .02)
	var raw []float64
	var adjusted []float64
	k := 0
	for i, a := range names {
		for _, b := range names[i+1:] {
			c := table.Compare(a, b, missing, 8, .02)
			if all[k].A != a || all[k].B != b || all[k].Note != c.Note ||
				all[k].Difference != c.Difference {
				t.Errorf("comparison %d is %+v, want %+v", k, all[k], c)
			}
			if c.Note == "" {
				raw, adjusted = append(raw, c.P), append(adjusted, all[k].P)
			}
			k++
		}
	}
	want, _ := stats.Holm(raw)
	if len(raw) != 3 || !equals(adjusted, want) {
		t.Errorf("p-values %v of %v, want %v", adjusted, raw, want)
	}
}

func equals(a, b []float64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// The parts of a difference sum to it.
func TestParts(t *testing.T) {
	scenarios := small()
	ruled := scenarios[0]
	ruled.Name, ruled.Channels = "teams under other rules",
		[]sim.Channel{ring(channel, network.Isolated{Size: 5})}
	ruled.Channels[0].Internalize = agents.Absorb{Rate: .8}
	table := measure(t, sim.Experiment{Scenarios: append(scenarios, ruled), Replicates: 12,
		Seed: 4}, metrics.Score)
	b := metrics.Controlled{Scenario: "tree", Randomized: "tree randomized"}
	for _, a := range []metrics.Controlled{
		{Scenario: "teams", Randomized: "teams randomized"},
		{Scenario: "teams under other rules", Ruled: "teams", Randomized: "teams randomized"},
	} {
		p := table.Parts(a, b, metrics.Score, 8)
		sum, difference := p.Rule.Mean+p.Budget.Mean+p.Arrangement.Mean,
			table.Compare(a.Scenario, b.Scenario, metrics.Score, 8, .02).Difference.Mean
		if math.Abs(sum-difference) > 1e-12 {
			t.Errorf("%s: parts %v sum to %v, want the difference %v", a.Scenario, p, sum,
				difference)
		}
		if rules := p.Rule.Mean != 0; rules != (a.Ruled != "") {
			t.Errorf("%s: the rule's part is %v", a.Scenario, p.Rule)
		}
	}
}

// An outcome is compared as a value at a tick is. It has the same notes where it cannot be
// compared.
func TestCompareOutcome(t *testing.T) {
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 12, Seed: 4}, metrics.Score)
	area := metrics.AreaUnder()
	c := table.CompareOutcome("teams", "tree", metrics.Score, area, .02)
	x := table.Outcomes("teams", metrics.Score, area)
	y := table.Outcomes("tree", metrics.Score, area)
	want, _ := stats.Paired(x, y, metrics.Level)
	test, _ := stats.PairedT(x, y)
	equal, _ := stats.TOST(x, y, .02, 1-metrics.Level)
	effect, _ := stats.HedgesG(x, y, metrics.Level)
	order, _ := stats.CliffsDelta(x, y, metrics.Level)
	if c.Note != "" || c.Difference != want || c.P != test.P || c.Equal != equal ||
		c.Effect != effect || c.Order != order || c.A != "teams" || c.B != "tree" || c.Tick != 8 {
		t.Errorf("the comparison is %+v, want the paired difference %v and p %v", c, want, test.P)
	}
	if name, unit := c.Quantity(); name != "mean height of score" || unit != "share of the most" {
		t.Errorf("it is of %s in %s", name, unit)
	}
	never := table.CompareOutcome("teams", "tree", metrics.Score, metrics.TimeTo(2), 1)
	if never.Note != "not defined here" || never.P != 1 || never.Difference.N != 0 {
		t.Errorf("of times never reached it is %+v", never)
	}
	if name, unit := never.Quantity(); name != "time to 2 of score" || unit != "ticks" {
		t.Errorf("it is of %s in %s", name, unit)
	}
	if bad := table.CompareOutcome("teams", "tree", metrics.Score, area, -1); bad.Note == "" {
		t.Errorf("a margin of -1 gives %+v", bad)
	}
}

// A family may hold comparisons of all kinds, adjusted together. Its arguments do not change.
func TestFamily(t *testing.T) {
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 12, Seed: 4},
		metrics.Score, metrics.Consensus)
	raw := []metrics.Comparison{
		table.Compare("teams", "tree", metrics.Score, 8, .02),
		table.CompareOutcome("teams", "tree", metrics.Score, metrics.TimeTo(2), 1),
		table.Compare("teams", "tree", metrics.Consensus, 4, .02),
		table.CompareOutcome("teams", "tree", metrics.Consensus, metrics.AreaUnder(), .02),
	}
	before := slices.Clone(raw)
	all := metrics.Family(raw...)
	want, _ := stats.Holm([]float64{raw[0].P, raw[2].P, raw[3].P})
	if got := []float64{all[0].P, all[2].P, all[3].P}; !equals(got, want) || all[1].P != 1 {
		t.Errorf("p-values %v, want %v", got, want)
	}
	if all[0].P == before[0].P && all[2].P == before[2].P && all[3].P == before[3].P {
		t.Error("nothing was adjusted")
	}
	for i := range raw {
		if raw[i].P != before[i].P {
			t.Error("what was given has changed")
		}
	}
}

// A metric of a channel that a scenario lacks is an error before anything runs.
func TestFits(t *testing.T) {
	two := small()[:2]
	two[0].Channels = append(two[0].Channels, ring("lunch", network.Isolated{Size: 2}))
	groups := make([]int, 20)
	for _, m := range []metrics.Metric{
		metrics.Said("nope"), metrics.Objectified("nope"), metrics.Taken("nope"),
		metrics.Between("nope"), metrics.Within("nope"), metrics.Contacts("nope"),
		metrics.Density("nope"), metrics.PathLength("nope"), metrics.Reachable("nope"),
		metrics.Clustering("nope"), metrics.External("nope", groups), metrics.Said("lunch"),
	} {
		run := false
		e := sim.Experiment{Scenarios: two, Replicates: 1, Progress: func(int, int) { run = true }}
		table, err := metrics.Measure(t.Context(), e, metrics.Score, m)
		if strings.Contains(m.Name, "lunch") {
			e.Scenarios = two[:1]
			measure(t, e, m, metrics.Said(metrics.AllChannels))
			continue
		}
		want := `metrics: scenario "teams": the metric "` + m.Name +
			`": there is no channel "nope", but "line", "lunch"`
		if err == nil || err.Error() != want || table != nil || run {
			t.Errorf("the error is %v, want %s, and no run", err, want)
		}
	}
	_, err := metrics.Measure(t.Context(), sim.Experiment{Scenarios: two, Replicates: 1},
		metrics.Said("lunch"))
	if err == nil || !strings.Contains(err.Error(), `scenario "teams randomized"`) {
		t.Errorf("the second scenario lacks a channel: the error is %v", err)
	}
	_, err = metrics.Measure(t.Context(), sim.Experiment{Scenarios: two, Replicates: 1},
		metrics.External(channel, groups[:3]))
	if err == nil || !strings.Contains(err.Error(), "3 labels of groups, want 20 (the people)") {
		t.Errorf("three labels: the error is %v", err)
	}
}

// A factor must not have the name of another column.
func TestFactorNames(t *testing.T) {
	for name, want := range map[string]string{
		"score": `a factor has the name of the metric "score"`,
		"tick":  `a factor has the name "tick", want another than a column's`,
	} {
		s := small()[0]
		s.Factors = []sim.Factor{{Name: name, Label: "1"}}
		_, err := metrics.Measure(t.Context(), sim.Experiment{Scenarios: []sim.Scenario{s},
			Replicates: 1}, metrics.Score)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}

func TestUnknownPanics(t *testing.T) {
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 1}, metrics.Score)
	for what, call := range map[string]func(){
		"scenario": func() { table.Values("x", metrics.Score, 8) },
		"metric":   func() { table.Values("teams", metrics.Best, 8) },
		"tick":     func() { table.Values("teams", metrics.Score, 9) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("an unknown %s does not panic", what)
				}
			}()
			call()
		}()
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", .1: "0.1", 1. / 3: "0.333333333333", -2: "-2",
		math.Inf(1): "", 1e-20: "1e-20"} {
		if got := metrics.Number(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
	if got := metrics.Number(math.NaN()); got != "" {
		t.Errorf("what is missing is written %q", got)
	}
}
