// Package simtest tests rules, structures, realities and events that you add to a simulation. It
// checks that runs are the same, byte for byte, where they must be the same. Call it from a test,
// on a small scenario in which what you added has an effect:
//
//	func TestMentors(t *testing.T) {
//		s := organization()
//		simtest.Off(t, s, func(s *sim.Scenario) {
//			s.Channels[0].Objectify = Mentors{Weight: 0}
//		})
//		s.Channels[0].Objectify = Mentors{Weight: 2}
//		simtest.Same(t, s)
//		simtest.Clone(t, s)
//		simtest.Rearranged(t, s, "work")
//	}
//
// These are the checks:
//
//   - [Same]: one replicate at a time, an Experiment with one and with two workers, and replicates
//     that run as one all give the same run;
//   - [Off]: a mechanism that is off gives the run without it;
//   - [Clone]: a copy of a model goes on as the model does;
//   - [Rearranged]: units that are replaced by a copy of themselves change nothing;
//   - [Landscape] and [Event]: a reality or an event that you have added keeps its contract.
//
// [Built], [Step] and [Finished] build and run one model of a scenario, for tests of your own.
//
// A run is all that a model shows at every tick: beliefs, norms, claims, flows, opinions, selves,
// who is there and since when, and what rules remember. A check reports the first difference that
// it finds, and where it is.
package simtest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"orglearn/network"
	"orglearn/sim"
)

// seed is the seed of all runs.
const seed = 1991

// Same checks that the runs of a scenario do not depend on how they are run. It compares runs by
// sim.New and Step, with one worker and with two, and runs in an Experiment of 5, of 64 and of 70
// replicates, with one worker and with two. From 6 replicates on, those of a small organization may
// run as one.
func Same(t testing.TB, s sim.Scenario) {
	t.Helper()
	const most = 70
	want := make([]run, most)
	for replicate := range want {
		var ok bool
		if want[replicate], ok = runOne(t, s, uint64(replicate), 1); !ok {
			return
		}
	}
	for replicate := range uint64(2) {
		got, ok := runOne(t, s, replicate, 2)
		if !ok || !got.same(t, "with 2 workers", want[replicate]) {
			return
		}
	}
	for _, replicates := range []int{5, 64, most} {
		for workers := 1; workers <= 2; workers++ {
			if !experiment(t, s, replicates, workers, want) {
				return
			}
		}
	}
}

// runOne runs one replicate by itself.
func runOne(t testing.TB, s sim.Scenario, replicate uint64, workers int) (r run, ok bool) {
	t.Helper()
	m, ok := build(t, s, replicate)
	if !ok {
		return nil, false
	}
	m.SetWorkers(workers)
	return finish(t, m)
}

func build(t testing.TB, s sim.Scenario, replicate uint64) (m *sim.Model, ok bool) {
	t.Helper()
	m, err := sim.New(s, seed, replicate)
	if err != nil {
		t.Errorf("simtest: %v", err)
	}
	return m, err == nil
}

// finish steps a model to its end, and records every tick on the way.
func finish(t testing.TB, m *sim.Model) (r run, ok bool) {
	t.Helper()
	r = append(r, record(m))
	for !m.Done() {
		if err := m.Step(); err != nil {
			t.Errorf("simtest: %v", err)
			return nil, false
		}
		r = append(r, record(m))
	}
	if err := m.Err(); err != nil {
		t.Errorf("simtest: %v", err)
		return nil, false
	}
	return r, true
}

// experiment runs replicates of a scenario in an Experiment, together with the same scenario under
// another name. With one worker it records every tick. With two it records only some, because a run
// must be the same if it is not observed.
func experiment(t testing.TB, s sim.Scenario, replicates, workers int, want []run) bool {
	t.Helper()
	other := s
	other.Name += ", again"
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s, other}, Replicates: replicates, Seed: seed, Workers: workers,
	}
	if workers == 2 {
		e.At = []int{0, min(1, s.Ticks), s.Ticks / 2, s.Ticks}
		slices.Sort(e.At)
		e.At = slices.Compact(e.At)
	}
	got := make([][2][]moment, replicates)
	err := e.Run(context.Background(), func(scenario, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) {
			got[replicate][scenario] = append(got[replicate][scenario], record(m))
		}
	})
	if err != nil {
		t.Errorf("simtest: %v", err)
		return false
	}
	how := fmt.Sprintf("in an Experiment of %d replicates with %d workers", replicates, workers)
	for replicate, both := range got {
		for _, seen := range both {
			if !run(seen).same(t, how, want[replicate].at(e.RecordedTicks())) {
				return false
			}
		}
	}
	return true
}

// Off checks that a mechanism that is off changes nothing. set is given a copy of the scenario, and
// adds the mechanism, turned off. The copy must give the runs of the scenario, bit for bit.
//
// In a small organization a rule that is agents.Lanewise draws other chance than one that is not.
// So if set replaces a Lanewise rule by one that is not, use a scenario of more than 48 dimensions.
func Off(t testing.TB, s sim.Scenario, set func(*sim.Scenario)) {
	t.Helper()
	off := s
	off.Channels, off.Events = slices.Clone(s.Channels), slices.Clone(s.Events)
	off.RealChannels = slices.Clone(s.RealChannels)
	set(&off)
	for _, replicate := range []uint64{0, 1, 65} {
		want, ok := runOne(t, s, replicate, 1)
		if !ok {
			return
		}
		got, ok := runOne(t, off, replicate, 1)
		if !ok || !got.same(t, "with what is off", want) {
			return
		}
	}
}

// Clone checks that a model and its clone both go on exactly as the model would without the clone.
// It clones at every tick, also in an Experiment.
func Clone(t testing.TB, s sim.Scenario) {
	t.Helper()
	want, ok := runOne(t, s, 0, 1)
	if !ok {
		return
	}
	m, ok := build(t, s, 0)
	if !ok {
		return
	}
	for tick := 0; ; tick++ {
		if !record(m).same(t, "after it was cloned", want[tick]) {
			return
		}
		if !clones(t, m, "cloned", want) {
			return
		}
		if m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			t.Errorf("simtest: %v", err)
			return
		}
	}
	cloneObserved(t, s)
}

// clones reports whether a clone of the model goes on as wanted.
func clones(t testing.TB, m *sim.Model, how string, want run) bool {
	t.Helper()
	got, ok := finish(t, m.Clone())
	how = fmt.Sprintf("%s at tick %d", how, m.Tick())
	return ok && got.same(t, how, want[m.Tick():])
}

// cloneObserved clones the models that an Experiment shows to observers, where replicates may run
// as one.
func cloneObserved(t testing.TB, s sim.Scenario) {
	t.Helper()
	const replicates = 7
	want := make([]run, replicates)
	for replicate := range want {
		want[replicate], _ = runOne(t, s, uint64(replicate), 1)
	}
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: replicates, Seed: seed,
		Workers: 1}
	sound := true
	err := e.Run(context.Background(), func(_, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) {
			sound = sound && clones(t, m, "cloned in an Experiment", want[replicate])
		}
	})
	if err != nil {
		t.Errorf("simtest: %v", err)
	}
}

// Rearranged checks sim.Model.Rearrange for a channel, of beliefs or of opinions. Before every tick
// it replaces the units by a copy of themselves, which must change nothing. It also tries new units
// that continue a unit which does not exist. That must be an error, and leave everything as it was.
func Rearranged(t testing.TB, s sim.Scenario, channel string) {
	t.Helper()
	want, ok := runOne(t, s, 0, 1)
	if !ok {
		return
	}
	m, ok := build(t, s, 0)
	for tick := 0; ok; tick++ {
		ok = rearrange(t, m, channel) && record(m).same(t, "rearranged", want[tick])
		if m.Done() {
			return
		}
		if err := m.Step(); err != nil {
			t.Errorf("simtest: %v", err)
			return
		}
	}
}

// rearrange gives a channel a copy of its units, after two calls that must fail.
func rearrange(t testing.TB, m *sim.Model, channel string) bool {
	t.Helper()
	units := unitsOf(m, channel)
	if units == nil {
		t.Errorf("simtest: there is no channel %q", channel)
		return false
	}
	for _, wrong := range []int{-2, units.Len()} {
		if m.Rearrange(channel, units.Clone(true), func(int) int { return wrong }) == nil {
			t.Errorf("simtest: new units that continue unit %d of %d are no error", wrong,
				units.Len())
			return false
		}
	}
	from := func(unit int) int { return unit }
	if m.Tick()%2 == 0 {
		from = nil // nil means the same
	}
	if err := m.Rearrange(channel, units.Clone(true), from); err != nil {
		t.Errorf("simtest: %v", err)
		return false
	}
	return true
}

func unitsOf(m *sim.Model, channel string) *network.Units {
	if c := m.Channel(channel); c >= 0 {
		return m.Units(c)
	}
	for i, c := range m.Scenario().RealChannels {
		if c.Name == channel {
			return m.RealUnits(i)
		}
	}
	return nil
}
