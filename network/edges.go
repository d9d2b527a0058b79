package network

import (
	"fmt"
	"io"
	"strconv"

	"orglearn/network/internal/table"
)

// ReadEdges reads a graph in the format of WriteEdges, over the given number of people, 1 to
// MaxPeople. The columns from and to are numbers in 0..people-1, and `from` listens to `to`. A
// column named messages, weight or tie gives weights, finite numbers of at least 0.
//
// Each error names the line and the column. Errors are a loop, a double edge, a person out of range
// and an invalid weight. So are a line above 1 MiB and a file without rows. Package roster reads
// files in which people have ids instead of numbers.
func ReadEdges(r io.Reader, people int) (*Graph, error) {
	if people < 1 || people > MaxPeople {
		return nil, fmt.Errorf("network: %d people, want 1 to %d", people, MaxPeople)
	}
	ties, err := readTies(r, people)
	if err != nil {
		return nil, err
	}
	edges := make([]Edge, len(ties.Kept))
	for i, tie := range ties.Kept {
		edges[i] = Edge{From: tie.From, To: tie.To, Weight: tie.Weight}
	}
	return NewGraph(people, edges)
}

// weightColumns are the names that the column of weights may have.
var weightColumns = []string{"messages", "weight", "tie"}

// readTies reads the rows of a file of edges.
func readTies(r io.Reader, people int) (*table.Ties, error) {
	text, err := table.ReadText("edges", r)
	if err != nil {
		return nil, err
	}
	t, err := table.Open(text, table.Want("from", "to"))
	if err != nil {
		return nil, err
	}
	reader := table.TieReader{Find: numberFinder(people), Strict: true, Kind: -1}
	for _, c := range []struct {
		name   string
		column *int
	}{{"from", &reader.From}, {"to", &reader.To}} {
		if *c.column, err = t.Find(c.name); err != nil {
			return nil, err
		}
	}
	if reader.Weight, err = t.FindOne(weightColumns...); err != nil {
		return nil, err
	}
	return reader.Read(t)
}

// numberFinder returns a function that finds people whose ids are the numbers 0..people-1.
func numberFinder(people int) func(*table.Table, int) (int32, table.Finding, error) {
	return func(t *table.Table, column int) (int32, table.Finding, error) {
		person, err := strconv.Atoi(t.Row[column])
		if err != nil || person < 0 || person >= people {
			return 0, table.Unknown, t.Fault(column, "no person %.40q, want a number from 0 to %d",
				t.Row[column], people-1)
		}
		return int32(person), table.Known, nil
	}
}

// WriteEdges writes the edges of a graph as rows of from,to or, if ties carry weights, from,to,tie.
// People are numbers, and `from` listens to `to`. A failed write is an error.
func WriteEdges(w io.Writer, g *Graph) error {
	weight := ""
	if g.ties != nil {
		weight = "tie"
	}
	out := table.NewTieWriter(w, weight)
	for e := range g.Edges() {
		out.Write(strconv.Itoa(int(e.From)), strconv.Itoa(int(e.To)), e.Weight)
	}
	return out.Flush()
}
