package sim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
)

// draws is an event that notes what it draws. It may have a name, and may be off.
type draws struct {
	name string
	off  bool
	to   *[]uint64
}

func (e draws) Happen(_ *sim.Model, s *agents.Stream) { *e.to = append(*e.to, s.Uint64()) }
func (e draws) Off() bool                             { return e.off }

type namedDraws struct{ draws }

func (e namedDraws) Name() string { return e.name }

// drawn returns the words that the last of some events draws in three ticks.
func drawnBy(t *testing.T, events func(to *[]uint64) []sim.Event) []uint64 {
	t.Helper()
	var got []uint64
	s := byHand(3, 2)
	s.Ticks, s.Events = 3, events(&got)
	if err := built(t, s, 1, 0).Run(); err != nil {
		t.Fatal(err)
	}
	return got
}

// An event's chance is keyed by its name and its number among the events of that name that are on.
// Other events, and events that are off, do not change it.
func TestChanceOfEventsIsKeyedByName(t *testing.T) {
	var nowhere []uint64
	named := func(name string, to *[]uint64) sim.Event {
		return namedDraws{draws{name: name, to: to}}
	}
	off := func(name string) sim.Event {
		return namedDraws{draws{name: name, off: true, to: &nowhere}}
	}
	alone := drawnBy(t, func(to *[]uint64) []sim.Event { return []sim.Event{named("feast", to)} })
	if len(alone) != 4 || alone[0] == alone[1] {
		t.Fatalf("it draws %v in ticks 0 to 3", alone)
	}
	unnamed := drawnBy(t, func(to *[]uint64) []sim.Event { return []sim.Event{draws{to: to}} })
	for _, c := range []struct {
		name   string
		same   []uint64
		events func(to *[]uint64) []sim.Event
		want   bool
	}{
		{"beside one of another name", alone, func(to *[]uint64) []sim.Event {
			return []sim.Event{named("fast", &nowhere), named("feast", to)}
		}, true},
		{"beside turnover and unnamed ones", alone, func(to *[]uint64) []sim.Event {
			return []sim.Event{sim.Turnover{Rate: .5}, draws{to: &nowhere}, named("feast", to)}
		}, true},
		{"after one of the name that is off", alone, func(to *[]uint64) []sim.Event {
			return []sim.Event{off("feast"), named("feast", to)}
		}, true},
		{"after one of the name that is on", alone, func(to *[]uint64) []sim.Event {
			return []sim.Event{named("feast", &nowhere), named("feast", to)}
		}, false},
		{"unnamed, after named ones", unnamed, func(to *[]uint64) []sim.Event {
			return []sim.Event{named("feast", &nowhere), sim.Turbulence{Rate: .1}, draws{to: to}}
		}, true},
		{"unnamed, after an unnamed one", unnamed, func(to *[]uint64) []sim.Event {
			return []sim.Event{draws{to: &nowhere}, draws{to: to}}
		}, false},
		{"unnamed, after an unnamed one that is off", unnamed, func(to *[]uint64) []sim.Event {
			return []sim.Event{draws{off: true, to: &nowhere}, draws{to: to}}
		}, true},
		{"unnamed, of another type", unnamed, func(to *[]uint64) []sim.Event {
			return []sim.Event{sim.EventFunc(draws{to: to}.Happen)}
		}, true},
	} {
		if got := drawnBy(t, c.events); slices.Equal(got, c.same) != c.want {
			t.Errorf("%s: it draws %v, alone %v: the same: want %v", c.name, got, c.same, c.want)
		}
	}
}

// Events that are off never happen and change no bit. Built-in events say when they are off.
func TestEventsThatAreOff(t *testing.T) {
	var to []uint64
	s := byHand(3, 2)
	s.Events = []sim.Event{draws{off: true, to: &to}}
	if err := built(t, s, 1, 0).Run(); err != nil || len(to) > 0 {
		t.Errorf("what is off happened %d times (%v)", len(to), err)
	}
	on := trace(t, built(t, with(sim.Turnover{Rate: .1}, sim.Turbulence{Rate: .1}), 1, 0))
	off := trace(t, built(t, with(
		sim.Turnover{}, sim.Turbulence{}, sim.Turnover{Rate: .1}, sim.Turnover{},
		sim.Turbulence{Rate: .1},
	), 1, 0))
	sameTrace(t, "beside what is off", off, on)
	for _, e := range []sim.Switched{sim.Turnover{}, sim.Turbulence{}} {
		if !e.Off() {
			t.Errorf("%T at a rate of 0 is on", e)
		}
	}
	if (sim.Turnover{Rate: .1}).Off() || (sim.Turbulence{Rate: .1}).Off() {
		t.Error("an event with a rate is off")
	}
}

// Built-in events have fixed names. An error calls an event by its name, or by its type if it has
// none.
func TestNamesOfEvents(t *testing.T) {
	for e, want := range map[sim.Named]string{
		sim.Turnover{}: "turnover", sim.Turbulence{}: "turbulence", sim.Reshuffle{}: "reshuffle",
		sim.RotateLeaders{}: "rotate leaders", sim.Reorganize{}: "reorganize",
	} {
		if got := e.Name(); got != want {
			t.Errorf("%T is named %q, want %q", e, got, want)
		}
	}
	for _, c := range []struct {
		event sim.Event
		want  string
	}{
		{broken{"feast"}, "event feast: panicked"},
		{sim.EventFunc(broken{"feast"}.Happen), "event sim.EventFunc: panicked"},
	} {
		s := byHand(3, 2)
		s.Events = []sim.Event{c.event}
		_, err := sim.New(s, 1, 0)
		if err == nil || !strings.Contains(err.Error(), c.want) ||
			!strings.Contains(err.Error(), "no feast") {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

// broken is an event that panics.
type broken struct{ name string }

func (e broken) Name() string                          { return e.name }
func (e broken) Happen(_ *sim.Model, _ *agents.Stream) { panic(fmt.Sprintf("no %s", e.name)) }
