package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim/setups"
)

const title = "Objectives in fact and in members' eyes, and the marks of organizational knowledge"

const match = "Match: all arms share people, first beliefs, reality, turnover and tasks, and in " +
	"each a person heeds at most one seat a tick (who does not come anywhere heeds none), " +
	"says all that he believes, and tries nothing alone. What is heard is not held equal " +
	"and stands in the table: who knows, comes or is committed more is heard more. Arms " +
	"with commitment stand beside the one with as much quiet, arms with attendance beside " +
	"the one that begins with as many meetings missed. Who comes more has more contact: " +
	"that is the arm's meaning. There are half as many units of 10, and half as many " +
	"teams alone. Who asks gives up the norm of that tick. Issues change the order of " +
	"talk and not its amount, and an animator changes who of 3 has the floor and not how " +
	"many (heard does not count the floor). No rule and no member reads the truth; members judge " +
	"standing on as many dimensions as units do."

func (a *attainment) report() study.Report {
	return study.Report{
		Title: title, Table: a.table() + "\n" + a.markTable() + a.rivalTable(),
		Notes: slices.Concat(a.verdict(), []string{a.within()}, a.attends(), a.rivalry(),
			a.calendar(), []string{match}),
		Figures: a.figures(), Parameters: a.read(),
	}
}

// line is what a table says of an arm by one judgement: what is so, or one view of it.
type line struct {
	judged        string
	share         metrics.Metric
	falsely, miss metrics.Metric // without a name in fact
}

// lines are an arm's, what is so first.
func (x arm) lines() []line {
	o := x.objective()
	all := []line{{judged: "in fact", share: o.Attained(setups.Channel)}}
	for _, v := range x.views() {
		all = append(all, line{v.Name, o.Said(v, setups.Channel), o.False(v, setups.Channel),
			o.Unseen(v, setups.Channel)})
	}
	return all
}

// contrasts is the number of differences in the tables and in the verdict: of each arm with one
// beside it, in what is so, what is said in three ways, and what is said less what is so; and of
// each with rivals.
func (a *attainment) contrasts() (n int) {
	return (2*len(a.arms[0].lines())-1)*a.compared() + len(a.rivals.All())*(len(a.arms)-1)
}

// compared is the number of arms that stand beside another one.
func (a *attainment) compared() (n int) {
	for i, x := range a.arms {
		if x.beside != i {
			n++
		}
	}
	return n
}

// level is that of each interval, so that all hold together at 95 %.
func (a *attainment) level() float64 { return 1 - .05/float64(max(a.contrasts(), 1)) }

// more is by how much an arm is above the one beside it, in one line.
func (a *attainment) more(i, line int) stats.Estimate {
	return a.paired(i, func(x arm) []float64 { return a.values(x, line) })
}

// inflated is by how much more is said than is so in an arm, compared with the one beside it.
func (a *attainment) inflated(i, line int) stats.Estimate {
	return a.paired(i, func(x arm) []float64 {
		more := a.values(x, line)
		for r, fact := range a.values(x, 0) {
			more[r] -= fact
		}
		return more
	})
}

// values are those of a line of the table in every run.
func (a *attainment) values(x arm, line int) []float64 {
	return a.measured.Values(x.String(), x.lines()[line].share, study.End)
}

// paired is the difference of an arm and the one beside it in something, run by run.
func (a *attainment) paired(i int, of func(arm) []float64) stats.Estimate {
	e, err := stats.Paired(of(a.arms[i]), of(a.arms[a.arms[i].beside]), a.level())
	if err != nil {
		return stats.Estimate{Note: "some runs have none"}
	}
	return e
}

// table is what is attained and what is said, by arm.
func (a *attainment) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Shares of seats: whose unit has attained the "+
		"objective in fact, and whose person "+
		"says so by what he judges by; how much more that is than in the arm named in the "+
		"row below, paired by run (%d intervals, here and in the verdict, that hold "+
		"together at 95 %%); and of all seats, those where it is said and not so, and "+
		"where it is so and not said. Heard is how many words of a person are heard a "+
		"tick, over all his units.", a.contrasts())))
	fmt.Fprintf(&b, "\n  %-22s%-11s%-7s%-23s%7s%7s\n", "", "judged by", "share", "more", "false",
		"unseen")
	for i := range a.arms {
		a.writeArm(&b, i)
	}
	return b.String()
}

func (a *attainment) writeArm(b *strings.Builder, i int) {
	x := a.arms[i]
	if a.short(i) != x.name {
		fmt.Fprintln(b, program.Wrap(a.short(i)+": "+x.name))
	}
	names := []string{a.short(i), "", "", fmt.Sprintf("  heard %.0f", a.end(x, heard).Mean)}
	if x.beside != i {
		names[1] = "- " + a.short(x.beside)
	}
	for l, line := range x.lines() {
		more, falsely, unseen := "", "", ""
		if x.beside != i {
			more = program.Interval(a.more(i, l))
		}
		if l > 0 {
			falsely = program.Decimal(a.end(x, line.falsely).Mean)
			unseen = program.Decimal(a.end(x, line.miss).Mean)
		}
		text := fmt.Sprintf("  %-22s%-11s%-7s%-23s%7s%7s", names[l], line.judged,
			program.Decimal(a.end(x, line.share).Mean), more, falsely, unseen)
		fmt.Fprintln(b, strings.TrimRight(text, " "))
	}
}

// short is the name of an arm, or its number if the name is too long for a column.
func (a *attainment) short(i int) string {
	if name := a.arms[i].name; len(name) <= 18 {
		return name
	}
	return fmt.Sprint("arm ", i+1)
}

// markTable is the marks by arm.
func (a *attainment) markTable() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap("The marks of organizational knowledge at the end of the same "+
		"runs, as shares: "+marksInWords()+"; beside them the score of what people believe."))
	fmt.Fprintf(&b, "\n  %-18s", "")
	for _, m := range marks {
		fmt.Fprintf(&b, "%6s", head(m.name))
	}
	fmt.Fprintf(&b, "%6s\n", "score")
	for i, x := range a.arms {
		fmt.Fprintf(&b, "  %-18s", a.short(i))
		for _, m := range marks {
			fmt.Fprintf(&b, "%6s", value(a.end(x, m.metric)))
		}
		fmt.Fprintf(&b, "%6s\n", value(a.end(x, metrics.Score)))
	}
	return b.String()
}

// head is a name of at most 5 letters.
func head(name string) string { return name[:min(len(name), 5)] }

func marksInWords() string {
	var all []string
	for _, m := range marks {
		all = append(all, head(m.name)+", "+m.about)
	}
	return strings.Join(all, "; ")
}

// value is a mean with two decimals, or a dash where there is none.
func value(e stats.Estimate) string {
	if e.N == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", e.Mean)
}
