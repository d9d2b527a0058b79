package main

import (
	"fmt"
	"strconv"

	"orglearn/metrics/search"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The organizations that -flip compares: of a made-up firm, and of a real one.
var (
	arrangements     = []string{"communities", "brokered", "hierarchy", "matrix", "isolated"}
	realArrangements = []string{"communities", "hierarchy", "matrix", "isolated"}
)

// settings are all that a parameter may change.
type settings struct {
	conditions           setups.Conditions
	turnover, turbulence float64
	size, span           int // of made-up teams and communities, and of managers
}

func (p *asking) settings() settings {
	return settings{conditions: p.conditions, turnover: p.turnover, size: 5, span: 4}
}

// arranged is an organization of a name.
func (p *asking) arranged(name string, s settings) (sim.Scenario, error) {
	made, err := p.arrange(name, s)
	made.Name = name
	made.Events = []sim.Event{sim.Turnover{Rate: s.turnover}, sim.Turbulence{Rate: s.turbulence}}
	return made, err
}

func (p *asking) arrange(name string, s settings) (sim.Scenario, error) {
	c := &s.conditions
	if p.own.Real() {
		real := setups.Real{On: c, Roster: p.firm.Roster, Span: s.span}
		switch name {
		case "communities":
			return real.Communities()
		case "hierarchy":
			return real.Hierarchy()
		case "matrix":
			return real.Matrix()
		}
		return real.Isolated()
	}
	switch name {
	case "communities":
		return setups.Communities{On: c, Team: s.size, Size: s.size}.Scenario(), nil
	case "brokered":
		return setups.Brokered{On: c, Team: s.size, Size: s.size}.Scenario(), nil
	case "hierarchy":
		return setups.Hierarchy{On: c, Span: s.span}.Scenario(), nil
	case "matrix":
		return setups.Matrix{On: c, Span: s.span}.Scenario(), nil
	}
	return setups.Isolated{On: c, Size: s.size}.Scenario(), nil
}

// parameter is what is changed, from the value that it has to another.
type parameter struct {
	name string
	search.Flip
	set func(s *settings, value float64)
}

// direction is a mark for more or less.
func (q parameter) direction() string {
	if q.Until < q.Flip.Now {
		return " down"
	}
	return " up"
}

// tries are the values between the present one and the farthest.
const tries = 5

// flippable are the parameters that -flip changes, each up and down as far as it goes.
func (p *asking) flippable() (all []parameter) {
	s := p.settings()
	c := s.conditions
	add := func(name string, now, least, most, within, step float64,
		set func(s *settings, value float64)) {
		for _, until := range []float64{most, least} {
			if until != now {
				all = append(all, parameter{name, search.Flip{Now: now, Until: until, Tries: tries,
					Within: within, Step: step}, set})
			}
		}
	}
	add("turnover", s.turnover, 0, .2, .002, 0, func(s *settings, v float64) { s.turnover = v })
	add("turbulence", 0, 0, .2, .002, 0, func(s *settings, v float64) { s.turbulence = v })
	add("superior", c.Superior, .02, 1, .02, 0,
		func(s *settings, v float64) { s.conditions.Superior = v })
	add("absorb", c.Absorb, .01, 1, .01, 0,
		func(s *settings, v float64) { s.conditions.Absorb = v })
	seen := c.Seen
	if seen == 0 {
		seen = c.Dimensions
	}
	add("seen", float64(seen), float64(c.Block), float64(c.Dimensions), 1, float64(c.Block),
		func(s *settings, v float64) { s.conditions.Seen = int(v) })
	if c.Attention > 0 {
		add("attention", float64(c.Attention), 1, 6, 1, 1,
			func(s *settings, v float64) { s.conditions.Attention = int(v) })
	}
	add("ticks", float64(c.Ticks), 10, float64(3*c.Ticks), 1, 1,
		func(s *settings, v float64) { s.conditions.Ticks = int(v) })
	if !p.own.Real() {
		add("size", float64(s.size), 2, 12, 1, 1, func(s *settings, v float64) { s.size = int(v) })
	}
	if !p.own.Real() || !p.firm.HasChart() {
		add("span", float64(s.span), 2, 20, 1, 1, func(s *settings, v float64) { s.span = int(v) })
	}
	return all
}

// number writes a value of a parameter.
func number(v float64) string {
	if v == float64(int(v)) {
		return strconv.Itoa(int(v))
	}
	return fmt.Sprintf("%.3g", v)
}
