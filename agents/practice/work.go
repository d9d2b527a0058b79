package practice

import (
	"errors"
	"fmt"
	"math"

	"orglearn/agents"
)

// Work says what the work of each person is about. People are divided into groups of Group
// consecutive people, as by network.Caveman and network.Outsiders. The m dimensions are divided
// into Domains of consecutive dimensions. The people of group g work in domain g mod Domains.
// Unlike a Domain, which is of a unit, it is of a person. It limits neither what he says nor what
// he learns.
//
// Work{} is off: everybody works in all dimensions.
type Work struct {
	Domains int // 0 to MaxStages; 0 or 1: everybody works in all dimensions
	Group   int // people in a group, 0 to 2^31-1 (0: 1)
	Block   int // size of blocks that no border cuts, 0 to m (0: 1)
}

// Of returns the domain of a person, 0 to Domains-1.
func (w Work) Of(person int) int { return person / max(w.Group, 1) % max(w.Domains, 1) }

// Bounds returns the first dimension of a person's work, and the first after it.
func (w Work) Bounds(person, dimensions int) (first, end int) {
	return w.stages().Bounds(w.Of(person), dimensions)
}

// stages are the domains, as stages of a flow.
func (w Work) stages() Stages { return Stages{Stages: w.Domains, Block: w.Block} }

// Fits reports a Block that does not divide the dimensions, and a domain without a dimension.
func (w Work) Fits(dimensions, people int) error {
	if err := w.Validate(); err != nil {
		return err
	}
	block := max(w.Block, 1)
	if dimensions%block != 0 {
		return fmt.Errorf("Work.Block is %d, want a divisor of the %d dimensions", w.Block,
			dimensions)
	}
	if w.Domains > dimensions/block {
		return fmt.Errorf("Work.Domains is %d, want 0 to %d (the blocks of %d dimensions)",
			w.Domains, dimensions/block, dimensions)
	}
	return nil
}

// Validate reports a field out of its range.
func (w Work) Validate() error {
	for _, f := range []struct {
		name        string
		value, most int
	}{
		{"Domains", w.Domains, MaxStages}, {"Group", w.Group, math.MaxInt32},
		{"Block", w.Block, math.MaxInt32},
	} {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("Work.%s is %d, want 0 to %d", f.name, f.value, f.most)
		}
	}
	return nil
}

// Specialist lets people begin with beliefs about their own work only. A person begins by Of, and
// forgets what lies outside his work. So people of different domains differ in what they know.
type Specialist struct {
	Of   agents.Beginner
	Work Work
}

// Begin implements agents.Beginner.
func (r Specialist) Begin(p *agents.Person, belief agents.Knowledge) {
	r.Of.Begin(p, belief)
	first, end := r.Work.Bounds(p.ID, p.Dimensions)
	for i, w := range belief {
		belief[i] = w.Keep(agents.Lanes(end-i*64, 0) &^ agents.Lanes(first-i*64, 0))
	}
}

// Fits reports what Work and Of cannot serve.
func (r Specialist) Fits(dimensions, people int) error {
	if err := r.Work.Fits(dimensions, people); err != nil {
		return err
	}
	return fitsOf(r.Of, dimensions, people)
}

// Validate reports a missing Of, and what Work and Of report.
func (r Specialist) Validate() error {
	if r.Of == nil {
		return errors.New("Specialist.Of is nil, want a rule")
	}
	if err := r.Work.Validate(); err != nil {
		return err
	}
	return validOf(r.Of)
}
