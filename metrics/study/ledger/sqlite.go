package ledger

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// address returns the URI of a file, with options for SQLite and its driver.
func address(path string, options []string) string {
	u := url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(options, "&")}
	return u.String()
}

func (l *Ledger) exec(query string, args ...any) error {
	_, err := l.conn.ExecContext(context.Background(), query, args...)
	return l.explain(err)
}

// row reads the one row of a query.
func (l *Ledger) row(query string, into ...any) error {
	return l.explain(l.conn.QueryRowContext(context.Background(), query).Scan(into...))
}

func (l *Ledger) number(query string) (n int, err error) { return n, l.row(query, &n) }

// each reads every row of a query and calls do after each.
func (l *Ledger) each(query string, do func() error, into ...any) error {
	rows, err := l.conn.QueryContext(context.Background(), query)
	if err != nil {
		return l.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return l.explain(err)
		}
		if err := do(); err != nil {
			return err
		}
	}
	return l.explain(rows.Err())
}

// inTransaction does all of do, or nothing.
func (l *Ledger) inTransaction(do func() error) error {
	if err := l.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = l.exec("COMMIT")
	}
	if err != nil {
		// After some errors, as of a full disk, SQLite has rolled back by itself.
		_ = l.exec("ROLLBACK")
	}
	return err
}

// ErrFull is in the chain of the errors that come of a disk without room.
var ErrFull = errors.New("the disk is full; what was stored before is kept: free some space, " +
	"then run again")

// explain says in words what an error of SQLite means for the store.
func (l *Ledger) explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		if err != nil {
			err = fmt.Errorf("ledger: %s: %w", l.path, err)
		}
		return err
	}
	if isFull(err) {
		return fmt.Errorf("ledger: %s: %w (%w)", l.path, ErrFull, err)
	}
	say := map[int]string{
		sqlite3.SQLITE_IOERR:    "it cannot be read or written",
		sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
		sqlite3.SQLITE_BUSY:     "another program is writing to it",
		sqlite3.SQLITE_READONLY: "it cannot be written to",
		sqlite3.SQLITE_NOTADB:   "it is not the store of a study",
		sqlite3.SQLITE_CORRUPT:  "it is damaged",
	}[e.Code()&0xff]
	if say == "" {
		return fmt.Errorf("ledger: %s: %w", l.path, err)
	}
	return fmt.Errorf("ledger: %s: %s (%w)", l.path, say, err)
}

// isFull reports whether an error comes of a disk without room.
func isFull(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) &&
		(e.Code()&0xff == sqlite3.SQLITE_FULL || e.Code() == sqlite3.SQLITE_IOERR_SHMSIZE)
}
