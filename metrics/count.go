package metrics

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

func ones(lanes uint64) int { return bits.OnesCount64(lanes) }

// eachDimension calls visit with the numbers of people who believe +1 and -1, dimension by
// dimension. It touches 16 bytes a person and 64 dimensions, and takes some 8 operations for them.
func eachDimension(m *sim.Model, visit func(yes, no int64)) {
	for i := range agents.Width(m.Dimensions()) {
		var yes, no kernel.Counts
		for p := range m.People() {
			w := m.Beliefs(p)[i]
			yes.Add(w.Yes, 0)
			no.Add(w.No, 0)
		}
		for lane := range min(64, m.Dimensions()-64*i) {
			visit(int64(yes.At(lane)), int64(no.At(lane)))
		}
	}
}

// distinct counts the different bodies of beliefs. It touches 16 bytes a person and 64 dimensions,
// and takes 2 multiplications for them, twice where some are alike.
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
