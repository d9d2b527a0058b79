package signals_test

import (
	"errors"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/signals"
	"orglearn/sim/simtest"
)

// none begins with no belief.
var none = agents.Mixed{Unknown: 1}

// pooling is an organization of units that make a norm of what people were told at tick 0, by
// majority.
func pooling(people, size, dimensions int, at0 ...sim.Event) sim.Scenario {
	s := sim.Scenario{
		Name: "pooling", People: people, Dimensions: dimensions, Ticks: 1, Beliefs: none,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: size},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Majority{Rate: 1},
			Internalize: agents.Absorb{},
		}},
	}
	for _, e := range at0 {
		s.Events = append(s.Events, sim.During{Event: e})
	}
	return s
}

func run(t *testing.T, s sim.Scenario) *sim.Model {
	t.Helper()
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	return m
}

// right is the share of norms that are right.
func right(m *sim.Model) (share float64, n int) {
	sum := 0
	for u := range m.Norms(0) {
		sum += int(m.Landscape().Score(m.Norm(0, u)))
		n += m.Dimensions()
	}
	return (1 + float64(sum)/float64(n)) / 2, n
}

// Exact majorities of n signals that are right with .6: 3 .648, 5 .683, 9 .733, 25 .846. And one
// expert who is right with .683 is as good as five practitioners at .6. Each unit is about one
// dimension, of which everybody is told; the bound is 4 standard errors of 6,000 units.
func TestMajorities(t *testing.T) {
	for n, want := range map[int]float64{1: .6, 3: .648, 5: .683, 9: .733, 25: .846} {
		m := run(t, pooling(6000*n, n, 1, signals.Signals{Each: 1, Right: .6}))
		got, units := right(m)
		if se := math.Sqrt(want * (1 - want) / float64(units)); math.Abs(got-want) > 4*se {
			t.Errorf("%d signals: right with %.4f, want %v", n, got, want)
		}
	}
	m := run(t, pooling(30_000, 5, 1, signals.Signals{Each: 1, Right: .683, Per: 5}))
	if got, _ := right(m); math.Abs(got-.683) > 4*math.Sqrt(.683*.317/6000) {
		t.Errorf("an expert: right with %.4f, want .683", got)
	}
}

// Information by hand: 1 - H2. Five practitioners at .6 tell .1452 bits, and an expert at .683
// needs 1.47 signals to tell as much: a majority of five loses some of what they know together.
func TestInformation(t *testing.T) {
	for q, want := range map[float64]float64{0: 1, .5: 0, 1: 1, .6: .0290, .683: .0989} {
		if got := signals.Information(q); math.Abs(got-want) > 5e-5 {
			t.Errorf("%v tells %.5f bits, want %v", q, got, want)
		}
	}
	if got := signals.Match(5, .6, .683); math.Abs(got-1.4685) > 5e-4 {
		t.Errorf("an expert needs %.4f signals, want 1.4685", got)
	}
	if got := signals.Match(2, .7, .7); got != 2 {
		t.Errorf("the same signals: %v, want 2", got)
	}
	if !math.IsNaN(signals.Information(1.1)) || !math.IsInf(signals.Match(1, .6, .5), 1) {
		t.Error("what cannot be matched has a number")
	}
}

// Signals are about the work of each, as many as said, and only some people get them.
func TestSignalsAreAboutWork(t *testing.T) {
	const people, m = 4000, 12
	e := signals.Signals{Each: 1.25, Right: 1, Per: 2,
		Work: practice.Work{Domains: 3, Group: 2, Block: 2}}
	s := pooling(people, 4, m, e)
	s.Ticks = 0
	model := run(t, s)
	told := 0
	for p := range people {
		first, end := e.Work.Bounds(p, m)
		for d := range m {
			b := model.Beliefs(p).Get(d)
			if b != 0 && (p%2 != 0 || d < first || d >= end) {
				t.Fatalf("person %d is told about dimension %d", p, d)
			}
			if b != 0 && b != model.Landscape().Truth().Get(d) {
				t.Fatalf("person %d is told what is wrong", p)
			}
			told += int(b * b)
		}
	}
	// One signal for certain, and a second in a quarter of cases, which is about another of the
	// four dimensions with 3/4: 1 + 3/16. The bound is 4 standard errors.
	want := 2000 * (1 + 3./16)
	if math.Abs(float64(told)-want) > 4*math.Sqrt(2000*3./16*13/16) {
		t.Errorf("%d dimensions are known, want %.0f", told, want)
	}
}

// A stale signal tells what was true so many ticks ago; before, what was true first. Reality turns
// over at tick 3, 5 and 6.
func TestStale(t *testing.T) {
	const m = 40
	for stale := range 5 {
		s := pooling(1, 1, m, signals.Signals{})
		s.Ticks, s.Experience = 8, nil
		s.Events = []sim.Event{signals.Signals{Each: 400, Right: 1, Stale: stale}}
		for _, at := range []int{3, 5, 6} {
			s.Events = append(s.Events,
				sim.During{Event: sim.Turbulence{Rate: .5}, First: at, Last: at})
		}
		model, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		var worlds []agents.Knowledge
		for {
			worlds = append(worlds, model.Landscape().Truth().Clone())
			want := worlds[max(model.Tick()-stale, 0)]
			if got := model.Beliefs(0); got.Distance(want) != 0 {
				t.Errorf("stale %d, tick %d: %d dimensions differ from what was true then", stale,
					model.Tick(), got.Distance(want))
			}
			if err := model.Step(); errors.Is(err, sim.ErrDone) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// busy is a small scenario in which signals and all that happens to people come together.
func busy() sim.Scenario {
	s := pooling(40, 5, 24)
	s.Ticks, s.Attention = 6, 1
	s.Channels[0].Objectify, s.Channels[0].Internalize = agents.Superior{Rate: .5},
		agents.Absorb{Rate: .3}
	s.Events = []sim.Event{sim.Turbulence{Rate: .1}, sim.Turnover{Rate: .1}}
	return s
}

// The event keeps the contract of events: workers, clones, an Experiment, off.
func TestSignalsKeepTheContract(t *testing.T) {
	simtest.Event(t, busy(), signals.Signals{Each: 1.5, Right: .7, Stale: 2, Per: 3,
		Work: practice.Work{Domains: 3, Group: 5, Block: 4}}, signals.Signals{Right: .7, Stale: 3})
}

// Wrong parameters name themselves.
func TestWrongSignals(t *testing.T) {
	b := hostile.New(t, "*=0", "Signals.Each=1.5")
	b.Fields(signals.Signals{Each: 1, Right: .6, Per: 2, Stale: 1}, func(v any) error {
		s := busy()
		s.Events = append(s.Events, v.(signals.Signals))
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return err
		}
		return m.Run()
	})
	b.End(10)
	for _, c := range []struct {
		e    signals.Signals
		want string
	}{
		{signals.Signals{Each: 1, Right: .6, Work: practice.Work{Domains: 25}},
			`sim: scenario "pooling": Work.Domains is 25, want 0 to 24 ` +
				`(the blocks of 24 dimensions)`},
		{signals.Signals{Each: -1}, `sim: scenario "pooling": Signals.Each is -1, want 0 to 4096`},
		{signals.Signals{Right: 1.1}, `sim: scenario "pooling": Signals.Right is 1.1, want 0 to 1`},
		{signals.Signals{Stale: -1},
			`sim: scenario "pooling": Signals.Stale is -1, want 0 to 2147483647`},
	} {
		s := busy()
		s.Events = append(s.Events, c.e)
		if err := s.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: error %v, want %s", c.e, err, c.want)
		}
	}
}
