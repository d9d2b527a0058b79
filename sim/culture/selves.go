package culture

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Selves gives everybody who comes traits: practice.Traits, in the first word of his self. Each
// value from 0 to practice.MostTrait is as likely for each trait, whatever the others are.
type Selves struct {
	Of sim.Selves // what people are besides, in the words after (nil: nothing)
}

// Words implements sim.Selves: one more than Of has.
func (s Selves) Words() int {
	if s.Of == nil {
		return 1
	}
	return s.Of.Words() + 1
}

// Begin implements sim.Selves.
func (s Selves) Begin(p *agents.Person, self []uint64) {
	for trait := range practice.AllTraits {
		practice.TraitsOf(self).Begin(trait, p.IntN(practice.MostTrait+1))
	}
	if s.Of != nil {
		s.Of.Begin(p, self[1:])
	}
}

// Validate reports what Of reports.
func (s Selves) Validate() error {
	if of, ok := s.Of.(agents.Validator); ok {
		return of.Validate()
	}
	return nil
}

// Fits reports what Of cannot serve.
func (s Selves) Fits(dimensions, people int) error {
	if of, ok := s.Of.(agents.Fitter); ok {
		return of.Fits(dimensions, people)
	}
	return nil
}

// suits reports a scenario in which people have no traits, or that lacks a channel of beliefs. The
// name "" stands for no channel.
func suits(event string, s sim.Scenario, channel string) error {
	if _, ok := s.Self.(Selves); !ok {
		return fmt.Errorf("culture.%s needs people with traits: Scenario.Self is %T, want "+
			"culture.Selves", event, s.Self)
	}
	if channel == "" {
		return nil
	}
	for _, c := range s.Channels {
		if c.Name == channel {
			return nil
		}
	}
	return fmt.Errorf("%s.Channel is %q, want the name of a channel of beliefs", event, channel)
}

// traits returns those of a person.
func traits(m *sim.Model, person int) practice.Traits { return practice.TraitsOf(m.Self(person)) }
