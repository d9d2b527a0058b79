package models

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Shore2015 is an organization after Shore, Bernstein and Lazer, Facts and figuring: an
// experimental investigation of network structure and performance in information and solution
// spaces, Organization Science 26(5):1432-1446 (2015). Sixteen people solve a puzzle. They look for
// facts, and for theories that explain them. The paper reports an experiment and no simulation: the
// rules below are a translation of its task, and none of them is the paper's.
//
// The Search is for Facts or for Theories. Both run on the same networks. They are two
// organizations and not one: a theory here does not depend on the facts that are known, as a
// player's would. Each search is one that the engine has.
//
// Facts: reality is -1 or +1 in each of Dimensions, and a belief is a fact that a person knows.
// Nobody knows any at the start. In every period everybody, at once:
//
//  1. says each fact he knows with probability Share, and takes over what his contacts say;
//  2. looks for one fact alone, drawn with equal probability from all. If he does not know it, he
//     finds it with probability 1/2.
//
// Facts do not get lost and are never wrong. Players chose what to search for, and whom to send
// what.
//
// Theories: a theory is a person's whole body of beliefs. It is worth what it pays on the NK
// landscape of LazerFriedman2007. In every period everybody, at once:
//
//  1. says his theory;
//  2. copies that of his best contact whole, if it pays strictly more than his own;
//  3. if he copied nothing, tries his own with one belief reversed, and keeps it if it pays more.
//
// Players were not told what a theory pays, and could register several.
//
// Efficiency and TheoriesSaid are what is compared with the paper. It found that clustered networks
// find facts more efficiently, by 5 %, and that unclustered ones find more theories, by 17.5 %.
// Only these directions are compared, and they come out only where contacts differ in number. The
// caveman network (3 contacts a person) is beside a ring (2 contacts) and beside the same caveman
// network with its ties swapped (3 contacts, network.RewireDegrees). Paired differences after 25
// periods, with 99 % intervals over 2,000 replicates:
//
//	efficiency of facts   caveman less ring      .075 [.074, .077]
//	                      caveman less rewired   -.028 [-.030, -.026]
//	theories said         ring less caveman      3.57 [3.35, 3.79]
//	                      rewired less caveman   -1.02 [-1.23, -.80]
//
// (go run ./examples/shore2015 -replicates 2000). Which pairs count as met was decided after these
// results were seen. So at equal contact the opposite is shown: these
// rules do not give what people did. News that travels fast saves finding a fact twice, and spreads
// the best theory before others are tried. Clusters slow news, and so does having fewer contacts.
//
// The number of periods is that of the experiment's minutes. Dimensions, sizes of caves and numbers
// of contacts are not sourced here: 68 facts are those of the game ELICIT, from which the paper's
// was made, and the landscape is that of an earlier paper by one of the authors.
type Shore2015 struct {
	Search     Search            // for what (zero: Facts)
	Network    network.Generator // who hears whom (nil: a connected caveman network, caves of 4)
	People     int               // number of people (0: 16)
	Dimensions int               // facts there are (0: 68), or dimensions of a theory (0: 20)
	Ticks      int               // number of periods (0: 25)
	Share      Rate              // of Facts: probability of saying a known fact (baseline 1)
	K          Count             // of Theories: partners of a dimension (baseline 5)
}

// Search is what the people of Shore2015 look for.
type Search uint8

// The searches.
const (
	Facts    Search = iota // what is true, dimension by dimension
	Theories               // whole bodies of beliefs that pay much
)

// String names the search.
func (s Search) String() string {
	switch s {
	case Facts:
		return "facts"
	case Theories:
		return "theories"
	}
	return fmt.Sprintf("Search(%d)", uint8(s))
}

// Scenario returns the organization.
func (m Shore2015) Scenario() sim.Scenario {
	s := sim.Scenario{
		Name:       m.String(),
		People:     orElse(m.People, 16),
		Dimensions: m.dimensions(),
		Ticks:      orElse(m.Ticks, 25),
		Reality:    sim.Additive{},
		Beliefs:    agents.Mixed{Unknown: 1},
		Self:       tally{},
		Reflect:    tally{},
		Experience: agents.Flip{},
		Channels:   []sim.Channel{m.channel()},
	}
	if m.Search == Theories {
		s.Reality, s.Beliefs = sim.NK{K: m.K.or(5), Partners: sim.Drawn}, agents.Mixed{}
		s.Self, s.Reflect, s.Experience = nil, nil, agents.Flip{Idle: true}
	}
	return s
}

func (m Shore2015) dimensions() int {
	if m.Search == Theories {
		return orElse(m.Dimensions, 20)
	}
	return orElse(m.Dimensions, 68)
}

func (m Shore2015) contacts() network.Generator {
	if m.Network == nil {
		return network.ConnectedCaveman{Size: 4}
	}
	return m.Network
}

func (m Shore2015) channel() sim.Channel {
	c := copying(m.contacts())
	if m.Search == Facts {
		c.Externalize, c.Objectify, c.Internalize = agents.Say{Rate: m.Share.or(1)},
			agents.Majority{Rate: 1}, agents.Fill{Rate: 1}
		return c
	}
	c.Externalize = register{orElse(m.Ticks, 25)}
	return c
}

// Efficiency returns, of a search for facts, how many different facts were found over how often
// somebody found one: 0 to 1, and 1 before anything is found. Of a search for theories it is NaN.
// It can be the Of of a metrics.Metric.
func (Shore2015) Efficiency(m *sim.Model) float64 {
	if m.Scenario().Self == nil {
		return math.NaN()
	}
	found, all := uint64(0), make(agents.Knowledge, agents.Width(m.Dimensions()))
	for p := range m.People() {
		found += m.Self(p)[0]
		for i, w := range m.Beliefs(p) {
			all[i].Yes, all[i].No = all[i].Yes|w.Yes, all[i].No|w.No
		}
	}
	if found == 0 {
		return 1
	}
	return float64(all.Known()) / float64(found)
}

// TheoriesSaid returns, of a search for theories, how many different ones were said so far. Of a
// search for facts it is NaN. It can be the Of of a metrics.Metric.
func (Shore2015) TheoriesSaid(m *sim.Model) float64 {
	if m.Scenario().Self != nil {
		return math.NaN()
	}
	kept, err := m.Remembered(CopyingChannel)
	if err != nil {
		panic(err) // the model is not of this scenario
	}
	different := map[uint64]bool{}
	for p := range m.People() {
		for _, theory := range kept.Speaking(p)[:min(m.Tick(), m.Scenario().Ticks)] {
			different[theory] = true
		}
	}
	return float64(len(different))
}

// Validate returns an error where a parameter is out of its range.
func (m Shore2015) Validate() error {
	if m.Search > Theories {
		return fmt.Errorf("models: Shore2015.Search is %d, want %d to %d", m.Search, Facts,
			Theories)
	}
	return m.Scenario().Validate()
}

// String names the organization by its parameters.
func (m Shore2015) String() string {
	text := fmt.Sprintf("shore2015 %v network=%s people=%d dimensions=%d ticks=%d", m.Search,
		networkName(m.contacts()), orElse(m.People, 16), m.dimensions(), orElse(m.Ticks, 25))
	if m.Search == Facts {
		return text + fmt.Sprintf(" share=%v", m.Share.or(1))
	}
	return text + fmt.Sprintf(" k=%d", m.K.or(5))
}

// tally counts in a person's self how many facts he found alone.
type tally struct{}

// Words implements sim.Selves.
func (tally) Words() int { return 1 }

// Begin implements sim.Selves: nothing is found.
func (tally) Begin(*agents.Person, []uint64) {}

// Reflect implements agents.Reflector. A fact pays 1: what he gained without taking it he found.
func (tally) Reflect(p *agents.Person) { p.Self[0] += uint64(int(p.Gained) - p.Took) }

// register says a theory and remembers it, in a word for each period: an NK landscape has at most
// sim.MaxLoci dimensions.
type register struct{ ticks int }

// Externalize implements agents.Externalizer.
func (r register) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	copy(claim, belief)
	if p.Tick < r.ticks {
		p.Memory[p.Tick] = belief[0].Yes
	}
}

// Memory implements agents.Rememberer.
func (r register) Memory(int) agents.Memory { return agents.Memory{Person: r.ticks} }

// Validate returns an error where there are too many periods to remember.
func (r register) Validate() error {
	if r.ticks < 0 || r.ticks > maxRegistered {
		return fmt.Errorf("Ticks is %d, want 0 to %d: every theory is kept", r.ticks, maxRegistered)
	}
	return nil
}

// maxRegistered is the most periods of a search for theories.
const maxRegistered = 10_000
