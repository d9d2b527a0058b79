package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

const title = "Practitioners and experts, trust, and the other"

// report is what the program prints and draws.
func (c *practising) report() study.Report {
	r := study.Report{
		Title: title, Table: c.table(),
		Figures: []study.Figure{{Name: "practice", Panel: c.figure()}},
	}
	for _, of := range c.studies.All() {
		r.Notes = append(r.Notes, c.verdict(of))
	}
	for _, of := range c.studies.All() {
		r.Notes = append(r.Notes, c.match(of))
	}
	return r
}

// asks says what a study asks.
var asks = map[string]string{
	ofSignals: "Practitioners against experts who are told as much",
	ofTrust:   "Trust in voices",
	ofOther:   "Ties outside one's domain",
}

// table sets the arms of each study beside the first, early and at the end.
func (c *practising) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Scores. In the first arm of a study, with 95 %% "+
		"intervals; in the others, how much more or less. Paired by run; the %d intervals of "+
		"table and verdict hold together at 95 %%.", c.contrasts())))
	for _, of := range c.studies.All() {
		fmt.Fprintf(&b, "\n%s\n\n  %-15s  %-26s  %s\n", program.Wrap(asks[of]), "",
			"after a quarter of the run", "at the end")
		arms := c.arms(of)
		for i, o := range c.all(of) {
			if label := c.label(o); i%len(arms) == 0 && label != "" {
				fmt.Fprintln(&b, program.Wrap(label))
			}
			fmt.Fprintf(&b, "  %-15s  %-26s  %s\n", o.arm,
				program.Interval(c.estimate(o, o.early())),
				program.Interval(c.estimate(o, o.ticks)))
		}
	}
	return b.String()
}

// label names the parameters of a combination that have several values.
func (c *practising) label(o organization) string {
	var all []string
	add := func(name string, several bool, value any) {
		if several {
			all = append(all, fmt.Sprintf("%s %v", name, value))
		}
	}
	with := func(studies ...string) bool { return slices.Contains(studies, o.study) }
	add("structure", len(c.structure.All()) > 1 && !with(ofOther), o.structure)
	add("rule", len(c.rule.All()) > 1 && with(ofSignals), o.rule)
	add("seen", len(c.seen.All()) > 1, o.seen)
	add("block", len(c.block.All()) > 1, o.block)
	add("each", len(c.each.All()) > 1 && !with(ofOther), o.each)
	add("q", len(c.q.All()) > 1 && !with(ofOther), o.q)
	add("expert", len(c.expert.All()) > 1 && with(ofSignals), o.expert)
	add("stale", len(c.stale.All()) > 1 && with(ofSignals), o.stale)
	add("slope", len(c.slope.All()) > 1 && with(ofTrust), o.slope)
	add("rate", len(c.rate.All()) > 1 && with(ofTrust), o.rate)
	add("domains", len(c.domains.All()) > 1 && with(ofOther), o.domains)
	add("turbulence", len(c.turbulence.All()) > 1 && with(ofSignals), o.turbulence)
	add("turnover", len(c.turn.All()) > 1, o.turnover)
	add("people", len(c.people.All()) > 1, o.people)
	add("ticks", len(c.ticks.All()) > 1, o.ticks)
	return strings.Join(all, ", ")
}

// contrasts is the number of differences in the table and the verdict. The verdict has trust beside
// its control, and the best share of ties outside beside all others. Which is the best is not known
// before, so all pairs count.
func (c *practising) contrasts() (n int) {
	for _, of := range c.studies.All() {
		arms := len(c.arms(of))
		conditions, others := len(c.all(of))/arms, arms-1
		n += 2 * conditions * others
		switch of {
		case ofTrust:
			n += conditions
		case ofOther:
			n += conditions * others * (others - 1) / 2
		}
	}
	return max(n, 1)
}

// first is the arm that an organization is set against.
func (c *practising) first(o organization) organization {
	o.arm = c.arms(o.study)[0]
	if o.study == ofOther {
		o.outside = c.outside.All()[0]
	}
	return o
}

// estimate is the score of an organization, or its difference to that of the first arm.
func (c *practising) estimate(o organization, tick int) stats.Estimate {
	m, first := c.measured, c.first(o)
	if o.arm == first.arm {
		return m.Estimate(o.String(), metrics.Score, tick)
	}
	return c.more(o, first, tick)
}

// more is by how much the score is higher in one organization than in another.
func (c *practising) more(o, than organization, tick int) stats.Estimate {
	m := c.measured
	e, err := stats.Paired(m.Values(o.String(), metrics.Score, tick),
		m.Values(than.String(), metrics.Score, tick), 1-.05/float64(c.contrasts()))
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}
