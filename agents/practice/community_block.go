package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// These do for many units and people what Domain and Tally do for one.

// AboutBlock implements kernel.BlockAgenda.
func (r Domain) AboutBlock(b *kernel.Agendas) bool {
	if b.Each != communityWords {
		return false
	}
	aboutEach(r, b)
	return true
}

// aboutEach lets an agenda fill in what units are about, one by one and each with its own chance.
func aboutEach(r agents.Agenda, b *kernel.Agendas) {
	unit := agents.Unit{Dimensions: b.Dimensions, Stream: (*agents.Stream)(b.Stream)}
	for u := b.From; u < b.To; u++ {
		unit.Memory = b.Unit(u)
		b.Chance(u)
		r.About(&unit, b.About(u))
	}
}

// ReviewBlock implements kernel.BlockReviewer.
func (r Domain) ReviewBlock(b *kernel.Reviews) bool {
	if b.Memory.EachUnit != communityWords {
		return false
	}
	for u := b.From; u < b.To; u++ {
		c := Community(b.Memory.Unit(u))
		if c.Domain() == 0 {
			continue
		}
		met, gained := false, false
		for _, seat := range b.SeatsOf(u, u+1) {
			met = met || b.Heeded[seat]
			gained = gained || b.Heeded[seat] && b.Gained[seat] > 0
		}
		c.meet(met, gained)
	}
	return true
}

// Reads implements kernel.Selective: the rule reads gains.
func (r Domain) Reads() (gains, took bool) { return r.Reviews(), false }

// ReviewBlock implements kernel.BlockReviewer, unless the rule holds another one.
func (r Tally) ReviewBlock(b *kernel.Reviews) bool {
	if r.Of != nil {
		return false
	}
	for _, seat := range b.SeatsOf(b.From, b.To) {
		if b.Heeded[seat] {
			r.meet(b.Seat(seat), b.Gained[seat])
		}
	}
	return true
}

// Reads implements kernel.Selective: the rule itself reads gains.
func (r Tally) Reads() (gains, took bool) {
	_, took = readsOf(r.Of)
	return true, took
}
