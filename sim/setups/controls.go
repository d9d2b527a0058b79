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

// Randomized returns the control of an organization. It has the same sizes of units and seats per
// person, or for circles the same degrees. Members are drawn at random in every replicate. If an
// organization does better than this control, the reason is its arrangement, or that it is
// connected, but not its amount of contact.
func Randomized(s sim.Scenario) sim.Scenario {
	return control(s, RandomizedSuffix, false)
}

// Connected is Randomized with connected arrangements only: everybody can reach everybody
// (network.Randomized.Connected). If an organization does better than this control, the reason is
// its arrangement alone. If this control does better than Randomized, the reason is that it is
// connected. If no arrangement is connected, as of isolated units, sim.New returns an error that
// wraps network.ErrApart.
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
