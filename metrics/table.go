package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Level is the confidence level of the intervals of tables.
const Level = .95

// Table holds the values of metrics at the recorded ticks of every run of an experiment. Rows are
// in the order scenario, replicate, tick, whatever the workers did.
//
// Methods panic if they are given a scenario, a metric or a tick that is not in the table. Such a
// call is a bug of the program.
type Table struct {
	layout
	replicates []int       // places of the whole replicates: only these are in the table
	numbers    []uint64    // number of the replicate at each place
	values     [][]float64 // by scenario; see at
	stopped    [][]int     // by scenario and place
}

// layout is what the shards of one table have in common.
type layout struct {
	scenarios []string
	columns   []string       // names of factors
	factors   [][]sim.Factor // by scenario
	metrics   []Metric
	ticks     []int
}

// layoutOf returns the layout of an experiment's table.
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

// newTable returns an empty table of replicates with these numbers. Its runs fill it.
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

// Scenarios returns the names of the scenarios, in the experiment's order.
func (t *Table) Scenarios() []string { return slices.Clone(t.scenarios) }

// Metrics returns the metrics, in the order given to Measure.
func (t *Table) Metrics() []Metric { return slices.Clone(t.metrics) }

// Factors returns the factors of a scenario of a sweep, in the order of the sweep's axes.
func (t *Table) Factors(scenario string) []sim.Factor {
	return slices.Clone(t.factors[t.scenario(scenario)])
}

// Ticks returns the recorded ticks, ascending.
func (t *Table) Ticks() []int { return slices.Clone(t.ticks) }

// Replicates returns the number of replicates in the table. These are the whole ones: every
// scenario's run was read to its end.
func (t *Table) Replicates() int { return len(t.replicates) }

// at is the index of one number in the values of its scenario.
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

// Values returns the values of a metric at a tick, one per replicate, in their order. A missing
// value is NaN.
func (t *Table) Values(scenario string, m Metric, tick int) []float64 {
	s, k, j := t.scenario(scenario), t.tick(tick), t.metric(m)
	values := make([]float64, len(t.replicates))
	for i, r := range t.replicates {
		values[i] = t.values[s][t.at(r, k, j)]
	}
	return values
}

// Curve holds the values of a metric in one run, at the recorded ticks. Ticks ascend, and there is
// at least one. A missing value is NaN.
type Curve struct {
	Ticks  []int
	Values []float64
}

// At returns the value at a tick, or NaN where it is missing or the tick is not recorded.
func (c Curve) At(tick int) float64 {
	i, found := slices.BinarySearch(c.Ticks, tick)
	if !found {
		return math.NaN()
	}
	return c.Values[i]
}

// Curve returns the curve of a metric in one replicate. Replicates are counted from 0.
func (t *Table) Curve(scenario string, replicate int, m Metric) Curve {
	s, j := t.scenario(scenario), t.metric(m)
	c := Curve{Ticks: t.Ticks(), Values: make([]float64, len(t.ticks))}
	for k := range t.ticks {
		c.Values[k] = t.values[s][t.at(t.replicates[replicate], k, j)]
	}
	return c
}

// Stopped returns the tick at which a run ended. It is the last recorded tick, or the tick of an
// early stop, from which on the table repeats the run's last values.
func (t *Table) Stopped(scenario string, replicate int) int {
	return t.stopped[t.scenario(scenario)][t.replicates[replicate]]
}

// Estimate returns the mean over replicates of a metric at a tick, with Student's t interval at
// Level. Replicates in which the metric is missing are left out, and N counts the others. Where it
// is missing in all, the Note says so.
func (t *Table) Estimate(scenario string, m Metric, tick int) stats.Estimate {
	return estimate(t.Values(scenario, m, tick))
}

func estimate(values []float64) stats.Estimate {
	found := there(values)
	switch {
	case len(values) == 0:
		return stats.Estimate{Note: "no whole replicate"}
	case len(found) == 0:
		return stats.Estimate{Note: "not defined here"}
	}
	return stats.TInterval(found, Level)
}

// there returns the values that are not missing.
func there(values []float64) []float64 {
	var found []float64
	for _, v := range values {
		if !math.IsNaN(v) {
			found = append(found, v)
		}
	}
	return found
}

// Estimates returns the estimates of a metric at all recorded ticks.
func (t *Table) Estimates(scenario string, m Metric) []stats.Estimate {
	all := make([]stats.Estimate, len(t.ticks))
	for i, tick := range t.ticks {
		all[i] = t.Estimate(scenario, m, tick)
	}
	return all
}
