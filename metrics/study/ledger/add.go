package ledger

import (
	"errors"
	"fmt"
	"math"

	"orglearn/metrics/study"
)

// Batch is the number of runs after which a transaction is due: three tasks of study.Block runs.
const Batch = 3 * study.Block

// Add stores what a task gave. It serves study.Plan.Run as done. Runs wait until there are Batch of
// them, or until Flush or Close. A run that the store has must be the same there: otherwise none of
// its batch is stored, and the error names both (DifferentError).
func (l *Ledger) Add(_ study.Task, results []study.Result) error {
	for _, r := range results {
		if err := l.check(r); err != nil {
			return err
		}
	}
	l.pending = append(l.pending, results...)
	if len(l.pending) < Batch {
		return nil
	}
	return l.Flush()
}

// Flush stores the runs that wait, in one transaction. After an error they wait no more.
func (l *Ledger) Flush() error {
	if len(l.pending) == 0 {
		return nil
	}
	batch := l.pending
	l.pending = l.pending[:0]
	err := l.inTransaction(func() error { return l.store(batch) })
	if err != nil {
		l.runs.clear()
		l.rows.clear()
	}
	return err
}

func (l *Ledger) check(r study.Result) error {
	switch {
	case l.rows == nil:
		return fmt.Errorf("ledger: %s is open to read only", l.path)
	case r.Cell < 0 || r.Cell >= len(l.plan.Cells):
		return fmt.Errorf("ledger: a run has cell %d, want 0 to %d", r.Cell, len(l.plan.Cells)-1)
	case r.Replicate >= study.MaxReplicates:
		return fmt.Errorf("ledger: a run has replicate %d, want 0 to %d", r.Replicate,
			study.MaxReplicates-1)
	case r.Failed == "" && len(r.Values) != len(l.plan.Columns):
		return fmt.Errorf("ledger: a run has %d values, want one for each of %d columns",
			len(r.Values), len(l.plan.Columns))
	}
	return nil
}

// prepare makes the statements that add runs.
func (l *Ledger) prepare() error {
	var failed [2]error
	l.runs, failed[0] = l.inserter("runs (cell, replicate, status, error)", 4)
	l.rows, failed[1] = l.inserter("outcomes", 3+len(l.metrics))
	return errors.Join(failed[:]...)
}

// store inserts a batch. It compares the batch with what is stored if some of it was there.
func (l *Ledger) store(batch []study.Result) error {
	l.runs.skipped, l.rows.skipped = 0, 0
	for _, r := range batch {
		status := "done"
		if r.Failed != "" {
			status = "failed"
		}
		if err := l.runs.add(r.Cell, int64(r.Replicate), status, r.Failed); err != nil {
			return err
		}
		if err := l.addOutcomes(r); err != nil {
			return err
		}
	}
	if err := errors.Join(l.runs.flush(), l.rows.flush()); err != nil {
		return err
	}
	if l.runs.skipped+l.rows.skipped > 0 {
		return l.compare(batch)
	}
	return nil
}

// addOutcomes inserts the values of a run, one row for each tick.
func (l *Ledger) addOutcomes(r study.Result) error {
	if r.Failed != "" {
		return nil
	}
	row := make([]any, 3+len(l.metrics))
	row[0], row[1] = r.Cell, int64(r.Replicate)
	for i, tick := range l.ticks {
		row[2] = tick
		for j, k := range l.places[i] {
			row[3+j] = nil
			if k >= 0 && !math.IsNaN(r.Values[k]) {
				row[3+j] = r.Values[k]
			}
		}
		if err := l.rows.add(row...); err != nil {
			return err
		}
	}
	return nil
}
