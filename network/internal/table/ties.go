package table

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
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
	Dropped    error    // about the first row dropped; nil: no row was
}

// Finding says whom a cell names.
type Finding int

// What a cell may name: a person, nobody who is among the people, or nobody at all.
const (
	Known Finding = iota
	Unknown
	Missing
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
	// People is the name of the file of people, for errors.
	People string
	// Strict makes an error of the first row that would be dropped.
	Strict bool
	// From, To, Weight and Kind are columns. A Weight of -1 is none: every tie weighs 1. So is a
	// Kind of -1; else the column says which ties go both ways.
	From, To, Weight, Kind int
	// Mutual says that all ties go both ways.
	Mutual bool
	// Lenient drops rows whose weight is 0 or missing, and reads true, false and decimal commas. If
	// false, 0 is a weight and the others are errors.
	Lenient bool
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
		return in.drop(in.Fault(in.reader.To, "a tie of %.40q to himself", in.Row[in.reader.To]))
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
	switch strings.ToLower(in.Row[in.reader.Kind]) {
	case "undirected", "mutual", "both", "bidirectional", "ungerichtet", "non orienté":
		return true
	}
	return false
}

// rowWeight returns the weight of the row just read, or 1 if there is no column of weights. weighs
// is false where it is missing, which only a lenient reader allows.
func (in *tieReading) rowWeight() (weight float32, weighs bool, err error) {
	if in.reader.Weight < 0 {
		return 1, true, nil
	}
	text := in.Row[in.reader.Weight]
	if in.reader.Lenient {
		if IsMissing(text) {
			return 0, false, nil
		}
		text = in.number(text)
	}
	value, err := strconv.ParseFloat(text, 32)
	if err != nil || !(value >= 0) || math.IsInf(value, 0) {
		return 0, false, in.Fault(in.reader.Weight,
			"the weight is %.40q, want a number of at least 0, as 2 or 2.5", text)
	}
	return float32(value) + 0, true, nil // not -0
}

// number is a cell as strconv reads it: words for yes and no are 1 and 0, and in a file whose
// fields no comma separates the decimal mark may be one.
func (in *tieReading) number(text string) string {
	switch strings.ToLower(text) {
	case "true", "yes", "ja", "oui", "x", "wahr", "vrai", "waar":
		return "1"
	case "false", "no", "nein", "nee", "non", "falsch", "faux", "onwaar":
		return "0"
	}
	if in.comma != ',' && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		return strings.Replace(text, ",", ".", 1)
	}
	return text
}

// dropUnknown drops a row whose id in a column is not among the people.
func (in *tieReading) dropUnknown(column int) error {
	id := in.Row[column]
	in.Ties.Unknown++
	if in.reader.Stranger != nil {
		in.reader.Stranger(id)
	}
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

// merge sorts the ties and merges those with the same from and to. Their weights add up, in the
// order of the file. Then it adds the other way of those that go both ways.
func (in *tieReading) merge() error {
	if err := in.mergeKept(true); err != nil {
		return err
	}
	n := len(in.Kept)
	for _, t := range in.Kept[:n] {
		if t.Mutual {
			t.From, t.To = t.To, t.From
			in.Kept = append(in.Kept, t)
		}
	}
	if len(in.Kept) == n {
		return nil
	}
	for i := range in.Kept {
		in.Kept[i].Mutual = false
	}
	return in.mergeKept(false)
}

func (in *tieReading) mergeKept(counted bool) error {
	slices.SortStableFunc(in.Kept, compareTies)
	merged := in.Kept[:0]
	sum := 0.0 // of the weights of the last tie merged
	for _, next := range in.Kept {
		last := len(merged) - 1
		if last < 0 || compareTies(merged[last], next) != 0 {
			merged = append(merged, next)
			sum = float64(next.Weight)
			continue
		}
		sum += float64(next.Weight)
		if err := in.add(&merged[last], next, sum, counted); err != nil {
			return err
		}
	}
	in.Kept = merged
	return nil
}

// compareTies orders ties by From, To and whether they go both ways.
func compareTies(a, b Tie) int {
	c := cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	switch {
	case c != 0 || a.Mutual == b.Mutual:
		return c
	case b.Mutual:
		return -1
	}
	return 1
}

// add drops a tie that occurred before. sum is the weight of both together.
func (in *tieReading) add(before *Tie, next Tie, sum float64, counted bool) error {
	if counted {
		in.Duplicates++
		fault := in.FaultAt(next.line, in.reader.To, "the same tie is in line %d", before.line)
		if err := in.drop(fault); err != nil {
			return err
		}
	}
	if in.reader.Weight < 0 {
		return nil
	}
	if sum > math.MaxFloat32 {
		return in.FaultAt(next.line, in.reader.Weight,
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
	add(t.Missing, "without sender or receiver")
	add(t.NoWeight, "without a weight")
	add(t.Zeros, "of weight 0")
	add(t.Weak, "too weak")
	add(t.Duplicates, "there before")
	return strings.Join(list, ", ")
}
