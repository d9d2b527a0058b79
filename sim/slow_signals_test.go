package sim_test

import (
	"math/rand/v2"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/signals"
)

// This is what people hear from reality in the obvious engine, and the control of trust.

// drawnSignals lets people of a quarter of all scenarios get signals, and deals trust anew.
func drawnSignals(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 19))
	if r.IntN(4) == 0 {
		work := practice.Work{Domains: r.IntN(min(s.Dimensions, 5)), Group: r.IntN(4)}
		s.Events = append(s.Events, signals.Signals{Each: 3 * rate(r), Right: rate(r),
			Per: r.IntN(4), Stale: r.IntN(4), Work: work})
	}
	for _, c := range s.Channels {
		if practice.KeepsTrust(c.Objectify) && r.IntN(2) == 0 {
			s.Events = append(s.Events, sim.PermuteTrust{Channel: c.Name, Every: 1 + r.IntN(3)})
			break // two events of one name have chances of their own
		}
	}
	for _, c := range s.Channels {
		if practice.KeepsTrust(c.Objectify) && r.IntN(2) == 0 {
			s.Events = append(s.Events, sim.ElectLeaders{Channel: c.Name, Every: 2, ByTrust: true})
		}
	}
}

// firstBeliefs are those of a person who comes at this tick.
func (e *slow) firstBeliefs(p int) []int8 {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "beliefs", "")
	person := &agents.Person{ID: p, Tick: e.tick, Dimensions: e.model.Dimensions(),
		Stream: newStream(key, e.tick, p)}
	body := make(agents.Knowledge, agents.Width(person.Dimensions))
	e.scenario.Beliefs.Begin(person, body)
	return list(body, person.Dimensions)
}

// signal tells people about their work. What that adds to what they know counts as forgotten, with
// the opposite sign.
func (e *slow) signal() {
	for _, event := range e.scenario.Events {
		r, ok := event.(signals.Signals)
		if !ok || r.Off() {
			continue
		}
		truth := list(e.worlds[max(e.tick-r.Stale, 0)].Truth(), e.model.Dimensions())
		chance := e.chanceOf("signals")
		for p, belief := range e.beliefs {
			if e.vacant[p] || p%max(r.Per, 1) != 0 {
				continue
			}
			before := known(belief)
			n := int(r.Each)
			if fraction := r.Each - float64(n); fraction > 0 && chance.Coins(fraction, 1) != 0 {
				n++
			}
			for range n {
				first, end := r.Work.Bounds(p, len(belief))
				d := first + chance.IntN(end-first)
				if belief[d] = truth[d]; chance.Coins(r.Right, 1) == 0 {
					belief[d] = -truth[d]
				}
			}
			e.ledger.Forgotten -= known(belief) - before
		}
	}
}

// permute deals the trust of each unit anew among its voices: in channels where communities then
// come and go, or in the others, where people have just changed their seats.
func (e *slow) permute(forming bool) {
	for _, event := range e.scenario.Events {
		r, ok := event.(sim.PermuteTrust)
		if !ok || e.tick == 0 || e.tick%r.Every != 0 || e.forms(r.Channel) != forming {
			continue
		}
		c, chance := e.channels[e.model.Channel(r.Channel)], e.chanceOf("permute trust")
		for u := range c.units.Len() {
			var trusts [][2]int
			for _, p := range c.speakers(u) {
				trusts = append(trusts, c.trustIn(spot{int(p), u}))
			}
			chance.Shuffle(len(trusts), func(i, j int) {
				trusts[i], trusts[j] = trusts[j], trusts[i]
			})
			for k, p := range c.speakers(u) {
				c.trusts[spot{int(p), u}] = trusts[k]
			}
		}
	}
}
