package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/sim"
)

// Permanent is the share of what people learned after ticks ago that they still hold: 0 to 1. A
// person learned a belief in a cycle if he holds it after the cycle and did not before, in a
// channel or not. Who has left holds nothing, and first beliefs are not learned. It is missing
// until tick after+1, and where nobody learned anything. With a turnover of r alone it is
// (1-r)^after.
//
// Depreciations say what to expect of a month.
//
// It has a history: record every tick. It keeps after+1 copies of all beliefs. An after below 1, or
// beyond MaxPast, is an error.
func Permanent(after int) Metric {
	return Metric{
		Name: fmt.Sprintf("permanent for %d", after), Unit: "share of what was learned",
		Run: func() func(*sim.Model) float64 {
			l := newLearning(after)
			return func(m *sim.Model) float64 { return l.read(m.Tick(), ofPeople(m)) }
		},
		Fits: func(s sim.Scenario) error { return checkPast(s, after) },
	}
}

// PermanentNorms is Permanent of the norms of a channel: the share of what became objective after
// ticks ago, as a belief in the norm of a unit, that is in this norm now. A norm outlives the
// people who made it. It is missing for circles, and for after+1 ticks after the number of units
// has changed. A scenario without such a channel is an error too.
func PermanentNorms(channel string, after int) Metric {
	m := overRun(fmt.Sprintf("norms permanent for %d", after), "share of what was objectified",
		channel, func() func(*sim.Model) float64 {
			l := newLearning(after)
			return func(m *sim.Model) float64 {
				c := m.Channel(channel)
				if c < 0 || m.Norms(c) == 0 {
					return math.NaN()
				}
				return l.read(m.Tick(), ofNorms(m, c))
			}
		})
	has := m.Fits
	m.Fits = func(s sim.Scenario) error { return firstError(checkPast(s, after), has(s)) }
	return m
}

// learning knows what was new in each of the last ticks.
type learning struct {
	after int
	tick  int
	now   bodies
	new   pasts[bodies]
	value float64
}

func newLearning(after int) *learning {
	return &learning{after: after, tick: -1, new: newPasts[bodies](after + 1)}
}

// read notes what is new at a tick, and returns the share of what was new after ticks before that
// is still there.
func (l *learning) read(tick int, now bodies) float64 {
	if tick == l.tick { // the run has stopped
		return l.value
	}
	switch {
	case len(now.words) != len(l.now.words):
		l.new = newPasts[bodies](l.after + 1)
	case tick == l.tick+1:
		l.new.keep(tick, now.newSince(l.now))
	}
	l.tick, l.now, l.value = tick, now, math.NaN()
	if was, ok := l.new.at(tick - l.after); ok {
		l.value = was.left(now)
	}
	return l.value
}

// newSince returns the beliefs that are new in bodies that were there before.
func (b bodies) newSince(before bodies) bodies {
	n := bodies{words: make([]agents.Word, len(b.words)), who: b.who, width: b.width}
	for i := range b.who {
		if !b.same(before, i) {
			continue
		}
		was, row := before.row(i), n.row(i)
		for j, w := range b.row(i) {
			row[j] = agents.Word{Yes: w.Yes &^ was[j].Yes, No: w.No &^ was[j].No}
		}
	}
	return n
}

// left is the share of beliefs that later bodies hold.
func (b bodies) left(now bodies) float64 {
	held, all := int64(0), int64(0)
	for i := range b.who {
		all += int64(b.row(i).Known())
		if b.same(now, i) {
			held += int64(alike(b.row(i), now.row(i)))
		}
	}
	return ratio(held, all)
}
