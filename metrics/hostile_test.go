package metrics_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/internal/hostile"
	"orglearn/network"
	"orglearn/sim"
)

var inf = math.Inf(1)

// measuring is a hostile experiment, or a hostile metric in a valid experiment.
func measuring(name, want string, set func(e *sim.Experiment), ms ...metrics.Metric) hostile.Case {
	return hostile.Case{Name: name, Want: want, Call: func() error {
		e := sim.Experiment{Scenarios: small()[:2], Replicates: 2}
		if set != nil {
			set(&e)
		}
		if ms == nil {
			ms = []metrics.Metric{metrics.Score}
		}
		_, err := metrics.Measure(context.Background(), e, ms...)
		return err
	}}
}

// Hostile parameters of an experiment are errors before it runs.
func TestHostileExperiments(t *testing.T) {
	var all []hostile.Case
	for _, n := range []int{math.MinInt, -1, 0, math.MaxInt32, math.MaxInt} {
		all = append(all, measuring(fmt.Sprint("replicates ", n),
			fmt.Sprintf("Replicates is %d, want", n), func(e *sim.Experiment) { e.Replicates = n }))
	}
	for _, n := range []int{math.MinInt, -1, math.MaxInt} {
		want := ""
		if n < 0 {
			want = fmt.Sprintf("Workers is %d", n)
		}
		all = append(all, measuring(fmt.Sprint("workers ", n), want,
			func(e *sim.Experiment) { e.Workers = n }))
	}
	for want, at := range map[string][]int{
		"At has tick -1":                        {-1},
		"At has tick 9, want 0 to 8":            {0, 9},
		"At has tick 3 after 3":                 {3, 3},
		"At has tick 2 after 5":                 {5, 2},
		"At has no tick":                        {},
		fmt.Sprint("At has tick ", math.MaxInt): {math.MaxInt},
	} {
		all = append(all, measuring(want, want, func(e *sim.Experiment) { e.At = at }))
	}
	hostile.Run(t, append(all,
		measuring("no scenario", "no scenario", func(e *sim.Experiment) { e.Scenarios = nil }),
		measuring("empty scenario", "People is 0", func(e *sim.Experiment) {
			e.Scenarios = []sim.Scenario{{}}
		}),
		measuring("two of a name", "two scenarios have the name", func(e *sim.Experiment) {
			e.Scenarios[1] = e.Scenarios[0]
		}),
		measuring("ticks without end", "name the ticks to record", func(e *sim.Experiment) {
			for i := range e.Scenarios {
				e.Scenarios[i].Ticks = sim.MaxTicks
			}
		}),
		measuring("the last replicates there are", "", func(e *sim.Experiment) {
			e.First = math.MaxUint64
		}),
	))
}

// Hostile metrics are errors. Values that are not numbers are missing.
func TestHostileMetrics(t *testing.T) {
	of := func(v float64) metrics.Metric {
		return metrics.Metric{Name: "x", Of: func(*sim.Model) float64 { return v }}
	}
	same := func(*network.Graph) float64 { return 1 }
	hostile.Run(t, []hostile.Case{
		measuring("no Of", `the metric "x" has no Of`, nil, metrics.Metric{Name: "x"}),
		measuring("Of and Run", `the metric "x" has both Of and Run`, nil, metrics.Metric{Name: "x",
			Of: metrics.Score.Of, Run: metrics.SoFar(metrics.Score).Run}),
		measuring("nothing", `a metric has the name ""`, nil, metrics.Metric{}),
		measuring("no name", `a metric has the name ""`, nil, metrics.Metric{Of: metrics.Score.Of}),
		measuring("twice", "is there twice", nil, metrics.Score, metrics.Score),
		measuring("a column's name", `the name "replicate"`, nil,
			metrics.Metric{Name: "replicate", Of: metrics.Score.Of}),
		measuring("NaN", "", nil, of(nan)), measuring("infinite", "", nil, of(inf), metrics.Score),
		measuring("a panic", "panicked", nil, metrics.Metric{Name: "x",
			Of: func(*sim.Model) float64 { panic("no") }}),
		measuring("refusing", `the metric "x": not here`, nil, metrics.Metric{Name: "x",
			Of:   metrics.Score.Of,
			Fits: func(sim.Scenario) error { return errors.New("not here") }}),
		measuring("no groups", "0 labels of groups, want 20", nil, metrics.External(channel, nil)),
		measuring("too many groups", "21 labels of groups", nil,
			metrics.External(channel, make([]int, 21))),
		measuring("negative groups", "", nil, metrics.External(channel, []int{-1, math.MinInt,
			math.MaxInt, 3: 1, 19: 2})),
		measuring("no measure", "panicked", nil, metrics.OfContacts("x", "", channel, nil)),
		measuring("no channel", `no channel ""`, nil, metrics.Contacts("")),
		measuring("no such channel", `no channel "\x00"`, nil, metrics.Between("\x00")),
		measuring("a long name", "no channel", nil, metrics.Said(strings.Repeat("x", 1<<20))),
		measuring("no unit", "", nil, metrics.OfContacts("", "", channel, same)),
	})
}

// Hostile margins, outcomes and families give a note in words and no number.
func TestHostileComparisons(t *testing.T) {
	table := measure(t, sim.Experiment{Scenarios: small(), Replicates: 3}, metrics.Score)
	note := func(name, want string, compare func() metrics.Comparison) hostile.Case {
		return hostile.Case{Name: name, Want: want, Call: func() error {
			c := compare()
			if c.Note == "" {
				return nil
			}
			if c.Difference.N > 0 || math.IsNaN(c.Difference.Mean) {
				return fmt.Errorf("it has a number: %+v", c)
			}
			return errors.New(c.Note)
		}}
	}
	var all []hostile.Case
	for _, m := range []float64{nan, -1, 0, inf, -inf} {
		want := fmt.Sprint("margin is ", m)
		all = append(all,
			note("Compare within "+fmt.Sprint(m), want, func() metrics.Comparison {
				return table.Compare("teams", "tree", metrics.Score, 8, m)
			}),
			note("CompareOutcome within "+fmt.Sprint(m), want, func() metrics.Comparison {
				return table.CompareOutcome("teams", "tree", metrics.Score, metrics.AreaUnder(), m)
			}),
			note("CompareAll within "+fmt.Sprint(m), want, func() metrics.Comparison {
				return table.CompareAll([]string{"teams", "tree"}, metrics.Score, 8, m)[0]
			}))
	}
	for name, o := range map[string]metrics.Outcome{
		"nothing": {}, "NaN": metrics.TimeTo(nan), "infinite": metrics.TimeTo(inf),
		"share NaN": metrics.TimeToShare(nan), "share 2": metrics.TimeToShare(2),
		"far ticks": metrics.Retention(-1, math.MaxInt),
		"its own":   {Name: "x", Of: func(metrics.Curve) float64 { return inf }},
	} {
		want := "not defined here"
		if o.Of == nil {
			want = `the outcome "" has no Of`
		}
		all = append(all, note("outcome "+name, want, func() metrics.Comparison {
			return table.CompareOutcome("teams", "tree", metrics.Score, o, .02)
		}))
		all = append(all, hostile.Case{Name: "estimate of " + name, Call: func() error {
			if e := table.OutcomeEstimate("teams", metrics.Score, o); e.Note != "not defined here" {
				return fmt.Errorf("it is %v", e)
			}
			_, err := table.Arrival("teams", metrics.Score, o)
			return err
		}})
	}
	for _, p := range []float64{nan, -1, 2, inf} {
		all = append(all, note(fmt.Sprint("a family with P ", p), fmt.Sprint("P is ", p, ", want"),
			func() metrics.Comparison {
				return metrics.Family(metrics.Comparison{P: .5}, metrics.Comparison{P: p})[1]
			}))
	}
	all = append(all,
		note("nobody", "", func() metrics.Comparison {
			if len(metrics.Family())+len(table.CompareAll(nil, metrics.Score, 8, 1)) > 0 {
				return metrics.Comparison{Note: "somebody"}
			}
			return metrics.Comparison{}
		}))
	hostile.Run(t, all)
}

// Hostile files and shards are errors.
func TestHostileFiles(t *testing.T) {
	reading := func(name, want, file string, ms ...metrics.Metric) hostile.Case {
		return hostile.Case{Name: name, Want: want, Call: func() error {
			_, err := metrics.ReadCSV(strings.NewReader(file), ms...)
			return err
		}}
	}
	const head = "scenario,replicate,tick,stopped,score\n"
	hostile.Run(t, []hostile.Case{
		reading("nothing", "the file is empty", "", metrics.Score),
		reading("no metric", "no metric to measure", head),
		reading("zeros", "line 1", strings.Repeat("\x00", 1<<20), metrics.Score),
		reading("a quote", "line 1", `"`+strings.Repeat("x,", 1<<20), metrics.Score),
		reading("many columns", "line 1", strings.Repeat("x,", 1<<18)+"\n", metrics.Score),
		reading("lines", "the file is empty", strings.Repeat("\n", 1<<20), metrics.Score),
		reading("a long name", "line 2: replicate is", head+strings.Repeat("x", 1<<20)+",x,0,0,1\n",
			metrics.Score),
		reading("a huge replicate", "line 2: replicate is", head+"a,18446744073709551616,0,0,1\n",
			metrics.Score),
		reading("a huge tick", "line 2: tick is", head+"a,0,2147483648,0,1\n", metrics.Score),
		reading("infinity", "line 2: score is", head+"a,0,0,0,Inf\n", metrics.Score),
		reading("hexadecimal", "line 2: score is", head+"a,0,0,0,0x1p-2\n", metrics.Score),
		reading("underscores", "line 2: score is", head+"a,0,0,0,1_0\n", metrics.Score),
		{Name: "no table", Want: "no table", Call: func() error {
			_, err := metrics.Join()
			return err
		}},
		{Name: "the same table", Want: "replicate 0 is in tables 0 and 1", Call: func() error {
			e := sim.Experiment{Scenarios: small()[:1], Replicates: 1}
			table := measure(t, e, metrics.Score)
			_, err := metrics.Join(table, table)
			return err
		}},
	})
}
