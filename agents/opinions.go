package agents

// Opinion is what is held of topics where knowledge is a number and not a yes or no: how likely
// something is, how much is right, how strong the evidence. Entry t is that of topic t. It is the
// second kind of knowledge beside the bit planes of Knowledge, with rules of its own around the
// same ring:
//
//	Opinions --externalize--> Claims --objectify--> Norms --internalize--> Opinions
//
// Results are the same on every machine where products are rounded explicitly, float64(x*y) + z, or
// else the compiler may fuse the two, where sums are taken in the order of the voices, and where
// nothing is made of math.Exp, math.Log and their like, whose last bits differ (see Logit). An
// opinion, a claim or a norm that is not finite ends a run with an error.
type Opinion []float64

// RealBeginner gives a person his first opinions: at the start, and to a newcomer. The opinion
// comes as zeros.
type RealBeginner interface {
	Begin(p *Person, opinion Opinion)
}

// RealExternalizer is the rule by which a person says aloud what he holds: the opinion itself, or
// what he has seen. It writes the claim, which comes as zeros, from the opinion, which it must not
// change.
type RealExternalizer interface {
	Externalize(p *Person, opinion, claim Opinion)
}

// RealObjectifier is the rule by which what is said becomes what counts as knowledge in a unit. The
// norm of a unit comes as it stood, zeros at first. That of a circle comes as what its person
// himself says: he is not among the voices, but he hears himself too.
type RealObjectifier interface {
	Objectify(u *Unit, said *RealVoices, norm Opinion)
}

// RealInternalizer is the rule by which a person makes what counts as knowledge in a unit his own.
// It changes the opinion, never the norm.
type RealInternalizer interface {
	Internalize(p *Person, norm, opinion Opinion)
}

// The RealFunc types make a rule about opinions of a function. Such rules may be a Validator and a
// Rememberer, whose Memory is asked with the number of topics for that of dimensions.
type (
	RealBeginFunc       func(p *Person, opinion Opinion)
	RealExternalizeFunc func(p *Person, opinion, claim Opinion)
	RealObjectifyFunc   func(u *Unit, said *RealVoices, norm Opinion)
	RealInternalizeFunc func(p *Person, norm, opinion Opinion)
)

// Begin calls f.
func (f RealBeginFunc) Begin(p *Person, opinion Opinion) { f(p, opinion) }

// Externalize calls f.
func (f RealExternalizeFunc) Externalize(p *Person, opinion, claim Opinion) { f(p, opinion, claim) }

// Objectify calls f.
func (f RealObjectifyFunc) Objectify(u *Unit, said *RealVoices, norm Opinion) { f(u, said, norm) }

// Internalize calls f.
func (f RealInternalizeFunc) Internalize(p *Person, norm, opinion Opinion) { f(p, norm, opinion) }

// RealLayer is a row of opinions per person or unit, in one flat array: 8 bytes per topic and row.
type RealLayer struct {
	numbers []float64
	topics  int
	rows    int
}

// NewRealLayer returns a layer of zeros.
func NewRealLayer(rows, topics int) *RealLayer {
	return &RealLayer{numbers: make([]float64, rows*topics), topics: topics, rows: rows}
}

// Row is the opinion in row i, in place.
func (l *RealLayer) Row(i int) Opinion {
	at := i * l.topics
	return l.numbers[at : at+l.topics : at+l.topics]
}

// Len is the number of rows.
func (l *RealLayer) Len() int { return l.rows }

// Clone returns a copy in storage of its own.
func (l *RealLayer) Clone() *RealLayer {
	c := *l
	c.numbers = append([]float64(nil), l.numbers...)
	return &c
}

// RealVoices are the people heard in a unit where opinions are said, in the unit's order. They are
// valid during one call of a rule only.
type RealVoices struct {
	said  *RealLayer
	ids   []int32
	ranks []Rank
	ties  []float32

	bonds bonds
}

// Set makes v the people with the given ids, whose claims are the rows of said. ranks (nil: all 0)
// and ties (nil: all 1) are by position among the ids.
func (v *RealVoices) Set(said *RealLayer, ids []int32, ranks []Rank, ties []float32) {
	v.said, v.ids, v.ranks, v.ties = said, ids, ranks, ties
}

// Len is the number of voices.
func (v *RealVoices) Len() int { return len(v.ids) }

// ID is the person who is voice k.
func (v *RealVoices) ID(k int) int { return int(v.ids[k]) }

// At is what voice k says. It must not be changed.
func (v *RealVoices) At(k int) Opinion { return v.said.Row(int(v.ids[k])) }

// Rank is the part that voice k plays in this unit.
func (v *RealVoices) Rank(k int) Rank {
	if v.ranks == nil {
		return 0
	}
	return v.ranks[k]
}

// Tie is the weight of voice k's tie to this unit, 1 where ties carry none.
func (v *RealVoices) Tie(k int) float64 {
	if v.ties == nil {
		return 1
	}
	return float64(v.ties[k])
}

// Remember tells what the unit's rule remembers of its ties, as that of Voices.
func (v *RealVoices) Remember(words []uint64, each int, at []int32) { v.bonds.set(words, each, at) }

// Memory is what the unit's rule remembers of its tie to voice k, as that of Voices.
func (v *RealVoices) Memory(k int) []uint64 { return v.bonds.of(k) }
