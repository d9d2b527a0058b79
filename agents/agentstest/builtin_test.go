package agentstest_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
)

var strict = agentstest.Suite{Scenes: 60, NoAllocs: true}

// Every rule of package agents keeps the contract.
func TestBuiltin(t *testing.T) {
	for _, rate := range []float64{0, .3, 1} {
		strict.Beginner(t, agents.Mixed{Unknown: rate})
		strict.Externalizer(t, agents.Say{Rate: rate})
		strict.Objectifier(t, agents.Superior{Rate: rate})
		strict.Objectifier(t, agents.Superior{Rate: rate, PerVote: true})
		strict.Objectifier(t, agents.Majority{Rate: rate})
		strict.Objectifier(t, agents.Authority{Rate: rate, Weight: 10})
		strict.Objectifier(t, agents.Screen{Rate: rate, Veto: 1 - rate})
		strict.Objectifier(t, agents.Decree{Rate: rate})
		strict.Internalizer(t, agents.Absorb{Rate: rate})
		strict.Internalizer(t, agents.Gradual{Rate: rate})
		strict.Internalizer(t, agents.Fill{Rate: rate})
	}
	strict.Externalizer(t, agents.Act{})
	strict.Objectifier(t, agents.Best{})
	strict.Experiencer(t, agents.Flip{})
	strict.Experiencer(t, agents.Flip{Idle: true})
	for _, ticks := range []int{1, 3, 8} {
		strict.Objectifier(t, agents.Consensus{Share: .75, Ticks: ticks})
	}
}

func TestRefuses(t *testing.T) {
	agentstest.Refuses(t,
		agents.Mixed{Unknown: 2}, agents.Say{Rate: -1}, agents.Absorb{Rate: math.NaN()},
		agents.Gradual{Rate: math.Inf(1)}, agents.Fill{Rate: 1.1}, agents.Superior{Rate: 7},
		agents.Majority{Rate: -.1}, agents.Authority{Weight: -1}, agents.Screen{Veto: 2},
		agents.Decree{Rate: math.NaN()}, agents.Consensus{Share: .4, Ticks: 2},
	)
}

// Functions are rules too, and the zero Suite works.
func TestFuncs(t *testing.T) {
	agentstest.Experiencer(t, agents.TryFunc(func(*person, knowledge, knowledge) bool {
		return false
	}))
	agentstest.Beginner(t, agents.BeginFunc(func(p *person, belief knowledge) {
		belief.Set(p.Dimensions-1, 1)
	}))
	agentstest.Internalizer(t, learns(func(_ *person, norm, belief knowledge) {
		copy(belief, norm)
	}))
}
