package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Merge makes one unit of two. It has the place and the number of the one from which more people
// learn, of equal ones A. It keeps the norm of that unit, and what is remembered there; the norm of
// the other is lost. Leaders of the other become Member. Who heard either unit hears the new one.
//
// The other keeps its number, without people and with an empty norm. A unit's chance goes by its
// number, so all other units keep theirs. metrics.NormScore counts the empty norm too;
// metrics.NormScoreAmong does not.
type Merge struct {
	Channel string
	A, B    int
}

// Make implements Change. Errors are a unit that is not there, and a unit merged with itself.
func (c Merge) Make(m *sim.Model) error {
	e, err := edit(m, c.Channel)
	if err == nil {
		err = cmp.Or(e.checkUnit(c.A), e.checkUnit(c.B))
	}
	switch {
	case err != nil:
	case c.A == c.B:
		err = fmt.Errorf("channel %q: unit %d cannot be merged with itself", c.Channel, c.A)
	default:
		err = e.merge(c.A, c.B)
	}
	return naming("Merge", err)
}

func (e *editing) merge(into, other int) error {
	if len(e.units.Audience(other)) > len(e.units.Audience(into)) {
		into, other = other, into
	}
	a, b := &e.now[into], e.now[other]
	a.Audience = sorted(append(slices.Clone(e.units.Audience(into)), e.units.Audience(other)...))
	for _, v := range b.Voices {
		if v.Rank == network.Leader {
			v.Rank = network.Member
		}
		if !slices.Contains(e.units.Voices(into), v.Person) {
			a.Voices = append(a.Voices, v)
		}
	}
	setHeard(a, append(heardBy(*a), heardBy(b)...))
	e.now[other], e.from[other] = network.Membership{}, -1
	for k := range e.now {
		redirect(&e.now[k], k, into, other)
	}
	return e.finish()
}
