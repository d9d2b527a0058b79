package agents

import (
	"fmt"
	"testing"

	"orglearn/agents/internal/chitest"
)

func TestVoice(t *testing.T) {
	for _, v := range tried {
		said := func(belief int8) chances { return either(v.rate, belief, 0) }
		externalizes(t, Say{v.rate}, v.trials, said)
	}
}

func TestAct(t *testing.T) {
	externalizes(t, Act{}, 200, func(belief int8) chances {
		if belief == 0 {
			return chances{.5, 0, .5}
		}
		return surely(belief)
	})
}

// externalizes compares the claims of a rule with their chances, given a belief.
func externalizes(t *testing.T, r Externalizer, trials int, want func(belief int8) chances) {
	t.Helper()
	var c chitest.Tally
	for number, dimensions := range sizes {
		s := newScene(number, dimensions, 1)
		belief := append(Knowledge(nil), s.belief...)
		agree(t, &c, dimensions, trials, func(trial int) Knowledge {
			claim := make(Knowledge, len(belief))
			s.chance(number, trial)
			r.Externalize(&s.person, s.belief, claim)
			return claim
		}, func(d int) chances { return want(int8(belief.Get(d))) })
		if !s.belief.Equal(belief) {
			t.Fatalf("%+v changed the belief", r)
		}
	}
	c.Check(t, fmt.Sprintf("%T%+v", r, r))
}

func TestMixed(t *testing.T) {
	for _, v := range tried {
		var c chitest.Tally
		for number, dimensions := range sizes {
			s := newScene(number, dimensions, 1)
			agree(t, &c, dimensions, v.trials+20, func(trial int) Knowledge {
				belief := make(Knowledge, Width(dimensions))
				s.chance(number, trial)
				Mixed{v.rate}.Begin(&s.person, belief)
				return belief
			}, func(int) chances { return chances{(1 - v.rate) / 2, v.rate, (1 - v.rate) / 2} })
		}
		c.Check(t, fmt.Sprintf("Mixed{%v}", v.rate))
	}
}
