package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Level is the level of the intervals of tables.
const Level = .95

// Table holds the values of metrics at the recorded ticks of every run of an experiment. Rows are
// in the order scenario, replicate, tick, whatever the workers did.
//
// Methods that are given a scenario, a metric or a tick that is not in the table panic: it is a bug
// of the program.
type Table struct {
	layout
	// those in the table, by their places: those of which every scenario's run was whole
	replicates []int
	numbers    []uint64 // of the replicate at each place
	values     [][]float64
	stopped    [][]int
}

// layout is what shards of one table have in common.
type layout struct {
	scenarios []string
	columns   []string       // names of factors
	factors   [][]sim.Factor // of each scenario
	metrics   []Metric
	ticks     []int
}

// layoutOf is the layout of an experiment's table.
func layoutOf(e sim.Experiment, ms []Metric) layout {
	l := layout{ticks: e.RecordedTicks(), metrics: slices.Clone(ms)}
	for _, s := range e.Scenarios {
		l.scenarios = append(l.scenarios, s.Name)
		l.factors = append(l.factors, slices.Clone(s.Factors))
		for _, f := range s.Factors {
			if !slices.Contains(l.columns, f.Name) {
				l.columns = append(l.columns, f.Name)
			}
		}
	}
	return l
}

// newTable is a table of replicates with these numbers, to be filled by its runs.
func newTable(l layout, numbers []uint64) *Table {
	t := &Table{layout: l, numbers: numbers}
	for r := range numbers {
		t.replicates = append(t.replicates, r)
	}
	for range l.scenarios {
		t.values = append(t.values, make([]float64, len(numbers)*len(l.ticks)*len(l.metrics)))
		t.stopped = append(t.stopped, make([]int, len(numbers)))
	}
	return t
}

// Scenarios are the names of the scenarios, in the experiment's order.
func (t *Table) Scenarios() []string { return slices.Clone(t.scenarios) }

// Metrics are the metrics, in the order given.
func (t *Table) Metrics() []Metric { return slices.Clone(t.metrics) }

// Factors are those of a scenario that is of a sweep, in the order of its axes.
func (t *Table) Factors(scenario string) []sim.Factor {
	return slices.Clone(t.factors[t.scenario(scenario)])
}

// Ticks are the recorded ticks, ascending.
func (t *Table) Ticks() []int { return slices.Clone(t.ticks) }

// Replicates is the number of replicates in the table: all, or those of which every scenario's run
// was whole.
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
