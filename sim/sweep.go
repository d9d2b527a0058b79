package sim

import (
	"errors"
	"fmt"
	"orglearn/agents"
	"reflect"
	"slices"
)

// MaxScenarios is the largest number of scenarios in a Sweep.
const MaxScenarios = 100_000

// Factor is one parameter of a sweep, and the value that a scenario has.
type Factor struct {
	Name  string // the name of the axis
	Value any    // as given to Vary; nil in a table that was read from a file
	Label string // the text for the value in names, files and figures
}

// String returns name and label: "size=5".
func (f Factor) String() string { return f.Name + "=" + f.Label }

// Axis is one parameter of a sweep and the values it takes.
type Axis struct {
	name   string
	values []any
	set    func(s *Scenario, value int) // nil: Vary was given nil, an error
	labels []string                     // nil: made from the values
}

// Vary returns an axis with a name and values. set writes one value into a scenario. It is given a
// copy of the base, whose channels and events it may change. To change a rule, it puts another rule
// in its place.
//
// In names, files and figures the text for a value is what fmt.Sprint makes of it. If two values of
// the axis then look the same, their types are put before them: "network.Isolated{5}". Values that
// hold a function or a pointer look different in every run, so they need Labels.
func Vary[T any](name string, set func(*Scenario, T), values ...T) Axis {
	a := Axis{name: name}
	for _, v := range values {
		a.values = append(a.values, v)
	}
	if values = slices.Clone(values); set != nil {
		a.set = func(s *Scenario, value int) { set(s, values[value]) }
	}
	return a
}

// Labels returns the axis with a label for each of its values, in their order. The labels are all
// different, and none is empty.
func (a Axis) Labels(labels ...string) Axis {
	a.labels = append([]string{}, labels...)
	return a
}

// Sweep returns a scenario for every combination of the values of the axes. The last axis changes
// fastest. Each scenario is the base with these values. It has a Factor per axis, and is named
// after the base and the factors: "isolated size=5 rate=0.1". If an axis has no values there are no
// scenarios.
//
// A sweep is wrong if it has more than MaxScenarios, if an axis has no name, no set or the name of
// another axis, or if labels are empty or not different (see Vary). Sweep then returns one scenario
// whose Validate reports the error, so no Experiment of it runs.
func Sweep(base Scenario, axes ...Axis) []Scenario {
	all, err := sweep(base, axes)
	if err != nil {
		refused := base.clone()
		refused.Beliefs = refusal{err}
		return []Scenario{refused}
	}
	return all
}

// refusal takes the place of the first beliefs in the scenario of a wrong sweep, to report the
// error.
type refusal struct{ error }

// Validate implements agents.Validator.
func (r refusal) Validate() error { return r.error }

// Begin is never called: Validate reports the error first.
func (r refusal) Begin(*agents.Person, agents.Knowledge) { panic(r.error) }

func sweep(base Scenario, axes []Axis) ([]Scenario, error) {
	if err := checkAxes(base, axes); err != nil {
		return nil, fmt.Errorf("sweep of %q: %w", base.Name, err)
	}
	all := []Scenario{base.clone()}
	if slices.ContainsFunc(axes, func(a Axis) bool { return len(a.values) == 0 }) {
		return nil, nil // checked before the axes are combined
	}
	for _, a := range axes {
		labels, err := a.uniqueLabels()
		if err != nil {
			return nil, fmt.Errorf("sweep of %q: axis %q: %w", base.Name, a.name, err)
		}
		var next []Scenario
		for _, s := range all {
			for i, label := range labels {
				next = append(next, a.put(s, i, label))
			}
		}
		all = next
	}
	return all, checkNames(all)
}

// put returns a copy of a scenario with a value of the axis.
func (a Axis) put(s Scenario, value int, label string) Scenario {
	c := s.clone()
	a.set(&c, value)
	f := Factor{Name: a.name, Value: a.values[value], Label: label}
	c.Factors = slices.Concat(s.Factors, []Factor{f})
	c.Name = f.String()
	if s.Name != "" {
		c.Name = s.Name + " " + c.Name
	}
	return c
}

func checkAxes(base Scenario, axes []Axis) error {
	total := 1
	for _, a := range axes {
		total = min(total, len(a.values)) // 0 if an axis has no value
	}
	factors := base.Factors
	for _, a := range axes {
		if a.set == nil {
			return fmt.Errorf("axis %q has no set", a.name)
		}
		factors = append(factors[:len(factors):len(factors)], Factor{Name: a.name, Label: "any"})
		if total > 0 && len(a.values) > MaxScenarios/total {
			return fmt.Errorf("more than %d scenarios, want at most that", MaxScenarios)
		}
		total *= len(a.values)
	}
	return checkFactors(factors)
}

// checkFactors reports the first factor without a name or label, or with the name of another.
func checkFactors(factors []Factor) error {
	names := map[string]bool{}
	for _, f := range factors {
		switch {
		case f.Name == "":
			return errors.New("a factor has no name")
		case f.Label == "":
			return fmt.Errorf("factor %q has the label \"\", want one that is not empty", f.Name)
		case names[f.Name]:
			return fmt.Errorf("two factors have the name %q", f.Name)
		}
		names[f.Name] = true
	}
	return nil
}

// checkNames reports two scenarios with the same name. Labels with spaces can lead to that.
func checkNames(all []Scenario) error {
	seen := map[string]bool{}
	for _, s := range all {
		if seen[s.Name] {
			return fmt.Errorf("sweep: two scenarios have the name %q: give other Labels",
				s.Name)
		}
		seen[s.Name] = true
	}
	return nil
}

// uniqueLabels returns the labels of the axis, all different.
func (a Axis) uniqueLabels() ([]string, error) {
	labels := a.labels
	if labels == nil {
		for _, v := range a.values {
			if looksRandom(reflect.ValueOf(v), 0) {
				return nil, fmt.Errorf("a %T looks different in every run: give Labels", v)
			}
			labels = append(labels, fmt.Sprint(v))
		}
		labels = a.withTypes(labels)
	}
	if len(labels) != len(a.values) {
		return nil, fmt.Errorf("%d Labels for %d values", len(labels), len(a.values))
	}
	at := map[string]int{}
	for i, l := range labels {
		if l == "" {
			return nil, fmt.Errorf("value %d has an empty label: give Labels", i)
		}
		if j, there := at[l]; there {
			return nil, fmt.Errorf("values %d and %d have the label %q: give Labels", j, i, l)
		}
		at[l] = i
	}
	return labels, nil
}

// withTypes puts types before the labels that occur more than once.
func (a Axis) withTypes(labels []string) []string {
	times := map[string]int{}
	for _, l := range labels {
		times[l]++
	}
	typed := make([]string, len(labels))
	for i, l := range labels {
		if typed[i] = l; times[l] > 1 {
			typed[i] = fmt.Sprintf("%T%v", a.values[i], a.values[i])
		}
	}
	return typed
}

// looksRandom reports whether fmt.Sprint writes an address for a value or for a part of it. It does
// so for a function, a Go channel, and a pointer within the value. Values with a String, Error or
// Format method write no address.
func looksRandom(v reflect.Value, depth int) bool {
	if !v.IsValid() || v.CanInterface() && namesItself(v.Interface()) {
		return false
	}
	switch v.Kind() {
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return !v.IsNil()
	case reflect.Pointer:
		return !v.IsNil() && (depth > 0 || !composite(v.Elem()) || looksRandom(v.Elem(), 1))
	case reflect.Interface:
		return looksRandom(v.Elem(), depth)
	case reflect.Struct:
		for i := range v.NumField() {
			if looksRandom(v.Field(i), depth+1) {
				return true
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if looksRandom(v.Index(i), depth+1) {
				return true
			}
		}
	case reflect.Map:
		for entries := v.MapRange(); entries.Next(); {
			if looksRandom(entries.Key(), depth+1) || looksRandom(entries.Value(), depth+1) {
				return true
			}
		}
	}
	return false
}

func namesItself(v any) bool {
	switch v.(type) {
	case fmt.Formatter, fmt.Stringer, error:
		return true
	}
	return false
}

// composite reports whether fmt.Sprint writes what a pointer to v points to, in place of an
// address.
func composite(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array, reflect.Map:
		return true
	}
	return false
}
