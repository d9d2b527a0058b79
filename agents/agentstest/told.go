package agentstest

import (
	"fmt"
	"reflect"
	"slices"

	"orglearn/agents"
)

// told is a copy, made before a call, of all that a rule may only read.
type told struct {
	reads       agents.Knowledge
	said        *layer
	person      agents.Person
	unit, place agents.Unit
	lists       []list
}

// list is words that a rule may only read, and a copy of them.
type list struct {
	name       string
	words, was []uint64
}

// tell copies what the rule may only read.
func (c *scene) tell(r *rule) *told {
	t := tell(&c.person, &c.unit, &c.place, r.reflects, r.plans || r.asks)
	if len(c.scopes[2]) > 0 { // an Agenda with memory of its own
		t.lists = slices.DeleteFunc(t.lists, func(l list) bool { return l.name == "Unit.Memory" })
	}
	t.reads = append(agents.Knowledge(nil), c.reads...)
	if r.hears {
		t.said = c.said.Clone()
	}
	return t
}

// tell copies the person, the unit, and the unit in which the person has a seat.
func tell(p *agents.Person, u, place *agents.Unit, reflects, plans bool) *told {
	t := &told{person: *p, unit: *u, place: *place}
	if !reflects {
		t.add("Person.Self", p.Self)
	}
	if p.From != nil {
		t.add("From.About", place.About)
		t.add("From.Memory", place.Memory)
		t.add("From.Planes", place.Planes)
	}
	t.add("Unit.About", u.About)
	t.add("Unit.Standings", u.Standings)
	if plans {
		t.add("Unit.Memory", u.Memory)
		t.add("Unit.Planes", u.Planes)
	}
	return t
}

func (t *told) add(name string, words []uint64) {
	t.lists = append(t.lists, list{name, words, slices.Clone(words)})
}

// changed returns an error if the rule has changed what it may only read.
func (t *told) changed(c *scene, r *rule) error {
	switch {
	case !c.reads.Equal(t.reads):
		return fmt.Errorf("changes the %s, which it may only read", r.reads)
	case r.hears && !c.said.Equal(t.said):
		return fmt.Errorf("changes the claims, which it may only read")
	case r.writes == "" && c.writes.Known() > 0:
		return fmt.Errorf("writes a body of beliefs")
	}
	return t.spoilt(&c.person, &c.unit, &c.place)
}

// spoilt returns an error if the rule has changed the person, the unit, or the unit of his seat.
func (t *told) spoilt(p *agents.Person, u, place *agents.Unit) error {
	if field := another(*p, t.person); field != "" {
		return fmt.Errorf("changes what it is told of the person (%s)", field)
	}
	if field := another(*u, t.unit); field != "" {
		return fmt.Errorf("changes what it is told of the unit (%s)", field)
	}
	if field := another(*place, t.place); field != "" {
		return fmt.Errorf("changes From (%s), which it may only read", field)
	}
	for _, l := range t.lists {
		if !slices.Equal(l.words, l.was) {
			return fmt.Errorf("changes %s, which it may only read", l.name)
		}
	}
	return nil
}

// another names the first field of a person or a unit that has changed, "" if none has. Slices are
// equal if they are the same piece of memory, pointers if they point to the same.
func another[T agents.Person | agents.Unit](now, was T) string {
	a, b := reflect.ValueOf(now), reflect.ValueOf(was)
	for i := range a.NumField() {
		if !same(a.Field(i), b.Field(i)) {
			return a.Type().Field(i).Name
		}
	}
	return ""
}

func same(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice {
		return a.Len() == b.Len() && (a.Len() == 0 || a.Pointer() == b.Pointer())
	}
	return a.Equal(b)
}
