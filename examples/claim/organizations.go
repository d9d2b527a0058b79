package main

import (
	"slices"

	"orglearn/sim"
	"orglearn/sim/setups"
)

// The organizations. Each has the same unit on top, which hears the norms of all its units, and in
// which nobody has a seat. What is objective there is what the organization as a whole knows.
const (
	communities = "communities"
	brokered    = "brokered"
	hierarchy   = "hierarchy"
	matrix      = "matrix"
	isolated    = "isolated"
)

var names = []string{communities, brokered, hierarchy, matrix, isolated}

// match is a pair of organizations with equal contact: the claim is put to the test on both.
type match struct{ community, line string }

// matches are communities of practice, and lines of superiors, at equal contact.
var matches = []match{
	{brokered, hierarchy},
	{communities, matrix},
}

// organizations returns the organizations under a condition. The matrix is matched to the
// communities, so that the two have equal contact.
func organizations(c condition) ([]sim.Scenario, error) {
	on := &c.on
	on.Practice.Nested.Top = true
	like := setups.Communities{On: on}.Scenario()
	second, _, err := setups.Matched(setups.Matrix{On: on}, like)
	if err != nil {
		return nil, err
	}
	second.Name = matrix
	all := []sim.Scenario{
		like, setups.Brokered{On: on}.Scenario(), setups.Hierarchy{On: on}.Scenario(), second,
		setups.Isolated{On: on}.Scenario(),
	}
	for i, s := range all {
		all[i] = c.under(s)
	}
	return all, nil
}

// inChannel returns a scenario whose one channel is changed.
func inChannel(s sim.Scenario, change func(c *sim.Channel)) sim.Scenario {
	s.Channels = slices.Clone(s.Channels)
	change(&s.Channels[0])
	return s
}
