package main

import (
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim/setups"
)

const title = "Objectives in fact and in members' eyes, and the marks of organizational knowledge"

const match = "Match: all arms share people, first beliefs, reality, turnover and tasks, and in " +
	"each a person heeds at most one seat a tick (who does not come anywhere heeds none), says " +
	"all that he believes, and tries nothing alone. Heard in full: a voice, except where half " +
	"are not heard or not there; arms with commitment stand beside the one with as much quiet, " +
	"arms with attendance beside the one that begins with as many meetings missed. Who comes " +
	"more has more contact then: that is the arm's meaning. Units of 10 hear more voices a tick " +
	"and are half as many; so are teams alone half as many units. Who asks gives up the norm of " +
	"that tick. Issues change the order of talk and not its amount. No rule and no member reads " +
	"the truth; members judge standing on as many dimensions as units do."

func (a *attainment) report() study.Report {
	return study.Report{
		Title: title, Table: a.table() + "\n" + a.markTable(),
		Notes:   append(a.verdict(), a.within(), match),
		Figures: a.figures(),
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

// contrasts is the number of differences in the table.
func (a *attainment) contrasts() (n int) {
	for i, x := range a.arms {
		if x.beside != i {
			n += len(x.lines())
		}
	}
	return n
}

// more is by how much an arm is above the one beside it, in one line.
func (a *attainment) more(i, line int) stats.Estimate {
	x := a.arms[i]
	y := a.arms[x.beside]
	e, err := stats.Paired(
		a.measured.Values(x.String(), x.lines()[line].share, study.End),
		a.measured.Values(y.String(), y.lines()[line].share, study.End),
		1-.05/float64(max(a.contrasts(), 1)))
	if err != nil {
		return stats.Estimate{Note: "some runs have none"}
	}
	return e
}

// table is what is attained and what is said, by arm.
func (a *attainment) table() string {
	var b strings.Builder
	fmt.Fprintln(&b, program.Wrap(fmt.Sprintf("Shares of seats: whose unit has attained the "+
		"objective in fact, and whose person says so by what he judges by; how much more that is "+
		"than in the arm named in the row below, paired by run (%d intervals that hold together "+
		"at 95 %%); and of all seats, those where it is said and not so, and where it is so and "+
		"not said.", a.contrasts())))
	fmt.Fprintf(&b, "\n  %-22s%-11s%-7s%-23s%7s%7s\n", "", "judged by", "share", "more", "false",
		"unseen")
	for i := range a.arms {
		a.writeArm(&b, i)
	}
	return b.String()
}

func (a *attainment) writeArm(b *strings.Builder, i int) {
	x := a.arms[i]
	names := []string{short(x.name), "", "", ""}
	if x.beside != i {
		names[1] = short("- " + a.arms[x.beside].name)
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

// short is a name that fits its column.
func short(name string) string {
	if text := []rune(name); len(text) > 21 {
		return string(text[:20]) + "…"
	}
	return name
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
	for _, x := range a.arms {
		name := []rune(x.name)
		fmt.Fprintf(&b, "  %-18s", string(name[:min(len(name), 18)]))
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
