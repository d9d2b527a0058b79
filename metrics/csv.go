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

// columns are the names of the columns besides those of factors and metrics.
var columns = []string{"scenario", "replicate", "tick", "stopped"}

// WriteCSV writes the table as comma-separated values with a header. The columns are scenario,
// replicate, tick, stopped (see Table.Stopped), one column per factor of the sweep (sim.Factor) and
// one per metric. Rows are in the table's order. A missing value is an empty field, and so is a
// factor that a scenario does not have. The same table gives the same bytes. ReadCSV reads them. A
// name or a label with a carriage return is an error, because CSV readers drop it.
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

// header returns the names of all columns.
func (l layout) header() []string {
	names := slices.Concat(columns, l.columns)
	for _, m := range l.metrics {
		names = append(names, m.Name)
	}
	return names
}

// labels returns the labels of a scenario's factors by column, "" where it does not have the
// factor.
func (l layout) labels(scenario int) []string {
	labels := make([]string, len(l.columns))
	for i, name := range l.columns {
		if f, has := factor(l.factors[scenario], name); has {
			labels[i] = f.Label
		}
	}
	return labels
}

// factor returns the factor with a name.
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

// Number formats a number for a file with up to 12 significant digits. It returns "" for a missing
// one: NaN or an infinity.
func Number(v float64) string { return number(v, 12) }

// Exact formats a number for a file with as many digits as it takes to read the same bits again. It
// returns "" for a missing one: NaN or an infinity.
func Exact(v float64) string { return number(v, -1) }

func number(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', digits, 64)
}
