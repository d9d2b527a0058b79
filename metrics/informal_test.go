package metrics_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/sim"
)

// By hand: half of twelve people read three entries, and the others learn one norm of their teams.
// So 18 of 24 beliefs come from the repository.
func TestInformalShare(t *testing.T) {
	s := readers()
	s.Channels[1].Participate = agents.PartFunc(
		func(p *agents.Person, _ *agents.Unit, _ uint8) agents.Part { return part(p.ID < 6) })
	s.Channels[0].Participate = agents.PartFunc(
		func(p *agents.Person, _ *agents.Unit, _ uint8) agents.Part { return part(p.ID >= 6) })
	m := modelOf(t, s, 0)
	share, rest := metrics.InformalShare("shelf"), metrics.InformalShare(channel)
	if v := share.Of(m); !math.IsNaN(v) {
		t.Errorf("of nothing the share is %v", v)
	}
	write(m, 1, -1, 1)
	for u := range m.Norms(0) {
		know(m, m.Norm(0, u), 1)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if a, b := share.Of(m), rest.Of(m); a != .75 || b != .25 {
		t.Errorf("the shares are %v and %v, want .75 and .25", a, b)
	}
	if v := metrics.InformalShare(channel, "shelf").Of(m); v != 1 {
		t.Errorf("the share of all channels is %v", v)
	}
	for _, c := range []struct {
		channels []string
		want     string
	}{
		{nil, "no channel is named"}, {[]string{"rest"}, `no channel "rest"`},
		{[]string{"shelf", "shelf"}, "named twice"},
	} {
		err := metrics.InformalShare(c.channels...).Fits(s)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %s", c.channels, err, c.want)
		}
	}
}

func part(hears bool) agents.Part {
	if hears {
		return agents.Both
	}
	return agents.Heard
}

// What is asked counts as what is taken over.
func TestInformalShareCountsAnswers(t *testing.T) {
	s := readers()
	s.Activity = practice.Shares{Ask: 16}
	for i := range s.Channels {
		s.Channels[i].Ask = practice.Respondent{}
	}
	s.Channels[0].Participate = agents.PartFunc(
		func(*agents.Person, *agents.Unit, uint8) agents.Part { return agents.Heard })
	m := modelOf(t, s, 0)
	for p := range m.People() {
		know(m, m.Beliefs(p), p)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if v := metrics.InformalShare("shelf").Of(m); v != 1 || m.Flow(1).Reused == 0 {
		t.Errorf("the share is %v of %d answers, want 1", v, m.Flow(1).Reused)
	}
}

// liar says the opposite of his first belief, keeps his second to himself, says his third, and
// guesses in the fourth dimension, where he has none.
type liar struct{}

func (liar) Externalize(_ *agents.Person, belief, claim agents.Knowledge) {
	claim.Set(0, -belief.Get(0))
	claim.Set(2, belief.Get(2))
	claim.Set(3, 1)
}

// By hand: of three beliefs one is withheld. Of three claims two are not believed, and one of these
// is against belief. It makes no difference what is learned after.
func TestBehaviour(t *testing.T) {
	s := readers()
	s.People, s.Channels[1].Externalize = 3, liar{}
	s.Channels[0].Objectify = agents.Superior{Rate: 1}
	s.Events = []sim.Event{sim.Turnover{Rate: .3}}
	m := modelOf(t, s, 0)
	var of []func(*sim.Model) float64
	for _, x := range []metrics.Metric{metrics.Withheld("shelf"), metrics.Unbelieved("shelf"),
		metrics.Contradicted("shelf")} {
		of = append(of, x.Run())
	}
	for tick := range 4 {
		for p := range m.People() {
			know(m, m.Beliefs(p), 3)
		}
		want := []float64{1. / 3, 2. / 3, 1. / 3}
		for i, read := range of {
			if got := read(m); tick == 0 && !math.IsNaN(got) || tick > 0 && got != want[i] {
				t.Errorf("tick %d: metric %d is %v, want %v (at tick 0 missing)", tick, i, got,
					want[i])
			}
		}
		write(m, -1, -1, -1, -1)
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if got := of[0](m); !math.IsNaN(got) {
		t.Errorf("after a tick that is not read the metric is %v, want missing", got)
	}
}

// Who says all he believes withholds nothing and says nothing else; who acts guesses what he does
// not know.
func TestBehaviourOfReadyRules(t *testing.T) {
	for _, c := range []struct {
		rule                 agents.Externalizer
		withheld, unbelieved float64
	}{
		{agents.Say{Rate: 1}, 0, 0}, {agents.Act{}, 0, 1. / 3},
	} {
		s := shelved(practice.Repository{})
		s.People, s.Dimensions, s.Ticks = 30, 300, 1
		s.Channels[0].Externalize = c.rule
		m := modelOf(t, s, 0)
		withheld, unbelieved := metrics.Withheld(channel).Run(), metrics.Unbelieved(channel).Run()
		withheld(m)
		unbelieved(m)
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		a, b := withheld(m), unbelieved(m)
		if a != c.withheld || math.Abs(b-c.unbelieved) > .02 {
			t.Errorf("%T: withheld %v and not believed %v, want %v and %v", c.rule, a, b,
				c.withheld, c.unbelieved)
		}
	}
}
