package agents

import (
	"fmt"
	"math"
	"testing"
)

// tally sums squared deviations from what is expected. Seeds are fixed, so that a test that passes always passes.
type tally struct {
	sum     float64
	degrees int
	alike   map[chances][3]int // outcomes of all that had the same chances, which tell a bias that is too small for each alone
}

// cells adds the counts of outcomes that exclude each other and have the given probabilities. It reports whether none happened that
// cannot.
func (c *tally) cells(observed []int, probability []float64) bool {
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

// together adds outcomes to those with the same chances.
func (c *tally) together(p chances, outcomes [3]int) {
	if c.alike == nil {
		c.alike = map[chances][3]int{}
	}
	sum := c.alike[p]
	for k, n := range outcomes {
		sum[k] += n
	}
	c.alike[p] = sum
}

// z is the sum as a standard normal number (Wilson and Hilferty 1931).
func (c *tally) z() float64 {
	v := 2 / (9 * float64(c.degrees))
	return (math.Cbrt(c.sum/float64(c.degrees)) - (1 - v)) / math.Sqrt(v)
}

// check fails where the deviations are larger, or smaller, than chance makes them once in 100,000 tests.
func (c *tally) check(t *testing.T, what string) {
	t.Helper()
	if c.degrees > 0 && !(math.Abs(c.z()) < 4.4) {
		t.Errorf("%s: chi-square is %.1f with %d degrees of freedom", what, c.sum, c.degrees)
	}
	for p, n := range c.alike {
		var all tally
		all.cells(n[:], p[:])
		all.check(t, fmt.Sprintf("%s: %v times with chances %v", what, n, p))
	}
}

// uniform checks that each value in 0 to n-1 was drawn alike.
func uniform(t *testing.T, what string, observed []int) {
	t.Helper()
	p := make([]float64, len(observed))
	for k := range p {
		p[k] = 1 / float64(len(p))
	}
	var c tally
	c.cells(observed, p)
	c.check(t, what)
}

// binomial are the probabilities of 0 to n heads in n coins.
func binomial(n int, p float64) []float64 {
	cells := make([]float64, n+1)
	all, _ := math.Lgamma(float64(n + 1))
	for k := range cells {
		a, _ := math.Lgamma(float64(k + 1))
		b, _ := math.Lgamma(float64(n - k + 1))
		cells[k] = math.Exp(all - a - b + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
	return cells
}

// pool merges neighbouring cells until 5 are expected in each.
func pool(observed []int, probability []float64, trials int) ([]int, []float64) {
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
