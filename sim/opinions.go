package sim

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/network"
)

// MaxTopics is the largest number of topics.
const MaxTopics = 1 << 16

// RealChannel is one complete ring of opinions through one set of units: a structure and three rules about real numbers. In a tick
// opinions are formed after beliefs, by all channels together: everybody says what he holds in each, units make norms of it, and everybody
// learns from all his seats, in an order drawn for him. Attention, standing and reality play no part in it. The circles of a graph
// are implicit here too, and what is objective in them lasts one tick; other units keep their norms, which are zeros at first.
type RealChannel struct {
	Name        string // unique among the channels of opinions: chance is keyed by it
	Structure   network.Structure
	Externalize agents.RealExternalizer
	Objectify   agents.RealObjectifier
	Internalize agents.RealInternalizer
	Heed        int  // voices counted per unit and tick, drawn anew (0: all)
	Mutual      bool // asynchronous only: those heard by the person activated hear him, too, and learn as he does, from the same claims
}

// opinions is the state of what people hold of topics.
type opinions struct {
	layer    *agents.RealLayer
	channels []*realChannel
	current  int // the channel of the running phase
	key      agents.Key
	order    agents.Key
}

// realChannel is the state of one channel of opinions.
type realChannel struct {
	RealChannel
	units       *network.Units
	rewirer     network.Rewirer
	claims      *agents.RealLayer
	norms       *agents.RealLayer // nil for circles
	unitMemory  unitMemories
	says, takes memories
	externalize, objectify, internalize,
	heed, rewire agents.Key
}

// opinionScratch is what one worker needs for opinions.
type opinionScratch struct {
	voices agents.RealVoices
	norm   agents.Opinion
	heard  []int32
}

func (s Scenario) validateOpinions() error {
	if s.Topics < 0 || s.Topics > MaxTopics {
		return fmt.Errorf("Topics is %d, want 0 to %d", s.Topics, MaxTopics)
	}
	if s.Topics == 0 && (len(s.RealChannels) > 0 || s.Opinions != nil) {
		return fmt.Errorf("Topics is 0, but there are RealChannels or Opinions: want 1 or more")
	}
	if int64(s.People)*int64(s.Topics) > math.MaxInt/8 {
		return fmt.Errorf("People times Topics is %d, want at most %d (what memory can address)", int64(s.People)*int64(s.Topics), math.MaxInt/8)
	}
	if err := valid(s.Opinions); err != nil {
		return err
	}
	names := map[string]bool{}
	for _, c := range s.RealChannels {
		if names[c.Name] {
			return fmt.Errorf("channel of opinions %q: the name is there twice", c.Name)
		}
		names[c.Name] = true
		if err := c.validate(s.Asynchronous); err != nil {
			return fmt.Errorf("channel of opinions %q: %w", c.Name, err)
		}
	}
	return nil
}

func (c RealChannel) validate(asynchronous bool) error {
	switch {
	case c.Structure == nil:
		return fmt.Errorf("Structure is nil")
	case c.Externalize == nil:
		return fmt.Errorf("Externalize is nil")
	case c.Objectify == nil:
		return fmt.Errorf("Objectify is nil")
	case c.Internalize == nil:
		return fmt.Errorf("Internalize is nil")
	case c.Heed < 0:
		return fmt.Errorf("Heed is %d, want 0 or more", c.Heed)
	case c.Mutual && !asynchronous:
		return fmt.Errorf("Mutual is true, want false in a scenario that is not asynchronous")
	}
	for _, rule := range []any{c.Structure, c.Externalize, c.Objectify, c.Internalize} {
		if err := valid(rule); err != nil {
			return err
		}
	}
	return nil
}

// Topics is the number of topics that people have opinions of.
func (m *Model) Topics() int { return m.scenario.Topics }

// Opinion is what a person holds of each topic, in place: for reading, and for an event to change.
func (m *Model) Opinion(person int) agents.Opinion { return m.opinions.layer.Row(person) }

// RealChannels is the number of channels of opinions.
func (m *Model) RealChannels() int { return len(m.opinions.channels) }

// RealUnits are the social units of a channel of opinions.
func (m *Model) RealUnits(channel int) *network.Units { return m.opinions.channels[channel].units }

// RealClaims is what a person said in a channel of opinions in the cycle just ended. It must not be changed.
func (m *Model) RealClaims(channel, person int) agents.Opinion {
	return m.opinions.channels[channel].claims.Row(person)
}

// RealNorms is the number of norms that a channel of opinions keeps: its units, or 0 for circles, whose norms last one tick.
func (m *Model) RealNorms(channel int) int {
	if m.opinions.channels[channel].norms == nil {
		return 0
	}
	return m.opinions.channels[channel].norms.Len()
}

// RealNorm is what counts as knowledge in a unit of a channel of opinions, in place: for reading, and for an event to change.
func (m *Model) RealNorm(channel, unit int) agents.Opinion {
	return m.opinions.channels[channel].norms.Row(unit)
}

// openOpinions gives everybody his first opinions, and builds the channels of opinions.
func (m *Model) openOpinions() error {
	s := &m.scenario
	if s.Topics == 0 {
		return nil
	}
	o := &m.opinions
	o.layer = agents.NewRealLayer(s.People, s.Topics)
	o.key, o.order = m.key("opinions", ""), m.key("order of opinions", "")
	for p := range s.People {
		m.beginOpinion(p)
	}
	for _, c := range s.RealChannels {
		ch, err := m.openReal(c)
		if err != nil {
			return fmt.Errorf("channel of opinions %q: %w", c.Name, err)
		}
		o.channels = append(o.channels, ch)
	}
	return nil
}

// beginOpinion gives a person his first opinions at the current tick, and lets him forget.
func (m *Model) beginOpinion(person int) {
	if m.opinions.layer == nil {
		return
	}
	row := m.opinions.layer.Row(person)
	clear(row)
	m.stream.Reset(m.opinions.key, m.tick, person)
	m.newcomer = agents.Person{ID: person, Tick: m.tick, Dimensions: m.scenario.Dimensions, Stream: &m.stream}
	m.scenario.Opinions.Begin(&m.newcomer, row)
	mustBeFinite("first opinion", row)
	m.newcomer.Stream = nil // nobody is on his way: see rescue
	for _, c := range m.opinions.channels {
		clear(c.says.of(person))
		clear(c.takes.of(person))
		if c.norms == nil {
			clear(c.unitMemory.of(person))
		}
	}
}

func (m *Model) openReal(c RealChannel) (*realChannel, error) {
	s := &m.scenario
	units, err := c.Structure.Build(s.People, agents.NewStream(m.key("structure of opinions", c.Name), m.tick, 0))
	if err != nil {
		return nil, err
	}
	if units.People() != s.People {
		return nil, fmt.Errorf("%T built units of %d people, want %d", c.Structure, units.People(), s.People)
	}
	if err := m.needsCircles(units.Circles() != nil, c.Structure); err != nil {
		return nil, err
	}
	ch := &realChannel{
		RealChannel: c,
		units:       units,
		claims:      agents.NewRealLayer(s.People, s.Topics),
		says:        newMemories(c.Externalize, s.People, s.Topics),
		takes:       newMemories(c.Internalize, s.People, s.Topics),
		externalize: m.key("externalize opinions", c.Name),
		objectify:   m.key("objectify opinions", c.Name),
		internalize: m.key("internalize opinions", c.Name),
		heed:        m.key("heed opinions", c.Name),
		rewire:      m.key("rewire opinions", c.Name),
	}
	ch.rewirer, _ = network.RewirerOf(c.Structure)
	if units.Circles() == nil {
		ch.norms = agents.NewRealLayer(units.Len(), s.Topics)
	}
	ch.unitMemory = newUnitMemories(c.Objectify, units, s.Topics, ch.rewirer != nil)
	return ch, nil
}

func (m *Model) rewireReal(c *realChannel) {
	defer m.rescue("Rewire of the channel of opinions ", c.Name)
	m.chance.Reset(c.rewire, m.tick, 0)
	c.rewirer.Rewire(c.units, m.tick, &m.chance)
}

// mustBeFinite panics, as the rule would, that gave a number that is none.
func mustBeFinite(what string, o agents.Opinion) {
	for t, v := range o {
		if v-v != 0 {
			panic(fmt.Sprintf("the %s of topic %d is %v, want a finite number", what, t, v))
		}
	}
}
