package metrics

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
)

// most is the largest number of people.
const most = 1<<31 - 1

// lanewise are 64 counters, one after the other.
type lanewise [64]uint64

// planes are the same counters, bit-sliced.
func (c *lanewise) planes(most int) *sliced {
	s := &sliced{}
	s.reset(most)
	for lane, n := range c {
		for j := range s.used {
			s.planes[j] |= n >> j & 1 << lane
		}
	}
	return s
}

// sums are the sum of the counters, and of n(n-1).
func (c *lanewise) sums() (sum, pairs *big.Int) {
	sum, pairs = new(big.Int), new(big.Int)
	for _, n := range c {
		if n == 0 {
			continue
		}
		k := new(big.Int).SetUint64(n)
		sum.Add(sum, k)
		pairs.Add(pairs, new(big.Int).Mul(k, new(big.Int).SetUint64(n-1)))
	}
	return sum, pairs
}

// hold compares bit-sliced counters with the obvious ones.
func (c *lanewise) hold(t *testing.T, s *sliced) {
	t.Helper()
	for lane, n := range c {
		got := uint64(0)
		for j, plane := range s.planes {
			got |= plane >> lane & 1 << j
		}
		if got != n {
			t.Fatalf("lane %d counts %d, want %d", lane, got, n)
		}
	}
	sum, pairs := c.sums()
	if got := s.sum(); !sum.IsUint64() || got != sum.Uint64() {
		t.Errorf("the sum is %d, want %d", got, sum)
	}
	if got := s.pairs().big(); got.Cmp(pairs) != 0 {
		t.Errorf("the pairs are %d, want %d", got, pairs)
	}
}

func (w wide) big() *big.Int {
	n := new(big.Int).SetUint64(w.high)
	return n.Lsh(n, 64).Add(n, new(big.Int).SetUint64(w.low))
}

// upTo draws a number from 0 to limit that has any number of digits.
func upTo(r *rand.Rand, limit uint64) uint64 {
	return min(limit, r.Uint64()>>r.IntN(64)&(1<<bits.Len64(limit)-1))
}

// FuzzCounters holds the counters against the obvious loops: blocks of words, dense or sparse, are
// added to counters that stand anywhere up to the largest number of people.
func FuzzCounters(f *testing.F) {
	for seed := range uint64(50) {
		f.Add(seed, uint8(seed%20))
	}
	f.Fuzz(func(t *testing.T, seed uint64, blocks uint8) {
		r := rand.New(rand.NewPCG(seed, 0))
		var want lanewise
		added := uint64(blocks) * block
		limit := upTo(r, most-added)
		for lane := range want {
			want[lane] = upTo(r, limit)
		}
		got := want.planes(int(limit + added))
		for range blocks {
			words := drawn(r)
			got.add(words)
			for _, w := range words {
				for lane := range want {
					want[lane] += w >> lane & 1
				}
			}
		}
		want.hold(t, got)
		checkPlus(t, r, want, got)
		lanes := r.Uint64()
		got.keep(lanes)
		for lane := range want {
			want[lane] *= lanes >> lane & 1
		}
		want.hold(t, got)
	})
}

// drawn is a block of words, each of all lanes, of none, of half or of few.
func drawn(r *rand.Rand) *[block]uint64 {
	words := &[block]uint64{}
	for k := range words {
		switch r.IntN(4) {
		case 0:
			words[k] = ^uint64(0)
		case 1:
			words[k] = r.Uint64()
		case 2:
			words[k] = r.Uint64() & r.Uint64() & r.Uint64()
		}
	}
	return words
}

// checkPlus adds counters of another length.
func checkPlus(t *testing.T, r *rand.Rand, a lanewise, sliced *sliced) {
	t.Helper()
	var b lanewise
	limit := upTo(r, most)
	for lane := range b {
		b[lane] = upTo(r, limit)
		a[lane] += b[lane]
	}
	sum := sliced.plus(b.planes(int(limit)))
	a.hold(t, &sum)
}

// All counters stand at the largest number of people: 64 bits do not hold the pairs.
func TestMostPeople(t *testing.T) {
	var all lanewise
	for lane := range all {
		all[lane] = most
	}
	s := all.planes(most)
	all.hold(t, s)
	if got := share(s.pairs(), product(64*most, most-1)); got != 1 {
		t.Errorf("the share of all pairs is %v, want 1", got)
	}
}

func TestWide(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	for range 10_000 {
		a, b := upTo(r, 1<<63-1), upTo(r, 1<<62)
		x, y := product(a, b), shifted(upTo(r, 1<<40), r.IntN(32))
		want := new(big.Int).Mul(new(big.Int).SetUint64(a), new(big.Int).SetUint64(b))
		if x.big().Cmp(want) != 0 {
			t.Fatalf("%d times %d is %d, want %d", a, b, x.big(), want)
		}
		sum := x.plus(y)
		if want.Add(want, y.big()); sum.big().Cmp(want) != 0 {
			t.Fatalf("%d and %d are %d, want %d", x.big(), y.big(), sum.big(), want)
		}
		if back := sum.minus(y); back != x {
			t.Fatalf("%d less %d is %d, want %d", sum.big(), y.big(), back.big(), x.big())
		}
		exact, _ := new(big.Float).SetInt(want).Float64()
		off := 0.
		if sum.high != 0 { // it is rounded twice
			off = exact / (1 << 52)
		}
		if got := sum.float(); got < exact-off || got > exact+off {
			t.Fatalf("%d is %v, want %v", want, got, exact)
		}
	}
}

// Consensus and diversity are the ratios of integers that the obvious loops give, to the last bit.
// Lanes beyond the dimensions do not count.
func TestSharesOfPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 0))
	for _, people := range []int{2, 3, 15, 16, 17, 31, 32, 33, 100, 257} {
		for _, dimensions := range []int{1, 3, 63, 64, 65, 130} {
			m := believers(t, r, people, dimensions)
			same, differ := int64(0), int64(0)
			for d := range dimensions {
				var n [3]int64
				for p := range people {
					n[m.Beliefs(p).Get(d)+1]++
				}
				all := int64(people)
				same += n[0]*(n[0]-1) + n[2]*(n[2]-1)
				differ += all*all - n[0]*n[0] - n[1]*n[1] - n[2]*n[2]
			}
			all := int64(people) * int64(people-1) * int64(dimensions)
			if got, want := consensusOf(m), ratio(same, all); got != want {
				t.Errorf("%d people, %d dimensions: consensus %v, want %v", people, dimensions, got, want)
			}
			if got, want := diversityOf(m), ratio(differ, all); got != want {
				t.Errorf("%d people, %d dimensions: diversity %v, want %v", people, dimensions, got, want)
			}
		}
	}
}

// believers is a model whose people believe +1 in most of some dimensions, and anything in others.
func believers(t *testing.T, r *rand.Rand, people, dimensions int) *sim.Model {
	t.Helper()
	s := sim.Scenario{Name: "believers", People: people, Dimensions: dimensions, Ticks: 1}
	m, err := sim.New(s, r.Uint64(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for word := range agents.Width(dimensions) {
		agreed := r.Uint64()
		for p := range people {
			yes := r.Uint64() | agreed&(r.Uint64()|r.Uint64())
			m.Beliefs(p)[word] = agents.Word{Yes: yes, No: r.Uint64() &^ yes}
		}
	}
	return m
}

// What a comparison reads at every tick takes no memory.
func TestNoAllocation(t *testing.T) {
	m := believers(t, rand.New(rand.NewPCG(3, 0)), 100, 130)
	for _, metric := range []Metric{Score, Consensus, Diversity} {
		if n := testing.AllocsPerRun(10, func() { metric.Of(m) }); n != 0 {
			t.Errorf("%s allocates %v times", metric.Name, n)
		}
	}
}
