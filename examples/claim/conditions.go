package main

import (
	"fmt"
	"strconv"

	"orglearn/examples/internal/study"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// grid is the flags of the conditions. Each is a list; the claim is put to the test under every
// combination.
type grid struct {
	people, block, seen          *study.List[int]
	turnover, turbulence, absorb *study.List[float64]
}

func newGrid(s *study.Study) grid {
	return grid{
		people:   s.Ints("people", "people", 25, 10_000, 100, 300),
		turnover: s.Rates("turnover", "chance that a person is replaced, per tick", 0, .01),
		turbulence: s.Rates("turbulence", "chance that a dimension of reality changes, per tick",
			0, .002),
		block:  s.Ints("block", "dimensions that pay only together", 1, 64, 1, 4),
		absorb: s.Rates("absorb", "rate at which people take over norms", .1, .5),
		seen:   s.Ints("seen", "dimensions on which units judge merit (0: all)", 0, 64, 16, 4),
	}
}

// axes are the parameters in the order of a condition's name.
func (g grid) axes() []study.Axis {
	return []study.Axis{g.people, g.turnover, g.turbulence, g.block, g.absorb, g.seen}
}

// condition is one combination: what compared organizations have in common, and what happens.
type condition struct {
	name                 string
	on                   setups.Conditions
	turnover, turbulence float64
	shock                sim.Event // happens once, in the middle of the run (nil: nothing)
}

// current returns the condition of the current combination.
func (g grid) current() condition {
	c := condition{
		on: setups.Default(), turnover: g.turnover.Value(), turbulence: g.turbulence.Value(),
	}
	c.on.People, c.on.Block = g.people.Value(), g.block.Value()
	c.on.Absorb, c.on.Seen = g.absorb.Value(), g.seen.Value()
	c.name = c.text()
	return c
}

// text names a condition by its parameters.
func (c condition) text() string {
	return fmt.Sprintf("people=%d turnover=%g turbulence=%g block=%d absorb=%g seen=%s",
		c.on.People, c.turnover, c.turbulence, c.on.Block, c.on.Absorb, c.seenText())
}

func (c condition) seenText() string {
	if c.on.Seen == 0 {
		return "all"
	}
	return strconv.Itoa(c.on.Seen)
}

// under returns a scenario with the events of the condition.
func (c condition) under(s sim.Scenario) sim.Scenario {
	s.Events = append([]sim.Event{
		sim.Turnover{Rate: c.turnover}, sim.Turbulence{Rate: c.turbulence},
	}, s.Events...)
	if c.shock != nil {
		s.Events = append(s.Events, c.shock)
	}
	return s
}

// A shock happens once, at tick shockAt. What is left of it is read at tick afterShock.
const (
	shockAt    = 100
	afterShock = 150
)

// Shares of the people, and of the dimensions, that a shock changes.
const (
	leaving = .3
	turning = .2
)

// leave is the turnover in the tests of single mechanisms: some of them are about newcomers.
const leave = .01

// plain is the condition in which single mechanisms are tested: that of the library's own
// comparison, with turnover.
func plain() condition {
	return condition{name: "people leave", on: setups.Default(), turnover: leave}
}

// turns is the name of the condition in which reality turns.
const turns = "reality turns"

// shocks are the plain condition without and with a shock: many leave at once, or reality turns.
func shocks() []condition {
	wave, turn := plain(), plain()
	wave.name, turn.name = "many leave", turns
	wave.shock = once(sim.Turnover{Rate: leaving})
	turn.shock = once(sim.Turbulence{Rate: turning})
	return []condition{plain(), wave, turn}
}

func once(e sim.Event) sim.Event {
	return sim.During{Event: e, First: shockAt, Last: shockAt}
}
