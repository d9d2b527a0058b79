package ledger

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// inserter inserts rows into a table, several with each statement. It skips those whose key is
// there.
type inserter struct {
	l         *Ledger
	one, many *sql.Stmt
	width     int // values of a row
	args      []any
	skipped   int // rows whose key was there
}

// valuesAtOnce is the number of values of one statement, where a row has fewer. With more values
// the driver takes longer to find each, with fewer each statement costs more.
const valuesAtOnce = 64

func (l *Ledger) inserter(table string, width int) (*inserter, error) {
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	rows := max(1, valuesAtOnce/width)
	in, err := &inserter{l: l, width: width}, error(nil)
	into := "INSERT OR IGNORE INTO " + table + " VALUES "
	if in.one, err = l.conn.PrepareContext(context.Background(), into+row); err != nil {
		return nil, l.explain(err)
	}
	in.many, err = l.conn.PrepareContext(context.Background(),
		into+row+strings.Repeat(", "+row, rows-1))
	in.args = make([]any, 0, rows*width)
	return in, l.explain(err)
}

// put appends values to a row.
func (in *inserter) put(values ...any) { in.args = append(in.args, values...) }

// end ends a row and inserts it, now or with later ones.
func (in *inserter) end() error {
	if len(in.args) < cap(in.args) {
		return nil
	}
	defer in.clear()
	return in.insert(in.many, in.args)
}

// flush inserts the rows that wait.
func (in *inserter) flush() error {
	defer in.clear()
	for i := 0; i < len(in.args); i += in.width {
		if err := in.insert(in.one, in.args[i:i+in.width]); err != nil {
			return err
		}
	}
	return nil
}

func (in *inserter) insert(s *sql.Stmt, args []any) error {
	result, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return in.l.explain(err)
	}
	n, err := result.RowsAffected()
	in.skipped += len(args)/in.width - int(n)
	return err
}

func (in *inserter) clear() { in.args = in.args[:0] }

func (in *inserter) close() error {
	if in == nil {
		return nil
	}
	return errors.Join(in.one.Close(), in.many.Close())
}
