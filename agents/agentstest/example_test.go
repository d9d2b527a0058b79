package agentstest_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
)

// Trust makes the claims of the voice with the strongest tie the norm, where that voice makes any.
type Trust struct{ Rate float64 }

func (r Trust) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	trusted := -1
	for k := range said.Len() {
		if trusted < 0 || said.Weight(k) > said.Weight(trusted) {
			trusted = k
		}
	}
	if trusted < 0 {
		return
	}
	for i, claim := range said.At(trusted) {
		norm[i] = norm[i].Take(claim, u.Coins(r.Rate, claim.Known()))
	}
}

func (r Trust) Monotone() bool { return true }

func TestTrust(t *testing.T) {
	agentstest.Objectifier(t, Trust{Rate: .5})
	agentstest.Suite{Scenes: 200, Seed: 7, NoAllocs: true}.Objectifier(t, Trust{Rate: .1})
}
