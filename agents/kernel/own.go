package kernel

import "reflect"

// Own is a rule as one that has an ability T, or nil where it has none of its own. A rule may have
// an ability from one that it embeds. That one speaks for itself only: the rule around it may do
// something else.
func Own[T any](rule any) (able T) {
	if t, ok := rule.(T); ok && !embeds(reflect.TypeOf(rule), reflect.TypeFor[T]()) {
		return t
	}
	return able
}

// embeds reports whether a rule has an ability from a part that it embeds, or from a pointer to it.
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
