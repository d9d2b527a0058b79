package setups

import (
	"orglearn/network"
	"orglearn/sim"
)

// Suffixes end the names of controls.
const (
	RandomizedSuffix = " randomized"
	ConnectedSuffix  = " connected"
)

// Randomized is the control that belongs to an organization: the same sizes of units and seats per
// person, for circles the same degrees, members drawn at random in every replicate. What an
// organization does better than its randomization is owed to its arrangement, or to hanging
// together, and not to its contact budget.
func Randomized(s sim.Scenario) sim.Scenario {
	return control(s, RandomizedSuffix, false)
}

// Connected is Randomized among the arrangements that hang together (network.Randomized.Connected).
// What an organization does better than this is owed to its arrangement alone; what this does
// better than Randomized, to hanging together. Where no arrangement can, as of isolated units, New
// gives an error that wraps network.ErrApart.
func Connected(s sim.Scenario) sim.Scenario { return control(s, ConnectedSuffix, true) }

func control(s sim.Scenario, suffix string, connected bool) sim.Scenario {
	s.Name += suffix
	channels := make([]sim.Channel, len(s.Channels))
	for i, c := range s.Channels {
		c.Structure = network.Randomized{Of: c.Structure, Connected: connected}
		channels[i] = c
	}
	s.Channels = channels
	return s
}
