package table

import (
	"fmt"
	"slices"
	"strings"
)

// Tie is a row of a file of ties: two people and the weight of their tie, finite and at least 0.
type Tie struct {
	From, To int32
	Weight   float32
	Mutual   bool // the tie goes both ways
	line     int
}

// Ties is the content of a file of ties: the ties kept, and how many rows were dropped and why.
type Ties struct {
	File       string   // name of the file; "": there is none
	Kept       []Tie    // ordered by From and then To, no two between the same people
	Weight     string   // name of the column of weights; "": none, every tie weighs 1
	Rows       int      // rows of the file; a row with several receivers is as many
	Loops      int      // rows dropped: a tie of a person to himself
	Unknown    int      // rows dropped: from or to an id that is not among the people
	UnknownIDs []string // the first three of these ids
	Missing    int      // rows dropped: from or to is missing
	NoWeight   int      // rows dropped: the weight is missing
	Zeros      int      // rows dropped: the weight is 0, so there is no tie
	Weak       int      // rows dropped: the weight is below the least
	Duplicates int      // rows dropped: the tie occurred before; weights add up
	Mutual     int      // rows whose tie goes both ways
	Rewritten  string   // of the first weight that is not written as 1234.5, how it is read
	Dropped    error    // about the first row dropped; nil: no row was
}

// Finding says whom a cell names.
type Finding int

// What a cell may name: a person, nobody who is among the people, or nobody at all.
const (
	Known Finding = iota
	Unknown
	Missing
	Sum // a word for a sum, as Total: the row is none of people
)

// TieReader reads the rows of a file of ties.
type TieReader struct {
	// Find returns the person whose id is in a column of the row just read, and whether there is
	// one.
	Find func(t *Table, column int) (person int32, is Finding, err error)
	// Receivers returns the ids in a cell of `to`; nil: the cell is one id.
	Receivers func(cell string) []string
	// Stranger is told each unknown id; nil: nobody is.
	Stranger func(id string)
	// See is called for each row; nil: nothing is.
	See func()
	// People is the name of the file of people, for errors.
	People string
	// Strict makes an error of the first row that would be dropped.
	Strict bool
	// From, To, Weight and Kind are columns. A Weight of -1 is none: every tie weighs 1. So is a
	// Kind of -1; else the column says which ties go both ways.
	From, To, Weight, Kind int
	// Mutual says that all ties go both ways.
	Mutual bool
	// Lenient drops rows whose weight is 0 or missing, and reads yes, no and numbers with Decimal.
	// If false, 0 is a weight and the others are errors.
	Lenient bool
	// Decimal is the decimal mark, Point or Comma. The other may stand between thousands.
	Decimal string
	// Least is the least weight of a tie that is kept.
	Least float64
}

// tieReading is a file of ties while it is read.
type tieReading struct {
	reader TieReader
	*Table
	*Ties
}

// Read reads the rows. A weight that is not a finite number of at least 0 is an error.
func (o TieReader) Read(t *Table) (*Ties, error) {
	in := &tieReading{reader: o, Table: t, Ties: &Ties{File: t.Name}}
	if o.Weight >= 0 {
		in.Ties.Weight = t.Columns[o.Weight]
	}
	if err := t.Each(in.takeRow); err != nil {
		return nil, err
	}
	return in.Ties, in.merge()
}

// takeRow takes the row just read, once for each of its receivers.
func (in *tieReading) takeRow() error {
	if in.reader.See != nil {
		in.reader.See()
	}
	if in.reader.Receivers == nil {
		return in.take()
	}
	cell := in.Row[in.reader.To]
	for _, id := range in.reader.Receivers(cell) {
		in.Row[in.reader.To] = id
		if err := in.take(); err != nil {
			return err
		}
	}
	return nil
}

// take keeps or drops a row.
func (in *tieReading) take() error {
	in.Rows++
	from, fromIs, err := in.reader.Find(in.Table, in.reader.From)
	if err != nil {
		return err
	}
	to, toIs, err := in.reader.Find(in.Table, in.reader.To)
	if err != nil {
		return err
	}
	weight, weighs, err := in.rowWeight()
	switch {
	case err != nil:
		return err
	case fromIs == Sum || toIs == Sum:
		in.Rows--
		return in.drop(in.Fault(in.reader.From, "a row of sums and not of people"))
	case fromIs == Missing:
		return in.dropMissing(in.reader.From)
	case toIs == Missing:
		return in.dropMissing(in.reader.To)
	case in.reader.Lenient && weighs && weight == 0:
		in.Zeros++
		return in.drop(in.Fault(in.reader.Weight, "the weight is 0, which is no tie"))
	case fromIs == Unknown:
		return in.dropUnknown(in.reader.From)
	case toIs == Unknown:
		return in.dropUnknown(in.reader.To)
	case from == to:
		in.Loops++
		return in.drop(in.Fault(in.reader.To, "a tie of %.40q to himself",
			in.shown(in.Row[in.reader.To])))
	case !weighs:
		in.NoWeight++
		return in.drop(in.Fault(in.reader.Weight, "the weight is missing"))
	case float64(weight) < in.reader.Least:
		in.Weak++
		return in.drop(in.Fault(in.reader.Weight, "the weight is below %g", in.reader.Least))
	}
	in.keep(Tie{From: from, To: to, Weight: weight, Mutual: in.mutual(),
		line: in.Line(in.reader.To)})
	return nil
}

// keep keeps a tie. One that goes both ways is kept from the smaller person, so that the same tie
// the other way round is found to be there before.
func (in *tieReading) keep(t Tie) {
	if t.Mutual {
		in.Ties.Mutual++
		t.From, t.To = min(t.From, t.To), max(t.From, t.To)
	}
	in.Kept = append(in.Kept, t)
}

// mutual reports whether the tie of the row just read goes both ways.
func (in *tieReading) mutual() bool {
	if in.reader.Mutual || in.reader.Kind < 0 {
		return in.reader.Mutual
	}
	return goesBothWays(in.Columns[in.reader.Kind], in.Row[in.reader.Kind])
}

// goesBothWays reports whether a value says so, in a column that asks for the kind of a tie or, by
// yes or no, whether it is directed.
func goesBothWays(column, value string) bool {
	switch strings.ToLower(value) {
	case "undirected", "mutual", "both", "bidirectional", "ungerichtet", "non orienté":
		return true
	}
	switch column {
	case "directed", "gerichtet":
		return YesOrNo(value) == "0"
	case "undirected", "bidirectional", "ungerichtet":
		return YesOrNo(value) == "1"
	}
	return false
}

// SaysDirection reports whether a value says if a tie goes both ways, in a column that asks for the
// kind of a tie or, by yes or no, whether it is directed.
func SaysDirection(column, value string) bool {
	switch strings.ToLower(value) {
	case "directed", "gerichtet", "gericht", "orienté", "dirigé", "one-way", "unidirectional":
		return true
	}
	no := map[string]string{"0": "1", "1": "0"}[YesOrNo(value)]
	return goesBothWays(column, value) || no != "" && goesBothWays(column, no)
}

// dropUnknown drops a row whose id in a column is not among the people.
func (in *tieReading) dropUnknown(column int) error {
	id := in.Row[column]
	in.Ties.Unknown++
	if in.reader.Stranger != nil {
		in.reader.Stranger(id)
	}
	id = in.shown(id)
	if len(in.UnknownIDs) < 3 && !slices.Contains(in.UnknownIDs, id) {
		in.UnknownIDs = append(in.UnknownIDs, strings.Clone(id))
	}
	return in.drop(in.Fault(column, "no person %.40q in %s", id, in.reader.People))
}

// dropMissing drops a row whose id in a column is missing.
func (in *tieReading) dropMissing(column int) error {
	in.Ties.Missing++
	if in.Row[column] == "" {
		return in.drop(in.Fault(column, "an empty id"))
	}
	return in.drop(in.Fault(column, "the id is missing (%.40q)", in.Row[column]))
}

// drop returns the error if Strict is set. Otherwise it stores the first error and returns nil.
func (in *tieReading) drop(err error) error {
	if in.Dropped == nil {
		in.Dropped = err
	}
	if in.reader.Strict {
		return err
	}
	return nil
}

// Reasons says in words how many rows were dropped and why.
func (t *Ties) Reasons() string {
	var list []string
	add := func(n int, reason string) {
		if n > 0 {
			list = append(list, fmt.Sprintf("%d %s", n, reason))
		}
	}
	add(t.Loops, "to oneself")
	add(t.Unknown, "to unknown ids")
	add(t.Missing, "without sender or receiver")
	add(t.NoWeight, "without a weight")
	add(t.Zeros, "of weight 0")
	add(t.Weak, "too weak")
	add(t.Duplicates, "there before")
	return strings.Join(list, ", ")
}
