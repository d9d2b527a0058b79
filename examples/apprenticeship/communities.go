package main

import (
	"context"
	"math"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// communities are the library's default communities of practice, in which people leave, under
// several waits, and the control of each wait.
type communities struct {
	*study.Study
	scenarios []sim.Scenario
	measured  *study.Measured
	below     map[int][]float64 // by wait: ticks of a newcomer's first that he is below, by run
}

const (
	leave      = .01 // turnover per tick
	firstTicks = 20  // over which newcomers are watched
)

var (
	longWaits = []int{0, 5, 20, 50}
	looks     = []int{0, 25, 50, 75, 100, 125, 150, 175, 200}
	shown     = []int{50, 100, 200}
	full      = metrics.FullMembers(setups.Channel)
)

func (a *apprentices) communities() *communities {
	c := &communities{Study: a.half(), below: map[int][]float64{}}
	for _, wait := range longWaits {
		s := c.scenario(wait)
		c.scenarios = append(c.scenarios, s)
		if wait > 0 {
			c.scenarios = append(c.scenarios, drawn(s, leave, wait))
		}
	}
	return c
}

func (c *communities) scenario(wait int) sim.Scenario {
	s := setups.Communities{}.Scenario()
	s.Events = append(s.Events, sim.Turnover{Rate: leave})
	return apprenticed(s, wait)
}

// measure runs the communities, and those without a control again to watch their newcomers.
func (c *communities) measure(ctx context.Context) (err error) {
	c.measured, err = c.Measure(ctx, c.scenarios, looks, metrics.Score, full)
	if err != nil {
		return err
	}
	var watched []sim.Scenario
	for _, wait := range longWaits {
		watched = append(watched, c.scenario(wait))
	}
	progress := program.NewProgress("watching newcomers")
	defer progress.End()
	spells, err := metrics.Follow(ctx, sim.Experiment{
		Scenarios: watched, Replicates: c.Replicates, Seed: c.Seed, Workers: c.Workers,
		Progress: progress.Report,
	}, setups.Channel)
	for i, runs := range spells {
		for _, s := range runs {
			c.below[longWaits[i]] = append(c.below[longWaits[i]], s.Below(firstTicks))
		}
	}
	return err
}

// score returns the mean score under a wait at a tick.
func (c *communities) score(wait, tick int) stats.Estimate {
	return c.measured.Estimate(c.scenario(wait).Name, metrics.Score, tick)
}

// costs returns the score of an organization at the end, less that without a wait.
func (c *communities) costs(name string) stats.Estimate {
	return c.measured.Difference(name, c.scenario(0).Name, metrics.Score, looks[len(looks)-1])
}

// late returns for how many of his first ticks a newcomer scores below the mean of his units.
func (c *communities) late(wait int) stats.Estimate {
	for _, v := range c.below[wait] {
		if math.IsNaN(v) {
			return stats.Estimate{Note: "too few newcomers"}
		}
	}
	return stats.TInterval(c.below[wait], .99)
}
