package main

import (
	"fmt"
	"io"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// width is that of a terminal's line.
const width = 79

// report writes the tables and the verdict.
func (r *result) report(w io.Writer) error {
	var b strings.Builder
	r.head(&b)
	r.scores(&b)
	r.agreement(&b)
	r.contactTable(&b)
	r.groupTable(&b)
	r.pairs(&b)
	fmt.Fprintln(&b, "What was seen")
	for _, s := range r.verdict() {
		fmt.Fprintln(&b, wrap("- ", s))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *result) head(b *strings.Builder) {
	c := r.conditions
	fmt.Fprintln(b, wrap("", r.title))
	seen := "merit seen in full"
	if c.Seen > 0 {
		seen = fmt.Sprintf("merit judged on %d of them", c.Seen)
	}
	fmt.Fprintln(b, wrap("", fmt.Sprintf("%s, %s in blocks of %d, %s; %s, %s of each, seed %d.",
		count(c.People, "person", "people"),
		count(c.Dimensions, "dimension", "dimensions"), c.Block, seen,
		count(c.Ticks, "tick", "ticks"),
		count(r.replicates, "run", "runs"), r.seed)))
	for i, name := range names {
		fmt.Fprintf(b, "  %-12s %s\n", r.label(name, ""), r.arranged[i])
	}
	fmt.Fprintln(b, "  randomized   the same units and seats, members drawn at random")
	if r.organizations.report != "" {
		fmt.Fprintln(b)
		for _, line := range strings.Split(unwrapped(r.organizations.report), "\n") {
			fmt.Fprintln(b, wrap("", line))
		}
	}
	for _, n := range r.notes {
		fmt.Fprintf(b, "\n%s\n", wrap("", n))
	}
	fmt.Fprintln(b)
}

// label is how a scenario is named in a table: a randomization stands indented below its setup, and
// what is made up has a star.
func (r *result) label(setup, control string) string {
	switch {
	case control != "":
		return "  " + control
	case setup == "hierarchy" && r.invented:
		return setup + "*"
	}
	return setup
}

func (r *result) scores(b *strings.Builder) {
	fmt.Fprintln(b, "Score: what reality pays, as a share of the most; mean and 95 % interval")
	fmt.Fprintf(b, "%-13s", "")
	for _, t := range r.horizons {
		fmt.Fprintf(b, " %-18s", fmt.Sprint("tick ", t))
	}
	fmt.Fprintln(b, " 90 % at")
	eachScenario(func(setup, control, scenario string) {
		fmt.Fprintf(b, "%-13s", r.label(setup, control))
		for _, t := range r.horizons {
			fmt.Fprintf(b, " %-18s", interval(r.table.Estimate(scenario, metrics.Score, t)))
		}
		fmt.Fprintf(b, " %s\n", r.arrival(scenario))
	})
	fmt.Fprintln(b, wrap("", "90 % at: the median tick at which 90 % of the rise from the first "+
		"tick to the last was done"+
		" (/n%: in n % of the runs; the others did not rise). A rise that ends low ends early."))
	r.sayOnce(b)
}

// sayOnce says in words why there are no intervals, if there are none.
func (r *result) sayOnce(b *strings.Builder) {
	last := r.horizons[len(r.horizons)-1]
	for _, setup := range names {
		if e := r.table.Estimate(setup, metrics.Score, last); !e.HasInterval() {
			fmt.Fprintln(b, wrap("", fmt.Sprintf("No interval for %s at tick %d: %s.", setup, last,
				e.Note)))
		}
	}
	fmt.Fprintln(b)
}

// arrival is the median time to 90 % of the end, and who got there if not all did.
func (r *result) arrival(scenario string) string {
	a, err := r.table.Arrival(scenario, metrics.Score, ninety)
	switch {
	case err != nil:
		return "not defined"
	case a.Share.Mean == 0:
		return "never"
	case a.Share.Mean <= .5:
		return fmt.Sprintf("none/%.0f%%", 100*a.Share.Mean)
	case a.Share.Mean < 1:
		return fmt.Sprintf("%.0f/%.0f%%", a.Median.Mean, 100*a.Share.Mean)
	}
	return fmt.Sprintf("%.0f", a.Median.Mean)
}

func (r *result) agreement(b *strings.Builder) {
	fmt.Fprintln(b, "Consensus (pairs who believe the same) and diversity (pairs who do not)")
	fmt.Fprintf(b, "%-13s", "")
	for _, name := range []string{"cons.", "div."} {
		for _, t := range r.horizons {
			fmt.Fprintf(b, " %9s", fmt.Sprint(name, " ", t))
		}
	}
	fmt.Fprintln(b)
	eachScenario(func(setup, control, scenario string) {
		fmt.Fprintf(b, "%-13s", r.label(setup, control))
		for _, m := range []metrics.Metric{metrics.Consensus, metrics.Diversity} {
			for _, t := range r.horizons {
				fmt.Fprintf(b, " %9s", mean(r.table.Estimate(scenario, m, t)))
			}
		}
		fmt.Fprintln(b)
	})
	fmt.Fprintln(b)
}

func (r *result) contactTable(b *strings.Builder) {
	fmt.Fprintln(b,
		"Contact budget (first run; intake: beliefs taken to heart per person and tick)")
	fmt.Fprintf(b, "%-13s %6s %5s %6s %6s %6s %-14s %5s %6s\n", "", "ties", "seats", "heeded",
		"voices", "intake", "unit size", "norms", "path")
	eachScenario(func(setup, control, scenario string) {
		c := r.contacts[scenario]
		size := fmt.Sprintf("%.1f (%d-%d)", c.Size, c.Smallest, c.Largest)
		if c.Smallest == c.Largest {
			size = fmt.Sprint(c.Smallest)
		}
		path := "none"
		if c.Path > 0 {
			path = fmt.Sprintf("%.2f", c.Path)
		}
		if c.Path > 0 && c.Reachable < 1 {
			path += "*"
		}
		fmt.Fprintf(b, "%-13s %6d %5.2f %6.2f %6.2f %6.2f %-14s %5d %6s\n",
			r.label(setup, control), c.Ties, c.Seats, r.heeded(scenario), c.Heard,
			r.intake(scenario), size, c.Norms, path)
	})
	fmt.Fprintln(b, "(path with a star: not everybody can be reached; mean over those who can)")
	fmt.Fprintln(b)
}

// groupsShown is the number of groups that the table shows.
const groupsShown = 30

// shortened fits a group's name into its column; its number tells it apart.
func shortened(name string) string {
	if runes := []rune(name); len(runes) > 24 {
		return string(runes[:23]) + "."
	}
	return name
}

func (r *result) groupTable(b *strings.Builder) {
	if len(r.groups) == 0 {
		return
	}
	fmt.Fprintf(b, "Mean score of a department's people at tick %d (fewer than %d are merged)\n",
		r.conditions.Ticks, smallest)
	fmt.Fprintf(b, "%-24s %6s %12s %12s %12s\n", "", "people", names[0], r.label(names[1], ""),
		names[2])
	for i, g := range r.groups {
		if i == groupsShown {
			fmt.Fprintf(b, "and %d more, in summary.csv\n", len(r.groups)-i)
			break
		}
		fmt.Fprintf(b, "%-24s %6d", shortened(fmt.Sprintf("%d %s", g.number, g.name)),
			len(g.people))
		for _, setup := range names {
			fmt.Fprintf(b, " %12s", mean(r.table.Estimate(setup, g.metric(), r.conditions.Ticks)))
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b)
}

func (r *result) pairs(b *strings.Builder) {
	fmt.Fprintln(b,
		"Differences in score, run by run, and what they are owed to (the parts sum up)")
	fmt.Fprintf(b, "%-25s %-19s %6s %8s %5s %8s\n", "", "difference", "g", "budget", "rule",
		"arrange.")
	for _, t := range r.horizons {
		fmt.Fprintf(b, "tick %d\n", t)
		for i, x := range names {
			for _, y := range names[i+1:] {
				r.pairLine(b, x, y, t)
			}
		}
	}
	fmt.Fprintln(b)
}

func (r *result) pairLine(b *strings.Builder, x, y string, tick int) {
	c := r.table.Compare(x, y, metrics.Score, tick, margin)
	name := fmt.Sprintf("%s - %s", r.label(x, ""), r.label(y, ""))
	if c.Note != "" {
		fmt.Fprintf(b, " %-24s %s\n", name, c.Note)
		return
	}
	p := r.table.Parts(controlled(x), controlled(y), metrics.Score, tick)
	g := fmt.Sprintf("%.2f", c.Effect.Mean)
	if !c.Effect.HasInterval() {
		g = "none"
	}
	fmt.Fprintf(b, " %-24s %-19s %6s %8s %5s %8s\n", name, interval(c.Difference), g,
		program.Decimal(p.Budget.Mean), program.Decimal(p.Rule.Mean),
		program.Decimal(p.Arrangement.Mean))
}

func interval(e stats.Estimate) string {
	switch {
	case e.N == 0:
		return "none"
	case !e.HasInterval():
		return program.Decimal(e.Mean)
	}
	return fmt.Sprintf("%s [%s,%s]", program.Decimal(e.Mean), program.Decimal(e.Low),
		program.Decimal(e.High))
}

func mean(e stats.Estimate) string {
	if e.N == 0 {
		return "none"
	}
	return program.Decimal(e.Mean)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// unwrapped joins the lines of each of a text's sentences of "Name: ...", which go on indented.
func unwrapped(text string) string {
	return strings.ReplaceAll(strings.TrimSpace(text), "\n  ", " ")
}

// wrap breaks a text into lines, the first behind a mark and the others as far in.
func wrap(mark, text string) string {
	var lines []string
	line := mark
	for _, word := range strings.Fields(text) {
		if len([]rune(line))+len([]rune(word)) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = strings.Repeat(" ", len(mark))
		}
		line += word + " "
	}
	return strings.Join(append(lines, strings.TrimRight(line, " ")), "\n")
}
