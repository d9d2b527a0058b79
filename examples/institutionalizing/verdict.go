package main

import (
	"fmt"
	"strings"

	"orglearn/metrics/stats"
)

// verdict says what was found of each dial, whatever that is.
func (f *firms) verdict() (notes []string) {
	if len(f.rows) == 1 {
		return []string{"Verdict: there is one organization, and nothing to compare it with."}
	}
	const limit = " This speaks of these rules, not of real firms."
	if f.ParametersGiven() {
		return []string{"Verdict. Compared with " + f.rows[0].name + ": " + f.effects(
			func(r row) bool { return true }) + "." + limit}
	}
	notes = append(notes, "Verdict for each dial, turned fully alone, and kept at 0 while the "+
		"others are turned: whether people and the organization know more or less.")
	for _, dial := range dialNames {
		notes = append(notes, "- "+f.effects(func(r row) bool {
			return r.name == dial || r.name == "all but "+dial
		})+".")
	}
	notes = append(notes, "Together: "+f.effects(func(r row) bool {
		return strings.HasPrefix(r.name, "all at")
	})+".")
	return append(notes, "Power: "+f.effects(func(r row) bool {
		return r.power != none
	})+"."+limit)
}

// effects says what some rows do to both outcomes.
func (f *firms) effects(wanted func(row) bool) string {
	var parts []string
	for i, r := range f.rows {
		if i > 0 && wanted(r) {
			parts = append(parts, fmt.Sprintf("%s: people %s, the organization %s", r.name,
				effect(f.more(i, people)), effect(f.more(i, top))))
		}
	}
	return strings.Join(parts, "; ")
}

// effect says what is shown of a difference in knowledge.
func effect(e stats.Estimate) string {
	switch {
	case e.N > 1 && e.Mean == 0 && e.SE == 0:
		return "the same"
	case e.HasInterval() && e.Low > 0:
		return "more"
	case e.HasInterval() && e.High < 0:
		return "less"
	}
	return "not shown"
}
