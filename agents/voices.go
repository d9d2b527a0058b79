package agents

import "orglearn/agents/kernel"

// Voices are the people heard in a unit at one tick, in the unit's order, and after them the units
// that it hears. They are valid only during one call of a rule.
type Voices kernel.Voices

// Group is a subset of the voices of a unit, for example those who stand above it. Where lanes are
// replicates the subset may differ from lane to lane. A Group is valid until the next one is made.
type Group kernel.Group

// NewVoices returns voices for tests of rules, numbered 0, 1 and so on. Voice k makes claims[k],
// and all claims have the same length. His standing is standings[k] and his rank ranks[k]; nil
// means all 0. Ties have the weight 1. In a model the engine makes the Voices.
func NewVoices(claims []Knowledge, standings []int32, ranks []uint8) *Voices {
	width := 0
	if len(claims) > 0 {
		width = len(claims[0])
	}
	said, ids := kernel.NewLayer[Knowledge](len(claims), 64*width), make([]int32, len(claims))
	for k, claim := range claims {
		copy(said.Row(k), claim)
		ids[k] = int32(k)
	}
	if standings == nil {
		standings = make([]int32, len(claims))
	}
	v := new(Voices)
	v.engine().Set(said.Bare(), ids, ranks, nil, standings, true)
	return v
}

// engine returns v as the type of package kernel.
func (v *Voices) engine() *kernel.Voices { return (*kernel.Voices)(v) }

// Len returns the number of voices.
func (v *Voices) Len() int { return v.engine().Len() }

// ID returns the number of the person who is voice k. Units come after people: among n people,
// unit u is the voice n+u.
func (v *Voices) ID(k int) int { return v.engine().ID(k) }

// FromUnit reports whether voice k is a unit, whose norm is heard, and not a person.
func (v *Voices) FromUnit(k int) bool { return v.engine().FromUnit(k) }

// Joined returns the tick at which voice k came: 0 for founders, and for units. Only an Asker is
// told; else it is 0.
func (v *Voices) Joined(k int) int { return v.engine().Joined(k) }

// At returns the claim of voice k. It must not be changed.
func (v *Voices) At(k int) Knowledge {
	return kernel.Dress[Knowledge](v.engine().Said()).Row(v.engine().ID(k))
}

// Standing returns how well voice k visibly does, on the same scale as the unit's Standing. It is
// not available where lanes are replicates: use Above.
func (v *Voices) Standing(k int) int32 { return v.engine().Standing(k) }

// Rank returns the rank of voice k in this unit: 0 for a plain member, or another network.Rank.
func (v *Voices) Rank(k int) uint8 { return v.engine().Rank(k) }

// Weight returns the weight of voice k's tie to this unit, 1 where ties have no weights.
func (v *Voices) Weight(k int) float64 { return v.engine().Weight(k) }

// Memory returns what the unit's rule remembers of its tie to voice k (see Memory.Tie). It is nil
// if the rule remembers no ties, or if the voice is a unit. It is also nil for a person whom the
// unit hears only this once, because he is not among its voices.
func (v *Voices) Memory(k int) []uint64 { return v.engine().Memory(k) }

// All returns the group of all voices.
func (v *Voices) All() *Group { return (*Group)(v.engine().All()) }

// Above returns the group of voices who stand strictly above the unit. It reads 8 bytes a voice. It
// does not branch on the comparison, because a processor cannot predict whether a voice is better.
func (v *Voices) Above(u *Unit) *Group {
	return (*Group)(v.engine().Above(u.Standing, u.Standings))
}

// Led returns the group of voices whose rank is network.Leader.
func (v *Voices) Led() *Group { return (*Group)(v.engine().Led()) }

// Empty reports whether the group has no voices.
func (g *Group) Empty() bool { return (*kernel.Group)(g).Empty() }

// Votes compares the numbers of yes and no among the claims of a group, in each lane of word i. The
// Yes of the result has the lanes with more yes than no, the No those with more no than yes.
func (v *Voices) Votes(g *Group, i int) Word { return v.engine().Votes((*kernel.Group)(g), i) }

// adopt lets the vote of a group become the norm, with probability rate per dimension.
func (v *Voices) adopt(u *Unit, norm Knowledge, g *Group, rate float64) {
	v.engine().Adopt(u.engine(), kernel.Strip(norm), (*kernel.Group)(g), rate)
}
