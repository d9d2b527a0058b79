package ledger

import (
	"context"
	"database/sql"
	"iter"
	"math"
	"slices"

	"orglearn/metrics/study"
)

// Results yields all runs, sorted by cell and replicate, as they are at the start. It stops after
// the first error. Each result has memory of its own. No other method may be called meanwhile.
func (l *Ledger) Results() iter.Seq2[study.Result, error] { return l.results("") }

// results yields the runs that a condition chooses.
func (l *Ledger) results(where string) iter.Seq2[study.Result, error] {
	query := "SELECT r.cell, r.replicate, r.error, tick" + list(l.metrics) +
		" FROM runs r LEFT JOIN outcomes o ON o.cell = r.cell AND o.replicate = r.replicate " +
		where + " ORDER BY r.cell, r.replicate, tick"
	return func(yield func(study.Result, error) bool) {
		rows, err := l.conn.QueryContext(context.Background(), query)
		if err != nil {
			yield(study.Result{}, l.explain(err))
			return
		}
		defer rows.Close()
		if err := l.walk(rows, yield); err != nil {
			yield(study.Result{}, l.explain(err))
		}
	}
}

// walk puts the rows of each run together.
func (l *Ledger) walk(rows *sql.Rows, yield func(study.Result, error) bool) error {
	read := l.newRow()
	var now study.Result
	some := false
	for rows.Next() {
		if err := rows.Scan(read.into...); err != nil {
			return err
		}
		if some && (now.Cell != read.cell || now.Replicate != read.replicate) {
			if !yield(now, nil) {
				return nil
			}
			some = false
		}
		if !some {
			now, some = l.empty(read), true
		}
		l.fill(now.Values, read)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if some {
		yield(now, nil)
	}
	return nil
}

// row is one row of the query: a run at a tick.
type row struct {
	cell      int
	replicate uint64
	failed    string
	tick      sql.NullInt64
	values    []sql.NullFloat64
	into      []any
}

func (l *Ledger) newRow() *row {
	r := &row{values: make([]sql.NullFloat64, len(l.metrics))}
	r.into = []any{&r.cell, &r.replicate, &r.failed, &r.tick}
	for i := range r.values {
		r.into = append(r.into, &r.values[i])
	}
	return r
}

// empty returns the result of a run before its values are filled in.
func (l *Ledger) empty(r *row) study.Result {
	result := study.Result{Cell: r.cell, Replicate: r.replicate, Failed: r.failed}
	if r.failed == "" {
		result.Values = slices.Repeat([]float64{math.NaN()}, len(l.plan.Columns))
	}
	return result
}

// fill sets the values of one tick.
func (l *Ledger) fill(values []float64, r *row) {
	i, found := slices.BinarySearch(l.ticks, int(r.tick.Int64))
	if values == nil || !r.tick.Valid || !found {
		return
	}
	for j, k := range l.places[i] {
		if k >= 0 && r.values[j].Valid {
			values[k] = r.values[j].Float64
		}
	}
}
