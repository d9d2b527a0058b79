package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// impatience is what impatient reads: by how many steps of short-termism those who have left a seat
// are above those who have not. It is missing where nobody has left, or everybody.
func impatience(m *sim.Model) float64 {
	c := m.Channel(setups.Channel)
	seats, err := m.Remembered(setups.Channel)
	if err != nil {
		return math.NaN()
	}
	var sum, n [2]float64 // of seats that are not left, and of those that are
	for p := range m.People() {
		for _, u := range m.Units(c).Of(p) {
			_, words := seats.Part(p, int(u))
			r, own, _ := practice.AttendanceIn(m.Scenario().Channels[c].Participate, words)
			k := 0
			if r.Will(own) == 0 {
				k = 1
			}
			sum[k] += float64(practice.TraitsOf(m.Self(p)).At(practice.ShortTermism))
			n[k]++
		}
	}
	return sum[1]/n[1] - sum[0]/n[0]
}

// impatientLeft is impatient over the runs that have it.
func (p *participation) impatientLeft(name string, intervals int) stats.Estimate {
	return p.overSome(name, impatient, intervals)
}

// loads and hurries report whether an overload, or short-termism, is on in an arm.
func (a arm) loads() bool   { return a.expect.Overload != 0 }
func (a arm) hurries() bool { return a.attend.ShortTerm != 0 }

func (p *participation) some(is func(arm) bool) bool { return slices.ContainsFunc(p.arms, is) }

// limited reports whether something of this file is on in an arm.
func (p *participation) limited() bool { return p.some(arm.loads) || p.some(arm.hurries) }

// hurried is the number of arms in which short-termism is on, each with an interval.
func (p *participation) hurried() (n int) {
	for _, a := range p.arms {
		if a.hurries() {
			n++
		}
	}
	return n
}

// over says whether projects are beyond the capacity in an arm. Without an overload, or without
// projects, nothing can be.
func (a arm) over() string {
	load := cmp.Or(a.open, setups.Default().Dimensions)
	switch e := a.expect; {
	case !a.loads() || e.Every == 0 || e.Energy == 0 && e.Quiet == 0:
		return "-"
	case load > e.Capacity:
		return "yes"
	}
	return "no"
}

// reading is a column of the table of limits: its head, what that is, and its field for an arm.
type reading struct {
	head, about string
	of          func(a arm) string
}

// readings are the columns that say something, in the arms of a run with so many intervals.
func (p *participation) readings(intervals int) []reading {
	mean := func(m metrics.Metric) func(arm) string {
		return func(a arm) string {
			return fmt.Sprintf("%.2f", p.measured.Estimate(a.name, m, study.End).Mean)
		}
	}
	all := []reading{{"heard", "dimensions that a person is heard in, per tick", mean(words)}}
	if p.some(arm.loads) {
		all = append(all, reading{"energy", "0 to 15", mean(energy)}, reading{"over",
			"whether projects are beyond the capacity (-: no overload, or no project)", arm.over})
	}
	if p.some(arm.hurries) {
		all = append(all, reading{"more short-term", "by how many of 15 steps of short-termism " +
			"those who have left a seat are above those who have not, over the runs with both, " +
			"in intervals that hold together with those above", func(a arm) string {
			if e := p.impatientLeft(a.name, intervals); a.hurries() && e.N > 0 {
				return program.Interval(e)
			}
			return "-"
		}})
	}
	return all
}

// limits is the table of load and of impatience, for the arms of a run with parameters.
func (p *participation) limits(c study.Contrasts) string {
	columns := p.readings(c.Intervals())
	var b strings.Builder
	var abouts []string
	heads := strings.Repeat(" ", 30)
	for _, r := range columns {
		abouts = append(abouts, r.head+": "+r.about)
		heads += fmt.Sprintf("%-7s", r.head)
	}
	fmt.Fprintln(&b, program.Wrap("How that comes about, at the end. "+
		strings.Join(abouts, "; ")+"."))
	fmt.Fprintln(&b, "\n"+strings.TrimRight(heads, " "))
	for i, a := range p.arms {
		name := c.Arms[i].Name
		if len(name) > 27 {
			fmt.Fprintln(&b, program.WrapAfter("  ", "  ", name))
			name = ""
		}
		row := fmt.Sprintf("  %-28s", name)
		for _, r := range columns {
			row += fmt.Sprintf("%-7s", r.of(a))
		}
		fmt.Fprintln(&b, strings.TrimRight(row, " "))
	}
	return b.String()
}

// limitNotes say what the arms with a load or impatience are, and what they are not.
func (p *participation) limitNotes() (all []string) {
	if p.some(arm.loads) {
		all = append(all, "Overload: a project has as many dimensions as a unit is about at a "+
			"time. So with one -open and one -capacity either all projects are too large, or "+
			"none. Where one is, whoever was there from its beginning has so much less energy at "+
			"its end.")
	}
	if p.some(arm.hurries) {
		all = append(all, "Short-termism: each of its 16 values is as likely at first, whatever "+
			"somebody knows. At a slope above 0 who has more of it loses his will sooner where he "+
			"gains nothing; below 0 he wins will there. Nobody who has left comes back of his own "+
			"will.")
	}
	if all != nil {
		all = append(all, "These arms are not matched in contact: who has less energy is heard "+
			"less, and who has left is not heard. An arm that is heard as much for another reason "+
			"(-quiet with -energy 0, or -away) tells the two apart.")
	}
	return all
}

// overTime draws energy where there is a load, and seats left where there is impatience, if the
// arms are few enough to be told apart by colour.
func (p *participation) overTime(c study.Contrasts) (panels []chart.Panel) {
	if len(p.arms) > chart.Colors {
		return nil
	}
	add := func(is func(arm) bool, panel *chart.Curves) {
		if !p.some(is) {
			return
		}
		for i := range panel.Series {
			panel.Series[i].Name = c.Arms[i].Name
		}
		panels = append(panels, panel)
	}
	all := func(arm) bool { return true }
	add(arm.loads, p.curves("Energy", "steps of 15", energy, all))
	add(arm.hurries, p.curves("Seats whose people have left", "share of seats", left, all))
	return panels
}

// addLimits adds all that to a report.
func (p *participation) addLimits(r *study.Report, c study.Contrasts) {
	r.Table += "\n" + p.limits(c)
	r.Notes = slices.Insert(r.Notes, 1, p.limitNotes()...)
	if panels := p.overTime(c); panels != nil && len(r.Figures) > 0 {
		r.Figures[0].Panel = chart.Figure{
			Title: title, Caption: chart.Thousands(p.Replicates) + " runs of each.",
			Rows: [][]chart.Panel{{c.Drawn()}, panels},
		}
	}
}
