package metrics

import (
	"math"
	"slices"

	"orglearn/sim"
	"orglearn/sim/flows"
)

// Ahead is how many phases of a flow the first unit of a channel is ahead of the last
// (practice.Stages): the largest phase minus the smallest. It is 0 by the clock and in a channel
// without stages, and at most the number of phases less 1. The phases are those of the next cycle.
func Ahead(channel string) Metric {
	return inChannel("ahead", "phases", channel, func(m *sim.Model) float64 {
		phases := phasesOf(m, channel)
		if len(phases) == 0 {
			return math.NaN()
		}
		return float64(slices.Max(phases) - slices.Min(phases))
	})
}

// Apart is the share of pairs of units of a channel that are two or more phases apart: 0 to 1. It
// is missing where there is one unit. See Ahead.
func Apart(channel string) Metric {
	return inChannel("apart", "share of pairs of units", channel, func(m *sim.Model) float64 {
		phases, apart := phasesOf(m, channel), int64(0)
		for i, a := range phases {
			for _, b := range phases[:i] {
				if a-b > 1 || b-a > 1 {
					apart++
				}
			}
		}
		n := int64(len(phases))
		return ratio(apart, n*(n-1)/2)
	})
}

func phasesOf(m *sim.Model, channel string) []int {
	if m.Channel(channel) < 0 {
		return nil
	}
	return flows.Phases(m, channel)
}

// SoFar is the mean of a metric over the recorded ticks until now, tick 0 left out. It is missing
// at tick 0, and from the first tick on at which the metric is missing. Its name is that of the
// metric and "so far". Record every tick, and read it at the last one, for the mean over a run.
func SoFar(of Metric) Metric {
	mean := of
	mean.Name, mean.Of = of.Name+" so far", nil
	mean.Run = func() func(*sim.Model) float64 {
		sum, n, read := 0., 0, begin([]Metric{of})[0].Of
		return func(m *sim.Model) float64 {
			value := read(m)
			if m.Tick() > 0 {
				sum, n = sum+value, n+1
			}
			if n == 0 {
				return math.NaN()
			}
			return sum / float64(n)
		}
	}
	return mean
}
