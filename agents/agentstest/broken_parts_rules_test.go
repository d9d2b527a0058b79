package agentstest_test

import (
	"fmt"

	"orglearn/agents"
)

// wait lets people be heard only after a number of ticks.
type wait int

func (w wait) Validate() error {
	if w < 0 {
		return fmt.Errorf("Wait is %d, want 0 or more", int(w))
	}
	return nil
}

func (w wait) Part(p *person, _ *unit, _ uint8) agents.Part {
	if p.Founder || p.Tenure >= int(w) {
		return agents.Both
	}
	return agents.Hears
}

// follower keeps the part that it chose at the first tick for whichever person it met last.
type follower struct{ last agents.Part }

func (r *follower) Part(p *person, _ *unit, _ uint8) agents.Part {
	if p.Tick == 1 {
		r.last = agents.Part(p.ID % 4)
	}
	return r.last
}

// homesick wants memory of a seat, but a Reflector has none.
type homesick struct{}

func (homesick) Memory(int) agents.Memory { return agents.Memory{Person: 1, Seat: 1} }

func (homesick) Reflect(p *person) { p.Memory[0], p.Seat[0] = 1, 1 }

// seated wants memory of a seat, but an Externalizer has none.
type seated struct{}

func (seated) Memory(int) agents.Memory { return agents.Memory{Seat: 1} }

func (seated) Externalize(p *person, belief, claim knowledge) { p.Seat[0]++ }

// trusting wants memory of all voices, also of those that are units.
type trusting struct{}

func (trusting) Memory(int) agents.Memory { return agents.Memory{Tie: 1} }

func (trusting) Objectify(_ *unit, said *agents.Voices, _ knowledge) {
	for k := range said.Len() {
		said.Memory(k)[0]++
	}
}

// typed draws what a person is when it first meets him, and keeps it.
type typed struct{ of map[int]uint64 }

func (r *typed) Reflect(p *person) {
	kind, met := r.of[p.ID]
	if !met {
		kind = p.Uint64() % 4
		r.of[p.ID] = kind
	}
	p.Self[0] = kind
}

// kinds throws a coin when it first meets a person, and keeps whether he speaks.
type kinds struct{ of map[int]bool }

func (r *kinds) Externalize(p *person, belief, claim knowledge) {
	speaks, met := r.of[p.ID]
	if !met {
		speaks = p.Coins(.5, 1) != 0
		r.of[p.ID] = speaks
	}
	if speaks {
		copy(claim, belief)
	}
}

// senior speaks after some ticks.
type senior struct{ lanewise }

func (senior) Externalize(p *person, belief, claim knowledge) {
	if p.Tenure > 1 {
		copy(claim, belief)
	}
}

// founding speaks if he is a founder.
type founding struct{ lanewise }

func (founding) Externalize(p *person, belief, claim knowledge) {
	if p.Founder {
		copy(claim, belief)
	}
}

// respectful learns from units that do well.
type respectful struct{ lanewise }

func (respectful) Internalize(p *person, norm, belief knowledge) {
	if p.From.Standing > 0 {
		agents.Absorb{Rate: 1}.Internalize(p, norm, belief)
	}
}

// novice learns nothing at first.
type novice struct{}

func (novice) Monotone() bool { return true }

func (novice) Internalize(p *person, norm, belief knowledge) {
	if p.Tenure >= 3 {
		agents.Absorb{Rate: 1}.Internalize(p, norm, belief)
	}
}

// proudOf remembers gains, and changes people accordingly.
type proudOf struct{}

func (proudOf) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (proudOf) Reflect(p *person) {
	if p.Gained > 0 {
		p.Memory[0]++
	}
	p.Self[2] = min(p.Memory[0], 15)
}

// three is six words of 0, 1 or 2.
type three struct{}

func (three) Words() int { return 6 }

func (three) Begin(p *person, self []uint64) {
	for i := range self {
		self[i] = uint64(p.IntN(3))
	}
}

// ages counts the ticks of a unit. What the unit is about depends on the count only.
type ages struct{}

func (ages) Memory(int) agents.Memory { return agents.Memory{Unit: 1} }

func (ages) Objectify(u *unit, _ *agents.Voices, _ knowledge) { u.Memory[0]++ }

func (ages) About(u *unit, about []uint64) { about[0] = u.Memory[0] }
