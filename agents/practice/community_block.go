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
	unit := agents.Unit{Dimensions: b.Dimensions, Stream: (*agents.Stream)(b.Stream)}
	all := r.All()
	for u := b.From; u < b.To; u++ {
		domain, about := Community(b.Unit(u)).Domain()&all, b.About(u)
		r.fill(domain, b.Dimensions, about)
		if domain != 0 && r.Incidental > 0 {
			b.Chance(u)
			r.stray(&unit, domain, about)
		}
	}
	return true
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
		met, most := 0, int32(0)
		for _, seat := range b.SeatsOf(u, u+1) { // without a branch that cannot be predicted
			heeded := one(b.Heeded[seat])
			met |= heeded
			most = max(most, b.Gained[seat]&-int32(heeded))
		}
		c.meet(met != 0, most > 0)
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
	gained, heeded := b.Gained, b.Heeded[:len(b.Gained)]
	for _, seat := range b.SeatsOf(b.From, b.To) {
		own := &b.Noted[int(seat)*b.Each]
		next := *own + 1
		if int(gained[seat]) > r.Cost {
			next = 0
		}
		if !heeded[seat] {
			next = *own
		}
		*own = next
	}
	return true
}

// one is 1 if something is so, else 0.
func one(is bool) (n int) {
	if is {
		n = 1
	}
	return n
}

// Reads implements kernel.Selective: the rule itself reads gains.
func (r Tally) Reads() (gains, took bool) {
	_, took = readsOf(r.Of)
	return true, took
}
