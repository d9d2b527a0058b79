package chart

import (
	"orglearn/network"
	"orglearn/network/layout"
)

// ofUnits draws the units of an organization as nodes, the larger the more people they have, with
// lines where two share people.
func ofUnits(title string, u *network.Units) Network {
	n := Network{Title: title, Nodes: u.Len(),
		Note: "Nodes: units, larger with more people; lines: units that share people."}
	if u.Graph() != nil || n.Nodes > MaxNodes {
		return n // to draw it is an error
	}
	for _, size := range u.Sizes() {
		n.Size = append(n.Size, float64(max(size, 1)))
	}
	var ok bool
	if n.Edges, ok = layout.Overlaps(u, MaxEdges); !ok {
		n.Note += " " + tooManyTies
	}
	n.place(layout.Units(u, n.Edges))
	return n
}
