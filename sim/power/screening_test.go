package power_test

import (
	"fmt"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/network"
)

// trials is the number of dimensions: each is a project of its own. The tests allow 5 standard
// errors.
const trials = 64 * 2000

// project returns claims of +1 in every dimension.
func project() agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(trials))
	for d := range trials {
		k.Set(d, 1)
	}
	return k
}

// decide lets a unit of some rule, in which nothing is known, decide on what it hears from below.
// A leader, if there is one, is against.
func decide(s *agents.Stream, rule agents.Objectifier, heard agents.Knowledge, led bool,
) agents.Knowledge {
	claims, standings, ranks := []agents.Knowledge{heard}, []int32{1}, []uint8{0}
	if led {
		against := make(agents.Knowledge, agents.Width(trials))
		for d := range trials {
			against.Set(d, -1)
		}
		claims, standings, ranks = append(claims, against), append(standings, -1),
			append(ranks, uint8(network.Leader))
	}
	norm := make(agents.Knowledge, agents.Width(trials))
	u := agents.Unit{Dimensions: trials, Stream: s}
	rule.Objectify(&u, agents.NewVoices(claims, standings, ranks), norm)
	return norm
}

// share is the share of projects that are accepted.
func share(accepted func(d int) bool) float64 {
	n := 0
	for d := range trials {
		if accepted(d) {
			n++
		}
	}
	return float64(n) / trials
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if margin := 5 * math.Sqrt(want*(1-want)/trials); math.Abs(got-want) > margin+1e-12 {
		t.Errorf("%s: %v, want %v within %v", what, got, want, margin)
	}
}

// Sah and Stiglitz (1986, American Economic Review 76:716-727): each of two bureaus
// accepts a project with probability f. A polyarchy accepts what one of them does, 1-(1-f)^2, and
// a hierarchy what both do, f^2. The difference is 2f(1-f). Here a bureau is a unit whose rule
// takes over at rate f; two in a polyarchy hear the project, and in a hierarchy the second hears
// the first.
func TestSahStiglitz(t *testing.T) {
	s := agents.NewStream(1986)
	for _, f := range []float64{0, .2, .5, .9, 1} {
		rule := agents.Superior{Rate: f}
		a, b := decide(s, rule, project(), false), decide(s, rule, project(), false)
		both := decide(s, rule, a, false)
		poly := share(func(d int) bool { return a.Get(d) > 0 || b.Get(d) > 0 })
		hierarchy := share(func(d int) bool { return both.Get(d) > 0 })
		near(t, fmt.Sprintf("polyarchy, f %v", f), poly, 1-(1-f)*(1-f))
		near(t, fmt.Sprintf("hierarchy, f %v", f), hierarchy, f*f)
		near(t, fmt.Sprintf("difference, f %v", f), share(func(d int) bool {
			return (a.Get(d) > 0 || b.Get(d) > 0) && both.Get(d) == 0
		}), 2*f*(1-f))
	}
}

// A change passes L units, in each of which a leader is against it and blocks it with probability
// v, with probability (1-v)^L.
func TestVetoesInARow(t *testing.T) {
	s := agents.NewStream(15)
	for _, v := range []float64{0, .1, .5, 1} {
		rule := agents.Screen{Rate: 1, Veto: v}
		change := project()
		for level := 1; level <= 5; level++ {
			change = decide(s, rule, change, true)
			near(t, fmt.Sprintf("veto %v, %d levels", v, level),
				share(func(d int) bool { return change.Get(d) > 0 }),
				math.Pow(1-v, float64(level)))
		}
	}
}
