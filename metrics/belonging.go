package metrics

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// UnitCommitment is how much the people of a unit are committed to it (practice.Commitment): the
// mean of their commitment, 0 to 15. It measures belonging. A channel whose Participate holds no
// Commitment with a Slope is an error, because nothing else remembers it.
var UnitCommitment = ofSeats("commitment", "steps", practice.CommitmentIn, practice.Commitment.Level)

// UnitAttendance is how much the people of a unit want to come to it (practice.Attendance): the
// mean of their will, 0 to 16. A channel whose Participate holds no Attendance that moves is an
// error.
var UnitAttendance = ofSeats("attendance", "sixteenths", practice.AttendanceIn,
	practice.Attendance.Will)

// ofSeats is the mean over the people of a unit of what a rule remembers of their seats. find finds
// the rule in a Participant, and level reads what it remembers.
func ofSeats[T agents.Rememberer](
	name, unit string, find func(agents.Participant, []uint64) (T, []uint64, bool),
	level func(rule T, own []uint64) int,
) Local {
	return Local{
		Name: name + " in unit", Unit: unit,
		Of: func(m *sim.Model, channel, unit int) float64 {
			c := m.Scenario().Channels[channel]
			x, err := m.Remembered(c.Name)
			if err != nil {
				panic(err)
			}
			sum, people := int64(0), m.Units(channel).Audience(unit)
			seats := int64(0)
			for _, p := range people {
				if m.Vacant(int(p)) {
					continue
				}
				_, seat := x.Part(int(p), unit)
				rule, own, _ := find(c.Participate, seat)
				sum, seats = sum+int64(level(rule, own)), seats+1
			}
			return ratio(sum, seats)
		},
		Fits: func(s sim.Scenario, channel string) error {
			for _, c := range s.Channels {
				rule, _, ok := find(c.Participate, nil)
				if c.Name == channel && (!ok || rule.Memory(s.Dimensions).Seat == 0) {
					return fmt.Errorf("channel %q remembers no %s of a seat", channel, name)
				}
			}
			return nil
		},
	}
}

// UnitTasks is the share of its tasks that a unit has done so far (tasks.Work): 0 to 1. It is
// missing before the first has ended. A channel whose units keep no directory is an error.
var UnitTasks = Local{
	Name: "tasks done by unit", Unit: "share of tasks",
	Of: func(m *sim.Model, channel, unit int) float64 {
		given, done := directory(m, channel, unit).Tasks()
		return ratio(int64(done), int64(given))
	},
	Fits: keepsDirectory,
}

// directory returns the directory of a unit of a channel that keeps one.
func directory(m *sim.Model, channel, unit int) practice.Directory {
	x, err := m.Remembered(m.Scenario().Channels[channel].Name)
	if err != nil {
		panic(err)
	}
	d, _ := practice.DirectoryOf(x.Unit(unit), m.Dimensions())
	return d
}
