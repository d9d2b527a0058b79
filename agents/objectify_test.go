package agents

import (
	"fmt"
	"math"
	"math/bits"
	"testing"
)

// vote is the sum of what voices claim in one dimension, each as often as times says.
func (c *scene) vote(d int, times func(k int) int64) int64 {
	sum := int64(0)
	for k, p := range c.ids {
		sum += times(k) * int64(c.said.Row(int(p)).Get(d))
	}
	return sum
}

// above is 1 for a voice who stands strictly above the unit, else 0.
func (c *scene) above(k int) int64 {
	if c.standing[c.ids[k]] > c.unit.Standing {
		return 1
	}
	return 0
}

// adopted is what a vote makes of a norm, with probability p.
func adopted(sum int64, norm int8, p float64) chances {
	if sum == 0 {
		return surely(norm)
	}
	return either(p, int8(sign(sum)), norm)
}

// objectifies holds a rule against what may become of each dimension of a norm.
func objectifies(t *testing.T, r Objectifier, trials int, want func(c *scene, norm int8, d int) chances) {
	t.Helper()
	var c tally
	for number, voices := range numbers {
		dimensions := sizes[number%len(sizes)]
		s := newScene(number, dimensions, voices)
		said := s.said.Clone()
		agree(t, &c, dimensions, trials, func(trial int) Knowledge {
			norm := append(Knowledge(nil), s.norm...)
			s.chance(number, trial)
			r.Objectify(&s.unit, &s.voices, norm)
			return norm
		}, func(d int) chances { return want(s, int8(s.norm.Get(d)), d) })
		if !s.said.Equal(said) {
			t.Fatalf("%+v changed the claims", r)
		}
	}
	c.check(t, fmt.Sprintf("%T%+v", r, r))
}

func TestSuperior(t *testing.T) {
	for _, v := range tried {
		objectifies(t, Superior{Rate: v.rate}, v.trials, func(c *scene, norm int8, d int) chances {
			return adopted(c.vote(d, c.above), norm, v.rate)
		})
	}
}

func TestSuperiorPerVote(t *testing.T) {
	for _, v := range tried {
		objectifies(t, Superior{Rate: v.rate, PerVote: true}, v.trials, func(c *scene, norm int8, d int) chances {
			sum := c.vote(d, c.above)
			return adopted(sum, norm, 1-math.Pow(1-v.rate, math.Abs(float64(sum))))
		})
	}
}

// 1-(1-p)^k of a very small p is not lost to rounding.
func TestPerVoteOfSmallRates(t *testing.T) {
	s, one, many := NewStream(1991, 0, 0), new(counts), new(counts)
	one.addTimes(ones, 1)
	many.addTimes(ones, 1<<30)
	var c tally
	for k := range 2000 {
		heads := bits.OnesCount64(s.coinsPerVote(0x1p-32, k, ones, many))
		p := -math.Expm1(-.25)
		c.cells([]int{heads, 64 - heads}, []float64{p, 1 - p})
	}
	c.check(t, "2^30 votes at a rate of 2^-32")
	s.AllHeads(true)
	if s.coinsPerVote(1e-17, 0, ones, one) != ones {
		t.Error("a rate of 1e-17 never comes up heads")
	}
}

func TestMajority(t *testing.T) {
	for _, v := range tried {
		objectifies(t, Majority{v.rate}, v.trials, func(c *scene, norm int8, d int) chances {
			return adopted(c.vote(d, func(int) int64 { return 1 }), norm, v.rate)
		})
	}
}

// The norm is what one of the best claims, whole, or what it was.
func TestBest(t *testing.T) {
	for number, voices := range numbers {
		c := newScene(number, sizes[number%len(sizes)], voices)
		best := c.best()
		for trial := range 20 {
			norm := append(Knowledge(nil), c.norm...)
			c.chance(number, trial)
			Best{}.Objectify(&c.unit, &c.voices, norm)
			found := len(best) == 0 && norm.Equal(c.norm)
			for _, k := range best {
				found = found || norm.Equal(c.voices.At(k))
			}
			if !found {
				t.Fatalf("%d voices: the norm is %x, which is no claim of one of %v", voices, norm, best)
			}
		}
	}
}

// best are the voices who stand highest, if above the unit.
func (c *scene) best() []int {
	var best []int
	most := c.unit.Standing
	for k := range c.ids {
		switch s := c.voices.Standing(k); {
		case s > most:
			best, most = []int{k}, s
		case s == most && most > c.unit.Standing:
			best = append(best, k)
		}
	}
	return best
}

// Of those who stand alike each is drawn alike.
func TestBestIsFair(t *testing.T) {
	c := newScene(3, 100, 7)
	for k, p := range c.ids {
		c.standing[p] = int32(k & 1 * 9)
		for d := range c.ids {
			c.said.Row(int(p)).Set(d, Belief(k-d)) // no two say the same
		}
	}
	drawn := make([]int, 7)
	for trial := range 3000 {
		norm := append(Knowledge(nil), c.norm...)
		c.chance(3, trial)
		Best{}.Objectify(&c.unit, &c.voices, norm)
		for k := range drawn {
			if norm.Equal(c.voices.At(k)) {
				drawn[k]++
				break
			}
		}
	}
	uniform(t, "voices 1, 3 and 5", []int{drawn[1], drawn[3], drawn[5]})
	if drawn[1]+drawn[3]+drawn[5] != 3000 {
		t.Errorf("the norm was one of the best %v times of 3000", drawn)
	}
}
