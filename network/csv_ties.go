package network

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// weightColumns are the names that a column of weights may have.
var weightColumns = []string{"messages", "weight", "tie"}

// csvTie is one row of a file of ties.
type csvTie struct {
	from, to int32
	tie      float32
	line     int
}

// csvTies reads the rows of a file of ties. What cannot be used is counted and dropped or, if strict, an error.
type csvTies struct {
	*csvTable
	strict   bool
	from, to int    // columns
	weight   int    // column, or -1
	people   string // the file of people, for errors
	find     func(t *csvTable, column int) (person int32, known bool, err error)

	kept       []csvTie
	rows       int
	loops      int
	unknown    int
	unknownIDs []string // the first few
	duplicates int
	zeros      int   // ties kept whose weight is 0
	dropped    error // about the first row dropped
}

// openTies reads the header of a file of ties.
func openTies(name string, r io.Reader) (*csvTies, error) {
	t, err := openTable(name, r, "from", "to")
	if err != nil {
		return nil, err
	}
	c := &csvTies{csvTable: t, from: t.column("from"), to: t.column("to"), weight: -1}
	for _, name := range weightColumns {
		k := t.column(name)
		if k >= 0 && c.weight >= 0 {
			return nil, t.faultAt(1, k, "two columns of weights, %q and %q: keep one", t.columns[c.weight], name)
		}
		if k >= 0 {
			c.weight = k
		}
	}
	return c, nil
}

// read reads all rows and merges the ties that are there more than once: given weights add up.
func (c *csvTies) read() error {
	for {
		more, err := c.next()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		c.rows++
		if err := c.take(); err != nil {
			return err
		}
	}
	if c.rows == 0 {
		return fmt.Errorf("%s: line 1: no rows below the header", c.name)
	}
	return c.merge()
}

// take keeps or drops the row just read.
func (c *csvTies) take() error {
	from, fromKnown, err := c.find(c.csvTable, c.from)
	if err != nil {
		return err
	}
	to, toKnown, err := c.find(c.csvTable, c.to)
	if err != nil {
		return err
	}
	tie, err := c.tie()
	if err != nil {
		return err
	}
	switch {
	case !fromKnown:
		return c.stranger(c.from)
	case !toKnown:
		return c.stranger(c.to)
	case from == to:
		c.loops++
		return c.drop(c.fault(c.to, "a tie of %.40q to himself", c.row[c.to]))
	}
	c.kept = append(c.kept, csvTie{from: from, to: to, tie: tie, line: c.line(c.to)})
	return nil
}

// stranger drops a row for an id that is not among the people.
func (c *csvTies) stranger(column int) error {
	id := c.row[column]
	c.unknown++
	if len(c.unknownIDs) < 3 && !slices.Contains(c.unknownIDs, id) {
		c.unknownIDs = append(c.unknownIDs, strings.Clone(id))
	}
	return c.drop(c.fault(column, "no person %.40q in %s", id, c.people))
}

// reasons says how many rows were dropped and why.
func (c *csvTies) reasons() string {
	var list []string
	for _, of := range []struct {
		n    int
		what string
	}{{c.loops, "to oneself"}, {c.unknown, "to unknown ids"}, {c.duplicates, "there before"}} {
		if of.n > 0 {
			list = append(list, fmt.Sprintf("%d %s", of.n, of.what))
		}
	}
	return strings.Join(list, ", ")
}

// drop returns the error in a strict reading, and remembers it otherwise if it is the first.
func (c *csvTies) drop(err error) error {
	if c.dropped == nil {
		c.dropped = err
	}
	if c.strict {
		return err
	}
	return nil
}

// tie is the weight of the row just read; 1 where no column gives one.
func (c *csvTies) tie() (float32, error) {
	if c.weight < 0 {
		return 1, nil
	}
	tie, err := strconv.ParseFloat(c.row[c.weight], 32)
	if err != nil || !(tie >= 0) || math.IsInf(tie, 0) {
		return 0, c.fault(c.weight, "the weight is %.40q, want a number of at least 0, as 2 or 2.5", c.row[c.weight])
	}
	if tie == 0 {
		c.zeros++
		return 0, nil // not -0
	}
	return float32(tie), nil
}

// merge sorts the ties and makes one of those between the same two people. Weights that the file gives add up, in the
// order of the file.
func (c *csvTies) merge() error {
	slices.SortStableFunc(c.kept, func(a, b csvTie) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	merged := c.kept[:0]
	sum := 0.0
	for _, next := range c.kept {
		last := len(merged) - 1
		if last < 0 || merged[last].from != next.from || merged[last].to != next.to {
			merged = append(merged, next)
			sum = float64(next.tie)
			continue
		}
		c.duplicates++
		if err := c.drop(c.faultAt(next.line, c.to, "the same tie is in line %d", merged[last].line)); err != nil {
			return err
		}
		if c.weight < 0 {
			continue
		}
		sum += float64(next.tie)
		if sum > math.MaxFloat32 {
			return c.faultAt(next.line, c.weight, "the weights of this tie add up to more than %g", math.MaxFloat32)
		}
		merged[last].tie = float32(sum)
	}
	c.kept = merged
	return nil
}

// graph is the graph of the ties over n people. In a file of messages sent, `to` listens to `from`.
func (c *csvTies) graph(n int, sent bool) (*Graph, error) {
	edges := make([]Edge, len(c.kept))
	for i, t := range c.kept {
		edges[i] = Edge{From: t.from, To: t.to, Tie: t.tie}
		if sent {
			edges[i].From, edges[i].To = t.to, t.from
		}
	}
	return NewGraph(n, edges)
}

// ReadEdges reads the graph that WriteEdges writes: rows of `from` and `to`, both numbers in 0..people-1, where `from`
// listens to `to`, and optionally a weight of at least 0 in a column messages, weight or tie. A loop, a double edge, another
// person and another weight are errors that name line and column. For a file with ids of its own, see ReadRoster.
func ReadEdges(r io.Reader, people int) (*Graph, error) {
	if people < 1 || people > MaxPeople {
		return nil, fmt.Errorf("network: %d people, want 1 to %d", people, MaxPeople)
	}
	c, err := openTies("edges", r)
	if err != nil {
		return nil, err
	}
	c.strict = true
	c.find = func(t *csvTable, column int) (int32, bool, error) {
		person, err := strconv.Atoi(t.row[column])
		if err != nil || person < 0 || person >= people {
			return 0, false, t.fault(column, "no person %.40q, want a number from 0 to %d", t.row[column], people-1)
		}
		return int32(person), true, nil
	}
	if err := c.read(); err != nil {
		return nil, err
	}
	return c.graph(people, false)
}
