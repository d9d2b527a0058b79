package whatif

import (
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Join gives one of some people a seat in a unit: he is heard there and learns from it, as a
// Member. He is drawn at random among those who are present and not in the unit yet. He keeps his
// other seats. With a limited Attention he heeds each of them less often.
type Join struct {
	Channel string
	People  []int // one person, or several of whom one is drawn
	Unit    int
}

// Make implements Change. Errors are people or a unit that are not there, and people who are all in
// the unit already.
func (c Join) Make(m *sim.Model) error {
	e, err := edit(m, c.Channel)
	if err == nil {
		err = e.checkUnit(c.Unit)
	}
	if err == nil {
		err = c.join(e)
	}
	return naming("Join", err)
}

func (c Join) join(e *editing) error {
	var open []int
	for _, p := range c.People {
		if p < 0 || p >= e.model.People() {
			return fmt.Errorf("person %d, want 0 to %d", p, e.model.People()-1)
		}
		if !e.model.Vacant(p) && !slices.Contains(e.people(c.Unit), int32(p)) {
			open = append(open, p)
		}
	}
	if len(open) == 0 {
		return fmt.Errorf("channel %q: nobody of People is present and not in unit %d already",
			e.channel, c.Unit)
	}
	person := int32(open[chance(e.model, "join", c.Unit).IntN(len(open))])
	now := &e.now[c.Unit]
	now.Audience = append(slices.Clone(e.units.Audience(c.Unit)), person)
	now.Voices = append(now.Voices, network.Voice{Person: person, Weight: 1})
	return e.finish()
}

// Community adds a unit, the last, in which some people are heard and learn, each with the rank
// Core. Its norm is empty at first. Everybody keeps his other seats.
type Community struct {
	Channel string
	People  []int32
}

// Make implements Change. Errors are fewer than two people, people who are not there, and people
// who are listed twice.
func (c Community) Make(m *sim.Model) error {
	e, err := edit(m, c.Channel)
	if err == nil {
		err = checkPeople(m, c.People)
	}
	if err == nil && len(c.People) < 2 {
		err = fmt.Errorf("People has %d people, want 2 or more", len(c.People))
	}
	if err == nil {
		var added network.Membership
		for _, p := range c.People {
			added.Voices = append(added.Voices, network.Voice{Person: p, Rank: network.Core,
				Weight: 1})
		}
		e.now, e.from = append(e.now, added), append(e.from, -1)
		err = e.finish()
	}
	return naming("Community", err)
}

// Rotate lets all people of a channel exchange their places at random, once, as when staff are
// moved (network.Units.Reshuffle). Units keep their sizes and norms, and everybody keeps his number
// of seats.
type Rotate struct{ Channel string }

// Make implements Change. Circles, whose places are ties, are an error.
func (c Rotate) Make(m *sim.Model) error {
	e, err := edit(m, c.Channel)
	if err == nil {
		units := e.units.Clone(false)
		err = units.Reshuffle(chance(m, "rotate "+c.Channel, 0))
		if err == nil {
			err = m.Rearrange(c.Channel, units, nil)
		}
	}
	return naming("Rotate", err)
}
