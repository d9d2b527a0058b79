package agents

import (
	"fmt"
	"math/bits"
)

// MaxTraits is the largest number of traits that a feature can have.
const MaxTraits = 1 << 16

// Traits gives first beliefs in features: each of Features has one of Values traits, 0 to Values-1,
// drawn from all alike. A feature is TraitBits(Values) consecutive dimensions that hold the trait's
// number in binary, the lowest digit first, +1 for 1 and -1 for 0. The dimensions are Features
// times TraitBits(Values); nobody is without a belief.
type Traits struct {
	Features int // 1 or more
	Values   int // 1 to MaxTraits
}

// TraitBits is the number of dimensions that hold one of so many traits, at least 1.
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

// Trait is the number that feature f, of so many dimensions, holds in binary. A belief of 0 counts
// as -1.
func (k Knowledge) Trait(f, size int) int {
	trait := 0
	for j := range size {
		d := f*size + j
		trait |= int(k[d>>6].Yes>>uint(d&63)&1) << j
	}
	return trait
}

// SetTrait makes feature f, of so many dimensions, hold a number.
func (k Knowledge) SetTrait(f, size, trait int) {
	for j := range size {
		k.Set(f*size+j, Belief(trait>>j&1)*2-1)
	}
}

// Interact lets a person take one whole feature from a norm, the more likely the more alike they
// are: with the probability that is the share of features in which belief and norm agree, one
// feature, drawn from those in which they do not, becomes the norm's. A feature is Size consecutive
// dimensions; who has everything in common with the norm, or nothing, takes nothing.
//
// It is the interaction of Axelrod (1997, Journal of Conflict Resolution 41:203-226).
type Interact struct{ Size int } // 1 or more

// Internalize implements Internalizer: 32 bytes a word, some 3 operations a feature, and at most 2
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

// differs is 1 if feature f is not the same in both, else 0.
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

// piece is the lanes of dimensions at to end that lie in the word of the first, and the dimension
// after them.
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
