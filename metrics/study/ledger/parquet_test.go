package ledger_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// columnsOf returns the Parquet file of a store.
func columnsOf(t *testing.T, path string) []byte {
	t.Helper()
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	var b bytes.Buffer
	fatal(t, l.WriteParquet(&b))
	return b.Bytes()
}

// factored returns a plan with a factor of numbers, and one of words that one cell lacks.
func factored() study.Plan {
	p := plan(3, 70)
	for i := range p.Cells[:2] {
		p.Cells[i].Factors = append(p.Cells[i].Factors, study.Factor{Name: "chart",
			Value: fmt.Sprint("c", i)})
	}
	return p
}

// The Parquet file has the rows and columns of the CSV, with all bits and with types.
func TestParquetIsCSV(t *testing.T) {
	p, path := factored(), store(t)
	fill(t, path, p, p.Tasks())
	records, err := csv.NewReader(strings.NewReader(export(t, path))).ReadAll()
	fatal(t, err)
	b := columnsOf(t, path)
	file, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	fatal(t, err)
	var names []string
	for _, f := range file.Schema().Fields() {
		names = append(names, f.Name())
	}
	if !reflect.DeepEqual(names, records[0]) {
		t.Errorf("the columns are %q, want %q", names, records[0])
	}
	n := 1
	for _, row := range rowsOf(t, file) {
		for i, v := range row {
			if got, want := text(v), records[n][i]; got != want {
				t.Fatalf("row %d, %s is %q, want %q", n, names[i], got, want)
			}
		}
		n++
	}
	if n != len(records) {
		t.Errorf("%d rows, want %d", n-1, len(records)-1)
	}
	if k := file.Schema().Fields()[2].Type().Kind(); k != parquet.Double {
		t.Errorf("absorb is of kind %v, want double: all its values are numbers", k)
	}
}

// text writes a value as the exact CSV does, which leaves infinities out.
func text(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Double && math.IsInf(v.Double(), 0):
		return ""
	case v.Kind() == parquet.Double:
		return strconv.FormatFloat(v.Double(), 'g', -1, 64)
	}
	return v.String()
}

func rowsOf(t *testing.T, file *parquet.File) (all []parquet.Row) {
	t.Helper()
	for _, g := range file.RowGroups() {
		rows := g.Rows()
		defer rows.Close()
		for {
			buffer := make([]parquet.Row, 100)
			n, err := rows.ReadRows(buffer)
			for _, r := range buffer[:n] {
				all = append(all, r.Clone())
			}
			if errors.Is(err, io.EOF) {
				break
			}
			fatal(t, err)
		}
	}
	return all
}

// The file is the same bytes for any order of runs, and its row groups have a fixed size.
func TestParquetBytes(t *testing.T) {
	p, a, b := plan(2, 12_000), store(t), store(t)
	fill(t, a, p, p.Tasks())
	fill(t, b, p, shuffled(p.Tasks(), 5))
	one, two := columnsOf(t, a), columnsOf(t, b)
	if !bytes.Equal(one, two) {
		t.Error("another order gives another file")
	}
	file, err := parquet.OpenFile(bytes.NewReader(one), int64(len(one)))
	fatal(t, err)
	groups := file.RowGroups()
	if len(groups) != 2 || groups[0].NumRows() != 65_536 || groups[1].NumRows() != 72_000-65_536 {
		t.Errorf("%d row groups, want 65,536 rows in one and the rest of 72,000 in another",
			len(groups))
	}
}
