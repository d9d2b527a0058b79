package agents

import (
	"fmt"
	"testing"

	"orglearn/agents/internal/chitest"
)

func TestAbsorb(t *testing.T) {
	for _, v := range tried {
		internalizes(t, Absorb{v.rate}, v.trials, func(norm, belief int8) chances {
			if norm == 0 {
				return surely(belief)
			}
			return either(v.rate, norm, belief)
		})
	}
}

func TestGradual(t *testing.T) {
	for _, v := range tried {
		internalizes(t, Gradual{v.rate}, v.trials, func(norm, belief int8) chances {
			switch {
			case norm == 0:
				return surely(belief)
			case belief == -norm:
				return either(v.rate, 0, belief)
			}
			return either(v.rate, norm, belief)
		})
	}
}

func TestFill(t *testing.T) {
	for _, v := range tried {
		internalizes(t, Fill{v.rate}, v.trials, func(norm, belief int8) chances {
			if belief != 0 {
				return surely(belief)
			}
			return either(v.rate, norm, belief)
		})
	}
}

// internalizes compares what a rule makes of a belief with its chances, given a norm.
func internalizes(t *testing.T, r Internalizer, trials int, want func(norm, belief int8) chances) {
	t.Helper()
	var c chitest.Tally
	for number, dimensions := range sizes {
		s := newScene(number, dimensions, 1)
		norm := append(Knowledge(nil), s.norm...)
		agree(t, &c, dimensions, trials, func(trial int) Knowledge {
			belief := append(Knowledge(nil), s.belief...)
			s.chance(number, trial)
			r.Internalize(&s.person, s.norm, belief)
			return belief
		}, func(d int) chances { return want(int8(norm.Get(d)), int8(s.belief.Get(d))) })
		if !s.norm.Equal(norm) {
			t.Fatalf("%+v changed the norm", r)
		}
	}
	c.Check(t, fmt.Sprintf("%T%+v", r, r))
}

// Two steps of Gradual turn a belief into its opposite.
func TestGradualTakesTwoSteps(t *testing.T) {
	p := &Person{Dimensions: 1, Stream: newStream(1, 0, 0)}
	norm, belief := Knowledge{{1, 0}}, Knowledge{{0, 1}}
	for _, want := range []Belief{0, 1, 1} {
		Gradual{1}.Internalize(p, norm, belief)
		if got := belief.Get(0); got != want {
			t.Fatalf("the belief is %d, want %d", got, want)
		}
	}
}
