package agentstest_test

import "orglearn/agents"

// sticky repeats what it said at the first tick, for whichever person it met last.
type sticky struct{ first uint64 }

func (r *sticky) Externalize(p *person, belief, claim knowledge) {
	if p.Tick == 1 {
		r.first = belief[0].Yes
	}
	claim[0].Yes = r.first & agents.Lanes(p.Dimensions, 0)
}

// memory uses more, or less, memory than it says.
type memory struct{ need, use int }

func (m memory) Memory(int) agents.Memory { return agents.Memory{Person: m.need} }

func (m memory) Externalize(p *person, _, _ knowledge) { p.Memory[m.use-1]++ }

// forgetful replaces its memory by another slice, which the engine does not keep.
type forgetful struct{ need int }

func (m forgetful) Memory(int) agents.Memory { return agents.Memory{Person: m.need} }

func (m forgetful) Internalize(p *person, _, _ knowledge) { p.Memory = append(p.Memory, 1) }

// unsteady asks for more memory each time.
type unsteady struct{ asked int }

func (m *unsteady) Memory(int) agents.Memory {
	m.asked++
	return agents.Memory{Person: m.asked}
}

func (m *unsteady) Externalize(*person, knowledge, knowledge) {}

// tails takes a norm over, and forgets the belief where a coin is tails.
type tails struct{}

func (tails) Monotone() bool { return true }

func (tails) Internalize(p *person, norm, belief knowledge) {
	for i, n := range norm {
		belief[i] = n.Keep(p.Coins(.5, n.Known()))
	}
}

// halves is agents.Say, which is not monotone at other rates than 0 and 1.
type halves struct{}

func (halves) Monotone() bool { return true }

func (halves) Externalize(p *person, belief, claim knowledge) {
	agents.Say{Rate: .5}.Externalize(p, belief, claim)
}

// later empties a norm at every third tick.
type later struct{}

func (later) Monotone() bool { return true }

func (later) Objectify(u *agents.Unit, _ *agents.Voices, norm knowledge) {
	if u.Tick%3 == 0 {
		clear(norm)
	} else {
		norm.Set(0, 1)
	}
}

// either fills an empty norm by a coin. In a circle the result may differ at every tick.
type either struct{}

func (either) Monotone() bool { return true }

func (either) Objectify(u *agents.Unit, _ *agents.Voices, norm knowledge) {
	if norm.Get(0) == 0 {
		norm.Set(0, -1)
		if u.Coin(.5) {
			norm.Set(0, 1)
		}
	}
}

// silence takes over a norm even where that is empty. So it forgets what was merely not said.
type silence struct{}

func (silence) Monotone() bool { return true }

func (silence) Internalize(_ *person, norm, belief knowledge) { copy(belief, norm) }

// remembersTails changes only its memory, and only when a coin is tails.
type remembersTails struct{}

func (remembersTails) Monotone() bool { return true }

func (remembersTails) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (remembersTails) Internalize(p *person, _, _ knowledge) {
	if !p.Coin(.9) {
		p.Memory[0] = 1
	}
}

// restless reverses a belief again and again.
type restless struct{}

func (restless) Monotone() bool { return true }

func (restless) Internalize(p *person, _, belief knowledge) {
	belief.Set(0, 1-2*max(belief.Get(0), 0))
}
