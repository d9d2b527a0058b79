package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Axis names an axis and sets its ends.
type Axis struct {
	Label    string  // what is measured, and its unit in brackets; "": nothing is written
	From, To float64 // the ends; equal: a little more than the data
	Log      bool    // logarithmic, for values above 0; of Curves and Flows only
	Zero     bool    // takes in 0, however far from it the data are
	// the values to mark on a horizontal axis, such as those that were run; nil: round ones
	Ticks []float64
}

// fixed reports whether the user gave the ends.
func (a Axis) fixed() bool { return a.From != a.To }

func (a Axis) validate(name string) error {
	if !finite(a.From) || !finite(a.To) {
		return fmt.Errorf("%s axis from %v to %v, want finite ends", name, a.From, a.To)
	}
	if a.From > a.To {
		return fmt.Errorf("%s axis from %v to %v, want ascending ends", name, a.From, a.To)
	}
	if a.Log && a.Zero {
		return fmt.Errorf("logarithmic %s axis that takes in 0, want only one of both", name)
	}
	for i, v := range a.Ticks {
		if !finite(v) {
			return fmt.Errorf("%s axis: Ticks[%d] is %v, want a finite number", name, i, v)
		}
	}
	if a.Log && a.fixed() && a.From < smallest {
		return fmt.Errorf("logarithmic %s axis from %v, want more than 0", name, a.From)
	}
	return nil
}

// largest is the largest size of a value that is drawn. Differences and squares of such values stay
// finite.
const largest = 1e100

func finite(v float64) bool { return math.Abs(v) <= largest }

// span is a range of values. The zero span holds none.
type span struct {
	lo, hi float64
	filled bool // it holds a value
}

func (s *span) add(vs ...float64) {
	for _, v := range vs {
		if !s.filled {
			*s = span{v, v, true}
		}
		s.lo, s.hi = min(s.lo, v), max(s.hi, v)
	}
}

// scale maps the values of an axis to 0..1.
type scale struct {
	lo, hi float64
	log    bool
}

// exact returns the scale that ends where the data end.
func (a Axis) exact(s span) scale {
	if a.fixed() {
		return scale{a.From, a.To, a.Log}
	}
	if s = a.with0(s); s.lo == s.hi {
		return a.padded(s)
	}
	return scale{s.lo, s.hi, a.Log}
}

// padded returns the scale with some space around the data. It begins at zero where zero is near.
func (a Axis) padded(s span) scale {
	if a.fixed() {
		return scale{a.From, a.To, a.Log}
	}
	if a.Log {
		return paddedLog(s)
	}
	if s = a.with0(s); !s.filled || s.lo == 0 && s.hi == 0 {
		return scale{0, 1, false}
	}
	if s.lo == s.hi {
		air := 0.1 * math.Abs(s.lo)
		return scale{s.lo - air, s.hi + air, false}
	}
	air := 0.05 * (s.hi - s.lo)
	lo := s.lo - air
	if s.lo >= 0 && s.lo < 0.3*s.hi {
		lo = 0
	}
	return scale{lo, s.hi + air, false}
}

// with0 is the range with 0 in it, if the axis is to take it in.
func (a Axis) with0(s span) span {
	if a.Zero && s.filled {
		s.add(0)
	}
	return s
}

func (s scale) at(v float64) float64 {
	if s.log {
		return math.Log(v/s.lo) / math.Log(s.hi/s.lo)
	}
	return (v - s.lo) / (s.hi - s.lo)
}

// clamp moves a value to the nearer end if it lies outside.
func (s scale) clamp(v float64) float64 { return min(max(v, s.lo), s.hi) }

// tick is a marked value and how it is written.
type tick struct {
	value float64
	text  string
}

// atMost returns the largest set of ticks with at most k ticks.
func (s scale) atMost(k int) []tick {
	for n := k; n > 1; n-- {
		if ts := s.ticks(n, false); len(ts) <= k {
			return ts
		}
	}
	return s.ticks(1, false)
}

// ticks returns at most n+1 round values on the scale. With whole they are integers.
func (s scale) ticks(n int, whole bool) []tick {
	if s.log {
		return s.logTicks(n)
	}
	return s.evenTicks(n, whole)
}

// evenTicks returns values that are 1, 2, 2.5 or 5 times a power of ten apart.
func (s scale) evenTicks(n int, whole bool) (ts []tick) {
	step := roundStep((s.hi - s.lo) / float64(max(n, 1)))
	if whole {
		if step = max(1, step); step == 2.5 {
			step = 5
		}
	}
	slack := 1e-9 * (s.hi - s.lo)
	first, last := math.Ceil((s.lo-slack)/step), math.Floor((s.hi+slack)/step)
	for i := first; i <= last && len(ts) < 100; i++ {
		ts = append(ts, tick{i * step, number(i*step, step)})
	}
	return ts
}

// roundStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is at least v.
func roundStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= v*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// number formats a value to the precision of a step, with a true minus sign and commas between
// thousands.
func number(v, step float64) string {
	if v == 0 {
		v = 0 // not a negative zero
	}
	size := max(math.Abs(v), step)
	if size >= 1e9 || step < 1e-5 {
		return minus(strconv.FormatFloat(v, 'g', 4, 64))
	}
	digits := 0
	for p := step; digits < 8 && math.Abs(p-math.Round(p)) > 1e-6*p; p *= 10 {
		digits++
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return minus(grouped(s))
}

func minus(s string) string { return strings.ReplaceAll(s, "-", "−") }

// Thousands writes a whole number with commas between thousands, as the charts do: 10,000.
func Thousands(n int) string { return grouped(strconv.Itoa(n)) }

// grouped puts commas between the thousands of a number's whole part.
func grouped(s string) string {
	sign, whole, rest := "", s, ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if i := strings.IndexByte(whole, '.'); i >= 0 {
		whole, rest = whole[:i], whole[i:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}
