package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

const title = "One linear flow through a group, or the same flow in small units in parallel"

// arm is a row of the table.
type arm struct {
	flow
	name string
}

// further are what the table adds to the default combinations: shuffles and loops.
var further = []struct {
	name, shuffle string
	loops         int
}{
	{"dealt anew at phase ends", "phase", 1}, {"dealt anew every 10 ticks", "10", 1},
	{"4 loops, at phase ends", "phase", 4},
	{"4 loops, every 10 ticks", "10", 4},
}

// arms are the combinations, the one linear flow first. If no parameter was given there are more.
func (s *stream) arms() (all []arm) {
	for c := range s.Combinations(s.axes()...) {
		a := arm{s.model(), c.Words()}
		if !s.ParametersChanged() {
			a.name = nameOf(a.flow)
		}
		if a.one() {
			all = append([]arm{a}, all...)
		} else {
			all = append(all, a)
		}
	}
	if len(all) == 1 {
		all[0].name = nameOf(all[0].flow)
	}
	if s.ParametersChanged() {
		return all
	}
	small := all[1].flow
	for _, f := range further {
		a := arm{small, nameOf(small) + ", " + f.name}
		a.shuffle, a.loops = f.shuffle, f.loops
		all = append(all, a)
	}
	again := arm{all[0].flow, nameOf(all[0].flow) + ", 4 loops"}
	again.loops = 4
	return append(all, again)
}

// one reports whether the flow goes through one unit of all people.
func (f flow) one() bool { return f.size >= f.people }

func nameOf(f flow) string {
	if f.one() {
		return "one flow"
	}
	return fmt.Sprintf("units of %d", f.size)
}

func (s *stream) report(arms []arm) study.Report {
	return study.Report{
		Title: title, Table: s.table(arms), Notes: []string{s.verdict(arms), match},
		Figures: s.figures(arms),
	}
}

const match = "Match: with equal -ticks, -stages and -block each dimension is open for the same " +
	"ticks (within one a loop) in all arms by the clock; with -pace free it is not. In every " +
	"tick everybody says all that he believes in one unit and heeds that unit, and nobody tries " +
	"anything alone. Arms share people, reality, first beliefs and chance. They differ in how " +
	"many a person hears, in the number of norms, and in what is arranged from outside; the " +
	"table shows the first as insularity (share of the others never heard) and the last as " +
	"interventions a tick (seats moved, leaders appointed, phases begun by decree)."

// table sets every arm beside the first.
func (s *stream) table(arms []arm) string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Payoff at the end (share of blocks that are right, "+
		"mean over people), and by how much it is higher than in the first row: paired by run, "+
		"with %s.", together(len(arms)-1))))
	fmt.Fprintf(&b, "\n  %-28s%-8s%-24s%8s%8s\n", "", "payoff", "more than the first", "insular",
		"interv.")
	for i, a := range arms {
		more := ""
		if i > 0 {
			more = program.Interval(s.more(a, arms))
		}
		name := strings.Split(wrapTo(27, a.name), "\n")
		fmt.Fprintf(&b, "  %-28s%-8s%-24s%8s%8.2f\n", name[0],
			program.Decimal(s.at(a, metrics.Score).Mean), more,
			program.Decimal(s.at(a, insularity).Mean), s.at(a, interventions).Mean)
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

// wrapTo breaks a text into lines of at most so many columns, between words.
func wrapTo(width int, text string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		switch {
		case column == 0:
		case column+1+len(word) > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

func (s *stream) at(a arm, m metrics.Metric) stats.Estimate {
	return s.measured.Estimate(a.String(), m, study.End)
}

// more is by how much the payoff of an arm is higher than that of the first.
func (s *stream) more(a arm, arms []arm) stats.Estimate {
	e, err := stats.Paired(s.measured.Values(a.String(), metrics.Score, study.End),
		s.measured.Values(arms[0].String(), metrics.Score, study.End),
		1-.05/float64(max(len(arms)-1, 1)))
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// verdict says which arms do better than the first, and which worse.
func (s *stream) verdict(arms []arm) string {
	if len(arms) == 1 {
		return "Verdict: there is one organization, and nothing to compare it with."
	}
	var higher, lower, open []string
	best := arms[0]
	for _, a := range arms[1:] {
		if s.at(a, metrics.Score).Mean > s.at(best, metrics.Score).Mean {
			best = a
		}
		switch e := s.more(a, arms); {
		case e.HasInterval() && e.Low > 0:
			higher = append(higher, a.name)
		case e.HasInterval() && e.High < 0:
			lower = append(lower, a.name)
		default:
			open = append(open, a.name)
		}
	}
	return fmt.Sprintf("Verdict: compared with %s, more is learned in: %s. Less is learned in: "+
		"%s. Not shown: %s. The highest mean is that of %s (%s). This speaks of these rules, not "+
		"of real groups.", arms[0].name, list(higher), list(lower), list(open), best.name,
		program.Decimal(s.at(best, metrics.Score).Mean))
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, "; ")
}
