package ledger

import (
	"context"
	"database/sql/driver"
	"errors"
	"strings"
)

// inserter inserts rows into a table, several with each statement. It skips those whose key is
// there. It calls the driver, because package sql converts each value and takes a fifth more time.
type inserter struct {
	l         *Ledger
	one, many driver.Stmt
	width     int // values of a row
	args      []driver.NamedValue
	skipped   int // rows whose key was there
}

// valuesAtOnce is the number of values of one statement, where a row has fewer. With more values
// the driver takes longer to find each, with fewer each statement costs more.
const valuesAtOnce = 64

func (l *Ledger) inserter(table string, width int) (*inserter, error) {
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	rows := max(1, valuesAtOnce/width)
	in := &inserter{l: l, width: width, args: make([]driver.NamedValue, 0, rows*width)}
	into := "INSERT OR IGNORE INTO " + table + " VALUES "
	err := l.conn.Raw(func(conn any) (err error) {
		c := conn.(driver.ConnPrepareContext)
		if in.one, err = c.PrepareContext(context.Background(), into+row); err != nil {
			return err
		}
		in.many, err = c.PrepareContext(context.Background(),
			into+row+strings.Repeat(", "+row, rows-1))
		return err
	})
	if err != nil {
		return nil, l.explain(err)
	}
	return in, nil
}

// put appends a value to a row: an int64, a float64 or a text.
func (in *inserter) put(v driver.Value) {
	in.args = append(in.args, driver.NamedValue{Ordinal: len(in.args) + 1, Value: v})
}

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
		row := in.args[i : i+in.width]
		for k := range row {
			row[k].Ordinal = k + 1
		}
		if err := in.insert(in.one, row); err != nil {
			return err
		}
	}
	return nil
}

func (in *inserter) insert(s driver.Stmt, args []driver.NamedValue) error {
	return in.l.explain(in.l.conn.Raw(func(any) error {
		result, err := s.(driver.StmtExecContext).ExecContext(context.Background(), args)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		in.skipped += len(args)/in.width - int(n)
		return err
	}))
}

func (in *inserter) clear() { in.args = in.args[:0] }

func (in *inserter) close() error {
	if in == nil {
		return nil
	}
	return in.l.conn.Raw(func(any) error { return errors.Join(in.one.Close(), in.many.Close()) })
}
