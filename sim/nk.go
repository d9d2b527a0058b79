package sim

import (
	"math/bits"

	"orglearn/agents"
)

// MaxLoci is the largest number N of dimensions of an NK landscape. When the landscape is built,
// all its 2^N bodies of beliefs are scored. A score takes 4 bytes.
const MaxLoci = 24

// MaxContributions is the largest number of contributions of an NK landscape. There are N 2^(K+1)
// of them, of 4 bytes each. So K is at most 19 with 24 dimensions, and any K is allowed with 20 or
// fewer.
const MaxContributions = 1 << 25

// mostPartners returns the largest K for a number of dimensions.
func mostPartners(dimensions int) int {
	return min(dimensions, bits.Len(uint(MaxContributions/dimensions))-1) - 1
}

// Partners says on which other dimensions the contribution of a dimension depends in an NK
// landscape.
type Partners uint8

const (
	Adjacent Partners = iota // the next K dimensions; the first follows the last
	Drawn                    // K other dimensions, drawn uniformly without replacement
	DrawnAny                 // K of all N, drawn uniformly without replacement, perhaps itself too
)

// NK is a rugged landscape (Kauffman and Levin 1987). Each of N dimensions contributes a number,
// drawn uniformly from 0 to 1, that depends on the belief in it and in K others (see Partners). The
// score is the sum of the contributions as integers, 0 to Max: see Decimals. A body with a 0 scores
// -1. So does the norm of a unit whose agenda leaves out a dimension.
type NK struct {
	K        int // 0 to N-1 (see MaxContributions): from one peak to about 2^N/(N+1)
	Partners Partners
	// Decimals is the number of decimals of a contribution, 1 to 6: it counts in units of
	// 10^-Decimals (0: in units of 2^-20).
	Decimals int
	Seen     int // dimensions on whose contributions others judge, drawn per unit and tick (0: all)
}

// New implements Reality.
func (r NK) New(dimensions int, s *agents.Stream) (Landscape, error) {
	if err := r.Fits(dimensions, 1); err != nil {
		return nil, err
	}
	l := &nk{
		parameters: r, n: dimensions,
		depends: make([][]int, dimensions), pays: make([][]int32, dimensions),
	}
	for d := range dimensions {
		l.depends[d] = r.partners(d, dimensions, s)
		l.pays[d] = make([]int32, 1<<len(l.depends[d]))
		r.draw(l.pays[d], s)
	}
	l.scoreAll()
	return l, nil
}

// partners returns the dimensions on which the contribution of d depends, d first.
func (r NK) partners(d, n int, s *agents.Stream) []int {
	on := []int{d}
	if r.Partners == Adjacent {
		for k := 1; k <= r.K; k++ {
			on = append(on, (d+k)%n)
		}
		return on
	}
	drawn := 0
	for _, o := range s.Perm(n) {
		if drawn == r.K {
			break
		}
		if o == d && r.Partners == Drawn {
			continue
		}
		if o != d {
			on = append(on, o)
		}
		drawn++
	}
	return on
}

func (r NK) draw(pays []int32, s *agents.Stream) {
	scale := int32(1)
	for range r.Decimals {
		scale *= 10
	}
	for i := range pays {
		if r.Decimals == 0 {
			pays[i] = int32(s.Uint64() >> 44)
			continue
		}
		// The outer float64 rounds the product. Without it the compiler may fuse product and sum.
		pays[i] = int32(float64(s.Float64()*float64(scale)) + .5)
	}
}

type nk struct {
	parameters NK
	n          int
	depends    [][]int
	pays       [][]int32
	scores     []int32 // by the body's bits
	truth      agents.Knowledge
	max        int32
}

// reach is a contribution that depends on a dimension, and the bit of the dimension in the index of
// its pays.
type reach struct{ locus, bit int }

// scoreAll scores every body of beliefs, in the order of a Gray code. From one body to the next a
// single belief flips. So only the contributions that depend on it are looked up, K+1 on average.
func (l *nk) scoreAll() {
	reaches := make([][]reach, l.n)
	for d, on := range l.depends {
		for j, o := range on {
			reaches[o] = append(reaches[o], reach{d, 1 << j})
		}
	}
	l.scores = make([]int32, 1<<l.n)
	at := make([]int, l.n)
	sum := int32(0)
	for d := range at {
		sum += l.pays[d][0]
	}
	body, best := 0, 0
	l.max, l.scores[0] = sum, sum
	for i := 1; i < len(l.scores); i++ {
		flip := bits.TrailingZeros(uint(i))
		body ^= 1 << flip
		for _, r := range reaches[flip] {
			pays := l.pays[r.locus]
			sum -= pays[at[r.locus]]
			at[r.locus] ^= r.bit
			sum += pays[at[r.locus]]
		}
		l.scores[body] = sum
		if sum > l.max {
			best, l.max = body, sum
		}
	}
	l.truth = agents.Knowledge{{Yes: uint64(best), No: agents.Lanes(l.n, 0) &^ uint64(best)}}
}

func (l *nk) contribution(d int, body uint64) int32 {
	at := 0
	for j, o := range l.depends[d] {
		at |= int(body>>uint(o)&1) << j
	}
	return l.pays[d][at]
}

// Max is the score of the best body.
func (l *nk) Max() int32 { return l.max }

// Truth is the best body.
func (l *nk) Truth() agents.Knowledge { return l.truth }

// Whole reports that a body takes no 0.
func (l *nk) Whole() bool { return true }

// Seen is the number of dimensions on which merit is judged; 0 is all.
func (l *nk) Seen() int { return l.parameters.Seen }

// Score is one look-up.
func (l *nk) Score(k agents.Knowledge) int32 {
	if k[0].Known() != agents.Lanes(l.n, 0) {
		return -1
	}
	return l.scores[k[0].Yes]
}

// Sample draws the dimensions on which merit is judged.
func (l *nk) Sample(s *agents.Stream, seen []uint64) {
	sample(streamOf(s), l.n, l.parameters.Seen, 1, seen)
}

// ScoreOn adds the contributions of the dimensions that are seen.
func (l *nk) ScoreOn(k agents.Knowledge, seen []uint64) int32 {
	if k[0].Known() != agents.Lanes(l.n, 0) {
		return -1
	}
	n := int32(0)
	for left := seen[0]; left != 0; left &= left - 1 {
		n += l.contribution(bits.TrailingZeros64(left), k[0].Yes)
	}
	return n
}

// Turn draws the contributions of each dimension anew with probability rate. The dimensions on
// which they depend stay.
func (l *nk) Turn(rate float64, s *agents.Stream) Landscape {
	c := *l
	c.pays = append([][]int32(nil), l.pays...)
	for d := range c.pays {
		if s.Coin(rate) {
			c.pays[d] = make([]int32, len(l.pays[d]))
			l.parameters.draw(c.pays[d], s)
		}
	}
	c.scoreAll()
	return &c
}
