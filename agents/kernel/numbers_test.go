package kernel

import (
	"math"
	"testing"
)

// Log agrees with package math within 2 units in the last place.
func TestLog(t *testing.T) {
	s := NewStream(1991, 0, 0)
	for range 100_000 {
		x := math.Ldexp(.5+s.Float64()/2, s.IntN(120)-60)
		got, want := Log(x), math.Log(x)
		if math.Abs(got-want) > 4.5e-16*max(math.Abs(want), math.Abs(x-1)) {
			t.Fatalf("Log(%v) is %v, want %v", x, got, want)
		}
	}
}

// Exp agrees with package math within 2 units in the last place.
func TestExp(t *testing.T) {
	s := NewStream(1991, 0, 0)
	for range 100_000 {
		x := math.Ldexp(2*s.Float64()-1, s.IntN(20)-10)
		if got, want := Exp(x), math.Exp(x); math.Abs(got-want) > 4.5e-16*want {
			t.Fatalf("Exp(%v) is %v, want %v", x, got, want)
		}
	}
	if Exp(0) != 1 || math.Abs(Exp(1)-math.E) > 4.5e-16 {
		t.Errorf("Exp(0) is %v and Exp(1) %v", Exp(0), Exp(1))
	}
}

// CountOf treats every share in hundredths as if it were exact.
func TestCountOf(t *testing.T) {
	for hundredths := range 101 {
		for n := range 500 {
			got, want := CountOf(float64(hundredths)/100, n), (hundredths*n+99)/100
			if got != want {
				t.Fatalf("%d hundredths of %d are %d, want %d", hundredths, n, got, want)
			}
		}
	}
}

func TestCheckRate(t *testing.T) {
	for _, p := range []float64{0, .3, 1} {
		if err := CheckRate("Rate", p); err != nil {
			t.Errorf("%v: %v", p, err)
		}
	}
	for _, p := range []float64{-1, -5e-324, 1.1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if err := CheckRate("Rate", p); err == nil {
			t.Errorf("%v is no error", p)
		}
	}
	if got := CheckRate("Rate", 1.3).Error(); got != "Rate is 1.3, want 0 to 1" {
		t.Errorf("the error is %q", got)
	}
}
