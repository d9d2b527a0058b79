package kernel

import "math/bits"

// layout says what the lanes of a word are, as far as coins depend on it.
type layout uint8

const (
	dimensions layout = iota // lanes are dimensions; words may share random words
	apart                    // lanes are dimensions, but coins are those of layout replicates
	replicates               // lanes are replicates, and a word is one dimension
)

// Replicates makes the lanes of s replicates of one dimension. Word i of Flip is then dimension i.
// A rule sees no difference. The key is then shared by 64 replicates. Reset does not end it.
func (s *Stream) Replicates() { s.layout = replicates }

// Apart is for a stream whose lanes are dimensions. It makes the coins the same that one replicate
// has where lanes are replicates. lane, 0 to 63, is the lane of that replicate. Coins are then
// decided one at a time. A negative lane ends it. Reset does not.
func (s *Stream) Apart(lane int) {
	s.layout, s.lane = apart, uint8(lane)
	if lane < 0 {
		s.layout = dimensions
	}
}

// Asked returns the lanes in which a coin was thrown since the last call of Asked. It counts only
// coins that can come up heads, and only where lanes are replicates.
func (s *Stream) Asked() uint64 {
	asked := s.asked
	s.asked = 0
	return asked
}

// decideApart decides each coin as it is decided where lanes are replicates. The coin of dimension
// d is in the random words for word d, in the replicate's lane.
func (s *Stream) decideApart(call, digits, word, open uint64) (heads uint64) {
	if digits == 1<<63 {
		return s.fairApart(call, word, open)
	}
	for ; open != 0; open &= open - 1 {
		d := uint64(bits.TrailingZeros64(open))
		if s.coinApart(call, word<<6|d, digits) {
			heads |= 1 << d
		}
	}
	return heads
}

// fairApart takes a block for two dimensions.
func (s *Stream) fairApart(call, word, open uint64) (heads uint64) {
	for rest := open; rest != 0; {
		d := uint64(bits.TrailingZeros64(rest)) &^ 1
		a, b := philox6(place(call, word<<6|d, fairPart), s.at, s.key)
		heads |= (^a>>s.lane&1 | ^b>>s.lane&1<<1) << d
		rest &^= 3 << d
	}
	return heads & open
}

// coinApart takes a block for two digits.
func (s *Stream) coinApart(call, dimension, digits uint64) bool {
	for part := uint64(0); digits != 0; digits, part = digits<<2, part+1 {
		a, b := philox6(place(call, dimension, part), s.at, s.key)
		if a>>s.lane&1 == 0 {
			return digits>>63 != 0
		}
		if b>>s.lane&1 == 0 {
			return digits>>62&1 != 0
		}
	}
	return false
}
