package metrics

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// Answered is the share of the requests of the cycle just ended that were answered (sim.Channel.Ask
// and Load): 0 to 1. It is missing where nobody asked. Channels are as in Said.
func Answered(channel string) Metric {
	return flowShare("answered", "share of requests", channel,
		func(f sim.Flow) int64 { return f.Answered }, func(f sim.Flow) int64 { return f.Asked })
}

// Reused counts what people learned by asking in the cycle just ended: beliefs that answers
// changed, per person. The range is 0 to m times the seats that a person heeds; 0 at tick 0.
// Channels are as in Said.
func Reused(channel string) Metric {
	return flow("re-used", "dimensions per person", channel, func(f sim.Flow) int64 {
		return f.Reused
	})
}

// Kept is the share of the trials of meetings in the cycle just ended that paid and were kept
// (agents.Create): 0 to 1. It is missing where no meeting tried anything. Channels are as in Said.
func Kept(channel string) Metric {
	return flowShare("kept", "share of meetings' trials", channel,
		func(f sim.Flow) int64 { return f.Kept }, func(f sim.Flow) int64 { return f.Tried })
}

// flowShare returns a metric of the cycle just ended: a part of a whole, both over all people.
func flowShare(name, unit, channel string, part, whole func(sim.Flow) int64) Metric {
	m := flow(name, unit, channel, part)
	parts, wholes := m.Of, flow(name, unit, channel, whole).Of
	m.Of = func(m *sim.Model) float64 {
		if all := wholes(m); all > 0 {
			return parts(m) / all
		}
		return math.NaN()
	}
	return m
}

// Age is how old claims are when a moment first comes for them: sim.Objectified, when they are
// first in the norm of a unit, or sim.Reused, when somebody first believes them by an answer. A
// claim is a belief in one dimension. Its age is the number of cycles since anybody first said it,
// that one counted: 1 or more. The metric is the median over all claims for which the moment has
// come; of two in the middle, their mean. It is missing where it has come for none. A scenario
// without a Ledger is an error.
func Age(of sim.Moment) Metric {
	return Metric{
		Name: "age when " + momentNames[of], Unit: "cycles",
		Of: func(m *sim.Model) float64 { return medianAge(m, of) }, Fits: keepsLedger,
	}
}

var momentNames = map[sim.Moment]string{
	sim.Claimed: "said", sim.Objectified: "objectified", sim.Reused: "re-used",
}

// Pace is how much slower knowledge becomes objective than it is exchanged: the median Age of
// claims when objectified, by that when re-used. Huysman and de Wit (Knowledge Sharing in Practice,
// 2002) say "at a much slower pace", without a number. At 1 both are as fast. It is missing where
// nothing was objectified, or nothing re-used. A scenario without a Ledger is an error.
var Pace = Metric{
	Name: "pace", Unit: "age when objectified / age when re-used",
	Of: func(m *sim.Model) float64 {
		return medianAge(m, sim.Objectified) / medianAge(m, sim.Reused)
	},
	Fits: keepsLedger,
}

func keepsLedger(s sim.Scenario) error {
	if !s.Ledger {
		return fmt.Errorf("Ledger is false, want true: ages of claims are kept in a ledger")
	}
	return nil
}

// medianAge returns the median age of claims at a moment, or NaN.
func medianAge(m *sim.Model, of sim.Moment) float64 {
	var ages []int
	for d := range m.Dimensions() {
		for b := agents.Belief(-1); b <= 1; b += 2 {
			said, at := m.First(sim.Claimed, d, b), m.First(of, d, b)
			if said > 0 && at >= said {
				ages = append(ages, at-said+1)
			}
		}
	}
	n := len(ages)
	if n == 0 {
		return math.NaN()
	}
	slices.Sort(ages)
	return float64(ages[(n-1)/2]+ages[n/2]) / 2
}
