package sim

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// MaxTopics is the largest number of topics.
const MaxTopics = 1 << 16

// RealChannel is one complete ring of opinions through one set of units: a structure and three
// rules about real numbers. An opinion is one real number per topic.
//
// In a tick opinions are formed after beliefs, by all channels together. Everybody says what he
// holds in each channel, units make norms of it, and everybody learns from the seats that he heeds.
// Standing and reality have no effect on opinions. The norm of a circle of a graph lasts one tick
// here too. Other units keep their norms, which begin as zeros.
type RealChannel struct {
	Name        string // unique among all channels: chance is keyed by it
	Structure   network.Structure
	Externalize opinion.Externalizer
	Objectify   opinion.Objectifier
	Internalize opinion.Internalizer
	Participate agents.Participant   // who hears and is heard (nil: everybody always)
	Agenda      agents.Agenda        // the topics that a unit is about (nil: all, always)
	Relay       opinion.Externalizer // what a unit passes on where others hear it (nil: all)
	Heed        int                  // voices counted per unit and tick, drawn anew (0: all)

	// Mutual: whoever the activated person hears also hears him, and learns as he does, from the
	// same claims. It is for asynchronous scenarios only.
	Mutual bool
}

// opinions holds the opinions of all people.
type opinions struct {
	layer    *kernel.RealLayer
	channels []*realChannel
	key      kernel.Key
}

// realChannel is the state of one channel of opinions.
type realChannel struct {
	RealChannel
	*forum
	claims *kernel.RealLayer // a row per person, then a row per unit that others hear
	norms  *kernel.RealLayer // nil for circles
	stood  *kernel.RealLayer // norms when the tick began, where others hear them
}

// openOpinions gives everybody first opinions, and builds the channels of opinions.
func (m *Model) openOpinions() error {
	s := &m.scenario
	if s.Topics == 0 {
		return nil
	}
	m.opinions.layer = kernel.NewRealLayer(s.People, s.Topics)
	m.opinions.key = m.key("opinions", "")
	for p := range s.People {
		m.beginOpinion(p)
	}
	for _, c := range s.RealChannels {
		if err := m.openReal(c); err != nil {
			return fmt.Errorf("channel of opinions %q: %w", c.Name, err)
		}
	}
	return nil
}

// beginOpinion gives a person first opinions at the current tick.
func (m *Model) beginOpinion(person int) {
	if m.opinions.layer == nil {
		return
	}
	row := m.opinions.layer.Row(person)
	clear(row)
	m.beBorn(person, m.opinions.key, "first opinions")
	m.newcomer.Dimensions = m.scenario.Topics
	m.scenario.Opinions.Begin(&m.newcomer, row)
	mustBeFinite("first opinion", row)
	m.arriving = ""
}

func (m *Model) openReal(c RealChannel) error {
	s := &m.scenario
	f := &forum{
		name: c.Name, number: len(m.forums), structure: c.Structure,
		participate: asked(c.Participate), agenda: c.Agenda, heed: c.Heed, every: 1,
		says:  newMemory(c.Externalize, s.People, s.Topics),
		takes: newMemory(c.Internalize, s.People, s.Topics),
		makes: newMemory(c.Objectify, s.People, s.Topics),
		keys:  m.realKeysOf(c.Name),
	}
	f.takesPart = newMemory(c.Participate, s.People, s.Topics)
	f.plans = newMemory(c.Agenda, s.People, s.Topics)
	ch := &realChannel{RealChannel: c, forum: f}
	f.of = ch
	m.forums = append(m.forums, f)
	m.opinions.channels = append(m.opinions.channels, ch)
	return f.build(m)
}

// mustBeFinite panics, in place of the rule, if the rule gave a number that is not finite.
func mustBeFinite(what string, o opinion.Opinion) {
	for t, v := range o {
		if v-v != 0 {
			panic(fmt.Sprintf("the %s of topic %d is %v, want a finite number", what, t, v))
		}
	}
}

func (s Scenario) validateOpinions() error {
	if s.Topics < 0 || s.Topics > MaxTopics {
		return fmt.Errorf("Topics is %d, want 0 to %d", s.Topics, MaxTopics)
	}
	if s.Topics == 0 && (len(s.RealChannels) > 0 || s.Opinions != nil) {
		return fmt.Errorf("Topics is 0, but there are RealChannels or Opinions: want 1 or more")
	}
	if n := int64(s.People) * int64(s.Topics); n > kernel.MaxWords {
		return fmt.Errorf("People times Topics is %d, want at most %d (kernel.MaxWords)", n,
			int64(kernel.MaxWords))
	}
	if err := valid(s.Opinions); err != nil {
		return err
	}
	names := map[string]bool{}
	for _, c := range s.Channels {
		names[c.Name] = true
	}
	for _, c := range s.RealChannels {
		if names[c.Name] {
			return fmt.Errorf("channel of opinions %q: two channels have this name", c.Name)
		}
		names[c.Name] = true
		if err := c.validate(s.Asynchronous); err != nil {
			return fmt.Errorf("channel of opinions %q: %w", c.Name, err)
		}
		if err := s.checkMemories(s.Topics, c.Externalize, c.Objectify, c.Internalize,
			c.Participate, c.Agenda, c.Relay); err != nil {
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
	case c.Heed < 0 || c.Heed > math.MaxInt32:
		return fmt.Errorf("Heed is %d, want 0 to %d", c.Heed, math.MaxInt32)
	case c.Mutual && !asynchronous:
		return fmt.Errorf("Mutual is true, want false in a scenario that is not asynchronous")
	}
	for _, rule := range []any{
		c.Structure, c.Externalize, c.Objectify, c.Internalize, c.Participate, c.Agenda, c.Relay,
	} {
		if err := valid(rule); err != nil {
			return err
		}
	}
	return nil
}
