package network

import "fmt"

// Matrix is an organization of two lines, that is two hierarchies with the same Span. The first
// line is Hierarchy over all people in their order. The second line is Hierarchy over people in a
// random order, so a leader of one line may have any position in the other. Each person is in the
// units of both lines.
//
// Second limits the second line to that many people, drawn uniformly. All others have seats in the
// first line only. The units are the teams of the first line and then those of the second. A
// manager is Leader of his own team.
//
// Sources: S. M. Davis and P. R. Lawrence, Matrix (1977); J. R. Galbraith, Matrix organization
// designs, Business Horizons 14:29-40 (1971).
type Matrix struct {
	Span   int // direct reports of a manager, at least 1; the last manager may have fewer
	Second int // people of the second line, 1 to n; 0: all
}

// Validate reports a Span below 1 and a Second below 0.
func (s Matrix) Validate() error {
	return firstError(checkLeast("Matrix.Span", s.Span, 1),
		checkLeast("Matrix.Second", s.Second, 0))
}

// Build returns the teams of both lines. A Span below 1 and a Second outside 0..n are errors. So
// are more than 4,294,967,295 places in all units together.
func (s Matrix) Build(n int, src Source) (*Units, error) {
	if err := s.check(n); err != nil {
		return nil, err
	}
	first, err := Hierarchy{s.Span}.Build(n, nil)
	if err != nil {
		return nil, err
	}
	second, err := Hierarchy{s.Span}.Build(s.second(n), nil)
	if err != nil {
		return nil, err
	}
	order := src.Perm(n)
	for i, p := range second.voices.items {
		second.voices.items[i] = int32(order[p])
	}
	ranks := append(first.ranks, second.ranks...)
	return assembleTogether(n, join(first.voices, second.voices), ranks), nil
}

// second is the number of people of the second line.
func (s Matrix) second(n int) int {
	if s.Second == 0 {
		return n
	}
	return s.Second
}

func (s Matrix) check(n int) error {
	if err := firstError(checkPeople(n), s.Validate()); err != nil {
		return err
	}
	if s.Second > n {
		return fmt.Errorf("network: Matrix.Second is %d, want 0 (all) to %d (the people)",
			s.Second, n)
	}
	places := linePlaces(n, s.Span) + linePlaces(s.second(n), s.Span)
	if places > maxPlaces {
		return fmt.Errorf("network: Matrix.Span %d gives %d people %d places in units, want at "+
			"most %d", s.Span, n, places, uint32(maxPlaces))
	}
	return nil
}

// linePlaces is the number of places in the units of a hierarchy. Everybody but the chief has a
// place in his superior's unit, and each manager has one in his own.
func linePlaces(n, span int) int64 {
	if n == 1 {
		return 1
	}
	reports := int64(n) - 1
	return reports + (reports-1)/int64(span) + 1
}
