package sim_test

import (
	"testing"

	"orglearn/agents"
)

// busy does one of the four things, each with the same probability, but rests in every fifth tick.
type busy struct{}

func (busy) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (busy) Do(p *person) agents.Activity {
	if p.Memory[0]++; p.Memory[0]%5 == 0 {
		return agents.Idle
	}
	return agents.Activity(p.IntN(4))
}

func (busy) May(agents.Activity) bool { return true }

var _ agents.Limited = busy{}

func TestPlaceholder(t *testing.T) {}
