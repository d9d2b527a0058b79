package opinion

import "orglearn/agents/kernel"

// Voices are the people heard in a unit at one tick, in the unit's order. They are valid only
// during one call of a rule.
type Voices kernel.RealVoices

// NewVoices returns voices for tests of rules, numbered 0, 1 and so on. Voice k makes claims[k],
// and all claims are about the same number of topics. Ties have the weight 1, and ranks are 0. In a
// model the engine makes the Voices.
func NewVoices(claims ...Opinion) *Voices {
	topics := 0
	if len(claims) > 0 {
		topics = len(claims[0])
	}
	said, ids := kernel.NewRealLayer(len(claims), topics), make([]int32, len(claims))
	for k, claim := range claims {
		copy(said.Row(k), claim)
		ids[k] = int32(k)
	}
	v := new(Voices)
	v.engine().Set(said, ids, nil, nil)
	return v
}

// engine returns v as the type of package kernel.
func (v *Voices) engine() *kernel.RealVoices { return (*kernel.RealVoices)(v) }

// Len returns the number of voices.
func (v *Voices) Len() int { return v.engine().Len() }

// ID returns the number of the person who is voice k.
func (v *Voices) ID(k int) int { return v.engine().ID(k) }

// At returns the claim of voice k. It must not be changed.
func (v *Voices) At(k int) Opinion { return v.engine().At(k) }

// Rank returns the rank of voice k in this unit: 0 for a plain member, or another network.Rank.
func (v *Voices) Rank(k int) uint8 { return v.engine().Rank(k) }

// Weight returns the weight of voice k's tie to this unit, 1 where ties have no weights.
func (v *Voices) Weight(k int) float64 { return v.engine().Weight(k) }

// Memory returns what the unit's rule remembers of its tie to voice k. It is nil in the same cases
// as Memory of agents.Voices.
func (v *Voices) Memory(k int) []uint64 { return v.engine().Memory(k) }
