package kinds

import (
	"errors"
	"fmt"
	"slices"

	"orglearn/sim"
	"orglearn/sim/setups"
)

// Part is a kind and values of its fields.
type Part struct {
	Kind   Kind
	Values Values
}

// Build returns the scenario of some parts. Exactly one of them is an organization or a model.
// Conditions and mechanisms are put before it, in their order; then a reality, rules, events and a
// control.
// Published models have their own conditions, so conditions and mechanisms do not go with them.
// Conditions that are not given are setups.Default.
func Build(parts ...Part) (sim.Scenario, error) {
	d := Draft{On: setups.Default()}
	number := 0
	for _, p := range parts {
		if p.Kind.Role == Organization || p.Kind.Role == Model {
			number++
		}
	}
	if number != 1 {
		return sim.Scenario{}, fmt.Errorf("%d organizations and models, want 1", number)
	}
	if isModel(parts) && slices.ContainsFunc(parts, ofSetups) {
		return sim.Scenario{}, errors.New("a published model has its own conditions, so " +
			"conditions and mechanisms do not go with it")
	}
	for _, role := range order() {
		for _, p := range parts {
			if p.Kind.Role != role {
				continue
			}
			if err := p.Kind.Put(p.Values, &d); err != nil {
				return sim.Scenario{}, err
			}
		}
	}
	return d.Scenario, nil
}

// order is the order in which roles are put.
func order() []Role {
	return slices.Concat([]Role{Conditions, Mechanism, Organization, Model, Reality}, Rules(),
		[]Role{Event, Control})
}

func isModel(parts []Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return p.Kind.Role == Model })
}

func ofSetups(p Part) bool { return p.Kind.Role == Conditions || p.Kind.Role == Mechanism }
