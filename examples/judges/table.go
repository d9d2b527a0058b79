package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// pair is two structures with the same contact.
type pair struct{ one, other string }

// pairs are the pairs that the table and the verdict compare. Both of a pair have the same seats a
// person and the same units, within one hundredth. In the first pair the units of the one overlap,
// and those of the other do not.
var pairs = []pair{{communities, doubled}, {brokered, hierarchy}}

// at is a cell: the scenario of the first of the other parameters.
func (j *judges) at(structure, authority string, seen int) string {
	for range j.Combinations(j.structure, j.seen, j.authority) {
		if j.structure.Value() == structure && j.seen.Value() == seen &&
			j.authority.Value() == authority {
			return j.name()
		}
	}
	return ""
}

// difference is a pair's difference in an outcome at the first tick, paired by run.
func (j *judges) difference(
	p pair, authority string, seen int, m metrics.Metric,
) (e stats.Estimate, there bool) {
	one, other := j.at(p.one, authority, seen), j.at(p.other, authority, seen)
	if one == "" || other == "" {
		return e, false
	}
	return j.measured.Difference(one, other, m, j.ticks.Value()), true
}

// table is the means of all cells, and the differences of the pairs.
func (j *judges) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Score at tick %d: share of what can be scored. Differences with 99 %% "+
		"intervals,\npaired by run.\n", j.ticks.Value())
	for _, o := range outcomes {
		j.heading(&b, map[string]string{
			"social": "What people know", "top": "What the top unit knows",
			"newcomers": fmt.Sprintf("What %d newcomers know %d ticks later", newcomers, later),
		}[o.name])
		for range j.Combinations(j.authority, j.seen) {
			j.line(&b, o.metric)
		}
	}
	return b.String()
}

func (j *judges) heading(b *strings.Builder, outcome string) {
	fmt.Fprintf(b, "\n%s\n%-12s", outcome, "leader  seen")
	for _, s := range j.structure.All() {
		fmt.Fprintf(b, " %4.4s", s)
	}
	for _, p := range pairs {
		if j.has(p) {
			fmt.Fprintf(b, "%18s", fmt.Sprintf("%.4s-%.4s", p.one, p.other))
		}
	}
	fmt.Fprintln(b)
}

func (j *judges) has(p pair) bool {
	_, there := j.difference(p, j.authority.Value(), j.seen.Value(), social)
	return there
}

// line is the row of the chosen authority and seen.
func (j *judges) line(b *strings.Builder, m metrics.Metric) {
	authority, seen := j.authority.Value(), j.seen.Value()
	text := fmt.Sprint(seen)
	if seen == 0 {
		text = "all"
	}
	fmt.Fprintf(b, "%-8s%4s", authority, text)
	for _, s := range j.structure.All() {
		fmt.Fprintf(b, " %4s", short(j.measured.Estimate(j.at(s, authority, seen), m,
			j.ticks.Value()).Mean))
	}
	for _, p := range pairs {
		if e, there := j.difference(p, authority, seen, m); there {
			fmt.Fprintf(b, "%18s", interval(e))
		}
	}
	fmt.Fprintln(b)
}

// interval is an estimate in at most 17 columns.
func interval(e stats.Estimate) string {
	if !e.HasInterval() {
		return short(e.Mean) + " (no interval)"
	}
	return fmt.Sprintf("%s [%s,%s]", short(e.Mean), short(e.Low), short(e.High))
}

// short is a number with two decimals and without the 0 before the point.
func short(v float64) string {
	s := fmt.Sprintf("%.2f", v)
	if s == "-0.00" {
		return ".00"
	}
	return strings.Replace(s, "0.", ".", 1)
}

// writeRows adds a row for each combination, outcome and tick.
func (j *judges) writeRows() {
	j.Columns("structure", "seen", "authority", "leader", "people", "dimensions", "block", "size",
		"superior", "absorb", "outcome", "tick", "replicates", "mean", "se", "low", "high")
	for c := range j.Combinations(j.axes()...) {
		for _, o := range outcomes {
			for _, tick := range j.ticks.All() {
				e := j.measured.Estimate(j.name(), o.metric, tick)
				low, high := "", ""
				if e.HasInterval() {
					low, high = study.Number(e.Low), study.Number(e.High)
				}
				j.Row(append(c.Fields(), o.name, study.Count(tick), study.Count(j.Replicates),
					study.Mean(e), study.SE(e), low, high)...)
			}
		}
	}
}
