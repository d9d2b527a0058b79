package kernel

// Coins returns independent coins, heads with probability p, decided in the given lanes only: a
// lane that is not given is 0. p is taken down to a multiple of 2^-63. At less than that, or NaN,
// no lane is heads; at 1 or more every lane is.
//
// A coin is a uniform number that is compared with p, from the highest binary digit on until it is
// decided. Every word drawn is one digit of 64 such numbers. About log2(lanes) + 1.3 words are
// needed. 8 are drawn at first, 4 for one or two lanes, and 4 more as long as a lane is open: one
// too many costs less than a wrong guess. Where p is 1/2 it is half a block. Loops of AVX-512 draw
// 8 for each of many words. Apart, a coin takes a block for two digits, or half of one.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	return s.coinsIn(p, 0, lanes)
}

// Flip is Coins in several words at once. Each comes as the lanes asked and goes as those that are
// heads. Two words share what is drawn where they can. With 32 and 18 lanes asked at a rate of .3
// that takes 5.8 Philox blocks in the mean instead of 8.4.
//
// Among replicates (see Replicates) the coins of one depend on how many calls of Coins and Flip
// came before in its stream, and on nothing else.
func (s *Stream) Flip(p float64, lanes []uint64) {
	call, digits, sure := s.ask(p)
	if s.layout == replicates && digits|sure != 0 {
		for _, l := range lanes {
			s.asked |= l
		}
	}
	s.flip(call, digits, sure, lanes)
}

// flip decides what was asked.
func (s *Stream) flip(call, digits, sure uint64, lanes []uint64) {
	switch {
	case digits == 0:
		for i := range lanes {
			lanes[i] &= sure
		}
	case digits == 1<<63 && s.layout != apart:
		s.flipFair(call, lanes)
	case s.layout == dimensions && len(lanes) > 1:
		s.flipPairs(call, digits, lanes)
	case s.layout != apart:
		s.flipWords(call, digits, lanes)
	default:
		for i, open := range lanes {
			lanes[i] = s.decide(call, digits, uint64(i), open)
		}
	}
}

// ask numbers a call for coins. Where p leaves nothing to chance it returns no digits, and what
// surely becomes of all lanes.
func (s *Stream) ask(p float64) (call, digits, sure uint64) {
	call = s.calls
	s.calls++
	switch {
	case !(p >= 0x1p-63):
		return call, 0, 0
	case p >= 1 || s.heads:
		return call, 0, ^uint64(0)
	}
	return call, uint64(int64(p*(1<<63))) << 1, 0
}

// coinsIn is Coins in the word of a number.
func (s *Stream) coinsIn(p float64, word, lanes uint64) uint64 {
	call, digits, sure := s.ask(p)
	if s.layout == replicates && digits|sure != 0 {
		s.asked |= lanes
	}
	if digits == 0 || lanes == 0 {
		return lanes & sure
	}
	return s.decide(call, digits, word, lanes)
}

// decide turns the coins of one word, which has the number that it has in its Knowledge.
func (s *Stream) decide(call, digits, word, open uint64) uint64 {
	switch {
	case s.layout == apart:
		return s.decideApart(call, digits, word, open)
	case digits == 1<<63:
		a, b := philox6(place(call, word&^1, fairPart), s.at, s.key)
		return open &^ choose(a, b, word)
	}
	return s.compare(place(call, word, 0), digits, open)
}

// choose is a for an even number, else b.
func choose(a, b, number uint64) uint64 { return a ^ (a^b)&-(number&1) }

// CoinsPerVote returns, in the given lanes of a word, coins that are heads with probability
// 1-(1-p)^k, where k is the lane's count.
//
// It turns heads with probability 1-(1-p)^(2^j) for each binary digit j of k, one after the other.
// With q for the last of these the next is q(2-q), which is exact for small p. Digit j is the j-th
// call for coins from here. These calls are not counted: see Skip.
func (s *Stream) CoinsPerVote(p float64, word int, lanes uint64, k *Counts) uint64 {
	var heads uint64
	call := s.calls
	for j := 0; j < k.used && lanes != 0; j++ {
		s.calls = call + uint64(j)
		heads |= s.coinsIn(p, uint64(word), lanes&k.planes[j])
		lanes &^= heads
		p = float64(p * (2 - p))
	}
	s.calls = call
	return heads
}

// place is where the blocks for coins stand in a stream: by the call that they serve, the word of
// its lanes, and the part of that. They never meet those of words drawn one by one, which stand
// from 0 on. A key has 2^35 calls, of 2^20 words each.
func place(call, word, part uint64) uint64 { return 1<<63 | call<<28 | word<<8 | part }

// fairPart is the part of the fair coins of two words. The digits of others have parts from 0, and
// never more than 64.
const fairPart = 0xff
