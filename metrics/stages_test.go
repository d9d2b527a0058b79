package metrics_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// staged is a flow of led teams of 5 through 4 stages.
func staged(stages practice.Stages, events ...sim.Event) sim.Scenario {
	c := ring(channel, network.Led{Of: network.Isolated{Size: 5}})
	c.Agenda = stages
	return sim.Scenario{
		Name: "staged", People: 40, Dimensions: 64, Ticks: 30, Channels: []sim.Channel{c},
		Reality: sim.Blocks{Size: 4}, Events: events,
	}
}

// traced returns the values of a metric with or without a history, at each tick of a run, and calls
// look before each reading.
func traced(
	t *testing.T, s sim.Scenario, of metrics.Metric, look func(m *sim.Model),
) (all []float64) {
	t.Helper()
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	read := of.Of
	if read == nil {
		read = of.Run()
	}
	for {
		if look != nil {
			look(m)
		}
		all = append(all, read(m))
		if m.Done() {
			return all
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// courses is an event that puts units into phases.
func courses(phases ...int) sim.Event {
	return sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		x, _ := m.Remembered(channel)
		for u, phase := range phases {
			practice.Course(x.Agenda(u)).Enter(phase, m.Tick(), u%2 == 0)
		}
	})
}

// Ahead and Apart by hand: of 8 units in phases 0 to 3, the first and the last are 3 apart.
func TestAhead(t *testing.T) {
	s := staged(practice.Stages{Stages: 4}, courses(0, 1, 1, 3, 2, 2, 2, 2))
	if got := traced(t, s, metrics.Ahead(channel), nil)[5]; got != 3 {
		t.Errorf("ahead is %v, want 3", got)
	}
	// two or more apart: 0 and 3, 0 and four 2s, twice 1 and 3, of 28 pairs
	if got := traced(t, s, metrics.Apart(channel), nil)[5]; got != 7./28 {
		t.Errorf("apart is %v, want 7 of 28", got)
	}
	clock := staged(practice.Stages{Stages: 4, Ticks: 30})
	if slices.Max(traced(t, clock, metrics.Ahead(channel), nil)) != 0 {
		t.Error("by the clock some are ahead")
	}
}

// Insularity is what sets of people heard, kept tick by tick, say.
func TestInsularity(t *testing.T) {
	for _, window := range []int{1, 4, 30} {
		s := staged(practice.Stages{}, sim.Reshuffle{Channel: channel, Every: 7})
		var units *network.Units
		var heard [][][]int32 // by tick and person
		var want []float64
		look := func(m *sim.Model) {
			if units != nil {
				var tick [][]int32
				for p := range m.People() {
					tick = append(tick, units.Voices(int(units.Of(p)[0])))
				}
				heard = append(heard, tick)
			}
			units = m.Units(0).Clone(false)
			sum := 0
			for p := range m.People() {
				distinct := map[int32]bool{int32(p): true}
				for _, tick := range heard[max(0, len(heard)-window):] {
					for _, q := range tick[p] {
						distinct[q] = true
					}
				}
				sum += len(distinct) - 1
			}
			want = append(want, 1-float64(sum)/(40*39))
		}
		got := traced(t, s, metrics.Insularity(channel, window), look)
		for tick := range want {
			if math.Abs(got[tick]-want[tick]) > 1e-12 {
				t.Fatalf("window %d, tick %d: %v, want %v", window, tick, got[tick], want[tick])
			}
		}
	}
	s := staged(practice.Stages{})
	s.Channels[0].Structure = network.Organization{}
	if got := traced(t, s, metrics.Insularity(channel, 9), nil); got[0] != 1 || got[30] != 0 {
		t.Errorf("who hears everybody is insular by %v", got[30])
	}
	s.People = 1 + metrics.MaxInsular
	for _, m := range []metrics.Metric{
		metrics.Insularity(channel, 9), metrics.Insularity(channel, 0),
		metrics.Insularity("none", 9),
	} {
		if m.Fits(s) == nil {
			t.Error("it fits too many people, no window or no channel")
		}
		s.People = 40
	}
}

// hand is a unit of three people and two dimensions, in which nothing changes by itself.
func hand(events ...sim.Event) sim.Scenario {
	c := ring(channel, network.Organization{})
	c.Externalize, c.Objectify, c.Internalize = agents.Say{Rate: 1}, agents.Superior{},
		agents.Absorb{}
	return sim.Scenario{
		Name: "hand", People: 3, Dimensions: 2, Ticks: 6, Channels: []sim.Channel{c},
		Reality: sim.Blocks{Size: 1},
		Events: append([]sim.Event{at(0, func(m *sim.Model) {
			for p := range 3 {
				clear(m.Beliefs(p))
			}
		})}, events...),
	}
}

func at(tick int, what func(m *sim.Model)) sim.Event {
	return sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == tick {
			what(m)
		}
	})
}

func right(m *sim.Model, k agents.Knowledge, d int, sign agents.Belief) {
	k.Set(d, sign*m.Landscape().Truth().Get(d))
}

// The norm changes at tick 2. Somebody stands above it at ticks 1 to 4.
func TestComplacency(t *testing.T) {
	s := hand(at(1, func(m *sim.Model) { right(m, m.Beliefs(1), 0, 1) }),
		at(2, func(m *sim.Model) { right(m, m.Norm(0, 0), 1, -1) }),
		at(5, func(m *sim.Model) { right(m, m.Beliefs(1), 0, -1) }))
	if got := traced(t, s, metrics.Complacency(channel), nil); !slices.Equal(got,
		[]float64{0, 1, 0, 1, 2, 0, 0}) {
		t.Errorf("complacency is %v, want 0 1 0 1 2 0 0", got)
	}
}

// Of two dimensions of three speakers, one norm is opposed by one of three, the other is empty.
func TestDrama(t *testing.T) {
	s := hand(at(0, func(m *sim.Model) {
		right(m, m.Norm(0, 0), 0, 1)
		for p, sign := range []agents.Belief{1, 1, -1} {
			right(m, m.Beliefs(p), 0, sign)
			right(m, m.Beliefs(p), 1, sign)
		}
	}), at(2, func(m *sim.Model) { right(m, m.Norm(0, 0), 1, 1) }),
		at(3, func(m *sim.Model) { right(m, m.Norm(0, 0), 1, -1); right(m, m.Beliefs(2), 0, 0) }),
		at(4, func(m *sim.Model) { right(m, m.Beliefs(0), 1, -1) }))
	got := traced(t, s, metrics.Drama(channel), nil)
	if !math.IsNaN(got[0]) || !slices.Equal(got[1:], []float64{.5, 1, 1, .5, .5, .5}) {
		t.Errorf("drama is %v, want nothing, then .5 1 1 .5 .5 .5", got)
	}
	if got := traced(t, s, metrics.Reversals(channel), nil); !slices.Equal(got,
		[]float64{0, 0, 0, 100, 0, 0, 0}) {
		t.Errorf("reversals are %v, want 100 at tick 3", got)
	}
}

// Seats moved, leaders appointed and phases decreed are counted one by one.
func TestInterventions(t *testing.T) {
	s := staged(practice.Stages{Stages: 4, Ticks: 30},
		sim.Reshuffle{Channel: channel, Every: 9}, sim.RotateLeaders{Channel: channel, Every: 4})
	var units *network.Units
	var want []float64
	phases := 0
	look := func(m *sim.Model) {
		n := 0
		for u := range m.Units(0).Len() {
			if units != nil {
				for k, p := range m.Units(0).Voices(u) {
					if !slices.Contains(units.Voices(u), p) {
						n++
					}
					at := slices.Index(units.Voices(u), p)
					if m.Units(0).Ranks(u)[k] == network.Leader &&
						(at < 0 || units.Ranks(u)[at] != network.Leader) {
						n++
					}
				}
			}
		}
		now := min(m.Tick()*4/30, 3)
		n += 8 * (now - phases)
		units, phases = m.Units(0).Clone(false), now
		want = append(want, float64(n))
	}
	got := traced(t, s, metrics.Interventions(channel), look)
	if !slices.Equal(got, want) || got[8] == 0 || got[4] != 8 {
		t.Errorf("interventions are\n%v, want\n%v", got, want)
	}
	free := staged(practice.Stages{Stages: 4},
		flows.Progress{Channel: channel, Mastery: 1, Share: 1, Limit: 3})
	if got := traced(t, free, metrics.SoFar(metrics.Interventions(channel)), nil); got[30] > .1 {
		t.Errorf("units that all master by themselves take %v interventions a tick", got[30])
	}
}

// For ±.05 a share of half of 100 people takes 80 of them.
func TestSampleSize(t *testing.T) {
	for _, c := range []struct {
		variance float64
		people   int
		want     float64
	}{{.25, 100, 80}, {.25, 1_000_000, 385}, {0, 100, 0}, {.25, 1, 1}, {.01, 100, 14}} {
		if got := math.Ceil(stats.SampleSize(c.variance, .05, c.people)); got != c.want {
			t.Errorf("variance %v: %v of %d people, want %v", c.variance, got, c.people, c.want)
		}
	}
	s := hand(at(0, func(m *sim.Model) {
		for d := range 2 {
			right(m, m.Beliefs(0), d, 1)
		}
	}))
	s.Reality = sim.Blocks{Size: 2}
	// shares 1, 0, 0: variance 1/3, n0 512.2, n 2.98 of 3
	if got := traced(t, s, metrics.ToSample, nil)[0]; got != 3 {
		t.Errorf("%v of 3 people, want 3", got)
	}
}

// SoFar is the mean from tick 1 on.
func TestSoFar(t *testing.T) {
	tick := metrics.Metric{Name: "tick", Of: func(m *sim.Model) float64 {
		return float64(m.Tick())
	}}
	mean := metrics.SoFar(tick)
	if got := traced(t, hand(), mean, nil); mean.Name != "tick so far" || !math.IsNaN(got[0]) ||
		!slices.Equal(got[1:], []float64{1, 1.5, 2, 2.5, 3, 3.5}) {
		t.Errorf("%s is %v", mean.Name, got)
	}
}

// The measures of flows stay in their ranges, whatever the flow, and each run has its own history:
// any number of workers gives the same table.
func TestMeasuresOfFlows(t *testing.T) {
	ms := []metrics.Metric{
		metrics.Ahead(channel), metrics.Apart(channel), metrics.Insularity(channel, 5),
		metrics.Complacency(channel), metrics.Drama(channel), metrics.Reversals(channel),
		metrics.Interventions(channel), metrics.ToSample,
		metrics.SoFar(metrics.Complacency(channel)),
	}
	most := []float64{7, 1, 1, 30, 1, 6400, 40 + 2*8, 40, 30}
	r := rand.New(rand.NewPCG(3, 4))
	for range 6 {
		s := staged(practice.Stages{Stages: 4, Loops: r.IntN(3), Cumulative: r.IntN(2) == 0},
			flows.Progress{Channel: channel, Mastery: r.IntN(16), Share: r.IntN(16),
				Limit: r.IntN(9), Back: r.IntN(2) == 0},
			sim.Turnover{Rate: r.Float64() / 9},
			sim.Reshuffle{Channel: channel, Every: 1 + r.IntN(9), Stay: r.IntN(17)},
			sim.ElectLeaders{Channel: channel, Every: 1 + r.IntN(9)})
		e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 5, Seed: 1, Workers: 1}
		table, err := metrics.Measure(context.Background(), e, ms...)
		if err != nil {
			t.Fatal(err)
		}
		for _, workers := range []int{2, 7} {
			e.Workers = workers
			again, err := metrics.Measure(context.Background(), e, ms...)
			if err != nil {
				t.Fatal(err)
			}
			for replicate := range 5 {
				for j, m := range ms {
					a := table.Curve("staged", replicate, m).Values
					b := again.Curve("staged", replicate, m).Values
					for tick := range a {
						if a[tick] != b[tick] && !(math.IsNaN(a[tick]) && math.IsNaN(b[tick])) {
							t.Fatalf("%s: %v with 1 worker, %v with %d", m.Name, a, b, workers)
						}
						if a[tick] < 0 || a[tick] > most[j] {
							t.Fatalf("%s is %v, want 0 to %v", m.Name, a[tick], most[j])
						}
					}
				}
			}
		}
	}
}
