package whatif

import (
	"fmt"
	"slices"

	"orglearn/sim"
)

// Split makes two units of one. Both keep its norm and what is remembered of it. Its number is that
// of the first part; the second is the last unit. Everybody keeps his rank. Who heard the unit
// hears both parts.
type Split struct {
	Channel string
	Unit    int
	Second  []int32 // the people of the second part; nil: half of all, rounded down, at random
}

// Make implements Change. Errors are a unit that is not there, a unit of one person, people who are
// not in the unit, and a part without people.
func (c Split) Make(m *sim.Model) error {
	e, err := edit(m, c.Channel)
	if err == nil {
		err = e.checkUnit(c.Unit)
	}
	if err == nil {
		err = c.split(e)
	}
	return naming("Split", err)
}

func (c Split) split(e *editing) error {
	all := e.people(c.Unit)
	if len(all) < 2 {
		return fmt.Errorf("channel %q: unit %d has %d people, want 2 or more", c.Channel, c.Unit,
			len(all))
	}
	second := c.Second
	if second == nil {
		second = half(e.model, all, c.Unit)
	}
	if err := checkPart(second, all); err != nil {
		return fmt.Errorf("channel %q: unit %d: %w", c.Channel, c.Unit, err)
	}
	goes := func(p int32) bool { return slices.Contains(second, p) }
	stays := func(p int32) bool { return !goes(p) }
	old, added := e.now[c.Unit], e.now[c.Unit]
	added.Voices, added.Audience = voicesOf(old.Voices, goes), e.audienceOf(c.Unit, goes)
	e.now[c.Unit].Voices = voicesOf(old.Voices, stays)
	e.now[c.Unit].Audience = e.audienceOf(c.Unit, stays)
	e.now, e.from = append(e.now, added), append(e.from, c.Unit)
	e.heed(c.Unit, len(e.now)-1)
	return e.finish()
}

// half draws half of the people of a unit.
func half(m *sim.Model, all []int32, unit int) []int32 {
	var drawn []int32
	for _, k := range chance(m, "split", unit).Perm(len(all))[:len(all)/2] {
		drawn = append(drawn, all[k])
	}
	return drawn
}

// checkPart reports a second part that is not some, but not all, of the people of a unit.
func checkPart(second, all []int32) error {
	for i, p := range second {
		switch {
		case !slices.Contains(all, p):
			return fmt.Errorf("Second: person %d is not in it", p)
		case slices.Contains(second[:i], p):
			return fmt.Errorf("Second: person %d is there twice", p)
		}
	}
	if len(second) == 0 || len(second) == len(all) {
		return fmt.Errorf("Second has %d people, want 1 to %d", len(second), len(all)-1)
	}
	return nil
}
