package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/sim"
)

// Transmissible is by how much hearing a belief makes people hold it after ticks later:
//
//	P(held then | heard, not held) - P(held then | not heard, not held)
//
// It is over all cycles that began long enough ago, all people, dimensions and both signs of a
// belief, such as +1, that the person does not hold when the cycle begins. He hears it in the cycle
// if another voice of a unit in which he learns says it, whether or not he heeds the unit. Then is
// after ticks after the beginning of the cycle, so with 1 it is the end of the cycle. Who has left
// by then does not count.
//
// It goes from -1 to 1: 1 where all who hear a belief hold it then and nobody else does, 0 where
// hearing makes no difference. It does not tell hearing apart from what goes with it: what many
// say, many more may find out alone. It is missing as long as nobody has heard, or everybody, so
// long ago.
//
// It has a history: record every tick. It keeps 2*after copies of all beliefs. An after below 1, or
// beyond MaxPast, is an error, and so is a scenario without the channel. Where an event has just
// changed who sits where, the new places count.
func Transmissible(channel string, after int) Metric {
	m := overRun(fmt.Sprintf("transmissible in %d", after), "difference of shares", channel,
		func() func(*sim.Model) float64 {
			t := &transmission{after: after, tick: -1, past: newPasts[hearsay](after)}
			return func(m *sim.Model) float64 { return t.read(m, channel) }
		})
	has := m.Fits
	m.Fits = func(s sim.Scenario) error { return firstError(checkPast(s, after), has(s)) }
	return m
}

// transmission knows who heard what in each of the last cycles.
type transmission struct {
	after int
	tick  int
	now   bodies
	past  pasts[hearsay]

	heard, unheard [2]int64 // of beliefs that were not held: those held later, and all
}

// hearsay are the beliefs that people did not hold when a cycle began: those that they heard in it,
// and those that they did not hear.
type hearsay struct{ heard, unheard bodies }

func (t *transmission) read(m *sim.Model, channel string) float64 {
	c := m.Channel(channel)
	if c < 0 {
		return math.NaN()
	}
	if m.Tick() == t.tick { // the run has stopped
		return t.value()
	}
	now := ofPeople(m)
	if m.Tick() == t.tick+1 && t.tick >= 0 {
		t.past.keep(m.Tick(), hearsayOf(m, c, t.now))
	}
	t.tick, t.now = m.Tick(), now
	if was, ok := t.past.at(m.Tick() - t.after + 1); ok {
		was.heard.count(now, &t.heard)
		was.unheard.count(now, &t.unheard)
	}
	return t.value()
}

func (t *transmission) value() float64 {
	return ratio(t.heard[0], t.heard[1]) - ratio(t.unheard[0], t.unheard[1])
}

// count adds up the beliefs of people who are still there later: those that they hold, and all.
func (b bodies) count(later bodies, sums *[2]int64) {
	for i := range b.who {
		if b.same(later, i) {
			sums[0] += b.held(later, i)
			sums[1] += int64(b.known(i))
		}
	}
}

// hearsayOf returns what was heard in the cycle just ended, of what people did not hold before.
func hearsayOf(m *sim.Model, channel int, before bodies) hearsay {
	heard := heardIn(m, channel)
	h := hearsay{heard, bodies{make([]agents.Word, len(heard.words)), before.who, before.width}}
	h.heard.who = before.who
	for i := range before.words {
		lanes := agents.Lanes(m.Dimensions(), i%before.width)
		held, w := before.words[i], &h.heard.words[i]
		h.unheard.words[i] = agents.Word{
			Yes: lanes &^ (held.Yes | w.Yes), No: lanes &^ (held.No | w.No),
		}
		w.Yes, w.No = w.Yes&^held.Yes, w.No&^held.No
	}
	return h
}

// heardIn returns, for each person, the claims of the other voices of all units in which he learns.
// Both signs of a dimension may be among them.
func heardIn(m *sim.Model, channel int) bodies {
	width, units := agents.Width(m.Dimensions()), m.Units(channel)
	b := bodies{words: make([]agents.Word, m.People()*width), width: width}
	once, twice := make(agents.Knowledge, width), make(agents.Knowledge, width)
	voice := make([]int, m.People()) // the last unit of which a person is a voice, counted from 1
	for u := range units.Len() {
		clear(once)
		clear(twice)
		for _, p := range units.Voices(u) {
			voice[p] = u + 1
			addClaim(once, twice, m.Claims(channel, int(p)))
		}
		for _, p := range units.Audience(u) {
			var own agents.Knowledge
			if voice[p] == u+1 {
				own = m.Claims(channel, int(p))
			}
			hear(b.row(int(p)), once, twice, own)
		}
	}
	return b
}

// addClaim adds a claim to those that were made at least once, and at least twice.
func addClaim(once, twice, claim agents.Knowledge) {
	for i, w := range claim {
		twice[i].Yes, twice[i].No = twice[i].Yes|once[i].Yes&w.Yes, twice[i].No|once[i].No&w.No
	}
	join(once, claim)
}

// hear adds to what a person hears what somebody else said. own is what he said himself, or nil.
func hear(heard, once, twice, own agents.Knowledge) {
	for i, w := range once {
		if own != nil {
			w.Yes, w.No = w.Yes&^own[i].Yes|twice[i].Yes, w.No&^own[i].No|twice[i].No
		}
		heard[i].Yes, heard[i].No = heard[i].Yes|w.Yes, heard[i].No|w.No
	}
}
