package main

import (
	"fmt"
	"math"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// held is what is left of what people learned after some ticks, and longer after twice as many: a
// loss at one rate makes the same month of both.
var (
	held   = metrics.Permanent(window)
	longer = metrics.Permanent(2 * window)
)

// inMonths is how much of a month a tick is, if an organization that keeps a share for some ticks
// loses as much a month as the one that was studied. Its interval is that of the share.
func inMonths(d metrics.Depreciation, kept stats.Estimate, after int) stats.Estimate {
	tick := func(kept float64) float64 { return 1 / d.TicksAMonth(kept, after) }
	e := stats.Estimate{Mean: tick(kept.Mean), Low: tick(kept.High), High: tick(kept.Low),
		N: kept.N, Note: kept.Note}
	switch {
	case kept.N == 0 || math.IsNaN(e.Mean):
		return stats.Estimate{Note: "none"}
	case math.IsNaN(e.Low) || math.IsNaN(e.High):
		e.Low, e.High, e.Note = e.Mean, e.Mean, "no interval"
	}
	return e
}

// calendar says what a tick of the first arm would be in months, if that is asked.
func (a *attainment) calendar() []string {
	if !a.months {
		return nil
	}
	x := a.arms[0]
	kept := a.end(x, held)
	if inMonths(metrics.Depreciations[0], kept, window).N == 0 {
		return []string{fmt.Sprintf("Months: in %s nothing of what people learn is lost in %d "+
			"ticks, or all, or nothing is learned. So no tick can be set against published losses.",
			a.short(0), window)}
	}
	text := fmt.Sprintf("Months: in %s people hold %s of what they learned %d ticks before. If "+
		"they lost as much as the organizations that were studied, a tick would be so much of a "+
		"month: %s.", a.short(0), program.Interval(kept), window, clocks(kept, window))
	if e := a.end(x, longer); inMonths(metrics.Depreciations[0], e, 2*window).N > 0 {
		text += fmt.Sprintf(" By what they hold %d ticks later (%s) it would be: %s; if knowledge "+
			"were lost at one rate, that would be the same.", 2*window, program.Decimal(e.Mean),
			clocks(e, 2*window))
	}
	return []string{text + a.overArms() + x.leaving() + " Published losses are of what an " +
		"organization can do. What is measured here is what people believe, be it right or " +
		"wrong, and who changes his mind has lost it too. So this is a scale, and no calendar."}
}

// clocks is what a tick would be by each of the published losses.
func clocks(kept stats.Estimate, after int) string {
	var all []string
	for _, d := range metrics.Depreciations {
		all = append(all, d.Source+" "+program.Interval(inMonths(d, kept, after)))
	}
	return strings.Join(all, "; ")
}

// overArms says between what the first clock lies in all arms that set one, if there are several.
func (a *attainment) overArms() string {
	if len(a.arms) == 1 {
		return ""
	}
	d, low, high := metrics.Depreciations[0], math.Inf(1), math.Inf(-1)
	for _, x := range a.arms {
		if e := inMonths(d, a.end(x, held), window); e.N > 0 {
			low, high = min(low, e.Mean), max(high, e.Mean)
		}
	}
	return fmt.Sprintf(" Over the arms that lose some, and not all, it is %s to %s by %s.",
		program.Decimal(low), program.Decimal(high), d.Source)
}

// leaving is what a tick would be by how fast people leave, where they do.
func (x arm) leaving() string {
	if x.turnover <= 0 || x.turnover >= 1 {
		return ""
	}
	var all []string
	for _, d := range metrics.Turnovers {
		all = append(all, fmt.Sprintf("%s %s", d.Source,
			program.Decimal(1/d.TicksAMonth(1-x.turnover, 1))))
	}
	return fmt.Sprintf(" Turnover alone would leave %s. If people left as fast as where that was "+
		"counted, a tick would be so much of a month: %s.",
		program.Decimal(math.Pow(1-x.turnover, window)), strings.Join(all, "; "))
}
