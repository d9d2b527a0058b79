package setups

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

// Contact is how much people meet, apart from how they are arranged. If everyone is heard where he
// learns, Seats times people is Norms times Size. So two of the three fix the third.
type Contact struct {
	Seats float64 // seats of a person, mean
	Size  float64 // people in a unit, voices and audience together, mean
	Norms int     // number of units of people, each with a norm
}

// Fit says how near the contact of one organization comes to that of another.
type Fit struct{ Wanted, Reached Contact }

// Off returns the largest of the three relative differences |reached-wanted|/wanted, of seats,
// sizes and norms. It is 0 or more.
func (f Fit) Off() float64 {
	return max(relDiff(f.Reached.Seats, f.Wanted.Seats), relDiff(f.Reached.Size, f.Wanted.Size),
		relDiff(float64(f.Reached.Norms), float64(f.Wanted.Norms)))
}

// relDiff is the relative difference of two numbers.
func relDiff(reached, wanted float64) float64 {
	if reached == wanted {
		return 0
	}
	return math.Abs(reached-wanted) / wanted
}

// String returns the fit in words: "within 1 %: 1.99 seats a person (2.00 wanted), 40 norms (40),
// 4.97 people in a unit (5.00)".
func (f Fit) String() string {
	how := "exactly"
	if off := f.Off(); off > 0 {
		how = fmt.Sprintf("within %.0f %%", math.Ceil(100*off))
	}
	return fmt.Sprintf("%s: %.2f seats a person (%.2f wanted), %d norms (%d), %.2f people in a "+
		"unit (%.2f)", how, f.Reached.Seats, f.Wanted.Seats, f.Reached.Norms, f.Wanted.Norms,
		f.Reached.Size, f.Wanted.Size)
}

// contactOf counts the contact of units.
func contactOf(u *network.Units) Contact {
	seats, places, sizes := 0, 0, sizesOf(u)
	for _, k := range u.SeatCounts() {
		seats += k
	}
	for _, k := range sizes {
		places += k
	}
	c := Contact{Seats: float64(seats) / float64(u.People()), Norms: len(sizes)}
	if len(sizes) > 0 {
		c.Size = float64(places) / float64(len(sizes))
	}
	return c
}

// sizesOf returns the number of people in each unit. Units that hear only units are left out if
// they have no people.
func sizesOf(u *network.Units) []int {
	var sizes []int
	for k, people := range u.Sizes() {
		if people > 0 || !u.IsParent(k) {
			sizes = append(sizes, people)
		}
	}
	return sizes
}

// errChannels is the error of a scenario with no channel, or more than one: it is not clear which
// structure is meant.
var errChannels = errors.New("want exactly one channel, beside a repository")

// alone reports whether a scenario has one channel, or one and a repository.
func alone(s sim.Scenario) bool {
	return len(s.Channels) == 1 ||
		len(s.Channels) == 2 && s.Channels[1].Name == RepositoryChannel
}

// unitsOf builds the units of a scenario of one channel, with chance that no run uses.
func unitsOf(s sim.Scenario) (*network.Units, error) {
	if !alone(s) || s.Channels[0].Structure == nil {
		return nil, fmt.Errorf("setups: scenario %q has %d channels: %w", s.Name, len(s.Channels),
			errChannels)
	}
	key := kernel.NewKey(1991, 0, "contact", s.Name)
	u, err := s.Channels[0].Structure.Build(s.People, (*agents.Stream)(kernel.NewStream(key, 0, 0)))
	if err != nil {
		return nil, fmt.Errorf("setups: scenario %q: %w", s.Name, err)
	}
	return u, nil
}

// with returns a scenario with another name and structure, and all else the same. The structure
// gets leaders and is nested as that of s.
func with(s sim.Scenario, name string, structure network.Structure) sim.Scenario {
	s.Name, s.Channels = name, slices.Clone(s.Channels)
	c := &s.Channels[0]
	c.Structure = network.Around(c.Structure, structure)
	return s
}
