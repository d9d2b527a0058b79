package sim

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
)

// runner is one call of Experiment.Run. A job is one run; jobs are taken replicate by replicate, so that scenarios of a replicate
// find its worlds built.
type runner struct {
	Experiment
	watch   func(scenario, replicate int) Observer
	ticks   []int
	threads int // goroutines of one model

	mu     sync.Mutex
	next   int // the next job
	done   int // ticks
	runs   int // whole runs
	broken error
	failed []*RunError
	worlds map[worldKey]*world
}

type worldKey struct {
	replicate, dimensions int
	reality               Reality
}

type world struct {
	once      sync.Once
	landscape Landscape
	err       error
}

func newRunner(e Experiment, watch func(scenario, replicate int) Observer) *runner {
	return &runner{
		Experiment: e, watch: watch, ticks: e.RecordedTicks(),
		threads: max(1, e.workers()/(len(e.Scenarios)*e.Replicates)),
		worlds:  map[worldKey]*world{},
	}
}

func (r *runner) jobs() int { return len(r.Scenarios) * r.Replicates }

func (r *runner) total() int {
	n := 0
	for _, s := range r.Scenarios {
		n += s.Ticks
	}
	return n * r.Replicates
}

func (r *runner) run(ctx context.Context) error {
	var wg sync.WaitGroup
	for range min(r.workers(), r.jobs()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				job, ok := r.take(ctx)
				if !ok {
					return
				}
				r.do(ctx, job%len(r.Scenarios), job/len(r.Scenarios))
			}
		}()
	}
	wg.Wait()
	return r.outcome(ctx)
}

func (r *runner) outcome(ctx context.Context) error {
	if r.broken != nil {
		return r.broken
	}
	if r.runs+len(r.failed) < r.jobs() {
		return fmt.Errorf("sim: interrupted after %d of %d runs: %w", r.runs, r.jobs(), context.Cause(ctx))
	}
	slices.SortFunc(r.failed, func(a, b *RunError) int {
		return (a.Replicate-b.Replicate)*len(r.Scenarios) + a.Scenario - b.Scenario
	})
	errs := make([]error, len(r.failed))
	for i, e := range r.failed {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// take hands out the next job.
func (r *runner) take(ctx context.Context) (job int, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.broken != nil || ctx.Err() != nil || r.next == r.jobs() {
		return 0, false
	}
	r.next++
	return r.next - 1, true
}

// do runs one job.
func (r *runner) do(ctx context.Context, scenario, replicate int) {
	s := r.Scenarios[scenario]
	m, err := build(s, r.Seed, r.First+uint64(replicate), func(reality Reality, dimensions int) (Landscape, error) {
		return r.world(replicate, dimensions, reality)
	})
	if err != nil {
		r.end(&r.broken, err)
		return
	}
	m.SetWorkers(r.threads)
	err = r.drive(ctx, m, r.watch(scenario, replicate))
	switch {
	case m.failed != nil:
		r.mu.Lock()
		r.failed = append(r.failed, &RunError{Scenario: scenario, Replicate: replicate, Err: m.failed})
		r.mu.Unlock()
	case err == nil:
		r.mu.Lock()
		r.runs++
		r.mu.Unlock()
	}
}

func (r *runner) end(at *error, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if *at == nil {
		*at = err
	}
}

// drive steps a model to its end and shows it to the observer at the ticks to record.
func (r *runner) drive(ctx context.Context, m *Model, observe Observer) error {
	done, unsaid := m.Done(), 0
	for _, t := range r.ticks {
		for m.tick < t && !done {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := m.Step(); err != nil {
				return err
			}
			done = m.Done()
			if unsaid++; unsaid*m.People() > 1<<22 {
				r.report(unsaid)
				unsaid = 0
			}
		}
		observe(m, t)
	}
	r.report(m.scenario.Ticks - m.tick + unsaid)
	return nil
}

func (r *runner) report(ticks int) {
	if r.Progress == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += ticks
	r.Progress(r.done, r.total())
}

// world returns the world of a replicate, built once for all its scenarios where realities can be compared.
func (r *runner) world(replicate, dimensions int, reality Reality) (Landscape, error) {
	if !reflect.TypeOf(reality).Comparable() {
		return newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	}
	w := r.shared(worldKey{replicate, dimensions, reality})
	w.once.Do(func() { w.landscape, w.err = newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate)) })
	return w.landscape, w.err
}

// shared finds a replicate's world, and forgets those of replicates long over.
func (r *runner) shared(key worldKey) *world {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := r.worlds[key]
	if w == nil {
		for k := range r.worlds {
			if k.replicate < key.replicate-r.workers() {
				delete(r.worlds, k)
			}
		}
		w = new(world)
		r.worlds[key] = w
	}
	return w
}
