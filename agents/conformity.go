package agents

// Conformity makes the claims that most voices make alike the norm, whole, the zeros too, if the
// first who makes them stands strictly above the unit. Of several bodies of claims that as many
// make one is drawn. Claims that nobody else makes are no majority: where all voices differ, and
// where there is one only, nothing becomes the norm. (Barkoczi and Galesic 2016, Nature
// Communications 7:13109.)
type Conformity struct{}

// Objectify implements Objectifier. It compares voices with each other: at worst 16 bytes a word
// and 2 operations for each of the n(n-1)/2 pairs of n voices.
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

// Monotone is false: a draw between bodies that as many claim is no coin.
func (Conformity) Monotone() bool { return false }

// repeated counts the voices, from k on, who say what voice k says; it is 0 if one before him says
// it.
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
