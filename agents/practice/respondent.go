package practice

import (
	"fmt"

	"orglearn/agents"
)

// Way is how a person chooses the voice whom he asks.
type Way uint8

const (
	ByDraw      Way = iota // each voice with the same probability
	ByStanding             // the voice of the highest standing; of several one is drawn
	ByDirectory            // a voice whom the unit's directory names
	MostTrusted            // the voice that the unit trusts most; of several one is drawn
	MostHelpful            // the voice most trusted to answer; of several one is drawn
)

// Respondent is the Asker by which a person asks one of the voices heard in the unit, other than
// himself. He asks about what he does not know: a person who has a belief in each dimension that
// the unit is about asks nobody, and so does one who hears nobody else. What he learns is a rule of
// its own (sim.Channel.Reuse): with agents.Fill he takes only what he asked about.
//
// Standing is as the unit sees it this tick, so that a person sees no more of merit than his unit.
// A unit whose norm is heard in the unit is a voice like any other.
//
// ByDirectory needs units that keep a Directory (see Transactive). One dimension is drawn of those
// for which it names another person who is heard. They are of the unit's task, or of all that the
// unit is about where it has no task. He asks whom it names. If it names nobody, he asks nobody.
//
// MostTrusted and MostHelpful need units with a Vote that remembers trust (KeepsTrust). Else all
// are trusted alike, and the voice is drawn.
type Respondent struct{ By Way }

// Ask implements agents.Asker. It reads 8 bytes a voice.
func (r Respondent) Ask(p *agents.Person, u *agents.Unit, said *agents.Voices) int {
	switch {
	case p.Unknown == 0:
		return -1
	case r.By == ByDirectory:
		return named(p, u, said)
	}
	if by := r.merit(); by != nil {
		return best(p, said, by)
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

// merit returns what a person asks the voice with most of, or nil.
func (r Respondent) merit() func(said *agents.Voices, k int) int {
	switch r.By {
	case ByStanding:
		return standingOf
	case MostTrusted:
		return trustIn
	case MostHelpful:
		return helpOf
	}
	return nil
}

func standingOf(said *agents.Voices, k int) int { return int(said.Standing(k)) }
func trustIn(said *agents.Voices, k int) int    { return Tie(said.Memory(k)).Trust() }
func helpOf(said *agents.Voices, k int) int     { return Tie(said.Memory(k)).Help() }

// best returns the place of the voice with the most of something, other than the person, or -1.
func best(p *agents.Person, said *agents.Voices, of func(*agents.Voices, int) int) int {
	at, most, equals := -1, 0, 0
	for k := range said.Len() {
		if said.ID(k) == p.ID {
			continue
		}
		switch x := of(said, k); {
		case at < 0 || x > most:
			at, most, equals = k, x, 1
		case x == most:
			if equals++; p.IntN(equals) == 0 {
				at = k
			}
		}
	}
	return at
}

// named returns the place of a voice whom the directory of a unit names, or -1.
func named(p *agents.Person, u *agents.Unit, said *agents.Voices) int {
	x := inquiry{
		person: p.ID, about: u.About, dimensions: u.Dimensions, chance: p.Stream,
		place: func(id int) int {
			if k := placeOf(said, id, -1); k < said.Len() {
				return k
			}
			return -1
		},
	}
	return x.in(u.Memory)
}

// IsBlind reports whether respondents are drawn from all voices.
func (r Respondent) IsBlind() bool { return r.By == ByDraw }

// Validate reports a By that is no Way.
func (r Respondent) Validate() error {
	if r.By > MostHelpful {
		return fmt.Errorf("Respondent.By is %d, want %d to %d", r.By, ByDraw, MostHelpful)
	}
	return nil
}
