package agentstest_test

import "orglearn/agents"

// sticky says what was said at the first tick of whomever it saw last.
type sticky struct{ first uint64 }

func (r *sticky) Externalize(p *person, belief, claim knowledge) {
	if p.Tick == 1 {
		r.first = belief[0].Yes
	}
	claim[0].Yes = r.first & agents.Lanes(p.Dimensions, 0)
}

// memory uses more, or less, than it has said it needs.
type memory struct{ need, use int }

func (m memory) Memory(int) agents.Memory { return agents.Memory{Person: m.need} }

func (m memory) Externalize(p *person, _, _ knowledge) { p.Memory[m.use-1]++ }

// forgetful moves its memory elsewhere, where nobody keeps it.
type forgetful struct{ need int }

func (m forgetful) Memory(int) agents.Memory { return agents.Memory{Person: m.need} }

func (m forgetful) Internalize(p *person, _, _ knowledge) { p.Memory = append(p.Memory, 1) }

// unsteady needs more each time.
type unsteady struct{ asked int }

func (m *unsteady) Memory(int) agents.Memory {
	m.asked++
	return agents.Memory{Person: m.asked}
}

func (m *unsteady) Externalize(*person, knowledge, knowledge) {}

// tails takes a norm over, and forgets it where a coin is tails.
type tails struct{}

func (tails) Monotone() bool { return true }

func (tails) Internalize(p *person, norm, belief knowledge) {
	for i, n := range norm {
		belief[i] = n.Keep(p.Coins(.5, n.Known()))
	}
}

// halves is agents.Say, which is not monotone.
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

// either fills an empty norm with what a coin says: in a circle it may say something else at every
// tick.
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

// silence takes over a norm, also where that is nothing: it forgets what was only not said.
type silence struct{}

func (silence) Monotone() bool { return true }

func (silence) Internalize(_ *person, norm, belief knowledge) { copy(belief, norm) }

// remembersTails changes nothing but its memory, and that only by tails.
type remembersTails struct{}

func (remembersTails) Monotone() bool { return true }

func (remembersTails) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (remembersTails) Internalize(p *person, _, _ knowledge) {
	if !p.Coin(.9) {
		p.Memory[0] = 1
	}
}

// restless turns a belief over again and again.
type restless struct{}

func (restless) Monotone() bool { return true }

func (restless) Internalize(p *person, _, belief knowledge) {
	belief.Set(0, 1-2*max(belief.Get(0), 0))
}
