package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// differenceTable says who is ahead, with the contact that they come with and at equal contact, and
// what each difference is owed to.
func (r *result) differenceTable(b *strings.Builder) {
	fmt.Fprintln(b, wrap("", fmt.Sprintf("Differences in score at tick %s, run by run, and what "+
		"they come from: seats a person, sizes of units, hanging together (joined), "+
		"and who sits with whom (who). The four sum to the difference. Signs: > and < shown, = "+
		"level, ? too few runs to tell.%s", chart.Thousands(r.last()), r.twoWays())))
	fmt.Fprintf(b, "%-26s %-20s %7s %7s %7s %7s\n", "", "difference", "seats", "sizes", "joined",
		"who")
	for _, p := range r.pairs() {
		r.pairLine(b, p[0], p[1], r.partsOf(p[0], p[1]))
	}
	if equal := r.equalContact(); len(equal) > 0 {
		fmt.Fprintln(b, "at equal contact")
		for _, p := range equal {
			r.pairLine(b, p[0], p[1], nil)
		}
	}
	fmt.Fprintln(b)
}

// twoWays says why some differences have two lines, if any has.
func (r *result) twoWays() string {
	for _, p := range r.pairs() {
		if len(r.parts(p[0], p[1])) > 1 {
			return " Two lines: what seats and sizes give depends on which is changed first."
		}
	}
	return ""
}

func (r *result) pairLine(b *strings.Builder, x, y organization, parts []part) {
	f := r.found(x, y, r.atEnd())
	name := r.label(x, "") + sign(f.Claim) + r.label(y, "")
	if f.Claim == metrics.Missing {
		fmt.Fprintf(b, " %-25s %s\n", name, f.Note)
		return
	}
	fmt.Fprintf(b, " %-25s %-20s%s\n", name, interval(f.Difference), cells(parts, 0))
	if slices.ContainsFunc(parts, func(p part) bool { return len(p.ends) > 1 }) {
		fmt.Fprintf(b, " %-25s %-20s%s\n", "", "  sizes first", cells(parts, 1))
	}
}

// cells are the parts of a difference in a table, one way.
func cells(parts []part, way int) string {
	if parts == nil {
		return ""
	}
	var b strings.Builder
	for _, what := range []string{seats, sizes, together, arrangement} {
		text := "0"
		for _, p := range parts {
			if p.what == what || what == seats && p.what == contact {
				text = program.Decimal(p.ends[way])
			}
		}
		fmt.Fprintf(&b, " %7s", text)
	}
	return b.String()
}
