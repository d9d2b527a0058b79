package agents

// Voices are the people heard in a unit at one tick, in the unit's order. They are valid during one call of a rule only.
type Voices struct {
	said     *Layer
	ids      []int32
	ranks    []Rank
	ties     []float32
	standing []int32
	judged   bool    // standing is by position, else by person
	scores   *Scores // set: lanes are replicates, and this is the standing, by person

	chosen         Group
	members        []int    // scratch: of a group
	lanes          []uint64 // scratch: of a group among replicates
	votes          []Word   // scratch
	yes, no, spoke counts   // scratch
}

// Set makes v the people with the given ids, whose claims are the rows of said. standing is by person, or, if judged, by position
// among the ids: as this unit judges them. ranks (nil: all 0) and ties (nil: all 1) are by position.
func (v *Voices) Set(said *Layer, ids []int32, ranks []Rank, ties []float32, standing []int32, judged bool) {
	v.said, v.ids, v.ranks, v.ties, v.standing, v.judged, v.scores = said, ids, ranks, ties, standing, judged, nil
}

// SetReplicates makes v the people with the given ids where lanes are replicates: said has a word per dimension, and scores, by person,
// is the standing of each in every replicate.
func (v *Voices) SetReplicates(said *Layer, ids []int32, ranks []Rank, ties []float32, scores *Scores) {
	v.said, v.ids, v.ranks, v.ties, v.standing, v.judged, v.scores = said, ids, ranks, ties, nil, false, scores
}

// Len is the number of voices.
func (v *Voices) Len() int { return len(v.ids) }

// ID is the person who is voice k.
func (v *Voices) ID(k int) int { return int(v.ids[k]) }

// At is what voice k says. It must not be changed.
func (v *Voices) At(k int) Knowledge { return v.said.Row(int(v.ids[k])) }

// Standing is how well voice k visibly does, on the same scale as the unit's. Where lanes are replicates it is not to be had: see Above.
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
