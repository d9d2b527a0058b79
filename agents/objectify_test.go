package agents

import (
	"fmt"
	"math"
	"testing"

	"orglearn/agents/internal/chitest"
)

// vote is the sum of the claims in one dimension, each multiplied by times of its voice.
func (c *scene) vote(d int, times func(k int) int64) int64 {
	sum := int64(0)
	for k, p := range c.ids {
		sum += times(k) * int64(c.said.Row(int(p)).Get(d))
	}
	return sum
}

// above returns 1 for a voice who stands strictly above the unit, else 0.
func (c *scene) above(k int) int64 {
	if c.standing[c.ids[k]] > c.unit.Standing {
		return 1
	}
	return 0
}

// adopted returns the chances of a norm after a vote that is adopted with probability p.
func adopted(sum int64, norm int8, p float64) chances {
	if sum == 0 {
		return surely(norm)
	}
	return either(p, int8(sign(sum)), norm)
}

// objectifies compares what a rule makes of each dimension of a norm with its chances.
func objectifies(
	t *testing.T, r Objectifier, trials int, want func(c *scene, norm int8, d int) chances,
) {
	t.Helper()
	var c chitest.Tally
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
	c.Check(t, fmt.Sprintf("%T%+v", r, r))
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
		r := Superior{Rate: v.rate, PerVote: true}
		objectifies(t, r, v.trials, func(c *scene, norm int8, d int) chances {
			sum := c.vote(d, c.above)
			return adopted(sum, norm, 1-math.Pow(1-v.rate, math.Abs(float64(sum))))
		})
	}
}

func TestMajority(t *testing.T) {
	for _, v := range tried {
		objectifies(t, Majority{v.rate}, v.trials, func(c *scene, norm int8, d int) chances {
			return adopted(c.vote(d, func(int) int64 { return 1 }), norm, v.rate)
		})
	}
}

// The norm becomes the whole body of claims of one of the best voices, or it does not change.
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
				t.Fatalf("%d voices: the norm is %x, which is no claim of one of %v", voices,
					norm, best)
			}
		}
	}
}

// best returns the voices who stand highest, if they stand above the unit.
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

// Voices of equal standing are drawn with equal chances.
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
	chitest.Uniform(t, "voices 1, 3 and 5", []int{drawn[1], drawn[3], drawn[5]})
	if drawn[1]+drawn[3]+drawn[5] != 3000 {
		t.Errorf("the norm was one of the best %v times of 3000", drawn)
	}
}
