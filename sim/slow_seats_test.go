package sim_test

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// This is who takes part in a unit, and what the unit is about, in the obvious engine. It can run
// the Participant Apprenticeship (see slow_attend_test.go for others), and the Agendas Calendar,
// Allotment, Attend (slow_agenda_test.go), Domain (slow_formation_test.go) and Stages, one within
// the other.

// spot is a person in a unit.
type spot struct{ person, unit int }

// sits reports whether a person learns from a unit.
func (c *slowChannel) sits(p, unit int) bool {
	return slices.Contains(c.units.Of(p), int32(unit))
}

// takePart finds the full members of each unit. It counts the tick.
func (c *slowChannel) takePart(e *slow) {
	c.full = map[spot]bool{}
	r := joiningOf(c.Participate).Apprenticeship
	for u := range c.units.Len() {
		for _, p := range c.people(slices.Concat(c.units.Voices(u), c.units.Audience(u))) {
			at := spot{int(p), u}
			if _, met := c.full[at]; met {
				continue
			}
			c.full[at] = e.joined[p] == 0 || e.tick-e.joined[p] >= r.Wait
			if r.PerSeat && c.sits(int(p), u) {
				if e.tick == 0 {
					c.seats[at] = 1 << 30 // a founder
				}
				c.full[at] = c.seats[at] >= r.Wait
				c.seats[at]++
			}
		}
	}
}

// voices returns who is heard in a unit.
func (e *slow) voices(c *slowChannel, unit int) []int {
	return e.heard(c, unit, e.present(c, unit))
}

// present returns who may be heard in a unit.
func (e *slow) present(c *slowChannel, unit int) (voices []int) {
	for _, p := range c.speakers(unit) {
		at := spot{int(p), unit}
		if c.full[at] && !c.away[at] && !c.quiet[at] && !c.turns[at].off {
			voices = append(voices, int(p))
		}
	}
	for _, other := range c.units.Heard(unit) {
		voices = append(voices, len(e.beliefs)+int(other))
	}
	return voices
}

// plan asks what each unit is about.
func (c *slowChannel) plan(e *slow) {
	c.about = nil
	for u := range c.units.Len() {
		c.about = append(c.about, e.aboutBy(c, u, c.Agenda, e.own("agenda", c.Name, u)))
	}
}

// aboutBy asks an Agenda. Those that it holds go on with its chance.
func (e *slow) aboutBy(c *slowChannel, unit int, agenda any, chance *agents.Stream) []bool {
	m := e.model.Dimensions()
	switch r := agenda.(type) {
	case practice.Calendar:
		since := ((e.tick-r.Phase)%r.Every + r.Every) % r.Every
		if since >= r.For {
			return make([]bool, m)
		}
		if about := e.aboutBy(c, unit, r.Of, chance); about != nil {
			return about
		}
		return slices.Repeat([]bool{true}, m)
	case practice.Allotment:
		if c.closed[unit][e.tick%r.Every] {
			return make([]bool, m)
		}
		return e.aboutBy(c, unit, r.Of, chance)
	case practice.Attend:
		about := e.aboutBy(c, unit, r.Of, chance)
		if about == nil {
			about = slices.Repeat([]bool{true}, m)
		}
		e.attendTo(c, unit, r, about, chance)
		return about
	case practice.Domain:
		return e.domainOf(c, unit, r, chance)
	case practice.Stages:
		about := make([]bool, m)
		phase := c.phase(r, unit, e.tick)
		for d := range about {
			stage := stageOf(r, d, m)
			about[d] = stage == phase%r.Stages ||
				r.Cumulative && (stage < phase%r.Stages || phase >= r.Stages)
		}
		return about
	}
	return nil
}

// phase returns the phase of a unit.
func (c *slowChannel) phase(r practice.Stages, unit, tick int) int {
	phases := r.Stages * max(r.Loops, 1)
	if r.Ticks == 0 {
		return c.courses[unit].phase
	}
	return min(tick*phases/r.Ticks, phases-1)
}

// stageOf returns the stage of a dimension: the last that begins at it or before.
func stageOf(r practice.Stages, d, dimensions int) (stage int) {
	block := max(r.Block, 1)
	for s := 1; s < r.Stages; s++ {
		if s*(dimensions/block)/r.Stages*block+r.Straddle <= d {
			stage = s
		}
	}
	return stage
}

// meets reports whether a unit is about anything.
func (c *slowChannel) meets(unit int) bool {
	return c.about[unit] == nil || slices.Contains(c.about[unit], true)
}

// within returns a body, emptied where a unit is not about it.
func (c *slowChannel) within(unit int, body []int8) []int8 {
	body = slices.Clone(body)
	for d, is := range c.about[unit] {
		if !is {
			body[d] = 0
		}
	}
	return body
}

// merit is the standing of a voice as a unit sees it.
func (e *slow) merit(c *slowChannel, unit, voice int) int {
	sees := e.sight(c, unit)
	switch {
	case voice >= len(e.beliefs):
		return e.score(c.stood[voice-len(e.beliefs)], sees)
	case c.ByClaims:
		return e.score(c.claims[voice], sees)
	}
	if e.scenario.Asynchronous {
		return e.score(e.beliefs[voice], sees)
	}
	return e.score(e.began[voice], sees)
}

// standing is that of a unit: of its norm or, of a circle, of its person.
func (e *slow) standing(c *slowChannel, unit int) int {
	if c.norms == nil {
		return e.merit(c, unit, unit)
	}
	return e.score(c.stood[unit], e.sight(c, unit))
}
