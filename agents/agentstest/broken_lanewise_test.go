package agentstest_test

import "orglearn/agents"

// lanewise makes the broken rules of this file say that they are Lanewise.
type lanewise struct{}

func (lanewise) Lanewise() bool { return true }

// proud speaks when he does well, which differs between replicates.
type proud struct{ lanewise }

func (proud) Externalize(p *person, belief, claim knowledge) {
	if p.Standing > 0 {
		copy(claim, belief)
	}
}

// content learns once a tick, which also differs between replicates.
type content struct{ lanewise }

func (content) Internalize(p *person, norm, belief knowledge) {
	if p.Took == 0 {
		copy(belief, norm)
	}
}

// weekly speaks only at some ticks.
type weekly struct{ lanewise }

func (weekly) Externalize(p *person, belief, claim knowledge) {
	if p.Tick%7 == 0 {
		copy(claim, belief)
	}
}

// moody throws one coin for all lanes.
type moody struct{ lanewise }

func (moody) Internalize(p *person, norm, belief knowledge) {
	if p.Coin(.3) {
		copy(belief, norm)
	}
}

// hasty throws coins for what he forgets only if there is something to forget. So the number of the
// call for what he learns varies.
type hasty struct{ lanewise }

func (hasty) Internalize(p *person, norm, belief knowledge) {
	open, any := p.Open(len(norm)), uint64(0)
	for i, n := range norm {
		open[i] = n.Opposes(belief[i])
		any |= open[i]
	}
	if any != 0 {
		p.Flip(.5, open)
	}
	for i, lanes := range open {
		belief[i] = belief[i].Keep(^lanes)
		open[i] = norm[i].Known() &^ belief[i].Known()
	}
	p.Flip(.5, open)
	for i, n := range norm {
		belief[i] = belief[i].Take(n, open[i])
	}
}

// wordwise calls Coins once a word, and there are more words where lanes are replicates.
type wordwise struct{ lanewise }

func (wordwise) Internalize(p *person, norm, belief knowledge) {
	for i, n := range norm {
		belief[i] = belief[i].Take(n, p.Coins(.5, n.Known()))
	}
}

// shifted says in each lane what the lane before it holds.
type shifted struct{ lanewise }

func (shifted) Externalize(p *person, belief, claim knowledge) {
	for i, b := range belief {
		claim[i] = agents.Word{Yes: b.Yes << 1, No: b.No << 1}.Keep(p.Lanes(i))
	}
}

// crowded assumes that lanes are dimensions.
type crowded struct{ lanewise }

func (crowded) Externalize(p *person, belief, claim knowledge) {
	for i, b := range belief {
		claim[i] = agents.Word{Yes: agents.Lanes(p.Dimensions, i) &^ b.No, No: b.No}
	}
}

// judge asks each voice how well he does.
type judge struct{ lanewise }

func (judge) Objectify(u *agents.Unit, said *agents.Voices, norm knowledge) {
	for k := range said.Len() {
		if said.Standing(k) > u.Standing {
			copy(norm, said.At(k))
		}
	}
}

// humble lets voices decide if the unit does badly, which differs between replicates.
type humble struct{ lanewise }

func (humble) Objectify(u *agents.Unit, said *agents.Voices, norm knowledge) {
	if u.Standing < 3 {
		agents.Majority{Rate: 1}.Objectify(u, said, norm)
	}
}

// diary remembers, so the suite does not check it for being Lanewise.
type diary struct{ weekly }

func (diary) Memory(int) agents.Memory { return agents.Memory{Person: 1} }
