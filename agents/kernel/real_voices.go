package kernel

// RealVoices are the people heard in a unit where opinions are said.
type RealVoices struct {
	heard heard
	said  *RealLayer
}

// Set makes v the people with the given ids, whose claims are the rows of said. ranks (nil: all 0)
// and ties (nil: all 1) are by position among the ids.
func (v *RealVoices) Set(said *RealLayer, ids []int32, ranks []uint8, ties []float32) {
	v.said, v.heard.ids, v.heard.ranks, v.heard.ties = said, ids, ranks, ties
}

// At is what voice k says.
func (v *RealVoices) At(k int) []float64 { return v.said.Row(int(v.heard.ids[k])) }

// Len is the number of voices.
func (v *RealVoices) Len() int { return len(v.heard.ids) }

// ID is the person who is voice k.
func (v *RealVoices) ID(k int) int { return int(v.heard.ids[k]) }

// Rank is the part that voice k plays in this unit.
func (v *RealVoices) Rank(k int) uint8 { return v.heard.rank(k) }

// Weight is that of voice k's tie to this unit, 1 where ties carry none.
func (v *RealVoices) Weight(k int) float64 { return v.heard.tie(k) }

// Memory is what the unit's rule remembers of its tie to voice k, or nil.
func (v *RealVoices) Memory(k int) []uint64 { return v.heard.bonds.of(k) }

// Remember tells what the unit's rule remembers of its ties: each words of each of all its voices.
// at is the place among them of each voice that is heard, -1 for a unit; nil stands for their
// order.
func (v *RealVoices) Remember(words []uint64, each int, at []int32) {
	v.heard.bonds = bonds{words, each, at}
}
