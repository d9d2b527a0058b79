package kinds

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/metrics/study/param"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Role says where a kind is used in a study.
type Role string

// The roles.
const (
	Conditions   Role = "conditions"   // what compared organizations have in common
	Organization Role = "organization" // a setup, under the conditions
	Model        Role = "model"        // a published model, which has its own conditions
	Mechanism    Role = "mechanism"    // what the theory adds to every setup
	Reality      Role = "reality"      // what is true, and what it pays
	Event        Role = "event"        // what happens between ticks

	// A rule takes the place of the rule of its kind in the first channel or the scenario.
	Beliefs     Role = "beliefs"
	Experience  Role = "experience"
	Externalize Role = "externalize"
	Objectify   Role = "objectify"
	Internalize Role = "internalize"
	Participate Role = "participate"
	Agenda      Role = "agenda"
	Relay       Role = "relay"
	Timing      Role = "timing" // when the first channel objectifies, and whom it hears

	Control Role = "control" // what of an organization is drawn at random, to compare it with
)

// Rules are the roles of rules, in the order in which they are put.
func Rules() []Role {
	return []Role{Beliefs, Experience, Externalize, Objectify, Internalize, Participate, Agenda,
		Relay, Timing}
}

// Draft is a scenario in the making. Conditions and mechanisms change On. An organization or a
// model makes the Scenario. Then realities, rules and events change that, and at last a control.
type Draft struct {
	On       setups.Conditions
	Scenario sim.Scenario
}

// Kind is one thing that a study can name, with its parameters.
type Kind struct {
	Role     Role
	Name     string // lower case, words joined by hyphens; unique in the role
	Sentence string // says what it is
	Fields   Fields
	of       func() (Put, Fields)
}

// Type says what values a field takes.
type Type uint8

// The types.
const (
	Number Type = iota
	Whole       // a whole number
	Switch      // yes or no: 1 or 0
	Choice      // one of some words
)

// Field is a parameter of a kind.
type Field struct {
	Name, Sentence string
	Unit           string // "" where a word or a switch needs none
	Type           Type
	Least, Most    float64 // of a number, both included
	// Low and High are the ends of a slider, within Least and Most.
	Low, High float64
	Words     []string // of a choice
	Default   param.Value
	at        place // of the parameter, until New has read the default
}

// Values are values of fields, by name. A field that is not there has its default.
type Values map[string]param.Value

// Range says which values the field takes: "0 to 1", "3, 4 or more", "one of a, b".
func (f Field) Range() string {
	switch f.Type {
	case Switch:
		return "true or false"
	case Choice:
		return "one of " + strings.Join(f.Words, ", ")
	case Whole:
		return fmt.Sprintf("a whole number, %s to %s", text(f.Least), text(f.Most))
	}
	return text(f.Least) + " to " + text(f.Most)
}

func text(v float64) string { return param.Value{Number: v}.String() }

// Check returns an error that names the range, if the field does not take the value.
func (f Field) Check(v param.Value) error {
	ok := v.Word == ""
	switch {
	case f.Type == Choice:
		ok = slices.Contains(f.Words, v.Word)
	case f.Type == Switch:
		ok = ok && (v.Number == 0 || v.Number == 1)
	default:
		ok = ok && v.Number >= f.Least && v.Number <= f.Most
		ok = ok && (f.Type == Number || v.Number == math.Trunc(v.Number))
	}
	if !ok {
		return fmt.Errorf("%s is %s, want %s", f.Name, v, f.Range())
	}
	return nil
}

// Field returns the field of a name.
func (k Kind) Field(name string) (Field, bool) {
	for _, f := range k.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Put puts the kind with these values into a draft. It is an error if a value is out of its range
// or belongs to no field. A kind may report more, as a field that does not fit another.
func (k Kind) Put(v Values, d *Draft) error {
	for name, value := range v {
		f, ok := k.Field(name)
		if !ok {
			return fmt.Errorf("%s has no %s", k.Name, name)
		}
		if err := f.Check(value); err != nil {
			return fmt.Errorf("%s: %w", k.Name, err)
		}
	}
	return k.put(v, d)
}

// Table lists kinds. A program adds kinds of its own to a copy.
type Table []Kind

// Find returns the kind of a role and a name.
func (t Table) Find(role Role, name string) (Kind, bool) {
	for _, k := range t {
		if k.Role == role && k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// Of returns the kinds of a role, in the order of the table.
func (t Table) Of(role Role) (all Table) {
	for _, k := range t {
		if k.Role == role {
			all = append(all, k)
		}
	}
	return all
}
