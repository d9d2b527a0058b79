package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figure is the map: a panel for each match and outcome, a cell for each condition.
func (p *claim) figure(found map[key]metrics.Comparison) chart.Panel {
	figure := chart.Figure{
		Title: "Communities of practice beside a line of superiors at equal contact",
		Caption: fmt.Sprintf("Each cell is one condition at tick %d. Orange: communities are "+
			"ahead; blue: the line of superiors is. + and - mark differences that are shown, "+
			"with all contrasts adjusted together. Rate: at which people take over norms. "+
			"Differences beyond .2 have the colour of .2.", p.mapTick()),
	}
	for _, o := range outcomes {
		var row []chart.Panel
		for _, m := range matches {
			row = append(row, p.panel(found, m, o))
		}
		figure.Rows = append(figure.Rows, row)
	}
	return figure
}

// mapTick is the tick that the map shows: the middle one of those that were read.
func (p *claim) mapTick() int {
	ticks := slices.Sorted(slices.Values(p.ticks.All()))
	return ticks[len(ticks)/2]
}

// panel is the map of one match and outcome. Rows are what people are like, columns what happens.
func (p *claim) panel(found map[key]metrics.Comparison, m match, o outcome) chart.Panel {
	h := chart.HeatMap{
		Title:     fmt.Sprintf("%s: %s less %s", o.title, m.community, m.line),
		X:         "turnover, turbulence (per 1,000)",
		Y:         "people, block, seen, rate",
		Diverging: true,
		Scale:     chart.Axis{Label: "difference", From: -.2, To: .2},
	}
	for _, c := range p.gridCells() {
		row, column := c.condition.row(), c.condition.column()
		r, k := place(&h.Rows, row), place(&h.Columns, column)
		for len(h.Values) <= r {
			h.Values, h.Text = append(h.Values, nil), append(h.Text, nil)
		}
		for len(h.Values[r]) <= k {
			h.Values[r], h.Text[r] = append(h.Values[r], 0), append(h.Text[r], "")
		}
		contrast := found[key{c.name(), m, o.name, p.mapTick()}]
		h.Values[r][k] = min(max(contrast.Difference.Mean, -.2), .2)
		h.Text[r][k] = [...]string{"-", "", "+"}[1+sign(contrast)]
	}
	return h
}

// place returns the place of a name in a list, to which it adds the name if it is new.
func place(list *[]string, name string) int {
	if at := slices.Index(*list, name); at >= 0 {
		return at
	}
	*list = append(*list, name)
	return len(*list) - 1
}

func (c condition) row() string {
	return bare(fmt.Sprintf("%d, %d, %s, %g", c.on.People, c.on.Block, c.seenText(), c.on.Absorb))
}

func (c condition) column() string {
	return fmt.Sprintf("%g, %g", perThousand(c.turnover), perThousand(c.turbulence))
}

// perThousand is a rate in thousandths, without the noise of binary fractions.
func perThousand(rate float64) float64 { return math.Round(rate*1e9) / 1e6 }

// bare leaves the 0 before a point out.
func bare(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(" "+text, " 0.", " ."), " ")
}
