package agents

import "orglearn/agents/kernel"

// Voices are the people heard in a unit at one tick, in the unit's order. They are valid during one
// call of a rule only.
type Voices kernel.Voices

// Group is some of the voices of a unit: those who stand above it, say. Among replicates it is some
// in each of them. It is valid until the next is asked for.
type Group kernel.Group

// NewVoices returns voices 0, 1 and so on for tests of rules: what each says, bodies of the same
// length, how each stands (nil: all 0), and his rank (nil: all 0). Ties have the weight 1. In a
// model the engine tells who is heard.
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

// engine is v as the engine has it.
func (v *Voices) engine() *kernel.Voices { return (*kernel.Voices)(v) }

// Len is the number of voices.
func (v *Voices) Len() int { return v.engine().Len() }

// ID is the person who is voice k.
func (v *Voices) ID(k int) int { return v.engine().ID(k) }

// At is what voice k says. It must not be changed.
func (v *Voices) At(k int) Knowledge {
	return kernel.Dress[Knowledge](v.engine().Said()).Row(v.engine().ID(k))
}

// Standing is how well voice k visibly does, on the same scale as the unit's. Where lanes are
// replicates it is not to be had: see Above.
func (v *Voices) Standing(k int) int32 { return v.engine().Standing(k) }

// Rank is what the structure makes of voice k in this unit: 0 for a plain member, or another
// network.Rank.
func (v *Voices) Rank(k int) uint8 { return v.engine().Rank(k) }

// Weight is that of voice k's tie to this unit, 1 where ties carry none.
func (v *Voices) Weight(k int) float64 { return v.engine().Weight(k) }

// Memory is what the unit's rule remembers of its tie to voice k (see Memory.Tie). It is nil where
// the rule remembers no ties, of a voice that is a unit, and of who is no voice of the unit at
// other times.
func (v *Voices) Memory(k int) []uint64 { return v.engine().Memory(k) }

// All is everybody.
func (v *Voices) All() *Group { return (*Group)(v.engine().All()) }

// Above is everybody who stands strictly above the unit. It reads 8 bytes a voice and does not
// branch on what it finds: whether a neighbour is better is the least predictable thing here.
func (v *Voices) Above(u *Unit) *Group {
	return (*Group)(v.engine().Above(u.Standing, u.Standings))
}

// Led is everybody whose rank is network.Leader.
func (v *Voices) Led() *Group { return (*Group)(v.engine().Led()) }

// Empty reports whether nobody is in the group.
func (g *Group) Empty() bool { return (*kernel.Group)(g).Empty() }

// Votes counts, in word i, the claims of a group: the lanes in which more of them say yes than no,
// and those in which more say no.
func (v *Voices) Votes(g *Group, i int) Word { return v.engine().Votes((*kernel.Group)(g), i) }

// adopt lets the vote of a group become the norm with a rate.
func (v *Voices) adopt(u *Unit, norm Knowledge, g *Group, rate float64) {
	v.engine().Adopt(u.engine(), kernel.Strip(norm), (*kernel.Group)(g), rate)
}
