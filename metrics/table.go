package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
)

// Level is the level of the intervals of tables.
const Level = .95

// Table holds the values of metrics at the recorded ticks of every run of an experiment. Rows are
// in the order scenario, replicate, tick, whatever the workers did.
//
// Methods that are given a scenario, a metric or a tick that is not in the table panic: it is a bug
// of the program.
type Table struct {
	scenarios []string
	metrics   []Metric
	ticks     []int
	first     uint64 // number of the first replicate
	// those in the table, as numbers from 0: those of which every scenario's run was whole
	replicates []int
	values     [][]float64
	stopped    [][]int
}

// newTable is a table of so many replicates, to be filled by its runs.
func newTable(scenarios []string, ticks []int, replicates int, first uint64, ms []Metric) *Table {
	t := &Table{scenarios: scenarios, metrics: ms, ticks: ticks, first: first}
	for r := range replicates {
		t.replicates = append(t.replicates, r)
	}
	for range scenarios {
		t.values = append(t.values, make([]float64, replicates*len(ticks)*len(ms)))
		t.stopped = append(t.stopped, make([]int, replicates))
	}
	return t
}

// Scenarios are the names of the scenarios, in the experiment's order.
func (t *Table) Scenarios() []string { return slices.Clone(t.scenarios) }

// Metrics are the metrics, in the order given.
func (t *Table) Metrics() []Metric { return slices.Clone(t.metrics) }

// Ticks are the recorded ticks, ascending.
func (t *Table) Ticks() []int { return slices.Clone(t.ticks) }

// Replicates is the number of replicates in the table: all, or those that no panic broke.
func (t *Table) Replicates() int { return len(t.replicates) }

// at is the index of one number within its scenario.
func (t *Table) at(replicate, tick, metric int) int {
	return (replicate*len(t.ticks)+tick)*len(t.metrics) + metric
}

func (t *Table) scenario(name string) int {
	i := slices.Index(t.scenarios, name)
	if i < 0 {
		panic(fmt.Sprintf("metrics: no scenario %q in the table, but %q", name, t.scenarios))
	}
	return i
}

func (t *Table) metric(m Metric) int {
	i := slices.IndexFunc(t.metrics, func(o Metric) bool { return o.Name == m.Name })
	if i < 0 {
		panic(fmt.Sprintf("metrics: the metric %q is not in the table", m.Name))
	}
	return i
}

func (t *Table) tick(tick int) int {
	i, found := slices.BinarySearch(t.ticks, tick)
	if !found {
		panic(fmt.Sprintf("metrics: tick %d is not in the table", tick))
	}
	return i
}

// Values are the values of a metric at a tick, one per replicate, in their order. A missing value
// is NaN.
func (t *Table) Values(scenario string, m Metric, tick int) []float64 {
	s, k, j := t.scenario(scenario), t.tick(tick), t.metric(m)
	values := make([]float64, len(t.replicates))
	for i, r := range t.replicates {
		values[i] = t.values[s][t.at(r, k, j)]
	}
	return values
}

// Curve is how a metric went in one run: its values at the recorded ticks, ascending, at least one.
// A missing value is NaN.
type Curve struct {
	Ticks  []int
	Values []float64
}

// At is the value at a tick, or NaN where it is missing or the tick is not recorded.
func (c Curve) At(tick int) float64 {
	i, found := slices.BinarySearch(c.Ticks, tick)
	if !found {
		return math.NaN()
	}
	return c.Values[i]
}

// Curve returns how a metric went in one replicate, counted from 0.
func (t *Table) Curve(scenario string, replicate int, m Metric) Curve {
	s, j := t.scenario(scenario), t.metric(m)
	c := Curve{Ticks: t.Ticks(), Values: make([]float64, len(t.ticks))}
	for k := range t.ticks {
		c.Values[k] = t.values[s][t.at(t.replicates[replicate], k, j)]
	}
	return c
}

// Stopped is the tick at which a run stood last: the last recorded tick, or before it that at which
// the run stopped early, from which on its values are carried forward.
func (t *Table) Stopped(scenario string, replicate int) int {
	return t.stopped[t.scenario(scenario)][t.replicates[replicate]]
}

// Estimate is the mean over replicates of a metric at a tick, with Student's t interval at Level.
// Where a run has no such number the estimate is over the others, N of them, and where none has its
// Note says so.
func (t *Table) Estimate(scenario string, m Metric, tick int) stats.Estimate {
	return estimate(t.Values(scenario, m, tick))
}

func estimate(values []float64) stats.Estimate {
	some := there(values)
	switch {
	case len(values) == 0:
		return stats.Estimate{Note: "no whole replicate"}
	case len(some) == 0:
		return stats.Estimate{Note: "not defined here"}
	}
	return stats.TInterval(some, Level)
}

// there are the values that are not missing.
func there(values []float64) []float64 {
	var some []float64
	for _, v := range values {
		if !math.IsNaN(v) {
			some = append(some, v)
		}
	}
	return some
}

// Estimates are the estimates of a metric at every recorded tick.
func (t *Table) Estimates(scenario string, m Metric) []stats.Estimate {
	all := make([]stats.Estimate, len(t.ticks))
	for i, tick := range t.ticks {
		all[i] = t.Estimate(scenario, m, tick)
	}
	return all
}
