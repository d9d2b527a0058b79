package kernel

// Leader is the rank of who leads a unit: the one rank that the rules of package agents know. It is
// that of package network.
const Leader uint8 = 1

// heard are the people heard in a unit at one tick, in the unit's order, whatever they share.
type heard struct {
	ids   []int32
	ranks []uint8
	ties  []float32
	bonds bonds
}

func (h *heard) rank(k int) uint8 {
	if h.ranks == nil {
		return 0
	}
	return h.ranks[k]
}

func (h *heard) tie(k int) float64 {
	if h.ties == nil {
		return 1
	}
	return float64(h.ties[k])
}

// bonds are what a unit's rule remembers of its ties.
type bonds struct {
	words []uint64 // by place among all voices of the unit
	each  int      // words of each
	at    []int32  // the place of each voice that is heard; nil: their order
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

// Voices are the people heard in a unit where beliefs are said.
type Voices struct {
	heard    heard // no embedding: its methods would be those of agents.Voices
	said     *Bare
	standing []int32
	judged   bool    // standing is by position, else by person
	scores   *Scores // set: lanes are replicates, and this is the standing, by person

	chosen         Group
	members        []int    // scratch: of a group
	lanes          []uint64 // scratch: of a group among replicates
	votes          []Word   // scratch
	yes, no, spoke Counts   // scratch
}

// Set makes v the people with the given ids, whose claims are the rows of said. standing is by
// person, or, if judged, by position among the ids: as this unit judges them. ranks (nil: all 0)
// and ties (nil: all 1) are by position.
func (v *Voices) Set(
	said *Bare, ids []int32, ranks []uint8, ties []float32, standing []int32, judged bool,
) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores = standing, judged, nil
}

// SetReplicates makes v the people with the given ids where lanes are replicates: said has a word
// per dimension, and scores, by person, is the standing of each in every replicate.
func (v *Voices) SetReplicates(
	said *Bare, ids []int32, ranks []uint8, ties []float32, scores *Scores,
) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores = nil, false, scores
}

// Said are the claims of everybody, by person.
func (v *Voices) Said() *Bare { return v.said }

// Standing is how well voice k visibly does. Where lanes are replicates it is not to be had.
func (v *Voices) Standing(k int) int32 {
	if v.judged {
		return v.standing[k]
	}
	return v.standing[v.heard.ids[k]]
}

// Len is the number of voices.
func (v *Voices) Len() int { return len(v.heard.ids) }

// ID is the person who is voice k.
func (v *Voices) ID(k int) int { return int(v.heard.ids[k]) }

// Rank is the part that voice k plays in this unit.
func (v *Voices) Rank(k int) uint8 { return v.heard.rank(k) }

// Weight is that of voice k's tie to this unit, 1 where ties carry none.
func (v *Voices) Weight(k int) float64 { return v.heard.tie(k) }

// Memory is what the unit's rule remembers of its tie to voice k, or nil.
func (v *Voices) Memory(k int) []uint64 { return v.heard.bonds.of(k) }

// Remember tells what the unit's rule remembers of its ties: each words of each of all its voices.
// at is the place among them of each voice that is heard, -1 for a unit; nil stands for their
// order.
func (v *Voices) Remember(words []uint64, each int, at []int32) {
	v.heard.bonds = bonds{words, each, at}
}
