package setups

import (
	"errors"

	"orglearn/network"
	"orglearn/network/roster"
	"orglearn/sim"
)

// Real is a real organization that can be arranged in three ways: by its own ties, by its own
// organization chart, or by its own departments. The people are always the same.
type Real struct {
	On *Conditions // nil: Default(); People is always that of the roster
	// Roster must be an active one (roster.Roster.Active), in which everybody has a place in all
	// three arrangements.
	Roster *roster.Roster
	Span   int // direct reports of a manager, if the hierarchy is made up (0: 4)
}

var errNoRoster = errors.New("setups: Real.Roster is nil")

// Communities returns the organization of each person's own contacts. Each person has a unit: its
// voices are the people he listens to, and he alone is its audience. Its norm lasts, as the norm of
// a team does. A nil Roster and a roster without ties are errors.
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

// Hierarchy returns the organization of the chart: each manager sits in the team he leads and in
// his superior's. If the data hold no chart, it is made up as a balanced tree over the people in
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

// MadeUp reports whether the hierarchy is made up. If it is, say so wherever you show results. It
// panics if Roster is nil.
func (r Real) MadeUp() bool { return !r.Roster.HasChart() }

// Isolated returns the organization of the departments. If the data name none, they are the
// branches of the chart. A nil Roster and a roster without departments and chart are errors.
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

// scenario returns the organization with a name, and with the people of the roster in a structure.
func (r Real) scenario(name string, s network.Structure) sim.Scenario {
	c := under(r.On)
	c.People = r.Roster.People()
	return c.Scenario(name, s)
}
