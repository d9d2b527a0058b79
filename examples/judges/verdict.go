package main

import (
	"fmt"
	"strings"

	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// holders are those who know, in the first outcomes: figure and verdict are about these.
var holders = []string{"people", "top unit"}

// caveats say what the arms share, and what they do not.
var caveats = []string{
	"Matched in every arm: people, first beliefs, reality, chance; one seat heeded a tick; " +
		"all is said that is believed; nobody tries alone; one leader a unit; one top unit " +
		"over all, of which nobody is a member. Not matched: seats and units differ between " +
		"arms (above), but not within the two pairs whose differences are shown. Leaders are a " +
		"hierarchy's managers, who sit in two units; elsewhere they are drawn, or with -leader " +
		"linked drawn among those with most seats.",
	"It speaks of these rules, not of real organizations. Intervals are one by one, not " +
		"adjusted for their number.",
}

// verdict says whether overlapping membership protects learning when merit is hard to see:
// communities against teams of the same contact without overlap.
func (j *judges) verdict() []string {
	p, seen := pairs[0], j.seenInOrder()
	if !j.has(p) || len(seen) < 2 {
		return []string{"To answer the question, -structure needs communities and doubled, and " +
			"-seen two numbers."}
	}
	said := []string{fmt.Sprintf("Does membership in overlapping units protect learning when "+
		"merit is hard to see? Communities less doubled teams, which have as many seats, units "+
		"and norms, and no overlap; merit seen on %.0f dimensions of %.0f.",
		j.dimensionsSeen(seen[0]), j.dimensionsSeen(seen[len(seen)-1]))}
	var ahead, grows []string
	for _, authority := range j.authority.All() {
		for i, holder := range holders {
			what, o := fmt.Sprintf("%s (%s)", holder, authority), outcomes[i]
			hard, kept := j.contrast(p, authority, o.metric)
			if hard.HasInterval() && hard.Low > 0 {
				ahead = append(ahead, what)
			}
			if kept.HasInterval() && kept.Low > 0 {
				grows = append(grows, what)
			}
			said = append(said, fmt.Sprintf("- %s: ahead by %s where merit is hardest to see. %s",
				what, interval(hard), changes(kept)))
		}
	}
	return append(said, fmt.Sprintf("So overlap is shown to help where merit is hardest to see: "+
		"%s. It is shown to help more there than where all merit is seen, which would be "+
		"protection: %s.", places(ahead), places(grows)))
}

// contrast is the difference of a pair where merit is hardest to see, and how much larger it is
// there than where merit is easiest to see.
func (j *judges) contrast(p pair, authority string, m metrics.Metric) (hard, grown stats.Estimate) {
	seen := j.seenInOrder()
	least, most := seen[0], seen[len(seen)-1]
	hard, _ = j.difference(p, authority, least, m)
	return hard, j.change(p, authority, most, least, m)
}

// places lists where something was found.
func places(where []string) string {
	if len(where) == 0 {
		return "nowhere"
	}
	return strings.Join(where, ", ")
}

// changes says whether the lead grows or shrinks as merit is harder to see.
func changes(e stats.Estimate) string {
	switch {
	case !e.HasInterval() && e.N > 1 && e.Mean == 0:
		return "It is the same in every run where all merit is seen: this rule looks at no merit."
	case !e.HasInterval():
		return "Whether that is more than where all is seen is not known."
	case e.Low > 0:
		return fmt.Sprintf("That is more than where merit is easiest to see, by %s.", interval(e))
	case e.High < 0:
		return fmt.Sprintf("That is less than where merit is easiest to see, by %s.", interval(e))
	}
	return fmt.Sprintf("No change from where merit is easiest to see is shown: %s.", interval(e))
}

// shownFirst says what the table leaves out.
func (j *judges) shownFirst() []string {
	n := len(j.ticks.All())
	for range j.Combinations(j.others()...) {
		n++
	}
	if n == 2 {
		return nil
	}
	return []string{"Table and figure are of the first entry of each other list; all are in the " +
		"rows of -csv."}
}

// change is how much the difference of a pair grows from one entry of -seen to another, paired by
// run.
func (j *judges) change(
	p pair, authority string, from, to int, m metrics.Metric,
) stats.Estimate {
	values := func(structure string, seen int) []float64 {
		return j.measured.Values(j.at(structure, authority, seen), m, j.ticks.Value())
	}
	a, b := values(p.one, to), values(p.other, to)
	c, d := values(p.one, from), values(p.other, from)
	grown := make([]float64, len(a))
	for i := range grown {
		grown[i] = float64(a[i]-b[i]) - float64(c[i]-d[i])
	}
	return stats.TInterval(grown, .99)
}
