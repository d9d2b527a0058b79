package practice

import (
	"fmt"

	"orglearn/agents"
)

// Shares is the Doer of the knowledge sharing cycle: people internalize by gathering what counts as
// knowledge, and exchange what they know for re-use or for creation (Huysman and de Wit, Knowledge
// Sharing in Practice, 2002). In each tick a person does one thing, drawn with these chances in
// sixteenths. So more activities are never more chances to learn. The rest is for gathering; at 0
// all gather, which is the ring without activities, bit for bit.
type Shares struct {
	Ask    int // turns to one voice in each seat that he heeds, 0 to 16
	Create int // is in the meeting of the first of these, 0 to 16
	Idle   int // learns nothing from others, 0 to 16
}

// Do implements agents.Doer.
func (r Shares) Do(p *agents.Person) agents.Activity {
	if r == (Shares{}) {
		return agents.Gather
	}
	return r.at(p.IntN(16))
}

// May implements agents.Limited.
func (r Shares) May(a agents.Activity) bool {
	return [...]int{16 - r.Ask - r.Create - r.Idle, r.Ask, r.Create, r.Idle}[a] > 0
}

// Validate reports a share outside 0 to 16, and shares whose sum is above 16.
func (r Shares) Validate() error {
	for _, f := range []struct {
		name  string
		value int
	}{{"Ask", r.Ask}, {"Create", r.Create}, {"Idle", r.Idle}} {
		if f.value < 0 || f.value > 16 {
			return fmt.Errorf("Shares.%s is %d, want 0 to 16", f.name, f.value)
		}
	}
	if sum := r.Ask + r.Create + r.Idle; sum > 16 {
		return fmt.Errorf("Shares.Ask, Create and Idle sum to %d, want at most 16", sum)
	}
	return nil
}
