package sim

import "fmt"

// It is a bug to ask a model for something that does not exist. All methods of Model that take a
// number then panic. The text names the method, the model, what was asked for and the range.

// misused panics.
func (m *Model) misused(method, format string, args ...any) {
	panic(fmt.Sprintf("sim: %v: Model.%s: %s", m, method, fmt.Sprintf(format, args...)))
}

// mustBePerson panics if there is no such person.
func (m *Model) mustBePerson(method string, person int) {
	if uint(person) >= uint(m.scenario.People) {
		m.misused(method, "there is no person %d, want 0 to %d", person, m.scenario.People-1)
	}
}

// beliefsIn returns a channel of beliefs.
func (m *Model) beliefsIn(method string, channel int) *channel {
	if uint(channel) >= uint(len(m.channels)) {
		m.mustBeOf(method, "channel", channel, len(m.channels))
	}
	return m.channels[channel]
}

// opinionsIn returns a channel of opinions.
func (m *Model) opinionsIn(method string, channel int) *realChannel {
	all := m.opinions.channels
	if uint(channel) >= uint(len(all)) {
		m.mustBeOf(method, "channel of opinions", channel, len(all))
	}
	return all[channel]
}

// mustBeOf panics if a number is not one of 0 to of-1.
func (m *Model) mustBeOf(method, what string, number, of int) {
	if of == 0 {
		m.misused(method, "there is no %s %d: there are none", what, number)
	}
	if number < 0 || number >= of {
		m.misused(method, "there is no %s %d, want 0 to %d", what, number, of-1)
	}
}

// mustKeep panics if a channel does not keep the norm of a unit.
func (m *Model) mustKeep(method, name string, kept, unit int) {
	if kept == 0 {
		m.misused(method, "channel %q keeps no norms: those of circles last one tick", name)
	}
	if unit < 0 || unit >= kept {
		m.misused(method, "there is no unit %d in channel %q, want 0 to %d", unit, name, kept-1)
	}
}
