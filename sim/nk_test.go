package sim_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
)

// whole returns the body with +1 where a bit of the number is set, and -1 elsewhere.
func whole(body uint64, n int) agents.Knowledge {
	return agents.Knowledge{{Yes: body, No: 1<<n - 1 - body}}
}

// optima counts local optima: bodies that no single flip improves.
func optima(l sim.Landscape, n int) int {
	count := 0
	for body := range uint64(1 << n) {
		top := true
		for d := range n {
			top = top && l.Score(whole(body^1<<d, n)) < l.Score(whole(body, n))
		}
		if top {
			count++
		}
	}
	return count
}

// With K = N-1 scores are independent: the expected number of local optima is 2^N/(N+1), 93.09 for
// N = 10 (Kauffman and Levin 1987). With K = 0 there is one.
func TestNKLocalOptima(t *testing.T) {
	const n, landscapes = 10, 300
	numbers := make([]float64, landscapes)
	for i := range numbers {
		numbers[i] = float64(optima(landscape(t, sim.NK{K: n - 1}, n, i), n))
	}
	want := math.Pow(2, n) / (n + 1)
	if e := estimated(numbers); math.Abs(e.mean-want) > 3*e.se {
		t.Errorf("K = N-1: %.2f local optima (se %.2f), want %.2f", e.mean, e.se, want)
	}
	for i := range 50 {
		if got := optima(landscape(t, sim.NK{}, n, i), n); got != 1 {
			t.Errorf("K = 0, landscape %d: %d local optima, want 1", i, got)
		}
	}
}

// A body with a 0 scores below every body without. A model whose people have first beliefs of 0 is
// refused.
func TestNKTakesNoZero(t *testing.T) {
	l := landscape(t, sim.NK{K: 3}, 10, 0)
	k := whole(37, 10)
	k.Set(4, 0)
	if got := l.Score(k); got != -1 {
		t.Errorf("a body with a 0 scores %d, want -1", got)
	}
	if got := l.(sim.Sighted).ScoreOn(k, []uint64{1}); got != -1 {
		t.Errorf("a body with a 0 scores %d on a part, want -1", got)
	}
}

// Turn draws the contributions of each dimension anew with its rate, in a new world.
func TestNKTurn(t *testing.T) {
	const n = 10
	l := landscape(t, sim.NK{}, n, 0)
	differing := func(o sim.Landscape) int { // K = 0: the step depends on the dimension alone
		count := 0
		for d := range n {
			step := func(l sim.Landscape) int32 {
				return l.Score(whole(1<<d, n)) - l.Score(whole(0, n))
			}
			if step(l) != step(o) {
				count++
			}
		}
		return count
	}
	turned := 0
	for i := range 400 {
		turned += differing(l.Turn(.3, chance(i)))
	}
	within(t, "contributions drawn anew", turned, 400*n, .3)
	if got := differing(l.Turn(0, chance(1))); got != 0 {
		t.Errorf("Turn(0) has drawn %d contributions anew", got)
	}
	if got := differing(l.Turn(1, chance(1))); got != n {
		t.Errorf("Turn(1) has drawn %d contributions anew, want %d", got, n)
	}
	again := landscape(t, sim.NK{}, n, 0)
	if differing(again) != 0 || again.Max() != l.Max() {
		t.Errorf("Turn has changed the landscape that it was asked of")
	}
}
