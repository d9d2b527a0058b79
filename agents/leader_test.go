package agents

import (
	"math"
	"testing"

	"orglearn/agents/kernel"
)

func (c *scene) leads(k int) bool { return c.ranks[k] == kernel.Leader }

func TestAuthority(t *testing.T) {
	for _, weight := range []int{0, 1, 10, 1000, MaxWeight} {
		for _, v := range tried {
			objectifies(t, Authority{v.rate, weight}, v.trials,
				func(c *scene, norm int8, d int) chances {
					return adopted(c.vote(d, func(k int) int64 {
						if c.leads(k) {
							return c.above(k) * int64(weight)
						}
						return c.above(k)
					}), norm, v.rate)
				})
		}
	}
}

func TestScreen(t *testing.T) {
	for _, veto := range []float64{0, .3, 1} {
		for _, v := range tried {
			objectifies(t, Screen{Rate: v.rate, Veto: veto},
				max(v.trials, int(200*math.Ceil(veto))), func(c *scene, norm int8, d int) chances {
					sum := c.vote(d, c.above)
					rate := v.rate
					for k := range c.ids {
						if c.leads(k) && int64(c.voices.At(k).Get(d))*sum < 0 {
							rate = v.rate * (1 - veto)
						}
					}
					return adopted(sum, norm, rate)
				})
		}
	}
}

func TestDecree(t *testing.T) {
	for _, v := range tried {
		objectifies(t, Decree{v.rate}, v.trials, func(c *scene, norm int8, d int) chances {
			return adopted(c.vote(d, func(k int) int64 {
				if c.leads(k) {
					return 1
				}
				return 0
			}), norm, v.rate)
		})
	}
}

// Thousands of voices with the greatest weight do not overflow the counters.
func TestManyVoices(t *testing.T) {
	const dimensions = 65
	c := newScene(1, dimensions, 5000)
	c.unit.Standing = -5
	for _, k := range []int{0, 1, 2, 3, 4999} {
		c.ranks[k] = kernel.Leader
	}
	for _, r := range []struct {
		rule  Objectifier
		times func(k int) int64
	}{
		{Superior{Rate: 1}, c.above},
		{Majority{1}, c.above},
		{Authority{1, MaxWeight}, func(k int) int64 {
			if c.leads(k) {
				return MaxWeight
			}
			return 1
		}},
	} {
		norm := append(Knowledge(nil), c.norm...)
		r.rule.Objectify(&c.unit, &c.voices, norm)
		for d := range dimensions {
			want := sign(c.vote(d, r.times))
			if want == 0 {
				want = c.norm.Get(d)
			}
			if got := norm.Get(d); got != want {
				t.Errorf("%+v: dimension %d is %d, want %d", r.rule, d, got, want)
			}
		}
	}
}
