package pane

import (
	"math"

	"orglearn/metrics/study/kinds"
	"orglearn/metrics/study/param"
	"orglearn/sim"
)

// Offers reports whether the kind of a key can be switched on or off in a pane, or be its
// organization, all else as it is. What would be an error is not offered.
func (s *Setting) Offers(pane int, key string) bool {
	k, f, err := find(s.Table, key)
	return err == nil && f == nil && k.Role != kinds.Conditions && s.possible(pane, k)
}

// possible reports whether a kind can be switched over.
func (s *Setting) possible(pane int, k kinds.Kind) bool {
	p := s.Panes[pane]
	values := s.Values.over(p.Values)
	if !switched(k) {
		p.Of = key(k)
		return s.works(p, values)
	}
	of, _, _ := find(s.Table, p.Of)
	if of.Role == kinds.Model && k.Role == kinds.Mechanism {
		return false
	}
	value := on
	if values[key(k)] == on {
		value = param.Value{}
	}
	values[key(k)] = value
	return s.works(p, values)
}

// works reports whether an organization can be run.
func (s *Setting) works(p Pane, values Values) bool {
	scenario, err := s.build(p, values)
	if err != nil {
		return false
	}
	_, err = sim.New(scenario, s.Seed, 0)
	return err == nil
}

// nearby is how far from a value Nearest looks for one that is possible, of the steps of the field.
const nearby = 64

// Nearest returns the value nearest to a number with which a pane can be run, for a key of a whole
// number. Other values are returned as they are.
func (s *Setting) Nearest(pane int, key string, v float64) float64 {
	k, f, err := find(s.Table, key)
	if err != nil || f == nil || f.Type != kinds.Whole || switched(k) && !s.isOn(pane, k) {
		return v
	}
	p := s.Panes[pane]
	for off := range nearby {
		for _, sign := range []float64{1, -1} {
			try := math.Round(v) + sign*float64(off)
			if try < f.Least || try > f.Most {
				continue
			}
			one := Values{key: param.Value{Number: try}}
			if s.works(p, s.Values.over(p.Values, one)) {
				return try
			}
		}
	}
	return v
}

func (s *Setting) isOn(pane int, k kinds.Kind) bool {
	return s.Values.over(s.Panes[pane].Values)[key(k)] == on
}
