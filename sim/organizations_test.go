package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// work is a scenario of one channel, in which everybody says all he believes, for 100 ticks.
func work(s network.Structure, o agents.Objectifier) sim.Scenario {
	return sim.Scenario{
		Name: "work", People: 100, Dimensions: 60, Ticks: 100,
		Channels: []sim.Channel{{
			Name: "work", Structure: s,
			Externalize: agents.Say{Rate: 1}, Objectify: o, Internalize: agents.Absorb{Rate: .1},
		}},
	}
}

// learned returns, for each replicate, the payoff at the end minus the payoff at the beginning.
// Payoff is matches minus mismatches, divided by the dimensions. Without learning the difference is
// 0, with a standard error of about .01 over 40 replicates of 100 people.
func learned(t *testing.T, s sim.Scenario) estimate {
	t.Helper()
	start := s
	start.Name, start.Ticks = s.Name+" at the start", 0
	return estimated(minus(values(t, 40, payoff, s)[0], values(t, 40, payoff, start)[0]))
}

// Linking pins learn with any weight of a leader's vote among the voices that stand above the unit.
func TestLinkingPinsLearn(t *testing.T) {
	for _, weight := range []int{1, 10, 1000} {
		e := learned(t, work(network.Hierarchy{Span: 4},
			agents.Authority{Rate: .5, Weight: weight}))
		if e.mean < .3 {
			t.Errorf("a leader's vote counts %d times: learned %.3f (se %.3f), want .3 at least",
				weight, e.mean, e.se)
		}
	}
}

// A leader's veto makes learning slow, but does not end it.
func TestScreeningSlowsLearning(t *testing.T) {
	open := learned(t, work(network.Hierarchy{Span: 4}, agents.Screen{Rate: .5}))
	screened := learned(t, work(network.Hierarchy{Span: 4}, agents.Screen{Rate: .5, Veto: .9}))
	if screened.mean < .1 || screened.mean > open.mean-4*(open.se+screened.se) {
		t.Errorf("learned %.3f (se %.3f) with a veto, %.3f (se %.3f) without, want less with it "+
			"and .1 at least",
			screened.mean, screened.se, open.mean, open.se)
	}
}

// A leader who decides alone, without regard to standing, teaches his people almost nothing, in any
// structure. Leaders are wrong as often as anybody. The rest is chance.
func TestDecreeTeachesNothing(t *testing.T) {
	e := learned(t, work(network.Hierarchy{Span: 4}, agents.Decree{Rate: .5}))
	if e.mean > .05 {
		t.Errorf("learned %.3f (se %.3f) by decree, want .05 at most", e.mean, e.se)
	}
}

// Teams and communities of practice can be one channel of two kinds of units, or two channels over
// the same people. Both learn more than the teams alone. If all rules are alike and every seat is
// heeded, both learn the same apart from chance.
func TestCommunitiesAsOneChannelAndAsTwo(t *testing.T) {
	rule := agents.Superior{Rate: .5}
	teams := work(network.Isolated{Size: 5}, rule)
	one := work(network.Communities{Team: 5, Size: 5}, rule)
	two := teams
	two.Channels = append(append([]sim.Channel(nil), teams.Channels...),
		work(network.Communities{Team: 5, Size: 5, Alone: true}, rule).Channels...)
	two.Channels[1].Name = "practice"
	m := built(t, two, 1, 0)
	if units := built(t, one, 1, 0).Units(0).Len(); m.Units(0).Len()+m.Units(1).Len() != units {
		t.Errorf("two channels have %d and %d units, want %d in all", m.Units(0).Len(),
			m.Units(1).Len(), units)
	}
	teams.Name, two.Name = "teams", "two"
	v := values(t, 40, payoff, teams, one, two)
	if more := estimated(minus(v[1], v[0])); more.mean < .2 {
		t.Errorf("communities learn %.3f (se %.3f) more than the teams alone, want .2 at least",
			more.mean, more.se)
	}
	if apart := estimated(minus(v[1], v[2])); apart.mean > 4*apart.se || apart.mean < -4*apart.se {
		t.Errorf("one channel learns %.3f (se %.3f) more than two, want no difference", apart.mean,
			apart.se)
	}
}

// Pairs drawn at every tick learn. Lasting pairs do not, because they soon share all that two
// people know.
func TestPairsDrawnEveryTick(t *testing.T) {
	drawn, lasting := work(network.Pairs{}, agents.Superior{Rate: .5}),
		work(network.Isolated{Size: 2}, agents.Superior{Rate: .5})
	drawn.Name, lasting.Name = "drawn", "lasting"
	m := built(t, drawn, 1, 0)
	met := map[int32]bool{}
	for range 50 {
		step(t, m)
		if met[m.Units(0).Voices(7)[0]] = true; len(m.Units(0).Voices(7)) != 1 {
			t.Fatalf("tick %d: person 7 hears %v, want one other", m.Tick(), m.Units(0).Voices(7))
		}
	}
	if len(met) < 30 { // 39 of 99 on average
		t.Errorf("in 50 ticks person 7 met %d people, want about 39", len(met))
	}
	v := values(t, 40, payoff, drawn, lasting)
	if more := estimated(minus(v[0], v[1])); more.mean < .2 {
		t.Errorf("pairs drawn anew learn %.3f (se %.3f) more than lasting ones, want .2 at least",
			more.mean, more.se)
	}
}
