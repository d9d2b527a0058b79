package sim_test

import (
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// faulty is a rule of every kind. It panics for some people and units, at one tick.
type faulty struct{ at int }

func (r faulty) try(id, tick int) {
	if tick == r.at && (id == 1100 || id == 700 || id == 40) {
		panic(fmt.Sprint("no idea ", id))
	}
}

func (r faulty) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	r.try(p.ID, p.Tick)
	copy(claim, belief)
}
func (r faulty) Objectify(u *agents.Unit, _ *agents.Voices, _ agents.Knowledge) {
	r.try(u.ID, u.Tick)
}
func (r faulty) Internalize(p *agents.Person, _, _ agents.Knowledge) {
	r.try(p.ID, p.Tick)
}
func (r faulty) Begin(p *agents.Person, _ agents.Knowledge) {
	r.try(p.ID, p.Tick)
}
func (r faulty) Try(p *agents.Person, _, _ agents.Knowledge) bool {
	r.try(p.ID, p.Tick)
	return false
}
func (r faulty) Happen(m *sim.Model, _ *agents.Stream) { r.try(40, m.Tick()) }
func (r faulty) Build(n int, src network.Source) (*network.Units, error) {
	r.try(40, 0)
	return network.Organization{}.Build(n, src)
}
func (r faulty) Rewire(_ *network.Units, tick int, _ network.Source) { r.try(40, tick) }
func (r faulty) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	r.try(40, 0)
	return sim.Additive{}.New(dimensions, s)
}
func (r faulty) stop(m *sim.Model) bool { r.try(40, m.Tick()); return false }

// faults holds scenarios of 1,200 people, each with a fault, and what the error says after the name
// of the run.
func faults() (scenarios []sim.Scenario, want []string) {
	add := func(spoil func(s *sim.Scenario, c *sim.Channel), says string) {
		s := with()
		s.Name, s.People, s.Ticks = fmt.Sprint("fault ", len(scenarios)), 1200, 6
		s.Channels[0].Structure = network.Isolated{Size: 1}
		spoil(&s, &s.Channels[0])
		scenarios = append(scenarios, s)
		want = append(want,
			says+`: panicked in sim_test\.faulty\.try \(failure_test\.go:\d+\): no idea 40$`)
	}
	add(func(_ *sim.Scenario, c *sim.Channel) { c.Externalize = faulty{3} }, `tick 3: person 40`)
	add(func(_ *sim.Scenario, c *sim.Channel) { c.Objectify = faulty{3} }, `tick 3: unit 40`)
	add(func(_ *sim.Scenario, c *sim.Channel) {
		c.Objectify, c.Structure = faulty{3}, network.Pairs{}
	}, `tick 3: unit 40`)
	add(func(_ *sim.Scenario, c *sim.Channel) { c.Internalize = faulty{3} }, `tick 3: person 40`)
	add(func(s *sim.Scenario, _ *sim.Channel) { s.Experience = faulty{3} }, `tick 3: person 40`)
	add(func(s *sim.Scenario, _ *sim.Channel) {
		s.Beliefs = faulty{0}
	}, `tick 0: person 40, first beliefs, in building the model`)
	add(func(s *sim.Scenario, _ *sim.Channel) {
		s.Beliefs, s.Events = faulty{3}, []sim.Event{sim.Turnover{Rate: 1}}
	},
		`tick 3: person 40, first beliefs, in event turnover`)
	add(func(s *sim.Scenario, _ *sim.Channel) {
		s.Events = []sim.Event{faulty{3}}
	}, `tick 3: event sim_test\.faulty`)
	add(func(s *sim.Scenario, _ *sim.Channel) {
		s.Events = []sim.Event{faulty{0}}
	}, `tick 0: event sim_test\.faulty`)
	add(func(_ *sim.Scenario, c *sim.Channel) {
		c.Structure = faulty{3}
	}, `tick 3: Rewire of the channel work`)
	add(func(_ *sim.Scenario, c *sim.Channel) {
		c.Structure = faulty{0}
	}, `tick 0: building the model`)
	add(func(s *sim.Scenario, _ *sim.Channel) { s.Reality = faulty{0} },
		`tick 0: building the model`)
	add(func(s *sim.Scenario, _ *sim.Channel) { s.Stop = faulty{3}.stop }, `tick 3: Stop`)
	return scenarios, want
}

// A rule that panics ends its own run. The error names scenario, seed, replicate, tick, and the
// lowest person or unit, whatever the number of workers.
func TestPanics(t *testing.T) {
	scenarios, want := faults()
	for i, s := range scenarios {
		for _, workers := range []int{1, 3} {
			m, err := sim.New(s, 5, 7)
			if err == nil {
				m.SetWorkers(workers)
				err = m.Run()
				if again := m.Step(); again != err || m.Err() != err || !m.Done() {
					t.Errorf("%s: after %v a step gives %v", s.Name, err, again)
				}
			}
			pattern := fmt.Sprintf(`^sim: scenario "%s", seed 5, replicate 7, %s`, s.Name, want[i])
			if err == nil || !regexp.MustCompile(pattern).MatchString(err.Error()) {
				t.Errorf("%d workers: error  %v\nwant %s", workers, err, pattern)
			}
		}
	}
}

// Other runs are completed. The error joins the errors of the failed runs in their order, and
// progress ends at the total.
func TestPanicsEndTheirOwnRun(t *testing.T) {
	scenarios, want := faults()
	good := with()
	good.Name, good.Ticks = "good", 6
	scenarios = append(append([]sim.Scenario{good}, scenarios...),
		sim.Scenario{Name: "empty", People: 1, Dimensions: 1, Ticks: 6})
	for _, workers := range []int{1, 2, 7} {
		var mu sync.Mutex
		ends := make([]int, len(scenarios))
		told, total := 0, -1
		e := sim.Experiment{
			Scenarios: scenarios, Replicates: 3, Seed: 5, Workers: workers,
			Progress: func(done, all int) {
				if done < told {
					t.Errorf("progress fell from %d to %d", told, done)
				}
				told, total = done, all
			},
		}
		err := e.Run(t.Context(), func(s, _ int) sim.Observer {
			return func(_ *sim.Model, tick int) {
				if tick == 6 {
					mu.Lock()
					ends[s]++
					mu.Unlock()
				}
			}
		})
		if told != total || total != 3*6*len(scenarios) {
			t.Errorf("%d workers: progress ended at %d of %d", workers, told, total)
		}
		for s, n := range ends {
			if healthy := s == 0 || s == len(scenarios)-1; healthy && n != 3 || !healthy && n != 0 {
				t.Errorf("%d workers: scenario %d ended %d times", workers, s, n)
			}
		}
		joined := err.(interface{ Unwrap() []error }).Unwrap()
		if len(joined) != 3*len(want) {
			t.Fatalf("%d workers: %d errors, want %d", workers, len(joined), 3*len(want))
		}
		for i, err := range joined {
			var run *sim.RunError
			if !errors.As(err, &run) || run.Replicate != i/len(want) ||
				run.Scenario != i%len(want)+1 {
				t.Errorf("%d workers: error %d is of scenario %d, replicate %d", workers, i,
					run.Scenario,
					run.Replicate)
			}
		}
	}
}

// An observer that panics ends its own run, and no other.
func TestPanickingObserver(t *testing.T) {
	s := with()
	var whole []int
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 4, Workers: 1}
	err := e.Run(t.Context(), func(_, r int) sim.Observer {
		if r == 3 {
			panic("none for you")
		}
		return func(_ *sim.Model, tick int) {
			if r == 1 && tick == 8 {
				panic("seen enough")
			}
			if tick == s.Ticks {
				whole = append(whole, r)
			}
		}
	})
	if !slices.Equal(whole, []int{0, 2}) {
		t.Errorf("replicates %v are whole, want 0 and 2", whole)
	}
	pattern := `(?s)replicate 1, tick 8: the observer: panicked in .*: seen enough\n.*replicate ` +
		`3, tick 0: the observer of the run: .*: none for you$`
	if err == nil || !regexp.MustCompile(pattern).MatchString(err.Error()) {
		t.Errorf("error %v", err)
	}
}

// A world that panics ends the runs of all scenarios in its replicate. Other replicates go on.
func TestPanickingWorld(t *testing.T) {
	var scenarios []sim.Scenario
	for i := range 3 {
		s := with()
		s.Name, s.Ticks, s.Reality = fmt.Sprint("s", i), 2, doomed{}
		scenarios = append(scenarios, s)
	}
	for _, workers := range []int{1, 3} {
		err := sim.Experiment{
			Scenarios: scenarios, Replicates: 8, Workers: workers,
		}.Run(t.Context(), func(_, _ int) sim.Observer {
			return func(*sim.Model, int) {}
		})
		ended := map[int]int{}
		for _, err := range err.(interface{ Unwrap() []error }).Unwrap() {
			run := err.(*sim.RunError)
			want := `^sim: scenario "s\d", seed 0, replicate \d, tick 0: .*: an odd world$`
			if !regexp.MustCompile(want).MatchString(run.Unwrap().Error()) {
				t.Errorf("error %v", err)
			}
			ended[run.Replicate]++
		}
		for r, n := range ended {
			if n != 3 {
				t.Errorf("%d workers: %d of 3 runs of replicate %d ended", workers, n, r)
			}
		}
		if len(ended) < 1 || len(ended) > 7 {
			t.Errorf("%d workers: %d of 8 replicates ended, want some", workers, len(ended))
		}
	}
}

// doomed is a world that panics in about half of all replicates.
type doomed struct{}

func (doomed) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	if s.Coin(.5) {
		panic("an odd world")
	}
	return sim.Additive{}.New(dimensions, s)
}

// An event calls another event for a channel that does not exist.
func TestUnknownChannel(t *testing.T) {
	m := built(t, with(sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
		sim.Reshuffle{Channel: "home", Every: 4}.Happen(m, s)
	})), 1, 0)
	want := `tick 4: event sim\.EventFunc: panicked in .*: there is no channel "home"$`
	if err := m.Run(); err == nil || !regexp.MustCompile(want).MatchString(err.Error()) {
		t.Errorf("error %v", err)
	}
}

// An observer that ends its goroutine, as testing.T.FailNow does, interrupts the experiment, and
// the error says so.
func TestObserverThatExits(t *testing.T) {
	err := sim.Experiment{
		Scenarios: []sim.Scenario{with()}, Replicates: 2, Workers: 1,
	}.Run(t.Context(), func(_, _ int) sim.Observer {
		return func(*sim.Model, int) { runtime.Goexit() }
	})
	want := "sim: interrupted after 0 of 2 runs: a rule or an observer ended its goroutine"
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
