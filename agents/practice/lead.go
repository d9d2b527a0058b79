package practice

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Led is the Asker of people who heed their leader. Each time a person learns in a unit, he learns
// with probability Share/16 from what its leader says instead of the norm, whatever the leader's
// standing. With the other probability, or if the unit has no leader who is heard, he learns from
// the norm. A leader learns from the norm of his own unit. Of several leaders one is drawn.
//
// How much of what the leader says he takes over is a rule of its own (sim.Channel.Reuse), by
// default the one by which he learns from a norm. Trust in the leader is not part of it.
type Led struct {
	Share int // sixteenths, 0 to 16; 0: nobody heeds a leader
}

// Ask implements agents.Asker. A tick in which nobody leads draws nothing.
func (r Led) Ask(p *agents.Person, _ *agents.Unit, said *agents.Voices) int {
	if r.Share == 0 || p.Rank == kernel.Leader {
		return -1
	}
	leader, leaders := -1, 0
	for k := range said.Len() {
		if said.Rank(k) != kernel.Leader {
			continue
		}
		if leaders++; leaders == 1 || p.IntN(leaders) == 0 {
			leader = k
		}
	}
	if leader < 0 || p.IntN(16) >= r.Share {
		return -1
	}
	return leader
}

// IsBlind is true.
func (Led) IsBlind() bool { return true }

// Validate reports a Share outside 0 to 16.
func (r Led) Validate() error {
	if r.Share < 0 || r.Share > 16 {
		return fmt.Errorf("Led.Share is %d, want 0 to 16", r.Share)
	}
	return nil
}
