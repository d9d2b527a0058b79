// Package chitest compares counts of random outcomes with their expected numbers, by chi-square.
package chitest

import (
	"fmt"
	"math"
	"testing"
)

// Tally sums squared deviations from expected numbers. Seeds are fixed, so a test that passes
// always passes.
type Tally struct {
	sum     float64
	degrees int
	alike   map[[3]float64][3]int // outcomes by their chances: shows a bias too small in each cell
}

// Cells adds the counts of outcomes that exclude each other and have the given probabilities. It
// reports false if an outcome of probability 0 happened.
func (c *Tally) Cells(observed []int, probability []float64) bool {
	trials := 0
	for _, n := range observed {
		trials += n
	}
	possible := 0
	for k, n := range observed {
		if probability[k] == 0 {
			if n != 0 {
				return false
			}
			continue
		}
		want := float64(trials) * probability[k]
		c.sum += (float64(n) - want) * (float64(n) - want) / want
		possible++
	}
	c.degrees += possible - 1
	return true
}

// Together adds outcomes to earlier ones with the same chances.
func (c *Tally) Together(p [3]float64, outcomes [3]int) {
	if c.alike == nil {
		c.alike = map[[3]float64][3]int{}
	}
	sum := c.alike[p]
	for k, n := range outcomes {
		sum[k] += n
	}
	c.alike[p] = sum
}

// z returns the sum, converted to a standard normal number (Wilson and Hilferty 1931).
func (c *Tally) z() float64 {
	v := 2 / (9 * float64(c.degrees))
	return (math.Cbrt(c.sum/float64(c.degrees)) - (1 - v)) / math.Sqrt(v)
}

// Check fails if chi-square is so large, or so small, as chance makes it once in 100,000 tests.
func (c *Tally) Check(t *testing.T, what string) {
	t.Helper()
	if c.degrees > 0 && !(math.Abs(c.z()) < 4.4) {
		t.Errorf("%s: chi-square is %.1f with %d degrees of freedom", what, c.sum, c.degrees)
	}
	for p, n := range c.alike {
		var all Tally
		all.Cells(n[:], p[:])
		all.Check(t, fmt.Sprintf("%s: %v times with chances %v", what, n, p))
	}
}

// Uniform checks that the values 0 to n-1 were drawn with equal chances.
func Uniform(t *testing.T, what string, observed []int) {
	t.Helper()
	p := make([]float64, len(observed))
	for k := range p {
		p[k] = 1 / float64(len(p))
	}
	var c Tally
	c.Cells(observed, p)
	c.Check(t, what)
}

// Binomial returns the probabilities of 0 to n heads in n coins.
func Binomial(n int, p float64) []float64 {
	list := make([]float64, n+1)
	all, _ := math.Lgamma(float64(n + 1))
	for k := range list {
		a, _ := math.Lgamma(float64(k + 1))
		b, _ := math.Lgamma(float64(n - k + 1))
		list[k] = math.Exp(all - a - b + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
	return list
}

// Pool merges neighbouring cells until each has an expected count of at least 5.
func Pool(observed []int, probability []float64, trials int) ([]int, []float64) {
	var o []int
	var p []float64
	enough := false
	for k, n := range observed {
		if len(o) == 0 || enough {
			o, p = append(o, 0), append(p, 0)
		}
		last := len(o) - 1
		o[last] += n
		p[last] += probability[k]
		enough = p[last]*float64(trials) >= 5
	}
	if last := len(o) - 1; !enough && last > 0 {
		o[last-1] += o[last]
		p[last-1] += p[last]
		o, p = o[:last], p[:last]
	}
	return o, p
}
