package agentstest

import (
	"slices"

	"orglearn/agents/kernel"
)

// A rule that keeps what it draws of somebody at first sight is, from then on, a function of its
// arguments: nothing that is done with one person can show it. So many strangers come into the same
// scene. Some, drawn, have been there once before, with other chance; what a rule that holds no
// state does now cannot depend on that. What depends on who it is tells nothing, and is passed by:
// all who come for the first time must fare alike, and so must all who have been there.

// strangers are so many who have been there, and so many who have not. That a rule which goes by
// numbers divides them just so has a chance of 2 in 24 over 12, which is below a millionth.
const strangers = 12

// firstStranger is the number of the first, whom no other scene knows.
const firstStranger = 1 << 20

// acquaintance deals the numbers of strangers in a scene to those who have been there and those who
// have not.
func acquaintance(number int, draw *kernel.Stream) (known, unknown []int) {
	draw.Reset(kernel.NewKey(0, 0, "agentstest", "strangers"), 0, number)
	ids := draw.Perm(2 * strangers)
	for i := range ids {
		ids[i] += firstStranger + number*len(ids)
	}
	return ids[:strangers], ids[strangers:]
}

// strangers: who has been in a scene before fares there as who has not.
func (s Suite) strangers(p *report, r *rule) {
	if r.sizes.people < manyPeople {
		return
	}
	var draw kernel.Stream
	for number := range min(s.Scenes, 30) {
		known, unknown := acquaintance(number, &draw)
		for _, id := range known {
			_, _ = s.meet(r, number, id, "before") // what it does wrong other laws find
		}
		now, alike := s.meetAll(r, number, known)
		first, same := s.meetAll(r, number, unknown)
		if !alike || !same {
			continue
		}
		if how := now.differs(first, r.writes); how != "" {
			p.broken("strangers", "holds state: whom it has seen before, with other chance, "+
				"it treats otherwise: %s (scene %d)", how, number)
			return
		}
	}
}

// meetAll is what the scene is for each of them, if it is the same.
func (s Suite) meetAll(r *rule, number int, ids []int) (all outcome, alike bool) {
	for i, id := range ids {
		o, err := s.meet(r, number, id, "rule")
		if err != nil || i > 0 && o.differs(all, r.writes) != "" {
			return o, false
		}
		all = o
	}
	return all, true
}

// meet is the scene for one of a number, with chance of a name.
func (s Suite) meet(r *rule, number, id int, chance string) (outcome, error) {
	c := newScene(s, number, r)
	c.chance = kernel.NewKey(s.Seed, 0, "agentstest", chance)
	c.person.ID, c.unit.ID = id, id
	c.next(r)
	err := c.call(r)
	return c.left(), err
}

// strange reports whether who has been in a scene before fares otherwise than who has not.
func (r *realRule) strange(number int) bool {
	var draw kernel.Stream
	known, unknown := acquaintance(number, &draw)
	for _, id := range known {
		r.meet(number, id, "before")
	}
	now, alike := r.meetAll(number, known)
	first, same := r.meetAll(number, unknown)
	return alike && same && !slices.Equal(now, first)
}

func (r *realRule) meetAll(number int, ids []int) (all []uint64, alike bool) {
	for i, id := range ids {
		left := r.meet(number, id, "rule")
		if i > 0 && !slices.Equal(left, all) {
			return nil, false
		}
		all = left
	}
	return all, true
}

func (r *realRule) meet(number, id int, chance string) (left []uint64) {
	defer func() { _ = recover() }() // other laws find it
	c := newRealScene(number, r)
	c.chance, c.person.ID, c.unit.ID, c.place.ID = chance, id, id, id
	_ = c.tick(r)
	return c.left()
}
