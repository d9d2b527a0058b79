package agents

// Conformity makes the body of claims that most voices share the norm, zeros included. It does so
// if the first voice who makes that claim stands strictly above the unit. If several bodies are
// shared by equally many voices, one of them is drawn. At least two voices must share a body: else
// the norm does not change. (Barkoczi and Galesic 2016, Nature Communications 7:13109.)
type Conformity struct{}

// Objectify implements Objectifier. It compares voices with each other. For n voices that is at
// worst n(n-1)/2 pairs, of 16 bytes and 2 operations a word.
func (Conformity) Objectify(u *Unit, said *Voices, norm Knowledge) {
	first, most, alike := -1, 1, 0
	for k := range said.Len() {
		switch n := said.repeated(k); {
		case n > most:
			first, most, alike = k, n, 1
		case n == most && first >= 0:
			alike++
			if u.IntN(alike) == 0 {
				first = k
			}
		}
	}
	if first >= 0 && said.Standing(first) > u.Standing {
		copy(norm, said.At(first))
	}
}

// Monotone is false: the draw between equally shared bodies is not a coin.
func (Conformity) Monotone() bool { return false }

// repeated counts the voices who say what voice k says. It is 0 unless voice k is the first of
// them.
func (v *Voices) repeated(k int) int {
	says, n := v.At(k), 1
	for j := range k {
		if v.At(j).Equal(says) {
			return 0
		}
	}
	for j := k + 1; j < v.Len(); j++ {
		if v.At(j).Equal(says) {
			n++
		}
	}
	return n
}
