package tasks_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/simtest"
	"orglearn/sim/tasks"
)

// teams are teams of 5 who talk, in 64 dimensions.
func teams(events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "teams", People: 20, Dimensions: 64, Ticks: 12,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 5},
			Externalize: agents.Say{Rate: 1},
			Objectify:   practice.Transactive{Of: agents.Superior{Rate: .5}},
			Internalize: agents.Absorb{Rate: .3},
			Ask:         practice.Respondent{By: practice.ByDirectory},
		}},
		Events: events,
	}
}

// right lets each person be right with probability q in each dimension anew, at every tick.
type right struct{ q float64 }

func (e right) Happen(m *sim.Model, s *agents.Stream) {
	for p := range m.People() {
		belief := m.Beliefs(p)
		for i, w := range m.Landscape().Truth() {
			known := w.Known()
			heads := s.Coins(e.q, known)
			belief[i] = w.Take(agents.Word{Yes: w.No, No: w.Yes}, known&^heads)
		}
	}
}

// quiet are teams who learn nothing from each other, and are right by chance.
func quiet(q float64, ticks int, events ...sim.Event) sim.Scenario {
	s := teams(append([]sim.Event{right{q}}, events...)...)
	s.People, s.Ticks, s.Channels[0].Ask = 100, ticks, nil
	s.Channels[0].Objectify = practice.Transactive{Of: agents.Superior{}}
	return s
}

// THEORY 11: each of n members is right with probability q in each of t dimensions. The task is
// done with (1-(1-q)^n)^t by someone, maj(n,q)^t by most, and q^t by a member drawn. The bound is 4
// standard errors.
func TestShareDone(t *testing.T) {
	const q, n, size = .6, 5, 3
	majority := 10*math.Pow(q, 3)*math.Pow(1-q, 2) + 5*math.Pow(q, 4)*(1-q) + math.Pow(q, 5)
	for by, each := range map[tasks.By]float64{
		tasks.Someone: 1 - math.Pow(1-q, n), tasks.Most: majority, tasks.Named: q,
	} {
		want := math.Pow(each, size)
		empty := sim.EventFunc(func(m *sim.Model, _ *agents.Stream) { forgetAll(m) })
		work := tasks.Work{Channel: "work", Size: size, By: by}
		m := simtest.Built(t, quiet(q, 300, empty, work), 0)
		for !m.Done() {
			simtest.Step(t, m)
		}
		given, done := 0, 0
		for u := range m.Units(0).Len() {
			g, d := directory(m, u).Tasks()
			given, done = given+g, done+d
		}
		if given != 300*20 {
			t.Fatalf("%d tasks, want one for each team and tick", given)
		}
		got := float64(done) / float64(given)
		if e := 4 * math.Sqrt(want*(1-want)/float64(given)); math.Abs(got-want) > e {
			t.Errorf("by %d: %.4f done, want %.4f within %.4f", by, got, want, e)
		}
	}
}

func directory(m *sim.Model, unit int) practice.Directory {
	x, err := m.Remembered("work")
	if err != nil {
		panic(err)
	}
	d, _ := practice.DirectoryOf(x.Unit(unit), m.Dimensions())
	return d
}

func forgetAll(m *sim.Model) {
	for u := range m.Units(0).Len() {
		for d := range m.Dimensions() {
			directory(m, u).Name(d, -1, 0)
		}
	}
}

// By hand: of five members only the last is right. He is known for a dimension once a task with it
// is done, and then he does it.
func TestWhoKnowsIsNamed(t *testing.T) {
	for by, want := range map[tasks.By]bool{tasks.Someone: true, tasks.Most: false} {
		s := teams(expert(4), tasks.Work{Channel: "work", Size: 64, By: by})
		s.Ticks = 3
		m := simtest.Built(t, s, 0)
		simtest.Step(t, m)
		for u := range 4 {
			for d := range 64 {
				who, _ := directory(m, u).Named(d)
				if got := who == 5*u+4; got != want || !want && who != -1 {
					t.Fatalf("by %d: unit %d names %d for %d", by, u, who, d)
				}
			}
		}
		if got := metrics.TasksDone("work").Of(m); (got == 1) != want || got != 0 && got != 1 {
			t.Errorf("by %d: %v are done", by, got)
		}
	}
}

// By Named the task is done by a member drawn until one is known, and then by him.
func TestNamedDoes(t *testing.T) {
	s := teams(expert(4), tasks.Work{Channel: "work", Size: 1, By: tasks.Named})
	s.Dimensions, s.Ticks = 8, 60
	s.Channels[0].Ask = nil
	m := simtest.Built(t, s, 0)
	known, drawn := 0, 0
	for !m.Done() {
		var before [4]int // who is known for the task
		for u := range before {
			for d := range 8 {
				if directory(m, u).Task()[0]>>d&1 != 0 {
					before[u], _ = directory(m, u).Named(d)
				}
			}
		}
		simtest.Step(t, m)
		for u, who := range before {
			switch done := directory(m, u).Outcome() == practice.Done; {
			case who == 5*u+4 && done:
				known++
			case who == -1:
				drawn++
			default:
				t.Fatalf("unit %d: %d is known, and done is %v", u, who, done)
			}
		}
	}
	if known < 50 || drawn < 50 {
		t.Errorf("%d by who is known, %d by who is drawn: too few to test", known, drawn)
	}
}

// A name is cleared when its person leaves the organization or moves to another unit. Stale, it is
// not, and of who takes his place in the organization the same is expected.
func TestLeaversAreForgotten(t *testing.T) {
	replaced := sim.During{First: 2, Last: 2, Event: sim.EventFunc(
		func(m *sim.Model, _ *agents.Stream) { m.Replace(4) })}
	moved := sim.During{First: 2, Last: 2, Event: sim.Reshuffle{Channel: "work", Every: 1}}
	for _, stale := range []bool{false, true} {
		s := teams(expert(4), replaced, moved,
			tasks.Work{Channel: "work", Size: 64, Stale: stale})
		m := simtest.Built(t, s, 0)
		simtest.Step(t, m)
		was := m.Units(0).Clone(false)
		simtest.Step(t, m)
		for u := range 4 {
			for d := range 64 {
				who, since := directory(m, u).Named(d)
				gone := 5*u+4 == 4 || m.Units(0).Of(5*u + 4)[0] != was.Of(5*u + 4)[0]
				switch {
				case stale && who != 5*u+4 && directory(m, u).Outcome() == practice.Failed:
					t.Fatalf("stale: unit %d names %d for %d", u, who, d)
				case !stale && gone && who == 5*u+4 && since < 2:
					t.Fatalf("unit %d still names %d for %d", u, who, d)
				}
			}
		}
	}
}

// People ask whom the directory names for the task.
func TestAsked(t *testing.T) {
	s := teams(tasks.Work{Channel: "work", Size: 3})
	s.Ticks = 1
	m := simtest.Built(t, s, 0)
	for u := range 4 {
		for d := range 64 {
			directory(m, u).Name(d, 5*u+d%2, 0) // one of two members
		}
	}
	simtest.Step(t, m)
	if f := m.Flow(0); f.Asked < 15 || f.Answered != f.Asked {
		t.Errorf("%+v: want nearly 20 requests and answers", f)
	}
	forgetAll(m)
	s.Ticks = 2
	again := simtest.Built(t, s, 0)
	simtest.Step(t, again)
	if f := again.Flow(0); f.Asked != 0 {
		t.Errorf("%+v: somebody asks, and nobody is known", f)
	}
}

// expert lets one member of each five know everything, and the others nothing rightly.
type expert int

func (e expert) Happen(m *sim.Model, _ *agents.Stream) {
	for p := range m.People() {
		for i, w := range m.Landscape().Truth() {
			if p%5 != int(e) {
				w = agents.Word{Yes: w.No, No: w.Yes}
			}
			m.Beliefs(p)[i] = w
		}
	}
}

// The events and rules of tasks keep their contracts, and turned off they change nothing.
func TestContracts(t *testing.T) {
	s := teams(sim.Turnover{Rate: .05})
	s.Dimensions, s.Ticks = 20, 8
	for _, by := range []tasks.By{tasks.Someone, tasks.Most, tasks.Named} {
		simtest.Event(t, s, tasks.Work{Channel: "work", Size: 1, By: by, Stale: by == 1},
			tasks.Work{Channel: "work"})
	}
}

// Where there is no task, units with a directory do what they do without it, also by Vote and Take.
func TestOff(t *testing.T) {
	for _, of := range []agents.Objectifier{
		agents.Superior{Rate: .5}, practice.Vote{Rate: .5, Hold: .2, Tenure: .5},
		practice.Levels{Of: practice.Vote{Rate: .5, Hold: .2}},
	} {
		s := teams(sim.Turnover{Rate: .05})
		s.Dimensions, s.Channels[0].Ask = 100, nil
		s.Channels[0].Internalize = practice.Take{Rate: .3, Pull: 1}
		s.Channels[0].Objectify = of
		plain := simtest.Built(t, s, 0)
		s.Channels[0].Objectify = practice.Transactive{Of: of}
		s.Channels[0].Ask = practice.Respondent{By: practice.ByDirectory}
		s.Events = append(s.Events, tasks.Work{Channel: "work"})
		with := simtest.Built(t, s, 0)
		for !plain.Done() {
			simtest.Step(t, plain)
			simtest.Step(t, with)
			for p := range plain.People() {
				if !plain.Beliefs(p).Equal(with.Beliefs(p)) {
					t.Fatalf("%T, tick %d: person %d believes other things", of, plain.Tick(), p)
				}
			}
		}
	}
}

// A scenario that does not suit the event is refused in words.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		event tasks.Work
		want  string
	}{
		{tasks.Work{Channel: "play", Size: 1}, `Work.Channel is "play", want a channel of ` +
			`beliefs whose Objectify is practice.Transactive`},
		{tasks.Work{Channel: "work", Size: 65}, "Work.Size is 65, want 0 to 64 (the dimensions)"},
		{tasks.Work{Channel: "work", Size: -1}, "Work.Size is -1, want 0 to 1048576"},
		{tasks.Work{Channel: "work", By: 3}, "Work.By is 3, want 0 to 2"},
	} {
		err := teams(c.event).Validate()
		if want := `sim: scenario "teams": ` + c.want; err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// Hostile values are tried in every field.
func TestHostile(t *testing.T) {
	b := hostile.New(t, "Work.Size=0")
	b.Fields(tasks.Work{Channel: "work", Size: 2}, func(v any) error {
		s := teams(v.(tasks.Work))
		s.Ticks = 3
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return err
		}
		return m.Run()
	})
	b.End(7)
}
