package chart

import (
	"orglearn/network"
	"orglearn/network/layout"
)

// Organization draws who hears whom in the units of an organization, where layout.People places
// people.
//
// A tie of two who hear each other is a line; where only one hears the other, an arrow points at
// who is heard. Of more than MaxNodes people the units are drawn instead: a node per unit, larger
// with more people, and a line where two share people. Circles are no such units: of too many
// people they are an error to draw.
//
// More ties than MaxEdges are not listed, and the note says so; of more than EdgesDrawn a sample is
// drawn. A general graph of many people takes a while (see layout.Spring).
func Organization(title string, u *network.Units) Network {
	n := Network{Title: title, Nodes: u.People()}
	if n.Nodes > MaxNodes {
		return ofUnits(title, u)
	}
	var ok bool
	n.Edges, n.Arrows, ok = layout.Ties(u, MaxEdges)
	switch {
	case !ok:
		n.Note = tooManyTies
	case n.Arrows != nil:
		n.Note = "Arrows point at people who are heard and do not hear back."
	}
	n.place(layout.People(u, n.Edges))
	return n
}

const tooManyTies = "The ties are too many to draw."

// place puts the nodes in their places.
func (p *Network) place(at layout.Places) { p.X, p.Y, p.Fill = at.X, at.Y, at.Levels }
