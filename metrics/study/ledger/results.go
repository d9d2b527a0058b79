package ledger

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math"

	"orglearn/metrics/study"
)

// Results yields all runs, sorted by cell and replicate, as they are at the start. It stops after
// the first error. Each result has memory of its own. No other method may be called meanwhile.
func (l *Ledger) Results() iter.Seq2[study.Result, error] { return l.results("") }

// results yields the runs that a condition on cell and replicate chooses.
func (l *Ledger) results(where string) iter.Seq2[study.Result, error] {
	return func(yield func(study.Result, error) bool) {
		if err := l.walk(where, yield); err != nil {
			yield(study.Result{}, err)
		}
	}
}

// walk reads all tables side by side, in the order of their keys.
func (l *Ledger) walk(where string, yield func(study.Result, error) bool) error {
	runs, err := l.walker("runs", ", error", 1, where)
	if err != nil {
		return err
	}
	defer runs.rows.Close()
	var parts []*walker
	for _, p := range l.parts {
		part, err := l.walker(p.table, list(p.names), len(p.names), where)
		if err != nil {
			return err
		}
		defer part.rows.Close()
		parts = append(parts, part)
	}
	for runs.next() {
		r := study.Result{Cell: runs.cell, Replicate: runs.replicate}
		if r.Failed, _ = runs.values[0].(string); r.Failed == "" {
			if r.Values, err = l.values(r, parts); err != nil {
				return err
			}
		}
		if !yield(r, nil) {
			return nil
		}
	}
	return l.explain(runs.err)
}

// values reads the values of the next run that did not fail.
func (l *Ledger) values(r study.Result, parts []*walker) ([]float64, error) {
	values := make([]float64, 0, len(l.plan.Columns))
	for i, p := range parts {
		switch is := p.next(); {
		case p.err != nil:
			return nil, l.explain(p.err)
		case !is || p.cell != r.Cell || p.replicate != r.Replicate:
			return nil, fmt.Errorf("ledger: %s: it is damaged: %s lacks cell %d, "+
				"replicate %d", l.path, l.parts[i].table, r.Cell, r.Replicate)
		}
		for _, v := range p.values {
			number, is := v.(float64)
			if !is {
				number = math.NaN()
			}
			values = append(values, number)
		}
	}
	return values, nil
}

// walker walks the rows of a table in the order of cell and replicate.
type walker struct {
	rows      *sql.Rows
	cell      int // of the row, as the following are
	replicate uint64
	values    []any
	into      []any
	err       error // why next returned false, if not at the end
}

// walker returns one of a table, with n columns besides cell and replicate.
func (l *Ledger) walker(table, columns string, n int, where string) (*walker, error) {
	rows, err := l.conn.QueryContext(context.Background(), "SELECT cell, replicate"+columns+
		" FROM "+table+" "+where+" ORDER BY cell, replicate")
	if err != nil {
		return nil, l.explain(err)
	}
	w := &walker{rows: rows, values: make([]any, n)}
	w.into = []any{&w.cell, &w.replicate}
	for i := range w.values {
		w.into = append(w.into, &w.values[i])
	}
	return w, nil
}

// next goes to the next row, if there is one.
func (w *walker) next() bool {
	if !w.rows.Next() {
		w.err = w.rows.Err()
		return false
	}
	w.err = w.rows.Scan(w.into...)
	return w.err == nil
}
