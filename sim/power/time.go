package power

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// MeetingTicks is the number of ticks of the present period in which a unit of a channel of beliefs
// meets: 0 to Allotment.Every. It is 0 in a channel without a practice.Allotment.
func MeetingTicks(m *sim.Model, channel string, unit int) int {
	every := everyOf(m, channel)
	if every == 0 {
		return 0
	}
	return every - bits.OnesCount64(meetingsOf(m, channel, unit).Closed())
}

// meetingsOf returns the Meetings of a unit.
func meetingsOf(m *sim.Model, channel string, unit int) practice.Meetings {
	remembered, err := m.Remembered(channel)
	if err != nil {
		panic(err)
	}
	rule := m.Scenario().Channels[m.Channel(channel)].Agenda
	meetings, _ := practice.MeetingsOf(rule, remembered.Agenda(unit), m.Dimensions())
	return meetings
}

// everyOf returns the period of a channel of beliefs, or 0 if it has none.
func everyOf(m *sim.Model, channel string) int {
	for _, c := range m.Scenario().Channels {
		if r, ok := practice.AllotmentOf(c.Agenda); ok && c.Name == channel {
			return r.Every
		}
	}
	return 0
}

// suits returns the period of a channel of beliefs. That it has none is an error, and so are two
// events that allot its time at the same tick: the second would undo the first.
func suits(event string, s sim.Scenario, channel string) (every int, err error) {
	for _, c := range s.Channels {
		if c.Name != channel {
			continue
		}
		r, ok := practice.AllotmentOf(c.Agenda)
		if !ok || r.Every == 0 {
			return 0, fmt.Errorf("%s.Channel is %q, whose Agenda is %T, want a practice.Allotment "+
				"with a period", event, channel, c.Agenda)
		}
		if n := allotting(s, channel); n > 1 {
			return 0, fmt.Errorf("%s.Channel is %q in %d events that allot time at once, want one",
				event, channel, n)
		}
		return r.Every, nil
	}
	return 0, fmt.Errorf("%s.Channel is %q, want the name of a channel of beliefs", event, channel)
}

// allotting is the largest number of events that allot time in a channel at the same tick.
func allotting(s sim.Scenario, channel string) (most int) {
	type span struct{ first, last int }
	var spans []span
	for _, e := range s.Events {
		at := span{0, sim.MaxTicks}
		for d, is := e.(sim.During); is; d, is = e.(sim.During) {
			at = span{max(at.first, d.First), min(at.last, d.Last)}
			e = d.Event
		}
		if allots(e, channel) && at.first <= at.last {
			spans = append(spans, at)
		}
	}
	for _, x := range spans {
		n := 0
		for _, y := range spans {
			if y.first <= x.first && x.first <= y.last {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// allots reports whether an event allots time in a channel.
func allots(e sim.Event, channel string) bool {
	switch e := e.(type) {
	case Allot:
		return e.Channel == channel && !e.Off()
	case Sponsor:
		return e.Channel == channel && !e.Off()
	}
	return false
}

// meeting lists the units of people: those with an audience that are no parents.
func meeting(m *sim.Model, channel string) (units []int) {
	u := m.Units(m.Channel(channel))
	for k := range u.Len() {
		if len(u.Audience(k)) > 0 && !u.IsParent(k) {
			units = append(units, k)
		}
	}
	return units
}

// mask is the set of some ticks.
func mask(ticks []int) (set uint64) {
	for _, t := range ticks {
		set |= 1 << uint(t)
	}
	return set
}

// sortBy puts numbers into ascending order of their keys. Those that are alike keep their order.
func sortBy(numbers []int, key func(int) int64) {
	slices.SortStableFunc(numbers, func(a, b int) int { return cmp.Compare(key(a), key(b)) })
}

// agreement is the number of dimensions in which two bodies hold the same belief, less those in
// which they hold opposite ones.
func agreement(a, b agents.Knowledge) (n int64) {
	for i, w := range a {
		same := bits.OnesCount64(w.Yes&b[i].Yes | w.No&b[i].No)
		n += int64(same - bits.OnesCount64(w.Opposes(b[i])))
	}
	return n
}
