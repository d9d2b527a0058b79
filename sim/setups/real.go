package setups

import (
	"errors"

	"orglearn/network"
	"orglearn/network/roster"
	"orglearn/sim"
)

// Real is a real organization, arranged in the three ways that are compared: by its own ties, by
// its own chart and by its own departments. The people are always the same.
type Real struct {
	On *Conditions // nil: Default(); People is the roster's in any case
	// Roster is an active one (roster.Roster.Active): everybody has a place in all arrangements.
	Roster *roster.Roster
	Span   int // direct reports of a manager, where the hierarchy is made up; 0: 4
}

var errNoRoster = errors.New("setups: Real.Roster is nil")

// Communities is the organization of each person's own contacts. Those he listens to are the voices
// of a unit of which he is the whole audience. Its norm lasts, as that of a team does. A nil Roster
// and a roster without ties are errors.
func (r Real) Communities() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if r.Roster.Graph().EdgeCount() == 0 {
		return sim.Scenario{}, errors.New(
			"setups: the organization has no ties to make communities of")
	}
	ties := network.Given{Network: r.Roster.Graph()}
	return r.scenario("communities", network.Circles{Of: ties, Lasting: true}), nil
}

// Hierarchy is the organization of the chart: each manager sits in the team he leads and in his
// superior's. Where the data hold no chart it is made up, as a balanced tree over the people in
// their order: see MadeUp. A nil Roster is an error.
func (r Real) Hierarchy() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if r.MadeUp() {
		return r.scenario("hierarchy", network.Hierarchy{Span: orElse(r.Span, 4)}), nil
	}
	return r.scenario("hierarchy", network.ReportsTo{Superior: r.Roster.Superior()}), nil
}

// MadeUp reports whether the hierarchy is made up. Whatever shows results must say so. It panics if
// Roster is nil.
func (r Real) MadeUp() bool { return !r.Roster.HasChart() }

// Isolated is the organization of the departments. Where the data name none, they are the branches
// of the chart. A nil Roster and a roster without departments and chart are errors.
func (r Real) Isolated() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if !r.Roster.HasDepartments() {
		return sim.Scenario{}, errors.New("setups: the organization has neither departments " +
			"nor a chart to make isolated units of")
	}
	return r.scenario("isolated", network.Teams{Of: r.Roster.Department()}), nil
}

// scenario is the organization of a name, with the people of the roster in a structure.
func (r Real) scenario(name string, s network.Structure) sim.Scenario {
	c := under(r.On)
	c.People = r.Roster.People()
	return c.Scenario(name, s)
}
