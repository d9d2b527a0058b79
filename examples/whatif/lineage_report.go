package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// said is a number of the answer, and what it is of.
type said struct {
	what string
	of   stats.Estimate
}

func (d *descent) report() study.Report {
	all := d.numbers()
	d.Columns("what", "runs", "mean", "se", "low", "high")
	for _, s := range append(all, d.byGroup()...) {
		d.Row(append([]string{s.what, study.Count(s.of.N), study.Mean(s.of)},
			limits(s.of)...)...)
	}
	return study.Report{
		Title: d.title(),
		Table: d.table(all) + "\n" + d.groupTable() + "\n" + program.Wrap(d.verdict()) + "\n",
		Notes: []string{lineageNote, mayShow},
		Figures: []study.Figure{{Name: "whatif", Panel: chart.Figure{
			Title: fmt.Sprintf("A norm of %s: who said it, and who took it",
				d.firm.called(d.unit)),
			Caption: fmt.Sprintf("%s; dimension %d, %s with the norm, seed %d. %s", d.firm.title,
				d.dimension, program.Count(d.standing(), "run", "runs"), d.Seed, mayShow),
			Rows: d.panels(),
		}}},
	}
}

const lineageNote = "First beliefs are drawn at random, so in a large department somebody says " +
	"everything at once. So a line of descent goes back from those who said it when it became " +
	"objective to stay: unit by unit to where most of them had taken it, up to the unit in which " +
	"most had it on their own. The line begins with these. Groups have five people or more. " +
	"Every second run is asked for departments, and only the others for rank: who leads a " +
	"department is one person, and could be found by both."

// numbers are what is told of the norm.
func (d *descent) numbers() []said {
	people, last := float64(d.firm.People()), float64(d.conditions.Ticks)
	all := []said{
		{"the norm is right", d.share(func(o origin) bool { return o.right })},
		{"tick since when it stands", d.mean(0, last, func(o origin) float64 {
			return float64(o.since)
		})},
		{"people who said it at its beginning", d.mean(0, people, func(o origin) float64 {
			return float64(o.makers)
		})},
	}
	if d.ranked() {
		all = append(all, said{"share of them who lead people",
			mean(d.asked(true), 0, 1, func(o origin) float64 {
				return float64(o.leaders) / float64(max(1, o.makers))
			})})
	}
	return append(all,
		said{"units on its way, with this one", d.mean(1, people, func(o origin) float64 {
			return float64(len(o.line))
		})},
		said{"people who may have taken it here", d.mean(0, people, func(o origin) float64 {
			return float64(o.takers)
		})},
		said{"people who believe it at the end", d.mean(0, people, func(o origin) float64 {
			return float64(o.holders[len(o.holders)-1])
		})},
		said{"departments where it is the norm", d.mean(0, float64(len(d.firm.names)),
			func(o origin) float64 { return float64(o.units[len(o.units)-1]) })},
		said{"people who believed it and left", d.mean(0, people*(last+1), func(o origin) float64 {
			return float64(o.gone)
		})},
		said{"it stands, and all who began it left", d.share(func(o origin) bool {
			return o.outlives
		})},
		said{"at some tick nobody believed it", d.share(func(o origin) bool {
			return o.forgotten
		})},
	)
}

func (d *descent) table(all []said) string {
	t := study.Table{
		Title: fmt.Sprintf("The norm that stands at the end: there is one in %d of %s. Means and "+
			"shares of these runs, with 95 %% intervals.", d.standing(),
			program.Count(d.Replicates, "run", "runs")),
		Columns: []string{"", "mean or share"},
	}
	for _, s := range all {
		t.Rows = append(t.Rows, []string{s.what, estimate(s.of)})
	}
	return t.String()
}

// estimate writes a mean with an interval.
func estimate(e stats.Estimate) string {
	if e.N > 0 && !e.HasInterval() {
		return program.Decimal(e.Mean)
	}
	return program.Interval(e)
}

// byGroup are, for each group, the shares of runs in which it said the norm first, and in which the
// line of descent leads through it.
func (d *descent) byGroup() (all []said) {
	runs := d.asked(false)
	for g, of := range d.firm.groups {
		all = append(all,
			said{"said by " + of.Name, share(runs, func(o origin) bool {
				return slices.Contains(o.said, g)
			})},
			said{"came through " + of.Name, share(runs, func(o origin) bool {
				return d.through(o, g, false)
			})},
			said{"came through ties of " + of.Name, share(runs, func(o origin) bool {
				return d.through(o, g, true)
			})})
	}
	return all
}

func (d *descent) groupTable() string {
	if len(d.firm.groups) == 0 {
		return ""
	}
	t := study.Table{
		Title: "Share of every second run in which people of a department said it at its " +
			"beginning, and in which it came through that department, or through the ties of " +
			"one of its people.",
		Columns: []string{"", "said", "department", "ties"},
	}
	all := d.byGroup()
	for g, of := range d.firm.groups {
		row := []string{of.Name}
		for _, s := range all[3*g : 3*g+3] {
			row = append(row, estimate(s.of))
		}
		t.Rows = append(t.Rows, row)
	}
	return t.String()
}

func (d *descent) verdict() string {
	if d.standing() == 0 {
		return "Verdict: in no run does a norm stand there at the end."
	}
	best, all := 0, d.byGroup()
	if len(all) == 0 {
		return "Verdict: there is one group of departments only, and nothing to compare."
	}
	if all[0].of.N == 0 {
		return "Verdict: a norm stands there at the end, but in no run that is asked for " +
			"departments."
	}
	for g := range d.firm.groups {
		if all[3*g].of.Mean > all[3*best].of.Mean {
			best = g
		}
	}
	return fmt.Sprintf("Verdict: those who said it at its beginning are most often of "+
		"%s (%s of these runs), a department of %s.",
		d.firm.groups[best].Name, program.Decimal(all[3*best].of.Mean),
		program.Count(len(d.firm.groups[best].People), "person", "people"))
}

// panels are what is drawn.
func (d *descent) panels() [][]chart.Panel {
	if len(d.firm.groups) == 0 {
		return [][]chart.Panel{{d.spread()}}
	}
	return [][]chart.Panel{{d.spread()}, {d.drawn()}}
}

// spread is how many believe it, and where it is the norm, over time.
func (d *descent) spread() chart.Panel {
	panel := chart.Curves{
		Title: "How far it has come", X: chart.Axis{Label: "tick"},
		Y: chart.Axis{Label: "share", Zero: true}, Note: "Norms outlive the people who made them.",
	}
	people := chart.Series{Name: "people who believe it"}
	units := chart.Series{Name: "departments where it is the norm"}
	for _, t := range d.ticksFrom(0) {
		add := func(line *chart.Series, of func(o origin) float64) {
			e := d.mean(0, 1, of)
			if e.N > 0 {
				line.X, line.Y = append(line.X, float64(t)), append(line.Y, e.Mean)
				line.Low, line.High = append(line.Low, e.Low), append(line.High, e.High)
			}
		}
		add(&people, func(o origin) float64 {
			return float64(o.holders[t]) / float64(d.firm.People())
		})
		add(&units, func(o origin) float64 {
			return float64(o.units[t]) / float64(len(d.firm.names))
		})
	}
	for _, line := range []chart.Series{people, units} {
		if len(line.X) > 0 {
			panel.Series = append(panel.Series, line)
		}
	}
	return panel
}

// drawn is who said it first.
func (d *descent) drawn() chart.Panel {
	panel := &chart.Differences{
		Title: "Who said it at its beginning",
		X:     chart.Axis{Label: "share of every second run", Zero: true},
	}
	all := d.byGroup()
	for g, of := range d.firm.groups {
		if e := all[3*g].of; e.N > 0 {
			panel.Rows = append(panel.Rows, chart.Difference{Name: of.Name, Value: e.Mean,
				Low: e.Low, High: e.High, Color: 1})
		}
	}
	return panel
}
