package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// looks is a rule of three kinds that counts in a unit's memory how often it looks back.
type looks struct{ agents.Superior }

func (looks) Memory(int) agents.Memory { return agents.Memory{Unit: 1} }

func (looks) Part(*agents.Person, *agents.Unit, uint8) agents.Part       { return agents.Both }
func (looks) About(*agents.Unit, []uint64)                               {}
func (looks) Review(u *agents.Unit, _ *agents.Voices, _ *agents.Lessons) { u.Memory[0]++ }

// A rule that holds another one looks back if, and only if, that one does.
func TestHoldersLookBack(t *testing.T) {
	for _, c := range []struct{ with, without any }{
		{practice.Apprenticeship{Of: looks{}}, practice.Apprenticeship{}},
		{practice.Calendar{Of: looks{}}, practice.Calendar{}},
		{practice.Levels{Of: looks{}}, practice.Levels{Of: agents.Superior{}}},
		{
			practice.Levels{Of: agents.Superior{}, Above: looks{}},
			practice.Levels{Of: agents.Best{}},
		},
	} {
		u := &agents.Unit{Memory: []uint64{0}, Level: 1}
		if !agents.Reviews(c.with) || agents.Reviews(c.without) {
			t.Errorf("%T looks back: %v with and %v without a rule that does", c.with,
				agents.Reviews(c.with), agents.Reviews(c.without))
		}
		c.with.(agents.Reviewer).Review(u, nil, nil)
		c.without.(agents.Reviewer).Review(u, nil, nil)
		if u.Memory[0] != 1 {
			t.Errorf("%T: the rule that it holds looked back %d times, want 1", c.with, u.Memory[0])
		}
	}
}
