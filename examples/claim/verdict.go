package main

import (
	"fmt"
	"strings"

	"orglearn/metrics"
)

// verdict says what was found, whatever that is.
func (p *claim) verdict(grid, tests map[key]metrics.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Verdict, under these rules and at equal contact: %s %s", p.claimed(grid),
		p.counterClaim(tests))
	return b.String()
}

// claimed is the founding claim, for each outcome over all conditions, ticks and matches.
func (p *claim) claimed(found map[key]metrics.Comparison) string {
	var all []string
	for _, o := range outcomes {
		var n [3]int
		for _, tick := range p.ticks.All() {
			for _, m := range matches {
				for i, k := range p.tally(found, m, o, tick) {
					n[i] += k
				}
			}
		}
		all = append(all, fmt.Sprintf("%s: communities are ahead in %d, behind in %d, and neither "+
			"is shown in %d of %d comparisons", strings.ToLower(o.title[:1])+o.title[1:], n[0],
			n[2],
			n[1], n[0]+n[1]+n[2]))
	}
	return "in " + strings.Join(all, "; in ") + "." + holds(p, found)
}

// holds says whether the claim holds in general.
func holds(p *claim, found map[key]metrics.Comparison) string {
	ahead, behind := 0, 0
	for _, c := range found {
		switch sign(c) {
		case 1:
			ahead++
		case -1:
			behind++
		}
	}
	switch {
	case ahead > 0 && behind == 0:
		return " So the founding claim is not contradicted here."
	case behind > 0 && ahead == 0:
		return " So the founding claim is contradicted here."
	case ahead > 0:
		return " So the founding claim holds in some conditions and fails in others."
	}
	return " So nothing was shown, for or against the founding claim: there are too few runs."
}

// counterClaim is Huysman's: communities that nobody above hears help their people, and not the
// organization.
func (p *claim) counterClaim(found map[key]metrics.Comparison) string {
	seen, unseen := p.find(plain().name, none), p.find(plain().name, "communities unseen")
	text := "The counter-claim, communities that nobody above hears: "
	for i, o := range outcomes {
		was := found[key{seen.name(), matches[1], o.name, lastTick}].Difference.Mean
		is := found[key{unseen.name(), matches[1], o.name, lastTick}]
		if i > 0 {
			text += "; "
		}
		text += fmt.Sprintf("in %s communities less matrix go from %.2f to %.2f (%s)",
			o.name+" learning", was, is.Difference.Mean, shown(is))
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
