package metrics

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// most is the largest number of people.
const most = 1<<31 - 1

// lanewise holds 64 counters, one after the other.
type lanewise [64]uint64

// planes returns the same counters as bit planes.
func (c *lanewise) planes() *kernel.Counts {
	s := new(kernel.Counts)
	for lane, n := range c {
		for j := range 64 {
			s.Add(n>>j&1<<lane, j)
		}
	}
	return s
}

// sums returns the sum of the counters, and the sum of n(n-1).
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

// hold compares bit-plane counters with plain loops.
func (c *lanewise) hold(t *testing.T, s *kernel.Counts) {
	t.Helper()
	for lane, n := range c {
		if got := uint64(s.At(lane)); got != n {
			t.Fatalf("lane %d counts %d, want %d", lane, got, n)
		}
	}
	sum, pairs := c.sums()
	if got := sumOf(s); !sum.IsUint64() || got != sum.Uint64() {
		t.Errorf("the sum is %d, want %d", got, sum)
	}
	same, both := (&tally{yes: *s, known: *s}).pairs()
	if same != both {
		t.Fatalf("%v pairs of yes, and %v of known, of the same", same, both)
	}
	if got := both.big(); got.Cmp(pairs) != 0 {
		t.Errorf("the pairs are %d, want %d", got, pairs)
	}
}

func (w wide) big() *big.Int {
	n := new(big.Int).SetUint64(w.high)
	return n.Lsh(n, 64).Add(n, new(big.Int).SetUint64(w.low))
}

// upTo draws a number from 0 to limit, with a random number of digits.
func upTo(r *rand.Rand, limit uint64) uint64 {
	return min(limit, r.Uint64()>>r.IntN(64)&(1<<bits.Len64(limit)-1))
}

// FuzzCounters compares the sums and pairs of counters with plain loops. Counters go up to the
// largest number of people.
func FuzzCounters(f *testing.F) {
	for seed := range uint64(50) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 0))
		var want lanewise
		limit := upTo(r, most)
		for lane := range want {
			want[lane] = upTo(r, limit)
		}
		want.hold(t, want.planes())
	})
}

// All counters are at the largest number of people, so 64 bits cannot hold the pairs.
func TestMostPeople(t *testing.T) {
	var all lanewise
	for lane := range all {
		all[lane] = most
	}
	s := all.planes()
	all.hold(t, s)
	_, both := (&tally{known: *s}).pairs()
	if got := share(both, product(64*most, most-1)); got != 1 {
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
		if sum.high != 0 { // float rounds twice
			off = exact / (1 << 52)
		}
		if got := sum.float(); got < exact-off || got > exact+off {
			t.Fatalf("%d is %v, want %v", want, got, exact)
		}
	}
}

// Consensus and diversity are the same ratios of integers as in plain loops, to the last bit. Lanes
// beyond the dimensions do not count.
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
				t.Errorf("%d people, %d dimensions: consensus %v, want %v", people, dimensions,
					got, want)
			}
			if got, want := diversityOf(m), ratio(differ, all); got != want {
				t.Errorf("%d people, %d dimensions: diversity %v, want %v", people, dimensions,
					got, want)
			}
		}
	}
}

// believers returns a model whose people believe +1 in most of some dimensions and have random
// beliefs in the others.
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

// The metrics that a comparison reads at every tick allocate no memory.
func TestNoAllocation(t *testing.T) {
	m := believers(t, rand.New(rand.NewPCG(3, 0)), 100, 130)
	for _, metric := range []Metric{Score, Consensus, Diversity} {
		if n := testing.AllocsPerRun(10, func() { metric.Of(m) }); n != 0 {
			t.Errorf("%s allocates %v times", metric.Name, n)
		}
	}
}
