package kernel

// RealVoices are the people heard in a unit, where claims are opinions.
type RealVoices struct {
	heard heard
	said  *RealLayer
}

// Set makes v the people with the given ids. Row id of said is the claim of a person. ranks (nil:
// all 0) and ties (nil: all 1) are in the order of ids.
func (v *RealVoices) Set(said *RealLayer, ids []int32, ranks []uint8, ties []float32) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
}

// At returns the claim of voice k.
func (v *RealVoices) At(k int) []float64 { return v.said.Row(int(v.heard.ids[k])) }

// Len returns the number of voices.
func (v *RealVoices) Len() int { return len(v.heard.ids) }

// ID returns the number of the person who is voice k.
func (v *RealVoices) ID(k int) int { return int(v.heard.ids[k]) }

// Rank returns the rank of voice k in this unit.
func (v *RealVoices) Rank(k int) uint8 { return v.heard.rank(k) }

// Weight returns the weight of voice k's tie to this unit, 1 where ties have no weights.
func (v *RealVoices) Weight(k int) float64 { return v.heard.tie(k) }

// Memory returns what the unit's rule remembers of its tie to voice k, or nil.
func (v *RealVoices) Memory(k int) []uint64 { return v.heard.bonds.of(k) }

// Remember sets what the unit's rule remembers of its ties: each words for every voice of the unit,
// heard or not. at is the position among them of each heard voice, -1 for one that has no memory. A
// nil at means that all are heard, in order.
func (v *RealVoices) Remember(words []uint64, each int, at []int32) {
	v.heard.bonds = bonds{words, each, at}
}
