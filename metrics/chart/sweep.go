package chart

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/metrics"
)

// Sweep draws the effect of two parameters together as a heat map. x and y are the names of two
// factors of a sim.Sweep, as given to sim.Vary. There is one cell per combination of their values,
// in the order of the values. A cell shows the mean of a metric at a recorded tick. Scenarios
// without both factors are left out.
//
// It is an error where no scenario has both factors, where two scenarios share a cell, and where a
// cell has no scenario. It is also an error where the metric is missing in all replicates of one.
func Sweep(t *metrics.Table, m metrics.Metric, tick int, x, y string) (HeatMap, error) {
	h := HeatMap{Title: capital(m.Name) + " at tick " + Thousands(tick), X: x, Y: y,
		Scale: Axis{Label: label(m)}}
	at := map[[2]string]string{} // the scenario of each cell, by row and column
	for _, name := range t.Scenarios() {
		column, on := level(t, name, x)
		row, also := level(t, name, y)
		if !on || !also {
			continue
		}
		if other, taken := at[[2]string{row, column}]; taken {
			return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: scenarios %q and %q "+
				"share a cell", x, y, other, name)
		}
		at[[2]string{row, column}] = name
		h.Columns, h.Rows = appendNew(h.Columns, column), appendNew(h.Rows, row)
	}
	if len(at) == 0 {
		return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: no scenario has both factors; "+
			"there are %q", x, y, factors(t))
	}
	return h, h.fill(t, m, tick, at)
}

// fill fills the cells. Its note says how wide the intervals are.
func (h *HeatMap) fill(t *metrics.Table, m metrics.Metric, tick int,
	at map[[2]string]string) error {
	widest := 0.
	for _, row := range h.Rows {
		var values []float64
		for _, column := range h.Columns {
			name, there := at[[2]string{row, column}]
			if !there {
				return fmt.Errorf("chart: sweep over %s and %s: no scenario has %s=%s and %s=%s",
					h.X, h.Y, h.X, column, h.Y, row)
			}
			e := t.Estimate(name, m, tick)
			if e.N == 0 {
				return fmt.Errorf("chart: sweep over %s and %s: scenario %q: %s at tick %d: %s",
					h.X, h.Y, name, m.Name, tick, e.Note)
			}
			values = append(values, e.Mean)
			widest = max(widest, (e.High-e.Low)/2)
		}
		h.Values = append(h.Values, values)
	}
	h.Note = "Means over " + Thousands(t.Replicates()) + " replicates."
	if widest > 0 {
		h.Note = fmt.Sprintf("Means over %s replicates; 95 %% intervals reach ±%.2g at most.",
			Thousands(t.Replicates()), widest)
	}
	return nil
}

// Facets draws how a metric goes over the ticks in a panel per value of one factor of a sim.Sweep,
// for all its values or those given by their labels, three in a row and on one vertical axis. The
// lines of a panel are the scenarios that have the value, named by their other factors, and by
// what was swept where that is not the same for all. Where one other factor alone tells them apart,
// the title names it, and their colours go from light to dark in its order. It is an error where no
// scenario has a value.
func Facets(t *metrics.Table, m metrics.Metric, axis string, values ...string) (Figure, error) {
	if len(values) == 0 {
		for _, name := range t.Scenarios() {
			if value, on := level(t, name, axis); on {
				values = appendNew(values, value)
			}
		}
	}
	if len(values) == 0 {
		return Figure{}, fmt.Errorf("chart: facets: no scenario has the factor %q; there are %q",
			axis, factors(t))
	}
	var panels []*Curves
	for _, value := range values {
		p := facet(t, m, axis, value)
		if len(p.Series) == 0 {
			return Figure{}, fmt.Errorf("chart: facets: no scenario has %s=%s", axis, value)
		}
		panels = append(panels, p)
	}
	ShareY(panels...)
	var f Figure
	for i, p := range panels {
		if i%3 == 0 {
			f.Rows = append(f.Rows, nil)
		}
		f.Rows[i/3] = append(f.Rows[i/3], p)
	}
	return f, nil
}

// facet returns the panel of one value.
func facet(t *metrics.Table, m metrics.Metric, axis, value string) *Curves {
	p := &Curves{Title: axis + "=" + value, X: Axis{Label: "tick"}, Y: Axis{Label: label(m)}}
	several := severalBases(t)
	for _, name := range t.Scenarios() {
		if v, on := level(t, name, axis); on && v == value {
			line := series(name, t.Ticks(), t.Estimates(name, m))
			line.Name = beside(t, name, axis, several)
			p.Series = append(p.Series, line)
		}
	}
	others := slices.DeleteFunc(factors(t), func(s string) bool { return s == axis })
	if !several && len(others) == 1 {
		p.orderBy(others[0])
	}
	return p
}

// orderBy makes the lines levels of a factor, which they are named by.
func (p *Curves) orderBy(factor string) {
	p.Ordered = true
	p.Title += ", by " + factor
	for i := range p.Series {
		p.Series[i].Name = strings.TrimPrefix(p.Series[i].Name, factor+"=")
	}
}

// beside is what else than one of its factors tells a scenario from others.
func beside(t *metrics.Table, scenario, axis string, several bool) string {
	var parts []string
	if several {
		parts = append(parts, base(t, scenario))
	}
	for _, f := range t.Factors(scenario) {
		if f.Name != axis {
			parts = append(parts, f.String())
		}
	}
	return strings.Join(parts, " ")
}

// base returns the name of the scenario that was varied: the name without the factors that
// sim.Sweep appended.
func base(t *metrics.Table, scenario string) string {
	var factors []string
	for _, f := range t.Factors(scenario) {
		factors = append(factors, f.String())
	}
	return strings.TrimSpace(strings.TrimSuffix(scenario, strings.Join(factors, " ")))
}

func severalBases(t *metrics.Table) bool {
	var bases []string
	for _, name := range t.Scenarios() {
		bases = appendNew(bases, base(t, name))
	}
	return len(bases) > 1
}

// level returns the label of a scenario's value of a factor.
func level(t *metrics.Table, scenario, axis string) (label string, on bool) {
	for _, f := range t.Factors(scenario) {
		if f.Name == axis {
			return f.Label, true
		}
	}
	return "", false
}

// factors returns the names of all factors.
func factors(t *metrics.Table) (names []string) {
	for _, name := range t.Scenarios() {
		for _, f := range t.Factors(name) {
			names = appendNew(names, f.Name)
		}
	}
	return names
}

func appendNew(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}
