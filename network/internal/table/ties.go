package table

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Tie is a row of a file of ties: two people and the weight of their tie, finite and at least 0.
type Tie struct {
	From, To int32
	Weight   float32
	line     int
}

// Ties is the content of a file of ties: the ties kept, and how many rows were dropped and why.
type Ties struct {
	File       string   // name of the file; "": there is none
	Kept       []Tie    // ordered by From and then To, no two between the same people
	Weight     string   // name of the column of weights; "": none, every tie weighs 1
	Rows       int      // rows of the file
	Loops      int      // rows dropped: a tie of a person to himself
	Unknown    int      // rows dropped: from or to an id that is not among the people
	UnknownIDs []string // the first three of these ids
	Duplicates int      // rows dropped: the tie occurred before; weights add up
	Zeros      int      // rows of weight 0, those dropped included
	Dropped    error    // about the first row dropped; nil: no row was
}

// TieReader reads files of ties.
type TieReader struct {
	// Find returns the person whose id is in a column of the row just read. known is false if the
	// id is not among the people.
	Find func(t *Table, column int) (person int32, known bool, err error)
	// People is the name of the file of people, for errors.
	People string
	// Strict makes an error of the first row that would be dropped.
	Strict bool
}

// weightColumns are the names that a column of weights may have.
var weightColumns = []string{"messages", "weight", "tie"}

// tieReading is a file of ties while it is read.
type tieReading struct {
	TieReader
	*Table
	*Ties
	from, to, weight int // columns; weight is -1 if there is none
}

// Read reads a file with the columns from and to. A column named messages, weight or tie gives
// weights. Two such columns are an error, and so is a weight that is not a finite number of at
// least 0.
func (o TieReader) Read(name string, r io.Reader) (*Ties, error) {
	t, err := Open(name, r, "from", "to")
	if err != nil {
		return nil, err
	}
	in := &tieReading{TieReader: o, Table: t, Ties: &Ties{File: name},
		from: t.Column("from"), to: t.Column("to"), weight: -1}
	if err := in.findWeight(); err != nil {
		return nil, err
	}
	if err := t.Each(in.take); err != nil {
		return nil, err
	}
	return in.Ties, in.merge()
}

// findWeight finds the column of weights.
func (in *tieReading) findWeight() error {
	for _, name := range weightColumns {
		k := in.Column(name)
		if k < 0 {
			continue
		}
		if in.weight >= 0 {
			return in.FaultAt(1, k, "two columns of weights, %q and %q: keep one", in.Weight, name)
		}
		in.weight, in.Weight = k, name
	}
	return nil
}

// take keeps or drops the row just read.
func (in *tieReading) take() error {
	in.Rows++
	from, fromKnown, err := in.Find(in.Table, in.from)
	if err != nil {
		return err
	}
	to, toKnown, err := in.Find(in.Table, in.to)
	if err != nil {
		return err
	}
	weight, err := in.rowWeight()
	switch {
	case err != nil:
		return err
	case !fromKnown:
		return in.dropUnknown(in.from)
	case !toKnown:
		return in.dropUnknown(in.to)
	case from == to:
		in.Loops++
		return in.drop(in.Fault(in.to, "a tie of %.40q to himself", in.Row[in.to]))
	}
	in.Kept = append(in.Kept, Tie{From: from, To: to, Weight: weight, line: in.Line(in.to)})
	return nil
}

// rowWeight returns the weight of the row just read, or 1 if there is no column of weights.
func (in *tieReading) rowWeight() (float32, error) {
	if in.weight < 0 {
		return 1, nil
	}
	text := in.Row[in.weight]
	weight, err := strconv.ParseFloat(text, 32)
	if err != nil || !(weight >= 0) || math.IsInf(weight, 0) {
		return 0, in.Fault(in.weight,
			"the weight is %.40q, want a number of at least 0, as 2 or 2.5", text)
	}
	if weight == 0 {
		in.Zeros++
		return 0, nil // not -0
	}
	return float32(weight), nil
}

// dropUnknown drops a row whose id in a column is not among the people.
func (in *tieReading) dropUnknown(column int) error {
	id := in.Row[column]
	in.Unknown++
	if len(in.UnknownIDs) < 3 && !slices.Contains(in.UnknownIDs, id) {
		in.UnknownIDs = append(in.UnknownIDs, strings.Clone(id))
	}
	return in.drop(in.Fault(column, "no person %.40q in %s", id, in.People))
}

// drop returns the error if Strict is set. Otherwise it stores the first error and returns nil.
func (in *tieReading) drop(err error) error {
	if in.Dropped == nil {
		in.Dropped = err
	}
	if in.Strict {
		return err
	}
	return nil
}

// merge sorts the ties and merges those with the same from and to. Their weights add up, in the
// order of the file.
func (in *tieReading) merge() error {
	slices.SortStableFunc(in.Kept, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	merged := in.Kept[:0]
	sum := 0.0 // of the weights of the last tie merged
	for _, next := range in.Kept {
		last := len(merged) - 1
		if last < 0 || merged[last].From != next.From || merged[last].To != next.To {
			merged = append(merged, next)
			sum = float64(next.Weight)
			continue
		}
		sum += float64(next.Weight)
		if err := in.add(&merged[last], next, sum); err != nil {
			return err
		}
	}
	in.Kept = merged
	return nil
}

// add drops a tie that occurred before. sum is the weight of both together.
func (in *tieReading) add(before *Tie, next Tie, sum float64) error {
	in.Duplicates++
	fault := in.FaultAt(next.line, in.to, "the same tie is in line %d", before.line)
	if err := in.drop(fault); err != nil || in.weight < 0 {
		return err
	}
	if sum > math.MaxFloat32 {
		return in.FaultAt(next.line, in.weight,
			"the weights of this tie add up to more than %g", math.MaxFloat32)
	}
	before.Weight = float32(sum)
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
	add(t.Duplicates, "there before")
	return strings.Join(list, ", ")
}
