package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// compared are the values of hold that the table sets against 0.
var compared = []float64{.5, 1}

// report is the report of the default run.
func (g *grants) report() study.Report {
	return study.Report{
		Title:   title,
		Table:   g.march() + "\n" + g.zucker(),
		Notes:   []string{g.verdict(), g.zuckerVerdict(), match},
		Figures: []study.Figure{{Name: "granted", Panel: g.figure()}},
	}
}

const match = "Match: all arms of a table share people, reality, first beliefs and the chance " +
	"of who leaves. In March's organization everybody acts in every dimension, hears the one " +
	"code each period, and tries nothing alone. Arms of a row differ in hold only, and rows in " +
	"what is seen of merit and who leaves. In Zucker's groups arms of a row differ in the label " +
	"only: words, contact and trials are the same. No rule reads the truth; the dissenter " +
	"begins with it."

// march is the table of code knowledge by what is seen, turnover and hold.
func (g *grants) march() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Code knowledge after %d periods without hold, and "+
		"by how much it is higher with each step of strength outweighing half a vote or a vote. "+
		"Paired by run; the %d intervals hold together at 95 %%.", g.periods.Value(),
		g.contrasts())))
	fmt.Fprintf(&b, "\n  %-12s%-10s%-8s%-24s%s\n", "merit seen", "turnover", "hold 0",
		"hold .5 - hold 0", "hold 1 - hold 0")
	for range g.Combinations(g.seen, g.turnover) {
		without := g.at(0)
		fmt.Fprintf(&b, "  %-12s%-10v%-8s", seen(g.seen.Value()), g.turnover.Value(),
			program.Decimal(g.measured.Estimate(without, metrics.NormScore, study.End).Mean))
		for i, hold := range compared {
			fmt.Fprintf(&b, "%-*s", 24*(1-i), program.Interval(g.more(g.at(hold), without,
				metrics.NormScore, g.contrasts())))
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}

func seen(dimensions int) string {
	if dimensions == 0 {
		return "all 30"
	}
	return fmt.Sprintf("%d of 30", dimensions)
}

// at names the combination's organization with another hold.
func (g *grants) at(hold float64) string {
	model := g.model()
	model.hold = hold
	return model.String()
}

// contrasts is the number of differences in the table of March's organization.
func (g *grants) contrasts() int {
	return len(compared) * len(g.seen.All()) * len(g.turnover.All())
}

// more is by how much a metric is higher in one scenario than in another, with an interval that
// holds together with those of a number of contrasts at 95 % (Bonferroni).
func (g *grants) more(of, over string, m metrics.Metric, contrasts int) stats.Estimate {
	e, err := stats.Paired(g.measured.Values(of, m, study.End),
		g.measured.Values(over, m, study.End), 1-.05/float64(contrasts))
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// verdict says what hold does in March's organization.
func (g *grants) verdict() string {
	var raised, lowered []string
	higher, lower := 0, 0
	for range g.Combinations(g.seen) {
		up, down := g.shown()
		higher, lower = higher+up, lower+down
		if up > 0 {
			raised = append(raised, fmt.Sprintf("%s (%d)", seen(g.seen.Value()), up))
		}
		if down > 0 {
			lowered = append(lowered, fmt.Sprintf("%s (%d)", seen(g.seen.Value()), down))
		}
	}
	return fmt.Sprintf("Verdict: holding what is taken for granted against those who do better "+
		"raises code knowledge in %d of %d comparisons, and lowers it in %d. It raises it where "+
		"merit is seen on %s, and lowers it where merit is seen on %s. %s", higher, g.contrasts(),
		lower, list(raised), list(lowered), g.extremes())
}

// shown counts the comparisons, at what the combination sees of merit, in which hold is shown to
// raise code knowledge, and in which it is shown to lower it.
func (g *grants) shown() (higher, lower int) {
	at := g.model()
	for range g.Combinations(g.turnover) {
		for _, hold := range compared {
			with, without := at, at
			with.hold, with.turnover, without.turnover = hold, g.turnover.Value(),
				g.turnover.Value()
			e := g.more(with.String(), without.String(), metrics.NormScore, g.contrasts())
			switch {
			case above(e):
				higher++
			case e.HasInterval() && e.High < 0:
				lower++
			}
		}
	}
	return higher, lower
}

// extremes names the largest gain and the largest loss by hold.
func (g *grants) extremes() string {
	type found struct {
		stats.Estimate
		where string
	}
	var all []found
	for range g.Combinations(g.seen, g.turnover) {
		for _, hold := range compared {
			e := g.more(g.at(hold), g.at(0), metrics.NormScore, g.contrasts())
			all = append(all, found{e, fmt.Sprintf("hold %v, merit seen on %s, turnover %v",
				hold, seen(g.seen.Value()), g.turnover.Value())})
		}
	}
	by := func(a, b found) int {
		switch {
		case a.Mean < b.Mean:
			return -1
		case a.Mean > b.Mean:
			return 1
		}
		return 0
	}
	least, most := slices.MinFunc(all, by), slices.MaxFunc(all, by)
	return fmt.Sprintf("The most is %s (%s), the least %s (%s).", program.Interval(most.Estimate),
		most.where, program.Interval(least.Estimate), least.where)
}

// zucker is the table of the three measures by what strength does and by label.
func (g *grants) zucker() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Zucker's three measures: the share that is left of "+
		"an arbitrary norm that began with a strength of 0, and by how much more is left of "+
		"stronger ones. The %d intervals hold together at 95 %%.", zuckerContrasts())))
	fmt.Fprintf(&b, "\n  %-14s%-10s%-9s%-23s%s\n", "measure", "strength", "label 0",
		"label 3 - label 0", "label 7 - label 3")
	for _, m := range measures {
		for _, e := range effects {
			first := g.measured.Estimate(nameOf(m, e, labels[0]), m.metric, study.End)
			fmt.Fprintf(&b, "  %-14s%-10s%-9s%-23s%s\n", m.name, e.name,
				program.Decimal(first.Mean), program.Interval(g.step(m, e, 1)),
				program.Interval(g.step(m, e, 2)))
		}
	}
	fmt.Fprintln(&b)
	for _, m := range measures {
		fmt.Fprintln(&b, program.Wrap(m.name+": the share "+m.about))
	}
	return b.String()
}

// above reports whether a difference is shown to be above 0.
func above(e stats.Estimate) bool { return e.HasInterval() && e.Low > 0 }

func zuckerContrasts() int { return len(measures) * len(effects) * (len(labels) - 1) }

// step is by how much more is left with a label than with the one before.
func (g *grants) step(m measure, e effect, label int) stats.Estimate {
	return g.more(nameOf(m, e, labels[label]), nameOf(m, e, labels[label-1]), m.metric,
		zuckerContrasts())
}

// zuckerVerdict says of which measures and effects her order is shown.
func (g *grants) zuckerVerdict() string {
	shown := 0
	var parts []string
	for _, m := range measures {
		var ordered []string
		for _, e := range effects {
			if above(g.step(m, e, 1)) && above(g.step(m, e, 2)) {
				ordered = append(ordered, e.name)
			}
		}
		shown += len(ordered)
		parts = append(parts, m.name+": "+list(ordered))
	}
	return fmt.Sprintf("Zucker's order, that more is left the more the norm is taken for granted, "+
		"is shown in %d of %d cases (%s). Where nobody opposes a norm it gains a step a tick, so "+
		"a label is worth %d ticks at most.", shown, len(measures)*len(effects),
		strings.Join(parts, "; "), practice.MostStrength)
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
