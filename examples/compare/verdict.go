package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// A verdict is what was seen, in words: one sentence for who reads one sentence, then the reasons,
// then what was not shown.
type verdict struct {
	sentence string
	reasons  []string
	open     []string
}

// verdict puts the findings in words. It never says that something is significant.
func (r *result) verdict() verdict {
	v := verdict{open: r.notShown()}
	if r.table.Replicates() < 2 {
		v.sentence = "One run of each organization shows nothing about differences: use " +
			"-replicates 2 or more."
		return v
	}
	if s := r.allTheSame(); s != "" {
		v.sentence = s
		return v
	}
	v.open = append(v.open, r.lost...)
	v.sentence = r.headline()
	v.reasons = append(v.reasons, r.ranking(r.atEnd(), "At tick "+chart.Thousands(r.last())))
	if len(r.horizons) > 1 {
		tick := r.horizons[len(r.horizons)-2]
		v.reasons = append(v.reasons, r.ranking(metrics.AtTick(metrics.Score, tick).Within(0, 1),
			"At tick "+chart.Thousands(tick)))
	}
	v.reasons = append(v.reasons, r.ranking(r.overRun(), "In the mean over all ticks"))
	v.reasons = append(v.reasons, r.atEqualContact()...)
	v.reasons = append(v.reasons, r.owed()...)
	v.reasons = append(v.reasons, r.againstChance()...)
	v.reasons = append(v.reasons, r.carries()...)
	return v
}

// allTheSame says if all organizations have the same score in every run at the end.
func (r *result) allTheSame() string {
	for _, p := range r.pairs() {
		if r.found(p[0], p[1], r.atEnd()).Claim != metrics.Identical {
			return ""
		}
	}
	first := r.table.Values(r.all[0].scenario.Name, metrics.Score, r.last())
	if slices.Min(first) != slices.Max(first) {
		return fmt.Sprintf("At tick %s every organization has the same score as the others in "+
			"every run: there is nothing to tell apart.", chart.Thousands(r.last()))
	}
	return fmt.Sprintf("At tick %s every organization scores %s in every run: there is nothing to "+
		"tell apart.", chart.Thousands(r.last()), program.Decimal(first[0]))
}

// found is what was found of two organizations.
func (r *result) found(a, b organization, at metrics.Horizon) metrics.Finding {
	return r.claims.of(a.scenario.Name, b.scenario.Name, at)
}

// headline is the first sentence: communities and the hierarchy where both are compared, else the
// first two.
func (r *result) headline() string {
	a, b := r.main()[0], r.main()[1]
	if c, h := r.named(communities), r.named(hierarchy); c != nil && h != nil {
		a, b = *c, *h
	}
	said := []string{fmt.Sprintf("With the contact they come with, %s%s",
		r.sentence(a, b, r.found(a, b, r.atEnd())), r.highest(a, b))}
	for i, p := range r.equalContact() {
		when := "with equal contact "
		if i > 0 {
			when = "and, also with equal contact, "
		}
		said = append(said, when+r.sentence(p[0], p[1], r.found(p[0], p[1], r.atEnd())))
	}
	return strings.Join(said, "; ") + "."
}

// highest names who ends highest, where that is neither of two.
func (r *result) highest(a, b organization) string {
	order := r.byMean(r.atEnd())
	first := order[0].name
	if first == a.name || first == b.name ||
		r.found(order[0], order[1], r.atEnd()).Claim != metrics.Higher {
		return ""
	}
	return fmt.Sprintf(" (and %s highest of all)", r.called(order[0]))
}

// sentence says how one organization ends beside another, in points of 100.
func (r *result) sentence(a, b organization, f metrics.Finding) string {
	x, y := r.called(a), r.called(b)
	switch f.Claim {
	case metrics.Higher:
		return fmt.Sprintf("%s end %s above %s", x, points(f.Difference.Mean), y)
	case metrics.Lower:
		return fmt.Sprintf("%s end %s below %s", x, points(-f.Difference.Mean), y)
	case metrics.Alike:
		return fmt.Sprintf("%s end level with %s", x, y)
	case metrics.Identical:
		return fmt.Sprintf("%s and %s end the same in every run", x, y)
	case metrics.Missing:
		return fmt.Sprintf("%s and %s cannot be compared (%s)", x, y, f.Note)
	}
	return fmt.Sprintf("the runs are too few to tell %s from %s", x, y)
}

// points are a difference of scores in points of 100.
func points(d float64) string {
	switch n := 100 * d; {
	case n >= .95 && n < 1.5:
		return "1 of 100 points"
	case n >= 1.5:
		return fmt.Sprintf("%.0f of 100 points", n)
	default:
		return fmt.Sprintf("%.1f of 100 points", n)
	}
}

// called is an organization's name in a sentence, in the plural.
func (r *result) called(o organization) string {
	switch o.name {
	case hierarchy:
		if r.invented {
			return "people in the made-up hierarchy"
		}
		return "people in the hierarchy"
	case matrix:
		return "people in the matrix"
	case isolated:
		return "isolated units"
	case brokered:
		return "brokered communities"
	case communities:
		return communities
	}
	return "people in a " + o.name
}

// ranking says who is ahead of whom at a horizon, in the order of the means: ">" where a difference
// was shown, "=" where two are level, "?" where the runs are too few.
func (r *result) ranking(at metrics.Horizon, when string) string {
	byMean := r.byMean(at)
	var b strings.Builder
	for i, o := range byMean {
		if i > 0 {
			b.WriteString(sign(r.found(byMean[i-1], o, at).Claim))
		}
		fmt.Fprintf(&b, "%s %s", r.short(o), program.Decimal(r.mean(o, at)))
	}
	return fmt.Sprintf("%s: %s.", when, b.String())
}

// byMean are the organizations that come with a contact of their own, the highest mean first.
func (r *result) byMean(at metrics.Horizon) []organization {
	order := r.main()
	slices.SortStableFunc(order, func(a, b organization) int {
		return cmp.Compare(r.mean(b, at), r.mean(a, at))
	})
	return order
}

// mean is the mean of an organization at a horizon.
func (r *result) mean(o organization, at metrics.Horizon) float64 {
	main := r.main()
	other := main[0]
	if other.name == o.name {
		other = main[len(main)-1]
	}
	return r.found(o, other, at).Means[0]
}

// sign is a claim between two names.
func sign(c metrics.Claim) string {
	switch c {
	case metrics.Higher:
		return " > "
	case metrics.Lower:
		return " < "
	case metrics.Alike, metrics.Identical:
		return " = "
	}
	return " ? "
}

// short is an organization's name in a list or a file.
func (r *result) short(o organization) string { return r.marked(o.name) }

// atEqualContact says who is ahead at equal contact, with the contact.
func (r *result) atEqualContact() []string {
	var all []string
	for _, p := range r.equalContact() {
		f := r.found(p[0], p[1], r.atEnd())
		x, y := r.budgetOf(p[0].units), r.budgetOf(p[1].units)
		all = append(all, fmt.Sprintf("At equal contact (%.2f and %.2f seats a person, %s and %s "+
			"units): %s %s%s%s %s; difference %s, %s ahead in %.0f %% of the runs.",
			x.Seats, y.Seats, chart.Thousands(x.Norms), chart.Thousands(y.Norms),
			r.short(p[0]), program.Decimal(f.Means[0]), sign(f.Claim),
			r.short(p[1]), program.Decimal(f.Means[1]), between(f.Difference),
			r.short(p[0]), 100*f.Ahead))
	}
	return all
}

// owed says what the difference in the headline is owed to.
func (r *result) owed() []string {
	c, h := r.named(communities), r.named(hierarchy)
	if c == nil || h == nil {
		return nil
	}
	f := r.found(*c, *h, r.atEnd())
	if f.Claim != metrics.Higher && f.Claim != metrics.Lower {
		return nil
	}
	var said []string
	for _, p := range r.partsOf(*c, *h) {
		said = append(said, fmt.Sprintf("%s %s", r.moreOf(p.what, *c, *h), p.text()))
	}
	return []string{fmt.Sprintf("The difference of %s between %s and %s comes from (the parts sum "+
		"to it): %s; rules 0, as they are the same.", program.Decimal(f.Difference.Mean),
		r.short(*c), r.short(*h), strings.Join(said, ", "))}
}

// moreOf says of what changes from b to a whether a has more or less of it.
func (r *result) moreOf(what string, a, b organization) string {
	x, y := r.budgetOf(a.units), r.budgetOf(b.units)
	seat, size := amount(x.Seats, y.Seats, "more", "fewer"), amount(x.Size, y.Size,
		"larger", "smaller")
	switch {
	case what == seats && seat != "":
		return seat + " seats a person"
	case what == contact && seat != "" && size != "":
		return seat + " seats and " + size + " units"
	case what == sizes && size != "":
		return size + " units"
	}
	return what
}

// amount is a word for x beside y; "": they are the same to two digits.
func amount(x, y float64, more, less string) string {
	switch {
	case x > 1.005*y:
		return more
	case y > 1.005*x:
		return less
	}
	return ""
}

// part is what one thing gives of a difference: one number, or two where the order of the steps
// matters.
type part struct {
	what string
	ends []float64
}

func (p part) text() string {
	low, high := slices.Min(p.ends), slices.Max(p.ends)
	if program.Decimal(low) == program.Decimal(high) {
		return program.Decimal(low)
	}
	return fmt.Sprintf("%s to %s", program.Decimal(low), program.Decimal(high))
}

// partsOf are the parts of a difference at the end: steps of one kind are taken together.
func (r *result) partsOf(a, b organization) []part {
	var all []part
	for _, way := range r.parts(a, b) {
		sums := map[string]float64{}
		for _, s := range way {
			sums[s.what] += r.claims.of(s.from, s.to, r.atEnd()).Difference.Mean
		}
		for _, what := range []string{contact, seats, sizes, together, arrangement} {
			v, there := sums[what]
			if !there {
				continue
			}
			i := slices.IndexFunc(all, func(p part) bool { return p.what == what })
			if i < 0 {
				all = append(all, part{what: what})
				i = len(all) - 1
			}
			all[i].ends = append(all[i].ends, v)
		}
	}
	return all
}

// againstChance says what each arrangement is worth beside members drawn at random.
func (r *result) againstChance() []string {
	var said []string
	for _, o := range r.main() {
		name, ok := o.controlled(connected)
		if !ok {
			if name, ok = o.controlled(randomized); !ok || !o.overlaps() {
				continue
			}
		}
		f := r.claims.of(o.scenario.Name, name, r.atEnd())
		said = append(said, fmt.Sprintf("%s%s%s", r.short(o), sign(f.Claim),
			between(f.Difference)))
	}
	if len(said) == 0 {
		return nil
	}
	return []string{"Beside its connected control (the same seats and sizes, members drawn at " +
		"random): " + strings.Join(said, ", ") + "."}
}

// notShown says what is open, and of what the verdict speaks.
func (r *result) notShown() []string {
	var all, open []string
	for _, p := range append(r.pairs(), r.equalContact()...) {
		for _, at := range r.rankedAt() {
			if r.found(p[0], p[1], at).Claim == metrics.Unclear {
				open = append(open, fmt.Sprintf("%s and %s (%s)", r.short(p[0]), r.short(p[1]),
					at.Name))
			}
		}
	}
	if len(open) > 0 && r.table.Replicates() > 1 {
		slices.Sort(open)
		all = append(all, "Too few runs to tell: "+strings.Join(slices.Compact(open), "; ")+".")
	}
	all = append(all, r.leftOut()...)
	return append(all, "All of this is about these rules, sizes and rates, not about real "+
		"organizations.")
}

// beforehand is what was fixed before the runs were seen.
func (r *result) beforehand() string {
	return fmt.Sprintf("Fixed before the runs: two scores that differ by less than %s, and by "+
		"less than %s of their height, are called level. All %d claims below are one family: the "+
		"chance that any of them is wrong is at most %s. So a ? can stand beside an interval that "+
		"lies on one side of 0: intervals are 95 %%, each for itself.",
		program.Decimal(r.limits.Margin), percent(r.limits.Relative), len(r.claims.contrasts),
		percent(r.limits.Alpha))
}

func percent(share float64) string {
	return fmt.Sprintf("%g %%", math.Round(1e4*share)/100)
}

// between is an estimate with its interval, if it has one.
func between(e stats.Estimate) string {
	if !e.HasInterval() {
		return fmt.Sprintf("%s in every run", program.Decimal(e.Mean))
	}
	return program.Interval(e)
}
