package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// verdict says in plain sentences what was and was not shown, at which horizon, against which
// control.
//
// It never says that something is significant: it gives intervals, and calls equivalent what is so
// within the margin. All it says of pairs at one tick rests on one family of comparisons, and all
// it says of controls on another.
func (r *result) verdict() []string {
	if r.table.Replicates() < 2 {
		return append([]string{"One run of each organization shows nothing about differences: " +
			"use -replicates 2 or more."}, r.scope()...)
	}
	if s := r.ceiling(); s != "" {
		return append([]string{s}, r.scope()...)
	}
	var all []string
	for _, t := range r.horizons {
		all = append(all, r.ranking(t))
	}
	last := r.horizons[len(r.horizons)-1]
	all = append(all, r.againstControls(last)...)
	all = append(all, r.owed(last)...)
	return append(all, r.scope()...)
}

// ceiling says if everybody has the same score at the end: nobody differs where all are at the top,
// or the bottom.
func (r *result) ceiling() string {
	last := r.horizons[len(r.horizons)-1]
	first := r.table.Estimate(names[0], metrics.Score, last)
	for _, setup := range names {
		e := r.table.Estimate(setup, metrics.Score, last)
		if e.HasInterval() || e.Mean != first.Mean {
			return ""
		}
	}
	return fmt.Sprintf("At tick %d every organization scores %s in every run: there is nothing "+
		"to tell apart.", last, program.Decimal(first.Mean))
}

// ranking says how the pairs differ at a tick.
func (r *result) ranking(tick int) string {
	var said []string
	for _, c := range r.table.CompareAll(names, metrics.Score, tick, margin) {
		said = append(said, r.difference(c))
	}
	return fmt.Sprintf("At tick %d %s.", tick, strings.Join(said, "; "))
}

// difference puts a comparison in words.
func (r *result) difference(c metrics.Comparison) string {
	switch d := c.Difference; {
	case c.Note != "":
		return fmt.Sprintf("%s and %s cannot be compared (%s)", c.A, c.B, c.Note)
	case !d.HasInterval() && d.Mean == 0:
		return fmt.Sprintf("%s and %s are the same in every run", c.A, c.B)
	case !d.HasInterval():
		return fmt.Sprintf("%s and %s differ by %s in every run", c.A, c.B, program.Decimal(d.Mean))
	case c.Equal.Verdict == stats.Equivalent:
		return fmt.Sprintf("%s and %s are equivalent within %s (difference %s)", c.A, c.B,
			marginText, between(d))
	case !shown(c):
		return fmt.Sprintf("no difference between %s and %s was shown, nor that there is none "+
			"(difference %s)", c.A, c.B, between(d))
	case d.Mean < 0:
		return r.ahead(c.B, c.A, mirrored(d))
	}
	return r.ahead(c.A, c.B, c.Difference)
}

// shown reports whether a difference was shown, after the adjustment for the others of its family.
func shown(c metrics.Comparison) bool { return c.Note == "" && c.P < 1-metrics.Level }

func mirrored(e stats.Estimate) stats.Estimate {
	e.Mean, e.Low, e.High = -e.Mean, -e.High, -e.Low
	return e
}

func (r *result) ahead(better, worse string, by stats.Estimate) string {
	return fmt.Sprintf("people in %s score %s above those in %s", r.named(better), between(by),
		r.named(worse))
}

// named is a setup's name in a sentence.
func (r *result) named(setup string) string {
	switch {
	case setup == "hierarchy" && r.invented:
		return "the made-up hierarchy"
	case setup == "hierarchy":
		return "the hierarchy"
	case setup == "isolated":
		return "isolated units"
	}
	return setup
}

// againstControls says what each setup's arrangement is worth, beyond its contact budget.
func (r *result) againstControls(tick int) []string {
	var all []string
	for _, c := range r.controls(tick) {
		all = append(all, fmt.Sprintf("At tick %d, against its own randomization (the same "+
			"units and seats, members drawn at random), %s.",
			tick, r.worth(c)))
	}
	return all
}

// controls compares each setup that has an arrangement to speak of with its randomization.
func (r *result) controls(tick int) []metrics.Comparison {
	var pairs [][2]string
	for _, setup := range names {
		if r.overlaps(setup) {
			pairs = append(pairs, [2]string{setup, randomized(setup)})
		}
	}
	return r.table.CompareFamily(pairs, metrics.Score, tick, margin)
}

// overlaps reports whether anybody has two seats. Without, who sits with whom is chance to begin
// with: disjoint units are their own randomization, and a difference from it is chance too. Lasting
// circles are joined by their voices.
func (r *result) overlaps(setup string) bool {
	u := r.networks[setup]
	return u.Graph() != nil || r.contacts[setup].Seats > 1
}

func (r *result) worth(c metrics.Comparison) string {
	d, setup := c.Difference, r.named(c.A)
	switch {
	case c.Note != "":
		return setup + " cannot be compared: " + c.Note
	case !d.HasInterval() && d.Mean == 0:
		return setup + " scored the same in every run"
	case !d.HasInterval():
		return fmt.Sprintf("%s scored %s more in every run", setup, program.Decimal(d.Mean))
	case c.Equal.Verdict == stats.Equivalent:
		return fmt.Sprintf("%s scored the same within %s (difference %s): who sits with whom "+
			"was worth less than that", setup, marginText, between(d))
	case !shown(c):
		return fmt.Sprintf("%s was not shown to differ, nor to be equivalent within %s "+
			"(difference %s)", setup, marginText, between(d))
	case d.Mean < 0:
		return fmt.Sprintf("%s did worse, by %s: the control wins", setup, between(mirrored(d)))
	}
	return fmt.Sprintf("%s did better, by %s", setup, between(d))
}

// owed says what the differences that were shown at a tick are owed to.
func (r *result) owed(tick int) []string {
	var all []string
	for _, d := range r.table.CompareAll(names, metrics.Score, tick, margin) {
		if !shown(d) || d.Equal.Verdict == stats.Equivalent {
			continue
		}
		p := r.table.Parts(controlled(d.A), controlled(d.B), metrics.Score, tick)
		all = append(all, fmt.Sprintf(
			"Of the difference of %s between %s and %s at tick %d, contact budget gives %s, the "+
				"rules 0 (they are the same), and the arrangement of people %s.",
			program.Decimal(d.Difference.Mean), r.named(d.A), r.named(d.B), tick, between(p.Budget),
			between(p.Arrangement)))
	}
	return all
}

// between is an estimate with its interval, if it has one.
func between(e stats.Estimate) string {
	if !e.HasInterval() {
		return fmt.Sprintf("%s (%s)", program.Decimal(e.Mean), e.Note)
	}
	return fmt.Sprintf("%s [%s, %s]", program.Decimal(e.Mean), program.Decimal(e.Low),
		program.Decimal(e.High))
}

// scope says of what the verdict speaks, and of what not.
func (r *result) scope() []string {
	all := []string{fmt.Sprintf("All of this is about these rules, sizes and rates, not about "+
		"real organizations; another horizon or another rate may "+
		"turn it round. A difference of up to %s, whatever the level, was fixed beforehand as "+
		"one that does not matter. Intervals are 95 %%, one by "+
		"one; a difference counts as shown if its p-value, adjusted for the comparisons beside "+
		"it (Holm), is below .05, and as equivalent if "+
		"both one-sided tests at 5 %% say so.", marginText)}
	for _, setup := range names {
		if !r.overlaps(setup) {
			all = append(all, fmt.Sprintf("In %s nobody has two seats: they are their own "+
				"randomization, and any difference between the two is chance.",
				r.named(setup)))
		}
	}
	if r.organizations.roster != nil {
		all = append(all, "Communities here are everybody's own contacts, each with a norm of "+
			"its own that lasts: many small units beside the few of "+
			"the chart. The contact budget above is part of every difference.")
	}
	return all
}
