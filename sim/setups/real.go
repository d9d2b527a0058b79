package setups

import (
	"errors"

	"orglearn/network"
	"orglearn/sim"
)

// Real is a real organization, arranged in the three ways that are compared: by its own ties, by its own chart and by its own
// departments, always the same people.
type Real struct {
	On     *Conditions     // nil: Default(); People is the roster's in any case
	Roster *network.Roster // an active one (network.Roster.Active): everybody has a place in all arrangements
	Span   int             // of the hierarchy that is made up where the data hold none (0: 4)
}

var errNoRoster = errors.New("setups: Real.Roster is nil")

// Communities is the organization of each person's own contacts: those he listens to are the voices of a unit of which he is the whole
// audience, and whose norm lasts, as that of a team does.
func (r Real) Communities() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if r.Roster.Ties().EdgeCount() == 0 {
		return sim.Scenario{}, errors.New("setups: the organization has no ties to make communities of")
	}
	return r.scenario("communities", network.Circles{Of: network.Given{Network: r.Roster.Ties()}, Lasting: true}), nil
}

// Hierarchy is the organization of the chart: each manager sits in the team he leads and in his superior's. Where the data hold no
// chart it is made up, as a balanced tree over the people in their order: see MadeUp.
func (r Real) Hierarchy() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if r.MadeUp() {
		return r.scenario("hierarchy", network.Hierarchy{Span: orElse(r.Span, 4)}), nil
	}
	return r.scenario("hierarchy", network.ReportsTo{Superior: r.Roster.Superior()}), nil
}

// MadeUp reports whether the hierarchy is made up. Whatever shows results must say so.
func (r Real) MadeUp() bool { return !r.Roster.HasChart() }

// Isolated is the organization of the departments, or, where the data name none, of the chief's direct branches.
func (r Real) Isolated() (sim.Scenario, error) {
	if r.Roster == nil {
		return sim.Scenario{}, errNoRoster
	}
	if !r.Roster.HasDepartments() {
		return sim.Scenario{}, errors.New("setups: the organization has neither departments nor a chart to make isolated units of")
	}
	return r.scenario("isolated", network.Teams{Of: r.Roster.Department()}), nil
}

func (r Real) scenario(name string, s network.Structure) sim.Scenario {
	c := under(r.On)
	c.People = r.Roster.People()
	return c.Scenario(name, s)
}
