package simtest

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/sim"
)

// Event checks that an event keeps its contract with package sim. Give it a small scenario in which
// the event has an effect. Each of off is the event turned off. The checks are:
//
//   - it accepts its own parameters (Validate, Fits), and its Name and Order never change;
//   - it changes something before the scenario ends, and ends no run with an error;
//   - it depends on the model and its stream alone, and keeps neither: runs with it pass Same and
//     Clone, and it does the same to two copies of a model;
//   - its chance is its own: if it is sim.Named, it does the same after an event of another name
//     has drawn chance;
//   - it leaves a sound model: no belief or norm is both yes and no or lies past the last
//     dimension, opinions are finite, vacant places have no beliefs, and units have the same number
//     of people;
//   - it does not change the tick, the number of people, or the truth within an existing landscape;
//   - each of off changes nothing: the run is the same as without it.
func Event(t testing.TB, s sim.Scenario, e sim.Event, off ...sim.Event) {
	t.Helper()
	for _, o := range off {
		Off(t, s, func(s *sim.Scenario) { s.Events = append(s.Events, o) })
	}
	with := after(s, e)
	if how := nameFault(e); how != "" {
		t.Errorf("simtest: %T %s", e, how)
		return
	}
	if err := with.Validate(); err != nil {
		t.Errorf("simtest: %v", err)
		return
	}
	plain, ok := runOne(t, s, 0, 1)
	if !ok {
		return
	}
	for _, law := range []func(testing.TB, sim.Scenario, sim.Event) bool{
		leavesSoundly, happensTwice, ownChance,
	} {
		if !law(t, s, e) {
			return
		}
	}
	got, ok := runOne(t, with, 0, 1)
	if ok && changesNothing(got, plain) {
		t.Errorf("simtest: %s: with %T the run is the same as without: it never happens",
			got[0].name, e)
		return
	}
	Same(t, with)
	Clone(t, with)
}

// after returns a scenario with more events, after its own.
func after(s sim.Scenario, e ...sim.Event) sim.Scenario {
	s.Events = append(slices.Clone(s.Events), e...)
	return s
}

// nameFault says what is wrong with the Name or Order of an event, or "".
func nameFault(e sim.Event) string {
	if n, ok := e.(sim.Named); ok {
		if first, then := n.Name(), n.Name(); first == "" || then != first {
			return fmt.Sprintf("has no name that stays: %q, then %q", first, then)
		}
	}
	if o, ok := e.(sim.Ordered); ok {
		first, then := o.Order(), o.Order()
		if first < sim.Environment || first > sim.Structure || then != first {
			return fmt.Sprintf("has the Order %d, then %d, want one of %d to %d that stays", first,
				then, sim.Environment, sim.Structure)
		}
	}
	return ""
}

// changesNothing reports whether two runs are the same.
func changesNothing(got, want run) bool {
	r := new(silent)
	return got.same(r, "", want) && !r.told
}

// silent is a testing.TB that only notes whether something is wrong.
type silent struct {
	testing.TB
	told bool
}

func (*silent) Helper()                 {}
func (s *silent) Errorf(string, ...any) { s.told = true }

// leavesSoundly steps through a run with the event, and reports if the model is not sound after it.
func leavesSoundly(t testing.TB, s sim.Scenario, e sim.Event) bool {
	t.Helper()
	how := ""
	watched := sim.EventFunc(func(m *sim.Model, chance *agents.Stream) {
		tick, people, l := m.Tick(), m.People(), m.Landscape()
		truth := l.Truth().Clone()
		e.Happen(m, chance)
		switch {
		case how != "":
		case m.Tick() != tick || m.People() != people:
			how = "changes the tick, or the number of people"
		case !truth.Equal(l.Truth()):
			how = "changes the truth of the world in place: see Landscape.Turn"
		default:
			how = modelFault(m)
		}
	})
	m, ok := build(t, after(s, watched), 0)
	if !ok {
		return false
	}
	err := m.Run()
	switch {
	case how != "":
		t.Errorf("simtest: %T %s", e, how)
	case err != nil:
		t.Errorf("simtest: %T ends the run: %v", e, err)
	}
	return how == "" && err == nil
}

// modelFault says what is not sound in a model, or "".
func modelFault(m *sim.Model) string {
	for p := range m.People() {
		if how := bodyFault(m.Beliefs(p), m.Dimensions()); how != "" {
			return fmt.Sprintf("leaves the belief of person %d %s", p, how)
		}
		if m.Vacant(p) && m.Beliefs(p).Known() > 0 {
			return fmt.Sprintf("leaves beliefs in the vacant place of person %d", p)
		}
		if m.Topics() > 0 {
			if how := opinionFault(m.Opinion(p)); how != "" {
				return fmt.Sprintf("leaves the opinion of person %d %s", p, how)
			}
		}
	}
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			if how := bodyFault(m.Norm(c, u), m.Dimensions()); how != "" {
				return fmt.Sprintf("leaves the norm of unit %d %s", u, how)
			}
		}
		if n := m.Units(c).People(); n != m.People() {
			return fmt.Sprintf("leaves units of %d people, want %d", n, m.People())
		}
	}
	for c := range m.RealChannels() {
		for u := range m.RealNorms(c) {
			if how := opinionFault(m.RealNorm(c, u)); how != "" {
				return fmt.Sprintf("leaves the norm of unit %d %s", u, how)
			}
		}
	}
	return ""
}

// bodyFault says what is wrong with a body of beliefs, or "".
func bodyFault(k agents.Knowledge, dimensions int) string {
	for i, w := range k {
		if w.Yes&w.No != 0 {
			return fmt.Sprintf("both yes and no in lanes %#x of word %d", w.Yes&w.No, i)
		}
		if past := w.Known() &^ agents.Lanes(dimensions, i); past != 0 {
			return fmt.Sprintf("past the last dimension, in lanes %#x of word %d", past, i)
		}
	}
	return ""
}

// opinionFault says what is wrong with an opinion, or "".
func opinionFault(o opinion.Opinion) string {
	for topic, v := range o {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Sprintf("of topic %d at %v, want a finite number", topic, v)
		}
	}
	return ""
}

// happensTwice lets the event happen to two copies of a model with the same stream, at every tick.
// It reports whether the copies stay the same.
func happensTwice(t testing.TB, s sim.Scenario, e sim.Event) bool {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("simtest: %T panics where it happens to a copy of the model: %v", e, r)
		}
	}()
	m, ok := build(t, s, 0)
	for ok && !m.Done() {
		if m.Step() != nil {
			return false
		}
		var left [2]moment
		for i := range left {
			c := m.Clone()
			e.Happen(c, (*agents.Stream)(kernel.NewStream(kernel.NewKey(seed, 0, "simtest",
				"event"), c.Tick(), 0)))
			left[i] = record(c)
		}
		how := fmt.Sprintf("after %T has happened to a copy, and to another", e)
		ok = left[1].same(t, how, left[0])
	}
	return ok
}

// ownChance reports whether a named event does the same if another event draws chance before it.
func ownChance(t testing.TB, s sim.Scenario, e sim.Event) bool {
	t.Helper()
	if _, ok := e.(sim.Named); !ok {
		return true
	}
	want, ok := runOne(t, after(s, e), 0, 1)
	if !ok {
		return false
	}
	s.Events = append([]sim.Event{other{}}, s.Events...)
	got, ok := runOne(t, after(s, e), 0, 1)
	return ok && got.same(t, fmt.Sprintf("where another event draws before %T", e), want)
}

// other is an event with a unique name. It draws chance and does nothing.
type other struct{}

// Happen implements sim.Event.
func (other) Happen(_ *sim.Model, s *agents.Stream) { s.Uint64() }

// Name implements sim.Named.
func (other) Name() string { return "simtest: another event" }
