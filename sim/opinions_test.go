package sim_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// forum is a scenario of people with opinions of two topics. They share them in circles, in teams
// whose norms last, and in pairs drawn anew.
func forum(people int) sim.Scenario {
	return sim.Scenario{
		Name: "forum", People: people, Dimensions: 1, Ticks: 6, Topics: 2,
		Opinions: opinion.Uniform{Low: -1, High: 1},
		RealChannels: []sim.RealChannel{
			{
				Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 8}},
				Heed:        3,
				Externalize: noisy{}, Objectify: opinion.Similar{Confidence: .8},
				Internalize: opinion.Approach{Rate: .5},
			},
			{
				Name: "teams", Structure: network.Communities{Team: 5, Size: 5},
				Externalize: opinion.Candid{}, Objectify: opinion.Average{Self: 2},
				Internalize: opinion.Anchored{Rate: .3},
			},
			{
				Name: "pairs", Structure: network.Pairs{},
				Externalize: opinion.Candid{}, Objectify: opinion.Average{},
				Internalize: opinion.Compromise{Rate: .5, Confidence: .5},
			},
		},
		Events: []sim.Event{sim.Turnover{Rate: .02}},
	}
}

// noisy says an opinion plus a random error.
type noisy struct{}

func (noisy) Externalize(p *agents.Person, held, claim opinion.Opinion) {
	for t, o := range held {
		claim[t] = o + float64(.01*p.NormFloat64())
	}
}

// Any number of workers gives the same opinions to the last bit (run the tests with -race, too).
func TestOpinionsWorkers(t *testing.T) {
	s := forum(2000)
	var want *sim.Model
	for _, workers := range []int{1, 2, 5} {
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		m.SetWorkers(workers)
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = m
			continue
		}
		for p := range s.People {
			for topic, v := range m.Opinion(p) {
				if math.Float64bits(v) != math.Float64bits(want.Opinion(p)[topic]) {
					t.Fatalf("%d workers: person %d holds %v, with one worker %v", workers, p,
						m.Opinion(p),
						want.Opinion(p))
				}
			}
		}
	}
}

// Opinions change neither beliefs nor the chance of beliefs.
func TestOpinionsBesideBeliefs(t *testing.T) {
	plain := sim.Scenario{
		Name: "plain", People: 60, Dimensions: 40, Ticks: 20,
		Events: []sim.Event{sim.Turnover{Rate: .05}},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 6}, Heed: 3,
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
	}
	both := forum(60)
	both.Name, both.Dimensions, both.Ticks = plain.Name, 40, 20
	both.Channels, both.Events = plain.Channels, plain.Events
	var models [2]*sim.Model
	for i, s := range []sim.Scenario{plain, both} {
		m, err := sim.New(s, 4, 2)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		models[i] = m
	}
	for p := range plain.People {
		if !models[0].Beliefs(p).Equal(models[1].Beliefs(p)) {
			t.Fatalf("person %d believes something else where people have opinions, too", p)
		}
	}
}

// The rule of a unit starts from its last norm, zeros at first, which outlives its people. The rule
// of a circle starts from the claim of its person.
func TestOpinionNorms(t *testing.T) {
	s := sim.Scenario{
		Name: "norms", People: 4, Dimensions: 1, Ticks: 3, Topics: 1,
		Opinions: opinion.BeginFunc(func(p *agents.Person, o opinion.Opinion) {
			o[0] = float64(p.ID)
		}),
		RealChannels: []sim.RealChannel{{
			Name: "all", Structure: network.Organization{},
			Externalize: opinion.Candid{}, Objectify: opinion.Average{Self: 4},
			Internalize: opinion.Approach{Rate: 0},
		}},
	}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []float64{.75, 1.125, 1.3125} { // half of it, and half of the mean of 1.5
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		if got := m.RealNorm(0, 0)[0]; got != want {
			t.Errorf("tick %d: the norm is %v, want %v", m.Tick(), got, want)
		}
	}
	if m.RealNorms(0) != 1 || m.Topics() != 1 || m.RealChannels() != 1 ||
		m.RealUnits(0).Len() != 1 ||
		m.RealClaims(0, 3)[0] != 3 {
		t.Error("the model does not tell its opinions")
	}
	s.RealChannels[0].Structure = network.Circles{Of: network.Line{}}
	s.RealChannels[0].Objectify = opinion.Total{}
	s.RealChannels[0].Internalize = opinion.Approach{Rate: 1}
	if m, err = sim.New(s, 1, 0); err != nil {
		t.Fatal(err)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	for p, want := range []float64{1, 3, 6, 5} { // 0+1, 0+1+2, 1+2+3, 2+3
		if got := m.Opinion(p)[0]; got != want {
			t.Errorf("person %d holds %v, want %v", p, got, want)
		}
	}
}

// A newcomer has new first opinions, and nothing from before.
func TestOpinionsReplace(t *testing.T) {
	s := sim.Scenario{
		Name: "newcomer", People: 2, Dimensions: 1, Ticks: 9, Topics: 1,
		RealChannels: []sim.RealChannel{{
			Name: "line", Structure: network.Circles{Of: network.Line{}},
			Externalize: opinion.Candid{}, Objectify: opinion.Average{},
			Internalize: opinion.Anchored{Rate: .25},
		}},
	}
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	founder := m.Opinion(0)[0]
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	m.Replace(0)
	first, other := m.Opinion(0)[0], m.Opinion(1)[0]
	if first == founder {
		t.Fatal("the newcomer has the founder's opinion")
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	if got, want := m.Opinion(0)[0], .25*other+.75*first; math.Abs(got-want) > 1e-15 {
		t.Errorf("the newcomer holds %v, want %v", got, want)
	}
}

// An opinion, claim or norm that is not a finite number ends the run, and the error says whose it
// is.
func TestOpinionsAreFinite(t *testing.T) {
	at := func(p int, tick int, v float64) float64 {
		if p == 3 && tick == 2 {
			return v
		}
		return 0
	}
	for want, set := range map[string]func(c *sim.RealChannel){
		"person 3: panicked": func(c *sim.RealChannel) {
			c.Externalize = opinion.ExternalizeFunc(func(p *agents.Person, _,
				claim opinion.Opinion) {
				claim[1] = at(p.ID, p.Tick, math.NaN())
			})
		},
		"unit 3: panicked": func(c *sim.RealChannel) {
			c.Objectify = opinion.ObjectifyFunc(
				func(u *agents.Unit, _ *opinion.Voices, norm opinion.Opinion) {
					norm[1] = at(u.ID, u.Tick, math.Inf(-1))
				})
		},
		"tick 2: person 3: panicked": func(c *sim.RealChannel) {
			c.Internalize = opinion.InternalizeFunc(func(p *agents.Person, _, o opinion.Opinion) {
				o[1] = at(p.ID, p.Tick, math.Inf(1))
			})
		},
	} {
		s := forum(25)
		s.Events = nil
		set(&s.RealChannels[0])
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err == nil || !strings.Contains(err.Error(), want) ||
			!strings.Contains(err.Error(), "of topic 1 is") {
			t.Errorf("%v, want %s", err, want)
		}
	}
	s := forum(25)
	s.Opinions = opinion.BeginFunc(func(_ *agents.Person, o opinion.Opinion) {
		o[0] = math.NaN()
	})
	if _, err := sim.New(s, 1, 0); err == nil || !strings.Contains(err.Error(), "person 0") {
		t.Error(err)
	}
}

func TestOpinionsValidate(t *testing.T) {
	for _, c := range []struct {
		want string
		set  func(*sim.Scenario)
	}{
		{"Topics is -1, want 0 to 65536", func(s *sim.Scenario) { s.Topics = -1 }},
		{
			"Topics is 0, but there are RealChannels or Opinions: want 1 or more",
			func(s *sim.Scenario) { s.Topics = 0 },
		},
		{
			"Uniform is 1 to 0, want finite numbers, the second at least the first",
			func(s *sim.Scenario) { s.Opinions = opinion.Uniform{Low: 1} },
		},
		{
			`channel of opinions "ring": two channels have this name`,
			func(s *sim.Scenario) { s.RealChannels[1].Name = "ring" },
		},
		{
			`channel of opinions "ring": Structure is nil`,
			func(s *sim.Scenario) { s.RealChannels[0].Structure = nil },
		},
		{
			`channel of opinions "ring": Externalize is nil`,
			func(s *sim.Scenario) { s.RealChannels[0].Externalize = nil },
		},
		{
			`channel of opinions "ring": Objectify is nil`,
			func(s *sim.Scenario) { s.RealChannels[0].Objectify = nil },
		},
		{
			`channel of opinions "ring": Internalize is nil`,
			func(s *sim.Scenario) { s.RealChannels[0].Internalize = nil },
		},
		{
			`channel of opinions "ring": Heed is -1, want 0 to 2147483647`,
			func(s *sim.Scenario) { s.RealChannels[0].Heed = -1 },
		},
		{`channel of opinions "ring": Similar.Confidence is -1, want at least 0`,
			func(s *sim.Scenario) {
				s.RealChannels[0].Objectify = opinion.Similar{Confidence: -1}
			}},
		{`channel of opinions "ring": Mutual is true, want false in a scenario that is not ` +
			`asynchronous`, func(s *sim.Scenario) {
			s.RealChannels[0].Mutual = true
		}},
		{`channel of opinions "teams": network.Communities gives units with norms that last, ` +
			`want implicit circles in an asynchronous scenario`,
			func(s *sim.Scenario) { s.Asynchronous = true }},
	} {
		s := forum(25)
		c.set(&s)
		if _, err := sim.New(s, 1, 0); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	m, err := sim.New(forum(25), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sim.Absorbed(m); err == nil {
		t.Error("absorption is told of opinions")
	}
}

// In an asynchronous activation with mutual learning, both people go half the way, from the same
// claims. So the sum of opinions stays. The test knows the person and the voice that each
// activation draws.
func TestOpinionsAsynchronousPlain(t *testing.T) {
	s := sim.Scenario{
		Name: "meetings", People: 20, Dimensions: 1, Ticks: 8, Topics: 1, Asynchronous: true,
		RealChannels: []sim.RealChannel{{
			Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 6}},
			Heed:        1,
			Mutual:      true,
			Externalize: opinion.Candid{}, Objectify: opinion.Average{},
			Internalize: opinion.Compromise{Rate: .25, Confidence: .5},
		}},
	}
	m, err := sim.New(s, 3, 1)
	if err != nil {
		t.Fatal(err)
	}
	x := make([]float64, s.People)
	for p := range x {
		x[p] = m.Opinion(p)[0]
	}
	for tick := range s.Ticks {
		for a := range s.People {
			p := newStream(kernel.NewKey(3, 1, "activation", ""), tick, a).IntN(s.People)
			heard := m.RealUnits(0).Voices(p)
			heeds := newStream(kernel.NewKey(3, 1, "heed opinions", "ring"), tick, a)
			q := heard[heeds.IntN(len(heard))]
			if far := x[q] - x[p]; math.Abs(far) <= .5 {
				x[p], x[q] = x[p]+float64(.25*far), x[q]-float64(.25*far)
			}
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		for p := range x {
			if m.Opinion(p)[0] != x[p] {
				t.Fatalf("tick %d: person %d holds %v, want %v", tick, p, m.Opinion(p)[0], x[p])
			}
		}
	}
}

// Nothing is allocated per person and tick.
func TestOpinionsAllocateNothing(t *testing.T) {
	for _, s := range []sim.Scenario{forum(200), gossip(200)} {
		s.Ticks, s.Events = sim.MaxTicks, nil
		if len(s.RealChannels) > 0 {
			s.RealChannels = s.RealChannels[:2] // without the pairs, which are drawn anew
			s.RealChannels[0].Externalize = opinion.Candid{}
		}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if n := testing.AllocsPerRun(5, func() { m.Step() }); n != 0 {
			t.Errorf("%s: %v allocations a tick", s.Name, n)
		}
	}
}

// BenchmarkOpinions times a channel of 1,000 people on one core. They average the opinions of 10
// neighbours on 8 topics.
func BenchmarkOpinions(b *testing.B) {
	steps(b, sim.Scenario{
		Name: "opinions", People: 1000, Dimensions: 1, Ticks: sim.MaxTicks, Topics: 8,
		RealChannels: []sim.RealChannel{{
			Name: "ring", Structure: network.Circles{Of: network.RingLattice{Neighbours: 10}},
			Externalize: opinion.Candid{}, Objectify: opinion.Average{Self: 1},
			Internalize: opinion.Approach{Rate: .5},
		}},
	})
}

// BenchmarkAsynchronous times 1,000 activations of people who hear one neighbour.
func BenchmarkAsynchronous(b *testing.B) {
	s := ring(network.Circles{Of: network.RingLattice{Neighbours: 10}}, agents.Absorb{Rate: .1})
	s.Asynchronous, s.Channels[0].Heed = true, 1
	steps(b, s)
}
