package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/sim"
	"orglearn/sim/models"
)

// choices are the four choices that make a reading. Each is printed in a column of the given width:
// as the word without if the reading does not have the choice, and as with if it does.
var choices = []struct {
	choice        models.Reading
	about         string
	width         int
	without, with string
}{
	{models.BeliefsJump, "belief", 7, "steps", "jumps"},
	{models.ZerosSilent, "zero", 5, "coin", "none"},
	{models.CodeSteps, "code", 6, "jumps", "steps"},
	{models.ShareRight, "score", 6, "sum", "share"},
}

// result holds what one reading gives at the published points of Figure 1.
type result struct {
	reading models.Reading
	chi     float64 // chi-square against the paper's 80 runs
	values  []float64
}

// compareReadings prints Figure 1 under all sixteen readings, the closest to the paper first. Then
// it prints how each choice changes the numbers.
func (m *march) compareReadings(ctx context.Context) error {
	var points []point
	for _, p := range figure1(models.March1991{}) {
		if p.Paper != 0 {
			points = append(points, p)
		}
	}
	var scenarios []sim.Scenario
	for _, r := range models.Readings() {
		for _, p := range points {
			p.Model.Reading = r
			scenarios = append(scenarios, p.Model.Scenario())
		}
	}
	measured, err := m.Measure(ctx, scenarios, nil, metrics.NormScore)
	if err != nil {
		return err
	}
	var all []result
	for _, r := range models.Readings() {
		all = append(all, m.compare(measured, r, points))
	}
	_, err = io.WriteString(m.Stdout, m.readingsTable(all, points))
	return err
}

func (m *march) compare(measured *study.Measured, r models.Reading,
	points []point) result {
	c := result{reading: r}
	for _, p := range points {
		p.Model.Reading = r
		e := measured.Estimate(p.Model.String(), metrics.NormScore, study.End)
		c.values = append(c.values, e.Mean)
		square := e.SE * e.SE
		off := e.Mean - p.Paper
		c.chi += off * off / (square*float64(m.Replicates)/80 + square)
	}
	return c
}

func (m *march) readingsTable(all []result, points []point) string {
	var b strings.Builder
	fmt.Fprintf(&b, "March (1991), Figure 1: code knowledge at equilibrium under sixteen "+
		"readings\n%s runs of each, seed %d\n\n", chart.Thousands(m.Replicates), m.Seed)
	heading(&b, points)
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(x, y result) int { return cmp.Compare(x.chi, y.chi) })
	for _, c := range sorted {
		row(&b, words(c.reading), fmt.Sprintf("%.0f", c.chi), c.values, "%5.2f")
	}
	fmt.Fprintf(&b, "\n%s\n\n", program.Wrap(fmt.Sprintf("chi2: distance to the %d points of the "+
		"paper, 80 runs each; a right reading is below 23 in 99 of 100 cases. belief: a belief "+
		"that gives way moves one step, or jumps to the code's value. zero: a belief of 0 acts "+
		"as a fresh coin, or as no opinion (none). code: a code that gives way jumps, or moves "+
		"one step. score: the sum of right (1) and wrong (-1), or the share right. The letter "+
		"of the text is: jumps, none, jumps, share.", len(points))))
	fmt.Fprintln(&b, program.Wrap("How each choice changes code knowledge, in hundredths. alone: "+
		"the original with only that choice changed, minus the original. mean: the mean change "+
		"over all eight pairs of readings that differ in that choice only."))
	for i, ch := range choices {
		name := ch.about + ": " + ch.with
		row(&b, name, "alone", hundredths(minus(all[ch.choice].values, all[0].values)), "%+5.0f")
		row(&b, "", "mean", hundredths(meanEffect(all, i)), "%+5.0f")
	}
	return b.String()
}

// nameWidth is the width of the columns of the four choices together.
const nameWidth = 24

func heading(b *strings.Builder, points []point) {
	var p1, p2, published []float64
	for _, p := range points {
		var rate float64
		fmt.Sscanf(p.Curve, "p2 = %g", &rate)
		p1, p2, published = append(p1, p.X), append(p2, rate), append(published, p.Paper)
	}
	row(b, "", "p2", p2, "%5.1f")
	row(b, "", "p1", p1, "%5.1f")
	names := ""
	for _, ch := range choices {
		names += fmt.Sprintf("%-*s", ch.width, ch.about)
	}
	row(b, names, "chi2", nil, "")
	row(b, "the paper", "", published, "%5.2f")
}

func row(b *strings.Builder, name, number string, values []float64, format string) {
	fmt.Fprintf(b, "%-*s%5s", nameWidth, name, number)
	for _, v := range values {
		fmt.Fprintf(b, format, v)
	}
	fmt.Fprintln(b)
}

// words returns the four choices of a reading in words.
func words(r models.Reading) string {
	text := ""
	for _, ch := range choices {
		word := ch.without
		if r&ch.choice != 0 {
			word = ch.with
		}
		text += fmt.Sprintf("%-*s", ch.width, word)
	}
	return text
}

// meanEffect returns the mean change due to choice i, over all combinations of the other choices.
// Reading r is at all[r].
func meanEffect(all []result, i int) []float64 {
	sum := make([]float64, len(all[0].values))
	for _, c := range all {
		if c.reading>>i&1 != 0 {
			continue
		}
		for k, d := range minus(all[c.reading|1<<i].values, c.values) {
			sum[k] += d / float64(len(all)/2)
		}
	}
	return sum
}

func minus(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

func hundredths(values []float64) []float64 {
	h := make([]float64, len(values))
	for i, v := range values {
		h[i] = math.Round(float64(100*v)) + 0 // no negative zero
	}
	return h
}
