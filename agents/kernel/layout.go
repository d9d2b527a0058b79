package kernel

import "math/bits"

// layout is what the lanes of a word are, as far as chance goes.
type layout uint8

const (
	dimensions layout = iota // of one replicate: words may share what is drawn
	apart                    // the same, with the chance that it has among replicates
	replicates               // of one dimension
)

// Replicates makes the lanes of s replicates of one dimension, and an index of Flip a dimension.
// What a rule sees is the same. The key is then that of 64 replicates. Reset leaves it so.
func (s *Stream) Replicates() { s.layout = replicates }

// Apart gives s, whose lanes are dimensions, the chance that the replicate of a lane, 0 to 63, has
// among replicates. The coins are the same in either layout; here they are turned one at a time. A
// lane of less than 0 ends it. Reset leaves it so.
func (s *Stream) Apart(lane int) {
	s.layout, s.lane = apart, uint8(lane)
	if lane < 0 {
		s.layout = dimensions
	}
}

// Asked returns the lanes in which a coin that could come up heads was turned among replicates
// since the last call of Asked.
func (s *Stream) Asked() uint64 {
	asked := s.asked
	s.asked = 0
	return asked
}

// decideApart turns each coin as it is turned among replicates. That of dimension d is in the words
// of word d, in the replicate's lane.
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
