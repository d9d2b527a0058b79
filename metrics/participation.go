package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Attendance is how readily people come to the units of a channel of their own will
// (practice.Attendance): the mean over seats of n/16, 0 to 1. It is missing where nobody has a
// seat. A scenario whose channel has no practice.Attendance is an error.
func Attendance(channel string) Metric {
	return overSeats("will to come", "share of meetings", channel, attends,
		func(s seat) (float64, bool) {
			r, own, ok := practice.AttendanceIn(s.rule, s.words)
			return float64(r.Will(own)) / practice.MostAttendance, ok
		})
}

// Left is the share of seats whose people would not come any more of their own will, 0 to 1: those
// whose n is 0. Who must come does so nevertheless. It is missing, and an error, where Attendance
// is.
func Left(channel string) Metric {
	return overSeats("left", "share of seats", channel, attends, func(s seat) (float64, bool) {
		r, own, ok := practice.AttendanceIn(s.rule, s.words)
		return oneIf(r.Will(own) == 0), ok
	})
}

// Commitment is how much people are committed to the units of a channel (practice.Commitment): the
// mean over seats, 0 to 15. It is missing where nobody has a seat. A scenario whose channel has no
// practice.Commitment is an error.
func Commitment(channel string) Metric {
	return overSeats("commitment", "steps", channel, commits, func(s seat) (float64, bool) {
		r, own, ok := practice.CommitmentIn(s.rule, s.words)
		return float64(r.Level(own)), ok
	})
}

// Energy is what people have for the projects of the units of a channel (practice.Expectations):
// the mean over seats, 0 to 15. It is missing where nobody has a seat. A scenario whose channel has
// no practice.Expectations is an error.
func Energy(channel string) Metric {
	return overSeats("energy", "steps", channel, expects, func(s seat) (float64, bool) {
		r, own, ok := practice.ExpectationsIn(s.rule, s.words)
		return r.Level(own), ok
	})
}

// Idle is for how many meetings in a row a unit was not worth its cost to a member
// (practice.Tally): the mean over the seats of a channel, 0 or more. It is missing where nobody has
// a seat. A scenario whose channel has no practice.Tally is an error.
func Idle(channel string) Metric {
	return overSeats("idle", "meetings", channel, tallies, func(s seat) (float64, bool) {
		r, own, ok := practice.TallyIn(s.rule, s.words)
		return float64(r.Idle(own)), ok
	})
}

// Heard counts what is heard in a channel in the cycle just ended: for each seat the dimensions of
// which its person spoke, if no practice.Attendance, Commitment or Expectations kept him from being
// heard there. It is per person: 0 to m times the seats of a person. Other reasons for which a
// person is not heard are not looked at: that he is an apprentice or a listener, that he has not
// the floor (practice.Floor), or that the unit does not meet. Nor are people heard in units from
// which they do not learn. It is 0 at tick 0. So two arms in which Said is the same can differ in
// what is heard. A scenario without such a channel is an error.
func Heard(channel string) Metric {
	return inChannel("heard", "dimensions per person", channel, func(m *sim.Model) float64 {
		sum := int64(0)
		ok := eachSeat(m, channel, func(s seat) {
			if !practice.IsSilent(s.rule, s.words) {
				sum += int64(m.Claims(m.Channel(channel), s.person).Known())
			}
		})
		if !ok {
			return math.NaN()
		}
		return ratio(sum, int64(m.Present()))
	})
}

// seat is a person in a unit from which he learns, and what the channel's Participant remembers of
// the two.
type seat struct {
	person, unit int
	rule         agents.Participant
	words        []uint64
}

// eachSeat calls see for the seats of a channel. It reports whether there is such a channel.
func eachSeat(m *sim.Model, channel string, see func(seat)) bool {
	c := m.Channel(channel)
	x, err := m.Remembered(channel)
	if c < 0 || err != nil {
		return false
	}
	rule := m.Scenario().Channels[c].Participate
	for p := range present(m) {
		for _, u := range m.Units(c).Of(p) {
			_, words := x.Part(p, int(u))
			see(seat{p, int(u), rule, words})
		}
	}
	return true
}

// overSeats is a mean over the seats of a channel, whose Participant must fit.
func overSeats(name, unit, channel string, fits func(agents.Participant) error,
	of func(seat) (float64, bool),
) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		sum, seats := 0., 0
		eachSeat(m, channel, func(s seat) {
			if value, ok := of(s); ok {
				sum += value
				seats++
			}
		})
		if seats == 0 {
			return math.NaN()
		}
		return sum / float64(seats)
	})
	m.Fits = func(s sim.Scenario) error { return participates(s, channel, fits) }
	return m
}

// participates returns an error where the Participant of a channel does not fit.
func participates(s sim.Scenario, channel string, fits func(agents.Participant) error) error {
	for _, c := range s.Channels {
		if c.Name != channel {
			continue
		}
		if err := fits(c.Participate); err != nil {
			return fmt.Errorf("channel %q has the Participant %T, %w", channel, c.Participate, err)
		}
	}
	return hasChannel(s, channel)
}

func attends(p agents.Participant) error {
	_, _, ok := practice.AttendanceIn(p, nil)
	return wants("Attendance", ok)
}

func commits(p agents.Participant) error {
	_, _, ok := practice.CommitmentIn(p, nil)
	return wants("Commitment", ok)
}

func expects(p agents.Participant) error {
	_, _, ok := practice.ExpectationsIn(p, nil)
	return wants("Expectations", ok)
}

func tallies(p agents.Participant) error {
	_, _, ok := practice.TallyIn(p, nil)
	return wants("Tally", ok)
}

func wants(rule string, ok bool) error {
	if ok {
		return nil
	}
	return fmt.Errorf("want a practice.%s, or one that holds it", rule)
}

// oneIf is 1 or 0.
func oneIf(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
