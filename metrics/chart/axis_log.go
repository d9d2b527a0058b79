package chart

import (
	"fmt"
	"math"
)

// smallest is the smallest value on a logarithmic axis. Quotients of such values stay finite.
const smallest = 1 / largest

// linear returns an error for a logarithmic axis in a panel that has none, and the errors of
// validate.
func (a Axis) linear(name string) error {
	if a.Log {
		return fmt.Errorf("logarithmic %s axis, which only curves and flows have", name)
	}
	return a.validate(name)
}

// validateLog returns an error for the first value below smallest on a logarithmic axis.
func validateLog(x, y Axis, all []Series) error {
	for i, s := range all {
		for _, f := range []struct {
			log bool
			field
		}{{x.Log, field{"X", s.X}}, {y.Log, field{"Y", s.Y}}, {y.Log, field{"Low", s.Low}},
			{y.Log, field{"High", s.High}}} {
			for j, v := range f.values {
				if f.log && v < smallest {
					return fmt.Errorf("series %s: %s[%d] is %v, want more than 0 on a "+
						"logarithmic axis", called(s.Name, i), f.name, j, v)
				}
			}
		}
	}
	return nil
}

// paddedLog returns the logarithmic scale with some space around the data.
func paddedLog(s span) scale {
	switch {
	case !s.filled:
		return scale{1, 10, true}
	case s.lo == s.hi:
		return scale{s.lo / 2, s.hi * 2, true}
	}
	air := math.Pow(s.hi/s.lo, 0.05)
	return scale{s.lo / air, s.hi * air, true}
}

// logTicks returns powers of ten, or every second, third and so on of them. Where these are few it
// returns 1, 2 and 5 times powers of ten. Where these are few too, it returns evenly spaced values.
func (s scale) logTicks(n int) []tick {
	lo, hi := math.Log10(s.lo), math.Log10(s.hi)
	first, last := int(math.Ceil(lo-1e-9)), int(math.Floor(hi+1e-9))
	if last-first < 2 {
		if ts := s.multiples(first-1, last, 1, 1, 2, 5); len(ts) > 2 && len(ts) <= n+1 {
			return ts
		}
	}
	if hi-lo < 1 {
		return s.evenTicks(n, false)
	}
	for every := 1; ; every++ {
		if ts := s.multiples(first, last, every, 1); len(ts) <= n+1 {
			return ts
		}
	}
}

// oneTwoFive are the values of 1, 2 and 5 times the powers of ten on the scale.
func (s scale) oneTwoFive() (values []float64) {
	first, last := int(math.Floor(math.Log10(s.lo))), int(math.Floor(math.Log10(s.hi)+1e-9))
	for _, t := range s.multiples(first, last, 1, 1, 2, 5) {
		values = append(values, t.value)
	}
	return values
}

// multiples are the ticks at so many times every so many-th power of ten.
func (s scale) multiples(first, last, every int, times ...float64) (ts []tick) {
	for e := first; e <= last; e++ {
		for _, m := range times {
			if v := m * math.Pow10(e); e%every == 0 && v >= s.lo*(1-1e-9) && v <= s.hi*(1+1e-9) {
				ts = append(ts, tick{v, number(v, v)})
			}
		}
	}
	return ts
}

// minor are the values between the numbers of a logarithmic scale that are marked without a number:
// all powers of ten, and where there is room their multiples.
func (s scale) minor(withMultiples bool) (ts []tick) {
	if !s.log {
		return nil
	}
	lo, hi := math.Log10(s.lo), math.Log10(s.hi)
	times := []float64{1}
	if withMultiples {
		times = []float64{1, 2, 3, 4, 5, 6, 7, 8, 9}
	}
	return s.multiples(int(math.Floor(lo)), int(math.Floor(hi+1e-9)), 1, times...)
}
