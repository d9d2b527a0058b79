package main

import (
	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// key identifies a contrast: communities less the line of superiors of a match.
type key struct {
	cell    string
	match   match
	outcome string
	tick    int
}

// alpha is the chance of any wrong claim among all contrasts of the grid, and among all of the
// tests of single mechanisms.
const alpha = .05

// contrasts compares the two organizations of each match in the given cells. The p-values are
// adjusted together.
func contrasts(cells []cell) map[key]metrics.Comparison {
	var keys []key
	var all []metrics.Comparison
	for _, c := range cells {
		for _, o := range c.outcomes {
			for _, m := range matches {
				for _, tick := range c.ticks {
					keys = append(keys, key{c.name(), m, o.name, tick})
					all = append(all, c.table.Compare(m.community, m.line, o.metric, tick, 1))
				}
			}
		}
	}
	found := map[key]metrics.Comparison{}
	for i, c := range metrics.Family(all...) {
		found[keys[i]] = c
	}
	return found
}

// sign is what a contrast shows: 1 for communities ahead, -1 for the line, 0 for neither.
func sign(c metrics.Comparison) int {
	switch {
	case c.Note != "" || c.P >= alpha:
		return 0
	case c.Difference.Mean > 0:
		return 1
	}
	return -1
}

// gridCells are the cells without a mechanism or a shock; testCells are the others.
func (p *claim) gridCells() []cell { return p.cells[:p.inGrid] }
func (p *claim) testCells() []cell { return p.cells[p.inGrid:] }

// find returns the cell of a shock and a mechanism.
func (p *claim) find(condition, mechanism string) cell {
	for _, c := range p.testCells() {
		if c.condition.name == condition && c.mechanism == mechanism {
			return c
		}
	}
	panic("claim: no cell " + condition + ", " + mechanism)
}

// writeRows adds a row for each cell, organization, outcome and tick.
func (p *claim) writeRows() {
	p.Columns("condition", "organization", "mechanism", "outcome", "tick", "replicates",
		"mean", "se",
		"low", "high")
	for _, c := range p.cells {
		for _, name := range names {
			for _, o := range c.outcomes {
				for _, tick := range c.ticks {
					e := c.table.Estimate(name, o.metric, tick)
					p.Row(append([]string{c.condition.name, name, c.mechanism, o.name,
						study.Count(tick), study.Count(p.Replicates), study.Mean(e), study.SE(e)},
						ends(e)...)...)
				}
			}
		}
	}
}

// ends are the ends of an interval, for a row.
func ends(e stats.Estimate) []string {
	if !e.HasInterval() {
		return []string{"", ""}
	}
	return []string{study.Number(e.Low), study.Number(e.High)}
}
