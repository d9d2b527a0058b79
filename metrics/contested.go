package metrics

import (
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// Complacency is for how many ticks the norm of a unit has not changed, although somebody who is
// heard there stands above it. A unit in which nobody does counts 0. It is the mean over the units
// of a channel, 0 or more. Merit is judged within what the unit was about in the cycle just ended,
// on all dimensions of that, by beliefs and norm as they are now. It is missing for circles.
//
// It has a history: record every tick, because it sees changes only from one recorded tick to the
// next. A norm counts as changed at tick 0.
func Complacency(channel string) Metric {
	return overRun("complacency", "ticks", channel, func() func(*sim.Model) float64 {
		var h normHistory
		return func(m *sim.Model) float64 {
			c := h.read(m, channel)
			if c < 0 {
				return math.NaN()
			}
			sum := int64(0)
			for u, since := range h.since {
				if someoneAbove(m, c, u) {
					sum += int64(m.Tick() - since)
				}
			}
			return ratio(sum, int64(len(h.since)))
		}
	})
}

// someoneAbove reports whether a voice of a unit stands above the norm.
func someoneAbove(m *sim.Model, channel, unit int) bool {
	norm := m.Merit(channel, unit, m.Norm(channel, unit))
	for _, p := range m.Units(channel).Voices(unit) {
		if !m.Vacant(int(p)) && m.Merit(channel, unit, m.Beliefs(int(p))) > norm {
			return true
		}
	}
	return false
}

// Reversals counts the dimensions in which the norm of a unit has turned from +1 to -1 or back
// since the recorded tick before. It is the mean over the units of a channel, for 100 ticks. It is
// 0 at the first recorded tick, and missing for circles. It has a history: record every tick.
func Reversals(channel string) Metric {
	return overRun("reversals", "per unit and 100 ticks", channel, func() func(*sim.Model) float64 {
		var h normHistory
		return func(m *sim.Model) float64 {
			if h.read(m, channel) < 0 {
				return math.NaN()
			}
			if h.ticks == 0 {
				return 0
			}
			return 100 * ratio(h.reversed, int64(len(h.since))*int64(h.ticks))
		}
	})
}

// normHistory says when each norm of a channel changed.
type normHistory struct {
	units    []int              // their sim.Model.UnitID, as they were read
	norms    []agents.Knowledge // as they were read
	since    []int              // the tick at which each changed
	at       int                // the tick that was read
	ticks    int                // from the tick read before to that one
	reversed int64              // dimensions that turned between the two
}

// read compares the norms with those read before. It returns the number of the channel, or -1 if it
// keeps no norms.
func (h *normHistory) read(m *sim.Model, channel string) int {
	c := m.Channel(channel)
	if c < 0 || m.Norms(c) == 0 {
		return -1
	}
	h.ticks, h.at, h.reversed = m.Tick()-h.at, m.Tick(), 0
	if units := identities(m, c); !slices.Equal(units, h.units) { // the first tick, or other units
		h.norms, h.since, h.ticks = make([]agents.Knowledge, m.Norms(c)), make([]int, m.Norms(c)), 0
		for u := range h.norms {
			h.norms[u], h.since[u] = m.Norm(c, u).Clone(), m.Tick()
		}
		h.units = units
	}
	for u, was := range h.norms {
		norm := m.Norm(c, u)
		if was.Equal(norm) {
			continue
		}
		h.since[u] = m.Tick()
		for i, w := range norm {
			h.reversed += int64(ones(w.Yes&was[i].No | w.No&was[i].Yes))
		}
		copy(was, norm)
	}
	return c
}

// Drama is the share of the open dimensions of a unit in which a third or more of those who spoke
// of the dimension opposed the norm, in the cycle just ended: 0 to 1. Open is what the unit was
// about. A dimension counts as not opposed where the norm is empty, or nobody spoke. The norm is
// the one after the cycle. It is the mean over the units of a channel that met. It is missing for
// circles, at tick 0, and where no unit met.
func Drama(channel string) Metric {
	return inChannel("drama", "share of open dimensions", channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 || m.Norms(c) == 0 || m.Tick() == 0 {
			return math.NaN()
		}
		sum, units := 0., int64(0)
		for u := range m.Norms(c) {
			if opposed, open := opposition(m, c, u); open > 0 {
				sum += float64(opposed) / float64(open)
				units++
			}
		}
		if units == 0 {
			return math.NaN()
		}
		return sum / float64(units)
	})
}

// opposition counts the open dimensions of a unit, and those in which its norm is opposed.
func opposition(m *sim.Model, channel, unit int) (opposed, open int) {
	norm, about := m.Norm(channel, unit), m.About(channel, unit)
	var claims []agents.Knowledge
	for _, p := range m.Units(channel).Voices(unit) {
		if !m.Vacant(int(p)) {
			claims = append(claims, m.Claims(channel, int(p)))
		}
	}
	for d := range m.Dimensions() {
		if about != nil && about[d/64]>>uint(d%64)&1 == 0 {
			continue
		}
		open++
		if opposes(claims, norm.Get(d), d) {
			opposed++
		}
	}
	return opposed, open
}

// opposes reports whether a third or more of those who speak of a dimension oppose what is held.
func opposes(claims []agents.Knowledge, held agents.Belief, d int) bool {
	if held == 0 {
		return false
	}
	speak, oppose := 0, 0
	for _, claim := range claims {
		switch claim.Get(d) {
		case held:
			speak++
		case -held:
			speak++
			oppose++
		}
	}
	return speak > 0 && 3*oppose >= speak
}
