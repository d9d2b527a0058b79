package sim

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
)

// Scenario returns what the model is a replicate of, with what nil and 0 stand for filled in.
func (m *Model) Scenario() Scenario { return m.scenario }

// Seed is the seed of the run.
func (m *Model) Seed() uint64 { return m.seed }

// Replicate is the number of the run.
func (m *Model) Replicate() uint64 { return m.replicate }

// Tick is the number of cycles run.
func (m *Model) Tick() int { return m.tick }

// People is the number of people.
func (m *Model) People() int { return m.scenario.People }

// Dimensions is the number of dimensions.
func (m *Model) Dimensions() int { return m.scenario.Dimensions }

// Err is the error that ended the run, or nil.
func (m *Model) Err() error { return m.failed }

// Done reports whether the run is over: at its cap, by its Stop, or by an error.
func (m *Model) Done() bool {
	return m.failed != nil || m.tick >= m.scenario.Ticks || m.stops() || m.failed != nil
}

// stops asks the scenario's Stop.
func (m *Model) stops() bool {
	defer m.rescue("Stop", "")
	return m.scenario.Stop != nil && m.scenario.Stop(m)
}

// Run steps until the model is done.
func (m *Model) Run() error {
	for !m.Done() {
		if err := m.Step(); err != nil {
			return err
		}
	}
	return m.failed
}

// Beliefs is what a person believes, in place: for reading, and for an event to change. In an Experiment the storage is used again.
func (m *Model) Beliefs(person int) agents.Knowledge { return m.beliefs.Row(person) }

// Joined is the tick at which a person came: 0 for founders.
func (m *Model) Joined(person int) int {
	if m.joined == nil {
		return 0
	}
	return int(m.joined[person])
}

// Landscape is the world as it is.
func (m *Model) Landscape() Landscape { return m.landscape }

// Channels is the number of channels.
func (m *Model) Channels() int { return len(m.channels) }

// Channel is the number of the channel with a name, or -1.
func (m *Model) Channel(name string) int {
	for i, c := range m.channels {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// Units are the social units of a channel.
func (m *Model) Units(channel int) *network.Units { return m.channels[channel].units }

// Norms is the number of norms that a channel keeps: its units, or 0 for circles, whose norms last one tick.
func (m *Model) Norms(channel int) int {
	if m.channels[channel].norms == nil {
		return 0
	}
	return m.channels[channel].norms.Len()
}

// Norm is what counts as knowledge in a unit of a channel, in place: for reading, and for an event to change.
func (m *Model) Norm(channel, unit int) agents.Knowledge { return m.channels[channel].norms.Row(unit) }

// Claims is what a person said in a channel in the cycle just ended. It must not be changed.
func (m *Model) Claims(channel, person int) agents.Knowledge {
	if m.lanes != nil {
		return m.lanes.claimsOf(channel, m.lane).Row(person)
	}
	return m.channels[channel].claims.Row(person)
}

// Flow is what moved through a channel in the cycle just ended.
func (m *Model) Flow(channel int) Flow { return m.channels[channel].flow }

// Replace puts a newcomer in a person's place: first beliefs drawn anew, nothing remembered, the same seats. The circle of implicit
// circles is his, and forgets too; other units do not.
func (m *Model) Replace(person int) {
	m.begin(person)
	m.beginOpinion(person)
	clear(m.experience.of(person))
	for _, c := range m.channels {
		clear(c.says.of(person))
		clear(c.takes.of(person))
		if c.norms == nil {
			clear(c.unitMemory.of(person))
		}
	}
}

func (m *Model) channelNamed(name string) *channel {
	c := m.Channel(name)
	if c < 0 {
		panic(fmt.Sprintf("there is no channel %q", name))
	}
	return m.channels[c]
}

// String says which run it is and where it stands.
func (m *Model) String() string {
	return fmt.Sprintf("scenario %q, seed %d, replicate %d, tick %d", m.scenario.Name, m.seed, m.replicate, m.tick)
}
