package network

import (
	"errors"
	"fmt"
)

// Generator draws a graph over n people. It draws from src only, so that the same chance gives the
// same graph. The built-in generators are their parameters, every tie has weight 1, and those that
// name no direction tie people both ways. A parameter out of its range, and a number of people that
// does not suit it, are errors.
//
//	regular       Complete, RingLattice, DirectedRing, Line, Torus, Grid
//	centralized   Star, Wheel, Tree, DoddsWattsSabel, Hubs
//	random        Gnm, Gnp, PreferentialAttachment
//	small worlds  WattsStrogatz
//	groups        Caveman, ConnectedCaveman, RewiredCaveman
//	one's own     Given, GeneratorFunc
//
// The built-in generators that can be wrong by themselves have a method Validate, which says so
// before there are people. Those that draw nothing take a nil src.
type Generator interface {
	Graph(n int, src Source) (*Graph, error)
}

// GeneratorFunc is a function as a Generator.
type GeneratorFunc func(n int, src Source) (*Graph, error)

// Graph calls f.
func (f GeneratorFunc) Graph(n int, src Source) (*Graph, error) { return f(n, src) }

// Given is one fixed graph, such as a measured one. Another number of people than its own is an
// error.
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

// atLeast is the error of a count below its least value.
func atLeast(field string, value, least int) error {
	if value < least {
		return fmt.Errorf("network: %s is %d, want at least %d", field, value, least)
	}
	return nil
}

// below is the error of a count that needs more people than there are.
func below(field string, value, n int) error {
	if value >= n {
		return fmt.Errorf("network: %s is %d, want at most %d among %d people", field, value, n-1,
			n)
	}
	return nil
}

// share is the error of a probability out of its range.
func share(field string, value float64) error {
	if !(value >= 0 && value <= 1) {
		return fmt.Errorf("network: %s is %v, want 0 to 1", field, value)
	}
	return nil
}

// even is the error of an odd or negative count.
func even(field string, value int) error {
	if value < 0 || value%2 != 0 {
		return fmt.Errorf("network: %s is %d, want an even number of at least 0", field, value)
	}
	return nil
}

// firstError is the first of errs that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
