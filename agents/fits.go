package agents

import "fmt"

// Fitter is a rule that can serve only certain numbers of dimensions or people. Fits returns nil
// for numbers that it can serve. For others it returns an error that names the field, its value,
// and what it must be. For a rule about opinions, dimensions means topics. Every rule may be a
// Fitter. So may a structure, a generator, a reality, an event and sim.Selves. They are asked when
// a scenario is validated. A rule that holds another rule should ask that one too.
type Fitter interface {
	Fits(dimensions, people int) error
}

// Fits reports features that do not fill the dimensions exactly.
func (r Traits) Fits(dimensions, _ int) error {
	if err := r.Validate(); err != nil {
		return err
	}
	size := TraitBits(r.Values)
	if dimensions%size == 0 && r.Features == dimensions/size {
		return nil
	}
	if dimensions%size != 0 {
		return fmt.Errorf("Traits.Values is %d, of which each takes %d dimensions, want features "+
			"that fill the %d there are", r.Values, size, dimensions)
	}
	return fmt.Errorf("Traits.Features is %d, want %d: with %d Values, of %d dimensions each, "+
		"they fill the %d there are", r.Features, dimensions/size, r.Values, size, dimensions)
}

// Fits reports a Size that does not divide the dimensions.
func (r Interact) Fits(dimensions, _ int) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if dimensions%r.Size != 0 {
		return fmt.Errorf("Interact.Size is %d, want a divisor of %d (the dimensions)", r.Size,
			dimensions)
	}
	return nil
}
