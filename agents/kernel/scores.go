package kernel

import "math/bits"

// Scores are the standings of people or units where lanes are replicates. Each row holds 64 numbers
// from 0, one a lane. They are bit-sliced, with the same number of binary digits in every row.
type Scores struct {
	planes []uint64
	digits int
}

// NewScores returns a number of rows of zeros, with room for numbers from 0 to most.
func NewScores(rows, most int) *Scores {
	digits := bits.Len(uint(most))
	return &Scores{planes: make([]uint64, rows*digits), digits: digits}
}

// Row returns row i, not a copy: word j has binary digit j of the numbers.
func (s *Scores) Row(i int) []uint64 { return s.planes[i*s.digits : (i+1)*s.digits] }

// Of returns the number in row i and one lane.
func (s *Scores) Of(i, lane int) int {
	n := 0
	for j, plane := range s.Row(i) {
		n |= int(plane>>lane&1) << j
	}
	return n
}

// Add adds 1 to the numbers of row i, for each word in that word's lanes. It takes 8 bytes and
// about 7 operations a word.
func (s *Scores) Add(i int, words []uint64) {
	row := s.Row(i)
	for ; len(words) >= 8; words = words[8:] {
		w := words[:8]
		s.add(row, w)
	}
	if len(words) > 0 {
		var w [8]uint64
		copy(w[:], words)
		s.add(row, w[:])
	}
}

// add adds 8 words to a number that stays small enough for its row.
func (s *Scores) add(row, w []uint64) {
	var digits [4]uint64
	d := &digits
	d[0], d[1], d[2], d[3] = Add8(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7])
	var carry uint64
	for j := range row {
		if j < len(digits) {
			row[j], carry = Add3(row[j], digits[j], carry)
		} else {
			row[j], carry = row[j]^carry, row[j]&carry
		}
	}
}
