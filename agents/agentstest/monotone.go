package agentstest

import "orglearn/agents"

// monotone: if all heads change nothing, no other coins do. Each scene is brought to rest: all
// coins are heads until nothing changes. Then other coins, at other ticks, must change nothing. The
// norm of a circle starts empty at every tick. With other coins it must be a part of what it is
// with all heads. A rule that learns nothing from a norm must learn nothing from a part of it.
func (s Suite) monotone(p *report, r *rule) {
	m, ok := r.value.(agents.Monotone)
	if !ok || !m.Monotone() || r.from == read || r.writes == "" {
		return
	}
	rested := 0
	for number := range s.Scenes {
		c := newScene(s, number, r)
		for range ticks {
			c.next(r)
			rest, ok := c.settle(r)
			if !ok {
				continue
			}
			rested++
			if how := c.stir(r, rest); how != "" {
				p.broken("monotone",
					"says that it is Monotone, but where all heads change nothing "+
						"other coins do: %s (%v)", how, c)
			}
		}
	}
	if rested == 0 {
		p.t.Logf("agentstest: %s says that it is Monotone, which could not be tried: "+
			"with all heads it never came to rest", p.name)
	}
}

// settle calls the rule with all heads until nothing changes. Consensus needs as many calls as its
// Ticks.
func (c *scene) settle(r *rule) (rest outcome, ok bool) {
	c.stream.AllHeads(true)
	defer c.stream.AllHeads(false)
	for range 100 {
		last := c.outcome()
		c.stream.Reset(c.chance, c.person.Tick, c.number)
		c.ready(r)
		if c.call(r) != nil {
			return last, false
		}
		if rest = c.outcome(); rest.differs(last, r.writes) == "" {
			return rest, true
		}
	}
	return rest, false
}

// stir calls the rule with other coins, and says what they change.
func (c *scene) stir(r *rule, rest outcome) string {
	tick, tenure, reads := c.person.Tick, c.person.Tenure, append(agents.Knowledge(nil), c.reads...)
	defer func() {
		c.at(tick)
		c.person.Tenure = tenure
	}()
	for k := range 8 {
		c.restore(rest)
		c.ready(r)
		if r.reads == "norm" {
			c.keepPart(reads)
		}
		c.at(tick + k)
		c.person.Tenure = tenure + k
		c.stream.Reset(c.chance, c.person.Tick, c.number)
		if err := c.call(r); err != nil {
			return err.Error()
		}
		now := c.outcome()
		if c.circle {
			now.fill(rest)
		}
		if how := now.differs(rest, r.writes); how != "" {
			return how
		}
	}
	return ""
}

// keepPart lets the rule read a random part of a norm, possibly all of it.
func (c *scene) keepPart(norm agents.Knowledge) {
	share := []float64{1, .5, .9}[c.draw.IntN(3)]
	for i, w := range norm {
		c.reads[i] = w.Keep(c.draw.Coins(share, w.Known()))
	}
}

// fill copies rest into o where o holds nothing. So o becomes equal to rest if it was a part of
// rest.
func (o outcome) fill(rest outcome) {
	for i, w := range o.writes {
		o.writes[i] = rest.writes[i].Take(w, w.Known())
	}
}
