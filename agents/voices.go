package agents

import "orglearn/agents/kernel"

// Voices are the people heard in a unit at one tick, in the unit's order. They are valid during one
// call of a rule only.
type Voices struct {
	said     *Layer
	ids      []int32
	ranks    []Rank
	ties     []float32
	standing []int32
	judged   bool           // standing is by position, else by person
	scores   *kernel.Scores // set: lanes are replicates, and this is the standing, by person
	bonds    bonds

	chosen         Group
	members        []int         // scratch: of a group
	lanes          []uint64      // scratch: of a group among replicates
	votes          []Word        // scratch
	yes, no, spoke kernel.Counts // scratch
}

// Set makes v the people with the given ids, whose claims are the rows of said. standing is by
// person, or, if judged, by position among the ids: as this unit judges them. ranks (nil: all 0)
// and ties (nil: all 1) are by position.
func (v *Voices) Set(
	said *Layer, ids []int32, ranks []Rank, ties []float32, standing []int32, judged bool,
) {
	v.said, v.ids, v.ranks, v.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores = standing, judged, nil
}

// SetReplicates makes v the people with the given ids where lanes are replicates: said has a word
// per dimension, and scores, by person, is the standing of each in every replicate.
func (v *Voices) SetReplicates(
	said *Layer, ids []int32, ranks []Rank, ties []float32, scores *kernel.Scores,
) {
	v.said, v.ids, v.ranks, v.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores = nil, false, scores
}

// Len is the number of voices.
func (v *Voices) Len() int { return len(v.ids) }

// ID is the person who is voice k.
func (v *Voices) ID(k int) int { return int(v.ids[k]) }

// At is what voice k says. It must not be changed.
func (v *Voices) At(k int) Knowledge { return v.said.Row(int(v.ids[k])) }

// Standing is how well voice k visibly does, on the same scale as the unit's. Where lanes are
// replicates it is not to be had: see Above.
func (v *Voices) Standing(k int) int32 {
	if v.judged {
		return v.standing[k]
	}
	return v.standing[v.ids[k]]
}

// Rank is the part that voice k plays in this unit.
func (v *Voices) Rank(k int) Rank {
	if v.ranks == nil {
		return 0
	}
	return v.ranks[k]
}

// Tie is the weight of voice k's tie to this unit, 1 where ties carry none.
func (v *Voices) Tie(k int) float64 {
	if v.ties == nil {
		return 1
	}
	return float64(v.ties[k])
}

// Remember tells what the unit's rule remembers of its ties: each words of each of all its voices.
// at is the place among them of each voice that is heard, -1 for a unit; nil stands for their
// order.
func (v *Voices) Remember(words []uint64, each int, at []int32) { v.bonds.set(words, each, at) }

// Memory is what the unit's rule remembers of its tie to voice k (see Memory.Tie). It is nil where
// the rule remembers no ties, of a voice that is a unit, and of who is no voice of the unit at
// other times.
func (v *Voices) Memory(k int) []uint64 { return v.bonds.of(k) }

// bonds are what a unit's rule remembers of its ties.
type bonds struct {
	words []uint64 // by place among all voices of the unit
	each  int      // words of each
	at    []int32  // the place of each voice that is heard; nil: their order
}

func (b *bonds) set(words []uint64, each int, at []int32) {
	b.words, b.each, b.at = words, each, at
}

func (b *bonds) of(k int) []uint64 {
	if b.at != nil {
		k = int(b.at[k])
	}
	if b.each == 0 || k < 0 {
		return nil
	}
	return b.words[k*b.each : (k+1)*b.each : (k+1)*b.each]
}
