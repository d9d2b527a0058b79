package main

import (
	"fmt"
	"strings"

	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// verdict says in plain sentences what was and was not shown, at which horizon, against which control.
//
// It never says that something is significant: it gives intervals, and calls equivalent what is so within the margin.
func (r *result) verdict() []string {
	if r.table.Replicates() < 2 {
		return append([]string{"One run of each organization shows nothing about differences: use -replicates 2 or more."}, r.scope()...)
	}
	if s := r.ceiling(); s != "" {
		return append([]string{s}, r.scope()...)
	}
	var all []string
	for _, t := range r.horizons {
		all = append(all, r.ranking(t))
	}
	last := r.horizons[len(r.horizons)-1]
	for _, setup := range names {
		all = append(all, r.againstControl(setup, last))
	}
	all = append(all, r.owed(last)...)
	return append(all, r.scope()...)
}

// ceiling says if everybody has the same score at the end: nobody differs where all are at the top, or the bottom.
func (r *result) ceiling() string {
	last := r.horizons[len(r.horizons)-1]
	first := r.table.Estimate(names[0], metrics.Score, last)
	for _, setup := range names {
		e := r.table.Estimate(setup, metrics.Score, last)
		if e.HasInterval() || e.Mean != first.Mean {
			return ""
		}
	}
	return fmt.Sprintf("At tick %d every organization scores %s in every run: there is nothing to tell apart.", last, decimal(first.Mean))
}

// ranking says how the pairs differ at a tick.
func (r *result) ranking(tick int) string {
	var said []string
	for _, c := range r.table.CompareAll(names, metrics.Score, tick, margin) {
		said = append(said, difference(c))
	}
	return fmt.Sprintf("At tick %d %s.", tick, strings.Join(said, "; "))
}

// difference puts a comparison in words.
func difference(c metrics.Comparison) string {
	switch {
	case c.Note != "":
		return fmt.Sprintf("%s and %s cannot be compared (%s)", c.A, c.B, c.Note)
	case c.Equal.Verdict == stats.Equivalent:
		return fmt.Sprintf("%s and %s are equivalent within %s", c.A, c.B, strings.TrimRight(decimal(margin), "0"))
	case !c.Difference.HasInterval() && c.Difference.Mean == 0:
		return fmt.Sprintf("%s and %s are the same in every run", c.A, c.B)
	case !c.Difference.HasInterval():
		return fmt.Sprintf("%s and %s differ by %s in every run", c.A, c.B, decimal(c.Difference.Mean))
	case c.P >= 1-metrics.Level:
		return fmt.Sprintf("no difference between %s and %s was shown, nor that there is none", c.A, c.B)
	case c.Difference.Mean < 0:
		return ahead(c.B, c.A, -c.Difference.Mean, -c.Difference.High, -c.Difference.Low)
	}
	return ahead(c.A, c.B, c.Difference.Mean, c.Difference.Low, c.Difference.High)
}

func ahead(better, worse string, by, low, high float64) string {
	return fmt.Sprintf("%s score %s [%s, %s] above %s", plural(better), decimal(by), decimal(low), decimal(high), worse)
}

// plural makes a setup's name the subject of a sentence.
func plural(setup string) string {
	if setup == "hierarchy" {
		return "people in the hierarchy"
	}
	if setup == "isolated" {
		return "people in isolated units"
	}
	return "people in " + setup
}

// againstControl says what a setup's arrangement is worth, beyond its contact budget.
func (r *result) againstControl(setup string, tick int) string {
	c := r.table.Compare(setup, randomized(setup), metrics.Score, tick, margin)
	at := fmt.Sprintf("At tick %d, against its own randomization (the same units and seats, members drawn at random), ", tick)
	d := c.Difference
	switch {
	case c.Note != "":
		return at + setup + " cannot be compared: " + c.Note + "."
	case c.Equal.Verdict == stats.Equivalent:
		return at + fmt.Sprintf("%s is equivalent within %s: who sits with whom did not matter.", setup, strings.TrimRight(decimal(margin), "0"))
	case !d.HasInterval() && d.Mean == 0:
		return at + setup + " is the same in every run."
	case !d.HasInterval():
		return at + fmt.Sprintf("%s differs by %s in every run.", setup, decimal(d.Mean))
	case c.P >= 1-metrics.Level:
		return at + fmt.Sprintf("%s was not shown to differ, nor to be equivalent within %s.", setup, strings.TrimRight(decimal(margin), "0"))
	case d.Mean < 0:
		return at + fmt.Sprintf("%s does worse, by %s [%s, %s]: the control wins.", setup, decimal(-d.Mean), decimal(-d.High), decimal(-d.Low))
	}
	return at + fmt.Sprintf("%s does better, by %s [%s, %s].", setup, decimal(d.Mean), decimal(d.Low), decimal(d.High))
}

// owed says what the differences at a tick are owed to.
func (r *result) owed(tick int) []string {
	var all []string
	for i, a := range names {
		for _, b := range names[i+1:] {
			d := r.table.Compare(a, b, metrics.Score, tick, margin)
			if d.Note != "" || d.Equal.Verdict == stats.Equivalent || d.P >= 1-metrics.Level {
				continue
			}
			p := r.table.Parts(controlled(a), controlled(b), metrics.Score, tick)
			all = append(all, fmt.Sprintf(
				"Of the difference of %s between %s and %s at tick %d, contact budget gives %s, the rules 0 (they are the same), and "+
					"the arrangement of people %s %s.",
				decimal(d.Difference.Mean), a, b, tick, decimal(p.Budget.Mean), decimal(p.Arrangement.Mean), bounds(p.Arrangement)))
		}
	}
	return all
}

func bounds(e stats.Estimate) string {
	if !e.HasInterval() {
		return "(" + e.Note + ")"
	}
	return fmt.Sprintf("[%s, %s]", decimal(e.Low), decimal(e.High))
}

// scope says of what the verdict speaks, and of what not.
func (r *result) scope() []string {
	all := []string{fmt.Sprintf("All of this is about these rules, sizes and rates, not about real organizations; another horizon or another rate may "+
		"turn it round. A difference of up to %s was fixed beforehand as one that does not matter; intervals are 95 %%, and of several "+
		"comparisons at a tick p-values are adjusted (Holm).", strings.TrimRight(decimal(margin), "0"))}
	if r.organizations.roster != nil {
		all = append(all, "Communities here are everybody's own contacts, each with a norm of its own: many small units beside the few of the "+
			"chart. The contact budget above is part of every difference.")
	}
	return all
}
