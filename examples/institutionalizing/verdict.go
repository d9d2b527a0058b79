package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
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
			func(r row) bool { return true }) + ".", f.ofConflicts(), f.ofNewcomers() + limit}
	}
	notes = append(notes, "Verdict for each dial, turned fully alone, and kept at 0 while the "+
		"others are turned: whether people and the organization know more or less.")
	for _, dial := range dialNames {
		notes = append(notes, "- "+f.effects(func(r row) bool {
			return r.name == dial || r.name == "all but "+dial
		})+".")
	}
	notes = append(notes, "Compelled is more contact: people come to all meetings of their units, "+
		"and not to half of them, and nobody resents it here. Sponsored is less contact: who "+
		"comes to half the meetings of his community, and has no team, learns in half of the "+
		"ticks and not in three of four. And fully sponsored teams never meet, so a head that "+
		"hears teams only has nothing to hear.")
	notes = append(notes, "Together: "+f.effects(func(r row) bool {
		return strings.HasPrefix(r.name, "all at")
	})+".")
	notes = append(notes, "Power: "+f.effects(func(r row) bool { return r.power != none })+".")
	return append(notes, f.ofConflicts(), f.ofNewcomers()+limit)
}

// ofNewcomers says by how much more newcomers know than in the row with which theirs is compared.
func (f *firms) ofNewcomers() string {
	var shown, others []string
	for i, r := range f.rows[1:] {
		if e := f.more(i+1, taught); effect(e) == "not shown" || effect(e) == "the same" {
			others = append(others, r.name)
		} else {
			shown = append(shown, r.name+" "+program.Interval(e))
		}
	}
	list := func(names []string) string {
		if names == nil {
			return "none"
		}
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("Newcomers: what %d of them know %d ticks after they come, by how much "+
		"more than in the row with which the table compares; these %d intervals hold together "+
		"at 95 %%. Shown: %s. Not shown: %s.", newcomers, later, f.contrasts(taught),
		list(shown), list(others))
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
