package practice

import (
	"fmt"

	"orglearn/agents"
)

// Within binds what people try alone to what they are about. It drops the part of a trial of Of
// that lies outside the dimensions of Person.About. A trial of which nothing is left is not made,
// so a trial outside is lost and not replaced. For people without an Agenda it is Of itself.
type Within struct{ Of agents.Experiencer }

// Try implements agents.Experiencer.
func (r Within) Try(p *agents.Person, belief, trial agents.Knowledge) bool {
	if !r.Of.Try(p, belief, trial) {
		return false
	}
	if p.About == nil {
		return true
	}
	for i, open := range p.About {
		trial[i] = belief[i].Take(trial[i], open)
	}
	return !trial.Equal(belief)
}

// Memory implements agents.Rememberer: that of Of.
func (r Within) Memory(dimensions int) agents.Memory {
	if of, ok := r.Of.(agents.Rememberer); ok {
		return of.Memory(dimensions)
	}
	return agents.Memory{}
}

// Validate reports a missing Of, and what Of reports.
func (r Within) Validate() error {
	if r.Of == nil {
		return fmt.Errorf("Within.Of is nil, want a rule")
	}
	if of, ok := r.Of.(agents.Validator); ok {
		return of.Validate()
	}
	return nil
}

// Fits reports what Of reports.
func (r Within) Fits(dimensions, people int) error {
	if of, ok := r.Of.(agents.Fitter); ok {
		return of.Fits(dimensions, people)
	}
	return nil
}
