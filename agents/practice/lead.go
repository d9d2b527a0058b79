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
// default the one by which he learns from a norm.
//
// Trust lets people heed a leader whom the unit trusts more: the probability is then
//
//	Share/16 (1 + Trust (T-8)/8), at most 1
//
// where the bracket is rounded to 1/65536, and T is the unit's trust in him, 0 to 15 (see
// Vote.TrustRate). Without a Vote that remembers trust T is 8.
type Led struct {
	Share int     // sixteenths, 0 to 16; 0: nobody heeds a leader
	Trust float64 // slope of Share by trust in the leader, -1 to 1
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
	if leader < 0 || p.IntN(16*parts) >= r.Share*r.weight(said.Memory(leader)) {
		return -1
	}
	return leader
}

// weight returns the factor of Share, in parts.
func (r Led) weight(tie Tie) int { return rounded(parts * trusted(r.Trust, tie)) }

// IsBlind reports whether trust in the leader makes no difference.
func (r Led) IsBlind() bool { return r.Trust == 0 }

// Validate reports a Share outside 0 to 16, and a Trust outside -1 to 1.
func (r Led) Validate() error {
	if r.Share < 0 || r.Share > 16 {
		return fmt.Errorf("Led.Share is %d, want 0 to 16", r.Share)
	}
	return checkSlope("Led.Trust", r.Trust)
}
