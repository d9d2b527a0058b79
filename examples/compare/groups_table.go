package main

import (
	"fmt"
	"orglearn/examples/internal/orgflags"
	"orglearn/metrics/chart"
	"slices"
	"strings"
)

// The table of departments shows so many groups, and so many organizations side by side.
const (
	groupsShown  = 30
	groupsAcross = 3
)

// groupName fits a group's name into its column; its number tells it apart.
func groupName(g group) string {
	name := []rune(fmt.Sprintf("%d %s", g.Number, g.Name))
	if len(name) > 18 {
		return string(name[:17]) + "."
	}
	return string(name)
}

// groupTable is the table of the departments, by name, with intervals.
func (r *result) groupTable(b *strings.Builder) {
	if len(r.groups) == 0 {
		return
	}
	fmt.Fprintln(b, wrap("", fmt.Sprintf("Mean score of a department's people at tick %d, and "+
		"95 %% interval (departments of fewer than %d people are merged)", r.conditions.Ticks,
		orgflags.Smallest)))
	for some := range slices.Chunk(r.main(), groupsAcross) {
		r.groupRows(b, some)
	}
	fmt.Fprintf(b, "%s\n\n", wrap("", "Departments stand by name: the table is no ranking. It "+
		"shows simulated learning over these ties, and an interval is chance between simulated "+
		"runs; many departments differ by chance alone. The verdict compares none of them, and "+
		"nothing here says how the people of one do."))
}

// groupRows writes a row for each group, with some organizations.
func (r *result) groupRows(b *strings.Builder, some []organization) {
	fmt.Fprintf(b, "%-18s %6s", "", "people")
	for _, o := range some {
		fmt.Fprintf(b, " %-17s", r.label(o, ""))
	}
	fmt.Fprintln(b)
	for i, g := range r.groups {
		if i == groupsShown {
			fmt.Fprintf(b, "and %s more, in summary.csv\n", chart.Thousands(len(r.groups)-i))
			return
		}
		fmt.Fprintf(b, "%-18s %6s", groupName(g), chart.Thousands(len(g.People)))
		for _, o := range some {
			e := r.table.Estimate(o.scenario.Name, g.metric(), r.last())
			fmt.Fprintf(b, " %-17s", interval(e))
		}
		fmt.Fprintln(b)
	}
}
