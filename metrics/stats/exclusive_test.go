package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The values are worked out by hand for three pairs. The smallest p is multiplied by three. So is
// the next, because the other hypothesis of a rejected one may still be true. When both of a pair
// are rejected the factor is two, and when both of two pairs are, it is one.
func TestHolmExclusive(t *testing.T) {
	got, err := HolmExclusive([][2]float64{{.001, .002}, {.01, .9}, {.3, .02}})
	want := [][2]float64{{.003, .006}, {.02, .9}, {.6, .04}}
	if err != nil || len(got) != len(want) {
		t.Fatal(got, err)
	}
	for i := range want {
		for k := range want[i] {
			if math.Abs(got[i][k]-want[i][k]) > 1e-12 {
				t.Errorf("%v, want %v", got, want)
			}
		}
	}
	if _, err := HolmExclusive([][2]float64{{.5, 1.5}}); err == nil {
		t.Error("a p-value of 1.5 is no error")
	}
	if got, err := HolmExclusive(nil); len(got) != 0 || err != nil {
		t.Error(got, err)
	}
}

// Of pairs of hypotheses of which one is true, any is wrongly rejected in at most 5 % of cases.
// Holm's method over all of them gives no more, because it allows for twice as many true ones.
func TestHolmExclusiveError(t *testing.T) {
	const pairs, families = 6, 20000
	r := rand.New(rand.NewPCG(3, 4))
	wrong := 0
	for range families {
		ps := make([][2]float64, pairs)
		for i := range ps {
			ps[i] = [2]float64{r.Float64(), 1e-9} // the first is true, the second is not
		}
		adjusted, _ := HolmExclusive(ps)
		for _, p := range adjusted {
			if p[0] <= .05 {
				wrong++
				break
			}
		}
	}
	share := float64(wrong) / families
	if share > .05+4*math.Sqrt(.05*.95/families) || share < .04 {
		t.Errorf("a true hypothesis is rejected in %.4f of the families, want .04 to .05", share)
	}
}

// At a true difference of exactly the margin, equivalence is claimed in at most 5 % of cases. This
// also holds where the margin is a share of the level.
func TestRelativeTOSTError(t *testing.T) {
	families := samples(4000, 40000)
	for _, n := range []int{5, 10, 20, 50} {
		r := rand.New(rand.NewPCG(5, uint64(n)))
		claimed := 0
		for range families {
			a, b := make([]float64, n), make([]float64, n)
			for i := range a {
				world := .01 * r.NormFloat64()
				a[i] = 1.05 + world + .02*r.NormFloat64() // .1 is a tenth of the level, 1
				b[i] = .95 + world + .02*r.NormFloat64()
			}
			p, err := RelativeTOST(a, b, .1)
			if err != nil {
				t.Fatal(err)
			}
			if p <= .05 {
				claimed++
			}
		}
		share := float64(claimed) / float64(families)
		t.Logf("n = %d: %.4f", n, share)
		if share > .05+4*math.Sqrt(.05*.95/float64(families)) || share < .03 {
			t.Errorf("n = %d: equivalence is claimed in %.4f, want .03 to .05", n, share)
		}
	}
}

func TestRelativeTOST(t *testing.T) {
	near := []float64{1, 1.01, .99, 1.02, .98}
	for _, c := range []struct {
		name  string
		a, b  []float64
		share float64
		equal bool
	}{
		{"the same with noise", near, []float64{1.01, 1, 1, 1.01, .99}, .1, true},
		{"half as high", near, []float64{.51, .5, .5, .51, .49}, .1, false},
		// .0044 of .044 is a tenth
		{"a tenth", []float64{.0440, .0441, .0439}, []float64{.0484, .0486, .0482}, .05, false},
		{"a tenth within a fifth", []float64{.0440, .0441, .0439},
			[]float64{.0484, .0486, .0482}, .2, true},
		{"no variance", []float64{1, 1, 1}, []float64{1, 1, 1}, .1, false},
	} {
		p, err := RelativeTOST(c.a, c.b, c.share)
		if err != nil || (p <= .05) != c.equal {
			t.Errorf("%s: p is %v, %v", c.name, p, err)
		}
	}
	for _, share := range []float64{0, -1, 2, math.NaN()} {
		if _, err := RelativeTOST(near, near, share); err == nil {
			t.Errorf("a share of %v is no error", share)
		}
	}
	if _, err := RelativeTOST(near, near[1:], .1); err == nil {
		t.Error("5 values beside 4 are no error")
	}
}
