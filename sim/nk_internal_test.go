package sim

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// The scores of an NK landscape are found in the order of a Gray code. They must be the sums of
// contributions looked up one by one.
func TestNKBruteForce(t *testing.T) {
	for number, r := range []NK{
		{}, {K: 1}, {K: 5}, {K: 9}, {K: 5, Partners: Drawn}, {K: 5, Partners: DrawnAny},
		{K: 3, Decimals: 1}, {K: 3, Decimals: 6, Seen: 4},
	} {
		const n = 10
		draw := func(purpose string) *agents.Stream {
			return ruleStream(kernel.NewStream(kernel.NewKey(7, 0, purpose, ""), number, 0))
		}
		built, err := r.New(n, draw("test"))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range []*nk{built.(*nk),
			built.Turn(.5, draw("turn")).(*nk)} {
			l.partnersAreSound(t, r)
			most := int32(0)
			for body := range uint64(1 << n) {
				k := agents.Knowledge{{Yes: body, No: 1<<n - 1 - body}}
				sum, seen := int32(0), int32(0)
				for d := range n {
					at := 0
					for j, o := range l.depends[d] {
						if k.Get(o) > 0 {
							at += 1 << j
						}
					}
					sum += l.pays[d][at]
					if d%3 == 0 {
						seen += l.pays[d][at]
					}
				}
				most = max(most, sum)
				if l.Score(k) != sum {
					t.Fatalf("%+v: body %b scores %d, want %d", r, body, l.Score(k), sum)
				}
				if got := l.ScoreOn(k, []uint64{0b1001001001}); got != seen {
					t.Fatalf("%+v: body %b scores %d on a part, want %d", r, body, got, seen)
				}
			}
			if l.Max() != most || l.Score(l.Truth()) != most {
				t.Errorf("%+v: the most is %d, the truth scores %d, want %d", r, l.Max(),
					l.Score(l.Truth()), most)
			}
		}
	}
}

// partnersAreSound checks the dimensions on which contributions depend, and the range of
// contributions.
func (l *nk) partnersAreSound(t *testing.T, r NK) {
	t.Helper()
	top := int32(1 << 20)
	if r.Decimals > 0 {
		top = 1
		for range r.Decimals {
			top *= 10
		}
	}
	for d, on := range l.depends {
		sorted := slices.Clone(on)
		slices.Sort(sorted)
		least := r.K + 1
		if r.Partners == DrawnAny {
			least = r.K
		}
		if on[0] != d || len(on) < least || len(on) > r.K+1 ||
			len(slices.Compact(sorted)) != len(on) {
			t.Errorf("%+v: contribution %d depends on %v", r, d, on)
		}
		if r.Partners == Adjacent {
			for j, o := range on {
				if o != (d+j)%l.n {
					t.Errorf("%+v: contribution %d depends on %v, want those that come next",
						r, d, on)
				}
			}
		}
		for _, pays := range l.pays[d] {
			if pays < 0 || pays > top {
				t.Errorf("%+v: a contribution of %d, want 0 to %d", r, pays, top)
			}
		}
	}
}
