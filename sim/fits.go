package sim

import (
	"fmt"

	"orglearn/agents"
)

// checkFits reports the first rule, structure or event that does not fit the numbers of dimensions,
// topics or people.
func (s Scenario) checkFits() error {
	if err := s.fits(s.Dimensions, s.Beliefs, s.Experience, s.Self, s.Reflect,
		s.Reality); err != nil {
		return err
	}
	for _, c := range s.Channels {
		if err := s.fits(s.Dimensions, c.Structure, c.Externalize, c.Objectify, c.Internalize,
			c.Participate, c.Agenda, c.Relay, c.Ask, c.Reuse); err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
	}
	if err := s.fits(s.Topics, s.Opinions); err != nil {
		return err
	}
	for _, c := range s.RealChannels {
		if err := s.fits(s.Topics, c.Structure, c.Externalize, c.Objectify, c.Internalize,
			c.Participate, c.Agenda, c.Relay); err != nil {
			return fmt.Errorf("channel of opinions %q: %w", c.Name, err)
		}
	}
	for _, e := range s.Events {
		if err := s.fits(s.Dimensions, e); err != nil {
			return err
		}
	}
	return nil
}

// fits asks the rules that are agents.Fitters whether they fit.
func (s Scenario) fits(dimensions int, rules ...any) error {
	for _, rule := range rules {
		if f, ok := rule.(agents.Fitter); ok {
			if err := f.Fits(dimensions, s.People); err != nil {
				return err
			}
		}
	}
	return nil
}

// Fits reports what the structure reports, if it is an agents.Fitter.
func (e Reorganize) Fits(dimensions, people int) error {
	if f, ok := e.Structure.(agents.Fitter); ok {
		return f.Fits(dimensions, people)
	}
	return nil
}

// checkDimensions reports a number of dimensions outside 1 to most.
func checkDimensions(of string, dimensions, most int) error {
	if dimensions < 1 || dimensions > most {
		return fmt.Errorf("%s of %d dimensions, want 1 to %d", of, dimensions, most)
	}
	return nil
}

// Fits reports dimensions outside 1 to MaxDimensions, and a Seen outside 0 to the dimensions.
func (r Additive) Fits(dimensions, _ int) error {
	if err := checkDimensions("Additive", dimensions, MaxDimensions); err != nil {
		return err
	}
	if r.Seen < 0 || r.Seen > dimensions {
		return fmt.Errorf("Additive.Seen is %d, want 0 to %d (the dimensions)", r.Seen, dimensions)
	}
	return nil
}

// Fits reports dimensions outside 1 to MaxDimensions, a Size that does not divide the dimensions,
// and a Seen that is not a whole number of blocks, 0 to all.
func (r Blocks) Fits(dimensions, _ int) error {
	if err := checkDimensions("Blocks", dimensions, MaxDimensions); err != nil {
		return err
	}
	switch {
	case r.Size < 1 || r.Size > dimensions:
		return fmt.Errorf("Blocks.Size is %d, want 1 to %d (the dimensions)", r.Size, dimensions)
	case dimensions%r.Size != 0:
		return fmt.Errorf("Blocks.Size is %d, want a divisor of %d (the dimensions)",
			r.Size, dimensions)
	case r.Seen < 0 || r.Seen > dimensions || r.Seen%r.Size != 0:
		return fmt.Errorf("Blocks.Seen is %d, want 0 to %d in whole blocks of %d",
			r.Seen, dimensions, r.Size)
	}
	return nil
}

// Fits reports parameters out of their ranges, dimensions outside 1 to MaxLoci, and a K that gives
// more contributions than MaxContributions.
func (r NK) Fits(dimensions, _ int) error {
	if err := checkDimensions("NK", dimensions, MaxLoci); err != nil {
		return err
	}
	switch {
	case r.K < 0 || r.K >= dimensions:
		return fmt.Errorf("NK.K is %d, want 0 to %d (the dimensions less 1)", r.K, dimensions-1)
	case r.Partners > DrawnAny:
		return fmt.Errorf("NK.Partners is %d, want %d to %d", r.Partners, Adjacent, DrawnAny)
	case r.Decimals < 0 || r.Decimals > 6:
		return fmt.Errorf("NK.Decimals is %d, want 0 to 6", r.Decimals)
	case r.Seen < 0 || r.Seen > dimensions:
		return fmt.Errorf("NK.Seen is %d, want 0 to %d (the dimensions)", r.Seen, dimensions)
	}
	if most := mostPartners(dimensions); r.K > most {
		return fmt.Errorf("NK.K is %d, want 0 to %d: with more partners %d dimensions have above "+
			"%d contributions", r.K, most, dimensions, MaxContributions)
	}
	return nil
}
