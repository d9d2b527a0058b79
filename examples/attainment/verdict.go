package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics/stats"
	"orglearn/sim/setups"
)

// tally tells arms apart by what is shown of them.
type tally struct{ inflated, more, less, open []string }

// add puts an arm where it belongs, by how much more is said, and how much more than is so.
func (t *tally) add(name string, said, inflated stats.Estimate) {
	switch {
	case above(said) && above(inflated):
		t.inflated = append(t.inflated, name)
	case above(said):
		t.more = append(t.more, name)
	case below(said):
		t.less = append(t.less, name)
	default:
		t.open = append(t.open, name)
	}
}

func above(e stats.Estimate) bool { return e.HasInterval() && e.Low > 0 }
func below(e stats.Estimate) bool { return e.HasInterval() && e.High < 0 }

// verdict says of each way to judge where more is said than is attained more: of what is said to
// make people belong, or of all arms of a run with parameters.
func (a *attainment) verdict() []string {
	if a.contrasts() == 0 {
		return []string{"Verdict: there is one organization, and nothing to compare it with."}
	}
	asked := !a.ParametersGiven()
	texts := []string{"Verdict: does it raise what members say by more than what is attained?"}
	if asked {
		texts[0] = "Verdict: does belonging or animation raise what is said by more than what is " +
			"attained?"
	}
	for l := 1; l < len(a.arms[0].lines()); l++ {
		var t tally
		for i, x := range a.arms {
			if x.beside != i && (x.belongs || !asked) && !a.same(i) {
				t.add(x.name, a.more(i, l), a.inflated(i, l))
			}
		}
		texts = append(texts, fmt.Sprintf("By %s: yes in %s. Said more, but not shown to be by "+
			"more than is attained: %s. Said less: %s. Not shown to be said more or less: %s.",
			a.arms[0].lines()[l].judged, list(t.inflated), list(t.more), list(t.less),
			list(t.open)))
	}
	var same []string
	for i, x := range a.arms {
		if x.beside != i && a.same(i) {
			same = append(same, x.name)
		}
	}
	if same != nil {
		texts = append(texts, "In every run equal to the arm beside in all of this: "+list(same)+
			".")
	}
	return []string{strings.Join(texts, " "), a.wrong()}
}

// same reports whether arm i attains, and says, what the arm beside it does, in every run.
func (a *attainment) same(i int) bool {
	for l := range a.arms[i].lines() {
		if e := a.more(i, l); e.N == 0 || e.Mean != 0 || e.HasInterval() {
			return false
		}
	}
	return true
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, "; ")
}

// wrong says how often members are wrong in the first arm, and by which judgement least.
func (a *attainment) wrong() string {
	x := a.arms[0]
	var parts []string
	for _, line := range x.lines()[1:] {
		parts = append(parts, fmt.Sprintf("%s by %s", program.Decimal(a.end(x, line.falsely).Mean+
			a.end(x, line.miss).Mean), line.judged))
	}
	return fmt.Sprintf("In the first arm (%s) people are wrong about their unit in these shares "+
		"of seats: %s.", x.name, strings.Join(parts, ", "))
}

// within says what goes with what is said over the units of one organization, where it varies.
func (a *attainment) within() string {
	var parts []string
	for _, x := range a.arms {
		o := x.objective()
		for _, b := range belonging {
			fact := a.end(x, o.FactGoes(b.of, setups.Channel))
			if 2*fact.N < a.Replicates || !a.varies(x, b.name) {
				continue
			}
			text := fmt.Sprintf("%s in %s: %s in fact", b.name, x.name, program.Interval(fact))
			for _, v := range x.views() {
				text += fmt.Sprintf(", %s by %s",
					program.Interval(a.end(x, o.Goes(v, b.of, setups.Channel))), v.Name)
			}
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return "No correlation over units: nothing that may go with attainment varies in all runs."
	}
	return "Correlations over units with what is attained and what is said, means over the runs " +
		"in which both vary, with 95 % intervals: " + strings.Join(parts, "; ") + "."
}

// varies reports whether an arm is about what may go with attainment.
func (a *attainment) varies(x arm, name string) bool {
	switch name {
	case "commitment":
		return x.committed != 0
	case "attendance":
		return x.own != 0 || x.heard != 0
	case animation:
		return x.pass != 0 || x.invite != 0
	case "size":
		return x.structure == "unequal"
	}
	return x.structure == "unequal" || x.committed != 0
}
