package sim_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Any number of workers gives the same run. 1,300 people are enough for three shares of work.
func TestWorkersChangeNoBit(t *testing.T) {
	for _, s := range []sim.Scenario{everything(1300), rugged(1300)} {
		want := trace(t, built(t, s, 1, 0))
		for _, workers := range []int{2, 7} {
			m := built(t, s, 1, 0)
			m.SetWorkers(workers)
			sameTrace(t, fmt.Sprintf("%s, %d workers", s.Name, workers), trace(t, m), want)
		}
		m := built(t, s, 1, 0)
		for !m.Done() {
			m.SetWorkers(m.Tick() % 4)
			step(t, m)
		}
		if state(m) != want[len(want)-1] {
			t.Errorf("%s: another number of workers at every tick gives another run", s.Name)
		}
	}
}

// states runs an experiment and returns the states of each run at each tick recorded, by scenario
// and replicate.
func states(t *testing.T, e sim.Experiment) map[string][]uint64 {
	t.Helper()
	all := make([][][]uint64, len(e.Scenarios))
	for i := range all {
		all[i] = make([][]uint64, e.Replicates)
	}
	err := e.Run(context.Background(), func(s, r int) sim.Observer {
		return func(m *sim.Model, _ int) { all[s][r] = append(all[s][r], state(m)) }
	})
	if err != nil {
		t.Fatal(err)
	}
	named := map[string][]uint64{}
	for i, s := range e.Scenarios {
		for r, states := range all[i] {
			named[fmt.Sprintf("%s %d", s.Name, e.First+uint64(r))] = states
		}
	}
	return named
}

// Any number of workers, any order of scenarios and any division into experiments give the same
// runs.
func TestExperimentsAreTheSame(t *testing.T) {
	a, b, c := everything(60), everything(60), rugged(60)
	a.Name, b.Name, b.Attention = "a", "b", 1
	e := sim.Experiment{Scenarios: []sim.Scenario{a, b, c}, Replicates: 3, Seed: 7, Workers: 1}
	want := states(t, e)
	for _, workers := range []int{2, 7, 40} {
		e.Workers = workers
		if !reflect.DeepEqual(states(t, e), want) {
			t.Errorf("%d workers give other runs", workers)
		}
	}
	slices.Reverse(e.Scenarios)
	if !reflect.DeepEqual(states(t, e), want) {
		t.Errorf("another order of scenarios gives other runs")
	}
	e.First, e.Replicates, e.Scenarios = 2, 1, e.Scenarios[1:2]
	if got := states(t, e)["b 2"]; !slices.Equal(got, want["b 2"]) {
		t.Errorf("a replicate on its own is another run")
	}
}

// An observer changes nothing, even if it reads everything or calls Absorbed.
func TestObserversChangeNoBit(t *testing.T) {
	settling := sim.Scenario{
		Name: "settling", People: 60, Dimensions: 70, Ticks: 30, Attention: 1,
		Channels: []sim.Channel{{
			Name: "teams", Structure: network.Communities{Team: 5, Size: 5}, Every: 2,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Consensus{Share: .6, Ticks: 2},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
	for _, s := range []sim.Scenario{everything(60), settling} {
		want := built(t, s, 1, 0)
		if err := want.Run(); err != nil {
			t.Fatal(err)
		}
		seen := built(t, s, 1, 0)
		for !seen.Done() {
			look(seen)
			step(t, seen)
		}
		if state(seen) != state(want) {
			t.Errorf("%s: a run that is looked at is another", s.Name)
		}
	}
}

func look(m *sim.Model) {
	_, _ = sim.Absorbed(m)
	_ = fmt.Sprint(m, m.Scenario().Name, m.Seed(), m.Replicate(), m.Err())
	for p := range m.People() {
		m.Landscape().Score(m.Beliefs(p))
		for c := range m.Channels() {
			m.Units(c).Of(p)
			m.Claims(c, p).Known()
		}
	}
	for c := range m.Channels() {
		m.Units(c).Contacts()
	}
}

// counted is a reality that counts how often a landscape is built.
type counted struct {
	sim.NK
	builds *atomic.Int64
}

func (r counted) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	r.builds.Add(1)
	return r.NK.New(dimensions, s)
}

// manifold is a reality that Go cannot compare with another.
type manifold struct {
	sim.Reality
	_ []int
}

// All scenarios of a replicate begin in the same world with the same beliefs. The world is built
// once, unless realities cannot be compared.
func TestPairedByConstruction(t *testing.T) {
	var builds atomic.Int64
	for _, c := range []struct {
		reality sim.Reality
		builds  int64
	}{{counted{sim.NK{K: 3}, &builds}, 6}, {manifold{Reality: counted{sim.NK{K: 3}, &builds}},
		18}} {
		builds.Store(0)
		var scenarios []sim.Scenario
		for i, structure := range []network.Structure{network.Isolated{Size: 5},
			network.Hierarchy{Span: 4}, network.Pairs{}} {
			s := ring(structure, agents.Absorb{Rate: .1})
			s.Name, s.People, s.Dimensions, s.Ticks = fmt.Sprint("s", i), 60, 10, 3
			s.Reality, s.Beliefs = c.reality, agents.Mixed{}
			scenarios = append(scenarios, s)
		}
		worlds := [3][6]sim.Landscape{}
		beliefs := [3][6]string{}
		e := sim.Experiment{Scenarios: scenarios, Replicates: 6, Seed: 5, At: []int{0, 3},
			Workers: 3}
		err := e.Run(context.Background(), func(s, r int) sim.Observer {
			return func(m *sim.Model, tick int) {
				if tick > 0 {
					return
				}
				worlds[s][r] = m.Landscape()
				for p := range m.People() {
					beliefs[s][r] += fmt.Sprint(m.Beliefs(p))
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		if builds.Load() != c.builds {
			t.Errorf("%T: %d landscapes built, want %d", c.reality, builds.Load(), c.builds)
		}
		for r := range 6 {
			for s := 1; s < 3; s++ {
				if !worlds[s][r].Truth().Equal(worlds[0][r].Truth()) ||
					beliefs[s][r] != beliefs[0][r] {
					t.Errorf("%T: scenario %d begins replicate %d otherwise than scenario 0",
						c.reality, s, r)
				}
			}
			if r > 0 && beliefs[0][r] == beliefs[0][0] {
				t.Errorf("replicates 0 and %d begin alike", r)
			}
		}
	}
}
