package metrics

import (
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"
)

// WriteCSV writes the table as comma-separated values with a header: scenario, replicate, tick,
// stopped (see Table.Stopped) and a column per metric. Rows are in the table's order; a missing
// value is an empty field. The same table gives the same bytes.
func (t *Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	row := slices.Clone(columns)
	for _, m := range t.metrics {
		row = append(row, m.Name)
	}
	out.Write(row)
	for s, name := range t.scenarios {
		for _, r := range t.replicates {
			for k, tick := range t.ticks {
				row = append(row[:0], name, strconv.FormatUint(t.first+uint64(r), 10),
					strconv.Itoa(tick), strconv.Itoa(t.stopped[s][r]))
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
