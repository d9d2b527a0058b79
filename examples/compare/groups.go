package main

import (
	"cmp"
	"math"
	"slices"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// smallest is the least number of people of whom a result is shown.
const smallest = 5

// group is a department of a real organization, or several small ones.
type group struct {
	name   string
	people []int
}

// mergedGroups are the departments, the largest first, those of fewer than smallest people merged into one, with the next larger if they
// are still too few together. A single group is no comparison, and none is returned.
func mergedGroups(roster *network.Roster) []group {
	of, titles := roster.Department(), roster.Departments()
	all := make([]group, len(titles))
	for i, name := range titles {
		all[i].name = name
	}
	for p, d := range of {
		all[d].people = append(all[d].people, p)
	}
	slices.SortStableFunc(all, func(a, b group) int { return cmp.Compare(len(b.people), len(a.people)) })
	var rest []int
	for len(all) > 0 {
		last := all[len(all)-1]
		if len(last.people) >= smallest && (len(rest) == 0 || len(rest) >= smallest) {
			break
		}
		rest = append(rest, last.people...)
		all = all[:len(all)-1]
	}
	if len(rest) > 0 {
		all = append(all, group{"the smallest, merged", rest})
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// metric is the score of a group's people, in the unit and range of metrics.Score.
func (g group) metric() metrics.Metric {
	return metrics.Metric{Name: "score of " + g.name, Unit: metrics.Score.Unit, Of: func(m *sim.Model) float64 {
		if m.Tick() < m.Scenario().Ticks {
			return math.NaN() // shown at the end only
		}
		sum := int64(0)
		for _, p := range g.people {
			sum += int64(m.Landscape().Score(m.Beliefs(p)))
		}
		return float64(sum) / float64(int64(len(g.people))*int64(m.Landscape().Max()))
	}}
}
