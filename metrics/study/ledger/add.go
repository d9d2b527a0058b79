package ledger

import (
	"fmt"

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
		for _, in := range l.inserters() {
			in.clear()
		}
	}
	return err
}

// inserters returns those of all tables.
func (l *Ledger) inserters() []*inserter { return append(l.rows[:len(l.rows):len(l.rows)], l.runs) }

func (l *Ledger) check(r study.Result) error {
	switch {
	case l.runs == nil:
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
func (l *Ledger) prepare() (err error) {
	if l.runs, err = l.inserter("runs (cell, replicate, status, error)", 4); err != nil {
		return err
	}
	for _, p := range l.parts {
		in, err := l.inserter(p.table, 2+len(p.names))
		l.rows = append(l.rows, in)
		if err != nil {
			return err
		}
	}
	return nil
}

// store inserts a batch. It compares the batch with what is stored if some of it was there.
func (l *Ledger) store(batch []study.Result) error {
	for _, in := range l.inserters() {
		in.skipped = 0
	}
	for _, r := range batch {
		if err := l.addRun(r); err != nil {
			return err
		}
	}
	skipped := 0
	for _, in := range l.inserters() {
		if err := in.flush(); err != nil {
			return err
		}
		skipped += in.skipped
	}
	if skipped > 0 {
		return l.compare(batch)
	}
	return nil
}

// addRun inserts a run and, if it did not fail, its values. NaN becomes NULL.
func (l *Ledger) addRun(r study.Result) error {
	l.runs.put(int64(r.Cell))
	l.runs.put(int64(r.Replicate))
	l.runs.put(statusOf(r))
	l.runs.put(r.Failed)
	if err := l.runs.end(); err != nil || r.Failed != "" {
		return err
	}
	for i, p := range l.parts {
		in := l.rows[i]
		in.put(int64(r.Cell))
		in.put(int64(r.Replicate))
		for _, v := range r.Values[p.first:p.end] {
			in.put(v)
		}
		if err := in.end(); err != nil {
			return err
		}
	}
	return nil
}

// statusOf returns whether a run went to its end, as a word.
func statusOf(r study.Result) string {
	if r.Failed != "" {
		return "failed"
	}
	return "done"
}
