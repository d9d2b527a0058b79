package kernel

import "math/bits"

// These give what calls of IntN would give, one after the other, in less time. They rely on that
// IntN takes one word a call. It takes another one with a probability of less than n/2^64, and that
// is left out here.

// Fill draws words, as calls of Uint64 would: two blocks for four words.
func (s *Stream) Fill(words []uint64) {
	for ; len(words) > 0 && (s.left > 0 || s.words == 0); words = words[1:] {
		words[0] = s.Uint64()
	}
	for ; len(words) >= 4; words = words[4:] {
		words[0], words[1], words[2], words[3] = philox6Twice(s.words, s.at, s.key)
		s.words += 2
	}
	for k := range words {
		words[k] = s.Uint64()
	}
}

// SkipWords counts a number of words as drawn, as if IntN had been called so often. It draws one
// block at most.
func (s *Stream) SkipWords(n int) {
	if n <= s.left {
		s.left -= n
		return
	}
	n -= s.left
	s.words, s.left = s.words+uint64(n/2), 0
	if n&1 != 0 {
		_, s.ahead[0] = philox6(s.words, s.at, s.key)
		s.words, s.left = s.words+1, 1
	}
}

// Sift is IntN of each number after first up to last. It returns the last number for which that was
// 0, or 0 if there is none. So it draws one of several things that come one by one: each takes the
// place of the one before it, with the chance that makes all equal. It begins with the last number,
// and draws no more than it needs: two blocks for four numbers.
func (s *Stream) Sift(first, last int) (found int) {
	if last <= first {
		return 0
	}
	from := 2*s.words - uint64(s.left) - uint64(first) - 1 // the place of the word for number 0
	for n := last; n > first && found == 0; {
		block := (from + uint64(n)) >> 1 // the word for n is in it
		if block > 0 {
			block--
		}
		var w [4]uint64
		w[0], w[1], w[2], w[3] = philox6Twice(block, s.at, s.key)
		for at := from + uint64(n) - 2*block; n > first && at < 4; n, at = n-1, at-1 {
			if hi, _ := bits.Mul64(w[at], uint64(n)); hi == 0 {
				found = n
				break
			}
		}
	}
	s.SkipWords(last - first)
	return found
}

// Choose is IntN of n for the lowest of the given lanes, of n-1 for the next, and so on. There are
// n things to choose most from, and these lanes are the first of them. It returns the lanes that
// are chosen, and how many more may be. Each is, if its number is less than what is left of most:
// so all sets of most things have the same probability.
func (s *Stream) Choose(lanes uint64, n, most int) (chosen uint64, left int) {
	if most <= 0 || most >= n {
		s.SkipWords(bits.OnesCount64(lanes))
		if most <= 0 {
			return 0, most
		}
		return lanes, most - bits.OnesCount64(lanes)
	}
	for ; lanes != 0; lanes &= lanes - 1 {
		at, _ := bits.Mul64(s.Uint64(), uint64(n))
		drawn := (at - uint64(most)) >> 63 // 1 or 0: nobody can foretell which
		chosen |= lanes & -lanes & -drawn
		most -= int(drawn)
		n--
	}
	return chosen, most
}

// Pick is IntN of the number of some things, of one less, and so on. It draws different ones of
// them, in any order with the same probability. The things are in their order again afterwards.
func (s *Stream) Pick(drawn, of []int32) {
	for i := range drawn {
		at, _ := bits.Mul64(s.Uint64(), uint64(len(of)-i))
		j := i + int(at)
		drawn[i] = int32(j)
		of[i], of[j] = of[j], of[i]
	}
	for i := len(drawn) - 1; i >= 0; i-- {
		j := drawn[i]
		drawn[i] = of[i]
		of[i], of[j] = of[j], of[i]
	}
}

// Thin leaves k of n lanes that are set in some words. All sets of k have the same probability,
// within a relative error of 2^-40 (Floyd's algorithm: Bentley and Floyd 1987, Communications of
// the ACM 30:754-757). For each top from n-k to n-1 it draws a lane, by its place among the n, from
// 0 to top. If that one is taken already, it takes the one at top. The numbers come from few words
// (Dice), the first of which it draws. drawn is scratch, of as many words.
func (s *Stream) Thin(lanes, drawn []uint64, n, k int) {
	clear(drawn)
	d := Dice{Stream: s, room: diceRoom + 1} // no word to begin with
	for top := max(n-k, 0); top < n; top++ {
		if !move(lanes, drawn, d.Below(top+1)) {
			move(lanes, drawn, top)
		}
	}
	copy(lanes, drawn)
}

// move sets a lane by its place among those that are set in other words. It reports false if the
// lane was set.
func move(from, to []uint64, place int) bool {
	for i, w := range from {
		if n := bits.OnesCount64(w); place >= n {
			place -= n
			continue
		}
		lane := uint64(1) << uint(Lane(w, place))
		free := to[i]&lane == 0
		to[i] |= lane
		return free
	}
	return false
}

// FewThings is the largest number of things that Few draws.
const FewThings = 8

// Few is Pick of at most FewThings of the numbers below n, without a list of these. What a list
// would hold at a place is another number only if an earlier draw has put that there.
func (s *Stream) Few(drawn []int32, n int) {
	var places, moved [FewThings]int32 // what each draw has put where
	for i := range drawn {
		at, _ := bits.Mul64(s.Uint64(), uint64(n-i))
		here, there := int32(i), int32(i)+int32(at)
		place := there
		for k := range i {
			if places[k] == int32(i) {
				here = moved[k]
			}
			if places[k] == place {
				there = moved[k]
			}
		}
		drawn[i], places[i], moved[i] = there, place, here
	}
}
