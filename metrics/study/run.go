package study

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"

	"orglearn/sim"
)

// Run runs tasks and hands over what each gave, in the order of replicates. It calls done once for
// each task, one call at a time, as soon as all runs of the task are over. The order of the tasks
// depends on the workers (0: one per processor); the results do not. A run that fails is a result
// too. So is a run whose scenario cannot be built.
//
// Run stops at the first error of done and returns it. If ctx is done, Run stops soon and returns a
// sim.InterruptedError. Tasks that were not handed over by then can be run again, with the same
// results.
func (p Plan) Run(
	ctx context.Context, tasks []Task, workers int, done func(Task, []Result) error,
) error {
	if err := p.Validate(); err != nil {
		return err
	}
	for _, t := range tasks {
		if err := p.validateTask(t); err != nil {
			return err
		}
	}
	if workers < 0 {
		return fmt.Errorf("study: workers is %d, want 0 or more", workers)
	}
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := &runner{Plan: p, workers: workers, done: done, cancel: cancel}
	r.prepare()
	for group := range groups(tasks, tasksPerWorker*workers) {
		if err := r.run(ctx, group); err != nil {
			return err
		}
	}
	return nil
}

// tasksPerWorker is the number of tasks of one sim.Experiment for each worker. With more of them
// less time is lost where the workers wait for the last. With fewer, less is lost in a crash.
const tasksPerWorker = 4

func (p Plan) validateTask(t Task) error {
	switch {
	case t.Cell < 0 || t.Cell >= len(p.Cells):
		return fmt.Errorf("study: a task has cell %d, want 0 to %d", t.Cell, len(p.Cells)-1)
	case t.First < 0 || t.First >= MaxReplicates || t.First%Block != 0:
		return fmt.Errorf("study: a task has First %d, want a multiple of %d from 0 to %d",
			t.First, Block, MaxReplicates-Block)
	case t.Count < 1 || t.Count > Block:
		return fmt.Errorf("study: a task has Count %d, want 1 to %d", t.Count, Block)
	}
	return nil
}

// groups yields the tasks in groups that can run as one experiment: the same replicates of
// different cells, at most so many.
func groups(tasks []Task, most int) func(yield func([]Task) bool) {
	return func(yield func([]Task) bool) {
		for len(tasks) > 0 {
			n := 1
			for n < min(most, len(tasks)) && alike(tasks[:n], tasks[n]) {
				n++
			}
			if !yield(tasks[:n]) {
				return
			}
			tasks = tasks[n:]
		}
	}
}

func alike(group []Task, t Task) bool {
	return t.First == group[0].First && t.Count == group[0].Count &&
		!slices.ContainsFunc(group, func(o Task) bool { return o.Cell == t.Cell })
}

// runner is one call of Plan.Run.
type runner struct {
	Plan
	workers int
	done    func(Task, []Result) error
	cancel  context.CancelFunc
	at      []int   // the ticks of the columns, ascending
	want    [][]int // for each tick the metrics to read
	columns [][]int // for each tick and metric read, in that order, its column
	refused error   // of done
}

// prepare finds the ticks of the columns, and which metrics to read at each.
func (r *runner) prepare() {
	for _, c := range r.Columns {
		r.at = append(r.at, c.Tick)
	}
	slices.Sort(r.at)
	r.at = slices.Compact(r.at)
	r.want, r.columns = make([][]int, len(r.at)), make([][]int, len(r.at))
	for i, tick := range r.at {
		for j, m := range r.Metrics {
			if k := slices.Index(r.Columns, Column{m.Name, tick}); k >= 0 {
				r.want[i] = append(r.want[i], j)
				r.columns[i] = append(r.columns[i], k)
			}
		}
	}
}

// experiment returns the runs of a group.
func (r *runner) experiment(group []Task) sim.Experiment {
	e := sim.Experiment{Replicates: group[0].Count, Seed: r.Seed, First: uint64(group[0].First),
		At: r.at, Workers: r.workers}
	for _, t := range group {
		s := r.Cells[t.Cell].Scenario
		s.Name = r.Cells[t.Cell].Name()
		e.Scenarios = append(e.Scenarios, s)
	}
	return e
}

// run runs a group and hands over its tasks. If some scenario of it cannot be built, the tasks that
// are left run by themselves, so that it stops no other.
func (r *runner) run(ctx context.Context, group []Task) error {
	g := newGathering(r, group)
	err := r.experiment(group).Run(ctx, g.watch)
	if r.refused != nil {
		return r.refused
	}
	failed, unbuilt, interrupted := sort(err)
	g.fail(failed)
	if r.refused != nil || interrupted != nil {
		return errors.Join(r.refused, interrupted)
	}
	if unbuilt == nil {
		return nil
	}
	if len(group) == 1 {
		return r.oneByOne(ctx, group[0])
	}
	for _, t := range g.left() {
		if err := r.run(ctx, []Task{t}); err != nil {
			return err
		}
	}
	return nil
}

// oneByOne runs the replicates of a task of which at least one cannot be built.
func (r *runner) oneByOne(ctx context.Context, t Task) error {
	g := newGathering(r, []Task{t})
	for i := range t.Count {
		e := r.experiment(g.group)
		e.First, e.Replicates = e.First+uint64(i), 1
		failed, unbuilt, interrupted := sort(e.Run(ctx, func(int, int) sim.Observer {
			return g.watch(0, i)
		}))
		if interrupted != nil && r.refused == nil {
			return interrupted
		}
		if err := errors.Join(append(failed, unbuilt)...); err != nil {
			g.end(0, i, nil, err.Error())
		}
	}
	return r.refused
}

// sort tells the errors of an experiment apart.
func sort(err error) (failed []error, unbuilt, interrupted error) {
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	for _, err := range all {
		run, early := (*sim.RunError)(nil), (*sim.InterruptedError)(nil)
		switch {
		case err == nil:
		case errors.As(err, &run):
			failed = append(failed, run)
		case errors.As(err, &early):
			interrupted = early
		default:
			unbuilt = err
		}
	}
	return failed, unbuilt, interrupted
}

// missing returns values that are all missing.
func missing(n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = math.NaN()
	}
	return values
}
