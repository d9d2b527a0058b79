package kinds

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// What returns or passes on a function is not inlined here and in build.go: each of two hundred
// kinds would have a copy of that function, and a page loads them.

// organization is a setup or a published model.
type organization interface{ Scenario() sim.Scenario }

// setup puts the scenario of a setup, after it is told the conditions.
//
//go:noinline
func setup(on **setups.Conditions, t organization) Put {
	return func(d *Draft) error {
		*on = &d.On
		d.Scenario = t.Scenario()
		return nil
	}
}

// modelOf puts the scenario of a published model, if its parameters are in their ranges.
//
//go:noinline
func modelOf(t organization) Put {
	return func(d *Draft) error {
		if v, ok := t.(agents.Validator); ok {
			if err := v.Validate(); err != nil {
				return err
			}
		}
		d.Scenario = t.Scenario()
		return nil
	}
}

// onGraph returns the kind of a model on a graph: with more fields, and then those of the graph.
//
//go:noinline
func onGraph(
	name, sentence string, first net, of func() (organization, *network.Generator, Fields),
) Kind {
	if first.Neighbours == 0 {
		first.Neighbours = 4
	}
	return New(Model, name, sentence, func() (Put, Fields) {
		n := first
		model, graph, fields := of()
		put := modelOf(model)
		return func(d *Draft) error {
			*graph = n.generator()
			return put(d)
		}, append(fields, netFields(&n)...)
	})
}

// onPractice changes what the theory adds to every setup.
type onPractice func(*setups.Practice)

// mechanism returns the kind of a part of setups.Practice.
//
//go:noinline
func mechanism(name, sentence string, of func() (onPractice, Fields)) Kind {
	return New(Mechanism, name, sentence, func() (Put, Fields) {
		set, fields := of()
		return func(d *Draft) error {
			set(&d.On.Practice)
			return nil
		}, fields
	})
}

// happening returns an event in a channel.
type happening func(channel string) sim.Event

// event returns the kind of an event in the first channel of the scenario. After its own fields it
// has those of sim.During.
//
//go:noinline
func event(name, sentence string, of func() (happening, Fields)) Kind {
	return New(Event, name, sentence, func() (Put, Fields) {
		in, fields := of()
		first, last := 0, sim.MaxTicks
		put := func(d *Draft) error {
			channel := ""
			if len(d.Scenario.Channels) > 0 {
				channel = d.Scenario.Channels[0].Name
			}
			e := in(channel)
			if first != 0 || last != sim.MaxTicks {
				e = sim.During{Event: e, First: first, Last: last}
			}
			d.Scenario.Events = append(slices.Clone(d.Scenario.Events), e)
			return nil
		}
		return put, append(fields,
			WholeOf("first", "tick", "before which it does not happen", 0, sim.MaxTicks,
				&first).Upto(200),
			WholeOf("last", "tick", "after which it does not happen", 0, sim.MaxTicks,
				&last).Upto(200))
	})
}

// onChannel changes a channel.
type onChannel func(*sim.Channel)

// rule returns the kind of a rule in the first channel. The rule is set in a copy of the channel.
//
//go:noinline
func rule(role Role, name, sentence string, of func() (onChannel, Fields)) Kind {
	return New(role, name, sentence, func() (Put, Fields) {
		set, fields := of()
		return func(d *Draft) error {
			if len(d.Scenario.Channels) == 0 {
				return fmt.Errorf("%s %s: the organization has no channel of beliefs", role, name)
			}
			d.Scenario.Channels = slices.Clone(d.Scenario.Channels)
			set(&d.Scenario.Channels[0])
			return nil
		}, fields
	})
}

// onScenario changes a scenario.
type onScenario func(*sim.Scenario)

// scenarioRule returns the kind of a rule of the scenario.
//
//go:noinline
func scenarioRule(role Role, name, sentence string, of func() (onScenario, Fields)) Kind {
	return New(role, name, sentence, func() (Put, Fields) {
		set, fields := of()
		return func(d *Draft) error {
			set(&d.Scenario)
			return nil
		}, fields
	})
}

// control returns the kind of a control, which takes the place of the scenario.
//
//go:noinline
func control(name, sentence string, of func(sim.Scenario) (sim.Scenario, error)) Kind {
	return New(Control, name, sentence, func() (Put, Fields) {
		return func(d *Draft) (err error) {
			d.Scenario, err = of(d.Scenario)
			return err
		}, nil
	})
}
