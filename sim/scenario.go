package sim

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// MaxDimensions is the largest number of dimensions, and MaxTicks the largest number of ticks.
const (
	MaxDimensions = 1 << 20
	MaxTicks      = math.MaxInt32
)

// Channel is one complete ring through one set of units: a structure and three rules.
type Channel struct {
	Name        string // unique in the scenario: chance is keyed by it
	Structure   network.Structure
	Externalize agents.Externalizer
	Objectify   agents.Objectifier
	Internalize agents.Internalizer
	Participate agents.Participant // who hears, who is heard (nil: always everybody)
	Agenda      agents.Agenda      // what a unit is about (nil: always everything)
	// What a unit passes on of its norm where others hear it (nil: all). The rule is told the unit
	// as a person, whose From is that unit.
	Relay agents.Externalizer
	// Ask says from whom a person learns instead of the norm (nil: nobody asks). The one asked
	// answers with his claim of this tick, within what the unit is about. People ask in every tick,
	// also where units do not objectify (Every).
	Ask agents.Asker
	// Load is the number of requests that a voice answers per tick in this channel (0: all), in an
	// order drawn for him. Who is refused learns nothing in that seat. In an asynchronous scenario
	// the order is that of the activations.
	Load  int
	Reuse agents.Internalizer // how a person learns from an answer (nil: as from a norm)
	// Every is the number of ticks from one objectification to the next; the first is in tick
	// number Every, counted from 1 (0: 1).
	Every        int
	Heed         int  // voices counted per unit and tick, drawn anew (0: all)
	Simultaneous bool // people internalize before units objectify
	// ByClaims: standing is the score of what a person says, not of what he believes.
	ByClaims bool
}

// Scenario is a fully specified organization. All its replicates share its rules and structures,
// which must not change.
type Scenario struct {
	Name       string
	Factors    []Factor // values that Sweep gave it; they change nothing
	People     int      // 1 to 2^31-1
	Dimensions int      // 1 to MaxDimensions
	Ticks      int      // the largest number of ticks of a run, 0 to MaxTicks
	Channels   []Channel
	// Attention is the number of seats that a person heeds per tick, drawn from all his seats in
	// all channels (0: all). A circle takes attention even if it is not its turn (Channel.Every). A
	// unit that does not meet takes none, and neither does one in which he does not listen.
	Attention  int
	Beliefs    agents.Beginner    // first beliefs (nil: -1, 0, +1 with 1/3 each)
	Experience agents.Experiencer // what a person tries by himself (nil: nothing)
	// Activity says what a person does with the seats that he heeds in a tick (nil: he gathers, or
	// asks where an Asker says so). He does one thing: he gathers, that is, learns from the norms;
	// asks, in each of the seats; creates; or is idle. Who spends a tick asking and finds nobody to
	// ask learns nothing.
	//
	// Those who create in one unit are one meeting if they are two or more. A person is in the
	// meeting of the first seat that he heeds. A dimension is drawn of those in which as many of
	// them claim yes as no, within what the unit is about, and a sign by a fair coin. If not all
	// hold it already, it is tried: all keep it if the sum of their scores rises strictly. It goes
	// into no norm. Who is in a meeting makes no trial of his own (Experience) in that tick.
	Activity agents.Doer
	Self     Selves           // what people are beside their beliefs (nil: nothing)
	Reflect  agents.Reflector // changes it at the end of a tick (nil: nothing)
	Reality  Reality          // what is true (nil: Additive{})
	Events   []Event          // what happens between ticks

	// Stop ends a run early if it returns true. It is asked once before each tick (nil: never
	// stops). Like an Observer, it must not change or keep the model.
	Stop func(*Model) bool

	// Asynchronous: people learn one after the other. A tick has one activation per person of the
	// organization, each of a person drawn at random. He hears his circle as it stands at that
	// moment. All channels must be circles, not Simultaneous, with an Every of at most 1.
	Asynchronous bool

	Topics       int              // about which people have opinions: 0 to MaxTopics
	Opinions     opinion.Beginner // first opinions (nil: uniform from 0 to 1)
	RealChannels []RealChannel    // in which they share opinions

	Ledger bool // what people know is accounted for (Model.Ledger); nothing then runs in blocks
}

// clone returns a copy whose channels and events can be set without a change to s.
func (s Scenario) clone() Scenario {
	s.Channels = slices.Clone(s.Channels)
	s.Events = slices.Clone(s.Events)
	s.RealChannels = slices.Clone(s.RealChannels)
	s.Factors = slices.Clone(s.Factors)
	return s
}

// withDefaults fills in what nil stands for.
func (s Scenario) withDefaults() Scenario {
	s = s.clone()
	if s.Beliefs == nil {
		s.Beliefs = agents.Mixed{Unknown: 1. / 3}
	}
	if s.Opinions == nil && s.Topics > 0 {
		s.Opinions = opinion.Uniform{Low: 0, High: 1}
	}
	if s.Reality == nil {
		s.Reality = Additive{}
	}
	for i := range s.Channels {
		if s.Channels[i].Every == 0 {
			s.Channels[i].Every = 1
		}
	}
	return s
}

// Validate reports the first parameter out of its range, those of rules, structures and events
// included. It also reports the first that does not fit the dimensions, topics or people
// (agents.Fitter). Some errors show only when a model is built: New reports them.
func (s Scenario) Validate() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("sim: scenario %q: %s", s.Name, blame(r))
		}
	}()
	if err := s.validate(); err != nil {
		return fmt.Errorf("sim: scenario %q: %w", s.Name, err)
	}
	return nil
}

func (s Scenario) validate() error {
	if err := checkFactors(s.Factors); err != nil {
		return err
	}
	names := map[string]bool{}
	for _, c := range s.Channels {
		if names[c.Name] {
			return fmt.Errorf("channel %q: two channels have this name", c.Name)
		}
		names[c.Name] = true
	}
	for _, check := range []func() error{
		s.validateSize, s.validatePeople, s.validateChannels, s.validateActivity,
		s.validateAsynchronous,
		s.validateOpinions, func() error { return s.validateEvents(names) }, s.checkFits,
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (s Scenario) validateSize() error {
	for _, f := range []struct {
		name        string
		value       int
		least, most int
	}{
		{"People", s.People, 1, network.MaxPeople},
		{"Dimensions", s.Dimensions, 1, MaxDimensions},
		{"Ticks", s.Ticks, 0, MaxTicks},
		{"Attention", s.Attention, 0, math.MaxInt32},
	} {
		if f.value < f.least || f.value > f.most {
			return fmt.Errorf("%s is %d, want %d to %d", f.name, f.value, f.least, f.most)
		}
	}
	if words := int64(s.People) * int64(agents.Width(s.Dimensions)); words > kernel.MaxWords {
		return fmt.Errorf("People times Dimensions is %d words of 64, want at most %d "+
			"(kernel.MaxWords)", words, int64(kernel.MaxWords))
	}
	return nil
}

// validatePeople checks what people are, come with and do alone, and the world that they are in.
func (s Scenario) validatePeople() error {
	for _, rule := range []any{s.Beliefs, s.Experience, s.Self, s.Reflect, s.Reality} {
		if err := valid(rule); err != nil {
			return err
		}
	}
	if s.Self != nil {
		if n, most := int64(s.Self.Words()), kernel.MaxWords/int64(s.People); n < 1 || n > most {
			return fmt.Errorf("Self has %d words a person, want 1 to %d", n, most)
		}
	}
	for _, f := range []struct {
		name  string
		rule  any
		given agents.Memory
	}{
		{"Beliefs", s.Beliefs, ofNobody}, {"Experience", s.Experience, ofPerson},
		{"Reflect", s.Reflect, ofPerson},
	} {
		if err := s.checkMemory(f.name, f.rule, s.Dimensions, f.given); err != nil {
			return err
		}
	}
	return nil
}

func (s Scenario) validateChannels() error {
	for _, c := range s.Channels {
		if err := c.validate(); err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
		if err := s.checkMemories(s.Dimensions, c.Externalize, c.Objectify, c.Internalize,
			c.Participate, c.Agenda, c.Relay); err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
		if err := s.checkAsking(c); err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
	}
	return nil
}

// validateEvents checks the events, given the names of the channels of beliefs.
func (s Scenario) validateEvents(channels map[string]bool) error {
	for _, e := range s.Events {
		if e == nil {
			return fmt.Errorf("an event is nil")
		}
		if err := valid(e); err != nil {
			return err
		}
		on, ok := during(e).(channeled)
		if ok && !channels[on.channel()] && !s.hasRealChannel(on.channel()) {
			return fmt.Errorf("%T.Channel is %q, want the name of a channel", on, on.channel())
		}
		if of, ok := e.(Suited); ok {
			if err := of.Suits(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkMemories reports the first rule of a channel whose memory checkMemory refuses.
func (s Scenario) checkMemories(
	dimensions int, speaks, decides, learns, takesPart, agenda, relay any,
) error {
	for _, f := range []struct {
		name  string
		rule  any
		given agents.Memory
	}{
		{"Externalize", speaks, ofPerson}, {"Objectify", decides, ofUnits},
		{"Internalize", learns, ofSeats}, {"Participate", takesPart, ofSeats},
		{"Agenda", agenda, ofAgenda}, {"Relay", relay, ofNobody},
	} {
		if err := s.checkMemory(f.name, f.rule, dimensions, f.given); err != nil {
			return err
		}
	}
	return nil
}

// checkAsking is checkMemories for the rules of asking.
func (s Scenario) checkAsking(c Channel) error {
	if err := s.checkMemory("Ask", c.Ask, s.Dimensions, ofSeats); err != nil {
		return err
	}
	return s.checkMemory("Reuse", c.Reuse, s.Dimensions, ofSeats)
}

func (s Scenario) hasRealChannel(name string) bool {
	for _, c := range s.RealChannels {
		if c.Name == name {
			return true
		}
	}
	return false
}

func (c Channel) validate() error {
	for _, f := range []struct {
		name    string
		missing bool
	}{
		{"Structure", c.Structure == nil}, {"Externalize", c.Externalize == nil},
		{"Objectify", c.Objectify == nil}, {"Internalize", c.Internalize == nil},
	} {
		if f.missing {
			return fmt.Errorf("%s is nil", f.name)
		}
	}
	for _, f := range []struct {
		name  string
		value int
	}{{"Every", c.Every}, {"Heed", c.Heed}, {"Load", c.Load}} {
		if f.value < 0 || f.value > math.MaxInt32 {
			return fmt.Errorf("%s is %d, want 0 to %d", f.name, f.value, math.MaxInt32)
		}
	}
	for _, rule := range []any{
		c.Structure, c.Externalize, c.Objectify, c.Internalize, c.Participate, c.Agenda, c.Relay,
		c.Ask, c.Reuse,
	} {
		if err := valid(rule); err != nil {
			return err
		}
	}
	return nil
}

func valid(rule any) error {
	if v, ok := rule.(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}
