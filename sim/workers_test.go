package sim_test

import (
	"fmt"
	"regexp"
	"runtime"
	"testing"
	"time"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// hiding is a world of which all is seen until it turns, and then only a part.
type hiding struct{ size int }

func (h hiding) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	l, err := sim.Blocks{Size: h.size, Seen: 8}.New(dimensions, s)
	if err != nil {
		return nil, err
	}
	return half{l.(sim.Sighted), false}, nil
}

type half struct {
	sim.Sighted
	hidden bool
}

func (h half) Seen() int {
	if h.hidden {
		return h.Sighted.Seen()
	}
	return 0
}

func (h half) Turn(rate float64, s *agents.Stream) sim.Landscape {
	return half{h.Sighted.Turn(rate, s).(sim.Sighted), true}
}

// slowly is a slow rule, so that there is work for many workers. It does not sleep less than a
// millisecond, because a machine may sleep 50 times as long as asked.
func slowly(rule agents.Internalizer, after func(p *agents.Person)) agents.InternalizeFunc {
	return func(p *agents.Person, norm, belief agents.Knowledge) {
		if p.ID%16 == 0 {
			time.Sleep(time.Millisecond)
		}
		after(p)
		rule.Internalize(p, norm, belief)
	}
}

// crowd is people on a ring who learn from those who do better.
func crowd(people int, rule agents.Internalizer) sim.Scenario {
	return sim.Scenario{
		Name: "crowd", People: people, Dimensions: 64, Ticks: 6,
		Channels: []sim.Channel{{
			Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 10}},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: 1},
			Internalize: rule,
		}},
	}
}

// A world that becomes seen in part gives the same run with any number of workers.
func TestSightLost(t *testing.T) {
	s := crowd(900, slowly(agents.Absorb{Rate: .3}, func(*agents.Person) {}))
	s.Reality, s.Events = hiding{4}, []sim.Event{sim.Turbulence{Rate: .1}}
	one := built(t, s, 1, 0)
	for one.Tick() < 5 {
		step(t, one)
	}
	for _, workers := range []int{2, 3, 7} {
		m := built(t, s, 1, 0)
		m.SetWorkers(workers)
		for m.Tick() < 5 {
			step(t, m)
		}
		for p := range m.People() {
			if !m.Beliefs(p).Equal(one.Beliefs(p)) {
				t.Fatalf("%d workers: person %d believes %v, with one %v", workers, p, m.Beliefs(p),
					one.Beliefs(p))
			}
		}
	}
}

// A rule that ends its goroutine ends its run, whichever worker runs it.
func TestRuleThatExits(t *testing.T) {
	for _, person := range []int{700, 1500} {
		m := built(t, crowd(2000, slowly(agents.Absorb{Rate: .3}, func(p *agents.Person) {
			if p.ID == person {
				runtime.Goexit()
			}
		})), 1, 0)
		m.SetWorkers(2)
		err := m.Step()
		if err == nil ||
			!regexp.MustCompile(`tick 0: person \d+: ended its `+
				`goroutine$`).MatchString(err.Error()) {
			t.Errorf("person %d ended its goroutine: error %v", person, err)
		}
	}
}

// If there is work for many workers, all share it.
func TestShare(t *testing.T) {
	for _, people := range []int{600, 1000} {
		m := built(t, crowd(people, slowly(agents.Absorb{Rate: .3}, func(*agents.Person) {})), 1, 0)
		step(t, m)
		tick := func() { step(t, m) }
		alone := min(timed(tick), timed(tick))
		m.SetWorkers(8)
		if together := min(timed(tick), timed(tick)); together > alone*8/10 {
			t.Errorf("%d people: a tick takes %v with one worker, %v with eight", people, alone,
				together)
		}
	}
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

// Workers without people cost nothing.
func TestManyWorkers(t *testing.T) {
	m := built(t, crowd(1000, agents.Absorb{Rate: .3}), 1, 0)
	if n := testing.AllocsPerRun(1, func() { m.SetWorkers(1 << 30) }); n > 200 {
		t.Errorf("%v allocations", n)
	}
}

// The storage kept between groups of replicates is no more than one group needs.
func TestLanesLeaveLittle(t *testing.T) {
	var scenarios []sim.Scenario
	for n := range 12 {
		s := crowd(2000+n, agents.Absorb{Rate: .3})
		s.Name, s.Dimensions, s.Ticks = fmt.Sprint(n), 40, 1
		scenarios = append(scenarios, s)
	}
	var most, least uint64 = 0, 1 << 62
	watch := func(scenario, _ int) sim.Observer {
		if scenario == 0 || scenario == len(scenarios)-1 {
			runtime.GC()
			var stats runtime.MemStats
			runtime.ReadMemStats(&stats)
			most, least = max(most, stats.HeapAlloc), min(least, stats.HeapAlloc)
		}
		return func(*sim.Model, int) {}
	}
	if err := (sim.Experiment{Scenarios: scenarios, Replicates: 6, Seed: 1,
		Workers: 1}).Run(t.Context(), watch); err != nil {
		t.Fatal(err)
	}
	if most > least+(20<<20) {
		t.Errorf("%d bytes in use at first, %d in the end", least, most)
	}
}
