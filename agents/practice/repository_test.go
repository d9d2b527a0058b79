package practice_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// A repository keeps the contract of an Objectifier, whatever writes in it.
func TestRepositoryConforms(t *testing.T) {
	suite := agentstest.Suite{Scenes: 60, NoAllocs: true}
	for _, fade := range []float64{0, .3, 1} {
		for _, of := range []agents.Objectifier{
			agents.Superior{Rate: .3}, agents.Consensus{Share: .75, Ticks: 3},
			practice.Vote{Rate: .4, Hold: .5},
		} {
			suite.Objectifier(t, practice.Repository{Of: of, Until: 2, Fade: fade})
			suite.Objectifier(t, practice.Repository{Of: of, Fade: fade})
		}
	}
	agentstest.Refuses(t,
		practice.Repository{}, practice.Repository{Of: agents.Best{}, Until: -1},
		practice.Repository{Of: agents.Best{}, Fade: -.1},
		practice.Repository{Of: agents.Best{}, Fade: math.NaN()},
		practice.Repository{Of: agents.Superior{Rate: 2}},
	)
}

// Who can be sure that nothing changes: nobody, where entries are lost and written again.
func TestRepositoryIsMonotone(t *testing.T) {
	for _, c := range []struct {
		rule practice.Repository
		want bool
	}{
		{practice.Repository{Of: agents.Superior{Rate: .5}, Until: 3}, true},
		{practice.Repository{Of: agents.Superior{Rate: .5}, Fade: .5}, false},
		{practice.Repository{Of: agents.Best{}}, false},
		{practice.Repository{Of: writes(nil)}, false},
	} {
		if got := c.rule.Monotone(); got != c.want {
			t.Errorf("%+v: monotone is %v", c.rule, got)
		}
	}
}

// writes is a rule that writes a body.
type writes agents.Knowledge

func (r writes) Objectify(_ *agents.Unit, _ *agents.Voices, norm agents.Knowledge) {
	copy(norm, r)
}

// drawBody draws -1, 0 and +1 in some dimensions.
func drawBody(r *rand.Rand, dimensions int) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(dimensions))
	for d := range dimensions {
		k.Set(d, agents.Belief(r.IntN(3)-1))
	}
	return k
}

// A slow loop from the comment of the rule: an entry that is lost is empty, and then what is said
// is written, before Until.
func TestRepositoryAgreesWithAPlainLoop(t *testing.T) {
	draw := rand.New(rand.NewPCG(9, 2005))
	for range 400 {
		dimensions := 1 + draw.IntN(150)
		rule := practice.Repository{Until: draw.IntN(4), Fade: math.Round(4*draw.Float64()) / 4}
		of := agents.Majority{Rate: draw.Float64()}
		rule.Of = of
		said := agents.NewVoices([]agents.Knowledge{drawBody(draw, dimensions)}, nil, nil)
		norm, seed, tick := drawBody(draw, dimensions), draw.Uint64(), draw.IntN(5)
		want := plainRepository(rule, of, said, norm, dimensions, seed, tick)
		u := agents.Unit{Tick: tick, Dimensions: dimensions, Stream: agents.NewStream(seed)}
		rule.Objectify(&u, said, norm)
		if !norm.Equal(want) {
			t.Fatalf("%+v at tick %d: %v, want %v", rule, tick, norm, want)
		}
	}
}

func plainRepository(rule practice.Repository, of agents.Majority, said *agents.Voices,
	norm agents.Knowledge, dimensions int, seed uint64, tick int) agents.Knowledge {
	s, want := agents.NewStream(seed), norm.Clone()
	if rule.Fade > 0 {
		lost := make([]uint64, len(norm))
		for d := range dimensions {
			if norm.Get(d) != 0 {
				lost[d/64] |= 1 << (d % 64)
			}
		}
		s.Flip(rule.Fade, lost)
		for d := range dimensions {
			if lost[d/64]>>(d%64)&1 == 1 {
				want.Set(d, 0)
			}
		}
	}
	if rule.Until > 0 && tick >= rule.Until {
		return want
	}
	of.Objectify(&agents.Unit{Tick: tick, Dimensions: dimensions, Stream: s}, said, want)
	return want
}

// With Fade .1 half of the entries that nobody writes again are left after ln(1/2)/ln(.9) = 6.6
// ticks, and (1-.1)^t after t. Bounds are 4 standard errors of a binomial count.
func TestFadeHasAHalfLife(t *testing.T) {
	const dimensions, fade = 1 << 16, .1
	norm := make(agents.Knowledge, agents.Width(dimensions))
	for i := range norm {
		norm[i] = agents.Word{Yes: ^uint64(0)}
	}
	rule := practice.Repository{Of: agents.Superior{Rate: 1}, Until: 1, Fade: fade}
	said := agents.NewVoices(nil, nil, nil)
	halved := 0
	for tick := 1; tick <= 20; tick++ {
		u := agents.Unit{Tick: tick, Dimensions: dimensions, Stream: agents.NewStream(uint64(tick))}
		rule.Objectify(&u, said, norm)
		left, want := float64(norm.Known())/dimensions, math.Pow(1-fade, float64(tick))
		if bound := 4 * math.Sqrt(want*(1-want)/dimensions); math.Abs(left-want) > bound {
			t.Errorf("after %d ticks %.4f are left, want %.4f within %.4f", tick, left, want, bound)
		}
		if halved == 0 && left < .5 {
			halved = tick
		}
	}
	if halved != 7 { // the first tick after 6.6
		t.Errorf("half of the entries are lost at tick %d, want 7", halved)
	}
}

// In a repository that keeps strengths, they are those of its rule.
func TestRepositoryKeepsStrengths(t *testing.T) {
	for of, want := range map[agents.Objectifier]bool{
		practice.Vote{Rate: .5}: true, agents.Superior{Rate: .5}: false,
	} {
		if got := practice.KeepsStrengths(practice.Repository{Of: of}); got != want {
			t.Errorf("%T: keeps strengths is %v", of, got)
		}
	}
}
