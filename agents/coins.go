package agents

import "math/bits"

// Coins returns independent coins, heads with probability p, decided in the given lanes only: a lane that is not given is 0. p is
// taken down to a multiple of 2^-63; at less than that, or NaN, no lane is heads, at 1 or more every lane.
//
// A coin is a uniform number that is compared with p, from the highest binary digit on until it is decided; every word drawn is one digit
// of 64 such numbers. About log2(lanes) + 1.3 are needed; 8 are drawn, 4 for one or two lanes, and 4 more as long as a lane is open: one too
// many costs less than a wrong guess. Where p is 1/2 it is half a block. Loops of AVX-512 draw 8 for each of many words. Apart, a coin takes
// a block for two digits, or half of one.
func (s *Stream) Coins(p float64, lanes uint64) uint64 {
	return s.coinsIn(p, 0, lanes)
}

// Flip is Coins in several words at once, each of which comes as the lanes asked and goes as those that are heads. Two words share what
// is drawn where they can: with 32 and 18 lanes asked at a rate of .3, 5.8 Philox blocks in the mean instead of 8.4.
//
// Among replicates (see Replicates) what one of them gets depends on how many calls of Coins and Flip came before in its stream, and on
// nothing else.
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

// ask numbers a call for coins. Where p leaves nothing to chance it returns no digits and what surely becomes of all lanes.
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

// decide turns the coins of one word, numbered as in its Knowledge.
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

// flipFair takes half a block for a word.
func (s *Stream) flipFair(call uint64, lanes []uint64) {
	if s.flipFairWide(call, lanes) {
		return
	}
	i := 0
	for ; i+1 < len(lanes); i += 2 {
		if lanes[i]|lanes[i+1] != 0 {
			a, b := philox6(place(call, uint64(i), fairPart), s.at, s.key)
			lanes[i] &^= a
			lanes[i+1] &^= b
		}
	}
	if i < len(lanes) {
		a, _ := philox6(place(call, uint64(i), fairPart), s.at, s.key)
		lanes[i] &^= a
	}
}

func (s *Stream) flipPairs(call, digits uint64, lanes []uint64) {
	i := 0
	for ; i+1 < len(lanes); i += 2 {
		if lanes[i]|lanes[i+1] != 0 {
			lanes[i], lanes[i+1] = s.pair(place(call, uint64(i), 0), digits, lanes[i], lanes[i+1])
		}
	}
	if i < len(lanes) && lanes[i] != 0 {
		lanes[i] = s.compare(place(call, uint64(i), 0), digits, lanes[i])
	}
}

// flipWords takes 4 blocks for a word, or 2 for a few coins, and seldom more.
func (s *Stream) flipWords(call, digits uint64, lanes []uint64) {
	if s.flipWordsWide(call, digits, lanes) {
		return
	}
	four, next := stepsOf(digits, 4), stepsOf(digits<<4, 4)
	key, k := s.key+philoxWeyl, s.key^s.at
	for i, asked := range lanes {
		if asked == 0 {
			continue
		}
		at := place(call, uint64(i), 0)
		r := s.rounds(call, i)
		many := bits.OnesCount64(asked) > few
		a, b, c, d := philox5Twice(r[0][0]^k, r[0][1], r[1][0]^k, r[1][1], key)
		open, less := asked&a&b&c&d, uint64(0)
		if many {
			e, f, g, h := philox5Twice(r[2][0]^k, r[2][1], r[3][0]^k, r[3][1], key)
			if open &= e & f & g & h; open != 0 {
				less = s.compare(at+4, digits<<8, open)
			}
			less = next.under(e, f, g, h, less)
		} else if open != 0 {
			less = s.compare(at+2, digits<<4, open)
		}
		lanes[i] = asked & four.under(a, b, c, d, less)
	}
}

// rounds is the first round of the first four blocks of a word. At the first call for coins, the only one of most rules, it is the same for
// everybody at all times.
func (s *Stream) rounds(call uint64, word int) *[4][2]uint64 {
	if call == 0 && word < len(firstRounds) {
		return &firstRounds[word]
	}
	s.first = roundsOf(call, word)
	return &s.first
}

func roundsOf(call uint64, word int) (r [4][2]uint64) {
	for part := range r {
		r[part][0], r[part][1] = firstRound(place(call, uint64(word), uint64(part)))
	}
	return r
}

var firstRounds = func() (r [64][4][2]uint64) {
	for word := range r {
		r[word] = roundsOf(0, word)
	}
	return r
}()

// steps are up to four digits of p, each all ones or all zeros, as under takes them: the first, each of the others ^ the one before, and
// in the end the last.
type steps [5]uint64

func stepsOf(digits uint64, n int) (s steps) {
	for i := range n {
		d := first(digits << i)
		s[i], s[4] = d^s[4], d
	}
	return s
}

// under is which of 64 numbers are less than p, given words that are 1 where one of their digits is that of p, and which numbers are less
// by the digits after these: the last digit first, and 2 operations each.
func (s *steps) under(a, b, c, d, less uint64) uint64 {
	return ((((less^s[4])&d^s[3])&c^s[2])&b^s[1])&a ^ s[0]
}

// under3 is under for three digits.
func (s *steps) under3(a, b, c, less uint64) uint64 {
	return (((less^s[4])&c^s[2])&b^s[1])&a ^ s[0]
}

// digit compares a digit of p, all ones or all zeros, with 64 random ones: which lanes are still open, because theirs is the same, and
// which are heads, because theirs is less. A random bit of 1 says that the two are the same.
func digit(d, random, open, heads uint64) (stillOpen, headsNow uint64) {
	still := open & random
	return still, heads | (open^still)&d
}

// few coins are likely to be decided by four digits.
const few = 2

// first is all ones where the first digit is 1, else all zeros.
func first(digits uint64) uint64 { return uint64(int64(digits) >> 63) }

// compare decides the coins of one word: 2 digits a block, and 12 operations beside it. It draws four blocks, or two for a few coins,
// before it looks whether a coin is open, because that is what a processor cannot guess.
func (s *Stream) compare(place, digits, open uint64) (heads uint64) {
	if bits.OnesCount64(open) > few {
		open, heads = s.compare4(place, digits, open, heads)
		place, digits = place+2, digits<<4
	}
	for open != 0 && digits != 0 {
		open, heads = s.compare4(place, digits, open, heads)
		place, digits = place+2, digits<<4
	}
	return heads
}

// compare4 compares four digits.
func (s *Stream) compare4(place, digits, open, heads uint64) (stillOpen, headsNow uint64) {
	a, b, c, d := philox6Twice(place, s.at, s.key)
	open, heads = digit(first(digits), a, open, heads)
	open, heads = digit(first(digits<<1), b, open, heads)
	open, heads = digit(first(digits<<2), c, open, heads)
	return digit(first(digits<<3), d, open, heads)
}

// pair decides the coins of two words, each with words of its own for the first three digits. By then few are open, and where no lane is
// open in both one word serves both.
func (s *Stream) pair(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	a, b, c, d := philox6Twice(place, s.at, s.key)
	e, f := philox6(place+2, s.at, s.key)
	x, xHeads = digit(first(digits), a, x, 0)
	y, yHeads = digit(first(digits), b, y, 0)
	x, xHeads = digit(first(digits<<1), c, x, xHeads)
	y, yHeads = digit(first(digits<<1), d, y, yHeads)
	x, xHeads = digit(first(digits<<2), e, x, xHeads)
	y, yHeads = digit(first(digits<<2), f, y, yHeads)
	xOn, yOn := s.pairOn(place+3, digits<<3, x, y)
	return xHeads | xOn, yHeads | yOn
}

// pairOn is pair from the fourth digit on.
func (s *Stream) pairOn(place, digits, x, y uint64) (xHeads, yHeads uint64) {
	for x&y != 0 && digits != 0 {
		a, b := philox6(place, s.at, s.key)
		x, xHeads = digit(first(digits), a, x, xHeads)
		y, yHeads = digit(first(digits), b, y, yHeads)
		place, digits = place+1, digits<<1
	}
	open, heads := s.compare4(place, digits, x|y, 0)
	if open != 0 {
		heads |= s.compare(place+2, digits<<4, open)
	}
	return xHeads | heads&x, yHeads | heads&y
}

// decideApart turns each coin as it is turned among replicates: that of dimension d by the words of word d, in the replicate's lane.
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

// coinsPerVote is heads with probability 1-(1-p)^k in a lane of a word whose count is k: it turns heads with probability 1-(1-p)^(2^j) for
// each binary digit j of k, one after the other. With q for the last of these the next is q(2-q), which is exact for small p. Digit j is
// the j-th call from here, which is not counted.
func (s *Stream) coinsPerVote(p float64, word int, lanes uint64, k *counts) uint64 {
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

// Replicates makes the lanes of s replicates of one dimension, and an index of Flip a dimension; what a rule sees is the same. The key is
// then that of 64 replicates. Reset leaves it so.
func (s *Stream) Replicates() { s.layout = replicates }

// Apart gives s, whose lanes are dimensions, the chance that the replicate of a lane, 0 to 63, has among replicates: the same coins in
// either layout, one at a time. Less than 0 ends it. Reset leaves it so.
func (s *Stream) Apart(lane int) {
	s.layout, s.lane = apart, uint8(lane)
	if lane < 0 {
		s.layout = dimensions
	}
}

// Asked returns the lanes in which a coin that could come up heads was turned among replicates since it was called last.
func (s *Stream) Asked() uint64 {
	asked := s.asked
	s.asked = 0
	return asked
}

// Branch makes s the n-th branch of itself, which has chance of its own. Branch 0 is s.
func (s *Stream) Branch(n int) {
	if n != 0 {
		s.key, _ = philox6(uint64(n), ^uint64(0), s.key)
	}
}

// Open is room for the lanes of so many words, for a rule to pass to Flip. It is valid until the next call.
func (s *Stream) Open(words int) []uint64 {
	if cap(s.open) < words {
		s.open = make([]uint64, words)
	}
	return s.open[:words]
}
