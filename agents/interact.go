package agents

import (
	"fmt"
	"math/bits"
)

// MaxTraits is the largest number of traits that a feature can have.
const MaxTraits = 1 << 16

// Traits draws first beliefs in features. There are Features features. Each has one of Values
// traits, numbered 0 to Values-1 and drawn with equal chances. A feature is TraitBits(Values)
// consecutive dimensions. They hold the trait's number in binary, the lowest digit first, +1 for 1
// and -1 for 0. There must be Features times TraitBits(Values) dimensions. Every person has a
// belief in each.
type Traits struct {
	Features int // 1 or more
	Values   int // 1 to MaxTraits
}

// TraitBits returns the number of dimensions that hold one of a number of traits. It is at least 1.
func TraitBits(values int) int { return max(1, bits.Len(uint(max(values, 1)-1))) }

// Begin implements Beginner.
func (r Traits) Begin(p *Person, belief Knowledge) {
	size := TraitBits(r.Values)
	for f := range r.Features {
		belief.SetTrait(f, size, p.IntN(r.Values))
	}
}

// Validate reports Features below 1, and Values outside 1 to MaxTraits.
func (r Traits) Validate() error {
	if r.Features < 1 {
		return fmt.Errorf("Traits.Features is %d, want 1 or more", r.Features)
	}
	if r.Values < 1 || r.Values > MaxTraits {
		return fmt.Errorf("Traits.Values is %d, want 1 to %d", r.Values, MaxTraits)
	}
	return nil
}

// Trait returns the number that feature f holds in binary, where features have size dimensions. A
// belief of 0 counts as -1.
func (k Knowledge) Trait(f, size int) int {
	trait := 0
	for j := range size {
		d := f*size + j
		trait |= int(k[d>>6].Yes>>uint(d&63)&1) << j
	}
	return trait
}

// SetTrait makes feature f hold the number trait in binary, where features have size dimensions.
func (k Knowledge) SetTrait(f, size, trait int) {
	for j := range size {
		k.Set(f*size+j, Belief(trait>>j&1)*2-1)
	}
}

// Interact lets a person take one whole feature over from a norm. A feature is Size consecutive
// dimensions. The probability is the share of features in which belief and norm agree. The feature
// is drawn from those in which they differ. A person who agrees with the norm in all features, or
// in none, takes nothing.
//
// It is the interaction of Axelrod (1997, Journal of Conflict Resolution 41:203-226).
type Interact struct{ Size int } // 1 or more

// Internalize implements Internalizer: 32 bytes a word, about 3 operations a feature, and at most 2
// random words.
func (r Interact) Internalize(p *Person, norm, belief Knowledge) {
	features := p.Dimensions / r.Size
	differ := 0
	for f := range features {
		differ += r.differs(norm, belief, f)
	}
	if differ == 0 || differ == features || p.IntN(features) < differ {
		return
	}
	left := p.IntN(differ)
	for f := range features {
		if left -= r.differs(norm, belief, f); left < 0 {
			r.take(norm, belief, f)
			return
		}
	}
}

// differs returns 1 if belief and norm differ in feature f, else 0.
func (r Interact) differs(norm, belief Knowledge, f int) int {
	for at, end := f*r.Size, (f+1)*r.Size; at < end; {
		lanes, next := piece(at, end)
		if norm[at>>6].Differs(belief[at>>6])&lanes != 0 {
			return 1
		}
		at = next
	}
	return 0
}

func (r Interact) take(norm, belief Knowledge, f int) {
	for at, end := f*r.Size, (f+1)*r.Size; at < end; {
		lanes, next := piece(at, end)
		belief[at>>6] = belief[at>>6].Take(norm[at>>6], lanes)
		at = next
	}
}

// piece splits the dimensions at to end-1 at the boundaries of words. It returns the lanes of those
// in the first word, and the first dimension after that piece.
func piece(at, end int) (lanes uint64, next int) {
	next = min(end, (at|63)+1)
	return ^uint64(0) >> uint(64-(next-at)) << uint(at&63), next
}

// Validate reports a Size below 1.
func (r Interact) Validate() error {
	if r.Size < 1 {
		return fmt.Errorf("Interact.Size is %d, want 1 or more", r.Size)
	}
	return nil
}
