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

const title = "Gathering, asking and creating, after Huysman and de Wit, Knowledge Sharing in " +
	"Practice (2002)"

const match = "Match: in every arm people do one thing a tick, heed one seat, say all they " +
	"believe and try one change alone. A meeting makes one trial, and its members then make none " +
	"alone, so no arm has more trials than gathering alone has. Who does nothing has less " +
	"attention: that is the arm's meaning. What is said is not held equal: who knows more says " +
	"more (said_mean in the rows)."

const maxPaces = 8 // in the text

func (c *cycle) report() study.Report {
	return study.Report{
		Title: title, Table: c.table(), Notes: append(c.verdict(), c.pace(), match),
		Figures: []study.Figure{{Name: "cycle", Panel: c.figure()}},
	}
}

// shown are the outcomes of the table.
func (c *cycle) shown() []outcome {
	all := c.outcomes()
	return []outcome{all[0], all[1], all[3]}
}

// compares reports whether there are arms to set against all who gather.
func (c *cycle) compares() bool {
	return slices.Contains(c.shares.All(), gather) && len(c.shares.All()) > 1
}

// contrasts is the number of differences in the table.
func (c *cycle) contrasts() int {
	return c.conditions * (len(c.shares.All()) - 1) * len(c.shown())
}

// table is what people know where all gather, and by how much more or less in the other arms.
func (c *cycle) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(c.heading()))
	fmt.Fprintf(&b, "\n  %-9s  %-21s  %-21s  %s\n", "", "early", "before people leave",
		"newcomers at the end")
	for range c.Combinations(c.others()...) {
		if c.conditions > 1 {
			fmt.Fprintln(&b, program.Wrap(c.condition()))
		}
		for _, shares := range c.shares.All() {
			line := fmt.Sprintf("  %-9s", shares)
			for _, o := range c.shown() {
				line += fmt.Sprintf("  %-21s", program.Interval(c.estimate(shares, o)))
			}
			fmt.Fprintln(&b, strings.TrimRight(line, " "))
		}
	}
	return b.String()
}

// heading says what the table shows.
func (c *cycle) heading() string {
	const shares = " Shares are sixteenths of gathering, asking, creating and doing nothing."
	if !c.compares() {
		return "Scores, with 95 % intervals." + shares
	}
	return fmt.Sprintf("Scores. Where all gather, with 95 %% intervals; in the other arms, how "+
		"much more or less. Paired by run; the %d intervals hold together at 95 %%.",
		c.contrasts()) + shares
}

// condition names the values of the other parameters.
func (c *cycle) condition() string {
	_, rest, _ := strings.Cut(c.organization(gather).String(), " ")
	return rest
}

// estimate is an outcome of some shares, or its difference to all who gather if these are run.
func (c *cycle) estimate(shares string, o outcome) stats.Estimate {
	name := c.organization(shares).String()
	if shares == gather || !c.compares() {
		return c.measured.Estimate(name, o.metric, o.tick)
	}
	if o.metric.Name == newcomers.Name && c.turnover.Value() == 0 {
		return stats.Estimate{Note: "nobody came"}
	}
	e, err := stats.Paired(c.measured.Values(name, o.metric, o.tick),
		c.measured.Values(c.organization(gather).String(), o.metric, o.tick),
		1-.05/float64(c.contrasts()))
	if err != nil {
		return stats.Estimate{Note: "some runs have none"}
	}
	return e
}

// verdict says with which shares people are shown to be ahead of those who gather, and behind.
func (c *cycle) verdict() []string {
	if !c.compares() {
		return nil
	}
	var ahead, behind [3][]string
	for range c.Combinations(c.axes()...) {
		if c.shares.Value() == gather {
			continue
		}
		for i, o := range c.shown() {
			e := c.estimate(c.shares.Value(), o)
			switch {
			case e.HasInterval() && e.Low > 0:
				ahead[i] = append(ahead[i], c.shares.Value())
			case e.HasInterval() && e.High < 0:
				behind[i] = append(behind[i], c.shares.Value())
			}
		}
	}
	text := "Verdict, beside those who only gather."
	for i, when := range []string{"Early", "Before people leave", "Newcomers at the end"} {
		text += fmt.Sprintf(" %s: ahead with %s; behind with %s.", when, list(ahead[i]),
			list(behind[i]))
	}
	return []string{text}
}

// list lists shares, each with the number of conditions if it is there several times.
func list(shares []string) string {
	var all []string
	for _, s := range shares {
		if text := fmt.Sprintf("%s (in %d)", s, count(shares, s)); !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.ReplaceAll(strings.Join(all, ", "), " (in 1)", "")
}

func count(all []string, one string) (n int) {
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

// pace says how much slower knowledge becomes objective than it is re-used.
func (c *cycle) pace() string {
	var all []string
	for range c.Combinations(c.axes()...) {
		if len(all) == maxPaces {
			all = append(all, "and more in the rows")
			break
		}
		shares := c.shares.Value()
		e := c.measured.Estimate(c.organization(shares).String(), metrics.Pace, study.End)
		if e.N > 0 && mustParse(shares).Ask > 0 {
			all = append(all, fmt.Sprintf("%.1f (%s)", e.Mean, shares))
		}
	}
	if len(all) == 0 {
		return "Pace: nobody asks, so that nothing is re-used."
	}
	return "Pace, the median age of a claim when it is first objectified over that when it is " +
		"first re-used: " + strings.Join(all, ", ") + "."
}
