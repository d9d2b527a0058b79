package main

import (
	"fmt"
	"math"

	"orglearn/examples/internal/orgflags"
	"orglearn/metrics"
	"orglearn/network/roster"
	"orglearn/sim"
)

// group is a department of a real organization, or several small ones.
type group struct{ orgflags.Group }

// groupsOf are the groups of a roster.
func groupsOf(active *roster.Roster) (all []group) {
	for _, g := range orgflags.Groups(active) {
		all = append(all, group{g})
	}
	return all
}

// metric is the score of a group's people, in the unit and range of metrics.Score. It is NaN, which
// is not shown, at all ticks but the last.
func (g group) metric() metrics.Metric {
	return metrics.Metric{
		Name: fmt.Sprintf("score of group %d: %s", g.Number, g.Name),
		Unit: metrics.Score.Unit,
		Of:   g.score,
	}
}

// score computes the metric.
func (g group) score(m *sim.Model) float64 {
	if m.Tick() < m.Scenario().Ticks {
		return math.NaN()
	}
	return metrics.ScoreAmong(g.Name, g.People).Of(m)
}
