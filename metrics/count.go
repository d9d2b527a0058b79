package metrics

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

func ones(lanes uint64) int { return bits.OnesCount64(lanes) }

// tally counts the people who believe +1, the people who believe -1, and the people who believe
// either, in each of 64 dimensions.
type tally struct{ yes, no, known kernel.Counts }

// count counts the people in the 64 dimensions of one word. It reads 16 bytes and takes some 13
// operations per person.
func (t *tally) count(m *sim.Model, word int) {
	bodies, width := m.Bodies(), agents.Width(m.Dimensions())
	digits := bits.Len(uint(m.People()))
	t.yes.Begin(digits)
	t.no.Begin(digits)
	if width == 1 {
		for ; len(bodies) >= 8; bodies = bodies[8:] {
			t.add((*[8]agents.Word)(bodies))
		}
	}
	for len(bodies) > 0 {
		var eight [8]agents.Word
		for k := 0; k < len(eight) && len(bodies) > 0; k++ {
			eight[k], bodies = bodies[word], bodies[width:]
		}
		t.add(&eight)
	}
	if lanes := agents.Lanes(m.Dimensions(), word); lanes != ^uint64(0) {
		t.yes.Keep(lanes)
		t.no.Keep(lanes)
	}
	t.known.SetSum(&t.yes, &t.no)
}

// add counts eight people.
func (t *tally) add(w *[8]agents.Word) {
	t.yes.AddEight(
		w[0].Yes, w[1].Yes, w[2].Yes, w[3].Yes, w[4].Yes, w[5].Yes, w[6].Yes, w[7].Yes)
	t.no.AddEight(w[0].No, w[1].No, w[2].No, w[3].No, w[4].No, w[5].No, w[6].No, w[7].No)
}

// sumOf returns the sum of all counters.
func sumOf(c *kernel.Counts) uint64 {
	n := uint64(0)
	for j, plane := range c.Planes() {
		n += uint64(ones(plane)) << j
	}
	return n
}

// pairs returns two sums over the counters, of ordered pairs of people. same counts pairs who hold
// the same belief: the sum of n(n-1) over yes and no. known counts pairs who both hold a belief:
// the sum of n(n-1) over known. Both are computed from the bit planes of the counters. If n has
// bits i and j, these add 2^(i+j) to n^2, which is the sum over all such i and j.
func (t *tally) pairs() (same, known wide) {
	planes := t.known.Planes()
	yes, no := t.yes.Planes()[:len(planes)], t.no.Planes()[:len(planes)]
	for i := range planes {
		s, k := uint64(0), uint64(0)
		y, n, b := yes[i], no[i], planes[i]
		for j := i - 1; j >= 0; j-- {
			s = 2*s + uint64(ones(y&yes[j])+ones(n&no[j]))
			k = 2*k + uint64(ones(b&planes[j]))
		}
		own := uint64(1)<<i - 1
		same = same.plus(shifted(2*s+uint64(ones(y)+ones(n))*own, i))
		known = known.plus(shifted(2*k+uint64(ones(b))*own, i))
	}
	return same, known
}

// wide is an unsigned integer of 128 bits. The number of pairs of people can be too large for 64
// bits.
type wide struct{ high, low uint64 }

// shifted returns n times 2^by, where by is 0 to 63.
func shifted(n uint64, by int) wide { return wide{n >> (64 - by), n << by} }

// product returns a times b.
func product(a, b uint64) wide {
	high, low := bits.Mul64(a, b)
	return wide{high, low}
}

func (w wide) plus(o wide) wide {
	low, carry := bits.Add64(w.low, o.low, 0)
	return wide{w.high + o.high + carry, low}
}

func (w wide) minus(o wide) wide {
	low, borrow := bits.Sub64(w.low, o.low, 0)
	return wide{w.high - o.high - borrow, low}
}

// float returns w as a float64. It rounds once where w fits in 64 bits, else up to twice.
func (w wide) float() float64 {
	if w.high == 0 {
		return float64(w.low)
	}
	return float64(float64(w.high)*(1<<64)) + float64(w.low)
}

// distinct counts the different bodies of beliefs. It reads 16 bytes and takes 2 multiplications
// per person and 64 dimensions, and twice that where bodies are equal.
func distinct(m *sim.Model) int {
	alike := make(map[uint64][]int, m.Present())
	n := 0
	for p := range present(m) {
		body := m.Beliefs(p)
		sum := hash(body)
		if !slices.ContainsFunc(alike[sum], func(o int) bool { return m.Beliefs(o).Equal(body) }) {
			alike[sum] = append(alike[sum], p)
			n++
		}
	}
	return n
}

// hash hashes a body of beliefs by multiplying and folding. Different bodies may have the same
// hash.
func hash(body agents.Knowledge) uint64 {
	const odd = 0x9E3779B97F4A7C15
	h := uint64(odd)
	for _, w := range body {
		for _, plane := range [2]uint64{w.Yes, w.No} {
			high, low := bits.Mul64(h^plane, odd)
			h = (high ^ low) + odd
		}
	}
	return h
}

// gini returns sum_i (2i - N - 1) x_i / (N sum x), with x ascending and i from 1. It returns 0
// where all are 0. It sorts x.
func gini(x []int) float64 {
	slices.Sort(x)
	n := int64(len(x))
	sum, weighted := int64(0), int64(0)
	for i, v := range x {
		sum += int64(v)
		weighted += (2*int64(i) + 1 - n) * int64(v)
	}
	if sum == 0 {
		return 0
	}
	return ratio(weighted, n*sum)
}
