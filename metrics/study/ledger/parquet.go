package ledger

import (
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"orglearn/metrics/study"
)

// groupRows is the number of rows of each row group of a Parquet file but the last.
const groupRows = 1 << 16

// WriteParquet writes all runs as a Parquet file, with the rows and columns of WriteCSV. Values
// have all their bits, and what is missing is null. Cell, replicate and tick are 64-bit integers.
// Metrics are doubles, and so are factors of which all values are numbers. The other columns are
// texts. Row groups have 65,536 rows. The same runs give the same bytes.
func (l *Ledger) WriteParquet(w io.Writer) error {
	factors := factorsOf(l.plan)
	c := &columnar{l: l, factors: factors, numeric: make([]bool, len(factors))}
	for i, name := range factors {
		c.numeric[i] = l.isNumeric(name)
	}
	out := parquet.NewWriter(w, c.schema(), parquet.Compression(&parquet.Snappy))
	n := 0
	for r, err := range l.Results() {
		if err != nil {
			return errors.Join(err, out.Close())
		}
		for i, tick := range l.ticks {
			if _, err := out.WriteRows([]parquet.Row{c.row(r, i, tick)}); err != nil {
				return err
			}
			if n++; n%groupRows == 0 {
				if err := out.Flush(); err != nil {
					return err
				}
			}
		}
	}
	return out.Close()
}

// columnar makes rows of a Parquet file.
type columnar struct {
	l       *Ledger
	factors []string
	numeric []bool // by factor
}

// isNumeric reports whether all values of a factor are numbers.
func (l *Ledger) isNumeric(factor string) bool {
	for _, c := range l.plan.Cells {
		text := value(c, factor)
		if _, err := strconv.ParseFloat(text, 64); err != nil && text != "" {
			return false
		}
	}
	return true
}

// ordered is a group whose fields are in a given order. Those of parquet.Group are sorted by name.
type ordered struct {
	parquet.Group
	names []string
}

// Fields returns the fields in their order.
func (o ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(o.names, a.Name()) - slices.Index(o.names, b.Name())
	})
	return fields
}

func (c *columnar) schema() *parquet.Schema {
	whole, text := parquet.Int(64), parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	number := parquet.Optional(parquet.Leaf(parquet.DoubleType))
	g := parquet.Group{"cell": whole, "replicate": whole, "tick": whole, "organization": text,
		"status": text}
	for i, name := range c.factors {
		g[name] = parquet.Optional(text)
		if c.numeric[i] {
			g[name] = number
		}
	}
	for _, name := range c.l.metrics {
		g[name] = number
	}
	return parquet.NewSchema("runs", ordered{g, c.l.header()})
}

// row returns the row of a run at a tick.
func (c *columnar) row(r study.Result, i, tick int) (row parquet.Row) {
	add := func(v parquet.Value, optional bool) {
		level := 0
		if optional && !v.IsNull() {
			level = 1
		}
		row = append(row, v.Level(0, level, len(row)))
	}
	fields := c.l.describe(nil, r, c.factors, tick)
	add(parquet.Int64Value(int64(r.Cell)), false)
	add(parquet.ByteArrayValue([]byte(fields[1])), false)
	for j, text := range fields[2 : 2+len(c.factors)] {
		add(c.factor(text, c.numeric[j]), true)
	}
	add(parquet.Int64Value(int64(r.Replicate)), false)
	add(parquet.Int64Value(int64(tick)), false)
	add(parquet.ByteArrayValue([]byte(fields[len(fields)-1])), false)
	for _, k := range c.l.places[i] {
		if k < 0 || r.Values == nil || r.Values[k] != r.Values[k] {
			add(parquet.NullValue(), true)
		} else {
			add(parquet.DoubleValue(r.Values[k]), true)
		}
	}
	return row
}

func (c *columnar) factor(text string, numeric bool) parquet.Value {
	if text == "" {
		return parquet.NullValue()
	}
	if numeric {
		v, _ := strconv.ParseFloat(text, 64)
		return parquet.DoubleValue(v)
	}
	return parquet.ByteArrayValue([]byte(text))
}
