package sim_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

// composer draws small compositions: scenarios of built-in rules.
type composer struct {
	*rand.Rand
	*composition
}

// composed draws composition number n. The same n gives the same composition.
func composed(n, attempt uint64) *composition {
	d := composer{rand.New(rand.NewPCG(n, attempt)), new(composition)}
	d.People, d.Dimensions, d.Ticks = d.weighted(1, 3, 6)+1, d.weighted(1, 2)+1,
		d.weighted(1, 2, 2)+1
	d.Attention = d.weighted(4, 2, 1)
	d.Asynchronous = d.oneIn(6)
	d.claims = !d.Asynchronous && d.oneIn(3)
	d.settle()
	for c := range 1 + d.weighted(1, 3) {
		d.open(c)
	}
	if d.oneIn(4) {
		d.Experience = agents.Flip{Idle: d.oneIn(2)}
	}
	if d.oneIn(3) {
		d.turnover = .1 + .4*d.rate()
		d.Events = append(d.Events, sim.Turnover{Rate: d.turnover})
	}
	if d.world.rugged == nil && d.oneIn(8) {
		d.turns = .1 + .4*d.rate()
		d.Events = append(d.Events, sim.Turbulence{Rate: d.turns})
	}
	d.begin()
	return d.composition
}

func (d composer) oneIn(n int) bool { return d.IntN(n) == 0 }

// weighted draws an index with a probability proportional to its weight.
func (d composer) weighted(times ...int) int {
	sum := 0
	for _, t := range times {
		sum += t
	}
	at := d.IntN(sum)
	for k, t := range times {
		if at -= t; at < 0 {
			return k
		}
	}
	panic("unreachable")
}

// rate is 1, 1/2 or anything from 0 to 1, in hundredths.
func (d composer) rate() float64 {
	switch d.weighted(1, 1, 4) {
	case 0:
		return 1
	case 1:
		return .5
	}
	return float64(d.IntN(101)) / 100
}

// settle draws reality.
func (d composer) settle() {
	d.truth = d.body(1)
	of := sim.Reality(nil)
	switch d.weighted(5, 3, 1) {
	case 0:
		d.world.seen = d.seen(1)
		of = sim.Additive{Seen: d.world.seen}
	case 1:
		d.world.size = 1 + d.IntN(d.Dimensions)
		d.world.seen = d.seen(d.world.size)
		of = sim.Blocks{Size: d.world.size, Seen: d.world.seen}
	case 2:
		d.world.seen = d.seen(1)
		r := sim.NK{K: d.IntN(d.Dimensions), Decimals: 1, Seen: d.world.seen}
		l, err := r.New(d.Dimensions, newStream(kernel.Key(d.Uint64()), 0, 0))
		if err != nil {
			panic(err)
		}
		d.world.rugged, d.truth, of = l.(sim.Sighted), body{}, r
	}
	s := settled{of: of, truth: d.truth, dimensions: d.Dimensions}
	if d.world.rugged != nil {
		s.rugged = d.world.rugged
	}
	d.Reality = s
}

// seen draws a number of dimensions in whole blocks, mostly 0.
func (d composer) seen(size int) int {
	if d.oneIn(4) {
		return size * (1 + d.IntN(d.Dimensions/size))
	}
	return 0
}

// body draws beliefs, of which one in a given number is 0; 1 means that none is.
func (d composer) body(oneIn int) (b body) {
	for k := range d.Dimensions {
		if b[k] = int8(2*d.IntN(2) - 1); oneIn > 1 && d.oneIn(oneIn) {
			b[k] = 0
		}
	}
	return b
}

// begin draws first beliefs and first norms. They may be empty.
func (d composer) begin() {
	zeros := 3
	if d.world.rugged != nil {
		zeros = 1
	}
	for p := range d.People {
		d.first[p] = d.body(zeros)
	}
	first := d.first
	d.Beliefs = agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
		write(belief, first[p.ID])
	})
	if d.oneIn(2) {
		return
	}
	for c := range d.Channels {
		if !d.circles[c] {
			for u := range d.units[c] {
				d.norms[c][u] = d.body(4)
			}
		}
	}
	units, norms := d.units, d.norms
	d.Events = append(d.Events, sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		for c := range m.Channels() {
			for u := range m.Norms(c) {
				if m.Tick() == 0 && u < len(units[c]) {
					write(m.Norm(c, u), norms[c][u])
				}
			}
		}
	}))
}

func write(k agents.Knowledge, b body) {
	for d, v := range b {
		k.Set(d, agents.Belief(v))
	}
}

// open draws channel c.
func (d composer) open(c int) {
	ch := sim.Channel{
		Name:        fmt.Sprint("channel ", c),
		Externalize: agents.Act{},
		Every:       d.weighted(3, 3, 2),
		Heed:        d.weighted(6, 2, 1),
		ByClaims:    d.oneIn(3),
	}
	if d.oneIn(2) {
		ch.Externalize = agents.Say{Rate: d.rate()}
	}
	ch.Objectify, ch.Internalize = d.objectifier(), d.internalizer()
	d.Channels = append(d.Channels, ch)
	if d.Asynchronous {
		d.Channels[c].Every = 1
	}
	kind := d.weighted(4, 2, 2, 1)
	switch {
	case kind == 3:
		d.Channels[c].Structure, d.circles[c] = network.Pairs{}, true
	case kind == 2 || d.Asynchronous:
		d.circle(c, false)
	case kind == 1:
		d.circle(c, true)
	default:
		d.seat(c)
	}
	d.Channels[c].Simultaneous = !d.circles[c] && d.oneIn(3)
}

func (d composer) objectifier() agents.Objectifier {
	switch d.weighted(5, 2, 4, 2, 2, 1, 3, 3, 1) {
	case 0:
		return agents.Superior{Rate: d.rate(), PerVote: d.oneIn(2)}
	case 1:
		return agents.Majority{Rate: d.rate()}
	case 2:
		return agents.Consensus{Share: []float64{.51, .6, 2. / 3, 1}[d.IntN(4)],
			Ticks: 1 + d.IntN(3)}
	case 3:
		return agents.Authority{Rate: d.rate(), Weight: d.IntN(4)}
	case 4:
		return agents.Screen{Rate: d.rate(), Veto: d.rate()}
	case 5:
		return agents.Decree{Rate: d.rate()}
	case 6:
		return agents.Best{}
	case 7:
		return agents.Conformity{}
	}
	return agents.Threshold{Count: d.IntN(3), Share: float64(d.IntN(4)) / 3}
}

func (d composer) internalizer() agents.Internalizer {
	switch d.weighted(4, 3, 1, 1) {
	case 0:
		return agents.Absorb{Rate: d.rate()}
	case 1:
		return agents.Gradual{Rate: d.rate()}
	case 2:
		return agents.Fill{Rate: d.rate()}
	}
	return agents.Interact{Size: 1}
}

// circle gives channel c the circles of a random graph.
func (d composer) circle(c int, lasting bool) {
	var edges []network.Edge
	d.units[c] = make([]network.Membership, d.People)
	for p := range d.People {
		d.units[c][p].Audience = []int32{int32(p)}
		for q := range d.People {
			if q != p && !d.oneIn(4) {
				d.units[c][p].Voices = append(d.units[c][p].Voices, network.Voice{Person: int32(q)})
				edges = append(edges, network.Edge{From: int32(p), To: int32(q), Weight: 1})
			}
		}
	}
	g, err := network.NewGraph(d.People, edges)
	if err != nil {
		panic(err)
	}
	d.circles[c] = !lasting
	d.Channels[c].Structure = network.Circles{Of: network.Given{Network: g}, Lasting: lasting}
}

// seat gives channel c random units, with leaders.
func (d composer) seat(c int) {
	for range 1 + d.weighted(3, 2, 1) {
		var u network.Membership
		for _, p := range d.Perm(d.People) {
			if !d.oneIn(4) {
				u.Voices = append(u.Voices, network.Voice{Person: int32(p),
					Rank: network.Rank(d.IntN(2)), Weight: 1})
			}
		}
		if d.oneIn(2) {
			u.Audience = []int32{}
			for _, p := range d.Perm(d.People) {
				if !d.oneIn(3) {
					u.Audience = append(u.Audience, int32(p))
				}
			}
		}
		d.units[c] = append(d.units[c], u)
	}
	d.Channels[c].Structure = seated(d.units[c])
}

// seated is a structure of the given units.
type seated []network.Membership

func (s seated) Build(n int, _ network.Source) (*network.Units, error) {
	return network.NewUnits(n, s...)
}

func (c *composition) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%d people, %d dimensions, %d ticks, attention %d, asynchronous %v, truth "+
		"%v, first %v, world %+v, experience %#v, turnover %v, turbulence %v",
		c.People, c.Dimensions, c.Ticks, c.Attention, c.Asynchronous, c.truth, c.first, c.world,
		c.Experience, c.turnover, c.turns)
	for k, ch := range c.Channels {
		fmt.Fprintf(&s, "\n%s: %#v, %#v, %#v, every %d, heed %d, simultaneous %v, by claims %v, "+
			"units %v, implicit circles %v, norms %v",
			ch.Name, ch.Externalize, ch.Objectify, ch.Internalize, ch.Every, ch.Heed,
			ch.Simultaneous, ch.ByClaims, c.units[k], c.circles[k], c.norms[k])
	}
	return s.String()
}
