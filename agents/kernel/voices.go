package kernel

// Leader is the rank of a unit's leader, equal to network.Leader. It is the only rank that the
// rules of package agents know.
const Leader uint8 = 1

// heard is who is heard in a unit at one tick, in the unit's order, for claims of either kind.
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

// bonds is what a unit's rule remembers of its ties.
type bonds struct {
	words []uint64 // by position among all voices of the unit
	each  int      // words per voice
	at    []int32  // the position of each heard voice; nil: all are heard, in order
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

// Voices are the people heard in a unit, where claims are beliefs.
type Voices struct {
	heard    heard // no embedding: its methods would be those of agents.Voices
	said     *Bare
	units    int32   // ids from here on are units; 0: all are people
	joined   []int32 // the tick at which each person came; nil: not told
	standing []int32
	judged   bool    // standing is in the order of ids; else by person
	scores   *Scores // if not nil, lanes are replicates and this is the standing, by person

	chosen         Group
	members        []int    // scratch: of a group
	lanes          []uint64 // scratch: of a group among replicates
	votes          []Word   // scratch
	yes, no, spoke Counts   // scratch
}

// Set makes v the people with the given ids. Row id of said is the claim of a person. standing is
// by person; if judged is set, it is in the order of ids and the unit's own judgement. ranks (nil:
// all 0) and ties (nil: all 1) are in the order of ids.
func (v *Voices) Set(
	said *Bare, ids []int32, ranks []uint8, ties []float32, standing []int32, judged bool,
) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores, v.units, v.joined = standing, judged, nil, 0, nil
}

// SetReplicates is Set where lanes are replicates: said has a word per dimension. scores is the
// standing of each person in every replicate.
func (v *Voices) SetReplicates(
	said *Bare, ids []int32, ranks []uint8, ties []float32, scores *Scores,
) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
	v.standing, v.judged, v.scores, v.units, v.joined = nil, false, scores, 0, nil
}

// Said returns the claims of all people, by person.
func (v *Voices) Said() *Bare { return v.said }

// UnitsFrom says, after Set, that the ids from the given one on, which is not 0, are units.
func (v *Voices) UnitsFrom(id int) { v.units = int32(id) }

// FromUnit reports whether voice k is a unit.
func (v *Voices) FromUnit(k int) bool { return v.units > 0 && v.heard.ids[k] >= v.units }

// Tell says, after Set, when each person came. nil means that all are founders.
func (v *Voices) Tell(joined []int32) { v.joined = joined }

// Joined returns the tick at which voice k came, or 0 if that is not told or the voice is a unit.
func (v *Voices) Joined(k int) int {
	if v.joined == nil || v.FromUnit(k) {
		return 0
	}
	return int(v.joined[v.heard.ids[k]])
}

// Standing returns how well voice k visibly does. It is not available where lanes are replicates.
func (v *Voices) Standing(k int) int32 {
	if v.judged {
		return v.standing[k]
	}
	return v.standing[v.heard.ids[k]]
}

// Len returns the number of voices.
func (v *Voices) Len() int { return len(v.heard.ids) }

// ID returns the number of the person who is voice k.
func (v *Voices) ID(k int) int { return int(v.heard.ids[k]) }

// Rank returns the rank of voice k in this unit.
func (v *Voices) Rank(k int) uint8 { return v.heard.rank(k) }

// Weight returns the weight of voice k's tie to this unit, 1 where ties have no weights.
func (v *Voices) Weight(k int) float64 { return v.heard.tie(k) }

// Memory returns what the unit's rule remembers of its tie to voice k, or nil.
func (v *Voices) Memory(k int) []uint64 { return v.heard.bonds.of(k) }

// Remember sets what the unit's rule remembers of its ties: each words for every voice of the unit,
// heard or not. at is the position among them of each heard voice, -1 for one that has no memory. A
// nil at means that all are heard, in order.
func (v *Voices) Remember(words []uint64, each int, at []int32) {
	v.heard.bonds = bonds{words, each, at}
}
