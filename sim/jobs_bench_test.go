package sim_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// marchJob is the organization of March (1991) over 100 periods. The engine must run all of them.
func marchJob(reading models.Reading, p float64) sim.Scenario {
	return models.March1991{Reading: reading, P1: models.At(p), P2: models.At(p),
		Periods: 100}.Scenario()
}

// peersJob is n people who learn from the better of their contacts on a small world of 6 neighbours
// each, by a rule, over 10 ticks.
func peersJob(n int, rewire float64, rule agents.Internalizer) sim.Scenario {
	return sim.Scenario{
		Name: "peers", People: n, Dimensions: peerDimensions, Ticks: 10,
		Channels: []sim.Channel{{
			Name:        "peers",
			Structure:   network.Circles{Of: network.WattsStrogatz{Neighbours: 6, Rewire: rewire}},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: 1},
			Internalize: rule,
		}},
	}
}

// BenchmarkMarch times whole replicates of March (1991) on one core, and a plain Go program of the
// same rules.
func BenchmarkMarch(b *testing.B) {
	for _, c := range []struct {
		name    string
		reading models.Reading
		p       float64
	}{
		{"p=.5", models.Original, .5},
		{"p=.1", models.Original, .1},
		{"p=.5/text", models.Text, .5},
		{"p=.1/text", models.Text, .1},
	} {
		b.Run(c.name+"/engine", func(b *testing.B) {
			marchEngine(b, marchJob(c.reading, c.p), 640, 1)
		})
		b.Run(c.name+"/plain", func(b *testing.B) { marchPlain(b, c.reading == models.Text, c.p) })
	}
}

func marchEngine(b *testing.B, s sim.Scenario, replicates, workers int) {
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: replicates, Seed: 1991,
		At: []int{100}, Workers: workers}
	known := make([]int32, replicates) // the result, so that the compiler cannot drop the work
	watch := func(_, r int) sim.Observer {
		return func(m *sim.Model, _ int) { known[r] = m.Landscape().Score(m.Norm(0, 0)) }
	}
	for b.Loop() {
		if err := e.Run(b.Context(), watch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(replicates)*float64(b.N)/b.Elapsed().Seconds(), "replicates/s")
}

func marchPlain(b *testing.B, text bool, p float64) {
	rng := rand.New(rand.NewPCG(1991, 1))
	known := 0.
	for b.Loop() {
		o := newPlainMarch(text, p, p, rng)
		for range 100 {
			o.period()
		}
		known += o.codeKnowledge()
	}
	if known <= 0 {
		b.Fatalf("%v known of %d codes", known, b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "replicates/s")
}

// BenchmarkPeers times 10 ticks of peers on one core, from first beliefs on, and two plain Go
// programs of the same rules. One counts votes voice by voice. The other counts dimension by
// dimension, as the rule is stated, for up to a million people. The largest size takes 5 minutes
// and 8 GB. -short skips it.
func BenchmarkPeers(b *testing.B) {
	for _, c := range []struct {
		name   string
		n      int
		rewire float64
	}{
		{"n=280", 280, .1},
		{"n=10000", 10_000, .1},
		{"n=100000", 100_000, .1},
		{"n=1000000", 1_000_000, .1},
		{"random/n=1000000", 1_000_000, 1},
		{"n=10000000", 10_000_000, .1},
	} {
		b.Run(c.name+"/engine", func(b *testing.B) {
			peersEngine(b, peersJob(c.n, c.rewire, agents.Absorb{Rate: peerRate}), 1)
		})
		b.Run(c.name+"/plain", func(b *testing.B) { peersPlain(b, c.n, c.rewire, false) })
		if c.n <= 1_000_000 {
			b.Run(c.name+"/stated", func(b *testing.B) { peersPlain(b, c.n, c.rewire, true) })
		}
	}
}

// tenTicks times 10 ticks of a society that is built anew each time, and measures its memory.
func tenTicks(b *testing.B, people int, build func() (tick func())) {
	if testing.Short() && people > 1_000_000 {
		b.Skip("-short")
	}
	var bytes uint64
	for b.Loop() {
		b.StopTimer()
		before := heap()
		tick := build()
		runtime.GC() // so that garbage of the building is not collected while the ticks are timed
		b.StartTimer()
		for range 10 {
			tick()
		}
		b.StopTimer()
		bytes = heap() - before
		runtime.KeepAlive(tick)
		b.StartTimer()
	}
	b.ReportMetric(10*float64(b.N)*float64(people)/b.Elapsed().Seconds(), "agent-ticks/s")
	b.ReportMetric(float64(bytes)/float64(people), "bytes/agent")
}

// heap is the number of bytes in use.
func heap() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func peersEngine(b *testing.B, s sim.Scenario, workers int) {
	tenTicks(b, s.People, func() func() {
		m := built(b, s, 1991, 0)
		m.SetWorkers(workers)
		return func() { step(b, m) }
	})
}

func peersPlain(b *testing.B, n int, rewire float64, stated bool) {
	tenTicks(b, n, func() func() {
		w, err := newPlainPeers(n, rewire, rand.New(rand.NewPCG(1991, 1)))
		if err != nil {
			b.Fatal(err)
		}
		w.stated = stated
		return w.tick
	})
}

// byWords absorbs 64 dimensions at a time, as a user may write it.
func byWords(p *agents.Person, norm, belief agents.Knowledge) {
	for i, n := range norm {
		open := belief[i].Differs(n) & n.Known()
		belief[i] = belief[i].Take(n, p.Coins(peerRate, open))
	}
}

// byDimensions absorbs one dimension at a time, as a user may write it.
func byDimensions(p *agents.Person, norm, belief agents.Knowledge) {
	for d := range p.Dimensions {
		if n := norm.Get(d); n != 0 && n != belief.Get(d) && p.Coin(peerRate) {
			belief.Set(d, n)
		}
	}
}

// BenchmarkRule times the job of the peers with a user's own rule, and the same plain Go program.
func BenchmarkRule(b *testing.B) {
	for _, c := range []struct {
		name string
		rule agents.InternalizeFunc
	}{{"words", byWords}, {"dimensions", byDimensions}} {
		b.Run(c.name+"/engine", func(b *testing.B) {
			peersEngine(b, peersJob(10_000, .1, c.rule), 1)
		})
		b.Run(c.name+"/plain", func(b *testing.B) { peersPlain(b, 10_000, .1, false) })
	}
}

// BenchmarkCores times the same jobs on one core and on two, which share replicates or people.
func BenchmarkCores(b *testing.B) {
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("march/workers=%d", workers), func(b *testing.B) {
			marchEngine(b, marchJob(models.Original, .5), 25600, workers)
		})
	}
	for _, n := range []int{280, 600, 1000, 10_000, 100_000, 1_000_000, 10_000_000} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("peers/n=%d/workers=%d", n, workers), func(b *testing.B) {
				peersEngine(b, peersJob(n, .1, agents.Absorb{Rate: peerRate}), workers)
			})
		}
	}
}
