package agentstest_test

import (
	"testing"

	"orglearn/agents"
)

type (
	asks = agents.AskFunc
	does = agents.DoFunc
)

// The suite finds each broken Asker and Doer.
func TestBrokenAskersAndDoers(t *testing.T) {
	calls := 0
	another := func(p *person, said *agents.Voices) int {
		for k := range said.Len() {
			if said.ID(k) != p.ID {
				return k
			}
		}
		return -1
	}
	for _, c := range []struct {
		name, want string
		rule       any
	}{
		{"no voice", "want a voice", asks(func(_ *person, _ *unit, said *agents.Voices) int {
			return said.Len()
		})},
		{"himself", "which is the person himself",
			asks(func(p *person, _ *unit, said *agents.Voices) int {
				for k := range said.Len() {
					if said.ID(k) == p.ID {
						return k
					}
				}
				return -1
			})},
		{"by calls", "Ask returns", asks(func(p *person, _ *unit, said *agents.Voices) int {
			if calls++; calls%3 == 0 {
				return -1
			}
			return another(p, said)
		})},
		{"what he does not know", "changes what it is told of the person (Unknown)",
			asks(func(p *person, _ *unit, _ *agents.Voices) int {
				p.Unknown++
				return -1
			})},
		{"the unit's memory", "changes From.Memory, which it may only read",
			asks(func(_ *person, u *unit, _ *agents.Voices) int {
				u.Memory[0]++
				return -1
			})},
		{"the claims", "changes the claims, which it may only read",
			asks(func(_ *person, _ *unit, said *agents.Voices) int {
				if said.Len() > 0 {
					said.At(0)[0] = agents.Word{Yes: 1 - said.At(0)[0].Yes&1}
				}
				return -1
			})},
		{"no activity", "returns 9, which is no Activity",
			does(func(*person) agents.Activity { return 9 })},
		{"an activity by calls", "Do returns", does(func(*person) agents.Activity {
			calls++
			return agents.Activity(calls % 3)
		})},
	} {
		t.Run(c.name, func(t *testing.T) { foundOut(t, c.rule, c.want) })
	}
}
