package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// report returns the table, the verdict, the match and the figure.
func (a *apprentices) report(c *communities) study.Report {
	return study.Report{
		Title: title,
		Table: a.marchTable() + "\n" + c.table(),
		Notes: []string{a.verdict(), c.verdict(), a.match(c)},
		Figures: []study.Figure{
			{Name: "apprenticeship", Panel: a.figure(c)},
		},
	}
}

// knows returns the knowledge of the code, which is that of the combination's model.
func (a *apprentices) knows(c march, turnover float64) stats.Estimate {
	return a.measured.Estimate(c.with(turnover).String(), metrics.NormScore, study.End)
}

// pays returns how much more the code knows with turnover than without.
func (a *apprentices) pays(c march) stats.Estimate {
	return a.differs(c.with(paying).String(), c.with(0).String())
}

// costs returns how much more the code knows under a wait than without.
func (a *apprentices) costs(c march) stats.Estimate {
	return a.differs(c.with(paying).String(), c.atOnce().with(paying).String())
}

// controls returns the same where as many are not heard, but drawn.
func (a *apprentices) controls(c march) stats.Estimate {
	return a.differs(c.with(paying).String()+" drawn", c.atOnce().with(paying).String())
}

func (a *apprentices) differs(more, less string) stats.Estimate {
	return a.measured.Difference(more, less, metrics.NormScore, study.End)
}

// atOnce is the case without its wait.
func (c march) atOnce() march {
	c.wait = 0
	return c
}

func (a *apprentices) marchTable() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("March (1991): the code of fast (p1 = %v) and slow "+
		"(%v) learners after T periods with a turnover of %v. Differences are paired, with 99 %% "+
		"intervals: pays: less the code without turnover. wait: less the code without a wait. "+
		"drawn: the same where as many are not heard, drawn anew each period.",
		learners[0], learners[1], paying)))
	fmt.Fprintf(&b, "\n%-2s %2s %4s %5s %-20s %-20s %s\n", "p1", "T", "wait", "code", "pays",
		"wait", "drawn")
	for _, c := range cases() {
		wait, control := "", ""
		if c.wait > 0 {
			wait, control = interval(a.costs(c)), interval(a.controls(c))
		}
		line := fmt.Sprintf("%-2s %2d %4d %5s %-20s %-20s %s",
			strings.TrimPrefix(fmt.Sprint(c.p1), "0"), c.periods, c.wait,
			program.Decimal(a.knows(c, paying).Mean), interval(a.pays(c)), wait, control)
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	return b.String()
}

// interval is an estimate in at most 20 columns.
func interval(e stats.Estimate) string {
	if e.N > 0 && !e.HasInterval() {
		return program.Decimal(e.Mean) + " (no interval)"
	}
	return program.Interval(e)
}

func (c *communities) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("The default communities of practice with a "+
		"turnover of %v a tick: score at ticks %d, %d and %d. wait and drawn: at tick %[4]d, as "+
		"above. below: of a newcomer's first %d ticks, those in which he scores less than the "+
		"mean of the others in his units. %d runs of each.", leave, shown[0], shown[1], shown[2],
		firstTicks, c.Replicates)))
	fmt.Fprintf(&b, "\n%4s %5d %5d %5d %-20s %-20s %s\n", "wait", shown[0], shown[1], shown[2],
		"wait", "drawn", "below")
	for _, w := range longWaits {
		name, wait, control := c.scenario(w).Name, "", ""
		if w > 0 {
			wait = interval(c.costs(name))
			control = interval(c.costs(name + " drawn"))
		}
		below := fmt.Sprintf("%.1f", c.late(w).Mean)
		if c.late(w).N == 0 {
			below = "none"
		}
		fmt.Fprintf(&b, "%4d %5s %5s %5s %-20s %-20s %s\n", w,
			program.Decimal(c.score(w, shown[0]).Mean), program.Decimal(c.score(w, shown[1]).Mean),
			program.Decimal(c.score(w, shown[2]).Mean), wait, control, below)
	}
	return b.String()
}

// match says what the arms share.
func (a *apprentices) match(c *communities) string {
	longest := longWaits[len(longWaits)-1]
	members := c.measured.Estimate(c.scenario(longest).Name, full, looks[len(looks)-1])
	return fmt.Sprintf("Match: all arms share people, first beliefs, reality, chance, attention, "+
		"what newcomers are told, and the words said. They do not share who is heard: with a wait "+
		"of %d %s of the code's people are, and of the communities' with a wait of %d %s. The "+
		"control shares that number. Nobody searches alone.", waits[len(waits)-1],
		program.Decimal(stays(paying, waits[len(waits)-1])), longest, program.Decimal(members.Mean))
}

// figure draws the code against turnover, and the communities against time.
func (a *apprentices) figure(c *communities) chart.Panel {
	var rows [][]chart.Panel
	for _, p1 := range learners {
		var row []chart.Panel
		for _, periods := range spans {
			row = append(row, a.codes(p1, periods))
		}
		rows = append(rows, row)
	}
	return chart.Figure{
		Title: "Newcomers who learn at once and are heard after a wait",
		Caption: fmt.Sprintf("March (1991): %s runs a point, p2 = .5. Communities: the default "+
			"ones, a turnover of %v a tick, %s runs.", chart.Thousands(a.Replicates), leave,
			chart.Thousands(c.Replicates)),
		Rows: append(rows, []chart.Panel{c.curves(), nil}),
	}
}

func (a *apprentices) codes(p1 float64, periods int) chart.Panel {
	c := &chart.Curves{
		Title: fmt.Sprintf("%s learners (p1 = %v), %d periods", march{p1: p1}.pace(), p1, periods),
		X:     chart.Axis{Label: "turnover"}, Ordered: true,
		Y: chart.Axis{Label: "code knowledge", From: .5, To: 1},
	}
	for _, wait := range waits {
		s := chart.Series{Name: fmt.Sprint("wait ", wait)}
		for _, turnover := range turnovers {
			s = with(s, turnover, a.knows(march{p1, periods, wait}, turnover))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func (c *communities) curves() chart.Panel {
	p := &chart.Curves{
		Title: "communities of practice", X: chart.Axis{Label: "tick"},
		Y: chart.Axis{Label: "score", Zero: true}, Ordered: true,
	}
	for _, wait := range longWaits {
		s := chart.Series{Name: fmt.Sprint("wait ", wait)}
		for _, tick := range looks {
			s = with(s, float64(tick), c.score(wait, tick))
		}
		p.Series = append(p.Series, s)
	}
	return p
}

// with adds a point to a line.
func with(s chart.Series, x float64, e stats.Estimate) chart.Series {
	if !e.HasInterval() {
		e.Low, e.High = e.Mean, e.Mean
	}
	s.X, s.Y = append(s.X, x), append(s.Y, e.Mean)
	s.Low, s.High = append(s.Low, e.Low), append(s.High, e.High)
	return s
}
