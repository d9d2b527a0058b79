package metrics

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// UnitCommitment is how much the people of a unit are committed to it (practice.Commitment): the
// mean over its audience, 0 to 15. It measures belonging. What Commitment is over a channel, this
// is in one unit, with the same errors.
var UnitCommitment = ofSeatsIn("commitment", "steps", commits, func(s seat) float64 {
	rule, own, _ := practice.CommitmentIn(s.rule, s.words)
	return float64(rule.Level(own))
})

// UnitAttendance is how readily the people of a unit come to it of their own will
// (practice.Attendance): the mean over its audience of n/16, 0 to 1. What Attendance is over a
// channel, this is in one unit, with the same errors.
var UnitAttendance = ofSeatsIn("attendance", "share of meetings", attends, func(s seat) float64 {
	rule, own, _ := practice.AttendanceIn(s.rule, s.words)
	return float64(rule.Will(own)) / practice.MostAttendance
})

// ofSeatsIn is a mean over the seats of a unit. The Participant of the channel must fit.
func ofSeatsIn(
	name, unit string, fits func(agents.Participant) error, of func(seat) float64,
) Local {
	return Local{
		Name: name + " in unit", Unit: unit,
		Of: func(m *sim.Model, channel, unit int) float64 {
			c := m.Scenario().Channels[channel]
			x, err := m.Remembered(c.Name)
			if err != nil {
				panic(err)
			}
			sum, seats := 0., 0
			for _, p := range m.Units(channel).Audience(unit) {
				if !m.Vacant(int(p)) {
					_, words := x.Part(int(p), unit)
					sum += of(seat{int(p), unit, c.Participate, words})
					seats++
				}
			}
			return sum / float64(seats) // NaN without a seat
		},
		Fits: func(s sim.Scenario, channel string) error {
			return participates(s, channel, fits)
		},
	}
}
