package metrics_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// odd is a metric that is missing in some rows and has numbers of all sizes.
var odd = metrics.Metric{Name: `odd, "quoted"`, Unit: "x", Of: func(m *sim.Model) float64 {
	values := []float64{1. / 3, math.NaN(), -1e-300, 5e-324, math.MaxFloat64, math.Copysign(0, -1)}
	return values[(uint64(m.Tick())+m.Replicate())%6]
}}

// swept returns scenarios of a sweep, with names that need quotes, and one scenario outside it.
func swept(t testing.TB) []sim.Scenario {
	t.Helper()
	base := small()[0]
	base.Name = "firm b=7, \"new\"\nline"
	base.Stop = func(m *sim.Model) bool { return m.Tick() == 5+int(m.Replicate()%3) }
	all := sim.Sweep(base,
		sim.Vary[network.Structure]("structure", func(s *sim.Scenario, x network.Structure) {
			s.Channels[0].Structure = x
		}, network.Isolated{Size: 5}, network.Hierarchy{Span: 5}),
		sim.Vary("heed, most", func(s *sim.Scenario, n int) { s.Channels[0].Heed = n }, 0, 2))
	other := small()[2]
	other.Factors = []sim.Factor{{Name: "heed, most", Label: "all"}}
	return append(all, other, small()[4])
}

// shard measures some replicates of the sweep.
func shard(t testing.TB, first uint64, replicates int, ms ...metrics.Metric) *metrics.Table {
	t.Helper()
	return measure(t, sim.Experiment{Scenarios: swept(t), Replicates: replicates, Seed: 2,
		First: first, At: []int{0, 4, 8}}, ms...)
}

// A written table can be read, and writing it again gives the same bytes.
func TestReadCSV(t *testing.T) {
	for _, table := range []*metrics.Table{
		shard(t, 0, 3, metrics.Score, odd), shard(t, math.MaxUint64-3, 2, odd),
		measure(t, sim.Experiment{Scenarios: small(), Replicates: 2}, metrics.NormScore),
		measure(t, sim.Experiment{Scenarios: []sim.Scenario{{People: 1, Dimensions: 1}},
			Replicates: 1}, metrics.Score),
	} {
		file := written(t, table)
		again, err := metrics.ReadCSV(strings.NewReader(file), table.Metrics()...)
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		if got := written(t, again); got != file {
			t.Errorf("read and written again it is\n%s\nwant\n%s", got, file)
		}
		alike(t, again, table)
	}
}

// alike fails unless two tables say the same, to 12 digits.
func alike(t *testing.T, got, want *metrics.Table) {
	t.Helper()
	last := want.Ticks()[len(want.Ticks())-1]
	for _, s := range want.Scenarios() {
		for r := range want.Replicates() {
			if got.Stopped(s, r) != want.Stopped(s, r) {
				t.Errorf("%q stopped at %d, want %d", s, got.Stopped(s, r), want.Stopped(s, r))
			}
		}
		for i, f := range want.Factors(s) {
			if g := got.Factors(s)[i]; g.Name != f.Name || g.Label != f.Label {
				t.Errorf("%q has the factor %v, want %v", s, g, f)
			}
		}
		for _, m := range want.Metrics() {
			a, b := got.Values(s, m, last), want.Values(s, m, last)
			for r := range b {
				if metrics.Number(a[r]) != metrics.Number(b[r]) {
					t.Errorf("%q: %v in replicate %d, want %v", s, a[r], r, b[r])
				}
			}
		}
	}
}

// The header has a column per factor, between the fixed columns and the metrics.
func TestFactorColumns(t *testing.T) {
	file := written(t, shard(t, 7, 1, metrics.Score))
	for _, want := range []string{
		"scenario,replicate,tick,stopped,structure,\"heed, most\",score\n",
		"structure=network.Hierarchy{5} heed, most=2\",7,4,6,network.Hierarchy{5},2,0.",
		"tree,7,0,8,,all,", "nobody meets,7,0,8,,,",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("the file is without %q:\n%s", want, file)
		}
	}
}

// A file that WriteCSV would not write is an error that names the line.
func TestReadCSVErrors(t *testing.T) {
	const head, row = "scenario,replicate,tick,stopped,f,score\n", "a,0,0,1,x,0.5\n"
	const run = row + "a,0,1,1,x,\n"
	for _, c := range []struct{ file, want string }{
		{"", "the file is empty"},
		{head, "the file has no rows"},
		{"scenario,replicate\n", "line 1: 2 columns, want 5 or more"},
		{"scenario,replicate,tack,stopped,score\n", `line 1: column 3 is "tack", want "tick"`},
		{"scenario,replicate,tick,stopped,best\n", `line 1: column 5 is "best", want "score"`},
		{"scenario,replicate,tick,stopped,,score\n", "line 1: column 5 is \"\", want a name of"},
		{"scenario,replicate,tick,stopped,f,f,score\n",
			"line 1: column 6 is \"f\", want a name of"},
		{"scenario,replicate,tick,stopped,score,score\n", "line 1: column 6 is \"score\""},
		{head + "a,0,0,1,x\n", "line 2: wrong number of fields"},
		{head + "a,-1,0,1,x,\n", `line 2: replicate is "-1", want a whole number`},
		{head + "a,01,0,1,x,\n", `line 2: replicate is "01"`},
		{head + "a,0,+1,1,x,\n", `line 2: tick is "+1", want a whole number from 0`},
		{head + "a,0,0,x,x,\n", `line 2: stopped is "x"`},
		{head + "a,0,0,99999999999,x,\n", `line 2: stopped is "99999999999"`},
		{head + "a,0,0,1,x,NaN\n", `line 2: score is "NaN", want a number`},
		{head + "a,0,0,1,x,0.50\n", `line 2: score is "0.50", want a number`},
		{head + "a,0,0,1,x,1e999\n", `line 2: score is "1e999"`},
		{head + run + "a,0,1,1,x,\n", "line 4: tick is 1 after 1, want them ascending"},
		{head + row + "a,0,1,0,x,\n", "line 3: stopped is 0, want 1 as in the row before"},
		{head + row + "a,0,1,1,y,\n", "line 3: the factors are others"},
		{head + row + "a,1,0,1,x,\n", `replicate 0 stopped at 1, want 0 to 0`},
		{head + run + "a,1,0,1,x,\n", `the file ends: scenario "a", replicate 1 is without`},
		{head + run + "a,1,0,1,x,\nb,0,0,1,x,\n",
			`line 5: scenario "a", replicate 1 is without tick 1`},
		{head + run + "a,1,0,1,x,\na,1,2,1,x,\n", "line 5: tick is 2, want 1 as in the first run"},
		{head + run + "b,1,0,1,x,\n", `line 4: replicate is 1, want 0 as in scenario "a"`},
		{head + run + "b,0,0,1,x,\nb,0,1,1,x,\nb,1,0,1,x,\n",
			"line 6: replicate is 1, want no more"},
		{head + run + "b,0,0,1,x,\nb,0,1,1,x,\nb,0,2,1,x,\n",
			"line 6: tick is 2, want no more than 1"},
		{head + run + "b,0,0,1,x,\nb,0,1,1,x,\na,0,0,1,x,\n",
			`line 6: scenario "a" is there before`},
		{head + run + "a,1,0,0,x,\na,1,1,0,x,\na,0,0,1,x,\n",
			"line 6: replicate 0 is there before"},
		{head + run + "a,1,0,0,x,\na,1,1,0,x,\nb,0,0,1,x,\nb,0,1,1,x,\n",
			`line 7: the file ends: ` + `scenario "b" is without replicate 1`},
		{head + "\"a\rb\",0,0,0,x,\n", `line 2: the name "a\rb" has a carriage return`},
		{head + "\"a,0,0,0,x,\n", "parse error on line 2"},
	} {
		table, err := metrics.ReadCSV(strings.NewReader(c.file), metrics.Score)
		if err == nil || table != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: the error is %v, want %s", c.file, err, c.want)
		}
	}
	if _, err := metrics.ReadCSV(strings.NewReader(head + row)); err == nil {
		t.Error("without a metric it is no error")
	}
	if _, err := metrics.ReadCSV(strings.NewReader(head+strings.ReplaceAll(row, ",1,x", ",0,x")),
		metrics.Score); err != nil {
		t.Errorf("what is right is an error: %v", err)
	}
}

// A name that a CSV reader would change is not written.
func TestCarriageReturn(t *testing.T) {
	s := small()[0]
	s.Name = "a\r\nb"
	table := measure(t, sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1}, metrics.Score)
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err == nil || b.Len() > 0 {
		t.Errorf("the error is %v after %q", err, b.String())
	}
}

// A table that was read can be written, and reading that file gives the same table.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte(written(f, shard(f, 3, 2, metrics.Score, odd))))
	f.Add([]byte("scenario,replicate,tick,stopped,f,score,\"odd, \"\"quoted\"\"\"\na,0,0,0,x,1,\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		table, err := metrics.ReadCSV(bytes.NewReader(file), metrics.Score, odd)
		if err != nil {
			return
		}
		first := written(t, table)
		again, err := metrics.ReadCSV(strings.NewReader(first), metrics.Score, odd)
		if err != nil {
			t.Fatalf("what was written is not read: %v", err)
		}
		if second := written(t, again); second != first {
			t.Errorf("written again it is %q, want %q", second, first)
		}
		if joined, err := metrics.Join(table); err != nil || joined.Replicates() < 1 {
			t.Errorf("alone it cannot be joined: %v", err)
		}
	})
}
