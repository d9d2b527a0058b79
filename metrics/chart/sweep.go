package chart

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"orglearn/metrics"
)

// Sweep draws what two parameters do together: a cell per combination of the values of two axes of
// a sim.Sweep, by the names that sim.Vary was given, in the order of the values, with the mean of a
// metric at a recorded tick in it. Scenarios that are not on both axes are left out. It is an error
// where no scenario is, where two share a cell or none has it, and where the metric is missing in
// all replicates of one.
func Sweep(t *metrics.Table, m metrics.Metric, tick int, x, y string) (HeatMap, error) {
	h := HeatMap{Title: fmt.Sprintf("%s at tick %d", capital(m.Name), tick), X: x, Y: y,
		Scale: Axis{Label: label(m)}}
	at := map[[2]string]string{} // the scenario of a cell
	for _, name := range t.Scenarios() {
		column, on := level(name, x)
		row, also := level(name, y)
		if !on || !also {
			continue
		}
		if other := at[[2]string{row, column}]; other != "" {
			return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: scenarios %q and %q "+
				"share a cell", x, y, other, name)
		}
		at[[2]string{row, column}] = name
		h.Columns, h.Rows = appendNew(h.Columns, column), appendNew(h.Rows, row)
	}
	if len(at) == 0 {
		return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: no scenario is named after "+
			"both, as in \"%s=1 %s=2\"", x, y, x, y)
	}
	return h, h.fill(t, m, tick, at)
}

// fill fills the cells, and says how wide intervals are.
func (h *HeatMap) fill(t *metrics.Table, m metrics.Metric, tick int,
	at map[[2]string]string) error {
	widest := 0.
	for _, row := range h.Rows {
		var values []float64
		for _, column := range h.Columns {
			name := at[[2]string{row, column}]
			if name == "" {
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
	h.Note = fmt.Sprintf("Means over %d replicates.", t.Replicates())
	if widest > 0 {
		h.Note = fmt.Sprintf("Means over %d replicates; 95 %% intervals reach ±%.2g at most.",
			t.Replicates(), widest)
	}
	return nil
}

// Facets draws how a metric goes over the ticks in a panel per value of one axis of a sim.Sweep,
// for all its values or those given, three in a row and on one vertical axis. The lines of a panel
// are the scenarios that have the value, named by what else their names say. It is an error where
// no scenario has a value.
func Facets(t *metrics.Table, m metrics.Metric, axis string, values ...string) (Figure, error) {
	if len(values) == 0 {
		for _, name := range t.Scenarios() {
			if value, on := level(name, axis); on {
				values = appendNew(values, value)
			}
		}
	}
	var panels []*Curves
	for _, value := range values {
		p := facet(t, m, axis, value)
		if len(p.Series) == 0 {
			return Figure{}, fmt.Errorf("chart: facets: no scenario has %s=%s", axis, value)
		}
		panels = append(panels, p)
	}
	if len(panels) == 0 {
		return Figure{}, fmt.Errorf("chart: facets: no scenario is named after %s, as in \"%s=1\"",
			axis, axis)
	}
	ShareY(panels...)
	f := Figure{Unlettered: true}
	for i, p := range panels {
		if i%3 == 0 {
			f.Rows = append(f.Rows, nil)
		}
		f.Rows[i/3] = append(f.Rows[i/3], p)
	}
	return f, nil
}

// facet is the panel of one value.
func facet(t *metrics.Table, m metrics.Metric, axis, value string) *Curves {
	p := &Curves{Title: axis + "=" + value, X: Axis{Label: "tick"}, Y: Axis{Label: label(m)}}
	base := base(t.Scenarios())
	for _, name := range t.Scenarios() {
		if v, on := level(name, axis); on && v == value {
			line := series(name, t.Ticks(), t.Estimates(name, m))
			line.Name = without(strings.TrimPrefix(name, base), p.Title)
			p.Series = append(p.Series, line)
		}
	}
	return p
}

// base is what all names have before their first parameter, or nothing.
func base(scenarios []string) string {
	common := ""
	for i, name := range scenarios {
		first := parameter.FindStringIndex(" " + name)
		if first == nil {
			return ""
		}
		b := name[:first[0]]
		if i > 0 && b != common {
			return ""
		}
		common = b
	}
	return common
}

// without is a name without one of its parameters.
func without(name, setting string) string {
	return strings.TrimSpace(strings.Replace(" "+name+" ", " "+setting+" ", " ", 1))
}

// parameter is the beginning of a value in a scenario's name.
var parameter = regexp.MustCompile(` [^ =]+=`)

// level is the value that a scenario's name gives to an axis: in "isolated size=5 rate=0.1" that of
// size is 5. A value ends where the next begins.
func level(scenario, axis string) (value string, on bool) {
	_, after, on := strings.Cut(" "+scenario, " "+axis+"=")
	if end := parameter.FindStringIndex(after); end != nil {
		after = after[:end[0]]
	}
	return after, on
}

func appendNew(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}
