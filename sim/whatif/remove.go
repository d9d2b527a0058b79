package whatif

import (
	"fmt"
	"math"
	"slices"

	"orglearn/sim"
)

// Remove lets people leave. At tick 0 a successor is drawn as the founder was, and is the same.
type Remove struct {
	People []int
	// A newcomer takes each place at once. If false, the places stay vacant.
	Successors bool
	// Handover is the rate, 0 to 1, at which a successor takes over each belief of his predecessor,
	// in place of his own. It needs Successors. 0: there is no handover.
	Handover float64
}

// Make implements Change. Errors are a person who is not there, twice in the list, or gone already;
// nobody to remove; and a Handover out of its range or without successors.
func (c Remove) Make(m *sim.Model) error {
	if err := c.check(m); err != nil {
		return naming("Remove", err)
	}
	for _, p := range c.People {
		if c.Successors {
			c.succeed(m, p)
		} else {
			m.Leave(p)
		}
	}
	return nil
}

func (c Remove) check(m *sim.Model) error {
	switch {
	case len(c.People) == 0:
		return fmt.Errorf("People is empty, want 1 or more")
	case math.IsNaN(c.Handover) || c.Handover < 0 || c.Handover > 1:
		return fmt.Errorf("Handover is %v, want 0 to 1", c.Handover)
	case c.Handover > 0 && !c.Successors:
		return fmt.Errorf("Handover is %v without Successors, want 0", c.Handover)
	}
	return checkPeople(m, c.People)
}

// succeed replaces a person, with a handover.
func (c Remove) succeed(m *sim.Model, person int) {
	knew := slices.Clone(m.Beliefs(person))
	m.Replace(person)
	s, now := chance(m, "handover", person), m.Beliefs(person)
	for i, w := range knew {
		now[i] = now[i].Take(w, s.Coins(c.Handover, w.Known()))
	}
}

// checkPeople reports people who are not in the model, not present, or listed twice.
func checkPeople[T int | int32](m *sim.Model, people []T) error {
	for i, p := range people {
		switch {
		case p < 0 || int(p) >= m.People():
			return fmt.Errorf("person %d, want 0 to %d", p, m.People()-1)
		case m.Vacant(int(p)):
			return fmt.Errorf("the place of person %d is vacant", p)
		case slices.Contains(people[:i], p):
			return fmt.Errorf("person %d is there twice", p)
		}
	}
	return nil
}
