package file

import (
	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
)

// conditions reads {people: 200, absorb: .2}.
func (r *reader) conditions(n ast.Node) {
	k, _ := r.table.Find(kinds.Conditions, "conditions")
	p := kinds.Part{Kind: k, Values: r.values(n, k, "conditions")}
	_, r.ticked = p.Values["ticks"]
	r.shared = append(r.shared, p)
}

// reality reads {blocks: {size: 4}}.
func (r *reader) reality(n ast.Node) {
	if r.parts(n, "reality", kinds.Reality) > 1 {
		r.fault(n, "reality has several kinds, want one")
	}
}

// rules reads {objectify: {majority: {rate: .5}}}.
func (r *reader) rules(n ast.Node) {
	var names []string
	for _, role := range kinds.Rules() {
		names = append(names, string(role))
	}
	for _, e := range r.entries(n, "rules") {
		if !contains(names, e.name) {
			r.fault(e.key, "rules has no %q%s", e.name, meant(e.name, names))
			continue
		}
		r.parts(e.value, e.name, kinds.Role(e.name))
	}
}

// events reads [{turnover: {rate: .01}}, {turnover: {rate: .1}}].
func (r *reader) events(n ast.Node) {
	for _, item := range r.items(n, "events") {
		r.parts(item, "an event", kinds.Event)
	}
}

// parts reads {kind: {field: value}} and returns the number of kinds.
func (r *reader) parts(n ast.Node, what string, role kinds.Role) int {
	entries := r.entries(n, what)
	for _, e := range entries {
		if k, ok := r.kind(e, what, role); ok {
			p := kinds.Part{Kind: k, Values: r.values(e.value, k, e.name)}
			r.shared = append(r.shared, p)
		}
	}
	return len(entries)
}

// kind finds the kind that an entry names.
func (r *reader) kind(e entry, what string, roles ...kinds.Role) (kinds.Kind, bool) {
	var names []string
	for _, role := range roles {
		if k, ok := r.table.Find(role, e.name); ok {
			return k, true
		}
		for _, k := range r.table.Of(role) {
			names = append(names, k.Name)
		}
	}
	r.fault(e.key, "%s has no %q (lab kinds lists all)%s", what, e.name, meant(e.name, names))
	return kinds.Kind{}, false
}

// values reads the fields of a kind. Nothing, as in "turnover:", is no field.
func (r *reader) values(n ast.Node, k kinds.Kind, what string) kinds.Values {
	values := kinds.Values{}
	if _, nothing := n.(*ast.NullNode); nothing {
		return values
	}
	for _, e := range r.entries(n, what) {
		f, ok := k.Field(e.name)
		if !ok {
			r.fault(e.key, "%s has no %q%s", what, e.name, meant(e.name, fieldsOf(k)))
			continue
		}
		if v, ok := r.value(e.value, f); ok {
			values[e.name] = v
		}
	}
	return values
}

func fieldsOf(k kinds.Kind) (names []string) {
	for _, f := range k.Fields {
		names = append(names, f.Name)
	}
	return names
}

// value reads the value of a field and checks it.
func (r *reader) value(n ast.Node, f kinds.Field) (v study.Value, ok bool) {
	if !r.plain(n) {
		return v, false
	}
	if b, is := n.(*ast.BoolNode); is {
		ok = f.Type == kinds.Switch
		if b.Value {
			v.Number = 1
		}
	} else if s, is := n.(*ast.StringNode); is && f.Type == kinds.Choice {
		v.Word, ok = s.Value, true
	} else if f.Type != kinds.Switch && f.Type != kinds.Choice {
		v.Number, ok = decimal(n)
	}
	hint := ""
	if f.Type == kinds.Choice {
		hint = meant(v.Word, f.Words)
	}
	if !ok || f.Check(v) != nil {
		r.fault(n, "%s is %s, want %s%s", f.Name, describe(n), f.Range(), hint)
		return v, false
	}
	return v, true
}
