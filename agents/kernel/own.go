package kernel

import "reflect"

// Own returns a rule as a T, or nil if the rule does not implement T itself. A method inherited
// from an embedded rule does not count, because the outer rule may do something else.
func Own[T any](rule any) (able T) {
	if t, ok := rule.(T); ok && !embeds(reflect.TypeOf(rule), reflect.TypeFor[T]()) {
		return t
	}
	return able
}

// Blind is an Asker that reads only who is there: of the person his number, tenure and rank, the
// tick, and how much he does not know; of the voices their numbers and ranks, and when they came;
// of the unit nothing. The engine then tells it nothing else. The unit is nil.
type Blind interface{ IsBlind() bool }

// Everywhere is a Participant that may answer the same in all units and for all ranks. The engine
// then asks it once for each person, about any of his units.
type Everywhere interface{ IsEverywhere() bool }

// Welcoming is a Participant that may let everybody hear and be heard in all units, always, and
// draw nothing. The engine then never asks it.
type Welcoming interface{ WelcomesAll() bool }

// ByGains is a Reviewer that may do nothing, and draw nothing, in a unit in which nobody gained or
// lost by what he learned. The engine then does not call it there.
type ByGains interface{ LooksAtGains() bool }

// embeds reports whether a part that the rule embeds, or a pointer to it, implements the ability.
func embeds(rule, ability reflect.Type) bool {
	if rule.Kind() == reflect.Pointer {
		rule = rule.Elem()
	}
	if rule.Kind() != reflect.Struct {
		return false
	}
	for i := range rule.NumField() {
		f := rule.Field(i)
		if f.Anonymous &&
			(f.Type.Implements(ability) || reflect.PointerTo(f.Type).Implements(ability)) {
			return true
		}
	}
	return false
}
