package models

import (
	"fmt"
	"strings"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

// KaneAlavi2007 is the organization of Kane and Alavi, Information technology and organizational
// learning: an investigation of exploration and exploitation processes, Organization Science
// 18(5):796-812 (2007). The people of March's organization learn by one tool or by any mix of
// tools.
//
// Reality and first beliefs are as in March1991, reading Original. In every period, in this order:
//
//  1. turnover: each person is replaced with probability Turnover by a newcomer with new first
//     beliefs;
//  2. knowledge is recorded;
//  3. people act on their beliefs. Where they have none they act on a fair coin, tossed anew for
//     each tool;
//  4. people learn by each tool that holds knowledge, as it stands. They learn from the code with
//     probability P1, and from the repository, their team room and their electronic community with
//     probability Learn. A belief moves one step, as in March1991;
//  5. these tools learn from the people. The code learns from everybody who acts better than it,
//     with P2 per vote. A room or a community learns in the same way from its own members. The
//     repository learns from the single best person if he does better than it. It takes over his
//     action in each dimension with probability Fast;
//  6. e-mail: people are paired at random, anew in every period. The person who did worse moves one
//     step towards the action of the other, in each dimension with probability Learn.
//
// No number of the paper is sourced here. Its two claims hold in this model for tools used alone.
// The table has paired differences of the people's mean score, or of their diversity, with 99 %
// intervals over 1,000 replicates:
//
//	a repository gains fast   score in period 5, repository less e-mail         .290 [.285, .295]
//	    it levels off low     score in period 200, e-mail less repository       .137 [.130, .143]
//	e-mail is slow            score in period 20, repository less e-mail        .306 [.299, .313]
//	    it keeps diversity    diversity in period 5, e-mail less repository     .291 [.287, .295]
//	                          diversity in period 20, e-mail less repository    .438 [.435, .440]
//
// In two further runs a tool is used together with March's code (Code|Repository and Code|Email).
// The code makes everybody learn quickly at P1 = .5. There the repository still gains faster, by
// .109 [.104, .114] in period 5. E-mail still keeps more diversity, by .092 [.088, .095]. But the
// repository does not level off lower than e-mail. In period 200 e-mail less repository is -.056
// [-.063, -.049]. Both are better than the code alone.
//
// The paper leaves open here the rates and sizes, and what is seen of those who have no belief. It
// also leaves open whether the repository forgets (it does not), and that tools are compared alone.
// Sizes and rates are reconstructed; none of them, nor a period, is known to have been chosen after
// looking at results. Both ways to compare tools were run, and the claims are counted for tools
// alone, where they come out. A CoMSES entry of the model is said to have 100 people. With 100, in
// the order of the table, the differences are .333, .069, .357, .294 and .457.
//
// Rooms alone level off lowest of all, for what one team knows never reaches another.
type KaneAlavi2007 struct {
	Tools      Tools   // tools that people use (0: Code)
	P1         Rate    // rate at which people learn from the code (baseline .5)
	P2         Rate    // rate at which code, rooms and communities learn, per vote (baseline .5)
	Learn      Rate    // rate at which people learn by the other tools, per dimension (baseline .5)
	Fast       Rate    // rate at which the repository learns, per dimension (baseline .9)
	Turnover   float64 // probability that a person is replaced, per period
	People     int     // number of people (0: 50)
	Team       int     // people in a team room (0: 5)
	Community  int     // people in an electronic community, each of another team (0: 10)
	Dimensions int     // number of dimensions (0: 30)
	Periods    int     // number of periods (0: 200)
}

// Tools is a set of tools by which people learn.
type Tools uint8

// The tools.
const (
	Code  Tools = 1 << iota // March's code
	Email                   // pairs of people, drawn anew in every period
	// Repository holds best practice: a second code, which learns fast from the best person.
	Repository
	Rooms // a code for each team
	// OnlineCommunities are a code for each community. Its people come from different teams.
	OnlineCommunities
)

var toolNames = []string{MarchChannel, "e-mail", "repository", "team rooms", "communities"}

// String names the tools by the names of their channels, joined by +.
func (t Tools) String() string {
	var names []string
	for i, name := range toolNames {
		if t>>i&1 != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// Scenario returns the organization.
func (m KaneAlavi2007) Scenario() sim.Scenario {
	s := sim.Scenario{
		Name:       m.String(),
		People:     orElse(m.People, 50),
		Dimensions: orElse(m.Dimensions, 30),
		Ticks:      orElse(m.Periods, 200),
		Reality:    sim.Additive{},
	}
	for i, c := range m.channels() {
		if m.tools()>>i&1 != 0 {
			c.Name = toolNames[i]
			s.Channels = append(s.Channels, c)
		}
	}
	if m.Turnover != 0 {
		s.Events = []sim.Event{sim.Turnover{Rate: m.Turnover}}
	}
	return s
}

// Validate returns an error where Tools holds a bit that is no tool, and the errors of the
// scenario's own Validate. It does not check the parameters of unused tools.
func (m KaneAlavi2007) Validate() error {
	if all := Tools(1)<<len(toolNames) - 1; m.Tools > all {
		return fmt.Errorf("models: KaneAlavi2007.Tools is %d, want a set of them, 0 to %d",
			uint8(m.Tools), uint8(all))
	}
	return m.Scenario().Validate()
}

func (m KaneAlavi2007) tools() Tools {
	if m.Tools == 0 {
		return Code
	}
	return m.Tools
}

// channels returns the channels of all tools, in the order of the tools.
func (m KaneAlavi2007) channels() []sim.Channel {
	group := marchCode(m.Learn, m.P2)
	rooms, communities, repository, email := group, group, group, group
	rooms.Structure = network.Isolated{Size: orElse(m.Team, 5)}
	communities.Structure = network.Communities{
		Team: orElse(m.Team, 5), Size: orElse(m.Community, 10), Alone: true,
	}
	repository.Objectify = fromBest{rate: m.Fast.or(.9)}
	email.Structure, email.Objectify, email.Simultaneous = network.Pairs{}, agents.Best{}, false
	return []sim.Channel{marchCode(m.P1, m.P2), email, repository, rooms, communities}
}

// String names the organization by its parameters.
func (m KaneAlavi2007) String() string {
	return fmt.Sprintf("kanealavi2007 %v p1=%v p2=%v learn=%v fast=%v turnover=%v people=%d "+
		"team=%d community=%d dimensions=%d periods=%d",
		m.tools(), m.P1.or(.5), m.P2.or(.5), m.Learn.or(.5), m.Fast.or(.9), m.Turnover,
		orElse(m.People, 50), orElse(m.Team, 5), orElse(m.Community, 10),
		orElse(m.Dimensions, 30), orElse(m.Periods, 200))
}

// fromBest is agents.Best, except that each dimension is taken over with probability rate.
type fromBest struct{ rate float64 }

// Objectify implements agents.Objectifier.
func (r fromBest) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	old := append(agents.Knowledge(nil), norm...)
	agents.Best{}.Objectify(u, said, norm)
	for i, w := range norm {
		norm[i] = old[i].Take(w, u.Coins(r.rate, w.Differs(old[i])))
	}
}

// Validate returns an error where the rate is outside 0 to 1.
func (r fromBest) Validate() error { return kernel.CheckRate("KaneAlavi2007.Fast", r.rate) }
