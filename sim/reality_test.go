package sim_test

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// chance returns a different stream for each number.
func chance(number int) *agents.Stream {
	return newStream(kernel.NewKey(1991, 0, "test", ""), number, 0)
}

func landscape(t testing.TB, r sim.Reality, dimensions, number int) sim.Landscape {
	t.Helper()
	l, err := r.New(dimensions, chance(number))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// near returns a body that agrees with another in most dimensions, so that blocks are often right.
func near(k agents.Knowledge, dimensions int, r *rand.Rand) agents.Knowledge {
	body := append(agents.Knowledge(nil), k...)
	for d := range dimensions {
		if r.IntN(6) == 0 {
			body.Set(d, agents.Belief(r.IntN(3)-1))
		}
	}
	return body
}

// FuzzScore compares additive and block scores, on all dimensions and on a sample, with the obvious
// loop.
func FuzzScore(f *testing.F) {
	for n := range uint64(400) {
		f.Add(n, uint8(n%9), uint8(n/4), uint8(n%7))
	}
	f.Fuzz(func(t *testing.T, shape uint64, size, blocks, seen uint8) {
		r := rand.New(rand.NewPCG(shape, 1))
		dimensions := max(int(size), 1) * (int(blocks)%40 + 1)
		sample := int(seen) % (dimensions/max(int(size), 1) + 1) * max(int(size), 1)
		var reality sim.Reality = sim.Additive{Seen: sample}
		if size > 0 {
			reality = sim.Blocks{Size: int(size), Seen: sample}
		}
		l := landscape(t, reality, dimensions, int(shape%1000))
		truth := list(l.Truth(), dimensions)
		if got := l.Score(l.Truth()); got != l.Max() || int(got) != dimensions {
			t.Fatalf("%+v of %d: the truth scores %d of %d", reality, dimensions, got, l.Max())
		}
		for range 10 {
			k := near(l.Truth(), dimensions, r)
			body := list(k, dimensions)
			want := obviousScore(body, truth, int(size), nil)
			if got := int(l.Score(k)); got != want {
				t.Fatalf("%+v of %d: score %d, want %d", reality, dimensions, got, want)
			}
			marks := make([]uint64, len(k))
			l.(sim.Sighted).Sample(chance(int(shape%1000)), marks)
			want = 0
			for d := 0; d < dimensions; d += max(int(size), 1) {
				if marks[d/64]>>(d%64)&1 != 0 {
					end := d + max(int(size), 1)
					want += obviousScore(body[d:end], truth[d:end], int(size), nil)
				}
			}
			if got := int(l.(sim.Sighted).ScoreOn(k, marks)); got != want {
				t.Fatalf("%+v of %d: score on %x is %d, want %d", reality, dimensions, marks,
					got, want)
			}
		}
	})
}

// A sample has Seen dimensions in whole blocks, each marked at its first dimension. All blocks are
// drawn with the same probability. The test is a chi-square with one degree of freedom less than
// there are blocks, which must be less than 6 standard deviations above its mean.
func TestSamplesAreUniform(t *testing.T) {
	for _, c := range []struct {
		reality                sim.Reality
		dimensions, size, seen int
	}{
		{sim.Additive{Seen: 16}, 64, 1, 16}, {sim.Additive{Seen: 1}, 5, 1, 1},
		{sim.Additive{Seen: 99}, 100, 1, 99},
		{sim.Blocks{Size: 4, Seen: 16}, 64, 4, 16}, {sim.Blocks{Size: 5, Seen: 35}, 200, 5, 35},
		{sim.Blocks{Size: 70, Seen: 70}, 210, 70, 70},
		{sim.NK{K: 2, Seen: 5}, 12, 1, 5},
	} {
		l := landscape(t, c.reality, c.dimensions, 0).(sim.Sighted)
		if l.Seen() != c.seen {
			t.Errorf("%+v: %d seen, want %d", c.reality, l.Seen(), c.seen)
		}
		const draws = 4000
		times := make([]int, c.dimensions)
		for n := range draws {
			marks := make([]uint64, agents.Width(c.dimensions))
			l.Sample(chance(n), marks)
			total := 0
			for i, word := range marks {
				for ; word != 0; word &= word - 1 {
					times[i*64+bits.TrailingZeros64(word)]++
					total++
				}
			}
			if total*c.size != c.seen {
				t.Fatalf("%+v: a sample of %d blocks, want %d", c.reality, total, c.seen/c.size)
			}
		}
		blocks := c.dimensions / c.size
		p := float64(c.seen) / float64(c.dimensions)
		chi, freedom := 0., float64(blocks-1)
		for d, n := range times {
			if d%c.size != 0 && n > 0 {
				t.Fatalf("%+v: dimension %d is marked, which begins no block", c.reality, d)
			}
			if d%c.size == 0 {
				chi += (float64(n) - draws*p) * (float64(n) - draws*p) / (draws * p * (1 - p)) *
					freedom / float64(blocks)
			}
		}
		if chi > freedom+6*math.Sqrt(2*freedom) {
			t.Errorf("%+v: samples are not uniform: chi-square %.1f with %v degrees of freedom",
				c.reality, chi, freedom)
		}
	}
}

// Truth is +1 and -1 with the same probability. Turn changes each dimension with its rate, in a new
// world.
func TestTurn(t *testing.T) {
	for _, reality := range []sim.Reality{sim.Additive{}, sim.Blocks{Size: 5}} {
		const dimensions = 10000
		l := landscape(t, reality, dimensions, 1)
		truth := append(agents.Knowledge(nil), l.Truth()...)
		yes := 0
		for _, b := range list(truth, dimensions) {
			yes += int(b+1) / 2
		}
		within(t, "yes in the truth", yes, dimensions, .5)
		if truth.Known() != dimensions {
			t.Errorf("%T: the truth of %d dimensions, want %d", reality, truth.Known(), dimensions)
		}
		for _, rate := range []float64{0, .01, .3, 1} {
			turned := l.Turn(rate, chance(2))
			within(t, "turned", turned.Truth().Distance(truth), dimensions, rate)
			if turned.Truth().Known() != dimensions || turned.Score(turned.Truth()) != l.Max() ||
				turned.Max() != l.Max() {
				t.Errorf("%T: after Turn(%v) the truth scores %d of %d", reality, rate,
					turned.Score(turned.Truth()), turned.Max())
			}
		}
		if !l.Truth().Equal(truth) {
			t.Errorf("%T: Turn has changed the world that it was asked of", reality)
		}
	}
}

// within fails if a number of heads is 5 standard deviations from its mean.
func within(t *testing.T, what string, heads, coins int, p float64) {
	t.Helper()
	mean := float64(coins) * p
	if math.Abs(float64(heads)-mean) > 5*math.Sqrt(mean*(1-p)) {
		t.Errorf("%s: %d of %d, want about %.0f", what, heads, coins, mean)
	}
}

func TestRealitiesRefuse(t *testing.T) {
	for _, c := range []struct {
		reality    sim.Reality
		dimensions int
		want       string
	}{
		{sim.Additive{Seen: -1}, 10, "Additive.Seen is -1, want 0 to 10 (the dimensions)"},
		{sim.Additive{Seen: 11}, 10, "Additive.Seen is 11, want 0 to 10 (the dimensions)"},
		{sim.Blocks{}, 10, "Blocks.Size is 0, want 1 to 10 (the dimensions)"},
		{sim.Blocks{Size: 11}, 10, "Blocks.Size is 11, want 1 to 10 (the dimensions)"},
		{sim.Blocks{Size: 4}, 10, "Blocks.Size is 4, want a divisor of 10 (the dimensions)"},
		{sim.Blocks{Size: 5, Seen: 4}, 10, "Blocks.Seen is 4, want 0 to 10 in whole blocks of 5"},
		{sim.Blocks{Size: 5, Seen: 15}, 10, "Blocks.Seen is 15, want 0 to 10 in whole blocks of 5"},
		{sim.NK{}, 25, "NK of 25 dimensions, want 1 to 24"},
		{sim.NK{K: -1}, 10, "NK.K is -1, want 0 to 9 (the dimensions less 1)"},
		{sim.NK{K: 10}, 10, "NK.K is 10, want 0 to 9 (the dimensions less 1)"},
		{sim.NK{Partners: 3}, 10, "NK.Partners is 3, want 0 to 2"},
		{sim.NK{Decimals: 7}, 10, "NK.Decimals is 7, want 0 to 6"},
		{sim.NK{Decimals: -1}, 10, "NK.Decimals is -1, want 0 to 6"},
		{sim.NK{Seen: 11}, 10, "NK.Seen is 11, want 0 to 10 (the dimensions)"},
	} {
		if _, err := c.reality.New(c.dimensions, chance(0)); err == nil || err.Error() != c.want {
			t.Errorf("%#v: error %q, want %q", c.reality, err, c.want)
		}
	}
}
