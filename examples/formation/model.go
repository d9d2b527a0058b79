package main

import (
	"fmt"
	"slices"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/setups"
)

// teams is the number of people in a team.
const teams = 5

// organization is one combination of the parameters: teams, and communities that come and go.
type organization struct {
	topics, interests, shared, every, founders, seats int
	join, contact                                     float64
	patience, life, size                              int
	heir                                              string
	incidental, purpose                               int
	absorb, turnover                                  float64
	ticks                                             int
}

// String names the organization.
func (o organization) String() string {
	return fmt.Sprintf("topics %d of %d share %d every %d founders %d seats %d join %v %v "+
		"patience "+
		"%d life %d size %d heir %s incidental %d purpose %d rates %v %v ticks %d", o.interests,
		o.topics, o.shared, o.every, o.founders, o.seats, o.join, o.contact, o.patience, o.life,
		o.size, o.heir, o.incidental, o.purpose, o.absorb, o.turnover, o.ticks)
}

// heirs are the values of -heir.
var heirs = []string{"no", "yes"}

// arms are what is compared: the communities as they form, and their controls.
var arms = []string{"formed", "members drawn", "domains drawn"}

// name names an arm of the organization.
func (o organization) name(arm string) string { return o.String() + ", " + arm }

// scenarios returns the arms.
func (o organization) scenarios() ([]sim.Scenario, error) {
	s := o.formed()
	controls, err := formation.NewControls(s)
	if err != nil {
		return nil, err
	}
	all := []sim.Scenario{s, controls.Scenario(formation.Members),
		controls.Scenario(formation.Domains)}
	for i := range all {
		all[i].Name = o.name(arms[i])
	}
	return all, nil
}

// formed is the organization in which people found and join communities by what interests them.
func (o organization) formed() sim.Scenario {
	on := setups.Default()
	on.Absorb, on.Ticks = o.absorb, o.ticks
	s := setups.Isolated{On: &on, Size: teams}.Scenario()
	s.Name = o.name(arms[0])
	s.Self = practice.Interests{Topics: o.topics, Each: o.interests}
	c := &s.Channels[0]
	c.Agenda = practice.Domain{Topics: o.topics, Incidental: o.incidental,
		Block: o.block(on.Dimensions, on.Block)}
	if o.patience > 0 {
		c.Participate = practice.Tally{}
	}
	s.Events = []sim.Event{sim.Turnover{Rate: o.turnover}, formation.Formation{
		Channel: setups.Channel, Every: o.every, Founders: o.founders, Shared: o.shared,
		Seats: o.seats, Join: o.join, Contact: o.contact, Patience: o.patience, Life: o.life,
		Size: o.size, Heir: o.heir == heirs[1],
		Purpose: practice.Purpose{Weight: o.purpose, Goal: practice.Topics(0)},
	}}
	return s
}

// block is the size of the pieces that give way to incidental talk: a block that pays, or a topic
// if that is smaller.
func (o organization) block(dimensions, block int) int { return min(block, dimensions/o.topics) }

// topicCounts are the numbers of topics that divide the 64 dimensions.
var topicCounts = []int{1, 2, 4, 8, 16, 32, 64}

func checkTopics(topics []int) error {
	for _, n := range topics {
		if !slices.Contains(topicCounts, n) {
			return fmt.Errorf("-topics is %d, want a divisor of %d (the dimensions)", n,
				setups.Default().Dimensions)
		}
	}
	return nil
}
