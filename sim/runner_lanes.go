package sim

import (
	"context"
	"math/bits"
)

// job is the replicates from..to-1 of a scenario.
type job struct{ scenario, from, to int }

// lanesLeast is the smallest number of replicates for which it is faster to run them as one.
const lanesLeast = 6

// plan finds the scenarios whose replicates may be lanes, and the size of their groups: 64, or
// fewer so that no worker is idle.
func (r *runner) plan() {
	r.together = make([]bool, len(r.Scenarios))
	for i, s := range r.Scenarios {
		r.together[i] = s.asLanes().taken && r.probe(s)
	}
	r.size = min(64, max(lanesLeast, (r.totalRuns()+r.workers()-1)/r.workers()))
	jobs := 0
	for run := 0; run < r.totalRuns() && jobs < r.workers(); run++ {
		if _, ok := r.job(run); ok {
			jobs++
		}
	}
	r.threads = max(1, r.workers()/jobs)
}

// probe builds a scenario once. Only a model shows for certain whether its replicates can be lanes.
func (r *runner) probe(s Scenario) bool {
	m, err := New(s, r.Seed, r.First)
	return err == nil && m.asLanes().taken
}

// job returns the job that begins with a run, if there is one. Runs are numbered by replicate, then
// by scenario.
func (r *runner) job(run int) (j job, ok bool) {
	scenario, replicate := run%len(r.Scenarios), run/len(r.Scenarios)
	first, next := r.group(replicate, r.size)
	if !r.together[scenario] || next-first < lanesLeast {
		return job{scenario, replicate, replicate + 1}, true
	}
	return job{scenario, first, next}, replicate == first
}

// group returns the first replicate of the group that holds a replicate, and the first after it.
// Groups of the given size lie within blocks of 64.
func (r *runner) group(replicate, size int) (first, next int) {
	lane := int((r.First + uint64(replicate)) % 64)
	first, next = replicate-lane%size, replicate+min(size-lane%size, 64-lane)
	return max(first, 0), min(next, r.Replicates)
}

// lanesRun is a job whose replicates are lanes.
type lanesRun struct {
	*lanes
	*runner
	job
	firstLane int // the lane of the job's first replicate
	observers [64]Observer
	failures  uint64 // lanes whose run has ended with an error
	said      int    // ticks of each lane that were reported
}

// doLanes runs a job's replicates as lanes. If one of them cannot be built or its first beliefs
// panic, it returns false, and no observer has been called.
func (r *runner) doLanes(ctx context.Context, j job, layers store) bool {
	view, err := build(r.Scenarios[j.scenario], r.Seed, r.First+uint64(j.from), r.worldsIn(j.from))
	if err != nil || view.failed != nil {
		return false
	}
	landscapes := []Landscape{view.landscape}
	for replicate := j.from + 1; replicate < j.to; replicate++ {
		land, err := r.world(replicate, view.scenario.Dimensions, view.scenario.Reality)
		if err != nil {
			return false
		}
		landscapes = append(landscapes, land)
	}
	l, ok := startLanes(view, r.First+uint64(j.from), landscapes, layers)
	if !ok {
		return false
	}
	for replicate := j.from; replicate < j.to; replicate++ {
		r.forget(replicate)
	}
	run := &lanesRun{lanes: l, runner: r, job: j, firstLane: int((r.First + uint64(j.from)) % 64)}
	run.drive(ctx)
	l.giveBack()
	return true
}

// startLanes is newLanes, but returns false if somebody's first beliefs panic. Each such run must
// then end by itself.
func startLanes(
	view *Model, from uint64, landscapes []Landscape, layers store,
) (l *lanes, ok bool) {
	defer func() { ok = recover() == nil }()
	return newLanes(view, from, landscapes, layers), true
}

// drive steps the lanes to their end, and shows each to its observer at the ticks to record.
func (r *lanesRun) drive(ctx context.Context) {
	all := r.running
	for left := all; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		r.observers[lane] = r.observer(r.model(lane, 0), r.scenario, r.replicate(lane))
		r.endFailed(lane)
	}
	r.stopSome()
	for i, t := range r.ticks {
		for r.tick < t && !r.over() && ctx.Err() == nil {
			if !r.try(t) {
				r.runOneByOne(ctx, all&^r.failures, r.ticks[i:])
				return
			}
			if r.tick < t {
				r.tell(r.tick, 1<<22)
			}
		}
		if ctx.Err() != nil {
			return
		}
		r.showAll(all&^r.failures, t)
	}
	r.tell(r.view.scenario.Ticks, 0)
	for left := all &^ r.failures; left != 0; left &= left - 1 {
		r.end(r.scenario, r.replicate(bits.TrailingZeros64(left)), nil)
	}
}

func (r *lanesRun) replicate(lane int) int { return r.from + lane - r.firstLane }

// try runs one tick, and then asks Stop. It reports whether no rule panicked.
func (r *lanesRun) try(next int) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	if !r.advance(r.tick+1 == next || r.view.scenario.Stop != nil) {
		return false
	}
	r.stopSome()
	return true
}

// stopSome asks the scenario's Stop about every replicate that has not stopped.
func (r *lanesRun) stopSome() {
	if r.view.scenario.Stop == nil || r.tick >= r.view.scenario.Ticks {
		return
	}
	r.show()
	var stopping uint64
	for left := (r.running | r.resting) &^ r.failures; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		if m := r.model(lane, r.tick); m.stops() || m.failed != nil {
			stopping |= 1 << lane
		}
		r.endFailed(lane)
	}
	r.halt(stopping)
}

// showAll shows lanes to their observers.
func (r *lanesRun) showAll(lanes uint64, tick int) {
	r.show()
	for left := lanes; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		at := tick
		if r.stopped>>lane&1 != 0 {
			at = r.out[lane].tick
		}
		r.model(lane, at).show(r.observers[lane], tick)
		r.endFailed(lane)
	}
	r.tell(tick, 0)
}

// tell reports the ticks of all lanes so far, if ticks times people exceed least.
func (r *lanesRun) tell(tick, least int) {
	ticks := (tick - r.said) * (r.to - r.from)
	if int64(ticks)*int64(r.ring.scenario.People) > int64(least) {
		r.report(ticks)
		r.said = tick
	}
}

// endFailed ends the run of the lane that the view shows, if it has failed.
func (r *lanesRun) endFailed(lane int) {
	if m := r.view; m.failed != nil {
		r.failures |= 1 << lane
		r.resting &^= 1 << lane
		r.lanes.run(r.running &^ (1 << lane))
		r.end(r.scenario, r.replicate(lane), m.failed)
		m.failed = nil
	}
}

// runOneByOne runs lanes one by one from their beginning, after a rule has panicked in one of them.
// It shows them at the ticks that are left.
func (r *lanesRun) runOneByOne(ctx context.Context, lanes uint64, ticks []int) {
	for ; lanes != 0; lanes &= lanes - 1 {
		lane := bits.TrailingZeros64(lanes)
		replicate := r.replicate(lane)
		began := func(Reality, int) (Landscape, error) { return r.out[lane].first, nil }
		m, err := build(r.Scenarios[r.scenario], r.Seed, r.First+uint64(replicate), began)
		if err != nil {
			r.breakOff(r.scenario, replicate, err)
			return
		}
		if r.runner.drive(ctx, m, ticks, r.observers[lane], func(int) {}) < 0 {
			return
		}
		r.report(m.scenario.Ticks - r.said)
		r.end(r.scenario, replicate, m.failed)
	}
}
