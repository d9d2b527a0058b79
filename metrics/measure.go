package metrics

import (
	"context"
	"errors"
	"slices"

	"orglearn/sim"
)

// Measure runs an experiment and reads the metrics off every run at every recorded tick. After a run's early stop its last values carry
// forward, and the table says when it stopped.
//
// If rules panicked in some runs the error joins theirs (sim.RunError), and the table holds the replicates of which every scenario's run
// was whole; every other error leaves no table.
func Measure(ctx context.Context, e sim.Experiment, ms ...Metric) (*Table, error) {
	if err := check(ms); err != nil {
		return nil, err
	}
	if err := e.Validate(); err != nil {
		return nil, err
	}
	names := make([]string, len(e.Scenarios))
	for i, s := range e.Scenarios {
		names[i] = s.Name
	}
	t := newTable(names, e.RecordedTicks(), e.Replicates, e.First, ms)
	err := e.Run(ctx, t.watch)
	if err == nil {
		return t, nil
	}
	broken := brokenRuns(err)
	if broken == nil {
		return nil, err
	}
	t.replicates = slices.DeleteFunc(t.replicates, func(r int) bool { return broken[r] })
	return t, err
}

func check(ms []Metric) error {
	names := map[string]bool{}
	for _, m := range ms {
		switch {
		case m.Of == nil:
			return errors.New("metrics: the metric " + m.Name + " has no Of")
		case names[m.Name]:
			return errors.New("metrics: the metric " + m.Name + " is there twice")
		}
		names[m.Name] = true
	}
	return nil
}

// watch records one run. Runs write to different places.
func (t *Table) watch(scenario, replicate int) sim.Observer {
	k := 0
	return func(m *sim.Model, _ int) {
		for j, metric := range t.metrics {
			t.values[scenario][t.at(replicate, k, j)] = metric.Of(m)
		}
		t.stopped[scenario][replicate] = m.Tick()
		k++
	}
}

// brokenRuns are the replicates in which a rule panicked, or nil if the error is another.
func brokenRuns(err error) map[int]bool {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil
	}
	broken := map[int]bool{}
	for _, e := range joined.Unwrap() {
		var run *sim.RunError
		if !errors.As(e, &run) {
			return nil
		}
		broken[run.Replicate] = true
	}
	return broken
}
