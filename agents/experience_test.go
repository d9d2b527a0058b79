package agents

import (
	"testing"

	"orglearn/agents/internal/chitest"
)

// Flip tries each dimension with equal chances. It tries the opposite of a belief, or either if
// there is none.
func TestFlip(t *testing.T) {
	const dimensions = 5
	p := &Person{Dimensions: dimensions, Stream: newStream(1991, 0, 0)}
	belief := Knowledge{{0b00011, 0b00100}}
	drawn, coins := make([]int, dimensions), make([]int, 2)
	for range 10_000 {
		trial := append(Knowledge(nil), belief...)
		if !(Flip{}).Try(p, belief, trial) || !sound(trial, dimensions) ||
			trial.Distance(belief) != 1 {
			t.Fatalf("the trial of %x is %x", belief, trial)
		}
		for d := range dimensions {
			was, is := belief.Get(d), trial.Get(d)
			switch {
			case was == is:
				continue
			case was != 0 && is != -was:
				t.Fatalf("dimension %d was %d and is tried as %d", d, was, is)
			case was == 0:
				coins[(is+1)/2]++
			}
			drawn[d]++
		}
	}
	chitest.Uniform(t, "dimensions", drawn)
	chitest.Uniform(t, "coins where nothing is believed", coins)
}

func TestFlipIdle(t *testing.T) {
	p := &Person{Dimensions: 1, Stream: newStream(1991, 0, 0)}
	belief, trial := Knowledge{{1, 0}}, Knowledge{{1, 0}}
	for took, want := range []bool{true, false, false} {
		p.Took = took
		copy(trial, belief)
		if got := (Flip{Idle: true}).Try(p, belief, trial); got != want ||
			trial.Equal(belief) == want {
			t.Errorf("who took %d over tries: %v", took, got)
		}
	}
}
