package agentstest

import (
	"fmt"

	"orglearn/agents"
)

// lanewise: the rule does to many replicates at once what it does to each by itself, bit for bit.
// Where no coin was thrown it does the same at any later tick. The engine relies on that to skip
// replicates in which nothing changes.
func (s Suite) lanewise(p *report, r *rule) {
	l, ok := r.value.(agents.Lanewise)
	_, remembers := r.value.(agents.Rememberer)
	if !ok || remembers || !l.Lanewise() || r.from == read || r.writes == "" ||
		r.sizes.below(1, 64) == 0 {
		return
	}
	for number := range min(s.Scenes, 20) {
		c := newReplicates(s.Seed, number, r)
		for range ticks {
			c.next(r)
			if how := c.law(r); how != "" {
				p.broken("lanewise", "says that it is Lanewise, but %s (%v, replicates %#x)",
					how, c.scene, c.lanes)
				return
			}
		}
	}
}

// law says how the rule breaks the law at this tick. It returns "" if it does not.
func (c *replicates) law(r *rule) string {
	begun := c.outcome()
	c.stream.Asked()
	if err := c.call(r); err != nil {
		return "among replicates it " + err.Error()
	}
	asked, left := c.stream.Asked(), c.outcome()
	if how := c.apart(r); how != "" {
		return how
	}
	return c.again(r, begun, left, c.lanes&^asked)
}

// apart calls the rule for each replicate by itself, and says where the result differs.
func (c *replicates) apart(r *rule) string {
	among := deal(c.writes)
	for lane, a := range c.alone {
		if a == nil {
			continue
		}
		if err := a.call(r); err != nil {
			return "to a replicate alone it " + err.Error()
		}
		if among[lane] != a.writes[0] {
			return fmt.Sprintf("the %s of replicate %d, with dimensions as lanes, "+
				"is %s among replicates and %s alone", r.writes, lane, show(among[lane]),
				show(a.writes[0]))
		}
	}
	return ""
}

// again calls the rule at later ticks on the bodies that it had. It says whether the result differs
// in the given lanes.
func (c *replicates) again(r *rule, begun, left outcome, lanes uint64) string {
	tick := c.person.Tick
	defer func() {
		c.restore(left)
		c.at(tick)
	}()
	for later := range ticks {
		c.restore(begun)
		c.at(tick + 1 + later)
		c.stream.Reset(c.chance, c.person.Tick, c.number)
		if err := c.call(r); err != nil {
			return "among replicates it " + err.Error()
		}
		for i, w := range c.writes {
			if differ := w.Differs(left.writes[i]) & lanes; differ != 0 {
				return fmt.Sprintf("at a later tick dimension %d of the %s differs "+
					"in the replicates %#x, where no coin was thrown", i, r.writes, differ)
			}
		}
	}
	return ""
}
