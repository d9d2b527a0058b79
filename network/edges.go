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
// and an invalid weight. So are a line above 1 MiB, a field above 4096 bytes and a file without
// rows. Package roster reads files in which people have ids instead of numbers.
func ReadEdges(r io.Reader, people int) (*Graph, error) {
	if people < 1 || people > MaxPeople {
		return nil, fmt.Errorf("network: %d people, want 1 to %d", people, MaxPeople)
	}
	reader := table.TieReader{Find: numberFinder(people), Strict: true}
	ties, err := reader.Read("edges", r)
	if err != nil {
		return nil, err
	}
	edges := make([]Edge, len(ties.Kept))
	for i, tie := range ties.Kept {
		edges[i] = Edge{From: tie.From, To: tie.To, Weight: tie.Weight}
	}
	return NewGraph(people, edges)
}

// numberFinder returns a function that finds people whose ids are the numbers 0..people-1.
func numberFinder(people int) func(*table.Table, int) (int32, bool, error) {
	return func(t *table.Table, column int) (int32, bool, error) {
		person, err := strconv.Atoi(t.Row[column])
		if err != nil || person < 0 || person >= people {
			return 0, false, t.Fault(column, "no person %.40q, want a number from 0 to %d",
				t.Row[column], people-1)
		}
		return int32(person), true, nil
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
