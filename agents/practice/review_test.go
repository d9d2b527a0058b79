package practice_test

import (
	"reflect"
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

// A rule that holds another one looks back if, and only if, that one does. A Tally always does.
func TestHoldersLookBack(t *testing.T) {
	holders := 0
	for _, rule := range rules {
		without := reflect.New(reflect.TypeOf(rule)).Elem()
		with := reflect.New(reflect.TypeOf(rule)).Elem()
		of := with.FieldByName("Of")
		if !of.IsValid() || !reflect.TypeFor[looks]().Implements(of.Type()) {
			continue
		}
		holders++
		of.Set(reflect.ValueOf(looks{}))
		looksBack(t, with.Interface(), without.Interface())
	}
	if holders < 13 {
		t.Errorf("%d rules hold another that can look back, want 13", holders)
	}
	looksBack(t, practice.Levels{Of: agents.Superior{}, Above: looks{}},
		practice.Levels{Of: agents.Best{}})
}

// looksBack reports a rule that does not look back with looks once, and without looks never.
func looksBack(t *testing.T, with, without any) {
	t.Helper()
	_, always := with.(practice.Tally)
	if !agents.Reviews(with) || agents.Reviews(without) != always {
		t.Errorf("%T looks back: %v with and %v without a rule that does", with,
			agents.Reviews(with), agents.Reviews(without))
		return
	}
	words := with.(agents.Rememberer).Memory(1).Unit
	u := &agents.Unit{Memory: make([]uint64, max(words, 1)), Dimensions: 1, Level: 1}
	with.(agents.Reviewer).Review(u, agents.NewVoices(nil, nil, nil),
		agents.NewLessons(nil, nil, nil, nil, nil))
	if u.Memory[0] != 1 {
		t.Errorf("%T: the rule that it holds looked back %d times, want 1", with, u.Memory[0])
	}
}
