package practice_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// The rules of levels keep the contract of their kinds.
func TestLevelsConform(t *testing.T) {
	suite := agentstest.Suite{Scenes: 60, NoAllocs: true}
	for _, every := range []int{0, 1, 3, 1000} {
		suite.Objectifier(t, practice.Levels{Of: agents.Superior{Rate: .3}, Every: every})
		suite.Objectifier(t, practice.Levels{Of: agents.Best{},
			Above: agents.Consensus{Share: .75, Ticks: 3}, Every: every})
	}
	for _, rate := range []float64{0, .3, 1} {
		suite.Externalizer(t, practice.Visibility{HideUp: rate, HideDown: 1 - rate})
	}
	beyond := math.MaxInt32
	beyond++ // below 0 where an int has 32 bits
	agentstest.Refuses(t,
		practice.Levels{}, practice.Levels{Of: agents.Best{}, Every: -1},
		practice.Levels{Of: agents.Best{}, Every: beyond},
		practice.Levels{Of: agents.Superior{Rate: 2}},
		practice.Levels{Of: agents.Best{}, Above: agents.Superior{Rate: 2}},
		practice.Visibility{HideUp: -.1}, practice.Visibility{HideDown: math.NaN()},
	)
}

// Which units may decide at a tick, by the obvious count of ticks.
func TestLevelsAgreeWithAPlainCount(t *testing.T) {
	for _, every := range []int{0, 1, 2, 3, 7} {
		decided := false
		r := practice.Levels{Every: every, Of: agents.ObjectifyFunc(
			func(*agents.Unit, *agents.Voices, agents.Knowledge) { decided = true })}
		for level := range 4 {
			period := int(math.Pow(float64(max(every, 1)), float64(level)))
			for tick := range 400 {
				decided = false
				r.Objectify(&agents.Unit{Tick: tick, Level: level}, nil, nil)
				if want := (tick+1)%period == 0; decided != want {
					t.Fatalf("every %d, level %d, tick %d: decided %v", every, level, tick, decided)
				}
			}
		}
	}
}

// A unit has one memory, so rules that remember different amounts do not fit together.
func TestLevelsShareAMemory(t *testing.T) {
	for _, c := range []struct {
		ticks, above int
		fits         bool
	}{{3, 3, true}, {1, 3, false}, {9, 2, false}} {
		r := practice.Levels{Of: agents.Consensus{Share: .75, Ticks: c.ticks},
			Above: agents.Consensus{Share: .75, Ticks: c.above}}
		err := r.Fits(10, 10)
		if (err == nil) != c.fits ||
			err != nil && !strings.HasPrefix(err.Error(), "Levels.Of remembers {Person:0") {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
