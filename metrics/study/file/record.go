package file

import (
	"math"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
)

// record reads {score: [20, 50, end], consensus: [200]}.
func (r *reader) record(n ast.Node) {
	entries := r.entries(n, "record")
	if len(entries) == 0 {
		r.fault(n, "nothing is recorded")
	}
	for _, e := range entries {
		m, ok := r.metric(e)
		items := []ast.Node{e.value}
		if _, list := e.value.(*ast.SequenceNode); list {
			items = r.items(e.value, e.name)
		}
		var at []int
		for _, item := range items {
			tick, known := r.tick(item, e.name)
			if known && slices.Contains(at, tick) {
				r.fault(item, "%s is recorded twice at %s", e.name, describe(item))
			}
			ok = ok && known
			at = append(at, tick)
		}
		if ok {
			r.study.Record = append(r.study.Record, study.Record{Metric: m, At: at})
		}
	}
}

// metric finds the metric that a key names.
func (r *reader) metric(e entry) (metrics.Metric, bool) {
	m, ok := kinds.FindMetric(e.name)
	if !ok {
		var names []string
		for _, m := range kinds.Measures() {
			names = append(names, m.Name)
		}
		r.fault(e.key, "no metric is called %q%s", e.name, meant(e.name, names))
	}
	return m, ok
}

// tick reads a tick, or "end".
func (r *reader) tick(n ast.Node, what string) (int, bool) {
	if s, ok := n.(*ast.StringNode); ok && s.Value == "end" {
		return study.End, true
	}
	return r.whole(n, "the tick of "+what, 0, sim.MaxTicks)
}

// axes reads {absorb: [.1, .2], form: [team, hierarchy]}.
func (r *reader) axes(n ast.Node) {
	for _, e := range r.entries(n, "axes") {
		f, ok := r.field(e)
		if !ok {
			continue
		}
		a := study.Axis{Name: e.name, Whole: f.Type == kinds.Whole}
		for _, item := range r.items(e.value, e.name) {
			v, ok := r.value(item, f)
			if ok && slices.Contains(a.Values, v) {
				r.fault(item, "%s has the value %s twice", e.name, v)
			} else if ok {
				a.Values = append(a.Values, v)
			}
		}
		r.study.Axes = append(r.study.Axes, a)
	}
}

// field finds the field that an axis sets, in the first organization that has it.
func (r *reader) field(e entry) (kinds.Field, bool) {
	of := r.organizationKinds()
	for _, k := range of {
		if t, ok := r.target(k, e.name); ok {
			return t.kind.Field(t.field)
		}
	}
	if len(of) == 0 { // which is another fault
		return kinds.Field{}, false
	}
	names := r.parameters()
	r.fault(e.key, "no organization has a parameter %q%s", e.name, meant(e.name, names))
	return kinds.Field{}, false
}

// organizationKinds returns the kinds of the organizations that the file names, faults aside.
func (r *reader) organizationKinds() (all []kinds.Kind) {
	m, ok := r.mains["organizations"].(*ast.MappingNode)
	if !ok {
		return nil
	}
	for _, v := range m.Values {
		name := keyOf(v)
		if inner, ok := v.Value.(*ast.MappingNode); ok {
			for _, f := range inner.Values {
				if keyOf(f) == "kind" {
					name = f.Value.GetToken().Value
				}
			}
		}
		for _, role := range []kinds.Role{kinds.Organization, kinds.Model} {
			if k, ok := r.table.Find(role, name); ok {
				all = append(all, k)
			}
		}
	}
	return all
}

// parameters returns the names that axes can have.
func (r *reader) parameters() (names []string) {
	for _, k := range r.organizationKinds() {
		names = append(names, fieldsOf(k)...)
	}
	for _, k := range r.table {
		if k.Role == kinds.Conditions {
			names = append(names, fieldsOf(k)...)
		} else if len(k.Fields) > 0 && k.Role != kinds.Organization && k.Role != kinds.Model {
			names = append(names, k.Name)
		}
	}
	return names
}

// positive reads a number above 0.
func (r *reader) positive(n ast.Node, what string) float64 {
	v, ok := r.number(n, what)
	if ok && (v <= 0 || v > math.MaxFloat32) {
		r.fault(n, "%s is %s, want a number above 0", what, describe(n))
	}
	return v
}
