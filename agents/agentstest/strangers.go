package agentstest

import (
	"slices"

	"orglearn/agents/kernel"
)

// A wrong rule may draw something when it first meets a person, and keep it. From then on it is a
// function of its arguments, so no test with one person finds the fault. This test takes many
// people, the strangers, and calls the rule for each of them in the same scene. Half of them, drawn
// at random, have been in the scene before, with other random numbers. A rule without state treats
// the two halves alike.
//
// A rule may also depend on who the person is, which is permitted. So the test compares the halves
// only if the rule treats all people within each half alike.

// strangers is the size of each half. A rule that goes by a person's number might divide the people
// into just these halves. The probability is 2 in 24 over 12, which is below a millionth.
const strangers = 12

// firstStranger is the number of the first stranger. Other scenes use smaller numbers.
const firstStranger = 1 << 20

// acquaintance draws which strangers have been in a scene before, and which have not.
func acquaintance(number int, draw *kernel.Stream) (known, unknown []int) {
	draw.Reset(kernel.NewKey(0, 0, "agentstest", "strangers"), 0, number)
	ids := draw.Perm(2 * strangers)
	for i := range ids {
		ids[i] += firstStranger + number*len(ids)
	}
	return ids[:strangers], ids[strangers:]
}

// strangers: a rule treats people who have been in a scene before like people who have not.
func (s Suite) strangers(p *report, r *rule) {
	if r.sizes.people < manyPeople {
		return
	}
	var draw kernel.Stream
	for number := range min(s.Scenes, 30) {
		known, unknown := acquaintance(number, &draw)
		for _, id := range known {
			_, _ = s.meet(r, number, id, "before") // other laws find its errors
		}
		now, alike := s.meetAll(r, number, known)
		first, same := s.meetAll(r, number, unknown)
		if !alike || !same {
			continue
		}
		if how := now.differs(first, r.writes); how != "" {
			p.broken("strangers", "holds state: it treats people whom it has met before, "+
				"with other random numbers, differently: %s (scene %d)", how, number)
			return
		}
	}
}

// meetAll calls the rule for each of the people. It returns the outcome, and whether it is the same
// for all.
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

// meet calls the rule for one person in a scene. chance names the key of the stream.
func (s Suite) meet(r *rule, number, id int, chance string) (outcome, error) {
	c := newScene(s, number, r)
	c.chance = kernel.NewKey(s.Seed, 0, "agentstest", chance)
	c.person.ID, c.unit.ID = id, id
	c.next(r)
	err := c.call(r)
	return c.left(), err
}

// strange reports whether a rule treats people who have been in a scene before unlike people who
// have not.
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
