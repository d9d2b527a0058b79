package formation

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
)

// settle gives the channel its new units, and the new communities their domains.
func (x *scene) settle(heir bool) {
	defer x.close()
	if !x.changed {
		return
	}
	if heir {
		x.inherit()
	}
	x.revise()
	if err := x.model.Revise(x.name, x.from, x.given, x.changes); err != nil {
		panic(err)
	}
	unit := len(x.from)
	for _, c := range slices.Backward(x.list) {
		if c.Unit == newborn {
			unit--
			practice.Community(x.memory.Agenda(unit)).Found(c.Domain, c.Born)
		}
	}
}

// revise lists the units of the channel for Model.Revise: first those that were there and stay, in
// their order, then the new communities.
func (x *scene) revise() {
	old := x.model.Units(x.channel)
	x.number = append(x.number[:0], make([]int, old.Len())...) // the new one of each, or -1
	for _, c := range x.ended {
		x.number[c.Unit] = -1
	}
	x.from, x.given, x.changes = x.from[:0], x.given[:0], x.changes[:0]
	for u := range x.number {
		if x.number[u] == 0 {
			x.number[u] = len(x.from)
			x.from, x.given = append(x.from, u), append(x.given, -1)
		}
	}
	x.voices, x.audience = x.voices[:0], x.audience[:0]
	for _, c := range x.list {
		switch {
		case c.Unit == newborn:
			x.from, x.given = append(x.from, -1), append(x.given, len(x.changes))
		case c.moved: // it has changed
			x.given[x.number[c.Unit]] = len(x.changes)
		default:
			continue
		}
		x.changes = append(x.changes, x.seat(old, c))
	}
}

// seat returns a unit whose members are those of a community. Who was heard there, or learned
// there, goes on doing so as before. Others are heard and learn, and have the rank of rankIn.
func (x *scene) seat(old *network.Units, c *Community) network.Membership {
	voice, listener := len(x.voices), len(x.audience)
	if c.Unit != newborn {
		x.stay(old, c)
	}
	rank := rankIn(old, c.Unit)
	for _, p := range c.Members {
		if _, was := slices.BinarySearch(c.before, p); !was {
			x.voices = append(x.voices, network.Voice{Person: p, Rank: rank, Weight: 1})
			x.audience = append(x.audience, p)
		}
	}
	return network.Membership{Voices: x.voices[voice:], Audience: x.audience[listener:]}
}

// rankIn returns the rank of those who join a unit: Core, as in every community of practice, but
// Member in a unit in which others have another rank.
func rankIn(old *network.Units, unit int) network.Rank {
	if unit == newborn || len(old.Voices(unit)) == 0 {
		return network.Core
	}
	ranks := old.Ranks(unit)
	if ranks == nil || slices.ContainsFunc(ranks, func(r network.Rank) bool {
		return r != network.Core && r != network.Leader
	}) {
		return network.Member
	}
	return network.Core
}

// stay lists who of a community's members were heard there, and who learned there.
func (x *scene) stay(old *network.Units, c *Community) {
	ranks, ties := old.Ranks(c.Unit), old.Weights(c.Unit)
	voices, audience := old.Voices(c.Unit), old.Audience(c.Unit)
	same := slices.Equal(voices, audience)
	for k, p := range voices {
		if !c.Has(int(p)) {
			continue
		}
		voice := network.Voice{Person: p, Weight: 1}
		if ranks != nil {
			voice.Rank = ranks[k]
		}
		if ties != nil {
			voice.Weight = ties[k]
		}
		x.voices = append(x.voices, voice)
		if same {
			x.audience = append(x.audience, p)
		}
	}
	for _, p := range audience {
		if !same && c.Has(int(p)) {
			x.audience = append(x.audience, p)
		}
	}
}

// inherit gives the norms of communities that end to their heirs.
func (x *scene) inherit() {
	domain, _ := practice.DomainOf(x.model.Scenario().Channels[x.channel].Agenda)
	shared := make([]uint64, agents.Width(x.model.Dimensions()))
	for _, c := range x.ended {
		heir := x.heir(c)
		if heir == nil {
			continue
		}
		domain.Mask(c.Domain&heir.Domain, x.model.Dimensions(), shared)
		from, to := x.model.Norm(x.channel, c.Unit), x.model.Norm(x.channel, heir.Unit)
		for i, mask := range shared {
			to[i] = to[i].Take(from[i], mask&^to[i].Known())
		}
	}
}

// heir returns the community that takes over what one that ends knew, or nil.
func (x *scene) heir(of *Community) (heir *Community) {
	most := 0
	for _, c := range x.list {
		if n := (c.Domain & of.Domain).Len(); c.Unit != newborn && n > most {
			heir, most = c, n
		}
	}
	return heir
}
