package file

import (
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics/study"
)

// compare reads [{score: 200, between: [a, b], margin: .02}].
func (r *reader) compare(n ast.Node) {
	for _, item := range r.items(n, "compare") {
		c, between := study.Compare{}, false
		for _, e := range r.entries(item, "a comparison") {
			switch e.name {
			case "between":
				between = true
				c.Between = r.between(e.value)
			case "margin":
				c.Margin = r.margin(e.value, "margin")
			default:
				c.Metric, c.Tick = r.outcome(e, "between", "margin")
			}
		}
		r.complete(item, "a comparison", c.Metric, between)
		r.study.Compare = append(r.study.Compare, c)
	}
}

// until reads {score: 200, between: [a, b], half-width: .01, most: 2048}.
func (r *reader) until(n ast.Node) {
	u, between := study.Until{Most: study.Looks[len(study.Looks)-1]}, false
	for _, e := range r.entries(n, "until") {
		switch e.name {
		case "between":
			between = true
			u.Between = r.between(e.value)
		case "half-width":
			u.HalfWidth = r.positive(e.value, e.name)
		case "most":
			u.Most, _ = r.whole(e.value, e.name, 1, study.MaxReplicates)
			if !slices.Contains(study.Looks[:], u.Most) {
				r.fault(e.value, "most is %d, want one of %v", u.Most, study.Looks)
			}
		default:
			u.Metric, u.Tick = r.outcome(e, "between", "half-width", "most")
		}
	}
	r.complete(n, "until", u.Metric, between)
	if u.HalfWidth == 0 {
		r.fault(n, "until has no half-width")
	}
	r.study.Until = &u
}

// complete reports what a question lacks.
func (r *reader) complete(n ast.Node, what, metric string, between bool) {
	if metric == "" {
		r.fault(n, "%s names no metric that is recorded, as in {score: 200}", what)
	}
	if !between {
		r.fault(n, "%s has no between: the two organizations", what)
	}
}

// margin reads a number of 0 or more.
func (r *reader) margin(n ast.Node, what string) float64 {
	v, ok := r.number(n, what)
	if ok && v < 0 {
		r.fault(n, "%s is %s, want 0 or more", what, describe(n))
	}
	return v
}

// between reads two different organizations.
func (r *reader) between(n ast.Node) (pair [2]string) {
	var names []string
	for _, c := range r.plan.Cells {
		if !contains(names, c.Organization) {
			names = append(names, c.Organization)
		}
	}
	items := r.items(n, "between")
	if len(items) != 2 {
		r.fault(n, "between has %d organizations, want 2", len(items))
		return pair
	}
	for i, item := range items {
		name, ok := r.word(item, "between")
		if ok && r.planned && !contains(names, name) {
			r.fault(item, "there is no organization %q%s", name, meant(name, names))
		}
		pair[i] = name
	}
	if pair[0] == pair[1] {
		r.fault(n, "between has %q twice", pair[0])
	}
	return pair
}

// outcome reads a metric and a tick at which it is recorded. others are the other keys here.
func (r *reader) outcome(e entry, others ...string) (string, int) {
	var names []string
	tick, ok := r.tick(e.value, e.name)
	for _, record := range r.study.Record {
		names = append(names, record.Metric.Name)
		if record.Metric.Name == e.name && ok && !slices.Contains(record.At, tick) {
			r.fault(e.value, "%s is not recorded at %s", e.name, describe(e.value))
		}
	}
	if !contains(names, e.name) {
		names = append(names, others...)
		r.fault(e.key, "%q is neither recorded nor a key here%s", e.name, meant(e.name, names))
	}
	return e.name, tick
}

// hypotheses reads {slow: {knowledge: end, higher: march p1=0.1, lower: march p1=0.9, by: .05}}.
func (r *reader) hypotheses(n ast.Node) {
	for _, e := range r.entries(n, "hypotheses") {
		h := study.Hypothesis{Name: e.name}
		for _, f := range r.entries(e.value, e.name) {
			switch f.name {
			case "higher":
				h.Higher = r.cell(f.value)
			case "lower":
				h.Lower = r.cell(f.value)
			case "by":
				h.By = r.margin(f.value, "by")
			default:
				h.Metric, h.Tick = r.outcome(f, "higher", "lower", "by")
			}
		}
		if h.Metric == "" || h.Higher == "" || h.Lower == "" {
			r.fault(e.key, "the hypothesis %q wants a metric with its tick, higher and lower",
				e.name)
		}
		r.study.Hypotheses = append(r.study.Hypotheses, h)
	}
}

// cell reads the name of a cell. Numbers may be written in any way: p1=.1 is p1=0.1.
func (r *reader) cell(n ast.Node) string {
	text, ok := r.word(n, "a cell")
	if !ok || !r.planned {
		return text
	}
	var names []string
	for _, c := range r.plan.Cells {
		if same(c.Name(), text) {
			return c.Name()
		}
		names = append(names, c.Name())
	}
	r.fault(n, "there is no cell %q%s", text, meant(text, names))
	return ""
}

// same reports whether two names of cells are the same, but for the form of numbers.
func same(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] && !sameFactor(x[i], y[i]) {
			return false
		}
	}
	return true
}

func sameFactor(a, b string) bool {
	name, v, _ := strings.Cut(a, "=")
	other, w, _ := strings.Cut(b, "=")
	x, err := strconv.ParseFloat(v, 64)
	y, no := strconv.ParseFloat(w, 64)
	return name == other && err == nil && no == nil && x == y
}

// targets reads {score: {200: .75}}: what calibration wants to reach.
func (r *reader) targets(n ast.Node) {
	for _, e := range r.entries(n, "targets") {
		for _, f := range r.entries(e.value, e.name) {
			metric, tick := r.outcome(entry{e.name, e.key, f.key})
			v, ok := r.number(f.value, e.name)
			if ok {
				t := study.Target{Metric: metric, Tick: tick, Value: v}
				r.study.Targets = append(r.study.Targets, t)
			}
		}
	}
}
