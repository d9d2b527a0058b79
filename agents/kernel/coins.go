package kernel

import (
	"math"
	"math/bits"
)

// Coins throws an independent coin in each of the given lanes and returns the lanes that are heads.
// A given lane is heads with probability p, and other lanes are 0. p is rounded down to a multiple
// of 2^-63. Below that, or for NaN, no lane is heads. At 1 or more every given lane is heads.
//
// A coin is a uniform number that is compared with p, from the highest binary digit on until they
// differ. Each random word is one digit of 64 such numbers. About log2(lanes) + 1.3 words are
// needed. At first 8 are drawn, 4 for one or two lanes, and then 4 more as long as a lane is open.
// One word too many costs less than a wrong guess of the processor. A p of 1/2 takes half a block.
// The AVX-512 loops draw 8 for each of many words. In the layout apart a coin takes a block per two
// digits, or half a block.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	return s.coinsIn(p, 0, lanes)
}

// Flip throws coins, as Coins does, in several words at once. It replaces each word, the lanes
// asked for, by the lanes that are heads. Two words share random words where they can. With 32 and
// 18 lanes asked at a rate of .3 that takes 5.8 Philox blocks on average instead of 8.4.
//
// Where lanes are replicates (see Replicates), a coin of one depends on how many calls of Coins and
// Flip came before in its stream. Apart from word and lane it depends on nothing else.
func (s *Stream) Flip(p float64, lanes []uint64) {
	call, digits, sure := s.ask(p)
	if s.layout == replicates && digits|sure != 0 {
		for _, l := range lanes {
			s.asked |= l
		}
	}
	s.flip(call, digits, sure, lanes)
}

// CoinRow throws coins in lanes of one word after the other, as if all of these lay side by side.
// It calls Coins for each 64 of them.
type CoinRow struct {
	Stream *Stream
	Rate   float64
	heads  uint64
	left   int // coins of the last call that are left, in the lowest lanes of heads
}

// Take takes the coins that are thrown and left: so many of the lowest lanes.
func (r *CoinRow) Take() (heads uint64, left int) {
	heads, left = r.heads, r.left
	r.heads, r.left = 0, 0
	return heads, left
}

// Throw throws 64 coins.
func (r *CoinRow) Throw() (heads uint64, left int) {
	return r.Stream.coinsIn(r.Rate, 0, ^uint64(0)), 64
}

// Of returns those of the given lanes that are heads.
func (r *CoinRow) Of(lanes uint64) uint64 {
	n := bits.OnesCount64(lanes)
	coins, used := r.heads, n-r.left
	if used <= 0 {
		r.heads, r.left = r.heads>>uint(n), -used
	} else {
		next := r.Stream.coinsIn(r.Rate, 0, ^uint64(0))
		coins |= next << uint(r.left)
		r.heads, r.left = next>>uint(used), 64-used
	}
	return spreadOne(coins, lanes)
}

// flip decides the coins of a call.
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

// ask numbers a call. It returns the digits of p. If p is below 2^-63 or at least 1, digits is 0
// and sure holds the lanes that are heads, none or all.
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

// coinsIn is Coins in the word with the given index.
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

// decide decides the coins of the word with the given index in its Knowledge.
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

// choose returns a if number is even, else b.
func choose(a, b, number uint64) uint64 { return a ^ (a^b)&-(number&1) }

// CoinsPerVote throws coins in the given lanes of a word. They are heads with probability
// 1-(1-p)^k, where k is the lane's count.
//
// For each binary digit j of k that is 1 it throws a coin that is heads with probability
// 1-(1-p)^(2^j). The result is heads if any of these is. If the probability for one digit is q,
// that for the next is q(2-q), which is exact for small p. Digit j uses the j-th call from here.
// These calls are not counted: see Skip.
func (s *Stream) CoinsPerVote(p float64, word int, lanes uint64, k *Counts) uint64 {
	return s.coinsPerDigit(s.calls, p, word, lanes, k.planes[:k.used])
}

// PartDigits is the number of binary digits after the point of a count in parts of a vote.
const PartDigits = 16

// CoinsPerPart is CoinsPerVote for a count of votes in parts of 2^-PartDigits. Its whole part uses
// the same calls as CoinsPerVote. Digit -j uses the coins of a probability of 1-(1-p)^(2^-j). Those
// calls are the last of the MostDigits that belong to a vote.
func (s *Stream) CoinsPerPart(p float64, word int, lanes uint64, k *Counts) uint64 {
	whole := min(PartDigits, k.used)
	heads := s.coinsPerDigit(s.calls, p, word, lanes, k.planes[whole:k.used])
	for range PartDigits {
		p /= 1 + math.Sqrt(1-p) // 1-sqrt(1-p), exact for small p
	}
	last := s.calls + MostDigits - PartDigits
	return heads | s.coinsPerDigit(last, p, word, lanes&^heads, k.planes[:whole])
}

// coinsPerDigit throws coins for the binary digits of counts. They use the calls from the given one
// on, and p is the probability for the first digit. The calls are not counted.
func (s *Stream) coinsPerDigit(
	call uint64, p float64, word int, lanes uint64, planes []uint64,
) (heads uint64) {
	before := s.calls
	for j, plane := range planes {
		if lanes == 0 {
			break
		}
		s.calls = call + uint64(j)
		heads |= s.coinsIn(p, uint64(word), lanes&plane)
		lanes &^= heads
		p = float64(p * (2 - p))
	}
	s.calls = before
	return heads
}

// place returns the position in a stream of a block for coins. It is made from the number of the
// call, the index of the word, and the part within that word. Positions of coins never meet those
// of words drawn one by one, which start from 0. A key has 2^35 calls, of 2^20 words each.
func place(call, word, part uint64) uint64 { return 1<<63 | call<<28 | word<<8 | part }

// fairPart is the part for fair coins, whose block serves two words. Other coins use parts from 0,
// and never more than 64.
const fairPart = 0xff
