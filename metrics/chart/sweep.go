package chart

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"orglearn/metrics"
)

// Sweep draws what two parameters do together: a cell per combination of the values of two axes of a sim.Sweep, by the names that
// sim.Vary was given, in the order of the values, with the mean of a metric at a recorded tick in it. Scenarios that are not on both axes
// are left out. It is an error where no scenario is, where two share a cell or none has it, and where the metric is missing in all
// replicates of one.
func Sweep(t *metrics.Table, m metrics.Metric, tick int, x, y string) (HeatMap, error) {
	h := HeatMap{Title: fmt.Sprintf("%s at tick %d", capital(m.Name), tick), X: x, Y: y, Scale: Axis{Label: label(m)}}
	at := map[[2]string]string{} // the scenario of a cell
	for _, name := range t.Scenarios() {
		column, on := level(name, x)
		row, also := level(name, y)
		if !on || !also {
			continue
		}
		if other := at[[2]string{row, column}]; other != "" {
			return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: scenarios %q and %q share a cell", x, y, other, name)
		}
		at[[2]string{row, column}] = name
		h.Columns, h.Rows = appendNew(h.Columns, column), appendNew(h.Rows, row)
	}
	if len(at) == 0 {
		return HeatMap{}, fmt.Errorf("chart: sweep over %s and %s: no scenario is named after both, as in \"%s=1 %s=2\"", x, y, x, y)
	}
	return h, h.fill(t, m, tick, at)
}

// fill fills the cells, and says how wide intervals are.
func (h *HeatMap) fill(t *metrics.Table, m metrics.Metric, tick int, at map[[2]string]string) error {
	widest := 0.
	for _, row := range h.Rows {
		var values []float64
		for _, column := range h.Columns {
			name := at[[2]string{row, column}]
			if name == "" {
				return fmt.Errorf("chart: sweep over %s and %s: no scenario has %s=%s and %s=%s", h.X, h.Y, h.X, column, h.Y, row)
			}
			e := t.Estimate(name, m, tick)
			if e.N == 0 {
				return fmt.Errorf("chart: sweep over %s and %s: scenario %q: %s at tick %d: %s", h.X, h.Y, name, m.Name, tick, e.Note)
			}
			values = append(values, e.Mean)
			widest = max(widest, (e.High-e.Low)/2)
		}
		h.Values = append(h.Values, values)
	}
	h.Note = fmt.Sprintf("Means over %d replicates.", t.Replicates())
	if widest > 0 {
		h.Note = fmt.Sprintf("Means over %d replicates; 95 %% intervals reach ±%.2g at most.", t.Replicates(), widest)
	}
	return nil
}

// Facets draws how a metric goes over the ticks in a panel per value of one axis of a sim.Sweep, side by side, three in a row, on one
// vertical axis; the lines of a panel are the scenarios that have the value, named by the rest of their names. It is an error where no
// scenario is on the axis.
func Facets(t *metrics.Table, m metrics.Metric, axis string) (Figure, error) {
	var values []string
	panels := map[string]*Curves{}
	for _, name := range t.Scenarios() {
		value, on := level(name, axis)
		if !on {
			continue
		}
		values = appendNew(values, value)
		if panels[value] == nil {
			panels[value] = &Curves{Title: axis + "=" + value, X: Axis{Label: "tick"}, Y: Axis{Label: label(m)}}
		}
		line := series(name, t.Ticks(), t.Estimates(name, m))
		line.Name = strings.Join(strings.Fields(strings.Replace(" "+name+" ", " "+axis+"="+value+" ", " ", 1)), " ")
		panels[value].Series = append(panels[value].Series, line)
	}
	if len(values) == 0 {
		return Figure{}, fmt.Errorf("chart: facets by %s: no scenario is named after it, as in \"%s=1\"", axis, axis)
	}
	f := Figure{Title: capital(m.Name)}
	var all []*Curves
	for i, v := range values {
		if i%3 == 0 {
			f.Rows = append(f.Rows, nil)
		}
		all = append(all, panels[v])
		f.Rows[i/3] = append(f.Rows[i/3], panels[v])
	}
	ShareY(all...)
	return f, nil
}

// parameter is the beginning of a value in a scenario's name.
var parameter = regexp.MustCompile(` [^ =]+=`)

// level is the value that a scenario's name gives to an axis: in "isolated size=5 rate=0.1" that of size is 5. A value ends where the next
// begins.
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
