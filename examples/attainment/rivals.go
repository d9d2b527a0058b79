package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// readings adds the flags that change what is said of the runs, and no run.
func (a *attainment) readings() {
	a.rivals = a.Readings("rivals", "say how often each arm is ahead of so many like the first",
		1, stats.MaxRivals)
	a.Flags.BoolVar(&a.months, "months", false, "say what a tick would be in months")
	a.Validate = func() error {
		if a.rivals.All() != nil && (a.Replicates < 2 || a.Replicates > stats.MaxAhead) {
			return program.Misuse("-replicates is %d, want 2 to %d with -rivals", a.Replicates,
				stats.MaxAhead)
		}
		return nil
	}
}

// read is what the manifest holds of those flags, where they are on.
func (a *attainment) read() map[string]any {
	all := map[string]any{}
	if a.rivals.All() != nil {
		all["rivals"] = a.rivals.String()
	}
	if a.months {
		all["months"] = true
	}
	return all
}

// scores are those of an arm at the end, in every run.
func (a *attainment) scores(i int) []float64 {
	return a.measured.Values(a.arms[i].String(), metrics.Score, study.End)
}

// ahead is the chance of an arm to have the highest score beside k rivals of the first kind.
func (a *attainment) ahead(i, k int) stats.Estimate {
	e, err := stats.AheadOf(a.scores(i), a.scores(0), k, a.level())
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// share is the chance to be ahead of k that are identical.
func share(k int) float64 { return 1 / float64(k+1) }

// rivalTable is how often each arm is ahead, if that is asked.
func (a *attainment) rivalTable() string {
	if a.rivals.All() == nil || len(a.arms) == 1 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintln(&b, "\n"+program.Wrap("Rivals: the chance that an organization has the highest "+
		"score at its end, beside so many of the first arm's kind. All are drawn from the runs, "+
		"each with its own reality and people. Identical ones have the chance in the last column. "+
		"Mean and standard deviation (sd) are those of the score over runs. The intervals hold "+
		"together with those above. There is none with fewer than 3 runs a rival."))
	fmt.Fprintf(&b, "\n  %-20s%-7s%-7s%-9s%-24s%9s\n", "", "score", "sd", "rivals", "ahead of all",
		"identical")
	for i := range a.arms {
		e := a.end(a.arms[i], metrics.Score)
		row := fmt.Sprintf("  %-20s%-7s%-7s", a.short(i), program.Decimal(e.Mean),
			program.Decimal(float64(e.SE*math.Sqrt(float64(e.N)))))
		if i == 0 {
			fmt.Fprintln(&b, strings.TrimRight(row, " "))
			continue
		}
		for _, k := range a.rivals.All() {
			fmt.Fprintf(&b, "%s%-9d%-24s%9s\n", row, k, program.Interval(a.ahead(i, k)),
				program.Decimal(share(k)))
			row = strings.Repeat(" ", 36)
		}
	}
	return b.String()
}

// field tells the arms apart by how often they are ahead of as many rivals.
type field struct{ more, lower, less, always, never, open []string }

func (a *attainment) field(k int) (f field) {
	for i, x := range a.arms[1:] {
		to := &f.open
		switch e := a.ahead(i+1, k); {
		case e.HasInterval() && e.Low > share(k):
			to = &f.more
			if a.mean(i+1) < a.mean(0) {
				f.lower = append(f.lower, x.name)
			}
		case e.HasInterval() && e.High < share(k):
			to = &f.less
		case e.N > 0 && e.Mean == 1:
			to = &f.always
		case e.N > 0 && e.Mean == 0:
			to = &f.never
		}
		*to = append(*to, x.name)
	}
	return f
}

// rivalry says which arms are ahead more often than the first would be among its like. March (1991)
// shows that the mean of such a one can be lower.
func (a *attainment) rivalry() (texts []string) {
	if a.rivals.All() != nil && len(a.arms) == 1 {
		return []string{"Rivals: there is one organization, and none to be ahead of its kind."}
	}
	for _, k := range a.rivals.All() {
		f := a.field(k)
		texts = append(texts, fmt.Sprintf("Ahead of %s of the kind of %s, more often than an "+
			"identical one: %s (with a lower mean score: %s). Less often: %s. Always, in all "+
			"draws from these runs, which give no interval: %s. Never: %s. Not shown: %s.",
			program.Count(k, "rival", "rivals"), a.short(0), list(f.more), list(f.lower),
			list(f.less), list(f.always), list(f.never), list(f.open)))
	}
	return texts
}

func (a *attainment) mean(i int) float64 { return a.end(a.arms[i], metrics.Score).Mean }

// rivalPanels draw by how much each arm is ahead more often than an identical one, two in a row.
func (a *attainment) rivalPanels() (rows [][]chart.Panel) {
	var panels []chart.Panel
	for _, k := range a.rivals.All() {
		d := &chart.Differences{
			Title:    "Ahead of " + program.Count(k, "rival", "rivals") + " of the first kind",
			X:        chart.Axis{Label: "chance, less that of an identical one", Zero: true},
			Interval: "intervals that hold together at 95 %",
			Note: "Not drawn: who is always or never ahead in these runs, and all where there " +
				"are fewer than 3 runs a rival.",
		}
		for i, x := range a.arms[1:] {
			if e := a.ahead(i+1, k); e.HasInterval() {
				d.Rows = append(d.Rows, chart.Difference{Name: x.name, Value: e.Mean - share(k),
					Low: e.Low - share(k), High: e.High - share(k)})
			}
		}
		panels = append(panels, d)
	}
	for row := range slices.Chunk(panels, 2) {
		rows = append(rows, row)
	}
	return rows
}

// rivalColumns are those of the rows, and rivalFields what they hold of an arm: nothing of the
// first, which is its rivals' kind.
func (a *attainment) rivalColumns() (all []string) {
	for _, k := range a.rivals.All() {
		all = append(all, fmt.Sprintf("ahead_%d_mean", k), fmt.Sprintf("ahead_%d_se", k))
	}
	return all
}

func (a *attainment) rivalFields(i int) (all []string) {
	for _, k := range a.rivals.All() {
		if i == 0 {
			all = append(all, "", "")
			continue
		}
		e := a.ahead(i, k)
		all = append(all, study.Mean(e), study.SE(e))
	}
	return all
}
