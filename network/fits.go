package network

import "fmt"

// The methods Fits of this file implement agents.Fitter: they report whether a structure or
// generator serves a number of people. They ignore the number of dimensions. Their errors are those
// of Graph or Build.

// fits calls Fits if the value has that method.
func fits(of any, dimensions, people int) error {
	if f, ok := of.(interface {
		Fits(dimensions, people int) error
	}); ok {
		return f.Fits(dimensions, people)
	}
	return nil
}

// Fits reports a missing generator, and people whom the generator does not fit.
func (s Circles) Fits(dimensions, people int) error {
	if err := firstError(checkPeople(people), s.Validate()); err != nil {
		return err
	}
	return fits(s.Of, dimensions, people)
}

// Fits reports a missing structure, and people whom the structure does not fit.
func (s Randomized) Fits(dimensions, people int) error {
	if err := s.Validate(); err != nil {
		return err
	}
	return fits(s.Of, dimensions, people)
}

// Fits reports a Size outside 1..people.
func (s Isolated) Fits(_, people int) error {
	return firstError(checkPeople(people), checkTeamSize("Isolated.Size", s.Size, people))
}

// Fits reports a number of people that is not the length of Of.
func (s Teams) Fits(_, people int) error {
	if err := checkPeople(people); err != nil {
		return err
	}
	if len(s.Of) != people {
		return fmt.Errorf("network: Teams.Of has %d numbers, want %d (one for each person)",
			len(s.Of), people)
	}
	return nil
}

// Fits reports values outside their ranges, and sizes that do not fit.
func (s Communities) Fits(_, people int) error { return s.check(people) }

// Fits reports a number of people that is not the length of Superior, and superiors that make no
// hierarchy.
func (s ReportsTo) Fits(_, people int) error { return s.check(people) }

// Fits reports a number of people that is not the graph's.
func (c Given) Fits(_, people int) error {
	if err := c.Validate(); err != nil {
		return err
	}
	if people != c.Network.People() {
		return fmt.Errorf("network: %d people, want the %d of Given.Network", people,
			c.Network.People())
	}
	return nil
}

// Fits reports so many people that their ties exceed MaxEdges.
func (Complete) Fits(_, people int) error {
	return checkSize(people, int64(people)*int64(people-1))
}

// Fits reports Neighbours that are odd or outside 0..people-1.
func (l RingLattice) Fits(_, people int) error {
	return checkEachTied("RingLattice.Neighbours", l.Neighbours, people, l.Validate())
}

// Fits reports an Ahead outside 0..people-1.
func (r DirectedRing) Fits(_, people int) error {
	return checkEachTied("DirectedRing.Ahead", r.Ahead, people, r.Validate())
}

// Fits reports parameters out of their ranges, and Neighbours above people-1.
func (w WattsStrogatz) Fits(_, people int) error {
	return checkEachTied("WattsStrogatz.Neighbours", w.Neighbours, people, w.Validate())
}

// Fits reports parameters out of their ranges, Neighbours above people-1, more than 10,000
// people, and an odd number of ends of ties.
func (m MasonWatts) Fits(_, people int) error {
	err := checkEachTied("MasonWatts.Neighbours", m.Neighbours, people, m.Validate())
	if err == nil && people > maxSearched {
		return fmt.Errorf("network: MasonWatts of %d people, want at most %d: a search takes a "+
			"bit a pair", people, maxSearched)
	}
	if err == nil && people%2 == 1 && m.Neighbours%2 == 1 {
		return fmt.Errorf("network: MasonWatts.Neighbours is %d, want an even number among %d "+
			"people: a tie has two ends", m.Neighbours, people)
	}
	return err
}

// checkEachTied returns parameters if it is an error, and otherwise an error if the number of ties
// of each person does not suit the people.
func checkEachTied(field string, ties, people int, parameters error) error {
	err := firstError(parameters, checkPeople(people), checkBelow(field, ties, people))
	if err != nil {
		return err
	}
	return checkSize(people, int64(people)*int64(ties))
}

// Fits reports people who do not fill the rows.
func (t Torus) Fits(_, people int) error {
	return checkRectangle("Torus", t.Width, t.Height, people, t.Validate())
}

// Fits reports people who do not fill the rows.
func (t Grid) Fits(_, people int) error {
	return checkRectangle("Grid", t.Width, t.Height, people, t.Validate())
}

// checkRectangle returns parameters if it is an error, and otherwise an error if the people do not
// fill the rows.
func checkRectangle(kind string, width, height, people int, parameters error) error {
	if err := firstError(parameters, checkSize(people, 4*int64(people))); err != nil {
		return err
	}
	rows := people / width
	if width > people || people%width != 0 || height != 0 && height != rows {
		return fmt.Errorf("network: %d people on a %s with Width %d and Height %d, want Width "+
			"times Height", people, kind, width, height)
	}
	return nil
}

// Fits reports people who do not fill the caves.
func (c Caveman) Fits(_, people int) error {
	return firstError(c.Validate(), checkCaves("Caveman.Size", people, c.Size))
}

// Fits reports people who do not fill the caves.
func (c ConnectedCaveman) Fits(_, people int) error {
	return firstError(c.Validate(), checkCaves("ConnectedCaveman.Size", people, c.Size))
}

// Fits reports parameters out of their ranges, and people who do not fill the subgroups.
func (c RewiredCaveman) Fits(_, people int) error {
	return firstError(c.Validate(), checkCaves("RewiredCaveman.Size", people, c.Size))
}

// Fits reports Edges outside 1..people-1.
func (a PreferentialAttachment) Fits(_, people int) error {
	const field = "PreferentialAttachment.Edges"
	err := firstError(a.Validate(), checkPeople(people), checkBelow(field, a.Edges, people))
	if err != nil {
		return err
	}
	return checkSize(people, 2*int64(a.Edges)*int64(people-a.Edges))
}

// Fits reports more Edges than pairs of people.
func (r Gnm) Fits(_, people int) error {
	if err := firstError(r.Validate(), checkPeople(people)); err != nil {
		return err
	}
	if all := int64(people) * int64(people-1) / 2; int64(r.Edges) > all {
		return fmt.Errorf("network: Gnm.Edges is %d, want at most %d among %d people",
			r.Edges, all, people)
	}
	return checkSize(people, 2*int64(r.Edges))
}

// Fits reports a P outside 0..1, and more expected edges than MaxEdges.
func (r Gnp) Fits(_, people int) error {
	if err := firstError(r.Validate(), checkPeople(people)); err != nil {
		return err
	}
	return checkSize(people, int64(r.expected(people)))
}

// Fits reports parameters out of their ranges, and more Extra ties than pairs that the tree leaves.
func (d DoddsWattsSabel) Fits(_, people int) error {
	if err := firstError(d.Validate(), checkPeople(people)); err != nil {
		return err
	}
	if left := int64(people-1) * int64(people-2) / 2; int64(d.Extra) > left {
		return fmt.Errorf("network: DoddsWattsSabel.Extra is %d, want at most %d among %d people",
			d.Extra, left, people)
	}
	return checkSize(people, 2*(int64(people-1)+int64(d.Extra)))
}

// Fits reports parameters out of their ranges, and Ties above (people-1)/2.
func (h Hubs) Fits(_, people int) error {
	if err := firstError(h.Validate(), checkPeople(people)); err != nil {
		return err
	}
	if most := (people - 1) / 2; h.Ties > most {
		return fmt.Errorf("network: Hubs.Ties is %d, want at most %d among %d people",
			h.Ties, most, people)
	}
	return checkSize(people, 2*int64(people)*int64(h.Ties))
}
