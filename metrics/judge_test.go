package metrics_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

var full = flag.Bool("full", false, "measure error rates with all their experiments")

var limits = metrics.Limits{Alpha: .05, Margin: .02, Relative: .05}

// ended returns an organization of one person, and a metric that gives its score at tick 0. The
// runs are made up, one value per replicate.
func ended(t *testing.T, runs map[string][]float64) *metrics.Table {
	t.Helper()
	var scenarios []sim.Scenario
	replicates := 0
	names := make([]string, 0, len(runs))
	for name, values := range runs {
		names = append(names, name)
		replicates = len(values)
	}
	slices.Sort(names)
	for _, name := range names {
		scenarios = append(scenarios, sim.Scenario{Name: name, People: 1, Dimensions: 1,
			Reality: sim.Additive{}})
	}
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: scenarios, Replicates: replicates, Seed: 1,
	}, metrics.Metric{Name: "value", Unit: "share", Of: func(m *sim.Model) float64 {
		return runs[m.Scenario().Name][m.Replicate()]
	}})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func value(t *metrics.Table) metrics.Horizon { return metrics.AtTick(t.Metrics()[0], 0) }

// noisy returns n values around a mean.
func noisy(seed uint64, n int, mean, sd float64) []float64 {
	r := rand.New(rand.NewPCG(seed, 0))
	values := make([]float64, n)
	for i := range values {
		values[i] = mean + sd*r.NormFloat64()
	}
	return values
}

func repeated(v float64, n int) []float64 { return slices.Repeat([]float64{v}, n) }

// Judge makes one claim about each contrast, whatever the table.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name  string
		a, b  []float64
		claim metrics.Claim
	}{
		{"above", noisy(1, 30, .8, .05), noisy(2, 30, .5, .05), metrics.Higher},
		{"below", noisy(1, 30, .5, .05), noisy(2, 30, .8, .05), metrics.Lower},
		{"alike", noisy(1, 50, .7, .005), noisy(2, 50, .7, .005), metrics.Alike},
		{"too few", noisy(1, 5, .7, .1), noisy(2, 5, .7, .1), metrics.Unclear},
		// clearly 0.01 apart, but below the margins: one claim
		{"shown and alike", noisy(1, 50, .71, .001), noisy(2, 50, .70, .001), metrics.Alike},
		// within .02, and within a tenth of the level
		{"a tenth", noisy(1, 50, .0484, .0001), noisy(2, 50, .0440, .0001), metrics.Higher},
		{"both at the ceiling", repeated(1, 20), repeated(1, 20), metrics.Identical},
		{"1 and 0 in every run", repeated(1, 20), repeated(0, 20), metrics.Higher},
		{"0 and 1 in every run", repeated(0, 20), repeated(1, 20), metrics.Lower},
		{"1 and 0 in four runs", repeated(1, 4), repeated(0, 4), metrics.Unclear},
		{"one run", repeated(1, 1), repeated(0, 1), metrics.Missing},
		{"missing", repeated(math.NaN(), 3), repeated(0, 3), metrics.Missing},
		// equal means of values that vary below a ceiling
		{"equal means that vary", []float64{1, .9, 1, .9}, []float64{.9, 1, .9, 1},
			metrics.Unclear},
	} {
		table := ended(t, map[string][]float64{"a": c.a, "b": c.b})
		got, err := table.Judge([]metrics.Contrast{{A: "a", B: "b", At: value(table)}}, limits)
		if err != nil || got[0].Claim != c.claim {
			t.Errorf("%s: %+v, %v, want %v", c.name, got, err, c.claim)
		}
	}
}

// The numbers of a finding.
func TestJudgeNumbers(t *testing.T) {
	table := ended(t, map[string][]float64{"a": {.9, .8, 1, .7, .9}, "b": {.5, .8, .4, .8, .5}})
	at := value(table).Within(0, 1)
	all, err := table.Judge([]metrics.Contrast{{A: "a", B: "b", At: at}}, limits)
	if err != nil {
		t.Fatal(err)
	}
	f := all[0]
	// a - b is .4, 0, .6, -.1, .4: mean .26, SD .2966; t = 1.960 with 4 degrees of freedom
	for name, d := range map[string]float64{
		"mean of a": f.Means[0] - .86, "mean of b": f.Means[1] - .6,
		"difference": f.Difference.Mean - .26, "low": f.Difference.Low - (.26 - 2.776445*.132665),
		"high": f.Difference.High - (.26 + 2.776445*.132665), "ahead": f.Ahead - .6,
		"tied": f.Tied - .2, "p": f.P - .1216,
	} {
		if math.Abs(d) > 1e-4 {
			t.Errorf("%s is off by %v: %+v", name, d, f)
		}
	}
}

// A difference is shown where its p-value is at most Alpha, and nowhere else.
func TestJudgeThreshold(t *testing.T) {
	// t = 3 mean/.1 with 9 degrees of freedom: 2.034 has the p-value .0724
	swing := make([]float64, 10)
	for i := range swing {
		swing[i] = .5678 + .1*float64(1-i%2*2)
	}
	table := ended(t, map[string][]float64{"a": swing, "b": repeated(.5, 10)})
	for alpha, want := range map[float64]metrics.Claim{.05: metrics.Unclear, .072: metrics.Unclear,
		.073: metrics.Higher, .1: metrics.Higher} {
		l := metrics.Limits{Alpha: alpha, Margin: .02, Relative: .05}
		all, err := table.Judge([]metrics.Contrast{{A: "a", B: "b", At: value(table)}}, l)
		if err != nil || all[0].Claim != want {
			t.Errorf("at %v: %+v, %v, want %v", alpha, all, err, want)
		}
	}
}

// Five contrasts are one family: each needs a p-value of .01.
func TestJudgeIsOneFamily(t *testing.T) {
	table := ended(t, map[string][]float64{
		"a": noisy(1, 20, .5, .05), "b": noisy(5, 20, .54, .05), "c": noisy(3, 20, .5, .05),
	})
	at := value(table)
	one := []metrics.Contrast{{A: "b", B: "a", At: at}}
	alone, err := table.Judge(one, limits)
	if err != nil {
		t.Fatal(err)
	}
	five := append(one, metrics.Contrast{A: "a", B: "c", At: at},
		metrics.Contrast{A: "c", B: "a", At: at}, metrics.Contrast{A: "b", B: "c", At: at},
		metrics.Contrast{A: "c", B: "b", At: at})
	family, err := table.Judge(five, limits)
	if err != nil {
		t.Fatal(err)
	}
	if family[0].P < 2*alone[0].P {
		t.Errorf("p is %v among five, and %v alone", family[0].P, alone[0].P)
	}
	if family[1].P != family[2].P || family[1].Difference.Mean != -family[2].Difference.Mean ||
		family[1].Difference.Low != -family[2].Difference.High {
		t.Errorf("the contrast turned round is %+v, want the mirror of %+v", family[2], family[1])
	}
}

func TestJudgeRefuses(t *testing.T) {
	table := ended(t, map[string][]float64{"a": repeated(1, 3)})
	for _, l := range []metrics.Limits{
		{Alpha: 0, Margin: 1, Relative: 1}, {Alpha: .5, Margin: 1, Relative: 1},
		{Alpha: math.NaN(), Margin: 1, Relative: 1}, {Alpha: .05, Margin: 0, Relative: 1},
		{Alpha: .05, Margin: math.Inf(1), Relative: 1}, {Alpha: .05, Margin: 1, Relative: 0},
		{Alpha: .05, Margin: 1, Relative: 2}, {Alpha: .05, Margin: 1, Relative: math.NaN()},
	} {
		if _, err := table.Judge(nil, l); err == nil {
			t.Errorf("%+v is no error", l)
		}
	}
}

// Three equal organizations have chance of their own. A difference among them is claimed in at most
// 5 % of the experiments, plus two standard errors, for any number of runs.
func TestJudgeError(t *testing.T) {
	runs, experiments := 600, 150
	if *full {
		runs, experiments = 6000, 1000
	}
	pool := ticksOf(t, runs)
	for _, n := range []int{5, 10, 20, 50} {
		r := rand.New(rand.NewPCG(7, uint64(n)))
		wrong := 0
		for range experiments {
			if claims(t, pool, r.Perm(runs)[:3*n], n) {
				wrong++
			}
		}
		share := float64(wrong) / float64(experiments)
		t.Logf("n = %d: %.3f", n, share)
		if most := .05 + 2*math.Sqrt(.05*.95/float64(experiments)); share > most {
			t.Errorf("n = %d: a difference is claimed in %.3f of the experiments, want at most "+
				"%.3f", n, share, most)
		}
	}
}

var nullTicks = []int{20, 50, 200}

// ticksOf returns the scores of some runs of the default communities at nullTicks.
func ticksOf(t *testing.T, runs int) [][]float64 {
	t.Helper()
	table, err := metrics.Measure(t.Context(), sim.Experiment{
		Scenarios:  []sim.Scenario{setups.Communities{}.Scenario()},
		Replicates: runs, Seed: 1991, At: nullTicks,
	}, metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	pool := make([][]float64, runs)
	for r := range pool {
		pool[r] = table.Curve(table.Scenarios()[0], r, metrics.Score).Values
	}
	return pool
}

// claims reports whether any difference is claimed among three groups of n runs.
func claims(t *testing.T, pool [][]float64, chosen []int, n int) bool {
	t.Helper()
	runs := map[string][]float64{}
	var pairs [][2]string
	for k := range nullTicks {
		groups := [3]string{}
		for g := range groups {
			groups[g] = fmt.Sprint("group ", g, " at horizon ", k)
			for i := range n {
				runs[groups[g]] = append(runs[groups[g]], pool[chosen[g*n+i]][k])
			}
		}
		pairs = append(pairs, [2]string{groups[0], groups[1]}, [2]string{groups[0], groups[2]},
			[2]string{groups[1], groups[2]})
	}
	table := ended(t, runs)
	var contrasts []metrics.Contrast
	for _, p := range pairs {
		contrasts = append(contrasts, metrics.Contrast{A: p[0], B: p[1], At: value(table)})
	}
	all, err := table.Judge(contrasts, limits)
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(all, func(f metrics.Finding) bool {
		return f.Claim == metrics.Higher || f.Claim == metrics.Lower
	})
}

// Turned gives the finding of the contrast with A and B swapped.
func TestTurned(t *testing.T) {
	for name, runs := range map[string][2][]float64{
		"higher": {noisy(1, 30, .8, .05), noisy(2, 30, .5, .05)},
		"lower":  {noisy(1, 30, .5, .05), noisy(2, 30, .8, .05)},
		"alike":  {noisy(1, 50, .7, .005), noisy(2, 50, .7, .005)},
		"tied":   {{1, .5, .25, 1}, {1, .25, .5, 1}},
	} {
		table := ended(t, map[string][]float64{"a": runs[0], "b": runs[1]})
		judged := func(a, b string) metrics.Finding {
			all, err := table.Judge([]metrics.Contrast{{A: a, B: b, At: value(table)}}, limits)
			if err != nil {
				t.Fatal(err)
			}
			return all[0]
		}
		got, want := judged("b", "a").Turned(), judged("a", "b")
		if got.Claim != want.Claim || got.A != "a" || got.Means != want.Means ||
			got.Difference != want.Difference || math.Abs(got.Ahead-want.Ahead) > 1e-12 ||
			got.P != want.P {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}
