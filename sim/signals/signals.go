package signals

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// MaxEach is the largest Signals.Each.
const MaxEach = 4096

// Signals is an event at every tick, tick 0 included. Each person who gets signals gets Each of
// them: the whole part of Each for certain, and one more with probability its fraction. A signal is
// about one dimension of his work, drawn with equal chances, so several may be about the same. With
// probability Right it says what is true there, else the opposite. What it says becomes what he
// believes, in place of what he believed. Signals come one after the other, and the last one stays.
// So a person does not weigh signals against each other: to do so is what a unit can do for its
// people.
//
// Per tells experts from practitioners: those people get signals whose numbers are multiples of it.
// A vacant place gets none.
//
// Stale is how many ticks old the truth is that the signals tell (sim.Model.Past). It makes a
// difference only where reality changes, as by sim.Turbulence. The truth of an NK landscape is its
// best body.
//
// To get signals costs no attention, and is no trial. They are the same in organizations that are
// compared with the same Each, Right, Per and Work. Practitioners and experts have the same
// information where Match says so. In a model with a Ledger what signals add counts as negative
// forgetting, as with any event.
//
// Found here (go run ./examples/practice): teams are told equally much. Those of practitioners who
// are right with .6 are ahead after a quarter of the run, by .014 [.005, .022]. Those with one
// expert who is right with .8 are ahead at the end, by .103 [.078, .128]. If reality turns at .002
// it is .036 [.011, .060]. If his signals are then 20 ticks old, it is no longer shown (.023 [0,
// .047]). There is no published number.
//
// [By hand] Five practitioners at .6 in one unit that decides by majority are right with
// probability .683, as one expert at .683 is.
type Signals struct {
	Each  float64       // signals of a person per tick, 0 to MaxEach; 0: none
	Right float64       // 0 to 1
	Per   int           // people of whom one gets signals, 0 to 2^31-1 (0: 1, so everybody does)
	Stale int           // 0 to sim.MaxTicks
	Work  practice.Work // zero: all dimensions
}

// Happen implements sim.Event.
func (e Signals) Happen(m *sim.Model, s *agents.Stream) {
	truth := m.Past(e.Stale).Truth()
	whole, fraction := math.Modf(e.Each)
	for p := 0; p < m.People(); p += max(e.Per, 1) {
		if m.Vacant(p) {
			continue
		}
		n := int(whole)
		if fraction > 0 {
			n += int(s.Coins(fraction, 1))
		}
		first, end := e.Work.Bounds(p, m.Dimensions())
		for belief := m.Beliefs(p); n > 0; n-- {
			d := first + s.IntN(end-first)
			belief.Set(d, e.tell(truth.Get(d), s))
		}
	}
}

// tell returns what a signal says.
func (e Signals) tell(truth agents.Belief, s *agents.Stream) agents.Belief {
	if s.Coins(e.Right, 1) == 0 {
		return -truth
	}
	return truth
}

// Recalls implements sim.Recaller.
func (e Signals) Recalls() int { return e.Stale }

// Name implements sim.Named.
func (Signals) Name() string { return "signals" }

// Off implements sim.Switched: with an Each of 0.
func (e Signals) Off() bool { return e.Each == 0 }

// Suits reports a Work that does not fit, and worlds of the past that take too much room.
func (e Signals) Suits(s sim.Scenario) error {
	if err := e.Work.Fits(s.Dimensions, s.People); err != nil {
		return err
	}
	width := int64(agents.Width(s.Dimensions))
	if most := kernel.MaxWords / width; int64(min(e.Stale, s.Ticks)) > most {
		return fmt.Errorf("Signals.Stale is %d, want at most %d among %d dimensions", e.Stale, most,
			s.Dimensions)
	}
	return nil
}

// Validate reports a field out of its range.
func (e Signals) Validate() error {
	if !(e.Each >= 0 && e.Each <= MaxEach) {
		return fmt.Errorf("Signals.Each is %v, want 0 to %d", e.Each, MaxEach)
	}
	if e.Per < 0 || e.Per > math.MaxInt32 {
		return fmt.Errorf("Signals.Per is %d, want 0 to %d", e.Per, math.MaxInt32)
	}
	if e.Stale < 0 || e.Stale > sim.MaxTicks {
		return fmt.Errorf("Signals.Stale is %d, want 0 to %d", e.Stale, sim.MaxTicks)
	}
	if err := e.Work.Validate(); err != nil {
		return err
	}
	return kernel.CheckRate("Signals.Right", e.Right)
}
