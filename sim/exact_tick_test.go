package sim_test

import (
	"orglearn/network"
	"orglearn/sim"
)

// the largest numbers that a composition may have.
const (
	exactPeople     = 3
	exactDimensions = 2
	exactChannels   = 2
	exactUnits      = 3
)

// composition is a small scenario, described for the enumeration.
type composition struct {
	sim.Scenario
	first    [exactPeople]body
	norms    [exactChannels][exactUnits]body
	units    [exactChannels][]network.Membership // none: pairs drawn every tick
	circles  [exactChannels]bool                 // implicit
	world    earth
	truth    body
	turnover float64
	turns    float64 // of reality
	claims   bool    // the claims of the last cycle are compared too
}

// moment is a possible state of a run, within a tick.
type moment struct {
	beliefs  [exactPeople]body
	norms    [exactChannels][exactUnits]body
	streaks  [exactChannels][exactUnits][2]streak
	truth    body
	start    [exactPeople]body // beliefs at the start of the tick
	claims   [exactChannels][exactPeople]body
	took     [exactPeople]bool
	plans    [exactPeople]int8
	leftOver [exactChannels]int8 // who is left over when pairs are drawn
}

// enumeration is the distribution over moments, each with its probability. They are in the order in
// which they were found, which is the same in every run.
type enumeration struct {
	*composition
	moments []moment
	chances []float64
	tick    int
	work    int // outcomes that may still be enumerated; below 0 the enumeration stops
}

// enumerate returns the distribution of a composition after its ticks, or after fewer ticks if the
// allowed work is not enough.
func enumerate(c *composition, work int) *enumeration {
	e := &enumeration{composition: c, chances: []float64{1}, work: work}
	e.moments = []moment{{beliefs: c.first, norms: c.norms, truth: c.truth}}
	for e.tick < c.Ticks {
		moments, chances := e.moments, e.chances
		e.each(begun)
		e.cycle()
		e.happen()
		if e.work < 0 {
			e.moments, e.chances, c.Ticks = moments, chances, e.tick
			break
		}
		e.tick++
	}
	return e
}

// begun returns a moment at the start of a tick. It keeps only what lasts from one tick to the
// next.
func begun(m moment, put func(moment, float64)) {
	put(moment{beliefs: m.beliefs, norms: m.norms, streaks: m.streaks, truth: m.truth,
		start: m.beliefs}, 1)
}

// each replaces every moment by its outcomes, and joins equal ones.
func (e *enumeration) each(what func(m moment, put func(moment, float64))) {
	at := map[moment]int{}
	var moments []moment
	var chances []float64
	for i, m := range e.moments {
		what(m, func(n moment, p float64) {
			if e.work--; p == 0 || e.work < 0 {
				return
			}
			k, ok := at[n]
			if !ok {
				k = len(moments)
				at[n], moments, chances = k, append(moments, n), append(chances, 0)
			}
			chances[k] += e.chances[i] * p
		})
		if e.work < 0 {
			return
		}
	}
	e.moments, e.chances = moments, chances
}

func (e *enumeration) cycle() {
	for c := range e.Channels {
		if e.units[c] == nil && e.People == 3 {
			e.each(func(m moment, put func(moment, float64)) {
				for p := range e.People {
					m.leftOver[c] = int8(p)
					put(m, 1./3)
				}
			})
		}
	}
	if e.Asynchronous {
		for range e.People {
			e.each(e.activate)
		}
		return
	}
	early, late := false, false
	for _, c := range e.Channels {
		early, late = early || c.Simultaneous, late || !c.Simultaneous
	}
	e.externalize()
	if early && late {
		e.plan()
	}
	if early {
		e.internalize(true, late)
	}
	for c := range e.Channels {
		if !e.circles[c] && e.due(c) {
			e.objectify(c)
		}
	}
	if late {
		e.internalize(false, early)
	}
	for p := range e.People {
		if e.Experience != nil {
			e.each(func(m moment, put func(moment, float64)) { e.try(m, p, put) })
		}
	}
}

// due reports whether a channel's units objectify in this cycle: in cycle number Every, and so on.
func (e *enumeration) due(c int) bool {
	every := max(e.Channels[c].Every, 1)
	return e.tick%every == every-1
}

func (e *enumeration) externalize() {
	for c, channel := range e.Channels {
		for p := range e.People {
			e.each(func(m moment, put func(moment, float64)) {
				for _, o := range claimed(channel.Externalize, m.beliefs[p], e.Dimensions) {
					m.claims[c][p] = o.what
					put(m, o.chance)
				}
			})
		}
	}
}

func (e *enumeration) objectify(c int) {
	for u := range e.units[c] {
		e.each(func(m moment, put func(moment, float64)) {
			e.decide(&m, m.start, c, u, m.norms[c][u], func(v verdict, p float64) {
				n := m
				n.norms[c][u], n.streaks[c][u] = v.norm, v.streaks
				put(n, p)
			})
		})
	}
}

// voices returns the people who are heard in a unit.
func (e *enumeration) voices(m *moment, c, u int) []network.Voice {
	if e.units[c] != nil {
		return e.units[c][u].Voices
	}
	var others []network.Voice
	for p := range e.People {
		if p != u && (e.People < 3 || int(m.leftOver[c]) != u && int(m.leftOver[c]) != p) {
			others = append(others, network.Voice{Person: int32(p)})
		}
	}
	return others
}

// decide puts the outcomes for a unit's norm. Standing is by the given beliefs, or by claims.
func (e *enumeration) decide(m *moment, believed [exactPeople]body, c, u int, norm body,
	put func(verdict, float64)) {
	by := believed
	if e.Channels[c].ByClaims {
		by = m.claims[c]
	}
	judged := norm
	if e.circles[c] {
		judged = by[u]
	}
	for _, heeded := range heard(e.voices(m, c, u), e.Channels[c].Heed) {
		for _, seen := range e.world.samples(e.Dimensions) {
			var said []hearing
			for _, s := range heeded.what {
				said = append(said, hearing{m.claims[c][s.Person],
					e.world.pays(m.truth, by[s.Person], seen.what), s.Rank == network.Leader})
			}
			standing := e.world.pays(m.truth, judged, seen.what)
			for _, v := range decided(e.Channels[c].Objectify, standing, said,
				verdict{norm, m.streaks[c][u]}, e.Dimensions) {
				put(v.what, heeded.chance*seen.chance*v.chance)
			}
		}
	}
}

// heard returns the sets of voices that a unit may heed: of the given size, or all voices if there
// are no more or the size is 0.
func heard(voices []network.Voice, heed int) odds[[]network.Voice] {
	if heed == 0 || heed >= len(voices) {
		return surely(voices)
	}
	var some [][]network.Voice
	for set := range 1 << len(voices) {
		var chosen []network.Voice
		for k, v := range voices {
			if set>>k&1 != 0 {
				chosen = append(chosen, v)
			}
		}
		if len(chosen) == heed {
			some = append(some, chosen)
		}
	}
	return alike(some)
}

// place is a person's seat: a unit of a channel, perhaps his own circle.
type place struct{ channel, unit int }

// places returns the seats of a person.
func (e *enumeration) places(p int) (all []place) {
	for c := range e.Channels {
		if e.circles[c] {
			all = append(all, place{c, p})
			continue
		}
		for u, unit := range e.units[c] {
			for _, a := range audience(unit) {
				if a == p {
					all = append(all, place{c, u})
				}
			}
		}
	}
	return all
}

func audience(u network.Membership) (people []int) {
	if u.Audience == nil {
		for _, s := range u.Voices {
			people = append(people, int(s.Person))
		}
	}
	for _, p := range u.Audience {
		people = append(people, int(p))
	}
	return people
}

// orders returns all ways to choose and order the seats that a person heeds in a tick: Attention of
// them, or all if that is 0 or he has fewer.
func (e *enumeration) orders(p int) odds[[]place] {
	all := e.places(p)
	k := len(all)
	if e.Attention > 0 {
		k = min(k, e.Attention)
	}
	return alike(arrangements(all, k))
}

// arrangements returns all ways to take k of n things one after the other.
func arrangements(of []place, k int) [][]place {
	if k == 0 {
		return [][]place{nil}
	}
	var all [][]place
	for i, first := range of {
		rest := append(append([]place(nil), of[:i]...), of[i+1:]...)
		for _, a := range arrangements(rest, k-1) {
			all = append(all, append([]place{first}, a...))
		}
	}
	return all
}

// plan draws everybody's seats once a tick, if people learn both before and after units objectify.
func (e *enumeration) plan() {
	for p := range e.People {
		orders := e.orders(p)
		e.each(func(m moment, put func(moment, float64)) {
			for k, o := range orders {
				m.plans[p] = int8(k)
				put(m, o.chance)
			}
		})
	}
}

func (e *enumeration) internalize(early, planned bool) {
	for p := range e.People {
		orders := e.orders(p)
		e.each(func(m moment, put func(moment, float64)) {
			for k, o := range orders {
				switch {
				case !planned:
					e.learn(m, p, o.what, early, o.chance, put)
				case k == int(m.plans[p]):
					e.learn(m, p, o.what, early, 1, put)
				}
			}
		})
	}
}

// learn lets a person learn from his seats, one after the other.
func (e *enumeration) learn(m moment, p int, from []place, early bool, chance float64,
	put func(moment, float64)) {
	if len(from) == 0 {
		put(m, chance)
		return
	}
	c, u := from[0].channel, from[0].unit
	switch {
	case e.Channels[c].Simultaneous != early || e.circles[c] && !e.due(c):
		e.learn(m, p, from[1:], early, chance, put)
	case e.circles[c]:
		e.decide(&m, m.start, c, u, body{}, func(v verdict, q float64) {
			n := m
			n.streaks[c][u] = v.streaks
			e.take(n, p, c, v.norm, chance*q, func(n moment, q float64) {
				e.learn(n, p, from[1:], early, q, put)
			})
		})
	default:
		e.take(m, p, c, m.norms[c][u], chance, func(n moment, q float64) {
			e.learn(n, p, from[1:], early, q, put)
		})
	}
}

// take lets a person internalize a norm.
func (e *enumeration) take(m moment, p, c int, norm body, chance float64,
	put func(moment, float64)) {
	belief := m.beliefs[p]
	took := m.took[p]
	for _, o := range taught(e.Channels[c].Internalize, norm, belief, e.Dimensions) {
		m.beliefs[p], m.took[p] = o.what, took || o.what != belief
		put(m, chance*o.chance)
	}
}

// try lets a person try a change by himself. He keeps it if reality pays more for it.
func (e *enumeration) try(m moment, p int, put func(moment, float64)) {
	belief := m.beliefs[p]
	trials, tries := tried(e.Experience, belief, m.took[p], e.Dimensions)
	if !tries {
		put(m, 1)
		return
	}
	for _, o := range trials {
		m.beliefs[p] = belief
		if e.world.pays(m.truth, o.what, everywhere) > e.world.pays(m.truth, belief, everywhere) {
			m.beliefs[p] = o.what
		}
		put(m, o.chance)
	}
}

// happen applies the events of the new tick. Reality turns, and then newcomers come, with first
// beliefs, of whom nothing is remembered.
func (e *enumeration) happen() {
	for d := range e.Dimensions {
		if e.turns == 0 {
			continue
		}
		e.each(func(m moment, put func(moment, float64)) {
			put(m, 1-e.turns)
			m.truth[d] = -m.truth[d]
			put(m, e.turns)
		})
	}
	for p := range e.People {
		if e.turnover == 0 {
			continue
		}
		e.each(func(m moment, put func(moment, float64)) {
			put(m, 1-e.turnover)
			m.beliefs[p] = e.first[p]
			for c := range e.Channels {
				if e.circles[c] {
					m.streaks[c][p] = [2]streak{}
				}
			}
			put(m, e.turnover)
		})
	}
}
