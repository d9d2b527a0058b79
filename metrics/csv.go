package metrics

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
)

// WriteCSV writes the table as comma-separated values with a header: scenario, replicate, tick, stopped (the tick at which the run ended) and
// a column per metric. A missing value is an empty field.
func (t *Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	row := []string{"scenario", "replicate", "tick", "stopped"}
	for _, m := range t.metrics {
		row = append(row, m.Name)
	}
	out.Write(row)
	for s, name := range t.scenarios {
		for _, r := range t.replicates {
			for k, tick := range t.ticks {
				row = append(row[:0], name, strconv.FormatUint(t.first+uint64(r), 10), strconv.Itoa(tick), strconv.Itoa(t.stopped[s][r]))
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

// Number writes a number for a file: as many as 12 digits, and nothing for one that is missing.
func Number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}
