package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
)

// Animation is what the animators of a channel do for the cycle to come (agenda.Animate): claims
// passed on and invitations, per unit, 0 to 2. For the mean over a run take SoFar. A scenario
// without such a channel, or whose Participate holds no practice.Floor, is an error.
func Animation(channel string) Metric {
	return ofFloors("animation", "acts per unit", channel, func(m *sim.Model, units int) float64 {
		acts := int64(0)
		for u := range units {
			passes, invites := agenda.Acts(m, channel, u)
			for _, act := range [...]bool{passes, invites} {
				if act {
					acts++
				}
			}
		}
		return ratio(acts, int64(units))
	})
}

// Silence is for how many ticks in a row a member of a unit has not had the floor, the cycle to
// come included: the mean over members and units of a channel, 0 or more. It is missing where no
// unit has members who are heard. See Animation for errors.
func Silence(channel string) Metric {
	return ofFloors("silence", "ticks", channel, func(m *sim.Model, units int) float64 {
		ticks, members := 0, 0
		for u := range units {
			t, n := agenda.Waited(m, channel, u)
			ticks, members = ticks+t, members+n
		}
		return ratio(int64(ticks), int64(members))
	})
}

func ofFloors(name, unit, channel string, of func(m *sim.Model, units int) float64) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		if hasFloor(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		return of(m, m.Units(m.Channel(channel)).Len())
	})
	m.Fits = func(s sim.Scenario) error { return hasFloor(s, channel) }
	return m
}

// hasFloor returns an error where a channel has no floor to give.
func hasFloor(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if _, ok := practice.FloorIn(c.Participate); c.Name == channel && !ok {
			return fmt.Errorf("channel %q has the Participate %T, want a practice.Floor in it",
				channel, c.Participate)
		}
	}
	return hasChannel(s, channel)
}
