package kernel

// Agendas are what the units From to To-1 are about at a tick.
type Agendas struct {
	From, To, Tick int
	Dimensions     int
	Key            Key      // of the units' streams
	Stream         *Stream  // scratch: see Chance
	Memory         []uint64 // what the rule remembers: Each words for every unit
	Each           int
	Masks          []uint64 // Width words for every unit, to be filled in
	Width          int
}

// BlockAgenda fills in what many units are about. It does exactly what the rule does one by one, or
// it does nothing and reports false.
type BlockAgenda interface{ AboutBlock(b *Agendas) bool }

// Unit returns what the rule remembers of a unit.
func (b *Agendas) Unit(u int) []uint64 { return b.Memory[u*b.Each : (u+1)*b.Each] }

// About returns the mask of a unit.
func (b *Agendas) About(u int) []uint64 { return b.Masks[u*b.Width : (u+1)*b.Width] }

// Chance returns the stream of a unit, from its beginning. It is valid until the next call.
func (b *Agendas) Chance(u int) *Stream {
	b.Stream.Reset(b.Key, b.Tick, u)
	return b.Stream
}
