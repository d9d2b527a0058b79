package sim

import "fmt"

// Axis is one parameter of a sweep and the values it takes.
type Axis struct {
	name   string
	points []point
}

type point struct {
	label string
	set   func(*Scenario)
}

// Vary is an axis on which set makes a scenario have each of the values. set is given a copy of the
// base, whose channels and events it may change; a rule is changed by putting another in its place.
func Vary[T any](name string, set func(*Scenario, T), values ...T) Axis {
	a := Axis{name: name}
	for _, v := range values {
		a.points = append(a.points, point{
			label: fmt.Sprintf("%s=%v", name, v), set: func(s *Scenario) { set(s, v) },
		})
	}
	return a
}

// Sweep returns the base under every combination of the axes' values, the last axis fastest. Each
// is named after the base and the values: "isolated size=5 rate=0.1". An axis without values gives
// no scenario.
func Sweep(base Scenario, axes ...Axis) []Scenario {
	all := []Scenario{base.clone()}
	for _, a := range axes {
		var next []Scenario
		for _, s := range all {
			for _, p := range a.points {
				c := s.clone()
				name := c.Name
				p.set(&c)
				c.Name = fmt.Sprint(name, " ", p.label)
				if name == "" {
					c.Name = p.label
				}
				next = append(next, c)
			}
		}
		all = next
	}
	return all
}
