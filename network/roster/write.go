package roster

import (
	"encoding/csv"
	"io"

	"orglearn/network/internal/table"
)

// WritePeople writes the people as CSV, in the order of their numbers: the column of ids and the
// others. A failed write is an error.
func (r *Roster) WritePeople(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write(append([]string{r.idColumn}, r.columns...))
	row := make([]string, 1+len(r.columns))
	for p, id := range r.ids {
		row[0] = id
		for k := range r.columns {
			row[k+1] = r.attributes[k][p]
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// WriteTies writes the ties as CSV. The columns from and to mean what they meant in the file that
// was read, and weights have a column of the same name. A failed write is an error.
func (r *Roster) WriteTies(w io.Writer) error {
	out := table.NewTieWriter(w, r.weight)
	for e := range r.ties.Edges() {
		if r.sent {
			e.From, e.To = e.To, e.From
		}
		out.Write(r.ids[e.From], r.ids[e.To], e.Weight)
	}
	return out.Flush()
}

// WriteReports writes the chart as CSV: `to` is the superior of `from`, and empty for a chief.
// Without a chart it writes the header only. A failed write is an error.
func (r *Roster) WriteReports(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"from", "to"})
	for p, superior := range r.superior {
		switch {
		case superior >= 0:
			out.Write([]string{r.ids[p], r.ids[superior]})
		case r.inChart[p]:
			out.Write([]string{r.ids[p], ""})
		}
	}
	out.Flush()
	return out.Error()
}
