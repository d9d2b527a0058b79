package metrics

import (
	"math"

	"orglearn/sim"
)

// MeetingTime is the share of people's seats whose units met in the cycle just ended: 0 to 1. A
// unit meets if its Agenda is about anything. Without an Agenda it is 1. It is missing at tick 0,
// and where nobody has a seat.
func MeetingTime(channel string) Metric {
	return inChannel("meeting time", "share of seats", channel, func(m *sim.Model) float64 {
		return metShare(m, channel, func(met, seats int) (int, int) { return met, seats })
	})
}

// Occupied is the share of people with a seat who had one in a unit that met in the cycle just
// ended: 0 to 1. It is what time costs where one heeds one seat a tick. It is missing where
// MeetingTime is.
func Occupied(channel string) Metric {
	return inChannel("occupied", "share of people", channel, func(m *sim.Model) float64 {
		return metShare(m, channel, func(met, seats int) (int, int) {
			return min(met, 1), min(seats, 1)
		})
	})
}

// metShare is the ratio of two sums over people of what their seats count for: the number of those
// that met, and of all.
func metShare(m *sim.Model, channel string, count func(met, seats int) (int, int)) float64 {
	c := m.Channel(channel)
	if c < 0 || m.Tick() == 0 {
		return math.NaN()
	}
	some, all := int64(0), int64(0)
	for p := range present(m) {
		met := 0
		for _, u := range m.Units(c).Of(p) {
			if isAbout(m.About(c, int(u))) {
				met++
			}
		}
		part, whole := count(met, len(m.Units(c).Of(p)))
		some, all = some+int64(part), all+int64(whole)
	}
	return ratio(some, all)
}

// isAbout reports whether a mask has a dimension; nil is all.
func isAbout(mask []uint64) bool {
	for _, lanes := range mask {
		if lanes != 0 {
			return true
		}
	}
	return mask == nil
}
