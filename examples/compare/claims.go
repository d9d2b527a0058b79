package main

import (
	"orglearn/metrics"
)

// claims are all that the verdict may claim: one family, adjusted together.
type claims struct {
	contrasts []metrics.Contrast
	found     map[claimKey]metrics.Finding
}

// claimKey names a contrast.
type claimKey struct{ a, b, at string }

// add adds a contrast, once.
func (c *claims) add(a, b string, at metrics.Horizon) {
	key := claimKey{a, b, at.Name}
	if _, there := c.found[key]; there || a == b {
		return
	}
	if _, there := c.found[claimKey{b, a, at.Name}]; there {
		return
	}
	if c.found == nil {
		c.found = map[claimKey]metrics.Finding{}
	}
	c.found[key] = metrics.Finding{}
	c.contrasts = append(c.contrasts, metrics.Contrast{A: a, B: b, At: at})
}

// judge finds what was shown.
func (c *claims) judge(t *metrics.Table, l metrics.Limits) error {
	all, err := t.Judge(c.contrasts, l)
	if err != nil {
		return err
	}
	for _, f := range all {
		c.found[claimKey{f.A, f.B, f.At.Name}] = f
	}
	return nil
}

// of is what was found of two scenarios, in either order.
func (c *claims) of(a, b string, at metrics.Horizon) metrics.Finding {
	if f, there := c.found[claimKey{a, b, at.Name}]; there {
		return f
	}
	f, there := c.found[claimKey{b, a, at.Name}]
	if !there {
		panic("compare: " + a + " and " + b + " are not in the family")
	}
	return f.Turned()
}

// The horizons of every ranking: the ticks that the tables show, and the mean over the whole run.
func (r *result) rankedAt() []metrics.Horizon {
	var all []metrics.Horizon
	for _, t := range r.horizons {
		all = append(all, metrics.AtTick(metrics.Score, t).Within(0, 1))
	}
	return append(all, r.overRun())
}

// atEnd is the score at the last tick.
func (r *result) atEnd() metrics.Horizon {
	return metrics.AtTick(metrics.Score, r.last()).Within(0, 1)
}

func (r *result) overRun() metrics.Horizon {
	return metrics.OverRun(metrics.Score, metrics.AreaUnder()).Within(0, 1)
}

func (r *result) last() int { return r.horizons[len(r.horizons)-1] }

// judge makes one family of all that may be claimed: who is ahead, at every horizon, with the
// contact that they come with and at equal contact; what an arrangement is worth beside its
// controls; and what a difference is owed to.
func (r *result) judge() error {
	c := &r.claims
	for _, at := range r.rankedAt() {
		for _, p := range r.pairs() {
			c.add(p[0].scenario.Name, p[1].scenario.Name, at)
		}
		for _, p := range r.equalContact() {
			c.add(p[0].scenario.Name, p[1].scenario.Name, at)
		}
	}
	for _, o := range r.all {
		for _, control := range o.controls {
			c.add(o.scenario.Name, control.scenario.Name, r.atEnd())
		}
	}
	for _, p := range r.pairs() {
		for _, way := range r.parts(p[0], p[1]) {
			for _, s := range way {
				c.add(s.from, s.to, r.atEnd())
			}
		}
	}
	return c.judge(r.table, r.limits)
}

// pairs are the organizations that come with a contact of their own, each with each.
func (org *organizations) pairs() [][2]organization {
	var all [][2]organization
	main := org.main()
	for i, a := range main {
		for _, b := range main[i+1:] {
			all = append(all, [2]organization{a, b})
		}
	}
	return all
}

// equalContact are the organizations whose contact is matched: as many seats a person, in as many
// units of the same size.
func (org *organizations) equalContact() [][2]organization {
	var all [][2]organization
	if b, h := org.named(brokered), org.named(hierarchy); b != nil && h != nil && org.level(b, h) {
		all = append(all, [2]organization{*b, *h})
	}
	for _, o := range org.all {
		if o.like != "" {
			all = append(all, [2]organization{*org.named(o.like), o})
		}
	}
	return all
}

// level reports whether two organizations have the same contact, within 5 %.
func (org *organizations) level(a, b *organization) bool {
	x, y := org.budgetOf(a.units), org.budgetOf(b.units)
	near := func(p, q float64) bool { return p <= 1.05*q && q <= 1.05*p }
	return near(x.Seats, y.Seats) && near(float64(x.Norms), float64(y.Norms))
}
