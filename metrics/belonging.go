package metrics

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
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

// UnitAnimation is what the animator of a unit has done for each cycle (agenda.Animate), as a mean
// over the recorded ticks so far: claims passed on and invitations, 0 to 2. What SoFar of Animation
// is over a channel, this is in one unit, with the same errors, but tick 0 counts. It has a
// history: record every tick.
var UnitAnimation = Local{
	Name: "animation in unit", Unit: "acts per tick",
	Run: func() func(m *sim.Model, channel, unit int) float64 {
		type animated struct{ acts, ticks, last int }
		of := map[int]animated{}
		return func(m *sim.Model, channel, unit int) float64 {
			id := m.UnitID(channel, unit)
			x, ok := of[id]
			if !ok || x.last != m.Tick() {
				passes, invites := agenda.Acts(m, m.Scenario().Channels[channel].Name, unit)
				x.acts += int(count(passes) + count(invites))
				x.ticks, x.last = x.ticks+1, m.Tick()
				of[id] = x
			}
			return float64(x.acts) / float64(x.ticks)
		}
	},
	Fits: hasFloor,
}

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
