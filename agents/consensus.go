package agents

import (
	"fmt"
	"math/bits"

	"orglearn/agents/kernel"
)

// MaxTicks is the longest run of agreement that Consensus can ask for.
const MaxTicks = 1 << 20

// Consensus makes a norm of what is agreed for some time (Berger and Luckmann 1966). In a
// dimension, there is agreement at a tick if at least the share Share of those who spoke of it said
// the same. Where nobody spoke there is none. While the same agreement has lasted Ticks ticks in a
// row or more, it is the norm. Otherwise the norm is empty. Standing plays no part.
//
// A unit remembers how long the agreement has lasted, and its sign: 2 + floor(log2(Ticks)) bits per
// dimension.
type Consensus struct {
	Share float64 // above .5, to 1
	Ticks int     // 1 to MaxTicks
}

// Objectify implements Objectifier.
func (r Consensus) Objectify(u *Unit, said *Voices, norm Knowledge) {
	voices, digits := said.engine(), bits.Len(uint(r.Ticks))
	all := voices.All()
	for i := range norm {
		voices.Count(all, i)
		agreed := r.agreed(voices, u.Lanes(i))
		memory := u.Planes[i*(digits+1) : (i+1)*(digits+1)]
		long := lengthen(memory[1:], agreed.Known(), agreed.Known()&(memory[0]^agreed.Yes), r.Ticks)
		memory[0] = agreed.Yes
		norm[i] = agreed.Keep(long)
	}
}

// agreed returns the lanes in which a large enough share of those who spoke said the same. It
// treats lanes with equal numbers of speakers together, at 9 operations per binary digit. There are
// few such numbers.
func (r Consensus) agreed(said *kernel.Voices, lanes uint64) Word {
	var w Word
	yes, no := said.Counted()
	spoke := said.Spoke()
	for lanes &= spoke.Any(); lanes != 0; {
		speakers := spoke.At(bits.TrailingZeros64(lanes))
		alike := spoke.Is(speakers, lanes)
		need := r.need(speakers)
		w.Yes |= yes.AtLeast(need, alike)
		w.No |= no.AtLeast(need, alike)
		lanes &^= alike
	}
	return w
}

// need returns how many of those who spoke must say the same. It is always more than half.
func (r Consensus) need(spoke int) int {
	return max(kernel.CountOf(r.Share, spoke), spoke/2+1)
}

// lengthen counts how long the agreement has lasted, in each lane. runs holds the counts: word j is
// binary digit j of every lane. Agreed lanes count 1 more, up to most. Agreed lanes that turned to
// the other sign start again at 1. The remaining lanes become 0. It returns the lanes that have
// reached most.
func lengthen(runs []uint64, agreed, turned uint64, most int) uint64 {
	full := ^uint64(0)
	for j := range runs {
		runs[j] &= agreed &^ turned
		full &= ^(runs[j] ^ -uint64(most>>j&1))
	}
	carry := agreed &^ full
	full = ^uint64(0)
	for j := range runs {
		runs[j], carry = runs[j]^carry, runs[j]&carry
		full &= ^(runs[j] ^ -uint64(most>>j&1))
	}
	return full
}

// Validate reports a Share that is not above .5 and at most 1, and Ticks outside 1 to MaxTicks.
func (r Consensus) Validate() error {
	if !(r.Share > .5 && r.Share <= 1) {
		return fmt.Errorf("Consensus.Share is %v, want above 0.5, to 1", r.Share)
	}
	if r.Ticks < 1 || r.Ticks > MaxTicks {
		return fmt.Errorf("Consensus.Ticks is %d, want 1 to %d", r.Ticks, MaxTicks)
	}
	return nil
}

// Memory implements Rememberer: the sign of the agreement, and how long it has lasted.
func (r Consensus) Memory(int) Memory {
	return Memory{Planes: 1 + bits.Len(uint(r.Ticks))}
}

// Monotone is true, because the rule draws no coins.
func (Consensus) Monotone() bool { return true }
