package practice

import (
	"fmt"
	"math"

	"orglearn/agents"
)

// Calendar is the rule by which units meet now and then. In tick t a unit is open while
//
//	(t - Phase) mod Every < For
//
// where t is agents.Unit.Tick: the first tick of a run has t = 0. While it is open it is about what
// Of says. Else it does not meet: its norm stays, and nobody heeds his seat in it, so that his
// attention is free for other seats. For = Every is a unit that is always open, and For = 0 one
// that never is.
//
// Bernstein, Shore and Lazer (2018, Proceedings of the National Academy of Sciences 115:8734-8739)
// let groups of three solve problems. Those who always saw each other's solutions had a high mean
// and a low best, those who never did the reverse, and those who did now and then had both.
//
// Found here (go run ./examples/repository): threes who search NK{K: 5} alone, and copy the best of
// their three, score .910 if they see each other in every tick, and .018 [.008, .028] more if only
// in every fifth. The best of each three gains .020 [.010, .030]. Beside a repository that is open
// to all, meeting so seldom changes both by -.002 [-.021, .016]: the repository cancels the gain.
type Calendar struct {
	Every int           // ticks from one opening to the next, 0 to MaxEvery (0: always open)
	For   int           // ticks that an opening lasts, 0 to Every
	Phase int           // tick of the first opening, 0 to Every-1
	Of    agents.Agenda // what a unit is about while it is open (nil: everything)
}

// MaxEvery is the largest Calendar.Every.
const MaxEvery = math.MaxInt32

// Open reports whether units are open in a tick.
func (r Calendar) Open(tick int) bool {
	if r.Every == 0 {
		return true
	}
	since := (tick - r.Phase) % r.Every
	if since < 0 {
		since += r.Every
	}
	return since < r.For
}

// About implements agents.Agenda.
func (r Calendar) About(u *agents.Unit, about []uint64) {
	if r.Open(u.Tick) {
		aboutOf(r.Of, u, about)
	}
}

// Agenda returns the calendar, or what it is of if units are always open. So a calendar that is off
// is no agenda (nil) and costs nothing.
func (r Calendar) Agenda() agents.Agenda {
	if r.Every == 0 {
		return r.Of
	}
	return r
}

// Memory implements agents.Rememberer: what Of remembers. Of is not asked while units are closed.
func (r Calendar) Memory(dimensions int) agents.Memory { return memoryOf(r.Of, dimensions) }

// Fits reports what Of cannot serve.
func (r Calendar) Fits(dimensions, people int) error {
	return fitsOf(r.Of, dimensions, people)
}

// Validate reports an Every outside 0 to MaxEvery, a For outside 0 to Every and a Phase outside 0
// to Every-1. So it reports a For or a Phase without an Every, too. And it reports the errors of
// Of.
func (r Calendar) Validate() error {
	switch {
	case r.Every < 0 || r.Every > MaxEvery:
		return fmt.Errorf("Calendar.Every is %d, want 0 to %d", r.Every, MaxEvery)
	case r.For < 0 || r.For > r.Every:
		return fmt.Errorf("Calendar.For is %d, want 0 to %d (Every)", r.For, r.Every)
	case r.Phase < 0 || r.Phase > max(r.Every-1, 0):
		return fmt.Errorf("Calendar.Phase is %d, want 0 to %d", r.Phase, max(r.Every-1, 0))
	}
	return validOf(r.Of)
}
