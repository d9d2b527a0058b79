package metrics

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// Group is some of the people who are present, for metrics about them.
type Group struct {
	Name string
	// Of returns a function that says who belongs to the group at this tick.
	Of func(m *sim.Model) func(person int) bool
}

// Everybody is all people who are present.
var Everybody = Group{"all", func(*sim.Model) func(int) bool {
	return func(int) bool { return true }
}}

// Novices are the people who have been there for fewer than so many ticks. Founders came at tick 0.
func Novices(ticks int) Group {
	return Group{fmt.Sprintf("there for less than %d", ticks), func(m *sim.Model) func(int) bool {
		return func(p int) bool { return m.Tick()-m.Joined(p) < ticks }
	}}
}

// Veterans are the people who have been there for so many ticks or more.
func Veterans(ticks int) Group {
	return Group{fmt.Sprintf("there for %d or more", ticks), func(m *sim.Model) func(int) bool {
		return func(p int) bool { return m.Tick()-m.Joined(p) >= ticks }
	}}
}

// AboveMean are the people whose score is above the mean of all.
var AboveMean = Group{"above the mean", func(m *sim.Model) func(int) bool {
	sum := m.Paid()
	return func(p int) bool { return aboveMean(m, p, sum) }
}}

// BelowMean are the others: people whose score is at most the mean of all.
var BelowMean = Group{"at most the mean", func(m *sim.Model) func(int) bool {
	sum := m.Paid()
	return func(p int) bool { return !aboveMean(m, p, sum) }
}}

// aboveMean reports whether the score of a person is above the mean, by the sum of all.
func aboveMean(m *sim.Model, p int, sum int64) bool {
	return int64(m.Landscape().Score(m.Beliefs(p)))*int64(m.Present()) > sum
}

// Gain is what it is worth to a group of people to heed a channel in the tick to come: how much
// more reality then pays for what they believe, as a mean over the group, as a share of the largest
// score that reality pays. It may be negative, down to the width of the range of Score. Of a
// repository it is the gain of reading. The difference of two channels says in which of them a tick
// is better spent.
//
// It is found in a copy of the model. The copy runs on for one tick by the same chance, but without
// events, own trials and activities. Everybody listens in this channel only, where he learns from
// norms and asks nobody. All are heard everywhere as before. Who has no seat there gains nothing,
// and neither does he whose unit does not meet in that tick. It is missing where nobody is in the
// group. The model does not change. Each reading takes the storage of one more model, and the time
// of one more tick. A scenario without such a channel, an asynchronous one, and one of sim.MaxTicks
// are errors.
func Gain(channel string, of Group) Metric {
	m := inChannel("gain, "+of.Name, "share of the most", channel, func(m *sim.Model) float64 {
		c, has := m.Clone(), of.Of(m)
		if err := heedOnly(c, channel); err != nil {
			panic(err)
		}
		gain, n := int64(0), int64(0)
		for p := range present(m) {
			if has(p) {
				gain += int64(c.Landscape().Score(c.Beliefs(p)))
				gain -= int64(m.Landscape().Score(m.Beliefs(p)))
				n++
			}
		}
		return ratio(gain, n*int64(m.Landscape().Max()))
	})
	m.Fits = func(s sim.Scenario) error { return canHeed(s, channel) }
	return m
}

func canHeed(s sim.Scenario, channel string) error {
	switch {
	case s.Asynchronous:
		return fmt.Errorf("the scenario is asynchronous, want ticks in which all learn at once")
	case s.Ticks >= sim.MaxTicks:
		return fmt.Errorf("Ticks is %d, want at most %d for one tick more", s.Ticks, sim.MaxTicks-1)
	}
	return hasChannel(s, channel)
}

// heedOnly runs a model for one tick in which people listen in one channel only.
func heedOnly(m *sim.Model, channel string) error {
	s := m.Scenario()
	s.Experience, s.Activity, s.Reflect = nil, nil, nil
	s.Channels, s.RealChannels = slices.Clone(s.Channels), slices.Clone(s.RealChannels)
	for i := range s.Channels {
		c := &s.Channels[i]
		c.Ask = nil
		if c.Name != channel {
			c.Participate = deaf{c.Participate}
		}
	}
	for i := range s.RealChannels {
		c := &s.RealChannels[i]
		c.Participate = deaf{c.Participate}
	}
	return runOn(m, s, 1)
}

// deaf lets nobody hear. Who is heard is as before.
type deaf struct{ of agents.Participant }

// Part implements agents.Participant.
func (d deaf) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	if d.of == nil {
		return agents.Heard
	}
	return d.of.Part(p, u, rank) & agents.Heard
}

// Memory implements agents.Rememberer.
func (d deaf) Memory(dimensions int) agents.Memory {
	if r, ok := d.of.(agents.Rememberer); ok {
		return r.Memory(dimensions)
	}
	return agents.Memory{}
}
