package ledger

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"orglearn/metrics"
	"orglearn/metrics/study"
)

// WriteCSV writes all runs as comma-separated values with a header, one row for each run and tick,
// sorted by cell, replicate and tick. The columns are cell, organization, one per factor,
// replicate, tick, status (done or failed) and one per metric.
//
// Numbers have up to 12 significant digits, or if exact as many as it takes to read the same bits.
// A missing value is an empty field, and so are a factor that a cell does not have and an infinity.
// The same runs give the same bytes.
func (l *Ledger) WriteCSV(w io.Writer, exact bool) error {
	format := metrics.Number
	if exact {
		format = metrics.Exact
	}
	out := csv.NewWriter(w)
	out.Write(l.header())
	line := make([]string, 0, len(l.header()))
	factors := factorsOf(l.plan)
	for r, err := range l.Results() {
		if err != nil {
			return err
		}
		for i, tick := range l.ticks {
			line = l.describe(line[:0], r, factors, tick)
			for _, k := range l.places[i] {
				if k < 0 || r.Values == nil {
					line = append(line, "")
				} else {
					line = append(line, format(r.Values[k]))
				}
			}
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (l *Ledger) header() []string {
	return slices.Concat(fixed[:2], factorsOf(l.plan), fixed[2:], l.metrics)
}

// describe appends the fields of a row that say which run it is.
func (l *Ledger) describe(line []string, r study.Result, factors []string, tick int) []string {
	cell := l.plan.Cells[r.Cell]
	line = append(line, strconv.Itoa(r.Cell), cell.Organization)
	for _, name := range factors {
		line = append(line, value(cell, name))
	}
	return append(line, strconv.FormatUint(r.Replicate, 10), strconv.Itoa(tick), statusOf(r))
}

// value returns the value of a cell's factor, or "".
func value(c study.Cell, name string) string {
	for _, f := range c.Factors {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}
