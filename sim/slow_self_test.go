package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/power"
)

// This is how people change by what they gained, how unequal they begin, and who curates, in the
// obvious engine. It can run the Reflectors gains and tempered.

// tempered makes people more competitive when they gain, and less so when they lose.
type tempered struct{}

func (tempered) Reflect(p *person) {
	traits := practice.TraitsOf(p.Self)
	now := traits.At(practice.Competition) + int(sign(int(p.Gained)))
	if p.Took > 0 && p.Coin(.1) {
		now = 0
	}
	traits.Set(practice.Competition, min(max(now, 0), practice.MostTrait))
}

// drawnSelves lets people of half of all scenarios reflect.
func drawnSelves(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 26))
	if r.IntN(2) == 0 {
		return
	}
	if s.Self == nil {
		s.Self, s.Reflect = threeKinds{}, gains
	} else if _, ok := s.Self.(culture.Selves); ok {
		s.Reflect = tempered{}
	}
}

// reflect lets people reflect on what they gained and took over in the tick.
func (e *slow) reflect() {
	for p := range e.beliefs {
		if e.scenario.Reflect == nil || e.vacant[p] {
			continue
		}
		gained := e.score(e.beliefs[p], nil) - e.score(e.began[p], nil)
		chance := e.own("reflect", "", p)
		if e.scenario.Self == (threeKinds{}) {
			if gained > 0 {
				e.kinds[p][1]++
			}
			if chance.Coin(.1) {
				e.kinds[p][0] = (e.kinds[p][0] + 1) % 3
			}
			continue
		}
		now := &e.traits[p].now[practice.Competition]
		*now = min(max(*now+int(sign(gained)), 0), practice.MostTrait)
		if e.took[p] > 0 && chance.Coin(.1) {
			*now = 0
		}
	}
}

// compareSelves compares kinds, and the numbers of gains.
func (e *slow) compareSelves(t *testing.T) {
	t.Helper()
	for p := range e.beliefs {
		if got := e.model.Self(p); e.scenario.Self == (threeKinds{}) &&
			!slices.Equal(got, e.kinds[p][:]) {
			t.Fatalf("%v: person %d is %d, want %d", e.model, p, got, e.kinds[p])
		}
	}
}

// drawnBeginning makes people of some scenarios unequal at the beginning, and curates some
// channels before all else that happens to structures.
func drawnBeginning(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 27))
	name := s.Channels[r.IntN(len(s.Channels))].Name
	if _, rugged := s.Reality.(sim.NK); r.IntN(3) == 0 && !rugged { // it has no 0 to exchange
		s.Events = append(s.Events, sim.Endowment{Channel: name, Contrast: rate(r)})
	}
	c := &s.Channels[r.IntN(len(s.Channels))]
	if r.IntN(2) == 0 && canBeCurated(*s, *c) {
		s.Events = slices.Concat([]sim.Event{sim.Curate{Channel: c.Name, By: name}}, s.Events)
	}
}

// canBeCurated reports whether a channel has units whose people keep their seats, and are not
// sponsored: curators come after the events that look at who is in which unit. Who is alone is
// heard by nobody.
func canBeCurated(s sim.Scenario, c sim.Channel) bool {
	switch c.Structure.(type) {
	case network.Circles, network.Pairs:
		return false
	}
	domain, _ := practice.DomainOf(c.Agenda)
	if s.People == 1 || domain.Topics > 0 {
		return false
	}
	return !slices.ContainsFunc(s.Events, func(e sim.Event) bool {
		reshuffle, deals := e.(sim.Reshuffle)
		sponsor, sponsored := e.(power.Sponsor)
		return deals && reshuffle.Channel == c.Name || sponsored && sponsor.Channel == c.Name
	})
}

// begin gives everybody first beliefs, as they stand after the events of tick 0.
func (e *slow) begin() {
	for p := range e.beliefs {
		if e.beliefs[p] = e.firstBeliefs(p); e.vacant[p] {
			clear(e.beliefs[p])
		}
	}
	e.inherit()
	e.signal()
	for _, event := range e.scenario.Events {
		if r, ok := event.(sim.Endowment); ok && !r.Off() {
			e.endow(r, e.chanceOf("endowment"))
		}
	}
	for _, event := range e.scenario.Events {
		if r, ok := event.(sim.Curate); ok {
			e.curate(r, e.chanceOf("curate"))
		}
	}
}

// inherit lets people believe what is tradition in their units.
func (e *slow) inherit() {
	for _, event := range e.scenario.Events {
		r, ok := event.(sim.Tradition)
		if !ok {
			continue
		}
		c := e.channels[e.model.Channel(r.Channel)]
		for u := range c.units.Len() {
			for _, p := range c.audience(u) {
				for d := range e.beliefs[p] {
					e.beliefs[p][d] = 1
				}
			}
		}
	}
}

// endow lets people of rich units have beliefs of people of poor ones.
func (e *slow) endow(r sim.Endowment, chance *agents.Stream) {
	c := e.channels[e.model.Channel(r.Channel)]
	var units [][]int
	for u := range c.units.Len() {
		members := e.those(func(p int) bool {
			return len(c.units.Of(p)) > 0 && int(c.units.Of(p)[0]) == u
		})
		if len(members) > 0 {
			units = append(units, members)
		}
	}
	order := chance.Perm(len(units))
	for k := 0; k+1 < len(order); k += 2 {
		rich, poor := units[order[k]], units[order[k+1]]
		for i := range min(len(rich), len(poor)) {
			exchange(e.beliefs[rich[i]], e.beliefs[poor[i]], r.Contrast, chance)
		}
	}
}

// exchange gives one body beliefs of another that it lacks. The coins of 64 dimensions are tossed
// together.
func exchange(to, from []int8, rate float64, chance *agents.Stream) {
	for first := 0; first < len(to); first += 64 {
		open := uint64(0)
		for d := first; d < min(first+64, len(to)); d++ {
			if to[d] == 0 && from[d] != 0 {
				open |= 1 << (d - first)
			}
		}
		moved := chance.Coins(rate, open)
		for d := first; d < min(first+64, len(to)); d++ {
			if moved>>(d-first)&1 != 0 {
				to[d], from[d] = from[d], 0
			}
		}
	}
}

// curate draws the unit whose people curate a channel.
func (e *slow) curate(r sim.Curate, chance *agents.Stream) {
	by := e.channels[e.model.Channel(r.By)]
	var able, communities []int
	for u := range by.units.Len() {
		if len(by.units.Voices(u)) > 0 {
			able = append(able, u)
			if by.isCommunity(u) {
				communities = append(communities, u)
			}
		}
	}
	if len(communities) > 0 {
		able = communities
	}
	unit := able[chance.IntN(len(able))]
	curators := slices.Clone(by.units.Voices(unit))
	if by.units.Graph() != nil && !slices.Contains(curators, int32(unit)) {
		curators = append(curators, int32(unit))
	}
	e.channels[e.model.Channel(r.Channel)].curators = curators
}

// compareCurators compares who is heard in a channel with its curators.
func (c *slowChannel) compareCurators(t *testing.T, e *slow) {
	t.Helper()
	for u := range c.units.Len() {
		got, want := slices.Sorted(slices.Values(c.units.Voices(u))),
			slices.Sorted(slices.Values(c.curators))
		if c.curators != nil && !slices.Equal(got, want) {
			t.Fatalf("%v: unit %d of %s is curated by %d, want %d", e.model, u, c.Name, got, want)
		}
	}
}

// drawnHead puts a head over the units of some channels that have no other parents.
func drawnHead(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 28))
	for i := range s.Channels {
		c := &s.Channels[i]
		switch of := c.Structure.(type) {
		case network.Isolated, network.Hierarchy:
		case network.Randomized:
			if r.IntN(2) == 0 {
				c.Structure = of.Of // it has communities of practice
			}
		default:
			continue
		}
		if r.IntN(3) == 0 {
			c.Structure = network.Headed{Of: c.Structure, Up: rate(r), Down: r.IntN(2) == 0}
		}
	}
}

// noteSelves adds what came of reflecting, of beginnings and of heads.
func (e *slow) noteSelves(did map[string]int64) {
	for _, kind := range e.kinds {
		did["ticks with a gain"] += int64(kind[1])
	}
	for _, event := range e.scenario.Events {
		if r, ok := event.(sim.Endowment); ok && !r.Off() {
			did["endowed"]++
		}
	}
	if e.scenario.Reflect == (tempered{}) {
		did["tempered"]++
	}
	for _, c := range e.channels {
		if _, ok := c.Structure.(network.Headed); ok {
			did["headed"]++
		}
		did["curated"] += int64(len(c.curators))
	}
}

// kindOf is the self of a person, as it was drawn when he came.
func (e *slow) kindOf(p int) (kind [2]uint64) {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "self", "")
	threeKinds{}.Begin(&person{Stream: newStream(key, e.tick, p)}, kind[:])
	return kind
}
