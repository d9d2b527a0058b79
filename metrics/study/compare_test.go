package study_test

import (
	"iter"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/study"
)

// two is a plan of two organizations at two points, with one column.
func two(replicates int) study.Plan {
	p := study.Plan{Seed: 1, Replicates: replicates,
		Columns: []study.Column{{Metric: "score", Tick: 9}},
		Metrics: []metrics.Metric{metrics.Score}}
	for _, name := range []string{"a", "b"} {
		for _, x := range []string{"0", "1"} {
			p.Cells = append(p.Cells, study.Cell{Organization: name,
				Factors: []study.Factor{{Name: "x", Value: x}}})
		}
	}
	return p
}

// from yields a result for each replicate of each cell, of the given values.
func from(p study.Plan, value func(cell, replicate int) float64) iter.Seq2[study.Result, error] {
	return func(yield func(study.Result, error) bool) {
		for cell := range p.Cells {
			for r := range p.Replicates {
				result := study.Result{Cell: cell, Replicate: uint64(r),
					Values: []float64{value(cell, r)}}
				if !yield(result, nil) {
					return
				}
			}
		}
	}
}

func gather(t *testing.T, p study.Plan, value func(cell, replicate int) float64) *study.Data {
	t.Helper()
	d, err := study.Gather(p, from(p, value))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Noise that a pair shares cancels, and the verdict is by the margin.
func TestDifferences(t *testing.T) {
	shared := agents.NewStream(1)
	var noise [40]float64
	for r := range noise {
		noise[r] = shared.NormFloat64()
	}
	for _, c := range []struct {
		more, spread, margin float64
		want                 study.Verdict
	}{
		{.1, .01, .02, study.Higher}, {-.1, .01, .02, study.Lower}, {0, .01, .02, study.Same},
		{.02, .01, .02, study.Slight}, {0, 1, .02, study.Open}, {.1, 0, .02, study.Higher},
	} {
		d := gather(t, two(40), func(cell, r int) float64 {
			v := noise[r]
			if cell < 2 {
				v += c.more + c.spread*noise[(r+7)%40]
			}
			return v
		})
		s := study.Study{Compare: []study.Compare{{Metric: "score", Tick: 9,
			Between: [2]string{"a", "b"}, Margin: c.margin}}}
		all, err := s.Differences(d)
		if err != nil || len(all) != 2 {
			t.Fatalf("%d differences: %v", len(all), err)
		}
		for i, x := range all {
			if x.Verdict != c.want || x.Cells != [2]int{i, i + 2} ||
				x.Factors[0].Value != []string{"0", "1"}[i] {
				t.Errorf("%+v: %v is %q at %v", c, x.Estimate, x.Verdict, x.Factors)
			}
		}
	}
}

func TestDifferencesAreRefused(t *testing.T) {
	d := gather(t, two(2), func(int, int) float64 { return 0 })
	for _, c := range []study.Compare{{Metric: "skore", Tick: 9, Between: [2]string{"a", "b"}},
		{Metric: "score", Tick: 9, Between: [2]string{"a", "c"}}} {
		if _, err := (study.Study{Compare: []study.Compare{c}}).Differences(d); err == nil {
			t.Errorf("%+v is compared", c)
		}
	}
}

// Missing and failed runs are left out, and what does not fit is refused.
func TestGather(t *testing.T) {
	p := two(3)
	some := []study.Result{{Cell: 0, Replicate: 0, Values: []float64{1}},
		{Cell: 0, Replicate: 2, Values: []float64{3}}, {Cell: 0, Replicate: 1, Failed: "no"},
		{Cell: 2, Replicate: 0, Values: []float64{math.NaN()}},
		{Cell: 2, Replicate: 2, Values: []float64{1}}}
	d, err := study.Gather(p, errorless(some))
	if err != nil {
		t.Fatal(err)
	}
	if e := d.Estimate(0, 0, .95); e.Mean != 2 || e.N != 2 || len(d.Failed) != 1 ||
		d.Done(0) != 2 || !d.Has(0, 2) || d.Has(0, 1) || d.Has(2, 1) {
		t.Errorf("%v, %d failed, %d done", e, len(d.Failed), d.Done(0))
	}
	if e := d.Difference(0, 2, 0, .95); e.Mean != 2 || e.N != 1 {
		t.Errorf("the difference is %v", e)
	}
	for _, wrong := range []study.Result{{Cell: 4, Values: []float64{1}},
		{Replicate: 3, Values: []float64{1}}, {Values: []float64{1, 2}}} {
		if _, err := study.Gather(p, errorless([]study.Result{wrong})); err == nil {
			t.Errorf("%+v is gathered", wrong)
		}
	}
}

func errorless(all []study.Result) iter.Seq2[study.Result, error] {
	return func(yield func(study.Result, error) bool) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// A hypothesis is confirmed only with the whole interval at By or above, and only if it was stated
// before.
func TestFindings(t *testing.T) {
	stream := agents.NewStream(3)
	d := gather(t, two(60), func(cell, _ int) float64 {
		v := .01 * stream.NormFloat64()
		if cell == 0 {
			v += .1
		}
		return v
	})
	h := study.Hypothesis{Name: "h", Metric: "score", Tick: 9, Higher: "a x=0", Lower: "b x=0",
		By: .05}
	weak, strong, edited := h, h, h
	weak.By, strong.By, edited.By = 0, .2, .06
	s := study.Study{Hypotheses: []study.Hypothesis{h, weak, strong, edited}}
	all, err := s.Findings(d, []string{h.Hash(), weak.Hash(), strong.Hash()})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"confirmed", "confirmed", "not confirmed", "found afterwards"} {
		if all[i].String() != want {
			t.Errorf("%+v is %s, want %s", all[i].Hypothesis, all[i], want)
		}
	}
	s.Hypotheses[0].Higher = "c x=0"
	if _, err := s.Findings(d, nil); err == nil {
		t.Error("a cell that is not there is found")
	}
}

// All intervals of a family hold together: each is at 1 - .05/n, and with looks at 1 - .05/6n.
func TestLevels(t *testing.T) {
	stream := agents.NewStream(4)
	d := gather(t, two(30), func(int, int) float64 { return stream.NormFloat64() })
	c := study.Compare{Metric: "score", Tick: 9, Between: [2]string{"a", "b"}}
	for _, s := range []study.Study{{Compare: []study.Compare{c}},
		{Compare: []study.Compare{c}, Until: &study.Until{Compare: c, HalfWidth: 1}}} {
		level := 1 - .05/2
		if s.Until != nil {
			level = 1 - .05/12
		}
		all, err := s.Differences(d)
		if want := d.Difference(0, 2, 0, level); err != nil || all[0].Estimate != want {
			t.Errorf("the interval is %v, want %v: %v", all[0].Estimate, want, err)
		}
	}
}

// A study that ends at the first look that is narrow enough has intervals that hold the truth in 95
// % of studies or more, at both points together, also of skew outcomes. Plain intervals do not: the
// issue measured 88 to 94 %, and 97 to 99 % with the adjustment.
func TestUntilCovers(t *testing.T) {
	u := study.Until{Compare: study.Compare{Metric: "score", Tick: 9,
		Between: [2]string{"a", "b"}}, HalfWidth: .2, Most: 2048}
	adjusted := study.Study{Compare: []study.Compare{u.Compare}, Until: &u}
	plain := study.Study{Compare: adjusted.Compare}
	stream, studies, held, heldPlain := agents.NewStream(5), 600, 0, 0
	for range studies {
		d := ended(t, u, stream)
		if covers(t, adjusted, d) {
			held++
		}
		if covers(t, plain, d) {
			heldPlain++
		}
	}
	// 95 % of 600 are 570.
	if held < 570 || heldPlain >= held {
		t.Errorf("%d of %d studies hold the truth, %d with plain intervals", held, studies,
			heldPlain)
	}
}

// ended returns the data of a study that ran until it had enough. The outcomes of a are exponential
// less 1, so their mean is 0, and those of b are 0.
func ended(t *testing.T, u study.Until, stream *agents.Stream) (d *study.Data) {
	var values [2][]float64
	replicates := 0
	for enough := false; !enough && replicates < u.Most; {
		replicates = u.Next(replicates)
		for x := range values {
			for len(values[x]) < replicates {
				values[x] = append(values[x], -math.Log(1-stream.Float64())-1)
			}
		}
		d = gather(t, two(replicates), func(cell, r int) float64 {
			if cell >= 2 {
				return 0
			}
			return values[cell][r]
		})
		var err error
		if _, enough, err = u.Widest(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// covers reports whether all intervals of a study hold 0.
func covers(t *testing.T, s study.Study, d *study.Data) bool {
	all, err := s.Differences(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		if x.Low > 0 || x.High < 0 {
			return false
		}
	}
	return true
}

func TestNext(t *testing.T) {
	u := study.Until{Most: 512}
	for replicates, want := range map[int]int{0: 64, 64: 128, 100: 128, 512: 512, 256: 512} {
		if got := u.Next(replicates); got != want {
			t.Errorf("after %d the next look is %d, want %d", replicates, got, want)
		}
	}
}
