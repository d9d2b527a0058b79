package main

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// plain is the organization written in plain Go, one person and one dimension at a time, over +1
// (right), -1 and 0. It draws chance of its own.
type plain struct {
	flow
	*rand.Rand
	beliefs, norms [][]int
	members        [][]int // of each unit
	phase, since   []int   // of each unit
}

func newPlain(f flow, seed uint64) *plain {
	o := &plain{flow: f, Rand: rand.New(rand.NewPCG(seed, 77))}
	for range f.people {
		b := make([]int, f.dimensions)
		for d := range b {
			b[d] = o.IntN(3) - 1
		}
		o.beliefs = append(o.beliefs, b)
	}
	for first := 0; first < f.people; first += f.size {
		var unit []int
		for p := first; p < first+f.size; p++ {
			unit = append(unit, p)
		}
		o.members = append(o.members, unit)
		o.norms = append(o.norms, make([]int, f.dimensions))
	}
	o.phase, o.since = make([]int, len(o.members)), make([]int, len(o.members))
	return o
}

// bounds returns the dimensions of the stage in which a unit is at a tick.
func (o *plain) bounds(unit int) (first, end int) {
	stage := o.phase[unit] % o.stages
	return stage * o.dimensions / o.stages, (stage + 1) * o.dimensions / o.stages
}

// worth is the number of blocks between two dimensions in which a body is right.
func (o *plain) worth(body []int, first, end int) (n int) {
	for b := first; b < end; b += o.block {
		right := true
		for d := b; d < b+o.block; d++ {
			right = right && body[d] == 1
		}
		if right {
			n++
		}
	}
	return n
}

// meet lets a unit make a norm of what its better members say, and they take it over.
func (o *plain) meet(unit int) {
	first, end := o.bounds(unit)
	norm, own := o.norms[unit], o.worth(o.norms[unit], first, end)
	for d := first; d < end; d++ {
		vote := 0
		for _, p := range o.members[unit] {
			if o.worth(o.beliefs[p], first, end) > own {
				vote += o.beliefs[p][d]
			}
		}
		if vote != 0 && o.Float64() < o.superior {
			norm[d] = vote / max(vote, -vote)
		}
	}
	for _, p := range o.members[unit] {
		for d := first; d < end; d++ {
			if norm[d] != 0 && o.Float64() < o.absorb {
				o.beliefs[p][d] = norm[d]
			}
		}
	}
}

// examine reports whether enough members of a unit are right in enough of its stage.
func (o *plain) examine(unit int) bool {
	first, end := o.bounds(unit)
	masters := 0
	for _, p := range o.members[unit] {
		right := 0
		for d := first; d < end; d++ {
			if o.beliefs[p][d] == 1 {
				right++
			}
		}
		if 16*right >= o.mastery*(end-first) {
			masters++
		}
	}
	return 16*masters >= o.share*len(o.members[unit])
}

// deal deals the members of some units anew among them.
func (o *plain) deal(units []int) {
	var all []int
	for _, u := range units {
		all = append(all, o.members[u]...)
	}
	o.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, u := range units {
		n := copy(o.members[u], all)
		all = all[n:]
	}
}

// run runs all ticks and returns the payoff.
func (o *plain) run() float64 {
	for tick := 1; tick <= o.ticks; tick++ {
		for u := range o.members {
			o.meet(u)
		}
		var begin []int
		for u := range o.members {
			to := min(tick*o.stages*o.loops/o.ticks, o.stages*o.loops-1)
			if o.mastery > 0 {
				to = o.phase[u]
				late := tick-o.since[u] >= o.ticks/(o.stages*o.loops)
				if to < o.stages*o.loops-1 && (late || o.examine(u)) {
					to++
				}
			}
			if to != o.phase[u] {
				o.phase[u], o.since[u] = to, tick
				begin = append(begin, u)
			}
		}
		if o.shuffle == "phase" {
			o.deal(begin)
		}
	}
	sum := 0
	for _, b := range o.beliefs {
		sum += o.worth(b, 0, o.dimensions)
	}
	return float64(sum) / float64(o.people*o.dimensions/o.block)
}

// The program agrees with a plain one in means, within 3 standard errors of the difference. The
// plain one meets before anybody is dealt anew, and decides by beliefs as they stood.
func TestPlain(t *testing.T) {
	base := flow{
		size: 5, loops: 1, shuffle: "none", leaders: "none", pace: "clock", share: 8, stages: 4,
		people: 40, dimensions: 32, block: 1, ticks: 40, superior: .5, absorb: .3,
	}
	set := func(change func(f *flow)) flow {
		f := base
		change(&f)
		return f
	}
	runs := 600
	if testing.Short() {
		runs = 150
	}
	for _, f := range []flow{
		base, set(func(f *flow) { f.block, f.size = 4, 40 }),
		set(func(f *flow) { f.loops, f.shuffle, f.block = 2, "phase", 2 }),
		set(func(f *flow) { f.pace, f.mastery = "free", 13 }),
		set(func(f *flow) { f.pace, f.mastery, f.share, f.shuffle = "free", 12, 12, "phase" }),
	} {
		simulated := payoffs(t, f, runs)
		var plainly []float64
		for r := range runs {
			plainly = append(plainly, newPlain(f, uint64(r)).run())
		}
		a, b := stats.Mean(simulated), stats.Mean(plainly)
		within := 3 * math.Hypot(se(t, simulated), se(t, plainly))
		t.Logf("%v: %.4f, and %.4f in plain Go", f, a, b)
		if math.Abs(a-b) > within {
			t.Errorf("%v: %.4f, and %.4f in plain Go, want the same within %.4f", f, a, b, within)
		}
	}
}

// payoffs returns the payoff of each run.
func payoffs(t *testing.T, f flow, runs int) []float64 {
	t.Helper()
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{f.scenario()}, Replicates: runs, Seed: 1991,
		At: []int{f.ticks},
	}, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	return table.Values(f.String(), metrics.Score, f.ticks)
}

func se(t *testing.T, values []float64) float64 {
	t.Helper()
	se, err := stats.SE(values)
	if err != nil {
		t.Fatal(err)
	}
	return se
}
