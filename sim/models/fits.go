package models

import (
	"fmt"

	"orglearn/agents"
)

// The Fits methods check rules against the numbers of dimensions and people of the scenario. A rule
// that holds other rules asks them. A rule that holds a number per person checks the count.

// fits asks each rule that implements agents.Fitter, and returns the first error.
func fits(dimensions, people int, rules ...any) error {
	for _, rule := range rules {
		if f, ok := rule.(agents.Fitter); ok {
			if err := f.Fits(dimensions, people); err != nil {
				return err
			}
		}
	}
	return nil
}

// forEach returns an error where a list does not have exactly one entry per person.
func forEach(field string, entries, people int) error {
	if entries != people {
		return fmt.Errorf("%s has %d entries, want %d (the people)", field, entries, people)
	}
	return nil
}

// Fits implements agents.Fitter.
func (r paced) Fits(dimensions, people int) error {
	return fits(dimensions, people, r.fast, r.slow)
}

// Fits implements agents.Fitter.
func (r seldom) Fits(dimensions, people int) error { return fits(dimensions, people, r.rule) }

// Fits implements agents.Fitter.
func (f favourites) Fits(dimensions, people int) error { return fits(dimensions, people, f.of) }

// Fits implements agents.Fitter.
func (r personal) Fits(_, people int) error { return forEach("Each", len(r.counts), people) }

// Fits implements agents.Fitter.
func (w weights) Fits(_, people int) error { return forEach("Weights", len(w), people) }

// Fits implements agents.Fitter.
func (f firstOpinions) Fits(_, people int) error { return forEach("First", len(f), people) }

// Fits implements agents.Fitter.
func (r anchored) Fits(_, people int) error { return forEach("Susceptibility", len(r), people) }

// Fits implements agents.Fitter.
func (r explicit) Fits(dimensions, _ int) error {
	if dimensions != r.dimensions {
		return fmt.Errorf("Miller2006.Tacit is of %d dimensions, want %d (the scenario's)",
			r.dimensions, dimensions)
	}
	return nil
}
