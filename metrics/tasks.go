package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// TasksDone is the share of the tasks of the cycle just ended that were done (tasks.Work), over the
// units of a channel that had one: 0 to 1. It is missing where none had one, as at tick 0. For the
// mean over a run take SoFar. A scenario without such a channel, or whose units keep no directory
// (practice.Transactive), is an error.
func TasksDone(channel string) Metric {
	return ofDirectories("tasks done", "share of tasks", channel,
		func(_ *sim.Model, d practice.Directory) (n, of int64) {
			switch d.Outcome() {
			case practice.Done:
				return 1, 1
			case practice.Failed:
				return 0, 1
			}
			return 0, 0
		})
}

// KnownFor is the share of dimensions for which a unit's directory names a person, as a mean over
// the units of a channel: 0 to 1. See TasksDone for errors.
func KnownFor(channel string) Metric {
	return ofDirectories("known for", "share of dimensions", channel,
		func(m *sim.Model, d practice.Directory) (n, of int64) {
			named, _ := names(m, d)
			return named, int64(m.Dimensions())
		})
}

// RightlyKnown is the share of the names in the directories of a channel whose persons are right in
// the dimension for which they are known: 0 to 1. It is missing where nobody is known for anything.
// A vacant place is not right. See TasksDone for errors.
func RightlyKnown(channel string) Metric {
	return ofDirectories("rightly known", "share of names", channel,
		func(m *sim.Model, d practice.Directory) (n, of int64) {
			named, right := names(m, d)
			return right, named
		})
}

// names counts the names in a directory, and those who are right.
func names(m *sim.Model, d practice.Directory) (named, right int64) {
	truth := m.Landscape().Truth()
	for dimension := range m.Dimensions() {
		p, _ := d.Named(dimension)
		if p < 0 {
			continue
		}
		if named++; m.Beliefs(p).Get(dimension) == truth.Get(dimension) {
			right++
		}
	}
	return named, right
}

// ofDirectories is a ratio of sums over the directories of a channel.
func ofDirectories(
	name, unit, channel string, of func(*sim.Model, practice.Directory) (n, of int64),
) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		x, err := m.Remembered(channel)
		if err != nil || keepsDirectory(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		sum, all := int64(0), int64(0)
		for u := range m.Units(m.Channel(channel)).Len() {
			d, _ := practice.DirectoryOf(x.Unit(u), m.Dimensions())
			n, of := of(m, d)
			sum, all = sum+n, all+of
		}
		return ratio(sum, all)
	})
	m.Fits = func(s sim.Scenario) error { return keepsDirectory(s, channel) }
	return m
}

// keepsDirectory returns an error where the units of a channel keep no directory.
func keepsDirectory(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if c.Name == channel && !practice.KeepsDirectory(c.Objectify) {
			return fmt.Errorf("channel %q has the rule %T, want practice.Transactive", channel,
				c.Objectify)
		}
	}
	return hasChannel(s, channel)
}

// UnitTasks is the share of its tasks that a unit has done so far (tasks.Work): 0 to 1. It is
// missing before the first has ended. See TasksDone for errors.
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
