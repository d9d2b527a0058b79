package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MostTrust is the most that a unit can trust a voice, and NoTrust is how much it trusts a voice of
// whom it knows nothing.
const (
	MostTrust = 15
	NoTrust   = 8
)

// Tie is what a Vote remembers of a voice of a unit (agents.Voices.Memory, sim.Remembered.Tie). It
// is one word: binary digits 0 to 7 are his tenure, 8 to 11 trust in him, and 12 to 15 trust that
// he answers. Trust is kept as its difference to NoTrust in each binary digit, because memory
// begins with 0. An empty Tie is one of which nothing is remembered.
type Tie []uint64

const (
	trustDigit = 8
	helpDigit  = 12
)

// Tenure is the number of the unit's votes in which he was heard before, 0 to 255. It is counted
// where Vote.Tenure is not 0, else it stays 0.
func (t Tie) Tenure() int {
	if len(t) == 0 {
		return 0
	}
	return int(t[0] & mostTenure)
}

// Trust is how much the unit trusts that what he says pays, 0 to MostTrust.
func (t Tie) Trust() int { return t.trust(trustDigit) }

// Help is how much the unit trusts that he answers who asks him, 0 to MostTrust.
func (t Tie) Help() int { return t.trust(helpDigit) }

// SetTrust sets the trust in a voice, for an event between two ticks. It is kept from 0 to
// MostTrust. An empty Tie stays empty.
func (t Tie) SetTrust(n int) { t.setTrust(trustDigit, n) }

// SetHelp sets the trust that a voice answers, as SetTrust does.
func (t Tie) SetHelp(n int) { t.setTrust(helpDigit, n) }

func (t Tie) trust(digit int) int {
	if len(t) == 0 {
		return NoTrust
	}
	return int(t[0]>>digit&MostTrust) ^ NoTrust
}

func (t Tie) setTrust(digit, n int) {
	if len(t) > 0 {
		n = min(max(n, 0), MostTrust) ^ NoTrust
		t[0] = t[0]&^(MostTrust<<digit) | uint64(n)<<digit
	}
}

// serve counts one more vote.
func (t Tie) serve() {
	if t.Tenure() < mostTenure {
		t[0]++
	}
}

// KeepsTrust reports whether units with a rule remember whom to trust: it is a Vote with a
// TrustRate or a HelpRate, or Levels, a Repository, Transactive or Decreed of one.
func KeepsTrust(rule agents.Objectifier) bool { return votes(rule, Vote.Reviews) }

// KeepsTenure reports whether units with a rule count for how many votes they heard a voice: it is
// a Vote with a Tenure, or Levels, a Repository, Transactive or Decreed of one.
func KeepsTenure(rule agents.Objectifier) bool {
	return votes(rule, func(r Vote) bool { return r.Tenure != 0 })
}

// trusted is the factor of a weight by trust: 1 + slope (T-8)/8.
func trusted(slope float64, tie Tie) float64 {
	return 1 + float64(slope*float64(tie.Trust()-NoTrust))/NoTrust
}

// Reviews implements agents.OffReviewer.
func (r Vote) Reviews() bool { return r.TrustRate > 0 || r.HelpRate > 0 }

// LooksAtGains implements kernel.ByGains: without a HelpRate trust follows gains alone.
func (r Vote) LooksAtGains() bool { return r.HelpRate == 0 }

// Review implements agents.Reviewer: trust follows what was learned. It reads the claims of all
// voices for each person who gained or lost.
func (r Vote) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	var room [64]int
	paid := room[:0]
	for k := range learned.Len() {
		asked := false
		if r.HelpRate > 0 {
			_, _, asked = learned.Asked(k)
		}
		if asked || r.TrustRate > 0 && learned.Gained(k) != 0 {
			paid = append(paid, k)
		}
	}
	if len(paid) == 0 {
		return
	}
	coins := kernel.CoinRow{Stream: (*kernel.Stream)(u.Stream), Rate: r.TrustRate}
	for v := range said.Len() {
		tie := Tie(said.Memory(v))
		if len(tie) == 0 {
			continue
		}
		if r.TrustRate > 0 {
			tie.SetTrust(tie.Trust() + pay(&coins, said, v, learned, paid))
		}
		if r.HelpRate > 0 {
			tie.SetHelp(tie.Help() + r.help(u, said.ID(v), learned, paid))
		}
	}
}

// pay returns by how much trust in voice v changes, given the people to look at.
func pay(
	coins *kernel.CoinRow, said *agents.Voices, v int, learned *agents.Lessons, paid []int,
) (change int) {
	for _, k := range paid {
		gained := learned.Gained(k)
		if gained == 0 || learned.ID(k) == said.ID(v) || !saidSo(said.At(v), learned.Took(k)) ||
			coins.Of(1) == 0 {
			continue
		}
		if change++; gained < 0 {
			change -= 2
		}
	}
	return change
}

// help returns by how much the trust changes that a voice answers.
func (r Vote) help(u *agents.Unit, id int, learned *agents.Lessons, paid []int) (change int) {
	for _, k := range paid {
		who, answered, asked := learned.Asked(k)
		if !asked || who != id || u.Coins(r.HelpRate, 1) == 0 {
			continue
		}
		if change++; !answered {
			change -= 2
		}
	}
	return change
}

// saidSo reports whether a claim agrees with what somebody took over in more dimensions than it
// contradicts.
func saidSo(claim, took agents.Knowledge) bool {
	more := 0
	for i, w := range took {
		more += bits.OnesCount64(claim[i].Yes&w.Yes|claim[i].No&w.No) -
			bits.OnesCount64(claim[i].Opposes(w))
	}
	return more > 0
}

// checkTrust returns the error of the fields about trust.
func (r Vote) checkTrust() error {
	if err := checkSlope("Vote.Trust", r.Trust); err != nil {
		return err
	}
	if err := kernel.CheckRate("Vote.TrustRate", r.TrustRate); err != nil {
		return err
	}
	return kernel.CheckRate("Vote.HelpRate", r.HelpRate)
}
