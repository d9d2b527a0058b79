package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// MaxInsular is the largest number of people for Insularity, because it keeps 4 bytes for each
// ordered pair of people in each run.
const MaxInsular = 4096

// Insularity is the share of the others whom a person has not heard in the last ticks in a channel:
// 1 - (distinct people heard)/(N-1), as a mean over people, 0 to 1. He hears another in a tick if
// that one is a voice of a unit from which he learns, whether or not he speaks. It is missing for
// one person. The window is a number of ticks, 1 or more; all of a run's ticks make it a measure of
// the whole run. It is 1 at tick 0.
//
// It has a history: record every tick. Of recorded ticks that lie apart, the units of the earlier
// one count for all ticks between. A structure that changes by itself counts with the units that it
// had when the tick began. More than MaxInsular people are an error.
func Insularity(channel string, window int) Metric {
	m := overRun("insularity", "share of others", channel, func() func(*sim.Model) float64 {
		h := &hearings{window: window}
		return func(m *sim.Model) float64 { return h.read(m, channel) }
	})
	m.Fits = func(s sim.Scenario) error {
		switch {
		case window < 1:
			return fmt.Errorf("a window of %d ticks, want 1 or more", window)
		case s.People > MaxInsular:
			return fmt.Errorf("%d people, want at most %d", s.People, MaxInsular)
		}
		return hasChannel(s, channel)
	}
	return m
}

// hearings says when each person heard each other one for the last time.
type hearings struct {
	window int
	at     int            // the tick that was read
	last   []int32        // of each ordered pair: the tick, or 0
	graph  *network.Graph // who hears whom since then
	lists  lists          // of the units
	value  float64
	valid  bool // value stays the same while the units do
}

func (h *hearings) read(m *sim.Model, channel string) float64 {
	c := m.Channel(channel)
	if c < 0 || m.People() == 1 {
		return math.NaN()
	}
	if h.last == nil {
		h.last = make([]int32, m.People()*m.People())
	}
	h.valid = h.valid && m.Present() == m.People()
	if m.Tick() > h.at && h.graph != nil && !h.valid {
		h.mark(m.Tick())
	}
	if !h.valid {
		h.value = h.count(m)
	}
	h.valid = h.window >= m.Scenario().Ticks && m.Tick() > h.at && m.Present() == m.People()
	h.at = m.Tick()
	if units := m.Units(c); h.graph == nil || h.lists.differ(units) {
		h.graph, h.valid = units.Contacts(), false
		h.lists.keep(units)
	}
	return h.value
}

// mark notes that everybody heard his contacts until a tick.
func (h *hearings) mark(tick int) {
	n := h.graph.People()
	for p := range n {
		for _, q := range h.graph.Heard(p) {
			h.last[p*n+int(q)] = int32(tick)
		}
	}
}

func (h *hearings) count(m *sim.Model) float64 {
	n, heard := m.People(), int64(0)
	since := int32(max(m.Tick()-h.window, 0))
	for p := range present(m) {
		for _, tick := range h.last[p*n : (p+1)*n] {
			if tick > since {
				heard++
			}
		}
	}
	return 1 - ratio(heard, int64(m.Present())*int64(n-1))
}

// lists are a copy of who is heard in which unit, and who learns from it.
type lists struct {
	starts, seatStarts []uint32
	voices, seats      []int32
}

func (l *lists) differ(u *network.Units) bool {
	starts, voices := u.Lists()
	seatStarts, seats := u.Seats()
	return !slices.Equal(l.voices, voices) || !slices.Equal(l.starts, starts) ||
		!slices.Equal(l.seats, seats) || !slices.Equal(l.seatStarts, seatStarts)
}

func (l *lists) keep(u *network.Units) {
	starts, voices := u.Lists()
	seatStarts, seats := u.Seats()
	l.starts, l.voices = slices.Clone(starts), slices.Clone(voices)
	l.seatStarts, l.seats = slices.Clone(seatStarts), slices.Clone(seats)
}
