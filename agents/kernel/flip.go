package kernel

import "math/bits"

// flipFair decides fair coins. It takes half a block a word.
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

// flipPairs decides two words at a time, as pair does.
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

// flipWords decides the coins of each word separately. It takes 4 blocks a word, or 2 for few
// coins, and seldom more.
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
		many := bits.OnesCount64(asked) > fewCoins
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

// rounds returns the first round of the first four blocks of a word. At the first call for coins it
// is the same in all streams, so it is kept. Most rules make only that call.
func (s *Stream) rounds(call uint64, word int) *[4][2]uint64 {
	if call == 0 && word < len(firstRounds) {
		return &firstRounds[word]
	}
	s.first = roundsOf(call, word)
	return &s.first
}

// roundsOf computes what rounds returns.
func roundsOf(call uint64, word int) (r [4][2]uint64) {
	for part := range r {
		r[part][0], r[part][1] = firstRound(place(call, uint64(word), uint64(part)))
	}
	return r
}

// firstRounds are the rounds of the first call for coins, by word.
var firstRounds = func() (r [64][4][2]uint64) {
	for word := range r {
		r[word] = roundsOf(0, word)
	}
	return r
}()
