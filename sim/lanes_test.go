package sim_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// small are organizations whose replicates are lanes.
func small() []sim.Scenario {
	var all []sim.Scenario
	add := func(name string, s sim.Scenario) { s.Name = name; all = append(all, s) }
	for _, r := range models.Readings() {
		add("march "+r.String(), models.March1991{Reading: r, P1: models.At(.3), P2: models.At(.4),
			People: 13, Dimensions: 11, Periods: 30}.Scenario())
	}
	add("to equilibrium", models.March1991{People: 20, Dimensions: 14}.Scenario())
	add("text to equilibrium", models.March1991{Reading: models.Text, People: 20,
		Dimensions: 30}.Scenario())
	add("fast and slow", models.March1991{Fast: .3, Periods: 20}.Scenario())
	add("turnover", models.March1991{P3: .1, Periods: 20}.Scenario())
	add("turbulence", models.March1991{Reading: models.Text, P4: .05, Periods: 20}.Scenario())
	both := models.March1991{P1: models.At(.1), P3: .03, P4: .02, Periods: 100}.Scenario()
	both.Stop = func(m *sim.Model) bool {
		return m.Tick() > 4 && m.Landscape().Score(m.Norm(0, 0)) > 12
	}
	add("both, and stop", both)
	add("many at once", sim.Scenario{
		People: 30, Dimensions: 20, Ticks: 12,
		Channels: []sim.Channel{{
			Name: "peers", Structure: network.Circles{Of: network.RingLattice{Neighbours: 6}},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: 1},
			Internalize: agents.Absorb{Rate: .3},
		}},
	})
	for i, structure := range []network.Structure{
		network.Isolated{Size: 4}, network.Organization{},
		network.Circles{Of: network.RingLattice{Neighbours: 4}},
		network.Circles{Of: network.RingLattice{Neighbours: 12}},
		network.Circles{Of: network.Complete{}},
	} {
		for j, o := range []agents.Objectifier{
			agents.Superior{Rate: .5}, agents.Superior{Rate: .1, PerVote: true},
			agents.Majority{Rate: .7},
			agents.Authority{Rate: .4, Weight: 3}, agents.Screen{Rate: .6, Veto: .5},
			agents.Decree{Rate: .5},
		} {
			s := sim.Scenario{
				People: 24, Dimensions: []int{12, 64, 20, 32, 28}[i], Ticks: 12,
				Reality: sim.Blocks{Size: 1 + j%2*3},
				Channels: []sim.Channel{{
					Name: "ring", Structure: structure, Objectify: o, Every: 1 + j%2*(i%2),
					Externalize: []agents.Externalizer{agents.Say{Rate: 1},
						agents.Say{Rate: .7}, agents.Act{}}[(i+j)%3],
					Internalize: []agents.Internalizer{agents.Absorb{Rate: .1},
						agents.Gradual{Rate: .5}, agents.Fill{Rate: .3},
						agents.Absorb{Rate: 1}}[(i+j)%4],
					ByClaims: j%3 == 1,
				}},
			}
			if i%2 == 0 {
				s.Reality = sim.Additive{}
			}
			add(fmt.Sprintf("structure %d, rule %d", i, j), s)
		}
	}
	return all
}

// recorded is everything that a run shows.
type recorded struct{ lines []string }

func (r *recorded) observe(m *sim.Model, tick int) {
	line := fmt.Sprint(tick, m.Tick(), m.Replicate(), m.Landscape().Truth(), m.Landscape().Max())
	for p := range m.People() {
		line += fmt.Sprint(m.Beliefs(p), m.Joined(p))
	}
	for c := range m.Channels() {
		line += fmt.Sprint(m.Flow(c))
		for u := range m.Norms(c) {
			line += fmt.Sprint(m.Norm(c, u))
		}
		if tick > 0 {
			line += fmt.Sprint(m.Said(c))
			for p := range m.People() {
				line += fmt.Sprint(m.Claims(c, p))
			}
		}
	}
	r.lines = append(r.lines, line)
}

// runOne runs one replicate by itself.
func runOne(t *testing.T, s sim.Scenario, seed, replicate uint64, ticks []int) []string {
	t.Helper()
	m, err := sim.New(s, seed, replicate)
	if err != nil {
		t.Fatal(err)
	}
	var r recorded
	for _, at := range ticks {
		for m.Tick() < at && !m.Done() {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
		}
		r.observe(m, at)
	}
	return r.lines
}

// Replicates that run as one are the same to the last bit as each by itself.
func TestLanes(t *testing.T) {
	for i, s := range small() {
		ticks := []int{0, 1, 2, 5, 12}
		if s.Stop != nil {
			ticks = []int{0, 3, 40, 100}
		}
		first, replicates := uint64(i*7%90), 5+i*11%90
		seen := make([]recorded, replicates)
		e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: replicates, First: first,
			Seed: 7, At: ticks, Workers: 1 + i%3}
		err := e.Run(context.Background(), func(_, r int) sim.Observer { return seen[r].observe })
		if err != nil {
			t.Fatal(err)
		}
		for r := range seen {
			want := runOne(t, s, 7, first+uint64(r), ticks)
			for k := range want {
				if seen[r].lines[k] != want[k] {
					t.Fatalf("%s, replicate %d of %d from %d, tick %d:\n%s\nalone\n%s", s.Name, r,
						replicates, first, ticks[k], seen[r].lines[k], want[k])
				}
			}
		}
	}
}

// fragile is Absorb that panics at a tick, if anybody believes in the dimension.
type fragile struct {
	rule agents.Absorb
	tick int
}

// Lanewise is true apart from the panic.
func (fragile) Lanewise() bool { return true }

func (r fragile) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	lanes := belief[0].Yes
	if p.Replicates == 0 {
		lanes &= 1 // the first dimension
	}
	if p.Tick == r.tick && p.ID == 2 && lanes != 0 {
		panic("he believes it")
	}
	r.rule.Internalize(p, norm, belief)
}

// A rule that panics in some of the replicates that run as one ends only these. Each observer sees
// what it sees if its replicate runs by itself.
func TestLanesThatPanic(t *testing.T) {
	s := small()[0]
	s.Channels = []sim.Channel{s.Channels[0]}
	s.Channels[0].Internalize = fragile{agents.Absorb{Rate: .3}, 3}
	const replicates = 70
	seen, progress := make([]recorded, replicates), 0
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: replicates, Seed: 7, At: []int{0, 2, 5, 9},
		Workers:  2,
		Progress: func(done, total int) { progress = done },
	}
	err := e.Run(context.Background(), func(_, r int) sim.Observer { return seen[r].observe })
	failed := map[int]bool{}
	for _, err := range err.(interface{ Unwrap() []error }).Unwrap() {
		failed[err.(*sim.RunError).Replicate] = true
		if want := "he believes it"; !strings.Contains(err.Error(), want) ||
			!strings.Contains(err.Error(), "tick 3") {
			t.Errorf("%v, want %q at tick 3", err, want)
		}
	}
	if len(failed) == 0 || len(failed) == replicates {
		t.Fatalf("%d of %d runs failed, want some", len(failed), replicates)
	}
	for r := range seen {
		want := runOne(t, s, 7, uint64(r), []int{0, 2})
		if !failed[r] {
			want = runOne(t, s, 7, uint64(r), e.At)
		}
		if !slices.Equal(seen[r].lines, want) {
			t.Fatalf("replicate %d was shown %d times, want %d, and the same", r,
				len(seen[r].lines), len(want))
		}
	}
	if progress > replicates*s.Ticks {
		t.Errorf("progress came to %d of %d", progress, replicates*s.Ticks)
	}
}

// A panic outside rules ends the run of its replicate only.
func TestLanesWhoseObserversPanic(t *testing.T) {
	s := small()[0]
	stop := s
	stop.Name, stop.Stop = "stop", func(m *sim.Model) bool {
		if m.Replicate() == 3 && m.Tick() == 2 {
			panic("no stop")
		}
		return m.Tick() == int(m.Replicate())
	}
	e := sim.Experiment{Scenarios: []sim.Scenario{s, stop}, Replicates: 20, Seed: 7,
		At: []int{0, 5, 30}}
	stopped := make([]int, e.Replicates)
	err := e.Run(context.Background(), func(scenario, r int) sim.Observer {
		if scenario == 0 && r == 4 {
			panic("no observer")
		}
		return func(m *sim.Model, tick int) {
			if scenario == 0 && r == 5 && tick == 5 {
				panic("no sight")
			}
			if scenario == 1 {
				stopped[r] = m.Tick()
			}
		}
	})
	for _, want := range []string{"replicate 4, tick 0: the observer of the run: panicked",
		"replicate 5, tick 5: the observer: panicked", "no stop"} {
		if err == nil || strings.Count(err.Error(), want) != 1 {
			t.Errorf("%v, want %q once", err, want)
		}
	}
	for r, tick := range stopped {
		if r != 3 && tick != r {
			t.Errorf("replicate %d stopped at tick %d", r, tick)
		}
	}
}

// Interrupted lanes end soon, and the error says how far they came.
func TestLanesInterrupted(t *testing.T) {
	s := small()[0]
	s.Ticks = sim.MaxTicks
	s.Channels = []sim.Channel{s.Channels[0]}
	s.Channels[0].Externalize = agents.Say{Rate: .5} // never at rest
	ctx, cancel := context.WithCancel(context.Background())
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 30, Seed: 7,
		At: []int{10, sim.MaxTicks}, Workers: 1}
	err := e.Run(ctx, func(_, _ int) sim.Observer { return func(*sim.Model, int) { cancel() } })
	if err == nil || !strings.Contains(err.Error(), "interrupted after 0 of 30 runs") {
		t.Errorf("%v", err)
	}
}
