package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The structures, in the order of every table.
const (
	communities = "communities"
	brokered    = "brokered"
	hierarchy   = "hierarchy"
	matrix      = "matrix"
	doubled     = "doubled"
	isolated    = "isolated"
)

var structures = []string{communities, brokered, hierarchy, matrix, doubled, isolated}

// What the leader of a unit may do.
const (
	none    = "none"
	screens = "screens"
	decides = "decides"
)

var authorities = []string{none, screens, decides}

// Who leads a unit that has no manager: one of its people, or one of those with most seats.
var leaders = []string{"drawn", "linked"}

// Doubled are isolated teams, each of which meets as two units of the same people. They have the
// seats, the sizes and the norms of Communities, and nothing overlaps.
type Doubled struct{ Team int }

// Build returns each team twice: it implements network.Structure.
func (s Doubled) Build(n int, src network.Source) (*network.Units, error) {
	teams, err := network.Isolated{Size: s.Team}.Build(n, src)
	if err != nil {
		return nil, err
	}
	var units []network.Membership
	for range 2 {
		for k := range teams.Len() {
			units = append(units, teams.Membership(k))
		}
	}
	return network.NewUnits(n, units...)
}

// arranged returns the structure of the combination.
func (j *judges) arranged() network.Structure {
	size := j.size.Value()
	return map[string]network.Structure{
		communities: network.Communities{Team: size, Size: size},
		brokered:    network.Brokered{Team: size, Size: size, Share: .25},
		hierarchy:   network.Hierarchy{Span: size - 1},
		matrix:      network.Matrix{Span: size - 1},
		doubled:     Doubled{Team: size},
		isolated:    network.Isolated{Size: size},
	}[j.structure.Value()]
}

// rule returns how units of people make norms in the combination.
func (j *judges) rule() agents.Objectifier {
	rate := j.superior.Value()
	switch j.authority.Value() {
	case screens:
		return agents.Screen{Rate: rate, Veto: 1}
	case decides:
		return agents.Decree{Rate: rate}
	}
	return agents.Superior{Rate: rate}
}

// scenario returns the combination's organization. The top unit has no leader, so its norm is made
// by the better units under any authority.
func (j *judges) scenario() sim.Scenario {
	c := setups.Default()
	c.People, c.Dimensions, c.Block = j.people.Value(), j.dimensions.Value(), j.block.Value()
	c.Seen, c.Superior, c.Absorb = j.seen.Value(), j.superior.Value(), j.absorb.Value()
	c.Ticks = slices.Max(j.ticks.All())
	led := network.Led{Of: j.arranged(), Linked: j.leader.Value() != leaders[0]}
	s := c.Scenario(j.name(), network.Nested{Of: led})
	s.Channels[0].Objectify = practice.Levels{
		Of: j.rule(), Above: agents.Superior{Rate: j.superior.Value()},
	}
	return s
}

// axes are the parameters of a scenario, in the order of the columns.
func (j *judges) axes() []study.Axis {
	return append([]study.Axis{j.structure, j.seen, j.authority}, j.others()...)
}

// others are the parameters that are not crossed in the table and the figure.
func (j *judges) others() []study.Axis {
	return []study.Axis{j.leader, j.people, j.dimensions, j.block, j.size, j.superior, j.absorb}
}

// name is the name of the combination's scenario.
func (j *judges) name() string {
	return fmt.Sprint(j.structure.Value(), " seen=", j.seen.Value(), " authority=",
		j.authority.Value(), listed(j.leader, "leader"), listed(j.people, "people"),
		listed(j.dimensions, "dimensions"), listed(j.block, "block"), listed(j.size, "size"),
		listed(j.superior, "superior"), listed(j.absorb, "absorb"))
}

// listed is the entry of a list of several.
func listed[T comparable](l *study.List[T], flag string) string {
	if len(l.All()) == 1 {
		return ""
	}
	return fmt.Sprintf(" %s=%v", flag, l.Value())
}

// scenarios returns the organizations of all combinations.
func (j *judges) scenarios() (all []sim.Scenario, err error) {
	for range j.Combinations(j.axes()...) {
		s := j.scenario()
		if err := s.Validate(); err != nil {
			return nil, program.MisusedBecause(err)
		}
		all = append(all, s)
	}
	return all, nil
}

// match says how much contact each structure gives, as built for the first run.
func (j *judges) match() (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "\nContact%7s %6s %10s %14s %16s\n", "seats", "units", "unit size",
		"people heard", "leaders a unit")
	for range j.Combinations(j.structure) {
		m, err := sim.New(j.scenario(), j.Seed, 0)
		if err != nil {
			return "", err
		}
		u := m.Units(0)
		c := u.Budget()
		fmt.Fprintf(&b, "%-11s %.2f %6d %10.2f %14.2f %16.2f\n", j.structure.Value(), c.Seats,
			c.Units-1, c.Size, float64(c.Ties)/float64(c.People), led(u)/float64(c.Units-1))
	}
	return b.String(), nil
}

// led is the number of leaders of all units.
func led(u *network.Units) (n float64) {
	for k := range u.Len() {
		for _, rank := range u.Ranks(k) {
			if rank == network.Leader {
				n++
			}
		}
	}
	return n
}
