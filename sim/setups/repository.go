package setups

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// RepositoryChannel is the name of the channel of a Repository.
const RepositoryChannel = "repository"

// Repository is what is written down beside the units of an organization, for all to read: one unit
// more, in a channel of its own (practice.Repository). Everybody has one seat there. So with
// Conditions.Attention of 1, who reads in a tick does not meet.
//
// All write, by the rule by which they speak in their units, or curators alone do: the people of
// one community, or of one team where there is none. Who withholds (Culture.Withhold) keeps back
// what the entries do not say too. The repository makes entries, and people learn from them, by the
// rules and rates of the units. It has no calendar, no stages, no parents, no apprentices and no
// attendance: it is always open to be read, and about everything. Where people ask
// (practice.Shares), who asks instead of reading turns to one of the writers, as in a unit.
type Repository struct {
	On      bool    // there is a repository; without it the other fields do nothing
	Curated bool    // one community writes (sim.Curate); else everybody does
	Until   int     // the first tick in which nobody writes (0: never; see practice.Repository)
	Fade    float64 // rate at which entries are lost, 0 to 1
}

// AddTo adds the repository to a scenario whose first channel is that of the units. The scenario's
// own lists do not change. A repository that is not On adds nothing.
func (r Repository) AddTo(s *sim.Scenario) {
	if !r.On {
		return
	}
	units := s.Channels[0]
	s.Channels = append(slices.Clone(s.Channels), sim.Channel{
		Name:        RepositoryChannel,
		Structure:   network.Organization{},
		Externalize: units.Externalize,
		Objectify: practice.Repository{
			Of: ofUnits(units.Objectify), Until: r.Until, Fade: r.Fade,
		},
		Internalize: units.Internalize,
		Every:       units.Every,
	})
	ask(s, &s.Channels[len(s.Channels)-1], units)
	if w, _, ok := practice.WithholdIn(units.Externalize, nil); ok && w.Slope != 0 {
		s.Events = append(slices.Clone(s.Events), culture.Notice{Channel: RepositoryChannel})
	}
	if r.Curated {
		s.Events = append(slices.Clone(s.Events), sim.Curate{
			Channel: RepositoryChannel, By: units.Name,
		})
	}
}

// ask lets who asks in a repository turn to its writers.
func ask(s *sim.Scenario, c *sim.Channel, units sim.Channel) {
	if shares, ok := s.Activity.(practice.Shares); ok && shares.Ask > 0 {
		c.Ask, c.Load, c.Reuse = respondent(units.Ask), units.Load, units.Reuse
	}
}

// respondent is the rule by which people ask, without masters and leaders.
func respondent(ask agents.Asker) agents.Asker {
	if two, ok := ask.(practice.Askers); ok {
		return respondent(two.Then)
	}
	return ask
}

// ofUnits is the rule of units of people.
func ofUnits(rule agents.Objectifier) agents.Objectifier {
	if levels, ok := rule.(practice.Levels); ok {
		return levels.Of
	}
	return rule
}
