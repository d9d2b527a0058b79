package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"orglearn/network/internal/words"
)

// header reads the names of the columns.
func (t *Table) header(h Header) error {
	more, err := t.next()
	if err != nil {
		return err
	}
	if !more {
		return fmt.Errorf("%s: line 1: the file is empty; want a header with %s",
			t.Name, words.Quote(h.Wanted))
	}
	if len(t.Row) > MaxColumns {
		return fmt.Errorf("%s: line %d: more than %d columns", t.Name, t.Line(0), MaxColumns)
	}
	t.nameColumns()
	t.head = t.Line(0)
	if err := h.Check(t.Columns); err != nil {
		return fmt.Errorf("%s: line %d: %w", t.Name, t.Line(0), err)
	}
	return nil
}

// nameColumns takes the names of the columns from the row just read.
func (t *Table) nameColumns() {
	t.Columns, t.Titles = make([]string, len(t.Row)), make([]string, len(t.Row))
	for i, field := range t.Row {
		t.Titles[i] = oneLine(field)
		t.Columns[i] = strings.ToLower(t.Titles[i])
	}
}

// oneLine is a name of a column without line breaks and other control characters.
func oneLine(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ")
}

// Find returns the index of the column with a name in lower case. It is an error if there is none,
// or more than one.
func (t *Table) Find(name string) (int, error) {
	k := slices.Index(t.Columns, name)
	if k < 0 {
		return 0, fmt.Errorf("%s: line %d: no column %q; the columns are %s",
			t.Name, t.head, name, words.Quote(t.Titles))
	}
	if again := slices.Index(t.Columns[k+1:], name); again >= 0 {
		return 0, t.FaultAt(t.head, k+1+again, "the column %.40q is there twice", name)
	}
	return k, nil
}

// FindOne returns the index of the column of weights, which has one of the names, or -1. Two such
// columns are an error.
func (t *Table) FindOne(names ...string) (int, error) {
	found := -1
	for _, name := range names {
		k := t.Column(name)
		if k < 0 {
			continue
		}
		if found >= 0 {
			return 0, t.FaultAt(t.head, k, "two columns of weights, %q and %q: keep one",
				t.Columns[found], name)
		}
		found = k
	}
	return found, nil
}

// Column returns the index of a column by its name in lower case, or -1.
func (t *Table) Column(name string) int { return slices.Index(t.Columns, name) }
