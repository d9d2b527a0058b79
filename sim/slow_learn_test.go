package sim_test

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// This is how people learn in the obvious engine. It can run the rules Absorb, Gradual, Fill, Take
// and Narrow (slow_culture_test.go).

// chair is a seat of a person. part counts the seats in its channel that he heeds before it.
type chair struct{ person, channel, unit, part int }

// heeded returns the seats that a person heeds, in the order drawn for him.
func (e *slow) heeded(p int) []chair {
	var seats []chair
	if e.vacant[p] {
		return nil
	}
	for _, c := range e.channels {
		for _, unit := range c.units.Of(p) {
			if c.meets(int(unit)) && !c.away[spot{p, int(unit)}] {
				seats = append(seats, chair{p, c.number, int(unit), 0})
			}
		}
	}
	for i, c := range e.forums {
		for _, unit := range c.units.Of(p) {
			if c.meets(e.tick) {
				seats = append(seats, chair{p, len(e.channels) + i, int(unit), 0})
			}
		}
	}
	heeded := len(seats)
	if a := e.scenario.Attention; a > 0 {
		heeded = min(heeded, a)
	}
	e.shuffle(p, len(seats), heeded, func(i, j int) { seats[i], seats[j] = seats[j], seats[i] })
	parts := make([]int, len(e.channels)+len(e.forums))
	for i, s := range seats {
		seats[i].part = parts[s.channel]
		parts[s.channel]++
	}
	return seats[:heeded]
}

// learn lets everybody learn from the seats that he heeds, in the order drawn for him.
func (e *slow) learn(early bool) {
	for p := range e.beliefs {
		if e.doing[p] == agents.Create || e.doing[p] == agents.Idle {
			continue
		}
		for _, s := range e.heeded(p) {
			if s.channel >= len(e.channels) || e.channels[s.channel].Simultaneous != early {
				continue
			}
			e.noted(s, func() {
				if voice, ok := e.asked[s]; ok {
					e.answer(s, voice)
				} else {
					e.gather(s)
				}
			})
		}
	}
}

func (e *slow) gather(s chair) {
	c, belief := e.channels[s.channel], e.beliefs[s.person]
	norm := make([]int8, len(belief))
	if c.norms != nil {
		norm = c.norms[s.unit]
	} else if (e.tick+1)%c.Every == 0 {
		e.decide(c, s.unit, norm)
		for _, b := range norm {
			c.flow.Objectified += int64(b * b)
		}
	}
	before := known(belief)
	c.flow.Taken += int64(e.internalize(s, c.Internalize, norm))
	e.ledger.Gathered += known(belief) - before
}

// internalize lets a person learn a body in a seat, and returns how many dimensions he changed.
func (e *slow) internalize(s chair, rule agents.Internalizer, body []int8) (changed int) {
	c, belief := e.channels[s.channel], e.beliefs[s.person]
	body = c.within(s.unit, body)
	chance := e.stream("internalize", c.Name, s.person)
	(*kernel.Stream)(chance).Branch(s.part)
	switch r := rule.(type) {
	case agents.Absorb:
		changed = adopt(chance, r.Rate, body, belief)
	case agents.Gradual:
		changed = e.takeOver(s, practice.Take{Rate: r.Rate, Gradual: true}, chance, body)
	case agents.Fill:
		for d, b := range belief {
			if b != 0 {
				body[d] = 0
			}
		}
		changed = adopt(chance, r.Rate, body, belief)
	case practice.Narrow:
		changed = e.narrowly(s.person, r, chance, body, belief)
	case practice.Take:
		changed = e.takeOver(s, r, chance, body)
	default:
		panic("another Internalizer")
	}
	e.took[s.person] += changed
	return changed
}

// takeOver is the rule Take.
func (e *slow) takeOver(s chair, r practice.Take, chance *agents.Stream, body []int8) (n int) {
	c, belief := e.channels[s.channel], e.beliefs[s.person]
	most := 7
	if r.Pull == 0 || !c.votes() {
		most = 0
	}
	open, differ := make([]bool, len(belief)), make([]bool, len(belief))
	for d := range belief {
		differ[d] = body[d] != 0 && body[d] != belief[d]
	}
	for g := 0; g <= most; g++ {
		for d := range open {
			open[d] = differ[d] && (most == 0 || c.granted[s.unit][d] == g)
		}
		rate := r.Rate
		if most > 0 {
			rate = min(r.Rate*(1+r.Pull*float64(g)/7), 1)
		}
		for d, is := range coins(chance, rate, open) {
			if !is {
				continue
			}
			n++
			if r.Gradual && belief[d] != 0 {
				belief[d] = 0
			} else {
				belief[d] = body[d]
			}
		}
	}
	return n
}

// shuffle draws the first k of n items, in their order, for a person. Several small numbers come
// from one random word. Another word is drawn if the product of their ranges would be above 2^24.
func (e *slow) shuffle(p, n, k int, swap func(i, j int)) {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "attention", "")
	shuffleWith(func(word int) uint64 { return key.Word(e.tick, e.id(p), word) }, n, k, swap)
}

func shuffleWith(draw func(word int) uint64, n, k int, swap func(i, j int)) {
	few := smallNumbers{draw: draw}
	for i := range min(k, n-1) {
		swap(i, i+few.below(n-i))
	}
}
