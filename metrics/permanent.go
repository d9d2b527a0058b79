package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/sim"
)

// Permanent is the share of what people learned that they still hold after ticks later: 0 to 1,
// over all that was learned so far and long enough ago. A person learned a belief in a cycle if he
// holds it after the cycle and did not before, in a channel or not. Who has left holds nothing, and
// first beliefs are not learned. It is missing as long as nothing was learned so long ago. With a
// turnover of r alone it is (1-r)^after. Depreciations say what to expect of a month.
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

// PermanentNorms is Permanent of the norms of a channel: the share of what became objective, as a
// belief in the norm of a unit, that is in this norm after ticks later. A norm outlives the people
// who made it. It is missing for circles. What became objective before the number of units changed
// does not count, and neither does what is in a unit that got another number. A scenario without
// such a channel is an error too.
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
	after     int
	tick      int
	now       bodies
	new       pasts[bodies]
	held, all int64 // of what was new long enough ago
}

func newLearning(after int) *learning {
	return &learning{after: after, tick: -1, new: newPasts[bodies](after + 1)}
}

// read notes what is new at a tick, and returns the share of what was new after ticks before that
// is still there.
func (l *learning) read(tick int, now bodies) float64 {
	if tick == l.tick { // the run has stopped
		return ratio(l.held, l.all)
	}
	switch {
	case len(now.words) != len(l.now.words):
		l.new = newPasts[bodies](l.after + 1)
	case tick == l.tick+1:
		l.new.keep(tick, now.newSince(l.now))
	}
	l.tick, l.now = tick, now
	if was, ok := l.new.at(tick - l.after); ok {
		for i := range was.who {
			l.all += int64(was.known(i))
			l.held += was.held(now, i)
		}
	}
	return ratio(l.held, l.all)
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
