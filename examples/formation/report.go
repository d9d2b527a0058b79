package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

const title = "Communities of practice that come and go: who is together, and what they talk about"

// contrast is a control with what its difference to the communities as they form is due to.
type contrast struct{ name, arm string }

var contrasts = []contrast{{"affinity", arms[1]}, {"focus", arms[2]}}

func (f *forms) report() study.Report {
	return study.Report{
		Title: title, Table: f.table(), Notes: []string{f.verdict(), f.match()},
		Figures: []study.Figure{{Name: "formation", Panel: f.figure()}},
	}
}

// family is the number of differences in the table.
func (f *forms) family() int { return f.conditions * len(outcomes) * len(contrasts) }

// table is what people, newcomers and norms know, and by how much more than in the controls.
func (f *forms) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Scores at the end where communities form by "+
		"interests, and how much more that is than where their members are drawn (affinity) and "+
		"where their domains are drawn (focus). Paired by run; the %d intervals hold together at "+
		"95 %%.", f.family())))
	fmt.Fprintf(&b, "\n  %-11s  %-8s  %-24s  %s\n", "", "formed", "affinity", "focus")
	for c := range f.Combinations(f.axes()...) {
		if f.conditions > 1 {
			fmt.Fprintf(&b, "\n%s\n", program.Wrap(c.Words()))
		}
		fmt.Fprintln(&b, program.Wrap(f.communities()))
		for _, o := range outcomes {
			line := fmt.Sprintf("  %-11s  %-8s", o.name,
				program.Decimal(f.estimate(arms[0], o.metric).Mean))
			for _, c := range contrasts {
				line += fmt.Sprintf("  %-24s", program.Interval(f.more(c, o.metric)))
			}
			fmt.Fprintln(&b, strings.TrimRight(line, " "))
		}
	}
	return b.String()
}

// communities describes the communities of the combination at the end.
func (f *forms) communities() string {
	of := func(arm string, m metrics.Metric) string {
		e := f.estimate(arm, m)
		if e.N == 0 {
			return "none"
		}
		return program.Decimal(e.Mean)
	}
	one := func(m metrics.Metric) string { return of(arms[0], m) }
	both := func(m metrics.Metric) string {
		return fmt.Sprintf("%s (%s where members are drawn)", of(arms[0], m), of(arms[1], m))
	}
	return fmt.Sprintf("communities %s, members %s, age %s, people in one %s, survival %s, "+
		"closure "+
		"%s, affinity %s", one(number), one(size), one(age), one(seated), one(survival),
		both(closure), both(affinity))
}

// more is by how much a metric is higher where communities form than in a control.
func (f *forms) more(c contrast, m metrics.Metric) stats.Estimate {
	o := f.organization()
	e, err := stats.Paired(f.measured.Values(o.name(arms[0]), m, study.End),
		f.measured.Values(o.name(c.arm), m, study.End), 1-.05/float64(f.family()))
	if err != nil {
		return stats.Estimate{Note: "some runs have none"}
	}
	return e
}

// verdict says what affinity and focus are shown to do.
func (f *forms) verdict() string {
	parts := []string{}
	for _, o := range outcomes {
		for _, c := range contrasts {
			parts = append(parts, fmt.Sprintf("%s for what %s know: %s", c.name, o.name,
				f.shown(c, o.metric)))
		}
	}
	return fmt.Sprintf("Verdict. With these rules, in how many of %d conditions a gain or a loss "+
		"is shown: %s. %s", f.conditions, strings.Join(parts, "; "), meaning)
}

const meaning = "Both controls break the match of people and topics. What they have in common is " +
	"what that match does; where they differ, it is who is together or what is talked about."

// shown counts the combinations in which a difference is shown.
func (f *forms) shown(c contrast, m metrics.Metric) string {
	more, less := 0, 0
	for range f.Combinations(f.axes()...) {
		switch e := f.more(c, m); {
		case !e.HasInterval():
		case e.Low > 0:
			more++
		case e.High < 0:
			less++
		}
	}
	return fmt.Sprintf("a gain in %d, a loss in %d", more, less)
}

// match says what the arms share, with numbers.
func (f *forms) match() string {
	line := func(m metrics.Metric) string {
		var all []string
		for _, arm := range arms {
			sum, n := 0., 0.
			for range f.Combinations(f.axes()...) {
				if e := f.estimate(arm, m); e.N > 0 {
					sum, n = sum+e.Mean, n+1
				}
			}
			if n == 0 {
				return "none"
			}
			all = append(all, program.Decimal(sum/n))
		}
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("Match, each as formed, with members drawn, with domains drawn, at the end "+
		"and over all rows. Exactly the same at every tick: seats in communities, their sizes, "+
		"ages "+
		"and the dimensions that each talks about. People in one: %s. Seats that a person heeds a "+
		"tick: 1, 1, 1. People whom one hears: %s. Dimensions that a person says: %s. Nobody "+
		"tries anything alone. Interests are drawn apart from beliefs and reality.", line(seated),
		line(heard), line(said))
}
