package sim

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// asLanes says whether replicates of the model may run as lanes, and if not, why.
func (m *Model) asLanes() way {
	if way := m.scenario.asLanes(); !way.taken {
		return way
	}
	for _, c := range m.channels {
		if c.lane < 0 {
			return refused("who hears whom in channel %q is not the same in all replicates", c.Name)
		}
		if c.nested {
			return refused("units of channel %q hear others", c.Name)
		}
	}
	for p := range m.scenario.People {
		if m.seatCount(p) > 1 {
			return refused("person %d has several seats, of which he draws one", p)
		}
	}
	return taken()
}

func (m *Model) seatCount(p int) int {
	n := 0
	for _, f := range m.forums {
		if f.lasting {
			n += len(f.units.Of(p))
		} else {
			n++
		}
	}
	return n
}

// asLanes says whether the scenario itself lets replicates run as lanes, and if not, why.
// Structures are not built for it.
func (s Scenario) asLanes() way {
	if len(s.Channels) == 0 {
		return refused("there is no channel of beliefs")
	}
	for _, c := range s.Channels {
		if why := s.mayBeLane(c); why != "" {
			return refused("%s", why)
		}
		if agents.Reviews(c.Objectify) {
			return refused("%T looks back", c.Objectify)
		}
		if field := leftover(c.named()); field != "" {
			return refused("Channel.%s is set", field)
		}
	}
	for _, e := range s.Events {
		switch during(e).(type) {
		case Turnover, Turbulence:
		default:
			return refused("the event %T may happen", e)
		}
	}
	if !s.countable() {
		return refused("reality is seen in part, or is neither Additive nor Blocks")
	}
	s.Name, s.Factors = "", nil
	s.People, s.Dimensions, s.Ticks, s.Attention = 0, 0, 0, 0
	s.Channels, s.Events, s.Stop, s.Beliefs, s.Reality = nil, nil, nil, nil, nil
	if field := leftover(s); field != "" {
		return refused("Scenario.%s is set", field)
	}
	return taken()
}

// isLane reports whether a channel draws its chance as a lane. It does if the organization is
// small, the rules are Lanewise, and who hears whom is the same in all replicates. Nothing else may
// count, because other settings and channels must not change the chance of a channel.
func (m *Model) isLane(c *channel) bool {
	return m.scenario.mayBeLane(c.Channel) == "" && c.rewirer == nil && !c.drawn
}

// mayBeLane returns the reason why a channel cannot draw its chance as a lane, or "".
func (s Scenario) mayBeLane(c Channel) string {
	switch {
	case s.Dimensions > lanesMost:
		return fmt.Sprintf("there are more than %d dimensions", lanesMost)
	case s.People > lanesSize/s.Dimensions:
		return "there are too many people for a cache"
	case s.Asynchronous:
		return "Scenario.Asynchronous is set"
	}
	for _, rule := range []any{c.Externalize, c.Objectify, c.Internalize} {
		if !lanewise(rule) {
			return fmt.Sprintf("%T does not say that it is Lanewise", rule)
		}
	}
	return ""
}

func lanewise(rule any) bool {
	l := kernel.Own[agents.Lanewise](rule)
	_, remembers := rule.(agents.Rememberer)
	return l != nil && !remembers && l.Lanewise()
}

// countable reports whether all of reality is seen, and its score can be counted in all lanes at
// once.
func (s Scenario) countable() bool {
	switch r := s.Reality.(type) {
	case nil:
		return true
	case Additive:
		return r == Additive{}
	case Blocks:
		return r == Blocks{Size: r.Size}
	}
	return false
}
