package sim_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// march is March (1991) as his program ran: see the table of readings of the paper in sim/models.
func march(p1, p2 float64) sim.Scenario {
	return sim.Scenario{
		Name: "march", People: 50, Dimensions: 30, Ticks: 5000,
		Channels: []sim.Channel{{
			Name:         "code",
			Structure:    network.Organization{},
			Externalize:  agents.Act{},
			Objectify:    agents.Superior{Rate: p2, PerVote: true},
			Internalize:  agents.Gradual{Rate: p1},
			Simultaneous: true,
			ByClaims:     true,
		}},
		Stop: marchEquilibrium,
	}
}

// marchEquilibrium reports whether no belief differs from a code that is not 0, and nobody could
// score above the code even if he guessed right in every dimension in which he has no belief.
func marchEquilibrium(m *sim.Model) bool {
	code := m.Norm(0, 0)
	score := m.Landscape().Score(code)
	for p := range m.People() {
		b := m.Beliefs(p)
		for i, w := range b {
			if w.Differs(code[i])&code[i].Known() != 0 {
				return false
			}
		}
		if m.Landscape().Score(b)+int32(m.Dimensions()-b.Known()) > score {
			return false
		}
	}
	return true
}

// estimate is a mean over replicates and its standard error.
type estimate struct{ mean, se float64 }

func estimated(values []float64) estimate {
	var sum, squares float64
	n := float64(len(values))
	for _, v := range values {
		sum += v
	}
	for _, v := range values {
		squares += (v - sum/n) * (v - sum/n)
	}
	return estimate{sum / n, math.Sqrt(squares / (n - 1) / n)}
}

// values returns, for each scenario, a value at the end of each run. A replicate has the same world
// and first beliefs in all scenarios.
func values(t *testing.T, replicates int, value func(m *sim.Model) float64,
	scenarios ...sim.Scenario) [][]float64 {
	t.Helper()
	all := make([][]float64, len(scenarios))
	for i := range all {
		all[i] = make([]float64, replicates)
	}
	e := sim.Experiment{Scenarios: scenarios, Replicates: replicates, Seed: 1991,
		At: []int{scenarios[0].Ticks}}
	err := e.Run(context.Background(), func(s, r int) sim.Observer {
		return func(m *sim.Model, _ int) { all[s][r] = value(m) }
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func minus(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

func codeKnowledge(m *sim.Model) float64 {
	return float64(m.Landscape().Score(m.Norm(0, 0))) / float64(m.Dimensions())
}

// March (1991), Figure 1: means of the right reading over 2,000 runs. 400 replicates have a
// standard error of up to .005, so .02 is four of them; sim/models tests all 27 points to .01.
func TestMarch1991(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	for _, c := range []struct{ p1, p2, want float64 }{
		{.1, .1, .863}, {.5, .1, .797}, {.9, .1, .812}, {.1, .9, .974}, {.5, .9, .838},
		{.9, .9, .728},
	} {
		e := estimated(values(t, 400, codeKnowledge, march(c.p1, c.p2))[0])
		if math.Abs(e.mean-c.want) > .02 {
			t.Errorf("p1 = %v, p2 = %v: code knowledge %.3f (se %.3f), want %.3f", c.p1, c.p2,
				e.mean, e.se, c.want)
		}
	}
}

func fang(beta float64) sim.Scenario {
	return sim.Scenario{
		Name: fmt.Sprint("fang ", beta), People: 280, Dimensions: 100, Ticks: 3000,
		Reality: sim.Blocks{Size: 5},
		Channels: []sim.Channel{{
			Name:        "contacts",
			Structure:   network.Circles{Of: network.RewiredCaveman{Size: 7, Rewire: beta}},
			Externalize: agents.Say{Rate: 1},
			Objectify:   agents.Superior{Rate: 1},
			Internalize: agents.Absorb{Rate: .3},
		}},
		Stop: absorbed,
	}
}

func absorbed(m *sim.Model) bool {
	if m.Tick()%20 != 0 {
		return false
	}
	over, err := sim.Absorbed(m)
	if err != nil {
		panic(err)
	}
	return over
}

func payoff(m *sim.Model) float64 {
	sum := 0
	for p := range m.People() {
		sum += int(m.Landscape().Score(m.Beliefs(p)))
	}
	return float64(sum) / float64(m.People()) / float64(m.Landscape().Max())
}

// Fang, Lee and Schilling (2010): the optimum lies between isolation and randomness, and isolation
// is far worse than randomness.
func TestFang2010(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	v := values(t, 20, payoff, fang(0), fang(.2), fang(1))
	inside, above := estimated(minus(v[1], v[2])), estimated(minus(v[2], v[0]))
	if inside.mean < 4*inside.se {
		t.Errorf("payoff at beta .2 less that at 1: %.3f (se %.3f), want it many standard "+
			"errors above 0", inside.mean, inside.se)
	}
	if above.mean < .2 {
		t.Errorf("payoff at beta 1 less that at 0: %.3f (se %.3f), want far above 0", above.mean,
			above.se)
	}
}

func lazer(g network.Generator, ticks int) sim.Scenario {
	return sim.Scenario{
		Name: fmt.Sprintf("lazer %T", g), People: 100, Dimensions: 20, Ticks: ticks,
		Reality: sim.NK{K: 5},
		Beliefs: agents.Mixed{Unknown: 0},
		Channels: []sim.Channel{{
			Name:        "contacts",
			Structure:   network.Circles{Of: g},
			Externalize: agents.Say{Rate: 1},
			Objectify:   agents.Best{},
			Internalize: agents.Absorb{Rate: 1},
		}},
		Experience: agents.Flip{Idle: true},
	}
}

// performance returns fitness divided by the global maximum, to the power 8, as a mean over people.
func performance(m *sim.Model) float64 {
	sum := 0.
	for p := range m.People() {
		sum += math.Pow(float64(m.Landscape().Score(m.Beliefs(p)))/float64(m.Landscape().Max()), 8)
	}
	return sum / float64(m.People())
}

// Lazer and Friedman (2007): the complete network is ahead early and loses late.
func TestLazerFriedman2007(t *testing.T) {
	if testing.Short() {
		t.Skip("many replicates")
	}
	for _, c := range []struct {
		ticks int
		sign  float64
	}{{5, 1}, {200, -1}} {
		v := values(t, 40, performance, lazer(network.Complete{}, c.ticks),
			lazer(network.Line{}, c.ticks))
		ahead := estimated(minus(v[0], v[1]))
		if ahead.mean*c.sign < 3*ahead.se {
			t.Errorf("tick %d: the complete network is ahead by %.3f (se %.3f), want the sign "+
				"of %v", c.ticks, ahead.mean, ahead.se, c.sign)
		}
	}
}
