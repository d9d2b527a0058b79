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

const title = "Who comes and who speaks: of their own will, encouraged, compelled"

// answer is the report of the default run.
func (p *participation) answer() study.Report {
	return study.Report{
		Title: title, Table: p.table(),
		Notes:   append(p.verdict(), p.match()),
		Figures: []study.Figure{{Name: "participation", Panel: p.figure()}},
	}
}

// compared is the report of the combinations.
func (p *participation) compared() study.Report {
	c := study.Contrasts{
		Measured: p.measured, Metric: metrics.Score, Short: "score",
		What: "What people know at the end, as a share of the most; the share of seats that " +
			"people have left; and the rank correlation of score with leaving first. Score",
		Others: []study.Column{p.column("left", left), {Head: "first", Of: p.first}},
		Beside: p.hurried(),
	}
	i := 0
	for at := range p.Combinations(p.axes()...) {
		c.Arms = append(c.Arms, study.Arm{Scenario: p.arms[i].name, Name: at.Label()})
		i++
	}
	r := study.Report{
		Title: title, Table: c.Table(), Notes: []string{c.Verdict(), p.match()},
		Figures: c.Figures("participation", title, p.Replicates),
	}
	if p.limited() {
		p.addLimits(&r, c)
	}
	return r
}

func (p *participation) column(head string, m metrics.Metric) study.Column {
	return study.Column{Head: head, Of: func(scenario string) string {
		return program.Decimal(p.measured.Estimate(scenario, m, study.End).Mean)
	}}
}

// first is who leaves first in a scenario, if somebody left.
func (p *participation) first(scenario string) string {
	if e := p.whoLeft(scenario, 1); e.N > 0 {
		return program.Decimal(e.Mean)
	}
	return "-"
}

// headings say what the groups are, and what moves in each.
var headings = []struct {
	text  string
	state metrics.Metric
}{
	attending: {"Attendance; state: will to come, 0 to 1", will},
	expecting: {"Expectations; state: energy, 0 to 15", energy},
	cultured:  {"Culture; state: individualism, 0 to 15", trait},
}

// table is the table of all arms.
func (p *participation) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("What people know after %d ticks (score), and by "+
		"how much more than in the row numbered in vs; newc: the score of %d newcomers "+
		"%d ticks later; heard: dimensions that a person is heard in, per tick. Paired by run; "+
		"the %d intervals of table and verdict hold together at 95 %%.", ticks, newcomers, later,
		p.contrasts())))
	last := group(-1)
	for i, a := range p.arms {
		if a.group != last {
			fmt.Fprintf(&b, "\n  %s\n  %-29s%-6s%-3s%-21s%6s%6s%6s\n",
				headings[a.group].text, "", "score", "vs", "more", "newc", "heard", "state")
			last = a.group
		}
		more, against := "", ""
		if a.control != "" {
			more, against = program.Interval(p.more(a.name, a.control, metrics.Score)),
				fmt.Sprint(1+p.place(a.control))
		}
		fmt.Fprintf(&b, "  %2d %-26s%-6s%-3s%-21s%6s%6.1f%6.2f\n", i+1, a.name,
			p.at(a.name, metrics.Score), against, more, p.at(a.name, taught),
			p.measured.Estimate(a.name, words, study.End).Mean,
			p.measured.Estimate(a.name, headings[a.group].state, study.End).Mean)
	}
	return b.String()
}

// place is the number of an arm, from 0.
func (p *participation) place(name string) int {
	return slices.IndexFunc(p.arms, func(a arm) bool { return a.name == name })
}

func (p *participation) at(name string, m metrics.Metric) string {
	return program.Decimal(p.measured.Estimate(name, m, study.End).Mean)
}

// inVerdict is the number of intervals that only the verdict has.
const inVerdict = 13

// contrasts is the number of intervals of the report.
func (p *participation) contrasts() (n int) {
	for _, a := range p.arms {
		if a.control != "" {
			n++
		}
	}
	return n + inVerdict
}

// level is that of each interval, so that all hold together at 95 % (Bonferroni).
func (p *participation) level() float64 { return 1 - .05/float64(p.contrasts()) }

// more is by how much a metric is higher in one arm than in another.
func (p *participation) more(of, over string, m metrics.Metric) stats.Estimate {
	return p.scaled(of, over, m, 1)
}

// scaled is more, times a factor.
func (p *participation) scaled(of, over string, m metrics.Metric, by float64) stats.Estimate {
	scale := func(name string) []float64 {
		all := slices.Clone(p.measured.Values(name, m, study.End))
		for i := range all {
			all[i] *= by
		}
		return all
	}
	e, err := stats.Paired(scale(of), scale(over), p.level())
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}
