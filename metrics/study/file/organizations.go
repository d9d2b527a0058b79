package file

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
)

func contains(names []string, name string) bool { return slices.Contains(names, name) }

// organizations reads {hierarchy: {span: 4}, wide: {kind: hierarchy, span: 8, control: connected}}.
func (r *reader) organizations(n ast.Node) {
	entries := r.entries(n, "organizations")
	if len(entries) == 0 {
		r.fault(n, "there are no organizations")
	}
	sound := len(r.faults) == 0
	for _, e := range entries {
		before := len(r.faults)
		if parts, ok := r.organization(e); ok && r.add(e, parts) && sound &&
			len(r.faults) == before {
			r.try(e, r.study.Organizations[len(r.study.Organizations)-1])
		}
	}
}

// organization reads the kind of an organization and its fields. A control may follow.
func (r *reader) organization(e entry) (parts []kinds.Part, ok bool) {
	named, control := e, entry{}
	n := e.value
	if m, ok := n.(*ast.MappingNode); ok {
		rest := *m
		rest.Values = nil
		for _, v := range m.Values {
			word, isWord := v.Value.(*ast.StringNode)
			switch {
			case isWord && keyOf(v) == "kind":
				named = entry{word.Value, v.Value, nil}
			case isWord && keyOf(v) == "control":
				control = entry{word.Value, v.Value, nil}
			default:
				rest.Values = append(rest.Values, v)
			}
		}
		n = &rest
	}
	k, ok := r.kind(named, "organizations", kinds.Organization, kinds.Model)
	if !ok {
		return nil, false
	}
	parts = []kinds.Part{{Kind: k, Values: r.values(n, k, e.name)}}
	if control.key == nil {
		return parts, true
	}
	drawn, ok := r.kind(control, "control", kinds.Control)
	if ok && r.study.Randomized {
		r.fault(control.key, "randomized: true draws a control of each organization, so %s needs "+
			"none of its own", e.name)
	}
	return append(parts, kinds.Part{Kind: drawn}), ok
}

func keyOf(v *ast.MappingValueNode) string { return v.Key.GetToken().Value }

// add adds an organization, if each axis is a parameter of it.
func (r *reader) add(e entry, own []kinds.Part) bool {
	of, parts := own[0].Kind, append(own, r.shared...)
	var targets []target
	for _, a := range r.study.Axes {
		t, ok := r.target(of, a.Name)
		if !ok {
			r.fault(e.key, "%s has no parameter %q, which is an axis", e.name, a.Name)
			return false
		}
		targets = append(targets, t)
	}
	if of.Role != kinds.Model {
		parts = r.timed(parts, targets)
	}
	o := study.Organization{Name: e.name, Recipe: recipe(parts, targets) + r.rosterSum,
		New: func(at study.Point) (sim.Scenario, error) {
			return kinds.Build(put(parts, targets, at)...)
		}}
	r.study.Organizations = append(r.study.Organizations, o)
	r.made = append(r.made, made{parts, targets})
	return true
}

// try builds an organization at every point of the axes, and reports the first fault.
func (r *reader) try(e entry, o study.Organization) {
	points, err := study.Points(r.study.Axes)
	if err != nil {
		r.fault(r.mains["axes"], "%v", err)
		return
	}
	for _, at := range points {
		s, err := o.New(at)
		if err == nil {
			err = s.Validate()
		}
		if err != nil {
			r.fault(e.key, "%s%s: %v", e.name, at, err)
			return
		}
	}
}

// timed returns the parts with the ticks of a run, unless they are given or an axis: the last tick
// at which something is recorded.
func (r *reader) timed(parts []kinds.Part, targets []target) []kinds.Part {
	last := 0
	for _, record := range r.study.Record {
		last = max(last, slices.Max(append(record.At, 0)))
	}
	ticks := target{kind: kinds.Kind{Role: kinds.Conditions, Name: "conditions"}, field: "ticks"}
	for _, t := range targets {
		r.ticked = r.ticked || t.is(ticks)
	}
	if last == 0 || r.ticked {
		return parts
	}
	ticks.kind, _ = r.table.Find(kinds.Conditions, "conditions")
	return ticks.put(parts, study.Value{Number: float64(last)})
}

// made is how an organization of the study is made.
type made struct {
	parts   []kinds.Part
	targets []target // of each axis
}

// target is a field of a kind that an axis sets.
type target struct {
	kind  kinds.Kind
	field string
}

func (t target) is(o target) bool {
	return t.kind.Role == o.kind.Role && t.kind.Name == o.kind.Name && t.field == o.field
}

// target finds what an axis is a parameter of, for organizations of a kind. The organization's own
// fields come first, then the conditions, then other kinds by name, of which it is the first field,
// or by "kind.field".
func (r *reader) target(of kinds.Kind, axis string) (target, bool) {
	if _, ok := of.Field(axis); ok {
		return target{of, axis}, true
	}
	roles := append([]kinds.Role{kinds.Event, kinds.Reality}, kinds.Rules()...)
	if of.Role != kinds.Model {
		roles = append(roles, kinds.Mechanism)
		on, _ := r.table.Find(kinds.Conditions, "conditions")
		if _, ok := on.Field(axis); ok {
			return target{on, axis}, true
		}
	}
	name, field, dotted := strings.Cut(axis, ".")
	for _, role := range roles {
		k, ok := r.table.Find(role, name)
		if !ok || len(k.Fields) == 0 {
			continue
		}
		if !dotted {
			return target{k, k.Fields[0].Name}, true
		}
		if _, ok := k.Field(field); ok {
			return target{k, field}, true
		}
	}
	return target{}, false
}

// put returns parts with a value of the field. Where several parts are of the kind, it is set in
// the first.
func (t target) put(parts []kinds.Part, v study.Value) []kinds.Part {
	parts = slices.Clone(parts)
	for i, p := range parts {
		if p.Kind.Role == t.kind.Role && p.Kind.Name == t.kind.Name {
			parts[i].Values = maps.Clone(p.Values)
			if parts[i].Values == nil {
				parts[i].Values = kinds.Values{}
			}
			parts[i].Values[t.field] = v
			return parts
		}
	}
	return append(parts, kinds.Part{Kind: t.kind, Values: kinds.Values{t.field: v}})
}

// put returns parts at a point of the axes.
func put(parts []kinds.Part, targets []target, at study.Point) []kinds.Part {
	for i, t := range targets {
		parts = t.put(parts, at.At(i))
	}
	return parts
}

// recipe says in a fixed form how the scenario is made.
func recipe(parts []kinds.Part, targets []target) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "%s %s", p.Kind.Role, p.Kind.Name)
		for _, name := range slices.Sorted(maps.Keys(p.Values)) {
			fmt.Fprintf(&b, " %s=%s", name, p.Values[name])
		}
		b.WriteString("; ")
	}
	for _, t := range targets {
		fmt.Fprintf(&b, "axis %s %s.%s; ", t.kind.Role, t.kind.Name, t.field)
	}
	return b.String()
}
