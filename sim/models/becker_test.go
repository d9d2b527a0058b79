package models_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// remembered returns a person's self-weight and first estimate, after the first revision.
func remembered(t *testing.T, m *sim.Model, person int) (weight, first float64) {
	t.Helper()
	kept, err := m.Remembered(models.OpinionChannel)
	if err != nil {
		t.Fatal(err)
	}
	words := kept.Learning(person)
	return math.Float64frombits(words[1]), math.Float64frombits(words[2])
}

// In every revision an estimate becomes w times itself plus 1-w times the mean of those of the
// neighbours, by a plain program. Everybody has 4 neighbours, or the centre, or nobody.
func TestBeckerPlain(t *testing.T) {
	for n, degrees := range map[models.CrowdNetwork][2]int{models.Decentralized: {4, 4},
		models.Centralized: {1, 36}, models.Solo: {0, 0}} {
		m := started(t, models.Becker2017{Network: n, Revisions: 3}.Scenario(), 5)
		units := m.RealUnits(0)
		if n == models.Decentralized && slices.Equal(units.Voices(0), []int32{1, 2, 35, 36}) {
			t.Error("the network is the ring lattice")
		}
		for range 3 {
			before := make([]float64, m.People())
			for p := range before {
				before[p] = m.Opinion(p)[0]
			}
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			for p, own := range before {
				heard, sum := units.Voices(p), 0.
				if len(heard) != degrees[0] && len(heard) != degrees[1] {
					t.Fatalf("%v: person %d has %d neighbours", n, p, len(heard))
				}
				for _, v := range heard {
					sum += before[v] / float64(len(heard))
				}
				want, w := own, 0.
				if len(heard) > 0 {
					w, _ = remembered(t, m, p)
					want = w*own + (1-w)*sum
				}
				if got := m.Opinion(p)[0]; math.Abs(got-want) > 1e-12 {
					t.Fatalf("%v, revision %d: person %d says %v, want %v", n, m.Tick(), p, got,
						want)
				}
			}
		}
	}
}

// 40,000 people have the first estimates and self-weights that the parameters say. Standard errors
// are .005 of a deviation. SelfSpread is so small that no weight is cut, or by so little that .001
// covers it.
func TestBeckerPeople(t *testing.T) {
	const n, below, spread, r = 40_000, .8, .6, .3
	b := models.Becker2017{Network: models.Solo, People: n, Correlation: models.At(r),
		SelfSpread: models.At(.05)}
	m := started(t, b.Scenario(), 1)
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	var logs, errs, weights, product, firsts []float64
	for p := range n {
		w, first := remembered(t, m, p)
		l := math.Log(first) / spread
		logs, weights, firsts = append(logs, l), append(weights, w), append(firsts, first)
		errs = append(errs, l*l)
	}
	meanWeight, meanErr := stats.Mean(weights), stats.Mean(errs)
	for p := range n {
		product = append(product, (weights[p]-meanWeight)*(errs[p]-meanErr))
	}
	sd := func(xs []float64) float64 { v, _ := stats.SD(xs); return v }
	pooled := math.Exp(.18-below*spread) * math.Sqrt(math.Exp(.36)-1)
	for _, c := range []struct {
		what                string
		got, want, tolerate float64
	}{
		{"mean of the logarithm", stats.Mean(logs), -below, .02},
		{"deviation of the logarithm", sd(logs), 1, .015},
		{"mean self-weight", stats.Mean(weights), .6, .001},
		{"deviation of self-weights", sd(weights), .05, .001},
		{"correlation", stats.Mean(product) / sd(weights) / sd(errs), -r, .02},
		{"deviation of estimates", sd(firsts), pooled, .03 * pooled},
	} {
		if math.Abs(c.got-c.want) > c.tolerate {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

// The two measures, by hand: the change of the median's error over the deviation of estimates,
// which is .4877 at the baseline, and whether the mean's error is smaller.
func TestBeckerMeasures(t *testing.T) {
	improved := map[float64]int{}
	for seed := range uint64(20) {
		var b models.Becker2017
		m := started(t, b.Scenario(), seed)
		read := func() (median, mean float64) {
			all := make([]float64, m.People())
			for p := range all {
				all[p] = m.Opinion(p)[0]
			}
			slices.Sort(all)
			return math.Abs(all[18] - 1), math.Abs(stats.Mean(all) - 1)
		}
		median, mean := read()
		if b.MedianChange(m) != 0 || b.MeanImproved(m) != 0 {
			t.Fatal("something changed before the first revision")
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		after, now := read()
		const pooled = .4877 // e^(.18 - .48) (e^.36 - 1)^(1/2)
		if got, want := b.MedianChange(m), (after-median)/pooled; math.Abs(got-want) > 1e-3 {
			t.Errorf("seed %d: the median's error changed by %v, want %v", seed, got, want)
		}
		if got := b.MeanImproved(m); (got == 1) != (now < mean) {
			t.Errorf("seed %d: the mean improved: %v, errors %v and %v", seed, got, mean, now)
		}
		improved[b.MeanImproved(m)]++
	}
	if improved[0] == 0 || improved[1] == 0 {
		t.Errorf("%v, want groups that improved and others", improved)
	}
}

// Becker, Brackbill and Centola (2017): decentralized groups improve more than centralized ones,
// and these more than solo groups; the mean of decentralized groups improves more often. All are
// intervals of paired differences. A solo group does not change.
func TestBeckerOrder(t *testing.T) {
	measures := []metrics.Metric{
		{Name: "fall", Unit: "sd", Of: func(m *sim.Model) float64 {
			return -models.Becker2017{}.MedianChange(m)
		}},
		{Name: "improved", Unit: "share", Of: models.Becker2017{}.MeanImproved},
	}
	var all []sim.Scenario
	for n := models.Decentralized; n <= models.Solo; n++ {
		all = append(all, models.Becker2017{Network: n}.Scenario())
	}
	fall := ends(t, replicates(400, 2000), measures[0], all...)
	improved := ends(t, replicates(400, 2000), measures[1], all...)
	above(t, "fall of the median's error, decentralized less centralized", fall[0], fall[1])
	above(t, "fall of the median's error, decentralized less solo", fall[0], fall[2])
	above(t, "fall of the median's error, centralized less solo", fall[1], fall[2])
	above(t, "groups whose mean improved, decentralized less centralized", improved[0],
		improved[1])
	if stats.Mean(fall[2]) != 0 || stats.Mean(improved[2]) != 0 {
		t.Error("a solo group changed")
	}
}

func TestBeckerValidate(t *testing.T) {
	for _, c := range []struct {
		model models.Becker2017
		want  string
	}{
		{models.Becker2017{Network: 3}, "models: Becker2017.Network is 3, want 0 to 2"},
		{models.Becker2017{Spread: models.At(0)}, "Spread is 0, want above 0, to 1"},
		{models.Becker2017{Below: models.At(2)}, "Below is 2, want 0 to 1"},
		{models.Becker2017{Correlation: models.At(-1)}, "Correlation is -1, want 0 to 1"},
		{models.Becker2017{SelfSpread: models.At(math.NaN())}, "SelfSpread is NaN, want 0 to 1"},
		{models.Becker2017{Neighbours: 3}, "network: RingLattice.Neighbours is 3, want an even " +
			"number of at least 0"},
	} {
		if err := c.model.Validate(); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.model, err, c.want)
		}
	}
	for n := models.Decentralized; n <= models.Solo; n++ {
		if err := (models.Becker2017{Network: n}).Validate(); err != nil {
			t.Errorf("%v: %v", n, err)
		}
	}
}
