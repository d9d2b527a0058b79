package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// This is how people create, and try changes by themselves, in the obvious engine. It can run the
// rules Flip and Within.

// create lets those who create in one unit meet.
func (e *slow) create() {
	meetings := map[spot][]int{} // by channel and unit
	for p := range e.beliefs {
		if seats := e.heeded(p); e.doing[p] == agents.Create && len(seats) > 0 &&
			seats[0].channel < len(e.channels) {
			at := spot{seats[0].channel, seats[0].unit}
			meetings[at] = append(meetings[at], p)
		}
	}
	for at, people := range meetings {
		if len(people) > 1 {
			e.meet(e.channels[at.person], at.unit, people)
		}
	}
}

// meet lets people try a sign in one dimension that their claims leave open.
func (e *slow) meet(c *slowChannel, unit int, people []int) {
	chance := e.own("create", c.Name, unit)
	var open []int
	for d := range e.model.Dimensions() {
		sum := 0
		for _, p := range people {
			e.met[p] = true
			sum += int(c.claims[p][d])
		}
		if sum == 0 && (c.about[unit] == nil || c.about[unit][d]) {
			open = append(open, d)
		}
	}
	if len(open) == 0 {
		return
	}
	d := open[chance.IntN(len(open))]
	sign := int8(-1)
	if chance.Coins(.5, 1) != 0 {
		sign = 1
	}
	gain, created, news := 0, int64(0), false
	for _, p := range people {
		b := e.beliefs[p]
		old := b[d]
		gain -= e.score(b, nil)
		b[d] = sign
		gain += e.score(b, nil)
		b[d] = old
		news = news || old != sign
		if old == 0 {
			created++
		}
	}
	if !news {
		return
	}
	if c.flow.Tried++; gain <= 0 {
		return
	}
	c.flow.Kept++
	e.ledger.Created += created
	for _, p := range people {
		e.beliefs[p][d] = sign
	}
}

// experienceOf lets a person flip a belief, if it pays.
func (e *slow) experienceOf(p int) {
	rule := e.scenario.Experience
	within, bound := rule.(practice.Within)
	if bound {
		rule = within.Of
	}
	r, ok := rule.(agents.Flip)
	b := e.beliefs[p]
	if !ok || e.vacant[p] || e.met[p] || r.Idle && e.took[p] > 0 {
		return
	}
	chance := e.own("experience", "", p)
	d := chance.IntN(len(b))
	old, before, has := b[d], e.score(b, nil), known(b)
	if b[d] = -old; old == 0 {
		b[d] = 1 - 2*int8(chance.Coins(.5, 1))
	}
	if e.score(b, nil) <= before || bound && !e.openTo(p, d) {
		b[d] = old
	}
	e.ledger.Experienced += known(b) - has
}

// openTo reports whether one of a person's units is about a dimension, or he has none.
func (e *slow) openTo(p, d int) bool {
	none := true
	for _, c := range e.channels {
		for _, u := range c.units.Of(p) {
			none = false
			if c.about[u] == nil || c.about[u][d] {
				return true
			}
		}
	}
	return none
}

// compareLedger also tests that the change in what is known is the sum of its parts.
func (e *slow) compareLedger(t *testing.T) {
	t.Helper()
	want := e.ledger
	for _, b := range e.beliefs {
		want.Known += known(b)
	}
	if got := e.model.Ledger(); got != want {
		t.Fatalf("%v: ledger %+v, want %+v", e.model, got, want)
	}
}
