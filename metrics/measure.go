package metrics

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/sim"
)

// MaxNumbers is the largest count of numbers in a table: scenarios times replicates times recorded
// ticks times metrics. Each takes 8 bytes.
const MaxNumbers = min(1<<30, math.MaxInt/16)

// Measure runs an experiment and reads the metrics off every run at every recorded tick. A run that
// stops early keeps its last values for all later ticks, and the table says when it stopped. The
// table is the same for any number of workers.
//
// The table holds the whole replicates: those in which every scenario's run was read to its end.
// Without an error these are all replicates. If rules or metrics panicked in some runs, the error
// joins their errors (sim.RunError). If the experiment was interrupted, as by ctx, the error is or
// joins a sim.InterruptedError. The replicates that are whole by then are the same as without the
// interruption; there may be none. Up to 64 replicates of a small organization become whole at the
// same time.
//
// Every other error leaves no table: no metric, two metrics of one name, a metric without Of or
// Run, a metric that does not fit a scenario (Metric.Fits), a factor with the name of another
// column, more than MaxNumbers numbers, and the errors of sim.Experiment.
func Measure(ctx context.Context, e sim.Experiment, ms ...Metric) (*Table, error) {
	if err := validate(e, ms); err != nil {
		return nil, err
	}
	t := newTable(layoutOf(e, ms), numbered(e))
	r := newReader(t)
	errs, ok := ends(e.Run(ctx, r.watch))
	if !ok {
		return nil, errs[0]
	}
	t.replicates = slices.DeleteFunc(t.replicates, r.broken)
	return t, errors.Join(append(errs, r.failures()...)...)
}

// numbered returns the numbers of an experiment's replicates.
func numbered(e sim.Experiment) []uint64 {
	numbers := make([]uint64, e.Replicates)
	for r := range numbers {
		numbers[r] = e.First + uint64(r)
	}
	return numbers
}

func validate(e sim.Experiment, ms []Metric) error {
	if err := check(ms); err != nil {
		return err
	}
	if err := e.Validate(); err != nil {
		return err
	}
	ticks := len(e.At)
	if e.At == nil {
		ticks = e.Scenarios[0].Ticks + 1
	}
	if ticks == 0 {
		return errors.New("metrics: At has no tick, want 1 or more to record")
	}
	if err := checkSize(len(e.Scenarios), e.Replicates, ticks, len(ms)); err != nil {
		return err
	}
	for _, s := range e.Scenarios {
		if err := fits(s, ms); err != nil {
			return fmt.Errorf("metrics: scenario %q: %w", s.Name, err)
		}
	}
	return nil
}

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
		case m.Of == nil && m.Run == nil:
			return fmt.Errorf("metrics: the metric %q has no Of", m.Name)
		case m.Of != nil && m.Run != nil:
			return fmt.Errorf("metrics: the metric %q has both Of and Run", m.Name)
		case names[m.Name]:
			return fmt.Errorf("metrics: the metric %q is there twice", m.Name)
		}
		names[m.Name] = true
	}
	return nil
}

// fits returns an error for the first metric that a scenario cannot have, or else for the first
// factor with the name of another column.
func fits(s sim.Scenario, ms []Metric) error {
	for _, m := range ms {
		if m.Fits != nil {
			if err := m.Fits(s); err != nil {
				return fmt.Errorf("the metric %q: %w", m.Name, err)
			}
		}
		if _, has := factor(s.Factors, m.Name); has {
			return fmt.Errorf("a factor has the name of the metric %q", m.Name)
		}
	}
	for _, f := range s.Factors {
		if slices.Contains(columns, f.Name) {
			return fmt.Errorf("a factor has the name %q, want another than a column's", f.Name)
		}
	}
	return nil
}

// checkSize returns an error where there are more numbers than a table holds.
func checkSize(scenarios, replicates, ticks, metrics int) error {
	n := float64(scenarios) * float64(replicates) * float64(ticks) * float64(metrics)
	if n > MaxNumbers {
		return fmt.Errorf("metrics: %d scenarios, %d replicates, %d recorded ticks and %d "+
			"metrics are %.3g numbers, want at most %d: record fewer ticks (At)",
			scenarios, replicates, ticks, metrics, n, MaxNumbers)
	}
	return nil
}

// reader fills a table. Different runs write to different places, so they need no lock.
type reader struct {
	*Table
	runs     []runOf // by replicate and scenario
	together []func(*agreement, *sim.Model) float64
	all      []int // the indices of the metrics
}

// runOf says how far one run was read.
type runOf struct {
	ticks  int
	failed error // a metric that panicked
}

func newReader(t *Table) *reader {
	runs := make([]runOf, len(t.scenarios)*len(t.numbers))
	r := &reader{Table: t, runs: runs, together: togetherWith(t.metrics)}
	for j := range t.metrics {
		r.all = append(r.all, j)
	}
	return r
}

// watch records one run. A metric that panics ends the recording.
func (t *reader) watch(scenario, replicate int) sim.Observer {
	run := &t.runs[replicate*len(t.scenarios)+scenario]
	w := newReading(t.metrics, t.together)
	return func(m *sim.Model, tick int) {
		if run.failed == nil {
			at := t.at(replicate, run.ticks, 0)
			if err := w.Read(m, t.all, t.values[scenario][at:at+len(t.metrics)]); err != nil {
				run.failed = &sim.RunError{Scenario: scenario, Replicate: replicate, Err: err}
			}
		}
		t.stopped[scenario][replicate] = m.Tick()
		run.ticks++
	}
}

// broken reports whether a replicate is not whole: the run of some scenario was not read to its
// end.
func (t *reader) broken(replicate int) bool {
	runs := t.runs[replicate*len(t.scenarios):][:len(t.scenarios)]
	return slices.ContainsFunc(runs, func(r runOf) bool {
		return r.failed != nil || r.ticks < len(t.ticks)
	})
}

// failures returns the errors of the runs in which a metric panicked.
func (t *reader) failures() (all []error) {
	for _, r := range t.runs {
		if r.failed != nil {
			all = append(all, r.failed)
		}
	}
	return all
}

// ends returns the errors by which an experiment or some of its runs ended early. It reports
// whether there are no errors of another kind.
func ends(err error) (all []error, ok bool) {
	switch joined, several := err.(interface{ Unwrap() []error }); {
	case err == nil:
		return nil, true
	case several:
		all = slices.Clone(joined.Unwrap())
	default:
		all = []error{err}
	}
	for _, e := range all {
		run, early := (*sim.RunError)(nil), (*sim.InterruptedError)(nil)
		if !errors.As(e, &run) && !errors.As(e, &early) {
			return []error{err}, false
		}
	}
	return all, true
}
