package ledger

import (
	"fmt"

	"orglearn/metrics"
	"orglearn/metrics/study"
)

// DifferentError says that a run gave something else when it ran again. Both are named.
type DifferentError struct {
	Path         string
	Cell         string // its name
	Replicate    uint64
	Of           string // what differs: a column of the plan, or the error of the run
	Stored, Here string
}

// Error implements error.
func (e *DifferentError) Error() string {
	return fmt.Sprintf("ledger: %s: cell %q, replicate %d: %s was %s and is now %s: a run must be "+
		"the same every time", e.Path, e.Cell, e.Replicate, e.Of, e.Stored, e.Here)
}

// compare returns an error for the first run of a batch that the store has with another result.
func (l *Ledger) compare(batch []study.Result) error {
	for _, r := range batch {
		stored, err := l.result(r.Cell, r.Replicate)
		if err != nil {
			return err
		}
		if err := l.same(stored, r); err != nil {
			return err
		}
	}
	return nil
}

// result reads one run.
func (l *Ledger) result(cell int, replicate uint64) (r study.Result, err error) {
	one := fmt.Sprintf("WHERE cell = %d AND replicate = %d", cell, replicate)
	for r, err = range l.results(one) {
		return r, err
	}
	return r, fmt.Errorf("ledger: %s has no run of cell %d, replicate %d", l.path, cell, replicate)
}

// same returns an error where two results of one run differ.
func (l *Ledger) same(stored, here study.Result) error {
	different := func(of, a, b string) error {
		return &DifferentError{l.path, l.plan.Cells[here.Cell].Name(), here.Replicate, of, a, b}
	}
	if stored.Failed != here.Failed {
		return different("its error", fmt.Sprintf("%q", stored.Failed),
			fmt.Sprintf("%q", here.Failed))
	}
	for k, v := range here.Values {
		// Two values that are missing are the same. SQLite keeps no sign of 0.
		if s := stored.Values[k]; s != v && (s == s || v == v) {
			return different(l.plan.Columns[k].String(), exact(s), exact(v))
		}
	}
	return nil
}

// exact formats a value with all its bits.
func exact(v float64) string {
	if s := metrics.Exact(v); s != "" {
		return s
	}
	return "missing"
}
