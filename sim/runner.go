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

// runner is one call of Experiment.Run. A job is one run, or several runs of a scenario whose
// replicates may be lanes. Jobs are taken in the order of replicates, so that all scenarios of a
// replicate can share its worlds.
type runner struct {
	Experiment
	watch    func(scenario, replicate int) Observer
	ticks    []int
	threads  int    // goroutines for each model
	together []bool // for each scenario: whether its replicates may be lanes
	size     int    // replicates in a group of lanes

	mu       sync.Mutex
	next     int   // the first run not handed out yet
	done     int64 // ticks done
	runs     int   // complete runs
	broken   error // the error of the first run whose scenario cannot be built
	brokenAt int
	abandon  context.CancelCauseFunc // ends the runs under way
	mute     bool                    // Progress has panicked
	failed   []*RunError
	worlds   map[int]*worlds // of replicates in which scenarios are still to be built
}

// worlds holds the worlds of one replicate, and how many scenarios were built in them.
type worlds struct {
	built int
	of    map[worldKey]*world
}

type worldKey struct {
	dimensions int
	reality    Reality
}

type world struct {
	once      sync.Once
	landscape Landscape
	err       error
}

func newRunner(e Experiment, watch func(scenario, replicate int) Observer) *runner {
	r := &runner{
		Experiment: e, watch: watch, ticks: e.RecordedTicks(),
		worlds: map[int]*worlds{},
	}
	r.plan()
	return r
}

// totalRuns is the number of runs.
func (r *runner) totalRuns() int { return len(r.Scenarios) * r.Replicates }

func (r *runner) total() int64 {
	n := int64(0)
	for _, s := range r.Scenarios {
		n += int64(s.Ticks)
	}
	return n * int64(r.Replicates)
}

func (r *runner) run(outer context.Context) error {
	var wg sync.WaitGroup
	ctx, abandon := context.WithCancelCause(outer)
	defer abandon(nil)
	r.abandon = abandon
	for range min(r.workers(), r.totalRuns()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			layers := store{}
			for {
				job, ok := r.take(ctx)
				if !ok {
					return
				}
				r.do(ctx, job, layers)
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
	slices.SortFunc(r.failed, func(a, b *RunError) int {
		return (a.Replicate-b.Replicate)*len(r.Scenarios) + a.Scenario - b.Scenario
	})
	var errs []error
	if r.mute || r.runs+len(r.failed) < r.totalRuns() {
		cause := context.Cause(ctx)
		if cause == nil {
			cause = errors.New("a rule or an observer ended its goroutine")
		}
		errs = append(errs, &InterruptedError{Whole: r.runs, Of: r.totalRuns(), Err: cause})
	}
	for _, e := range r.failed {
		errs = append(errs, e)
	}
	return errors.Join(errs...)
}

// take hands out the next job.
func (r *runner) take(ctx context.Context) (j job, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for !ok && r.broken == nil && ctx.Err() == nil && r.next < r.totalRuns() {
		j, ok = r.job(r.next)
		r.next++
	}
	return j, ok
}

// do runs one job.
func (r *runner) do(ctx context.Context, j job, layers store) {
	if j.to-j.from > 1 && r.doLanes(ctx, j, layers) {
		return
	}
	for replicate := j.from; replicate < j.to && ctx.Err() == nil; replicate++ {
		r.doOne(ctx, j.scenario, replicate)
	}
}

// doOne runs one replicate.
func (r *runner) doOne(ctx context.Context, scenario, replicate int) {
	m, err := build(r.Scenarios[scenario], r.Seed, r.First+uint64(replicate), r.worldsIn(replicate))
	r.forget(replicate)
	if err != nil {
		r.breakOff(scenario, replicate, err)
		return
	}
	said := 0
	if m.failed == nil {
		m.SetWorkers(r.threads)
		said = r.drive(ctx, m, r.ticks, r.observer(m, scenario, replicate), r.report)
	}
	if said < 0 {
		return
	}
	r.report(m.scenario.Ticks - said)
	r.end(scenario, replicate, m.failed)
}

// end counts a run that is over.
func (r *runner) end(scenario, replicate int, failed error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if failed != nil {
		r.failed = append(r.failed, &RunError{Scenario: scenario, Replicate: replicate,
			Err: failed})
		return
	}
	r.runs++
}

// breakOff ends the experiment because a scenario cannot be built. Jobs are taken in order, so the
// error is that of the first such run, with any number of workers.
func (r *runner) breakOff(scenario, replicate int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if run := replicate*len(r.Scenarios) + scenario; r.broken == nil || run < r.brokenAt {
		r.broken, r.brokenAt = err, run
	}
	r.abandon(err)
}

// observer asks watch for the observer of a run. A panic there ends the run, as that of a rule
// does.
func (r *runner) observer(m *Model, scenario, replicate int) Observer {
	defer m.rescue("the observer of the run", "")
	return r.watch(scenario, replicate)
}

func (m *Model) show(observe Observer, tick int) {
	defer m.rescue("the observer", "")
	observe(m, tick)
}

// drive steps a model until it is done or fails, and shows it to the observer at the ticks to
// record. It returns the number of ticks that it has reported, or -1 if it was interrupted.
func (r *runner) drive(
	ctx context.Context, m *Model, ticks []int, observe Observer, report func(ticks int),
) int {
	done, said, unsaid := m.Done(), 0, 0
	for _, t := range ticks {
		for m.tick < t && !done {
			if ctx.Err() != nil {
				return -1
			}
			done = m.Step() != nil || m.Done()
			if unsaid++; int64(unsaid)*int64(m.People()) > 1<<22 {
				report(unsaid)
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

// report tells Progress that more ticks are done. If Progress panics, the experiment ends, and
// Progress is not called again.
func (r *runner) report(ticks int) {
	if r.Progress == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.mute {
		return
	}
	defer func() {
		if what := recover(); what != nil {
			r.mute = true
			r.abandon(fmt.Errorf("Progress %s", blame(what)))
		}
	}()
	r.done += int64(ticks)
	r.Progress(int(min(r.done, math.MaxInt)), int(min(r.total(), math.MaxInt)))
}

// worldsIn returns the function world for one replicate.
func (r *runner) worldsIn(replicate int) worldOf {
	return func(reality Reality, dimensions int) (Landscape, error) {
		return r.world(replicate, dimensions, reality)
	}
}

// world returns the world of a replicate. It is built once for all scenarios, if there are several
// and their realities can be compared. A reality that panics is called again in each run, so that
// it ends each of them.
func (r *runner) world(replicate, dimensions int, reality Reality) (Landscape, error) {
	if len(r.Scenarios) == 1 || !reflect.ValueOf(reality).Comparable() {
		return newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	}
	w := r.shared(replicate, worldKey{dimensions, reality})
	w.once.Do(func() {
		w.landscape, w.err = newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	})
	if w.landscape == nil && w.err == nil {
		return newWorld(reality, dimensions, r.Seed, r.First+uint64(replicate))
	}
	return w.landscape, w.err
}

// shared returns the entry of a replicate's world, and makes it if there is none.
func (r *runner) shared(replicate int, key worldKey) *world {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.worldsOf(replicate)
	w := all.of[key]
	if w == nil {
		w = new(world)
		all.of[key] = w
	}
	return w
}

func (r *runner) worldsOf(replicate int) *worlds {
	w := r.worlds[replicate]
	if w == nil {
		w = &worlds{of: map[worldKey]*world{}}
		r.worlds[replicate] = w
	}
	return w
}

// forget counts one more scenario as built in a replicate. After the last one it drops the
// replicate's worlds, which only the models then need.
func (r *runner) forget(replicate int) {
	if len(r.Scenarios) == 1 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	w := r.worldsOf(replicate)
	if w.built++; w.built == len(r.Scenarios) {
		delete(r.worlds, replicate)
	}
}
