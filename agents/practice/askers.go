package practice

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Askers are two Askers as one. A person turns to whom First names. Where it names nobody, he turns
// to whom Then names. A nil one names nobody. Both draw from the person's stream, Then after First.
type Askers struct{ First, Then agents.Asker }

// Ask implements agents.Asker.
func (r Askers) Ask(p *agents.Person, u *agents.Unit, said *agents.Voices) int {
	for _, rule := range []agents.Asker{r.First, r.Then} {
		if rule == nil {
			continue
		}
		if k := rule.Ask(p, u, said); k >= 0 {
			return k
		}
	}
	return -1
}

// IsBlind reports whether First and Then are.
func (r Askers) IsBlind() bool {
	for _, rule := range []agents.Asker{r.First, r.Then} {
		if b, ok := rule.(kernel.Blind); rule != nil && (!ok || !b.IsBlind()) {
			return false
		}
	}
	return true
}

// Validate reports what First and Then report, and a rule that remembers: two share no memory.
func (r Askers) Validate() error {
	for _, rule := range []agents.Asker{r.First, r.Then} {
		if err := validOf(rule); err != nil {
			return err
		}
		if memoryOf(rule, 1) != (agents.Memory{}) {
			return fmt.Errorf("Askers: %T remembers, want rules that do not", rule)
		}
	}
	return nil
}

// Fits reports what First and Then report.
func (r Askers) Fits(dimensions, people int) error {
	if err := fitsOf(r.First, dimensions, people); err != nil {
		return err
	}
	return fitsOf(r.Then, dimensions, people)
}
