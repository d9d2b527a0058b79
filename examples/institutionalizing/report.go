package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

const title = "Communities of practice that a firm makes its own: five dials, and power beside them"

func (f *firms) report() study.Report {
	r := study.Report{
		Title: title, Table: f.table(), Notes: append(f.verdict(), f.match()),
	}
	if len(f.rows) > 1 && len(f.rows) <= mostRows {
		r.Figures = []study.Figure{{Name: "institutionalizing", Panel: f.figure()}}
	}
	return r
}

// contrasts is the number of differences that hold together with those of an outcome: all in the
// table, or those of newcomers.
func (f *firms) contrasts(m metrics.Metric) int {
	if m.Name == taught.Name {
		return max(1, len(f.rows)-1)
	}
	return max(1, len(outcomes)*(len(f.rows)-1))
}

// more is by how much an outcome is higher in a row than in that with which it is compared.
func (f *firms) more(i int, m metrics.Metric) stats.Estimate {
	r := f.rows[i]
	e, err := stats.Paired(f.measured.Values(r.String(), m, study.End),
		f.measured.Values(f.rows[r.against].String(), m, study.End),
		1-.05/float64(f.contrasts(m)))
	if err != nil {
		return stats.Estimate{Note: "none"}
	}
	return e
}

func (f *firms) mean(r row, m metrics.Metric) string {
	return program.Decimal(f.measured.Estimate(r.String(), m, study.End).Mean)
}

// table is what people and the organization know in each row, and by how much more.
func (f *firms) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("What people know (the mean score) and what the "+
		"organization knows (the norm at the top) at the end, and by how much more than in the "+
		"row above that is named. Paired by run; the %d intervals hold together at 95 %%.",
		f.contrasts(people))))
	fmt.Fprintf(&b, "\n  %-19s%-7s%-22s%-7s%s\n", "", "people", "more", "top", "more")
	last := 0
	for i, r := range f.rows {
		if i > 0 && (i == 1 || r.against != last) {
			fmt.Fprintf(&b, "compared with %s\n", f.rows[r.against].name)
			last = r.against
		}
		b.WriteString(f.line(i))
	}
	return b.String()
}

// line is a row. A name that is too long has a line of its own.
func (f *firms) line(i int) string {
	r, name := f.rows[i], f.rows[i].name
	above := ""
	if len(name) > 18 {
		above, name = "  "+strings.ReplaceAll(program.Wrap(name), "\n", "\n  ")+"\n", ""
	}
	var more [2]string
	if i > 0 {
		more = [2]string{program.Interval(f.more(i, people)), program.Interval(f.more(i, top))}
	}
	return above + strings.TrimRight(fmt.Sprintf("  %-19s%-7s%-22s%-7s%s", name,
		f.mean(r, people), more[0], f.mean(r, top), more[1]), " ") + "\n"
}

// shared are what rows should share, as far as dials let them.
var shared = []struct {
	what   string
	metric metrics.Metric
}{
	{"people one can hear", contacts}, {"words said a person in the last tick", said},
	{"the share of seats whose units met", met},
}

// match says what the arms share, and as numbers what they do not.
func (f *firms) match() string {
	var parts []string
	for _, x := range shared {
		parts = append(parts, x.what+" "+f.span(x.metric))
	}
	return "Match: all rows share people, reality, first beliefs, seats and sizes of units. All " +
		"heed at most one seat a tick, and try nothing alone. A dial that is turned changes whom " +
		"one meets and how often, so these are not matched: " + strings.Join(parts, "; ") +
		". People come to .5 + .5 compelled of the meetings of their units. Time by agreement " +
		"and by merit is in total, and as unequal, as by chance. Units and the firm see merit on " +
		"16 of 64 dimensions, and nobody sees what is true."
}

// span is the least and the most of a metric, with the rows that have them.
func (f *firms) span(m metrics.Metric) string {
	of := func(r row) float64 { return f.measured.Estimate(r.String(), m, study.End).Mean }
	by := func(a, b row) int { return cmp.Compare(of(a), of(b)) }
	least, most := slices.MinFunc(f.rows, by), slices.MaxFunc(f.rows, by)
	if of(least) == of(most) {
		return fmt.Sprintf("%.2f in all", of(most))
	}
	return fmt.Sprintf("%.2f (%s) to %.2f (%s)", of(least), least.name, of(most), most.name)
}
