package sim

import (
	"errors"
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// Tradition begins a run with norms that have no reason. At tick 0 each unit of a channel gets a
// norm of +1 in every dimension, and all who learn from the unit believe it. Reality is drawn
// without regard to it, so it is right in half of the dimensions by chance. It is taken for granted
// with a given strength.
//
// The strength stands for a label. In Zucker's experiments (1977, American Sociological Review
// 42:726-743) an arbitrary norm was handed on among persons, in an organization, or in an office
// within one. So 0, 3 and 7 stand for little, more and most institutionalization. A strength above
// 0 needs a channel whose units vote by practice.Vote, or by practice.Levels of it; else the run
// ends with an error. So it does in circles, which keep no norms.
type Tradition struct {
	Channel  string
	Strength int // 0 to practice.MostStrength
}

// Happen implements Event.
func (e Tradition) Happen(m *Model, _ *agents.Stream) {
	if m.tick != 0 {
		return
	}
	if err := e.fits(m); err != nil {
		m.fail(fmt.Sprintf("Tradition: channel %q: %v", e.Channel, err))
		return
	}
	c := m.Channel(e.Channel)
	for u := range m.Norms(c) {
		norm := m.Norm(c, u)
		for i := range norm {
			norm[i] = agents.Word{Yes: agents.Lanes(m.Dimensions(), i)}
		}
		e.label(m.channels[c], u, m.Dimensions())
		for _, p := range m.Units(c).Audience(u) {
			if !m.Vacant(int(p)) {
				copy(m.Beliefs(int(p)), norm)
			}
		}
	}
}

// fits returns an error where the channel cannot have a tradition of this strength.
func (e Tradition) fits(m *Model) error {
	c := m.Channel(e.Channel)
	if c < 0 || m.Norms(c) == 0 {
		return errors.New("it keeps no norms of beliefs")
	}
	if e.Strength > 0 && !practice.KeepsStrengths(m.channels[c].Objectify) {
		return fmt.Errorf("Objectify is %T, want a practice.Vote, which keeps strengths",
			m.channels[c].Objectify)
	}
	return nil
}

// label gives the norm of a unit its strength.
func (e Tradition) label(c *channel, unit, dimensions int) {
	for d := range dimensions {
		if e.Strength > 0 {
			practice.Strengths(c.makes.planes(unit)).Set(d, e.Strength)
		}
	}
}

// Name implements Named.
func (Tradition) Name() string { return "tradition" }

// Validate reports a Strength outside 0 to practice.MostStrength.
func (e Tradition) Validate() error {
	if e.Strength < 0 || e.Strength > practice.MostStrength {
		return fmt.Errorf("Tradition.Strength is %d, want 0 to %d", e.Strength,
			practice.MostStrength)
	}
	return nil
}

func (e Tradition) channel() string { return e.Channel }
