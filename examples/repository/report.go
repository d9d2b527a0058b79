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

const title = "Repositories beside units that meet: who writes, what grows stale, who gains"

func (r *repositories) report() study.Report {
	r.contrasts = r.count()
	notes := append(r.verdict(), r.contents()...)
	return study.Report{
		Title: title, Table: r.table(), Notes: append(notes, r.match()),
		Figures: []study.Figure{{Name: "repository", Panel: r.figure()}},
	}
}

func (r *repositories) has(kind string) bool { return slices.Contains(r.kind.All(), kind) }

// compares reports whether there are arms to set against an organization without a repository.
func (r *repositories) compares() bool { return r.has(none) && len(r.kind.All()) > 1 }

// shelves are the kinds that are run and have a repository.
func (r *repositories) shelves() []string {
	return slices.DeleteFunc(r.kind.All(), func(k string) bool { return k == none })
}

// condition names the combination in words.
func (r *repositories) condition() string {
	text := r.setting.Value()
	if every := r.every.Value(); every > 1 {
		text += fmt.Sprintf(" that meet every %d ticks", every)
	}
	if v := r.turbulence.Value(); v > 0 {
		text += fmt.Sprintf(", turbulence %v", v)
	}
	if v := r.asking.Value(); v > 0 {
		text += fmt.Sprintf(", asking %d/16", v)
	}
	if v := r.turnover.Value(); v > 0 && !r.chosen {
		text += fmt.Sprintf(", turnover %v", v)
	}
	if v := r.fade.Value(); v > 0 {
		text += fmt.Sprintf(", fade %v", v)
	}
	for _, l := range []struct {
		name string
		*study.List[int]
	}{{"until", r.until}, {"of", r.ticks}} {
		if len(l.All()) > 1 {
			text += fmt.Sprintf(", %s %d", l.name, l.Value())
		}
	}
	return text
}

// table has what people know by kind, what the calendar changes, and who gains by reading.
func (r *repositories) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(r.heading()))
	row := func(name string, cells ...string) {
		line := fmt.Sprintf("  %-11s", name)
		for _, cell := range cells {
			line += fmt.Sprintf("%-21s ", cell)
		}
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	row("")
	row("", "people know", "best of each unit", "newcomers")
	for range r.Combinations(r.conditions()...) {
		if !r.wanted() {
			continue
		}
		fmt.Fprintln(&b, program.Wrap(r.condition()))
		for _, kind := range r.kind.All() {
			row(kind, r.cells(func(m metrics.Metric) stats.Estimate { return r.more(kind, m) })...)
		}
	}
	if r.hasCalendar() {
		row("")
		fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("What meeting every %d ticks changes, beside "+
			"meeting always", r.rarely())))
		r.plainly(func() {
			fmt.Fprintln(&b, r.setting.Value())
			for _, kind := range r.kind.All() {
				row(kind, r.cells(func(m metrics.Metric) stats.Estimate {
					return r.byCalendar(kind, m)
				})...)
			}
		})
	}
	r.readers(row, &b)
	return b.String()
}

// heading says what the table shows.
func (r *repositories) heading() string {
	text := fmt.Sprintf("Scores at the end of %d ticks.", r.ticks.Value())
	if len(r.ticks.All()) > 1 {
		text = "Scores at the end."
	}
	text += fmt.Sprintf(" Newcomers: %d who come then, %d ticks later.", newcomers, later)
	if !r.compares() {
		return text + " With 95 % intervals."
	}
	return text + fmt.Sprintf(" Without a repository, with 95 %% intervals; with one, how much "+
		"more or less. Paired by run; the %d intervals of differences hold together at 95 %%.",
		r.contrasts)
}

// cells are the estimates of the outcomes.
func (r *repositories) cells(of func(metrics.Metric) stats.Estimate) (all []string) {
	for _, o := range outcomes {
		all = append(all, program.Interval(of(o.metric)))
	}
	return all
}

// count counts the differences in the table and the verdict.
func (r *repositories) count() (n int) {
	for range r.Combinations(r.conditions()...) {
		if r.wanted() && r.compares() {
			n += len(r.shelves()) * len(outcomes)
		}
	}
	r.plainly(func() {
		if r.hasCalendar() {
			n += len(r.kind.All())*len(outcomes) + len(r.shelves())*2
		}
	})
	r.reading(func() { n += len(r.shelves()) * len(groups) / 2 * 3 })
	return max(n, 1)
}

// paired is a difference, with an interval that holds together with all others (Bonferroni).
func (r *repositories) paired(a, b []float64) stats.Estimate {
	e, err := stats.Paired(a, b, 1-.05/float64(r.contrasts))
	if err != nil {
		return stats.Estimate{Note: "some runs have none"}
	}
	return e
}

// more is an outcome without a repository, or by how much it is higher with one of a kind.
func (r *repositories) more(kind string, m metrics.Metric) stats.Estimate {
	o, without := r.organization(kind), r.organization(none)
	if kind == none || !r.compares() {
		return r.estimate(o, m, o.ticks)
	}
	return r.paired(r.values(o, m, o.ticks), r.values(without, m, o.ticks))
}

// hasCalendar reports whether meeting always and rarely can be compared.
func (r *repositories) hasCalendar() bool {
	return len(r.every.All()) > 1 && slices.Contains(r.every.All(), 1)
}

// rarely is the first value of -every that is not 1.
func (r *repositories) rarely() int {
	for _, n := range r.every.All() {
		if n > 1 {
			return n
		}
	}
	return 1
}

// plainly calls do for every setting, in the first of the other conditions that is run.
func (r *repositories) plainly(do func()) {
	for range r.Combinations(r.setting) {
		r.first(do)
	}
}

// first calls do in the first combination of the parameters that have no part in the table.
func (r *repositories) first(do func()) {
	done := false
	for range r.Combinations(r.turnover, r.until, r.fade, r.ticks) {
		if !done && r.wanted() {
			done = true
			do()
		}
	}
}

// byCalendar is by how much an outcome is higher where units meet rarely.
func (r *repositories) byCalendar(kind string, m metrics.Metric) stats.Estimate {
	changes := r.changes(kind, m)
	return r.paired(changes, make([]float64, len(changes)))
}

// changes are these differences, by run.
func (r *repositories) changes(kind string, m metrics.Metric) []float64 {
	always, rarely := r.organization(kind), r.organization(kind)
	always.every, rarely.every = 1, r.rarely()
	return minus(r.values(rarely, m, rarely.ticks), r.values(always, m, always.ticks))
}

// minus is a less b, by run.
func minus(a, b []float64) []float64 {
	c := make([]float64, len(a))
	for i := range a {
		c[i] = a[i] - b[i]
	}
	return c
}

// leftOver is by how much more the calendar changes an outcome beside a repository than without.
func (r *repositories) leftOver(kind string, m metrics.Metric) stats.Estimate {
	with, without := r.changes(kind, m), r.changes(none, m)
	return r.paired(with, without)
}
