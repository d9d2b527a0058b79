package metrics

import (
	"fmt"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// Tenure is how long people have been there: the mean over people of the ticks since they came, 0
// to the tick. Founders came at tick 0. With a turnover of r it tends to (1-r)/r.
var Tenure = Metric{Name: "tenure", Unit: "ticks", Of: func(m *sim.Model) float64 {
	sum := int64(0)
	for p := range present(m) {
		sum += int64(m.Tick() - m.Joined(p))
	}
	return ratio(sum, int64(m.Present()))
}}

// Core is the share of people who have been there for a number of ticks or more: 0 to 1. With a
// turnover of r it is (1-r)^ticks once so many ticks are over, and 0 before. Communities of
// practice are said to have a core of .10 to .15 (Wenger, McDermott and Snyder 2002).
func Core(ticks int) Metric {
	return Metric{
		Name: fmt.Sprintf("there for %d ticks", ticks), Unit: "share of people",
		Of: func(m *sim.Model) float64 {
			n := 0
			for p := range present(m) {
				if m.Tick()-m.Joined(p) >= ticks {
					n++
				}
			}
			return ratio(int64(n), int64(m.Present()))
		},
	}
}

// FullMembers is the share of the seats of a channel whose people are full members in the tick to
// come (practice.Apprenticeship): 0 to 1. It is 1 where the channel's Participate neither is nor
// holds an Apprenticeship, and missing where nobody has a seat. With a turnover of r and a Wait of
// w, where tenure is that of the person, it is (1-r)^w from tick w on. A scenario without such a
// channel is an error.
func FullMembers(channel string) Metric {
	return inChannel("full members", "share of seats", channel, func(m *sim.Model) float64 {
		full, seats := int64(0), int64(0)
		eachSeat(m, channel, func(s seat) {
			rule, own, _ := practice.ApprenticeshipIn(s.rule, s.words)
			seats++
			if rule.Member(m.Tick(), m.Joined(s.person), own) {
				full++
			}
		})
		return ratio(full, seats)
	})
}
