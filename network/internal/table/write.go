package table

import (
	"encoding/csv"
	"io"
	"strconv"
)

// TieWriter writes a file of ties that a TieReader reads as the same ties.
type TieWriter struct {
	csv *csv.Writer
	row []string
}

// NewTieWriter writes the header: from, to and, unless it is "", the column of weights.
func NewTieWriter(w io.Writer, weight string) *TieWriter {
	out := &TieWriter{csv: csv.NewWriter(w), row: []string{"from", "to"}}
	if weight != "" {
		out.row = append(out.row, weight)
	}
	out.csv.Write(out.row)
	return out
}

// Write writes one tie. Without a column of weights it ignores the weight. Flush returns any error.
func (out *TieWriter) Write(from, to string, weight float32) {
	out.row[0], out.row[1] = from, to
	if len(out.row) > 2 {
		out.row[2] = strconv.FormatFloat(float64(weight), 'f', -1, 32)
	}
	out.csv.Write(out.row)
}

// Flush writes all buffered rows, and returns the first error of any write.
func (out *TieWriter) Flush() error {
	out.csv.Flush()
	return out.csv.Error()
}
