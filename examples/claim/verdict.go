package main

import (
	"cmp"
	"fmt"
	"strings"

	"orglearn/metrics"
)

// verdict says what was found, whatever that is.
func (p *claim) verdict(grid, tests map[key]metrics.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Verdict, under these rules and at equal contact: %s %s %s", p.claimed(grid),
		p.withMechanisms(tests), p.counterClaim(tests))
	return b.String()
}

// claimed is the founding claim: for each outcome and match, over all conditions and ticks.
func (p *claim) claimed(found map[key]metrics.Comparison) string {
	var all []string
	ahead, behind := 0, 0
	for _, o := range outcomes {
		for _, m := range matches {
			var n [3]int
			for _, tick := range p.ticks.All() {
				for i, k := range p.tally(found, m, o, tick) {
					n[i] += k
				}
			}
			ahead, behind = ahead+n[0], behind+n[2]
			all = append(all, fmt.Sprintf("in %s, %s are ahead of the %s in %d and behind in %d "+
				"of %d comparisons", o.name+" learning", m.community, m.line, n[0], n[2],
				n[0]+n[1]+n[2]))
		}
	}
	return strings.Join(all, "; ") + ". In the others neither is shown. " + holds(ahead, behind)
}

// holds says whether the claim holds in general.
func holds(ahead, behind int) string {
	switch {
	case ahead > 0 && behind == 0:
		return "So the founding claim is not contradicted here."
	case behind > 0 && ahead == 0:
		return "So the founding claim is contradicted here: nowhere are communities shown to be " +
			"ahead."
	case ahead > 0:
		return fmt.Sprintf("So the founding claim is shown in %d comparisons and contradicted in "+
			"%d.", ahead, behind)
	}
	return "So nothing was shown, for or against the founding claim: there are too few runs."
}

// withMechanisms says in how many tests of single mechanisms either side is shown to be ahead.
func (p *claim) withMechanisms(found map[key]metrics.Comparison) string {
	ahead, behind := 0, 0
	for _, c := range found {
		switch sign(c) {
		case 1:
			ahead++
		case -1:
			behind++
		}
	}
	return fmt.Sprintf("With single mechanisms on or off, communities are shown to be ahead in "+
		"%d and behind in %d of %d contrasts. What is not shown may still be there: so many "+
		"contrasts need more runs.", ahead, behind, len(found))
}

// counterClaim is Huysman's: communities that nobody above hears help their people, and not the
// organization.
func (p *claim) counterClaim(found map[key]metrics.Comparison) string {
	seen, unseen := p.find(plain().name, none), p.find(plain().name, "communities unseen")
	text := "The counter-claim, communities that nobody above hears: "
	for i, o := range outcomes {
		was := found[key{seen.name(), matches[1], o.name, lastTick}]
		is := found[key{unseen.name(), matches[1], o.name, lastTick}]
		if i > 0 {
			text += "; "
		}
		if was.Note != "" || is.Note != "" {
			text += o.name + " learning is not compared (" + cmp.Or(is.Note, was.Note) + ")"
			continue
		}
		text += fmt.Sprintf("in %s communities less matrix go from %s to %s (%s)",
			o.name+" learning", two(was.Difference.Mean), two(is.Difference.Mean), shown(is))
	}
	return text + "."
}

func shown(c metrics.Comparison) string {
	switch sign(c) {
	case 1:
		return "communities are ahead"
	case -1:
		return "the line is ahead"
	}
	return "neither is shown"
}
