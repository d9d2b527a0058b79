package sim

import (
	"fmt"

	"orglearn/agents"
)

// checkWorld reports a landscape that breaks its contract in a way that is quick to find.
// simtest.Landscape checks the rest.
func checkWorld(l Landscape, of any, dimensions int) error {
	if l == nil {
		return fmt.Errorf("%T gave no landscape", of)
	}
	truth, width := l.Truth(), agents.Width(dimensions)
	if len(truth) != width {
		return fmt.Errorf("%T: Truth has %d words, want %d (of %d dimensions)", l, len(truth),
			width, dimensions)
	}
	for i, w := range truth {
		if w.Yes&w.No != 0 || w.Known()&^agents.Lanes(dimensions, i) != 0 {
			return fmt.Errorf("%T: word %d of Truth is {Yes: %#x, No: %#x}, want nothing both yes "+
				"and no, nor past the last dimension", l, i, w.Yes, w.No)
		}
	}
	if l.Max() < 1 {
		return fmt.Errorf("%T: Max is %d, want 1 or more: scores are reported as shares of it", l,
			l.Max())
	}
	if score := l.Score(truth.Clone()); score != l.Max() {
		return fmt.Errorf("%T: the Score of Truth is %d, want Max (%d)", l, score, l.Max())
	}
	if s, ok := l.(Sighted); ok && (s.Seen() < 0 || s.Seen() > dimensions) {
		return fmt.Errorf("%T: Seen is %d, want 0 to %d (the dimensions)", l, s.Seen(), dimensions)
	}
	return nil
}

// checkScores reports a score above Max for the first beliefs of a few people.
func (m *Model) checkScores() error {
	for p := range min(m.scenario.People, batch) {
		if score := m.landscape.Score(m.beliefs.Row(p)); score > m.landscape.Max() {
			return fmt.Errorf("%T: the Score of person %d is %d, want at most Max (%d)",
				m.landscape, p, score, m.landscape.Max())
		}
	}
	return nil
}
