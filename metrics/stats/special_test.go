package stats

import (
	"math"
	"testing"
)

// The samples that most tests share are two outcomes of ten replicates, as scores.
var (
	x = []float64{0.52, 0.61, 0.47, 0.58, 0.66, 0.49, 0.55, 0.71, 0.6, 0.53}
	y = []float64{0.5, 0.55, 0.48, 0.51, 0.6, 0.44, 0.56, 0.62, 0.57, 0.49}
)

// Hamilton depression scale factors of nine patients before and after treatment, from R's
// help(wilcox.test).
var (
	before = []float64{1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30}
	after  = []float64{0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29}
)

// near fails unless got equals want within a relative error.
func near(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s is %.16g, want %.16g", what, got, want)
	}
}

func TestExpLog(t *testing.T) {
	for _, x := range []float64{-745, -700.3, -30, -1, -1e-9, 0, 1e-300, 0.3, 1, 2.5, 5, 14, 700} {
		near(t, "exp", exp(x), math.Exp(x), 4e-16)
	}
	for _, x := range []float64{1e-307, 1e-300, 1e-9, 0.3, 0.7071, 0.99999, 1, 1.00001, 1.5, 2,
		1e9, 1e300} {
		near(t, "log", log(x), math.Log(x), 4e-16)
		near(t, "log1p", log1p(x), math.Log1p(x), 1e-15)
	}
	if exp(-800) != 0 || !math.IsInf(exp(710), 1) {
		t.Error("exp neither vanishes nor overflows")
	}
}

func TestNormal(t *testing.T) {
	// R: pnorm(z, lower = FALSE)
	for _, c := range [][2]float64{{0, 0.5}, {0.1, 0.460172162722971}, {1, 0.158655253931457},
		{2.4, 0.00819753592459613},
		{2.6, 0.00466118802371875}, {5, 2.86651571879194e-07}, {10, 7.61985302416053e-24},
		{30, 4.90671392714819e-198}} {
		near(t, "normalTail", normalTail(c[0]), c[1], 2e-14)
	}
	for z := -8.0; z < 8; z += 0.01 {
		near(t, "normalTail", normalTail(z), math.Erfc(z/math.Sqrt2)/2, 6e-14)
	}
	// R: qnorm(p, lower = FALSE)
	for _, c := range [][2]float64{{0.5, 0}, {0.4, 0.2533471031358}, {0.025, 1.95996398454005},
		{0.005, 2.5758293035489},
		{1e-6, 4.7534243088229}, {1e-20, 9.26234008979841}, {1e-300, 37.0470962993612},
		{0.975, -1.95996398454005}} {
		near(t, "normalUpper", normalUpper(c[0]), c[1], 5e-12)
	}
}

func TestGammaRatio(t *testing.T) {
	for _, a := range []float64{0.1, 0.5, 1, 2.5, 4.75, 9, 15.9, 16, 40, 100} {
		near(t, "gammaRatio", gammaRatio(a), math.Gamma(a+0.5)/math.Gamma(a), 1e-14)
	}
}

func TestStudent(t *testing.T) {
	// R: pt(t, df, lower = FALSE)
	for _, c := range [][3]float64{{0.5, 1, 0.352416382349567}, {1, 1, 0.25},
		{2, 5, 0.0509697394149291},
		{10, 3, 0.00106419952920707}, {1.96, 1e6, 0.0249980337926349}, {0.3, 29, 0.383158546664484},
		{40, 2, 0.00031220733609237}, {6, 99, 1.62295805617278e-08},
		{1e4, 1.5, 3.77085240171475e-07},
		{2.5, 1e9, 0.00620966540520126}, {0.01, 50, 0.496030540683571}} {
		near(t, "studentTail", studentTail(c[0], c[1]), c[2], 1e-12)
		near(t, "studentTail", studentTail(-c[0], c[1]), 1-c[2], 1e-12)
	}
	// R: qt(p, df, lower = FALSE)
	for _, c := range [][3]float64{{0.025, 1, 12.7062047361747}, {0.025, 9, 2.2621571627982},
		{0.025, 29.5, 2.04372496677212},
		{0.005, 99, 2.62640545728083}, {0.0005, 2, 31.5990545764436}, {0.3, 4, 0.568649063049706},
		{0.05, 1e6, 1.64485515072204}, {1e-10, 7, 53.8355794846738},
		{0.4999, 12, 0.000255933628849432}} {
		near(t, "studentUpper", studentUpper(c[0], c[1]), c[2], 5e-12)
	}
}

func TestNoncentral(t *testing.T) {
	// R: pt(t, df, ncp). R's own series stops at an absolute error of 1e-12, and warns from ncp =
	// 37.62.
	for _, c := range [][4]float64{{1, 1, 0, 0.75}, {1, 5, 1, 0.480926141241962},
		{2, 3, 1, 0.743629868407646},
		{-1, 4, 1, 0.0327732953322637}, {0, 6, 2, 0.0227501319481792},
		{3, 10.5, 2.5, 0.638801495477965},
		{2.6, 113.7, 4.28, 0.0483409506901815}, {5, 1.5, 3, 0.635982449200894},
		{30, 9, 25, 0.712898349940915},
		{0.5, 200, -2, 0.993765688126352}, {2, 1000, 2, 0.499800620314555},
		{40, 50, 36, 0.821447350875533}} {
		lower, upper := noncentral(c[0], c[1], c[2])
		if math.Abs(lower-c[3]) > 3e-12 || math.Abs(upper-(1-c[3])) > 3e-12 {
			t.Errorf("noncentral(%v, %v, %v) is %.15g and %.15g, want %.15g", c[0], c[1], c[2],
				lower, upper, c[3])
		}
	}
	for _, df := range []float64{1, 2.5, 18, 198, 1e5} {
		for _, q := range []float64{-3, -0.2, 0.7, 2, 12, 500} {
			_, upper := noncentral(q, df, 0)
			if want := studentTail(q, df); math.Abs(upper-want) > 3e-13 {
				t.Errorf("noncentral(%v, %v, 0) leaves %.15g above, want %.15g", q, df, upper, want)
			}
		}
	}
}

func TestChiSquare(t *testing.T) {
	// R: pchisq(x, df, lower = FALSE)
	for _, c := range [][3]float64{{3, 1, 0.0832645166635506}, {3, 2, 0.22313016014843},
		{3, 3, 0.391625176271089},
		{7.5, 4, 0.111709292816043}, {100, 5, 5.28514836094324e-20}, {0.1, 7, 0.999997688581201},
		{900, 1000, 0.98928276190871}} {
		near(t, "chiSquareTail", chiSquareTail(c[0], int(c[1])), c[2], 2e-12)
	}
}

func TestBinomialCut(t *testing.T) {
	// R: qbinom(.025, n, .5)
	for n, want := range map[int]int{1: 0, 5: 0, 6: 1, 10: 2, 20: 6, 21: 6, 100: 40, 999: 469,
		10000: 4902, 1000000: 499020} {
		if got := binomialCut(n, 0.025); got != want {
			t.Errorf("binomialCut(%d, 0.025) is %d, want %d", n, got, want)
		}
	}
}
