package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// report is the answer: who learns more with each change, at the end and over time.
func (c *changed) report() study.Report {
	c.writeRows()
	last := c.conditions.Ticks
	base := c.Estimate(asItIs, metrics.Score, last)
	base.High = min(1, base.High)
	return study.Report{
		Title: fmt.Sprintf("What if one thing is changed at tick %d? %s. %s, %s, read until tick "+
			"%d. Without a change people score %s at the end.", c.at, c.firm.title,
			program.Count(c.firm.People(), "person", "people"), c.firm.units(), last,
			program.Interval(base)),
		Table: c.table(last) + "\n" + c.overTime() + "\n" + program.Wrap(c.verdict(last)) + "\n",
		Notes: append(append(ceiling(base.Mean), c.privacy()...), mayShow),
		Figures: []study.Figure{{Name: "whatif", Panel: chart.Figure{
			Title: fmt.Sprintf("What a change at tick %d does", c.at),
			Caption: fmt.Sprintf("%s; %s of each, seed %d: the same chance with and without the "+
				"change. %s", c.firm.title, program.Count(c.Replicates, "run", "runs"), c.Seed,
				mayShow),
			Rows: [][]chart.Panel{{c.curves(outcomes[0])}, {c.curves(outcomes[1])}},
		}}},
	}
}

// mayShow is what every answer may be taken to show, and what not.
const mayShow = "This shows what follows from these rules on these ties. It never shows that a " +
	"person, a department or a tie is dispensable, nor how anybody does."

// ceiling says that nearly all is earned anyway, if so.
func ceiling(score float64) []string {
	if score < .98 {
		return nil
	}
	return []string{"At the end people earn nearly all there is, so no change can add anything " +
		"there: look at the differences over time, or ask with fewer -ticks."}
}

// privacy says who is left out.
func (c *changed) privacy() (notes []string) {
	for _, a := range c.arms {
		if len(a.omitted) > 0 {
			return []string{fmt.Sprintf("A change that names fewer than %d people, or lets "+
				"people leave, is judged by what it does to all others, from the tick on at "+
				"which it can have reached %d of them.", orgflags.Smallest, orgflags.Smallest)}
		}
	}
	return nil
}

// table is by how much each outcome is higher at the end.
func (c *changed) table(last int) string {
	t := study.Table{
		Title: fmt.Sprintf("By how much the outcomes are higher at tick %d with the change than "+
			"without, paired by run; all intervals hold together at 95 %%. Score: share of all "+
			"there is to earn. Norms: what counts as knowledge %s.", last, c.firm.where()),
		Columns: []string{"", outcomes[0].head, outcomes[1].head},
	}
	for i, a := range c.arms {
		row := []string{a.name}
		for _, o := range outcomes {
			row = append(row, interval(c.less(i, o, last, c.joint())))
		}
		t.Rows = append(t.Rows, row)
	}
	return t.String()
}

// overTime is the difference of the people's score after some ticks.
func (c *changed) overTime() string {
	t := study.Table{Title: "The difference of the people's score over time.",
		Columns: []string{""}}
	some := c.someTicks()
	for _, tick := range some {
		t.Columns = append(t.Columns, fmt.Sprintf("tick %d", tick))
	}
	for i, a := range c.arms {
		row := []string{a.name}
		for _, tick := range some {
			text := "-"
			if e := c.less(i, outcomes[0], tick, .95); e.N > 0 {
				text = signed(e.Mean)
			}
			row = append(row, text)
		}
		t.Rows = append(t.Rows, row)
	}
	return t.String()
}

// someTicks are four recorded ticks: about a tenth, a third and two thirds of the way, and the end.
func (c *changed) someTicks() (all []int) {
	for _, share := range []int{3, 10, 20, 30} {
		t := c.ticks[(len(c.ticks)-1)*share/30]
		if len(all) == 0 || t > all[len(all)-1] {
			all = append(all, t)
		}
	}
	return all
}

// verdict says which differences are shown.
func (c *changed) verdict(last int) string {
	var said []string
	for i, a := range c.arms {
		for _, o := range outcomes {
			if text := claim(c.less(i, o, last, c.joint())); text != "" {
				said = append(said, fmt.Sprintf("%s %s with %q", o.name, text, a.name))
			}
		}
	}
	if len(said) == 0 {
		return fmt.Sprintf("Verdict: %s not show that any change raises or lowers either "+
			"outcome at tick %d.", program.Count(c.Replicates, "run does", "runs do"), last)
	}
	return "Verdict: " + strings.Join(said, "; ") + ". Nothing else is shown to differ."
}

// claim is what an interval shows; "": nothing.
func claim(e stats.Estimate) string {
	switch {
	case e.HasInterval() && e.Low > 0:
		return "ends higher"
	case e.HasInterval() && e.High < 0:
		return "ends lower"
	case e.N > 1 && !e.HasInterval() && e.Mean == 0:
		return "ends the same in every run"
	}
	return ""
}

// curves draws the differences of an outcome over time.
func (c *changed) curves(o learning) chart.Panel {
	panel := chart.Curves{
		Title: "Difference in " + o.name, X: chart.Axis{Label: "tick"},
		Y: chart.Axis{Label: "difference of the " + o.head, Zero: true},
	}
	for i, a := range c.arms {
		line := chart.Series{Name: a.name}
		for _, t := range c.shownTicks(i) {
			e := c.less(i, o, t, .95)
			if e.N == 0 {
				continue
			}
			line.X, line.Y = append(line.X, float64(t)), append(line.Y, e.Mean)
			line.Low, line.High = append(line.Low, e.Low), append(line.High, e.High)
		}
		if c.Replicates < 2 {
			line.Low, line.High = nil, nil
		}
		if len(line.X) > 0 {
			panel.Series = append(panel.Series, line)
		}
	}
	return panel
}
