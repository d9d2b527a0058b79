package setups

import (
	"errors"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Real is a real organization that can be arranged in three ways: by its own ties, by its own
// organization chart, or by its own departments. The people are always the same.
type Real struct {
	On *Conditions // nil: Default(); People is always that of the roster
	// Roster must be an active one (roster.Roster.Active), in which everybody has a place in all
	// three arrangements.
	Roster Roster
	Span   int // direct reports of a manager, if the hierarchy is made up (0: 4)
}

// Roster is what Real asks of a real organization. A roster.Roster is one, and says what each
// method returns. It is an interface so that programs without files do not link their readers.
type Roster interface {
	People() int
	Graph() *network.Graph
	HasChart() bool
	Superior() []int32
	SecondLine() []int32
	Teams() [][]int32
	HasDepartments() bool
	Department() []int
}

var errNoRoster = errors.New("setups: Real.Roster is nil")

// isEmpty reports whether there is no roster, or one of nobody, as a nil pointer to one is.
func (r Real) isEmpty() bool { return r.Roster == nil || r.Roster.People() == 0 }

// Communities returns the organization of each person's own contacts. Each person has a unit: its
// voices are the people he listens to, and he alone is its audience. Its norm lasts, as the norm of
// a team does. A nil Roster and a roster without ties are errors.
func (r Real) Communities() (sim.Scenario, error) {
	if r.isEmpty() {
		return sim.Scenario{}, errNoRoster
	}
	if r.Roster.Graph().EdgeCount() == 0 {
		return sim.Scenario{}, errors.New(
			"setups: the organization has no ties to make communities of")
	}
	ties := network.Given{Network: r.Roster.Graph()}
	return r.scenario("communities", network.Circles{Of: ties, Lasting: true}), nil
}

// Hierarchy returns the organization of the chart: each manager sits in the team he leads and in
// his superior's. If the data hold no chart, it is made up as a balanced tree over the people in
// their order: see MadeUp. A nil Roster is an error.
func (r Real) Hierarchy() (sim.Scenario, error) {
	if r.isEmpty() {
		return sim.Scenario{}, errNoRoster
	}
	if r.MadeUp() {
		return r.scenario("hierarchy", network.Hierarchy{Span: orElse(r.Span, 4)}), nil
	}
	return r.scenario("hierarchy", network.ReportsTo{Superior: r.Roster.Superior()}), nil
}

// MadeUp reports whether the hierarchy is made up. If it is, say so wherever you show results. It
// panics if Roster is nil.
func (r Real) MadeUp() bool { return !r.Roster.HasChart() }

// Matrix is the organization of the chart and of its second line (roster.Roster.SecondLine): each
// manager of either line sits in the team that he leads there. A nil Roster and a roster without a
// second line are errors.
func (r Real) Matrix() (sim.Scenario, error) {
	if r.isEmpty() {
		return sim.Scenario{}, errNoRoster
	}
	second := r.Roster.SecondLine()
	if !slices.ContainsFunc(second, func(s int32) bool { return s >= 0 }) {
		return sim.Scenario{}, errors.New("setups: the organization has no second line")
	}
	units := append(leaderTeams(r.Roster.Superior(), true), leaderTeams(second, false)...)
	return r.scenario("matrix", network.Explicit{Units: units}), nil
}

// leaderTeams are the teams of a line, of each leader and his reports. A chief without reports is a
// unit alone if alone is true.
func leaderTeams(superior []int32, alone bool) []network.Membership {
	reports := make([][]network.Voice, len(superior))
	for p, s := range superior {
		if s >= 0 {
			reports[s] = append(reports[s], network.Voice{Person: int32(p), Weight: 1})
		}
	}
	var units []network.Membership
	for p, under := range reports {
		if len(under) > 0 || alone && superior[p] < 0 {
			leader := network.Voice{Person: int32(p), Rank: network.Leader, Weight: 1}
			units = append(units, network.Membership{
				Voices: append([]network.Voice{leader}, under...)})
		}
	}
	return units
}

// Isolated is the organization of the teams that a file names, in which a person may be in several,
// or else of the departments. Where the data name neither, they are the branches of the chart. A
// nil Roster and a roster without teams, departments and chart are errors.
func (r Real) Isolated() (sim.Scenario, error) {
	if r.isEmpty() {
		return sim.Scenario{}, errNoRoster
	}
	if teams := r.Roster.Teams(); len(teams) > 0 {
		return r.scenario("isolated", network.Explicit{Units: teamUnits(teams)}), nil
	}
	if !r.Roster.HasDepartments() {
		return sim.Scenario{}, errors.New("setups: the organization has neither departments " +
			"nor a chart to make isolated units of")
	}
	return r.scenario("isolated", network.Teams{Of: r.Roster.Department()}), nil
}

// teamUnits are units of the people of each team.
func teamUnits(teams [][]int32) []network.Membership {
	units := make([]network.Membership, len(teams))
	for i, team := range teams {
		for _, p := range team {
			units[i].Voices = append(units[i].Voices, network.Voice{Person: p, Weight: 1})
		}
	}
	return units
}

// scenario is the organization of a name, with the people of the roster in a structure.
func (r Real) scenario(name string, s network.Structure) sim.Scenario {
	c := under(r.On)
	c.People = r.Roster.People()
	return c.Scenario(name, s)
}
