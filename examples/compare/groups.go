package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"orglearn/metrics"
	"orglearn/network/roster"
	"orglearn/sim"
)

// smallest is the least number of people of whom a result is shown.
const smallest = 5

// group is a department of a real organization, or several small ones.
type group struct {
	number int // in the order shown
	name   string
	people []int
}

// mergedGroups are the departments of an active roster, by name and not by size or score: the table
// is no ranking. Those of fewer than smallest people are merged into one group, the last, with the
// next larger if they are still too few. A single group is no comparison, and none is returned.
func mergedGroups(active *roster.Roster) []group {
	of, titles := active.Department(), active.Departments()
	all := make([]group, len(titles))
	for i, name := range titles {
		all[i] = group{number: i, name: printable(name)}
	}
	for p, d := range of {
		all[d].people = append(all[d].people, p)
	}
	slices.SortStableFunc(all, func(a, b group) int {
		return cmp.Compare(len(b.people), len(a.people))
	})
	all = mergeSmallest(all)
	if len(all) < 2 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b group) int { return cmp.Compare(a.number, b.number) })
	for i := range all {
		all[i].number = i + 1
	}
	return all
}

// mergeSmallest merges the last groups into one, so that each has at least smallest people.
func mergeSmallest(all []group) []group {
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
		all = append(all, group{number: math.MaxInt, name: "small, merged",
			people: rest})
	}
	return all
}

// printable is a name without what would steer a terminal or a spreadsheet.
func printable(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, name)
	return strings.TrimLeft(name, "=+-@")
}

// metric is the score of a group's people, in the unit and range of metrics.Score. It is NaN, which
// is not shown, at all ticks but the last.
func (g group) metric() metrics.Metric {
	return metrics.Metric{
		Name: fmt.Sprintf("score of group %d: %s", g.number, g.name),
		Unit: metrics.Score.Unit,
		Of:   g.score,
	}
}

// score computes the metric.
func (g group) score(m *sim.Model) float64 {
	if m.Tick() < m.Scenario().Ticks {
		return math.NaN()
	}
	sum := int64(0)
	for _, p := range g.people {
		sum += int64(m.Landscape().Score(m.Beliefs(p)))
	}
	return float64(sum) / float64(int64(len(g.people))*int64(m.Landscape().Max()))
}
