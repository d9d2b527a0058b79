package sim_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// tiny is a random scenario of a few people and dimensions. Its rates are 1/2, so that whatever can
// happen happens soon.
func tiny(shape uint64) sim.Scenario {
	r := rand.New(rand.NewPCG(shape, 7))
	s := sim.Scenario{
		Name: fmt.Sprint("tiny ", shape), People: 2 + r.IntN(4), Dimensions: 1 + r.IntN(3),
		Ticks: sim.MaxTicks, Attention: r.IntN(3),
	}
	structures := []network.Structure{
		network.Organization{}, network.Isolated{Size: 2}, network.Hierarchy{Span: 2},
		network.Circles{Of: network.Complete{}}, network.Circles{Of: network.Line{}},
		network.Circles{Of: network.Line{}, Lasting: true},
	}
	objectify := []agents.Objectifier{
		agents.Superior{Rate: .5}, agents.Majority{Rate: .5}, agents.Consensus{Share: .6, Ticks: 3},
		agents.Superior{Rate: .5, PerVote: true}, agents.Authority{Rate: .5, Weight: 2},
		agents.Screen{Rate: .5, Veto: 1}, agents.Decree{Rate: .5},
	}
	internalize := []agents.Internalizer{
		agents.Absorb{Rate: .5}, agents.Gradual{Rate: .5}, agents.Fill{Rate: .5}, agents.Absorb{},
	}
	for c := range 1 + r.IntN(2) {
		s.Channels = append(s.Channels, sim.Channel{
			Name: fmt.Sprint(c), Structure: structures[r.IntN(len(structures))], Every: r.IntN(4),
			ByClaims:    r.IntN(2) == 0,
			Externalize: agents.Say{Rate: float64(min(1, r.IntN(6)))},
			Objectify:   objectify[r.IntN(len(objectify))],
			Internalize: internalize[r.IntN(len(internalize))],
		})
	}
	return s
}

// held holds what can change: beliefs and norms. It leaves out flows, because a circle makes its
// norm anew at every tick.
func held(m *sim.Model) string {
	var b strings.Builder
	for p := range m.People() {
		fmt.Fprint(&b, m.Beliefs(p))
	}
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			fmt.Fprint(&b, m.Norm(c, u))
		}
	}
	return b.String()
}

// Absorbed is compared with long runs of tiny models. If it reports true, 100 ticks change nothing.
// If it reports false, 400 ticks change something: perhaps only what Consensus remembers, which
// makes no norm for 3 ticks.
func TestAbsorbedBruteForce(t *testing.T) {
	absorbed := 0
	for shape := range uint64(400) {
		m := built(t, tiny(shape), shape, 0)
		for range 30 {
			yes, err := sim.Absorbed(m)
			if err != nil {
				t.Fatal(err)
			}
			was := held(m)
			changed, ticks := false, 100
			if !yes {
				ticks = 400
			}
			for range ticks {
				step(t, m)
				changed = changed || held(m) != was || taken(m) > 0
				if changed && !yes {
					break
				}
			}
			if yes {
				absorbed++
			}
			if changed == yes && !remembers(m.Scenario()) || changed && yes {
				t.Fatalf("%v: absorbed %v, and changed %v\n%+v", m, yes, changed,
					m.Scenario().Channels)
			}
			if yes {
				break
			}
		}
	}
	if absorbed < 200 {
		t.Errorf("%d of 400 models were absorbed, want most of them", absorbed)
	}
}

func taken(m *sim.Model) (n int64) {
	for c := range m.Channels() {
		n += m.Flow(c).Taken
	}
	return n
}

func remembers(s sim.Scenario) bool {
	return slices.ContainsFunc(s.Channels, func(c sim.Channel) bool {
		_, ok := c.Objectify.(agents.Consensus)
		return ok
	})
}

// A person sits in two units with opposite norms. He changes his mind for ever, even if every tick
// ends as it began.
func TestSeatsThatPullApart(t *testing.T) {
	units, err := network.NewUnits(1,
		network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}}},
		network.Membership{Voices: []network.Voice{{Person: 0, Weight: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	s := with()
	s.People, s.Dimensions = 1, 1
	s.Channels[0].Structure, s.Channels[0].Internalize = fixed{units}, agents.Absorb{Rate: 1}
	m := built(t, s, 1, 0)
	m.Norm(0, 0).Set(0, 1)
	m.Norm(0, 1).Set(0, -1)
	for range 20 {
		if yes, err := sim.Absorbed(m); yes || err != nil {
			t.Fatalf("tick %d: absorbed %v, error %v", m.Tick(), yes, err)
		}
		step(t, m)
	}
	m.Norm(0, 1).Set(0, 1)
	step(t, m)
	if yes, err := sim.Absorbed(m); !yes || err != nil {
		t.Errorf("two seats that agree: absorbed %v, error %v", yes, err)
	}
}

type fixed struct{ units *network.Units }

func (s fixed) Build(int, network.Source) (*network.Units, error) { return s.units, nil }

// If the trial is no proof, Absorbed returns an error that names the reason.
func TestAbsorptionCannotBeTold(t *testing.T) {
	for _, c := range []struct {
		spoil func(s *sim.Scenario, c *sim.Channel)
		want  string
	}{
		{
			func(s *sim.Scenario, _ *sim.Channel) { s.Experience = agents.Flip{} },
			"Scenario.Experience is agents.Flip, want nil",
		},
		{
			func(s *sim.Scenario, _ *sim.Channel) {
				s.Events = []sim.Event{sim.Turnover{Rate: .1}}
			},
			"the event sim.Turnover may happen",
		},
		{
			func(s *sim.Scenario, _ *sim.Channel) { s.Reality = sim.Additive{Seen: 3} },
			"merit is judged on a sample (Seen)",
		},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Heed = 1 }, `channel "work": Heed is 1, want 0`},
		{
			func(_ *sim.Scenario, c *sim.Channel) { c.Structure = network.Pairs{} },
			`channel "work": network.Pairs changes by itself`,
		},
		{
			func(_ *sim.Scenario, c *sim.Channel) { c.Externalize = agents.Act{} },
			`channel "work": agents.Act does not say that it is monotone in its coins`,
		},
		{
			func(_ *sim.Scenario, c *sim.Channel) { c.Externalize = agents.Say{Rate: .5} },
			`channel "work": agents.Say does not say that it is monotone in its coins`,
		},
		{
			func(_ *sim.Scenario, c *sim.Channel) { c.Objectify = agents.Best{} },
			`channel "work": agents.Best does not say that it is monotone in its coins`,
		},
		{
			func(_ *sim.Scenario, c *sim.Channel) { c.Internalize = insistent{} },
			`channel "work": sim_test.insistent does not say that it is monotone in its coins`,
		},
	} {
		s := sound()
		c.spoil(&s, &s.Channels[0])
		yes, err := sim.Absorbed(built(t, s, 1, 0))
		want := `sim: scenario "sound": cannot prove absorption: ` + c.want
		if yes || err == nil || err.Error() != want {
			t.Errorf("error  %v\nwant   %s", err, want)
		}
	}
}
