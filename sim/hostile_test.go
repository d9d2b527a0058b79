//go:build amd64 || arm64

package sim_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/internal/hostile"
)

// attacked is a scenario of 12 people, 12 dimensions and 4 topics, to make wrong.
func attacked() sim.Scenario {
	return sim.Scenario{
		Name: "attacked", People: 12, Dimensions: 12, Ticks: 2, Attention: 1,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Isolated{Size: 3}, Externalize: agents.Say{Rate: 1},
			Objectify: agents.Superior{Rate: .5}, Internalize: agents.Absorb{Rate: .5},
		}},
		Topics: 4,
		RealChannels: []sim.RealChannel{{
			Name: "talk", Structure: network.Isolated{Size: 3}, Externalize: opinion.Candid{},
			Objectify: opinion.Average{Self: 1}, Internalize: opinion.Approach{Rate: .5},
		}},
	}
}

// runs builds a scenario and runs it.
func runs(s sim.Scenario) error {
	m, err := sim.New(s, 1, 0)
	if err != nil {
		return err
	}
	return m.Run()
}

// using runs the attacked scenario with a rule, structure, reality or event.
func using(rule any) error {
	s := attacked()
	c, r := &s.Channels[0], &s.RealChannels[0]
	switch rule := rule.(type) {
	case agents.Beginner:
		s.Beliefs = rule
	case agents.Experiencer:
		s.Experience = rule
	case agents.Externalizer:
		c.Externalize = rule
	case agents.Objectifier:
		c.Objectify = rule
	case agents.Internalizer:
		c.Internalize = rule
	case opinion.Beginner:
		s.Opinions = rule
	case opinion.Objectifier:
		r.Objectify = rule
	case opinion.Internalizer:
		r.Internalize = rule
	case sim.Reality:
		s.Reality, s.Beliefs = rule, agents.Mixed{}
	case sim.Event:
		s.Events = []sim.Event{rule}
	case network.Structure:
		c.Structure = rule
	default:
		panic(fmt.Sprintf("%T is nothing of a scenario", rule))
	}
	return runs(s)
}

// Hostile values are tried in every field of every rule of package agents, and in every
// constructor.
func TestHostileAgents(t *testing.T) {
	b := hostile.New(t,
		"Authority.Weight=0", "Threshold.Count=0", "Threshold.Count=8589934597", // all of many
		"Threshold.Count=1099511627776", "Threshold.Count=4611686018427387907",
		"Threshold.Count=9223372036854775807", "Uniform.Low=-1*", "Uniform.High=1.5",
		"Average.Self=1.*", "Similar.Confidence=1.*", "Similar.Confidence=+Inf",
		"Compromise.Confidence=1.*", "Compromise.Confidence=+Inf", "NewLayer(0,*",
		"NewLayer(99, 0)", "NewRealLayer(0,*", "NewRealLayer(5, 0)", "Perm(0)", "Shuffle(0)",
		"Open(0)", "Binomial(0,*", "Binomial(-*", // of no coins none are heads
		"IntN(8589934597)", "IntN(1099511627776)", "IntN(4611686018427387907)",
		"IntN(9223372036854775807)", "Coins(*", "Binomial(9,*") // p is taken for 0 or 1
	for _, rule := range []any{
		agents.Mixed{}, agents.Traits{Features: 6, Values: 4}, agents.Say{}, agents.Superior{},
		agents.Majority{}, agents.Conformity{}, agents.Authority{}, agents.Screen{},
		agents.Decree{}, agents.Consensus{Share: .6, Ticks: 2}, agents.Threshold{},
		agents.Absorb{}, agents.Gradual{}, agents.Fill{}, agents.Interact{Size: 3}, agents.Flip{},
		opinion.Uniform{High: 1}, opinion.Average{}, opinion.Similar{}, opinion.Approach{},
		opinion.Compromise{}, opinion.Anchored{},
	} {
		b.Fields(rule, using)
	}
	s := agents.NewStream(1)
	for _, n := range hostile.Ints {
		b.Panics(fmt.Sprintf("NewLayer(%d, 5)", n), func() {
			kernel.NewLayer[agents.Knowledge](n, 5)
		})
		b.Panics(fmt.Sprintf("NewLayer(99, %d)", n), func() {
			kernel.NewLayer[agents.Knowledge](99, n)
		})
		b.Panics(fmt.Sprintf("NewRealLayer(%d, 5)", n), func() { kernel.NewRealLayer(n, 5) })
		b.Panics(fmt.Sprintf("NewRealLayer(5, %d)", n), func() { kernel.NewRealLayer(5, n) })
		b.Panics(fmt.Sprintf("IntN(%d)", n), func() { s.IntN(n) })
		b.Panics(fmt.Sprintf("Binomial(%d, .5)", n), func() { s.Binomial(n, .5) })
		b.Panics(fmt.Sprintf("Perm(%d)", n), func() { s.Perm(n) })
		b.Panics(fmt.Sprintf("Shuffle(%d)", n), func() { s.Shuffle(n, func(int, int) {}) })
		b.Panics(fmt.Sprintf("Open(%d)", n), func() { s.Open(n) })
	}
	for _, p := range hostile.Floats {
		b.Panics(fmt.Sprintf("Coins(%v)", p), func() { s.Coins(p, 7) })
		b.Panics(fmt.Sprintf("Binomial(9, %v)", p), func() { s.Binomial(9, p) })
	}
	b.End(200)
}

// Hostile values are tried in every field of every structure and generator, in every constructor,
// and as the number of people of each.
func TestHostileNetwork(t *testing.T) {
	b := hostile.New(t,
		"RingLattice.Neighbours=0", "DirectedRing.Ahead=0", "Torus.Height=0", "Grid.Height=0",
		"Hubs.Ties=0", "Hubs.Hubbiness=1.5", "Gnm.Edges=0", "WattsStrogatz.Neighbours=0",
		"DoddsWattsSabel.Extra=0", "DoddsWattsSabel.Depth=1.*", "DoddsWattsSabel.Distance=1.*",
		"Explicit.Units=*",
		"Communities.Periphery=0", // and one below whom all others are:
		"Tree.Span=8589934597", "Tree.Span=1099511627776", "Tree.Span=4611686018427387907",
		"Tree.Span=9223372036854775807", "Hierarchy.Span=8589934597",
		"Hierarchy.Span=1099511627776",
		"Hierarchy.Span=4611686018427387907", "Hierarchy.Span=9223372036854775807",
		"DoddsWattsSabel.Branching=8589934597", "DoddsWattsSabel.Branching=1099511627776",
		"DoddsWattsSabel.Branching=4611686018427387907",
		"DoddsWattsSabel.Branching=9223372036854775807")
	src := func() network.Source { return rand.New(rand.NewPCG(1, 2)) }
	graph := func(g any) error {
		_, err := g.(network.Generator).Graph(12, src())
		again := using(network.Circles{Of: g.(network.Generator)})
		if (err == nil) != (again == nil) {
			t.Errorf("%+v: a graph with the error %v, a run with %v", g, err, again)
		}
		return err
	}
	for _, g := range []network.Generator{
		network.Complete{}, network.RingLattice{Neighbours: 2}, network.DirectedRing{Ahead: 2},
		network.Line{}, network.Torus{Width: 3}, network.Grid{Width: 3, Height: 4}, network.Star{},
		network.Wheel{}, network.Tree{Span: 2}, network.DoddsWattsSabel{Branching: 2, Extra: 3},
		network.Hubs{Ties: 2}, network.Gnm{Edges: 5}, network.Gnp{P: .3},
		network.PreferentialAttachment{Edges: 2}, network.WattsStrogatz{Neighbours: 2},
		network.Caveman{Size: 3}, network.ConnectedCaveman{Size: 3},
		network.RewiredCaveman{Size: 3, Connected: true}, network.Given{},
	} {
		b.Fields(g, graph)
		for _, n := range []int{-1, 0, math.MinInt, math.MaxInt, 1 << 40, 1<<62 + 3} {
			b.Try(fmt.Sprintf("%T.Graph(%d)", g, n), func() error {
				_, err := g.Graph(n, src())
				return err
			})
		}
	}
	for _, s := range []network.Structure{
		network.Isolated{Size: 3}, network.Teams{Of: make([]int, 12)}, network.Organization{},
		network.Explicit{}, network.Communities{Team: 3, Size: 3}, network.Hierarchy{Span: 3},
		network.ReportsTo{Superior: make([]int32, 12)}, network.Pairs{},
		network.Circles{Of: network.Complete{}}, network.Randomized{Of: network.Pairs{}},
	} {
		b.Fields(s, using)
		for _, n := range []int{-1, 0, math.MinInt, math.MaxInt, 1 << 40, 1<<62 + 3} {
			b.Try(fmt.Sprintf("%T.Build(%d)", s, n), func() error {
				_, err := s.Build(n, src())
				return err
			})
		}
	}
	hostileGraphs(b)
	b.End(250)
}

// hostileGraphs tries the constructors of graphs and units.
func hostileGraphs(b *hostile.Table) {
	for _, n := range []int{-1, 0, math.MinInt, math.MaxInt, 1 << 40} {
		edges := []network.Edge{{From: 0, To: 1, Weight: 1}}
		b.Try(fmt.Sprintf("NewGraph(%d)", n), func() error {
			_, err := network.NewGraph(n, edges)
			return err
		})
		b.Try(fmt.Sprintf("Mutual(%d)", n), func() error {
			_, err := network.Mutual(n, edges)
			return err
		})
		b.Try(fmt.Sprintf("NewUnits(%d)", n), func() error {
			_, err := network.NewUnits(n)
			return err
		})
		b.Try(fmt.Sprintf("ReadEdges(%d)", n), func() error {
			_, err := network.ReadEdges(strings.NewReader("from,to\n0,1\n"), n)
			return err
		})
	}
	for _, tie := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1} {
		b.Try(fmt.Sprintf("NewGraph(tie %v)", tie), func() error {
			_, err := network.NewGraph(3, []network.Edge{{From: 0, To: 1, Weight: float32(tie)}})
			return err
		})
		b.Try(fmt.Sprintf("NewUnits(tie %v)", tie), func() error {
			seats := []network.Voice{{Weight: float32(tie)}}
			_, err := network.NewUnits(3, network.Membership{Voices: seats})
			return err
		})
	}
	for _, p := range []int32{-1, 3, math.MinInt32, math.MaxInt32} {
		b.Try(fmt.Sprintf("NewGraph(person %d)", p), func() error {
			_, err := network.NewGraph(3, []network.Edge{{From: 0, To: p, Weight: 1}})
			return err
		})
		b.Try(fmt.Sprintf("NewUnits(voice %d)", p), func() error {
			_, err := network.NewUnits(3, network.Membership{Voices: []network.Voice{{Person: p}}})
			return err
		})
		b.Try(fmt.Sprintf("NewUnits(audience %d)", p), func() error {
			_, err := network.NewUnits(3, network.Membership{Audience: []int32{p}})
			return err
		})
		b.Try(fmt.Sprintf("NewUnits(heard %d)", p), func() error {
			_, err := network.NewUnits(3, network.Membership{Heard: []int32{p}})
			return err
		})
	}
	b.Panics("NewCircles(nil)", func() { network.NewCircles(nil) })
}

// Hostile values are tried in every field of a scenario, its channels, realities, events and
// experiments.
func TestHostileSim(t *testing.T) {
	b := hostile.New(t,
		"Scenario.Ticks=0", "Scenario.Channels=[]", "Scenario.Channels=<nil>",
		"Scenario.Events=<nil>", "Scenario.Factors=<nil>", "Scenario.Factors=[]",
		"Scenario.RealChannels=<nil>", "Experiment.At=<nil>", "Scenario.Attention=0",
		"Scenario.Activity=<nil>", "Scenario.Beliefs=<nil>", "Scenario.Experience=<nil>",
		"Scenario.Self=<nil>",
		"Scenario.Reflect=<nil>", "Scenario.Reality=<nil>", "Scenario.Events=[]",
		"Scenario.Stop=<nil>", "Scenario.Opinions=<nil>", "Scenario.RealChannels=[]",
		"Channel.Participate=<nil>", "Channel.Agenda=<nil>", "Channel.Relay=<nil>",
		"Channel.Ask=<nil>", "Channel.Load=0", "Channel.Reuse=<nil>",
		"Channel.Every=0", "Channel.Heed=0", "RealChannel.Participate=<nil>",
		"RealChannel.Agenda=<nil>", "RealChannel.Relay=<nil>", "RealChannel.Heed=0",
		"Additive.Seen=0", "Blocks.Seen=0", "NK.K=0", "NK.Decimals=0", "NK.Seen=0",
		"Reshuffle.Among=<nil>", "Reshuffle.Stay=0", "Reshuffle.Leaders=0",
		"RotateLeaders.Among=<nil>", "ElectLeaders.Among=<nil>",
		"Reorganize.At=0", "Experiment.At=[]", "Experiment.Progress=<nil>", "Memory 0",
		"Experiment.Workers=0", "Experiment.Workers=8589934597", // at most one for each run
		"Experiment.Workers=1099511627776", "Experiment.Workers=4611686018427387907",
		"Experiment.Workers=9223372036854775807")
	b.Fields(attacked(), func(s any) error { return runs(s.(sim.Scenario)) })
	b.Fields(attacked().Channels[0], func(c any) error {
		s := attacked()
		s.Channels = []sim.Channel{c.(sim.Channel)}
		return runs(s)
	})
	b.Fields(attacked().RealChannels[0], func(c any) error {
		s := attacked()
		s.RealChannels = []sim.RealChannel{c.(sim.RealChannel)}
		return runs(s)
	})
	for _, v := range []any{
		sim.Additive{}, sim.Blocks{Size: 3, Seen: 3}, sim.NK{K: 2}, sim.Turnover{Rate: .1},
		sim.Turbulence{Rate: .1}, sim.Reshuffle{Channel: "work", Every: 1},
		sim.RotateLeaders{Channel: "work", Every: 1}, sim.ElectLeaders{Channel: "work", Every: 1},
		sim.Reorganize{Channel: "work", At: 1, Structure: network.Organization{}},
	} {
		b.Fields(v, using)
	}
	b.Fields(sim.Experiment{Scenarios: []sim.Scenario{attacked()}, Replicates: 1, Workers: 1},
		func(e any) error { return e.(sim.Experiment).Run(t.Context(), watchNothing) })
	b.Try("People and Dimensions", func() error {
		s := attacked()
		s.People, s.Dimensions = math.MaxInt32, sim.MaxDimensions
		return s.Validate()
	})
	b.Try("People and Topics", func() error {
		s := attacked()
		s.People, s.Topics = math.MaxInt32, sim.MaxTopics
		return s.Validate()
	})
	for _, n := range hostile.Ints {
		b.Try(fmt.Sprintf("Memory %d", n), func() error { return using(remembersMuch(n)) })
		b.Try(fmt.Sprintf("Self %d", n), func() error {
			s := attacked()
			s.Self = muchSelf(n)
			return runs(s)
		})
		b.Try(fmt.Sprintf("NK of %d", n), func() error {
			_, err := sim.NK{K: 1}.New(n, agents.NewStream(1))
			return err
		})
		b.Try(fmt.Sprintf("Blocks of %d", n), func() error {
			_, err := sim.Blocks{Size: 7}.New(n, agents.NewStream(1))
			return err
		})
		b.Try(fmt.Sprintf("Additive of %d", n), func() error {
			_, err := sim.Additive{}.New(n, agents.NewStream(1))
			return err
		})
	}
	b.Try("NK of 24 with K 23", func() error {
		_, err := sim.NK{K: 23}.New(24, agents.NewStream(1))
		return err
	})
	b.End(200)
}

// watchNothing observes nothing.
func watchNothing(int, int) sim.Observer { return func(*sim.Model, int) {} }

// remembersMuch remembers the given number of words of a unit.
type remembersMuch int

func (r remembersMuch) Memory(int) agents.Memory { return agents.Memory{Unit: int(r)} }

func (remembersMuch) Objectify(*agents.Unit, *agents.Voices, agents.Knowledge) {}

// muchSelf has the given number of words for each person.
type muchSelf int

func (r muchSelf) Words() int { return int(r) }

func (muchSelf) Begin(*agents.Person, []uint64) {}
