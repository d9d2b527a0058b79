package network

import (
	"encoding/csv"
	"io"
	"strconv"
)

// WriteEdges writes the edges of a graph as rows of from,to or, where ties carry weights, from,to,tie. People are numbers;
// `from` listens to `to`.
func WriteEdges(w io.Writer, g *Graph) error {
	weight := ""
	if g.Ties(0) != nil {
		weight = "tie"
	}
	return writeTies(w, g, strconv.Itoa, weight, false)
}

// writeTies writes a graph with the given names of people and of the column of weights ("": none).
func writeTies(w io.Writer, g *Graph, id func(int) string, weight string, sent bool) error {
	out := csv.NewWriter(w)
	row := []string{"from", "to"}
	if weight != "" {
		row = append(row, weight)
	}
	out.Write(row)
	for e := range g.Edges() {
		row[0], row[1] = id(int(e.From)), id(int(e.To))
		if sent {
			row[0], row[1] = row[1], row[0]
		}
		if weight != "" {
			row[2] = strconv.FormatFloat(float64(e.Tie), 'f', -1, 32)
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}
