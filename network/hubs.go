package network

import (
	"fmt"
	"math"
	"slices"
	"sort"
)

// MaxHubbiness is the largest Hubbiness of Hubs.
const MaxHubbiness = 4

// Hubs is a random network in which some people have far more ties than others. Its density is the
// same for every Hubbiness.
//
// Each person has a number r in 1..n, his order of preference. People make ties in this order, and
// each makes Ties ties to others to whom he is not tied yet. A person is drawn as the other end
// with a probability in proportion to r^-Hubbiness, where r is his own number. This preference is
// that of Goh, Kahng and Kim (2001, Physical Review Letters 87:278701). The table gives the number
// of ties of the first person among 280 who make 3 ties each.
//
//	Hubbiness  ties
//	0          12    nobody is preferred: a random network, equal except for chance
//	.5         29
//	1          118   there are hubs of all sizes
//	2          269
//	4          279   all are tied to the same few
//
// There are always n*Ties ties, nobody has fewer than Ties, and the mean is 2*Ties. A person who is
// tied to everybody before his turn ends cannot make all his ties. Other people, drawn with equal
// probabilities, then make the missing ones.
//
// The graph renumbers people by their ties: person 0 has the most. Among people with equally many
// ties, the lower r comes first. So the hubs are the first people.
type Hubs struct {
	Ties      int     // ties that each person makes: 0 to (n-1)/2
	Hubbiness float64 // 0 to MaxHubbiness
}

// Validate reports a negative number of ties and a Hubbiness out of its range.
func (h Hubs) Validate() error {
	if !(h.Hubbiness >= 0 && h.Hubbiness <= MaxHubbiness) {
		return fmt.Errorf("network: Hubs.Hubbiness is %v, want 0 to %d", h.Hubbiness, MaxHubbiness)
	}
	return checkLeast("Hubs.Ties", h.Ties, 0)
}

// Graph takes about log n steps for each tie. If 20 draws find no free partner, a tie takes n
// steps.
func (h Hubs) Graph(n int, src Source) (*Graph, error) {
	if err := h.Fits(0, n); err != nil {
		return nil, err
	}
	d := newHubDraw(n, n*h.Ties, h.Hubbiness)
	for p := range n {
		for range h.Ties {
			d.tie(int32(p), src)
		}
	}
	for len(d.pairs) < n*h.Ties {
		d.tie(int32(src.IntN(n)), src)
	}
	d.number()
	return mutualGraph(n, slices.Values(d.pairs)), nil
}

// hubDraw draws the ties of people who are numbered by r, from 0.
type hubDraw struct {
	pairs   []pair
	set     *tieSet
	degrees []int32
	weights []float64
	sums    []float64 // the sum of the weights up to each person
}

func newHubDraw(n, ties int, hubbiness float64) *hubDraw {
	d := &hubDraw{
		pairs: make([]pair, 0, ties), degrees: make([]int32, n), weights: make([]float64, n),
		sums: make([]float64, n),
	}
	d.set = newTieSet(ties, slotsToAdd, func(i int) uint64 { return d.pairs[i].key() })
	sum := 0.
	for p := range d.weights {
		d.weights[p] = digits12(math.Pow(float64(p+1), -hubbiness))
		sum += d.weights[p]
		d.sums[p] = sum
	}
	return d
}

// tie lets a person make one tie, unless he is tied to everybody.
func (d *hubDraw) tie(p int32, src Source) {
	if int(d.degrees[p]) == len(d.degrees)-1 {
		return
	}
	v := d.other(p, src)
	d.set.add(tieKey(p, v), len(d.pairs))
	d.pairs = append(d.pairs, pair{p, v})
	d.degrees[p]++
	d.degrees[v]++
}

// other draws a person to whom p is not tied. It tries a few draws from all people, and then draws
// from the free ones only.
func (d *hubDraw) other(p int32, src Source) int32 {
	const tries = 20
	for range tries {
		if v := draw(d.sums, src); d.open(p, v) {
			return v
		}
	}
	left := make([]int32, 0, len(d.weights))
	sums := make([]float64, 0, len(d.weights))
	sum := 0.
	for v, w := range d.weights {
		if d.open(p, int32(v)) {
			sum += w
			left, sums = append(left, int32(v)), append(sums, sum)
		}
	}
	return left[draw(sums, src)]
}

func (d *hubDraw) open(p, v int32) bool { return v != p && !d.set.has(tieKey(p, v)) }

// number renumbers people by their ties.
func (d *hubDraw) number() {
	order := make([]int32, len(d.degrees))
	for p := range order {
		order[p] = int32(p)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(d.degrees[b] - d.degrees[a]) })
	number := make([]int32, len(order))
	for i, p := range order {
		number[p] = int32(i)
	}
	for i, p := range d.pairs {
		d.pairs[i] = pair{number[p.a], number[p.b]}
	}
}

// draw draws an index in proportion to its weight. sums holds the sum of the weights up to each
// index.
func draw(sums []float64, src Source) int32 {
	last := len(sums) - 1
	at := float64(src.Float64() * sums[last])
	return int32(sort.Search(last, func(i int) bool { return sums[i] > at }))
}

// digits12 rounds x to about 12 digits. The last digits of functions of package math differ between
// platforms.
func digits12(x float64) float64 {
	digits, exponent := math.Frexp(x)
	return math.Ldexp(math.Round(digits*(1<<40))/(1<<40), exponent)
}
