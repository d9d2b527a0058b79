package study

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// Contrasts set the arms of a study beside the first of them: by how much a metric ends higher in
// each, paired by run. The intervals hold together at 95 % (Bonferroni).
type Contrasts struct {
	*Measured
	Metric metrics.Metric
	Arms   []Arm
	What   string // what the metric is, as it begins a sentence: "Payoff at the end"
	Short  string // the same as the head of a column of at most 8 characters: "payoff"
	Others []Column
	Beside int // intervals of the program's own that are to hold together with these
}

// Intervals returns how many hold together.
func (c Contrasts) Intervals() int { return len(c.Arms) - 1 + c.Beside }

// Arm is an organization of a table: its scenario, and what the table calls it.
type Arm struct{ Scenario, Name string }

// Column is what a table says of each arm beside.
type Column struct {
	Head string // at most 8 characters
	Of   func(scenario string) string
}

// More returns by how much the metric is higher in arm i than in the first.
func (c Contrasts) More(i int) stats.Estimate {
	e, err := stats.Paired(c.Values(c.Arms[i].Scenario, c.Metric, End),
		c.Values(c.Arms[0].Scenario, c.Metric, End), 1-.05/float64(max(c.Intervals(), 1)))
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// Table returns the table. A name that is too long goes on below.
func (c Contrasts) Table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("%s, and by how much it is higher than in the first "+
		"row: paired by run, with %s.", c.What, together(c.Intervals()))))
	fmt.Fprintf(&b, "\n  %-28s%-8s%-24s", "", c.Short, "more than the first")
	for _, o := range c.Others {
		fmt.Fprintf(&b, "%8s", o.Head)
	}
	fmt.Fprintln(&b)
	for i, a := range c.Arms {
		more := ""
		if i > 0 {
			more = program.Interval(c.More(i))
		}
		name := strings.Split(wrapTo(27, a.Name), "\n")
		line := fmt.Sprintf("  %-28s%-8s%-24s", name[0], program.Decimal(c.mean(a)), more)
		for _, o := range c.Others {
			line += fmt.Sprintf("%8s", o.Of(a.Scenario))
		}
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
		for _, rest := range name[1:] {
			fmt.Fprintln(&b, "  "+rest)
		}
	}
	return b.String()
}

// together says at which level some intervals hold.
func together(intervals int) string {
	if intervals < 2 {
		return "a 95 % interval"
	}
	return fmt.Sprintf("%d intervals that hold together at 95 %%", intervals)
}

func (c Contrasts) mean(a Arm) float64 { return c.Estimate(a.Scenario, c.Metric, End).Mean }

// Verdict says which arms are shown to end higher than the first, and which lower.
func (c Contrasts) Verdict() string {
	if len(c.Arms) == 1 {
		return "Verdict: there is one organization, and nothing to compare it with."
	}
	var higher, lower, open []string
	best := c.Arms[0]
	for i, a := range c.Arms[1:] {
		if c.mean(a) > c.mean(best) {
			best = a
		}
		switch e := c.More(i + 1); {
		case e.HasInterval() && e.Low > 0:
			higher = append(higher, a.Name)
		case e.HasInterval() && e.High < 0:
			lower = append(lower, a.Name)
		default:
			open = append(open, a.Name)
		}
	}
	return fmt.Sprintf("Verdict: compared with %s, %s is higher in: %s. Lower in: %s. Not shown: "+
		"%s. The highest mean is that of %s (%s). This speaks of these rules, not of real groups.",
		c.Arms[0].Name, c.Short, list(higher), list(lower), list(open), best.Name,
		program.Decimal(c.mean(best)))
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, "; ")
}

// Drawn returns the differences as a panel. The colours are those of the arms.
func (c Contrasts) Drawn() chart.Panel {
	d := &chart.Differences{
		Title:    "At the end, compared with " + c.Arms[0].Name,
		X:        chart.Axis{Label: "difference of " + c.Short, Zero: true},
		Interval: "intervals that hold together at 95 %",
	}
	for i, a := range c.Arms[1:] {
		if e := c.More(i + 1); e.HasInterval() {
			d.Rows = append(d.Rows, chart.Difference{
				Name: a.Name, Value: e.Mean, Low: e.Low, High: e.High, Color: i + 2,
			})
		}
	}
	return d
}

// mostArms is the largest number of arms whose differences one figure shows.
const mostArms = 40

// Figures returns one figure of the differences, or none if there is one arm or there are too many
// to be read.
func (c Contrasts) Figures(name, title string, replicates int) []Figure {
	if len(c.Arms) < 2 || len(c.Arms) > mostArms {
		return nil
	}
	return []Figure{{Name: name, Panel: chart.Figure{
		Title: title, Caption: chart.Thousands(replicates) + " runs of each.",
		Rows: [][]chart.Panel{{c.Drawn()}},
	}}}
}
