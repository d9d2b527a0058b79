package agents

// Voices are the people heard in a unit at one tick, in the unit's order. They are valid during one call of a rule only.
type Voices struct {
	said     *Layer
	ids      []int32
	ranks    []Rank
	ties     []float32
	standing []int32
	judged   bool // standing is by position, else by person

	above          []int32 // scratch: positions
	yes, no, spoke counts  // scratch
}

// Set makes v the people with the given ids, whose claims are the rows of said. standing is by person, or, if judged, by position
// among the ids: as this unit judges them. ranks (nil: all 0) and ties (nil: all 1) are by position.
func (v *Voices) Set(said *Layer, ids []int32, ranks []Rank, ties []float32, standing []int32, judged bool) {
	v.said, v.ids, v.ranks, v.ties, v.standing, v.judged = said, ids, ranks, ties, standing, judged
}

// Len is the number of voices.
func (v *Voices) Len() int { return len(v.ids) }

// ID is the person who is voice k.
func (v *Voices) ID(k int) int { return int(v.ids[k]) }

// At is what voice k says. It must not be changed.
func (v *Voices) At(k int) Knowledge { return v.said.Row(int(v.ids[k])) }

// Standing is how well voice k visibly does, on the same scale as the unit's.
func (v *Voices) Standing(k int) int32 {
	if v.judged {
		return v.standing[k]
	}
	return v.standing[v.ids[k]]
}

// Rank is the part that voice k plays in this unit.
func (v *Voices) Rank(k int) Rank {
	if v.ranks == nil {
		return 0
	}
	return v.ranks[k]
}

// Tie is the weight of voice k's tie to this unit, 1 where ties carry none.
func (v *Voices) Tie(k int) float64 {
	if v.ties == nil {
		return 1
	}
	return float64(v.ties[k])
}

// Above returns the positions of the voices who stand strictly above a standing, ascending. The list is valid until the next call. It
// reads 8 bytes a voice and does not branch on what it finds: whether a neighbour is better is the least predictable thing here.
func (v *Voices) Above(standing int32) []int32 {
	above := v.positions(len(v.ids))
	n := 0
	if v.judged {
		for k, s := range v.standing[:len(v.ids)] {
			above[n] = int32(k)
			n += less(standing, s)
		}
		return above[:n]
	}
	for k, p := range v.ids {
		above[n] = int32(k)
		n += less(standing, v.standing[p])
	}
	return above[:n]
}

// less is 1 if a < b, else 0.
func less(a, b int32) int { return int(uint64(int64(a)-int64(b)) >> 63) }

// positions is scratch for n positions.
func (v *Voices) positions(n int) []int32 {
	if cap(v.above) < n {
		v.above = make([]int32, n)
	}
	return v.above[:n]
}

// Votes counts, in word i, the claims of the voices at the given positions: the lanes in which more say yes than no, and those in
// which more say no.
func (v *Voices) Votes(positions []int32, i int) Word {
	v.count(positions, i)
	return v.result()
}

// count fills the two counters from word i of the given voices. 15 at a time stay in registers: 8 bytes of position and id and 16 of
// claim a voice, and 16 operations without a branch.
func (v *Voices) count(positions []int32, i int) {
	v.yes.reset()
	v.no.reset()
	for len(positions) > 0 {
		n := min(len(positions), 15)
		var y0, y1, y2, y3, n0, n1, n2, n3 uint64
		for _, k := range positions[:n] {
			w := v.said.words[int(v.ids[k])*v.said.width+i]
			y, n := w.Yes, w.No
			y0, y = y0^y, y0&y
			n0, n = n0^n, n0&n
			y1, y = y1^y, y1&y
			n1, n = n1^n, n1&n
			y2, y = y2^y, y2&y
			n2, n = n2^n, n2&n
			y3 ^= y
			n3 ^= n
		}
		v.yes.addDigits(y0, y1, y2, y3)
		v.no.addDigits(n0, n1, n2, n3)
		positions = positions[n:]
	}
}

func (v *Voices) result() Word {
	more, less := v.yes.compare(&v.no)
	return Word{more, less}
}
