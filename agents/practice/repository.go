package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Repository is the rule of a unit whose norm is what is written down: a repository of documents. A
// dimension in which the unit has a norm is an entry. Everything else about a repository is an
// ordinary channel of package sim: its voices may write, and its audience may read. Who reads heeds
// his seat there, which costs him the attention for another seat. Writers see of merit what any
// unit sees.
//
// Who writes tells three kinds apart: all people (open), a community (curated, see sim.Curate), or
// nobody any more (unattended). Until makes a repository unattended: in tick t, where the first
// tick has t = 0, entries are written by Of if t < Until. Later what is there stays as it is.
//
// Nothing is forgotten unless Fade is above 0. Then each entry is lost with probability Fade, at
// every turn of the unit, before Of writes. So of entries that nobody writes again a share
// (1-Fade)^t is left after t ticks, half of them after ln(1/2)/ln(1-Fade): 6.6 at .1. With Fade 1 a
// unit keeps nothing that is not said again: it is a meeting of all its voices, and no memory.
//
// By hand: reality turns in each dimension with probability d a tick, and nobody writes. Of entries
// of which a share s was right, a share
//
//	1/2 + (s - 1/2) (1-2d)^t
//
// is right after t ticks. So they come to be as good as guesses.
//
// With Until and Fade 0 the rule does what Of does, with the same coins. But if Of is
// agents.Lanewise, a channel of at most 48 dimensions draws other random numbers, because this rule
// is not.
//
// Haas and Hansen (2005, Strategic Management Journal 26:1-24) find in 182 bids of a consulting
// firm that experienced teams lost more often the more they used documents. The rule has no
// parameter for that: metrics.Gain compares reading with meeting by tenure and by score.
//
// Found here (go run ./examples/repository): beside communities whose people heed one seat a tick,
// an open repository adds .194 [.145, .243] to a score of .457 after 100 ticks. One that five
// curate adds -.021 [-.068, .027], so nothing that is shown. People of longer tenure and of higher
// score lose more than others by reading an unattended one, and not an open one. Groups of three
// gain by meeting every fifth tick, and an open repository cancels that. Not found (-kind none,open
// -fade 0,.02,.1,.3 -turbulence 0,.01 -turnover .01): a Fade that helps, also where reality turns.
type Repository struct {
	Of    agents.Objectifier // how entries are written
	Until int                // the first tick in which nobody writes, 0 to MaxUntil (0: never)
	Fade  float64            // rate at which entries are lost, 0 to 1
}

// MaxUntil is the largest Repository.Until.
const MaxUntil = math.MaxInt32

// Objectify implements agents.Objectifier.
func (r Repository) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	if r.Fade > 0 {
		r.fade(u, norm)
	}
	if r.Attended(u.Tick) {
		r.Of.Objectify(u, said, norm)
	}
}

// Attended reports whether entries are written in a tick.
func (r Repository) Attended(tick int) bool { return r.Until == 0 || tick < r.Until }

// fade loses entries: 32 bytes a word, and the coins.
func (r Repository) fade(u *agents.Unit, norm agents.Knowledge) {
	lost := u.Open(len(norm))
	for i, w := range norm {
		lost[i] = w.Known()
	}
	u.Flip(r.Fade, lost)
	for i, w := range norm {
		norm[i] = w.Keep(^lost[i])
	}
}

// Memory implements agents.Rememberer: what Of remembers.
func (r Repository) Memory(dimensions int) agents.Memory { return memoryOf(r.Of, dimensions) }

// Monotone is true if Of is, and Fade is 0: an entry that is lost may be written again at once.
func (r Repository) Monotone() bool {
	of, ok := r.Of.(agents.Monotone)
	return ok && of.Monotone() && r.Fade == 0
}

// Fits reports what Of cannot serve.
func (r Repository) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports a missing Of, an Until outside 0 to MaxUntil, a Fade outside 0 to 1, and the
// errors of Of.
func (r Repository) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("Repository.Of is nil, want a rule")
	}
	if r.Until < 0 || r.Until > MaxUntil {
		return fmt.Errorf("Repository.Until is %d, want 0 to %d", r.Until, MaxUntil)
	}
	if err := kernel.CheckRate("Repository.Fade", r.Fade); err != nil {
		return err
	}
	return validOf(r.Of)
}
