package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Organizational knowledge is told from what single people know by five marks: it is disseminated,
// transmissible, consensual, integrated and permanent. Here they are measured of what is objective:
// a belief, +1 or -1 in a dimension, that is in the norm of a unit.

// Disseminated is the share of people who hold an objectified belief: the mean over the beliefs
// that are in the norm of at least one unit of a channel, 0 to 1. Where two units say the opposite,
// each counts as a belief. It is missing where nothing is objective, and in circles. A scenario
// without such a channel is an error.
func Disseminated(channel string) Metric {
	return inChannel("disseminated to people", "share of people", channel,
		func(m *sim.Model) float64 {
			return disseminated(m, channel, int64(m.Present()), func(d int, b agents.Belief) int64 {
				n := int64(0)
				for p := range present(m) {
					n += count(m.Beliefs(p).Get(d) == b)
				}
				return n
			})
		})
}

// DisseminatedUnits is Disseminated to units: the share of a channel's units whose norm holds an
// objectified belief.
func DisseminatedUnits(channel string) Metric {
	return inChannel("disseminated to units", "share of units", channel,
		func(m *sim.Model) float64 {
			c := m.Channel(channel)
			if c < 0 {
				return math.NaN()
			}
			return disseminated(m, channel, int64(m.Norms(c)),
				func(d int, b agents.Belief) int64 {
					n := int64(0)
					for u := range m.Norms(c) {
						n += count(m.Norm(c, u).Get(d) == b)
					}
					return n
				})
		})
}

// disseminated is the share of holders of an objectified belief, of which there are so many at
// most.
func disseminated(
	m *sim.Model, channel string, most int64, holders func(d int, b agents.Belief) int64,
) float64 {
	c := m.Channel(channel)
	if c < 0 {
		return math.NaN()
	}
	objective := make(agents.Knowledge, agents.Width(m.Dimensions())) // Yes and No may both be set
	for u := range m.Norms(c) {
		join(objective, m.Norm(c, u))
	}
	held, beliefs := int64(0), int64(0)
	for d := range m.Dimensions() {
		w, lane := objective[d/64], uint(d%64)
		if w.Yes>>lane&1 == 1 {
			held, beliefs = held+holders(d, 1), beliefs+1
		}
		if w.No>>lane&1 == 1 {
			held, beliefs = held+holders(d, -1), beliefs+1
		}
	}
	return ratio(held, beliefs*most)
}

// join adds the beliefs of a body to a set of beliefs.
func join(set, body agents.Knowledge) {
	for i, w := range body {
		set[i].Yes, set[i].No = set[i].Yes|w.Yes, set[i].No|w.No
	}
}

// Consensual is the share of what counts as knowledge in a channel's units that so large a share of
// their people hold: at least share, above 0 to 1. Consensual(channel, 1) counts what all hold. It
// is over units and the dimensions in which a unit with people has a norm: 0 to 1. Acceptance is
// the mean share of people instead. It is missing where Acceptance is. A scenario without such a
// channel, and another share, are errors.
func Consensual(channel string, share float64) Metric {
	m := inChannel(fmt.Sprintf("consensual to %v", share), "share of norms", channel,
		func(m *sim.Model) float64 {
			c := m.Channel(channel)
			if c < 0 {
				return math.NaN()
			}
			shared, norms := int64(0), int64(0)
			for u := range m.Norms(c) {
				people := members(m, c, u)
				for d := range m.Dimensions() {
					if b := m.Norm(c, u).Get(d); b != 0 && len(people) > 0 {
						norms++
						held := holding(m, people, d, b)
						shared += count(isShare(held, len(people), share))
					}
				}
			}
			return ratio(shared, norms)
		})
	m.Fits = sharing("Consensual", share, m.Fits)
	return m
}

// sharing adds to what a metric needs that a share is above 0 and at most 1.
func sharing(name string, share float64, fits func(sim.Scenario) error) func(sim.Scenario) error {
	return func(s sim.Scenario) error {
		if !(share > 0 && share <= 1) {
			return fmt.Errorf("%s: the share is %v, want above 0 to 1", name, share)
		}
		return fits(s)
	}
}

// isShare reports whether n of some are at least a share of them. It divides: in floating point .55
// times 100 is more than 55, and 55 divided by 100 is .55.
func isShare(n, of int, share float64) bool { return float64(n)/float64(of) >= share }

// holding counts the people who hold a belief in a dimension.
func holding(m *sim.Model, people []int32, d int, b agents.Belief) (n int) {
	for _, p := range people {
		if m.Beliefs(int(p)).Get(d) == b {
			n++
		}
	}
	return n
}

// Followed is the share of seats whose person follows what counts as knowledge there: he believes
// at least a share of what the norm of the unit says, above 0 to 1. It is 0 to 1, over the seats in
// units that have a norm in some dimension. It is the mark of knowledge that is integrated into
// what people do, as far as they do what they believe; see Integrated for tasks. It is missing
// where Acceptance is. A scenario without such a channel, and another share, are errors.
func Followed(channel string, share float64) Metric {
	m := inChannel(fmt.Sprintf("followed to %v", share), "share of seats", channel,
		func(m *sim.Model) float64 {
			c := m.Channel(channel)
			if c < 0 {
				return math.NaN()
			}
			follow, seats := int64(0), int64(0)
			for u := range m.Norms(c) {
				norm := m.Norm(c, u)
				known := norm.Known()
				if known == 0 {
					continue
				}
				for _, p := range members(m, c, u) {
					held := alike(norm, m.Beliefs(int(p)))
					seats++
					follow += count(isShare(held, known, share))
				}
			}
			return ratio(follow, seats)
		})
	m.Fits = sharing("Followed", share, m.Fits)
	return m
}

// Integrated is the share of what was done right in tasks (tasks.Work) that was objective there: of
// the dimensions of tasks that were done, the share in which the norm of the unit says what is
// true. It is 0 to 1, over all tasks so far. In the others the task was done on what a person knew.
// It is missing as long as no task has been done, and in circles. A channel whose units keep no
// directory is an error. It has a history: record every tick.
func Integrated(channel string) Metric {
	m := overRun("integrated into tasks", "share of dimensions", channel,
		func() func(*sim.Model) float64 {
			objective, all, tick := int64(0), int64(0), 0
			return func(m *sim.Model) float64 {
				c := m.Channel(channel)
				if c < 0 {
					return math.NaN()
				}
				for u := range m.Norms(c) {
					if d := directory(m, c, u); m.Tick() != tick && d.Outcome() == practice.Done {
						on, of := doneOn(m.Norm(c, u), m.Landscape().Truth(), d.Last())
						objective, all = objective+on, all+of
					}
				}
				tick = m.Tick()
				return ratio(objective, all)
			}
		})
	m.Fits = func(s sim.Scenario) error { return keepsDirectory(s, channel) }
	return m
}

// doneOn counts the dimensions of a task, and those in which a norm is true.
func doneOn(norm, truth agents.Knowledge, task []uint64) (right, all int64) {
	for i, w := range norm {
		right += int64(ones((w.Yes&truth[i].Yes | w.No&truth[i].No) & task[i]))
		all += int64(ones(task[i]))
	}
	return right, all
}
