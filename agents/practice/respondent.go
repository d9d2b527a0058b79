package practice

import (
	"fmt"

	"orglearn/agents"
)

// Way is how a person chooses the voice whom he asks.
type Way uint8

const (
	ByDraw     Way = iota // each voice with the same probability
	ByStanding            // the voice of the highest standing; of several one is drawn
)

// Respondent is the Asker by which a person asks one of the voices heard in the unit, other than
// himself. He asks about what he does not know: a person who has a belief in each dimension that
// the unit is about asks nobody, and so does one who hears nobody else. What he learns is a rule of
// its own (sim.Channel.Reuse): with agents.Fill he takes only what he asked about.
//
// Standing is as the unit sees it this tick, so that a person sees no more of merit than his unit.
// A unit whose norm is heard in the unit is a voice like any other.
type Respondent struct{ By Way }

// Ask implements agents.Asker. It reads 8 bytes a voice.
func (r Respondent) Ask(p *agents.Person, _ *agents.Unit, said *agents.Voices) int {
	if p.Unknown == 0 {
		return -1
	}
	if r.By == ByStanding {
		return best(p, said)
	}
	others, self := said.Len(), said.Len()
	for k := range said.Len() {
		if said.ID(k) == p.ID {
			others, self = others-1, k
		}
	}
	if others == 0 {
		return -1
	}
	k := p.IntN(others)
	if k >= self {
		k++
	}
	return k
}

// best returns the place of the voice of the highest standing other than the person, or -1.
func best(p *agents.Person, said *agents.Voices) int {
	at, equals := -1, 0
	for k := range said.Len() {
		switch {
		case said.ID(k) == p.ID:
		case at < 0 || said.Standing(k) > said.Standing(at):
			at, equals = k, 1
		case said.Standing(k) == said.Standing(at):
			if equals++; p.IntN(equals) == 0 {
				at = k
			}
		}
	}
	return at
}

// IsBlind reports whether respondents are not chosen by standing.
func (r Respondent) IsBlind() bool { return r.By != ByStanding }

// Validate reports a By that is no Way.
func (r Respondent) Validate() error {
	if r.By > ByStanding {
		return fmt.Errorf("Respondent.By is %d, want %d to %d", r.By, ByDraw, ByStanding)
	}
	return nil
}
