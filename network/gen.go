package network

import (
	"errors"
	"fmt"
)

// Generator draws a graph over n people. It takes random numbers from src only, so the same chance
// gives the same graph. A built-in generator is a struct of its parameters, and all its ties have
// weight 1. Its ties hold both ways unless its comment names a direction. A parameter out of its
// range is an error, and so is a number of people that does not suit the generator.
//
//	regular       Complete, RingLattice, DirectedRing, Line, Torus, Grid
//	centralized   Star, Wheel, Tree, DoddsWattsSabel, Hubs
//	random        Gnm, Gnp, PreferentialAttachment
//	small worlds  WattsStrogatz
//	optimized     MasonWatts
//	groups        Caveman, ConnectedCaveman, RewiredCaveman
//	your own      Given, GeneratorFunc
//
// A built-in generator whose parameters can be invalid for every n has a method Validate, which
// checks them before n is known. Generators without random ties accept a nil src.
type Generator interface {
	Graph(n int, src Source) (*Graph, error)
}

// GeneratorFunc makes a Generator of a function.
type GeneratorFunc func(n int, src Source) (*Graph, error)

// Graph calls f.
func (f GeneratorFunc) Graph(n int, src Source) (*Graph, error) { return f(n, src) }

// Given is one fixed graph, such as one read from data. A number of people other than the graph's
// is an error.
type Given struct{ Network *Graph }

// Validate reports a missing graph.
func (c Given) Validate() error {
	if c.Network == nil {
		return errors.New("network: Given.Network is nil, want a graph")
	}
	return nil
}

// Graph returns the given graph itself.
func (c Given) Graph(n int, _ Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	return c.Network, nil
}

// checkLeast returns an error if a count is below its least value.
func checkLeast(field string, value, least int) error {
	if value < least {
		return fmt.Errorf("network: %s is %d, want at least %d", field, value, least)
	}
	return nil
}

// checkBelow returns an error if a count is n or more.
func checkBelow(field string, value, n int) error {
	if value >= n {
		return fmt.Errorf("network: %s is %d, want at most %d among %d people", field, value, n-1,
			n)
	}
	return nil
}

// checkShare returns an error if a probability is not in 0..1.
func checkShare(field string, value float64) error {
	if !(value >= 0 && value <= 1) {
		return fmt.Errorf("network: %s is %v, want 0 to 1", field, value)
	}
	return nil
}

// checkEven returns an error if a count is odd or negative.
func checkEven(field string, value int) error {
	if value < 0 || value%2 != 0 {
		return fmt.Errorf("network: %s is %d, want an even number of at least 0", field, value)
	}
	return nil
}

// firstError is the first of errs that is not nil.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
