package main

import (
	"fmt"
	"strings"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/signals"
)

// The studies, and the arms of each. The first arm of a study is the one that others are set
// against. The arms of the third are the values of -outside.
const (
	ofSignals = "signals"
	ofTrust   = "trust"
	ofOther   = "other"
)

var studies = []string{ofSignals, ofTrust, ofOther}

const (
	practitioners = "practitioners"
	experts       = "experts"
	late          = "stale experts"
	untrusting    = "no trust"
	trusting      = "trust"
	permuted      = "permuted"
)

// structures are the values of -structure, for the first two studies.
var structures = []string{"communities", "hierarchy", "isolated"}

// rules are the values of -rule: who decides in a unit.
var rules = []string{"superior", "majority"}

// team is the number of people in a team, one of whom is an expert.
const team = 5

// organization is one combination of the parameters in one arm.
type organization struct {
	study, arm      string
	structure, rule string
	seen, block     int
	each, q, expert float64
	stale           int
	slope, rate     float64
	outside         int
	domains         int
	turbulence      float64
	turnover        float64
	people, ticks   int
}

// dimensions is the number of dimensions in all runs.
const dimensions = 64

// scenario is the organization of the arm.
func (o organization) scenario() sim.Scenario {
	on := setups.Default()
	on.People, on.Ticks, on.Seen, on.Block = o.people, o.ticks, o.seen, o.block
	s := o.arrange(on)
	s.Name = o.String()
	if o.block == 1 {
		s.Reality = sim.Additive{Seen: o.seen}
	}
	s.Events = []sim.Event{sim.Turnover{Rate: o.turnover}, sim.Turbulence{Rate: o.turbulence}}
	c := &s.Channels[0]
	switch {
	case o.study == ofTrust:
		o.trust(&s, c)
	case o.rule == "majority":
		c.Objectify = agents.Majority{Rate: on.Superior}
	}
	if o.study != ofOther {
		s.Events = append(s.Events, o.signals())
	}
	return s
}

// arrange returns the people and their units.
func (o organization) arrange(on setups.Conditions) sim.Scenario {
	switch {
	case o.study == ofOther:
		size := o.people / o.domains
		s := on.Scenario("", network.Circles{
			Of: network.Outsiders{Size: size, Ties: ties, Outside: o.outside},
		})
		s.Beliefs = practice.Specialist{
			Of:   agents.Mixed{Unknown: 1. / 3},
			Work: practice.Work{Domains: o.domains, Group: size, Block: max(o.block, 1)},
		}
		return s
	case o.structure == "hierarchy":
		return setups.Hierarchy{On: &on}.Scenario()
	case o.structure == "isolated":
		return setups.Isolated{On: &on}.Scenario()
	}
	return setups.Communities{On: &on}.Scenario()
}

// ties is the number of contacts of each person in the third study.
const ties = 16

// signals are what people are told. In all arms a team is told as much.
func (o organization) signals() signals.Signals {
	each := signals.Signals{Each: o.each, Right: o.q}
	if o.study == ofSignals && o.arm != practitioners {
		each = signals.Signals{
			Each: signals.Match(o.each*team, o.q, o.expert), Right: o.expert, Per: team,
		}
	}
	if o.arm == late {
		each.Stale = o.stale
	}
	return each
}

// trust lets units trust voices, or deals trust anew each tick.
func (o organization) trust(s *sim.Scenario, c *sim.Channel) {
	vote := practice.Vote{Rate: setups.Default().Superior, TrustRate: o.rate, Trust: o.slope}
	if o.arm == untrusting {
		vote.Trust = 0
	}
	c.Objectify = vote
	if o.arm == permuted {
		s.Events = append(s.Events, sim.PermuteTrust{Channel: c.Name, Every: 1})
	}
}

// String names the organization by its study, its arm, and the values of the study's parameters.
func (o organization) String() string {
	values := []any{o.study, o.arm}
	switch o.study {
	case ofSignals:
		values = append(values, o.structure, o.rule, o.seen, o.block, o.each, o.q, o.expert,
			o.stale)
	case ofTrust:
		values = append(values, o.structure, o.seen, o.block, o.each, o.q, o.slope, o.rate)
	default:
		values = append(values, "domains", o.domains, o.seen, o.block)
	}
	values = append(values, o.turbulence, o.turnover, o.people, o.ticks)
	return strings.TrimSuffix(fmt.Sprintln(values...), "\n")
}
