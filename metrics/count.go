package metrics

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

func ones(lanes uint64) int { return bits.OnesCount64(lanes) }

// tally is the numbers of people who believe +1, -1, and either, in 64 dimensions.
type tally struct{ yes, no, known kernel.Counts }

// count counts the people in the dimensions of a word: 16 bytes and some 12 operations a person.
func (t *tally) count(m *sim.Model, word int) {
	bodies, width := m.Bodies(), agents.Width(m.Dimensions())
	t.yes.Reset()
	t.no.Reset()
	people, lanes := m.People(), agents.Lanes(m.Dimensions(), word)
	digits := bits.Len(uint(people))
	for first := 0; first < people; first += 16 {
		if width == 1 && first+16 <= people {
			t.add((*[16]agents.Word)(bodies[first:]), digits)
			continue
		}
		var some [16]agents.Word
		for k := range min(16, people-first) {
			some[k] = bodies[(first+k)*width+word]
		}
		t.add(&some, digits)
	}
	t.yes.Keep(lanes)
	t.no.Keep(lanes)
	t.known.SetSum(&t.yes, &t.no)
}

// add counts 16 people.
func (t *tally) add(w *[16]agents.Word, digits int) {
	a, b, c, d := kernel.Add8(
		w[0].Yes, w[1].Yes, w[2].Yes, w[3].Yes, w[4].Yes, w[5].Yes, w[6].Yes, w[7].Yes)
	e, f, g, h := kernel.Add8(
		w[8].Yes, w[9].Yes, w[10].Yes, w[11].Yes, w[12].Yes, w[13].Yes, w[14].Yes, w[15].Yes)
	t.yes.AddSums(a, b, c, d, e, f, g, h, digits)
	a, b, c, d = kernel.Add8(w[0].No, w[1].No, w[2].No, w[3].No, w[4].No, w[5].No, w[6].No, w[7].No)
	e, f, g, h = kernel.Add8(
		w[8].No, w[9].No, w[10].No, w[11].No, w[12].No, w[13].No, w[14].No, w[15].No)
	t.no.AddSums(a, b, c, d, e, f, g, h, digits)
}

// sumOf is the sum of counters.
func sumOf(c *kernel.Counts) uint64 {
	n := uint64(0)
	for j, plane := range c.Planes() {
		n += uint64(ones(plane)) << j
	}
	return n
}

// pairsOf is the sum over the counters of n(n-1), the ordered pairs of those whom a counter counts.
// It is read off the planes: n^2 is the sum over i and j of 2^(i+j), where n has bits i and j.
func pairsOf(c *kernel.Counts) wide {
	var all wide
	planes := c.Planes()
	for i, high := range planes {
		n := uint64(ones(high)) * (1<<i - 1)
		for j, low := range planes[:i] {
			n += uint64(ones(high&low)) << (j + 1)
		}
		all = all.plus(shifted(n, i))
	}
	return all
}

// wide is an integer of 128 bits, from 0 on. The pairs of all people that there can be outgrow 64.
type wide struct{ high, low uint64 }

// shifted is n times 2^by, where by is 0 to 63.
func shifted(n uint64, by int) wide { return wide{n >> (64 - by), n << by} }

// product is a times b.
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

// float is w, rounded; once where w has 64 bits, else perhaps twice.
func (w wide) float() float64 {
	if w.high == 0 {
		return float64(w.low)
	}
	return float64(float64(w.high)*(1<<64)) + float64(w.low)
}

// distinct counts the different bodies of beliefs: 16 bytes and 2 multiplications a person and 64
// dimensions, twice where some are alike.
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

// hash multiplies and folds. Bodies that differ may have the same.
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

// gini is sum_i (2i - N - 1) x_i / (N sum x), x ascending and i from 1; 0 where all are 0. It sorts
// x.
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
