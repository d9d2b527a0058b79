package metrics

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"orglearn/sim"
)

// columns are the names that a file has beside the factors' and the metrics'.
var columns = []string{"scenario", "replicate", "tick", "stopped"}

// WriteCSV writes the table as comma-separated values with a header: scenario, replicate, tick,
// stopped (see Table.Stopped), a column per factor of the sweep (sim.Factor) and one per metric.
// Rows are in the table's order; a missing value is an empty field, and so is a factor that a
// scenario does not have. The same table gives the same bytes, which ReadCSV reads. It is an error
// where a name or a label has a carriage return, which no reader keeps.
func (t *Table) WriteCSV(w io.Writer) error {
	if err := t.checkNames(); err != nil {
		return fmt.Errorf("metrics: WriteCSV: %w", err)
	}
	out := csv.NewWriter(w)
	out.Write(t.header())
	var row []string
	for s := range t.scenarios {
		factors := t.labels(s)
		for _, r := range t.replicates {
			for k, tick := range t.ticks {
				row = append(row[:0], t.scenarios[s], strconv.FormatUint(t.numbers[r], 10),
					strconv.Itoa(tick), strconv.Itoa(t.stopped[s][r]))
				row = append(row, factors...)
				for j := range t.metrics {
					row = append(row, Number(t.values[s][t.at(r, k, j)]))
				}
				out.Write(row)
			}
		}
	}
	out.Flush()
	return out.Error()
}

// header are the names of all columns.
func (l layout) header() []string {
	names := slices.Concat(columns, l.columns)
	for _, m := range l.metrics {
		names = append(names, m.Name)
	}
	return names
}

// labels are those of a scenario's factors, by column; "" where it does not have one.
func (l layout) labels(scenario int) []string {
	labels := make([]string, len(l.columns))
	for i, name := range l.columns {
		if f, has := factor(l.factors[scenario], name); has {
			labels[i] = f.Label
		}
	}
	return labels
}

// factor is the factor of a name.
func factor(factors []sim.Factor, name string) (f sim.Factor, has bool) {
	i := slices.IndexFunc(factors, func(f sim.Factor) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return factors[i], true
}

func (l layout) checkNames() error {
	all := slices.Concat(l.scenarios, l.header())
	for s := range l.scenarios {
		all = append(all, l.labels(s)...)
	}
	for _, name := range all {
		if strings.Contains(name, "\r") {
			return fmt.Errorf("the name %q has a carriage return, which no file keeps", name)
		}
	}
	return nil
}

// Number writes a number for a file: as many as 12 digits, and nothing for one that is missing.
func Number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}
