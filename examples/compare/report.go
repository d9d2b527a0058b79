package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/network"
)

// width is that of a terminal's line.
const width = 79

// report writes the tables and the verdict.
func (r *result) report(w io.Writer) error {
	var b strings.Builder
	v := r.verdict()
	r.head(&b)
	r.scores(&b)
	r.overTime(&b)
	r.agreement(&b)
	r.contactTable(&b)
	r.groupTable(&b)
	r.differenceTable(&b)
	r.panelTable(&b)
	v.write(&b)
	for line := range strings.Lines(b.String()) {
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

// write writes the verdict: one sentence, the reasons, and what was not shown.
func (v verdict) write(b *strings.Builder) {
	fmt.Fprintf(b, "What was seen\n%s\n", wrap("", v.sentence))
	for _, list := range [][]string{v.reasons, v.open} {
		if len(list) > 0 {
			fmt.Fprintln(b)
		}
		for _, s := range list {
			fmt.Fprintln(b, wrap("- ", s))
		}
	}
}

func (r *result) head(b *strings.Builder) {
	c := r.conditions
	fmt.Fprintln(b, wrap("", r.title))
	seen := "merit seen in full"
	if c.Seen > 0 {
		seen = fmt.Sprintf("merit judged on %s of them", chart.Thousands(c.Seen))
	}
	fmt.Fprintln(b,
		wrap("", fmt.Sprintf("%s, %s that pay in blocks of %s (all right, or nothing), "+
			"%s; %s, %s of each, seed %d.", program.Count(c.People, "person", "people"),
			program.Count(c.Dimensions, "dimension", "dimensions"), chart.Thousands(c.Block), seen,
			program.Count(c.Ticks, "tick", "ticks"),
			program.Count(r.replicates, "run", "runs"), r.seed)))
	for _, o := range r.all {
		fmt.Fprintf(b, "  %-16s %s\n", r.label(o, ""), o.words)
	}
	fmt.Fprintln(b, "and below each its controls")
	fmt.Fprintln(b, "  randomized       as many seats a person, units as large, members at random")
	fmt.Fprintln(b, "  connected        the same, drawn so that all units hang together")
	if r.source.report != "" {
		fmt.Fprintln(b)
		for _, line := range strings.Split(unwrapped(r.source.report), "\n") {
			fmt.Fprintln(b, wrap("", line))
		}
	}
	for _, n := range r.notes {
		fmt.Fprintf(b, "\n%s\n", wrap("", n))
	}
	fmt.Fprintf(b, "\n%s\n\n", wrap("", r.beforehand()))
}

// label is how a scenario is named in a table: a control stands indented below its organization,
// and what is made up has a star.
func (r *result) label(o organization, control string) string {
	switch {
	case control != "":
		return "  " + control
	case o.name == hierarchy && r.invented:
		return o.name + "*"
	}
	return o.name
}

// scores is the first table: each organization and its controls, with the contact that they have.
func (r *result) scores(b *strings.Builder) {
	fmt.Fprintln(b, "Score: the share of all there is to earn; mean of the runs and 95 % interval.")
	fmt.Fprintln(b, "Contact: seats a person (his units), units, and pairs of who hears whom.")
	fmt.Fprintf(b, "%-16s %5s %5s %6s", "", "seats", "units", "pairs")
	for _, t := range r.shownTicks() {
		fmt.Fprintf(b, "  %-19s", fmt.Sprint("tick ", t))
	}
	fmt.Fprintln(b)
	r.each(func(o organization, control, scenario string) {
		c := r.budget(scenario)
		fmt.Fprintf(b, "%-16s %5.2f %5d %6d", r.label(o, control), c.Seats, c.Norms, c.Ties)
		if random, _ := o.controlled(randomized); control == connected && scenario == random {
			fmt.Fprintln(b, "  the same runs: all hang together in each")
			return
		}
		for _, t := range r.shownTicks() {
			fmt.Fprintf(b, "  %-19s", interval(r.estimate(scenario, metrics.Score, t)))
		}
		fmt.Fprintln(b)
	})
	r.sayOnce(b)
}

// estimate is a mean with an interval that does not leave the range of its metric.
func (r *result) estimate(scenario string, m metrics.Metric, tick int) stats.Estimate {
	return within(m, r.table.Estimate(scenario, m, tick))
}

// within cuts the interval of a metric of recorded at the bounds of its values, between which the
// mean lies: a share is 0 to 1, what is said, objectified or taken over is 0 or more.
func within(m metrics.Metric, e stats.Estimate) stats.Estimate {
	if !e.HasInterval() {
		return e
	}
	e.Low = max(0, e.Low)
	for _, share := range recorded[:3] {
		if m.Name == share.Name {
			e.High = min(1, e.High)
		}
	}
	return e
}

// overRunEstimate is the mean over runs of the mean score of all ticks.
func (r *result) overRunEstimate(scenario string) stats.Estimate {
	return within(metrics.Score,
		r.table.OutcomeEstimate(scenario, metrics.Score, metrics.AreaUnder()))
}

// sayOnce says in words why there are no intervals, if there are none.
func (r *result) sayOnce(b *strings.Builder) {
	for _, o := range r.all {
		e := r.table.Estimate(o.scenario.Name, metrics.Score, r.last())
		if !e.HasInterval() {
			fmt.Fprintln(b, wrap("", fmt.Sprintf("No interval for %s at tick %s: %s.", o.name,
				chart.Thousands(r.last()), e.Note)))
		}
	}
	fmt.Fprintln(b)
}

// overTime is how soon each organization gets somewhere.
func (r *result) overTime(b *strings.Builder) {
	fmt.Fprintln(b, wrap("", "Over the run: the mean score of all ticks, and the tick by which "+
		"half of the runs have come to a score. An entry such as 198/57% says that only 57 % of "+
		"the runs came there; none/7%, that too few did for such a tick; never, that no run did."+
		r.longNote()))
	fmt.Fprintf(b, "%-16s %-19s", "", "mean of the run")
	for _, h := range heights {
		fmt.Fprintf(b, " %9s", "to "+short(h))
	}
	if r.panel != nil {
		fmt.Fprintf(b, " %12s", fmt.Sprint("tick ", chart.Thousands(longRun)))
	}
	fmt.Fprintln(b)
	for _, o := range r.all {
		fmt.Fprintf(b, "%-16s %-19s", r.label(o, ""),
			interval(r.overRunEstimate(o.scenario.Name)))
		for _, h := range heights {
			fmt.Fprintf(b, " %9s", r.arrival(o.scenario.Name, h))
		}
		if r.panel != nil {
			fmt.Fprintf(b, " %12s", r.panel.longRun(o.name))
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b)
}

// longNote says where the long run comes from.
func (r *result) longNote() string {
	if r.panel == nil {
		return ""
	}
	return fmt.Sprintf(" Tick %s: mean of %s, of the table of other conditions below.",
		chart.Thousands(longRun), program.Count(r.options.panel, "longer run", "longer runs"))
}

// arrival is the median time to a score, and who got there if not all did.
func (r *result) arrival(scenario string, height float64) string {
	a, err := r.table.Arrival(scenario, metrics.Score, metrics.TimeTo(height))
	switch {
	case err != nil:
		return "none"
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
	fmt.Fprintln(b,
		"Consensus: pairs who both believe the same of a dimension. Diversity: pairs of")
	fmt.Fprintln(b, "whom one believes what the other does not.")
	fmt.Fprintf(b, "%-16s", "")
	for _, name := range []string{"cons.", "div."} {
		for _, t := range r.shownTicks() {
			fmt.Fprintf(b, " %9s", fmt.Sprint(name, " ", t))
		}
	}
	fmt.Fprintln(b)
	for _, o := range r.all {
		fmt.Fprintf(b, "%-16s", r.label(o, ""))
		for _, m := range []metrics.Metric{metrics.Consensus, metrics.Diversity} {
			for _, t := range r.shownTicks() {
				fmt.Fprintf(b, " %9s", mean(r.table.Estimate(o.scenario.Name, m, t)))
			}
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b)
}

func (r *result) contactTable(b *strings.Builder) {
	fmt.Fprintln(b, wrap("", "Contact in detail. Heeded: seats that a person learns from in a "+
		"tick; voices: people heard in a seat; taken: beliefs that a person takes over in a tick "+
		"(of all runs; the rest is the first run's); path: steps from one person to another, "+
		"mean (with a star: of those who can be reached, as not everybody can)."))
	fmt.Fprintf(b, "%-16s %6s %6s %6s %-14s %6s\n", "", "heeded", "voices", "taken", "unit size",
		"path")
	r.each(func(o organization, control, scenario string) {
		c := r.budget(scenario)
		size := fmt.Sprintf("%.1f (%s-%s)", c.Size, chart.Thousands(c.Smallest),
			chart.Thousands(c.Largest))
		if c.Smallest == c.Largest {
			size = chart.Thousands(c.Smallest)
		}
		fmt.Fprintf(b, "%-16s %6.2f %6.2f %6.2f %-14s %6s\n", r.label(o, control),
			r.heeded(scenario), c.Heard, r.intake(scenario), size, path(c))
	})
	fmt.Fprintln(b)
}

func path(c network.Budget) string {
	switch {
	case c.Path == 0:
		return "none"
	case c.Reachable < 1:
		return fmt.Sprintf("%.2f*", c.Path)
	}
	return fmt.Sprintf("%.2f", c.Path)
}

func interval(e stats.Estimate) string {
	switch {
	case e.N == 0:
		return "none"
	case !e.HasInterval():
		return program.Decimal(e.Mean)
	}
	low, high := program.Bounds(e)
	return fmt.Sprintf("%s [%s,%s]", program.Decimal(e.Mean), low, high)
}

func mean(e stats.Estimate) string {
	if e.N == 0 {
		return "none"
	}
	return program.Decimal(e.Mean)
}

// short is a share without zeros at its ends.
func short(share float64) string {
	return strings.TrimPrefix(strconv.FormatFloat(share, 'g', -1, 64), "0")
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
