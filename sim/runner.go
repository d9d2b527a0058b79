package sim

import (
	"context"
	"errors"
	"fmt"
	"math"
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

	mu       sync.Mutex
	next     int   // the next job
	done     int64 // ticks
	runs     int   // whole runs
	broken   error // of the lowest job whose scenario cannot be built
	brokenAt int
	abandon  context.CancelFunc // the runs under way
	failed   []*RunError
	worlds   map[worldKey]*world
	built    map[int]int // replicate -> scenarios built; a replicate whose scenarios all are has no entry
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
		built:   map[int]int{},
	}
}

func (r *runner) jobs() int { return len(r.Scenarios) * r.Replicates }

func (r *runner) total() int64 {
	n := int64(0)
	for _, s := range r.Scenarios {
		n += int64(s.Ticks)
	}
	return n * int64(r.Replicates)
}

func (r *runner) run(outer context.Context) error {
	var wg sync.WaitGroup
	ctx, abandon := context.WithCancel(outer)
	defer abandon()
	r.abandon = abandon
	for range min(r.workers(), r.jobs()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				job, ok := r.take(ctx)
				if !ok {
					return
				}
				r.do(ctx, job)
			}
		}()
	}
	wg.Wait()
	return r.outcome(outer)
}

func (r *runner) outcome(ctx context.Context) error {
	if r.broken != nil {
		return r.broken
	}
	if r.runs+len(r.failed) < r.jobs() {
		cause := context.Cause(ctx)
		if cause == nil {
			cause = errors.New("an observer ended its goroutine")
		}
		return fmt.Errorf("sim: interrupted after %d of %d runs: %w", r.runs, r.jobs(), cause)
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
func (r *runner) do(ctx context.Context, job int) {
	scenario, replicate := job%len(r.Scenarios), job/len(r.Scenarios)
	m, err := build(r.Scenarios[scenario], r.Seed, r.First+uint64(replicate), func(reality Reality, dimensions int) (Landscape, error) {
		return r.world(replicate, dimensions, reality)
	})
	r.forget(replicate)
	if err != nil {
		r.breakOff(job, err)
		return
	}
	said := 0
	if m.failed == nil {
		m.SetWorkers(r.threads)
		said = r.drive(ctx, m, r.observer(m, scenario, replicate))
	}
	if said < 0 {
		return
	}
	r.report(m.scenario.Ticks - said)
	r.mu.Lock()
	defer r.mu.Unlock()
	if m.failed != nil {
		r.failed = append(r.failed, &RunError{Scenario: scenario, Replicate: replicate, Err: m.failed})
		return
	}
	r.runs++
}

// breakOff ends the experiment by a scenario that cannot be built. Jobs are taken in order, so that with any number of workers the
// lowest of those is met.
func (r *runner) breakOff(job int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.broken == nil || job < r.brokenAt {
		r.broken, r.brokenAt = err, job
	}
	r.abandon()
}

// observer is whom a run is shown to. One that panics ends the run, as a rule does.
func (r *runner) observer(m *Model, scenario, replicate int) Observer {
	defer m.rescue("the observer of the run", "")
	return r.watch(scenario, replicate)
}

func (m *Model) show(observe Observer, tick int) {
	defer m.rescue("the observer", "")
	observe(m, tick)
}

// drive steps a model to its end, or until it fails, and shows it to the observer at the ticks to record. It returns the number of ticks
// that it has reported, or -1 if it was interrupted.
func (r *runner) drive(ctx context.Context, m *Model, observe Observer) int {
	done, said, unsaid := m.Done(), 0, 0
	for _, t := range r.ticks {
		for m.tick < t && !done {
			if ctx.Err() != nil {
				return -1
			}
			done = m.Step() != nil || m.Done()
			if unsaid++; int64(unsaid)*int64(m.People()) > 1<<22 {
				r.report(unsaid)
				said, unsaid = said+unsaid, 0
			}
		}
		if m.failed != nil {
			return said
		}
		m.show(observe, t)
	}
	return said
}

func (r *runner) report(ticks int) {
	if r.Progress == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += int64(ticks)
	r.Progress(int(min(r.done, math.MaxInt)), int(min(r.total(), math.MaxInt)))
}

// world returns the world of a replicate, built once for all its scenarios where realities can be compared. One that panics is built
// for each run that it is to end.
func (r *runner) world(replicate, dimensions int, reality Reality) (Landscape, error) {
	if !reflect.ValueOf(reality).Comparable() {
		return newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	}
	w := r.shared(worldKey{replicate, dimensions, reality})
	w.once.Do(func() { w.landscape, w.err = newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate)) })
	if w.landscape == nil && w.err == nil {
		return newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	}
	return w.landscape, w.err
}

// shared finds a replicate's world, or a place for it.
func (r *runner) shared(key worldKey) *world {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := r.worlds[key]
	if w == nil {
		w = new(world)
		r.worlds[key] = w
	}
	return w
}

// forget is called when one more scenario of a replicate is built: after the last its worlds are needed by the models alone.
func (r *runner) forget(replicate int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.built[replicate]++
	if r.built[replicate] < len(r.Scenarios) {
		return
	}
	delete(r.built, replicate)
	for k := range r.worlds {
		if k.replicate == replicate {
			delete(r.worlds, k)
		}
	}
}
