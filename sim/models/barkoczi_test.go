package models_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// lattice is the inefficient network of Barkoczi and Galesic: each person hears the 19 who come
// next.
var lattice = network.DirectedRing{Ahead: 19}

// Barkoczi and Galesic (2016): means on the complete network at step 200, over 1,000 runs. With
// 2,500 replicates the standard error is at most .0043, a fifth of the tolerance of .02. 100
// replicates have up to .022; three of those are added to the tolerance.
func TestBarkocziMeans(t *testing.T) {
	published := []struct {
		model models.BarkocziGalesic2016
		mean  float64
	}{
		{models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 3}, .614},
		{models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 9}, .543},
		{models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 3}, .829},
		{models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 9}, .542},
		{models.BarkocziGalesic2016{Strategy: models.RandomCopying}, .336},
		{models.BarkocziGalesic2016{Strategy: models.Individual}, .383},
	}
	var all []sim.Scenario
	for _, p := range published {
		all = append(all, p.model.Scenario())
	}
	values := ends(t, replicates(100, 2500), metrics.Performance, all...)
	for i, p := range published {
		e := stats.TInterval(values[i], .95)
		if *full && e.SE > .02/3 {
			t.Errorf("%v: the standard error is %.4f, want at most a third of the tolerance",
				p.model, e.SE)
		}
		near(t, p.model.String(), e, p.mean, .02+slack(e))
	}
}

// Barkoczi and Galesic (2016), networks in which everybody has 19 contacts: means at step 200 of
// their raw results, over 1,000 runs, standard error .004 to .007. As many here have up to .0065.
// The lattice is theirs, and is met within .02, as the complete network is. The others are found
// here by the same search as theirs, but are other networks. Where the search comes near the best
// there is they differ little, and .03 is asked for: .02, and .01 for another network. With
// max-max-betweenness it stops far from the best: what is seen is reported, not asked for.
func TestBarkocziEqualDegrees(t *testing.T) {
	for _, c := range []struct {
		name      string
		network   network.Generator
		published [4]float64
		tolerance float64 // 0: reported
	}{
		{"lattice", lattice, [4]float64{.645, .612, .705, .567}, .02},
		{"max-mean-clustering", masonWatts(t, network.MaxMeanClustering),
			[4]float64{.705, .650, .538, .507}, .03},
		{"min-mean-betweenness", masonWatts(t, network.MinMeanBetweenness),
			[4]float64{.619, .553, .842, .541}, .03},
		{"max-max-betweenness", masonWatts(t, network.MaxMaxBetweenness),
			[4]float64{.666, .608, .756, .579}, 0},
	} {
		if c.network == nil {
			continue // with -full only
		}
		var all []sim.Scenario
		for _, m := range []models.BarkocziGalesic2016{{}, {Sample: 9},
			{Strategy: models.Conformity}, {Strategy: models.Conformity, Sample: 9}} {
			m.Network = c.network
			all = append(all, m.Scenario())
		}
		for i, v := range ends(t, replicates(25, 1000), metrics.Performance, all...) {
			e := stats.TInterval(v, .95)
			what := fmt.Sprintf("%s, %s", c.name, []string{"best of 3", "best of 9",
				"conformity among 3", "conformity among 9"}[i])
			t.Logf("%s: %.3f (se %.4f), published %.3f", what, e.Mean, e.SE, c.published[i])
			if c.tolerance != 0 {
				near(t, what, e, c.published[i], c.tolerance+slack(e))
			}
		}
	}
}

// masonWatts is a network found once for all runs, as the authors' were. One whose search takes
// long is nil without -full.
func masonWatts(t *testing.T, o network.Optimum) network.Generator {
	t.Helper()
	if o == network.MaxMaxBetweenness && !*full {
		return nil
	}
	g, err := network.MasonWatts{Neighbours: 19, Optimum: o}.Graph(100,
		rand.New(rand.NewPCG(1991, 19)))
	if err != nil {
		t.Fatal(err)
	}
	return network.Given{Network: g}
}

// Their finding, for samples of 3 as in the paper: best member gains from an inefficient network,
// conformity from an efficient one.
func TestBarkocziNetworks(t *testing.T) {
	for _, c := range []struct {
		model        models.BarkocziGalesic2016
		few          int
		onTheLattice bool
	}{
		// nothing changes after some 40 steps
		{models.BarkocziGalesic2016{Strategy: models.BestMember, Ticks: 60}, 500, true},
		{models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 9, Ticks: 60}, 200, true},
		{models.BarkocziGalesic2016{Strategy: models.Conformity, Ticks: 200}, 100, false},
	} {
		inefficient := c.model
		inefficient.Network = lattice
		v := ends(t, replicates(c.few, 1000), metrics.Performance, c.model.Scenario(),
			inefficient.Scenario())
		if c.onTheLattice {
			above(t, fmt.Sprintf("%v: lattice less complete", c.model), v[1], v[0])
		} else {
			above(t, fmt.Sprintf("%v: complete less lattice", c.model), v[0], v[1])
		}
	}
}

// Conformity among 9 is logged only, because the paper shows networks for samples of 3 only.
func TestBarkocziConformityOfNine(t *testing.T) {
	if !*full {
		t.Skip("reported with -full only")
	}
	model := models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 9}
	inefficient := model
	inefficient.Network = lattice
	v := ends(t, 1000, metrics.Performance, model.Scenario(), inefficient.Scenario())
	e, err := stats.Paired(v[0], v[1], .99)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("conformity among 9: complete less lattice %v", e)
}

// Everybody starts with a different solution, even where there are only as many solutions as
// people. The starts are the same for all strategies.
func TestBarkocziStarts(t *testing.T) {
	first := map[int]string{}
	for strategy := models.BestMember; strategy <= models.Individual; strategy++ {
		m, err := sim.New(models.BarkocziGalesic2016{Strategy: strategy, N: 6, K: models.Exactly(3),
			People: 64}.Scenario(), 3, 0)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[uint64]bool{}
		for p := range m.People() {
			w := m.Beliefs(p)[0]
			if w.Known() != agents.Lanes(6, 0) {
				t.Fatalf("person %d has no belief somewhere", p)
			}
			seen[w.Yes] = true
			if was := first[p]; was != "" && was != fmt.Sprint(w) {
				t.Fatalf("%v: person %d starts with %v, and with %s in another strategy", strategy,
					p, w, was)
			}
			first[p] = fmt.Sprint(w)
		}
		if len(seen) != 64 {
			t.Errorf("%v: %d different solutions of 64 people", strategy, len(seen))
		}
	}
}

// People who copy at random never have a solution that nobody started with. People who search alone
// hear nobody.
func TestBarkocziStrategies(t *testing.T) {
	random := models.BarkocziGalesic2016{Strategy: models.RandomCopying}.Scenario()
	m, err := sim.New(random, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	started := map[uint64]bool{}
	for p := range m.People() {
		started[m.Beliefs(p)[0].Yes] = true
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	for p := range m.People() {
		if !started[m.Beliefs(p)[0].Yes] ||
			m.Landscape().Score(m.Beliefs(p)) != m.Landscape().Score(m.Beliefs(0)) {
			t.Fatalf("person %d ends with a new solution, or another than the best at the start", p)
		}
	}
	alone := models.BarkocziGalesic2016{Strategy: models.Individual}
	if n := len(alone.Scenario().Channels); n != 0 {
		t.Errorf("individual search has %d channels, want none", n)
	}
	for sample, heed := range map[int]int{0: 3, 3: 3, 9: 9} {
		if got := (models.BarkocziGalesic2016{Strategy: models.Conformity,
			Sample: sample}).Scenario().Channels[0].Heed; got != heed {
			t.Errorf("Sample is %d: %d are heard, want %d", sample, got, heed)
		}
	}
}

func TestBarkocziValidate(t *testing.T) {
	for _, c := range []struct {
		model models.BarkocziGalesic2016
		want  string
	}{
		{models.BarkocziGalesic2016{Strategy: 4}, "models: BarkocziGalesic2016: Strategy is 4, " +
			"want 0 to 3"},
		{models.BarkocziGalesic2016{N: 6}, "models: BarkocziGalesic2016: People is 100, want at " +
			"most 64 (2^N): everybody starts with another solution"},
		{models.BarkocziGalesic2016{Sample: -1},
			`sim: scenario "barkoczi2016 best member sample=-1 network=complete n=15 k=7 ` +
				`people=100 ticks=200": channel "contacts": Heed is -1, want 0 to 2147483647`},
	} {
		if err := c.model.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%v: the error is\n%v, want\n%s", c.model, err, c.want)
		}
	}
	if err := (models.BarkocziGalesic2016{}).Validate(); err != nil {
		t.Error(err)
	}
	if _, err := sim.New(models.BarkocziGalesic2016{N: 6, K: models.Exactly(2)}.Scenario(), 1,
		0); err != nil {
		t.Errorf("more people than solutions: %v, want a run", err)
	}
	if got, want := (models.BarkocziGalesic2016{K: models.Exactly(0)}).Scenario().Reality,
		(sim.NK{Partners: sim.DrawnAny, Decimals: 1}); got != want {
		t.Errorf("K is Exactly(0): reality is %+v, want %+v", got, want)
	}
}

// BenchmarkBarkoczi runs the baseline: best member of 3, 100 people, 200 steps, 15 dimensions. It
// includes the computation of the landscape.
func BenchmarkBarkoczi(b *testing.B) {
	s := models.BarkocziGalesic2016{}.Scenario()
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1, Seed: 1991, Workers: 1,
		At: []int{s.Ticks}}
	for b.Loop() {
		if _, err := metrics.Measure(context.Background(), e, metrics.Performance); err != nil {
			b.Fatal(err)
		}
	}
}
