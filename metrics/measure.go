package metrics

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/sim"
)

// MaxNumbers is the largest number of numbers in a table: scenarios times replicates times recorded
// ticks times metrics, 8 bytes each.
const MaxNumbers = min(1<<30, math.MaxInt/16)

// Measure runs an experiment and reads the metrics off every run at every recorded tick. After a
// run's early stop its last values carry forward, and the table says when it stopped. The table is
// the same for any number of workers.
//
// If rules, or metrics, panicked in some runs the error joins theirs (sim.RunError), and the table
// holds the replicates of which every scenario's run was whole; every other error leaves no table:
// no metric, two of one name, one without Of, more than MaxNumbers numbers, and those of
// sim.Experiment.
func Measure(ctx context.Context, e sim.Experiment, ms ...Metric) (*Table, error) {
	if err := check(ms); err != nil {
		return nil, err
	}
	if err := e.Validate(); err != nil {
		return nil, err
	}
	if err := checkSize(e, len(ms)); err != nil {
		return nil, err
	}
	names := make([]string, len(e.Scenarios))
	for i, s := range e.Scenarios {
		names[i] = s.Name
	}
	t := newTable(names, e.RecordedTicks(), e.Replicates, e.First, slices.Clone(ms))
	r := reader{Table: t, failed: make([]error, len(names)*e.Replicates),
		together: togetherWith(ms)}
	err := e.Run(ctx, r.watch)
	broken, ok := brokenRuns(err)
	if !ok {
		return nil, err
	}
	broken = append(broken, r.failures()...)
	t.drop(broken)
	return t, errors.Join(broken...)
}

// columns are the names that a file has beside the metrics'.
var columns = []string{"scenario", "replicate", "tick", "stopped"}

func check(ms []Metric) error {
	if len(ms) == 0 {
		return errors.New("metrics: no metric to measure")
	}
	names := map[string]bool{}
	for _, m := range ms {
		switch {
		case m.Name == "" || slices.Contains(columns, m.Name):
			return fmt.Errorf("metrics: a metric has the name %q, want one that is not empty "+
				"nor another column's", m.Name)
		case m.Of == nil:
			return fmt.Errorf("metrics: the metric %q has no Of", m.Name)
		case names[m.Name]:
			return fmt.Errorf("metrics: the metric %q is there twice", m.Name)
		}
		names[m.Name] = true
	}
	return nil
}

func checkSize(e sim.Experiment, metrics int) error {
	n := float64(len(e.Scenarios)) * float64(e.Replicates) *
		float64(len(e.RecordedTicks())) * float64(metrics)
	if n > MaxNumbers {
		return fmt.Errorf("metrics: %d scenarios, %d replicates, %d recorded ticks and %d "+
			"metrics are %.3g numbers, want at most %d: record fewer ticks (At)",
			len(e.Scenarios), e.Replicates, len(e.RecordedTicks()), metrics, n, MaxNumbers)
	}
	return nil
}

// reader fills a table. Runs write to different places.
type reader struct {
	*Table
	failed   []error // by replicate and scenario: a metric that panicked
	together []func(*agreement, *sim.Model) float64
}

// watch records one run. A metric that panics ends the recording.
func (t *reader) watch(scenario, replicate int) sim.Observer {
	k, failed := 0, &t.failed[replicate*len(t.scenarios)+scenario]
	w := &watcher{metrics: t.metrics, together: t.together}
	return func(m *sim.Model, tick int) {
		if *failed == nil {
			at := t.at(replicate, k, 0)
			if err := w.read(m, t.values[scenario][at:at+len(t.metrics)]); err != nil {
				*failed = &sim.RunError{Scenario: scenario, Replicate: replicate, Err: err}
			}
		}
		t.stopped[scenario][replicate] = m.Tick()
		k++
	}
}

// read reads the metrics off a model, and makes a panic of one an error.
func (w *watcher) read(m *sim.Model, values []float64) (err error) {
	defer func() {
		if r := recover(); r != nil {
			values[w.reading] = math.NaN()
			err = fmt.Errorf("metrics: %v: the metric %q panicked: %v", m,
				w.metrics[w.reading].Name, r)
		}
	}()
	w.fresh = false
	for j := range values {
		w.reading = j
		values[j] = known(w.value(j, m))
	}
	return nil
}

// known is a value, or NaN for one that no number is.
func known(v float64) float64 {
	if math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}

// failures are the runs in which a metric panicked.
func (t *reader) failures() []error {
	return slices.DeleteFunc(t.failed, func(err error) bool { return err == nil })
}

// brokenRuns are the runs in which a rule panicked. It reports whether the error, which may be nil,
// holds nothing else.
func brokenRuns(err error) (broken []error, ok bool) {
	if err == nil {
		return nil, true
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil, false
	}
	broken = slices.Clone(joined.Unwrap())
	for _, e := range broken {
		if run := (*sim.RunError)(nil); !errors.As(e, &run) {
			return nil, false
		}
	}
	return broken, true
}

// drop leaves out the replicates of broken runs.
func (t *Table) drop(broken []error) {
	gone := map[int]bool{}
	for _, e := range broken {
		run := (*sim.RunError)(nil)
		errors.As(e, &run)
		gone[run.Replicate] = true
	}
	t.replicates = slices.DeleteFunc(t.replicates, func(r int) bool { return gone[r] })
}
