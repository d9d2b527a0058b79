package metrics

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

func ones(lanes uint64) int { return bits.OnesCount64(lanes) }

// tally is the numbers of people who believe +1 and -1 in 64 dimensions.
type tally struct{ yes, no sliced }

// count counts the people in the dimensions of a word: 16 bytes and some 16 operations a person.
func (t *tally) count(m *sim.Model, word int) {
	people := m.People()
	t.yes.reset(people)
	t.no.reset(people)
	var yes, no [block]uint64
	for first := 0; first < people; first += block {
		n := min(block, people-first)
		for k := range n {
			w := m.Beliefs(first + k)[word]
			yes[k], no[k] = w.Yes, w.No
		}
		if n < block {
			clear(yes[n:])
			clear(no[n:])
		}
		t.yes.add(&yes)
		t.no.add(&no)
	}
	lanes := agents.Lanes(m.Dimensions(), word)
	t.yes.keep(lanes)
	t.no.keep(lanes)
}

// block is how many words a counter adds at a time.
const block = 16

// sliced are 64 counters, bit-sliced: lane l of plane j is bit j of counter l. The first so many
// planes are used, and the others are 0. A counter counts to 2^32-1, more than there can be people.
type sliced struct {
	planes [32]uint64
	used   int
}

// reset sets the counters to 0. None of them is to count beyond most.
func (c *sliced) reset(most int) { *c = sliced{used: bits.Len(uint(most))} }

// add counts the lanes of 16 words. Carry-save adders take 3 words of a weight, and make of them
// one of that weight and one of twice the weight (Harley and Seal).
func (c *sliced) add(w *[block]uint64) {
	one, two, four, eight := c.planes[0], c.planes[1], c.planes[2], c.planes[3]
	one, two, four, a := eights(one, two, four, (*[8]uint64)(w[:8]))
	one, two, four, b := eights(one, two, four, (*[8]uint64)(w[8:]))
	eight, carry := adder(eight, a, b)
	c.planes[0], c.planes[1], c.planes[2], c.planes[3] = one, two, four, eight
	for j := 4; j < c.used; j++ {
		c.planes[j], carry = c.planes[j]^carry, c.planes[j]&carry
	}
}

// eights counts the lanes of 8 words into 3 planes, and returns the lanes that carry.
func eights(one, two, four uint64, w *[8]uint64) (ones, twos, fours, carry uint64) {
	one, a := adder(one, w[0], w[1])
	one, b := adder(one, w[2], w[3])
	two, d := adder(two, a, b)
	one, a = adder(one, w[4], w[5])
	one, b = adder(one, w[6], w[7])
	two, e := adder(two, a, b)
	four, carry = adder(four, d, e)
	return one, two, four, carry
}

// adder adds three words lane by lane: sum has the weight of the words, carry twice that.
func adder(a, b, c uint64) (sum, carry uint64) {
	half := a ^ b
	return half ^ c, a&b | half&c
}

// plus is c and o, added counter by counter.
func (c *sliced) plus(o *sliced) sliced {
	s, carry := sliced{used: max(c.used, o.used)}, uint64(0)
	for j := range s.used {
		s.planes[j], carry = adder(c.planes[j], o.planes[j], carry)
	}
	if carry != 0 {
		s.planes[s.used] = carry
		s.used++
	}
	return s
}

// keep sets the counters of all other lanes to 0.
func (c *sliced) keep(lanes uint64) {
	for j := range c.used {
		c.planes[j] &= lanes
	}
}

// sum is the sum of the counters.
func (c *sliced) sum() uint64 {
	n := uint64(0)
	for j := range c.used {
		n += uint64(ones(c.planes[j])) << j
	}
	return n
}

// pairs is the sum over the counters of n(n-1), the ordered pairs of those whom a counter counts.
// It is read off the planes: n^2 is the sum over i and j of 2^(i+j), where n has bits i and j.
func (c *sliced) pairs() wide {
	var all wide
	for i := range c.used {
		high := c.planes[i]
		n := uint64(ones(high)) * (1<<i - 1)
		for j := range i {
			n += uint64(ones(high&c.planes[j])) << (j + 1)
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

// distinct counts the different bodies of beliefs: 16 bytes and 2 multiplications a person and 64 dimensions, twice where some are alike.
func distinct(m *sim.Model) int {
	alike := make(map[uint64][]int, m.People())
	n := 0
	for p := range m.People() {
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

// gini is sum_i (2i - N - 1) x_i / (N sum x), x ascending and i from 1; 0 where all are 0. It sorts x.
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
