package network

import "fmt"

// The numbers of arrangements that are drawn at most: of units before exchanges search for a
// connected one, and of graphs.
const (
	reshuffles = 16
	rewirings  = 1000
)

// connected randomizes the units until they are connected, as Randomized says.
func (u *Units) connected(src Source) (*Units, error) {
	if u.graph != nil {
		return u.connectedCircles(src)
	}
	x := newExchange(u)
	if err := x.checkJoinable(); err != nil {
		return nil, err
	}
	if !x.drawTogether(u.Len(), src) {
		return nil, errNotFound("Randomized")
	}
	u.take(x)
	return u, nil
}

// drawTogether draws a connected arrangement, and reports whether it found one.
func (x *exchange) drawTogether(units int, src Source) bool {
	if x.drawTree(units, src) {
		return true
	}
	for range reshuffles {
		x.reshuffle(src)
		if x.parts(units) == 1 {
			return true
		}
	}
	return newJoiner(x).draw(src)
}

// checkJoinable returns an error if a person has no place, or if the places are too few to connect
// all people and units. A tree takes one place less than there are people and units. If all places
// are of one kind, that number is enough. While there are two components, one of them contains a
// circle. A place of the circle can then be exchanged with one of the other component (J. Edmonds
// 1964, Journal of Research of the NBS 68B:73-74, for graphs).
func (x *exchange) checkJoinable() error {
	people, places, units := x.units.len(), 0, map[int32]bool{}
	for p := range people {
		in := x.units.at(p)
		if len(in) == 0 && people > 1 {
			return fmt.Errorf("network: Randomized.Connected: person %d is in no unit (%w)", p,
				ErrApart)
		}
		places += len(in)
		for _, k := range in {
			units[k] = true
		}
	}
	if need := people + len(units) - 1; places < need {
		return fmt.Errorf("network: Randomized.Connected: %d people have %d places in %d units, "+
			"and all hang together with %d or more (%w)", people, places, len(units), need,
			ErrApart)
	}
	return nil
}

// connectedCircles draws graphs of the same degrees until one is connected.
func (u *Units) connectedCircles(src Source) (*Units, error) {
	g := u.graph
	if err := checkJoinable(g); err != nil {
		return nil, err
	}
	for range rewirings {
		g = RewireDegrees(g, src)
		if _, parts := Components(g); parts == 1 {
			u.encircle(g)
			return u, nil
		}
	}
	return nil, fmt.Errorf("network: Randomized.Connected: none of %d graphs with the degrees of "+
		"the circles hangs together", rewirings)
}

// checkJoinable returns an error if a person has no tie, or if the ties are too few to connect all
// people.
func checkJoinable(g *Graph) error {
	tied := make([]bool, g.People())
	for e := range g.Edges() {
		tied[e.From], tied[e.To] = true, true
	}
	for p := range tied {
		if !tied[p] && len(tied) > 1 {
			return fmt.Errorf("network: Randomized.Connected: person %d has no tie (%w)", p,
				ErrApart)
		}
	}
	ties := g.EdgeCount()
	if g.matched(false) {
		ties /= 2
	}
	if ties < len(tied)-1 {
		return fmt.Errorf("network: Randomized.Connected: %d people have %d ties, and all hang "+
			"together with %d or more (%w)", len(tied), ties, len(tied)-1, ErrApart)
	}
	return nil
}
