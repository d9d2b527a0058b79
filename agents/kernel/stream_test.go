package kernel

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"orglearn/agents/internal/chitest"
)

// The numbers of a stream depend on its key, tick and id, and not on what other streams drew.
func TestStreamHasNoHistory(t *testing.T) {
	want := make([]uint64, 9)
	fresh := NewStream(5, 6, 7)
	for k := range want {
		want[k] = fresh.Uint64()
	}
	used, beside := NewStream(1, 2, 3), NewStream(5, 6, 8)
	for drawn := range 5 {
		used.Reset(1, 2, 3)
		for range drawn {
			used.Uint64()
			used.Coins(.3, ones)
		}
		used.Reset(5, 6, 7)
		for k := range want {
			if got := used.Uint64(); got != want[k] {
				t.Fatalf("after %d draws word %d is %x, want %x", drawn, k, got, want[k])
			}
			beside.NormFloat64()
		}
	}
}

func TestStreamsDiffer(t *testing.T) {
	seen := map[uint64]string{}
	for _, key := range []Key{0, 1, 2, 1 << 32, 1 << 63, math.MaxUint64} {
		for tick := range 20 {
			for id := range 50 {
				s := NewStream(key, tick, id)
				for k := range 4 {
					name, w := fmt.Sprint(key, tick, id, k), s.Uint64()
					if seen[w] != "" {
						t.Fatalf("%s and %s are both %x", name, seen[w], w)
					}
					seen[w] = name
				}
			}
		}
	}
}

func TestKeysDiffer(t *testing.T) {
	seen := map[Key]string{}
	for seed := range uint64(10) {
		for replicate := range uint64(10) {
			for _, name := range [][2]string{
				{"", ""}, {"a", ""}, {"", "a"}, {"ab", "c"}, {"a", "bc"}, {"objectify", "line"},
			} {
				id := fmt.Sprint(seed, replicate, name)
				k := NewKey(seed, replicate, name[0], name[1])
				if seen[k] != "" {
					t.Fatalf("%s and %s have the same key", id, seen[k])
				}
				seen[k] = id
			}
		}
	}
}

func TestSeedMoves(t *testing.T) {
	s, o := NewStream(1, 2, 3), NewStream(1, 2, 3)
	for range 6 {
		s.Uint64()
	}
	o.Uint64()
	o.Seed(3)
	if a, b := s.Uint64(), o.Uint64(); a != b {
		t.Errorf("block 3 begins with %x, want %x", b, a)
	}
}

// Some random words would favour some values, and must be drawn again. On 64 bits an n of 3/4 of
// 2^63 shows, modulo 3, whether they are.
func TestIntN(t *testing.T) {
	for _, n := range []int{1, 2, 3, 6, 7, 8, 10, 100} {
		s := NewStream(1991, 0, n)
		observed := make([]int, n)
		for range 20_000 {
			observed[s.IntN(n)]++
		}
		if n == 1 {
			continue
		}
		chitest.Uniform(t, fmt.Sprintf("IntN(%d)", n), observed)
	}
	const most = math.MaxInt
	for _, n := range []int{most/2 + 1, most/2 - 5, most/4*3 + 3, most} {
		s := NewStream(1991, 1, 0)
		parts, rest := make([]int, 8), make([]int, 3)
		for range 20_000 {
			v := s.IntN(n)
			if v < 0 || v >= n {
				t.Fatalf("IntN(%d) = %d", n, v)
			}
			parts[min(v/(n/8), 7)]++
			rest[v%3]++
		}
		chitest.Uniform(t, fmt.Sprintf("IntN(%d), in eighths", n), parts)
		chitest.Uniform(t, fmt.Sprintf("IntN(%d), modulo 3", n), rest)
	}
}

func TestIntNPanics(t *testing.T) {
	for _, n := range []int{0, -1} {
		func() {
			defer func() {
				if r := recover(); r != "agents: IntN of less than 1" {
					t.Errorf("IntN(%d): %v", n, r)
				}
			}()
			NewStream(1, 0, 0).IntN(n)
		}()
	}
}

func TestFloat64(t *testing.T) {
	s := NewStream(1991, 2, 0)
	parts := make([]int, 16)
	for range 20_000 {
		f := s.Float64()
		if f < 0 || f >= 1 || f*(1<<53) != math.Trunc(f*(1<<53)) {
			t.Fatalf("Float64() = %v", f)
		}
		parts[int(f*16)]++
	}
	chitest.Uniform(t, "sixteenths", parts)
}

func TestPermAndShuffle(t *testing.T) {
	s := NewStream(1991, 3, 0)
	perms, shuffles := make([]int, 24), make([]int, 24)
	for range 20_000 {
		perms[number(s.Perm(4))]++
		p := []int{0, 1, 2, 3}
		s.Shuffle(4, func(i, j int) { p[i], p[j] = p[j], p[i] })
		shuffles[number(p)]++
	}
	chitest.Uniform(t, "Perm", perms)
	chitest.Uniform(t, "Shuffle", shuffles)
	if len(s.Perm(0)) != 0 {
		t.Error("a permutation of nothing is not empty")
	}
}

// number numbers the 24 permutations of 0 to 3.
func number(p []int) int {
	n := 0
	for i := range p {
		smaller := 0
		for _, q := range p[i+1:] {
			if q < p[i] {
				smaller++
			}
		}
		n = n*(len(p)-i) + smaller
	}
	return n
}

func TestNormFloat64(t *testing.T) {
	const n = 200_000
	s := NewStream(1991, 4, 0)
	var moments [5]float64
	for range n {
		x := s.NormFloat64()
		if x*(1<<40) != math.Trunc(x*(1<<40)) {
			t.Fatalf("%v is no multiple of 2^-40", x)
		}
		for k, power := 1, x; k <= 4; k, power = k+1, power*x {
			moments[k] += power / n
		}
	}
	// The standard errors of the moments are sqrt of (1, 2, 15, 96) / n.
	for k, want := range []float64{0, 0, 1, 0, 3} {
		variance := []float64{1, 1, 2, 15, 96}[k] / n
		if k > 0 && math.Abs(moments[k]-want) > 4.4*math.Sqrt(variance) {
			t.Errorf("moment %d is %v, want %v", k, moments[k], want)
		}
	}
}

// A rule may draw normal numbers, and shuffle, without allocating.
func TestDrawsDoNotAllocate(t *testing.T) {
	s, list := NewStream(1991, 5, 0), make([]int, 10)
	n := testing.AllocsPerRun(100, func() {
		s.NormFloat64()
		s.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkReset(b *testing.B) {
	s, id := NewStream(1991, 0, 0), 0
	for b.Loop() {
		s.Reset(1991, 0, id)
		s.Uint64()
		id++
	}
}

func TestLane(t *testing.T) { inGo(t, lane) }

func lane(t *testing.T) {
	for number, want := range []int{0, 3, 17, 63} {
		if got := Lane(1|1<<3|1<<17|1<<63, number); got != want {
			t.Errorf("lane %d is %d, want %d", number, got, want)
		}
	}
}

// Spread puts each bit where it belongs.
func TestSpread(t *testing.T) { inGo(t, spreads) }

func spreads(t *testing.T) {
	draw := NewStream(4, 0, 0)
	for words := range 70 {
		sets, places, want := make([]uint64, words), make([]uint64, words), make([]uint64, words)
		for i := range sets {
			sets[i] = draw.Coins(.25, ^uint64(0))
			places[i] = draw.Coins([]float64{0, .1, .5, 1}[draw.IntN(4)], ^uint64(0))
			for rest, k := places[i], 0; rest != 0; rest, k = rest&(rest-1), k+1 {
				want[i] |= rest & -rest & -(sets[i] >> k & 1)
			}
		}
		if Spread(sets, places); !slices.Equal(places, want) {
			t.Fatalf("%x spread are %x, want %x", sets, places, want)
		}
	}
}
