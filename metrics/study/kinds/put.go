package kinds

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// scenarioOf puts the scenario of an organization.
func scenarioOf[T interface{ Scenario() sim.Scenario }](t T, d *Draft) error {
	d.Scenario = t.Scenario()
	return nil
}

// modelOf puts the scenario of a published model, if its parameters are in their ranges.
func modelOf[T interface{ Scenario() sim.Scenario }](t T, d *Draft) error {
	if v, ok := any(t).(agents.Validator); ok {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	return scenarioOf(t, d)
}

// on is a model whose people are on a graph that a kind names.
type on[M interface{ Scenario() sim.Scenario }] struct {
	Model M
	Net   net
	set   func(*M, network.Generator)
}

// Scenario returns the organization of the model on the graph.
func (o on[M]) Scenario() sim.Scenario { return o.model().Scenario() }

// Validate asks the model, if that can say.
func (o on[M]) Validate() error {
	if v, ok := any(o.model()).(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}

func (o on[M]) model() M {
	o.set(&o.Model, o.Net.generator())
	return o.Model
}

// onGraph returns the kind of a model on a graph: with more fields, and then those of the graph.
func onGraph[M interface{ Scenario() sim.Scenario }](
	name, sentence string, base M, first net, set func(*M, network.Generator),
	fields ...FieldOf[on[M]],
) Kind {
	if first.Neighbours == 0 {
		first.Neighbours = 4
	}
	return New(Model, name, sentence, on[M]{base, first, set}, modelOf[on[M]],
		append(fields, netFields(func(t *on[M]) *net { return &t.Net })...)...)
}

// mechanism returns the kind of a part of setups.Practice.
func mechanism[T any](
	name, sentence string, base T, put func(*setups.Practice, T), fields ...FieldOf[T],
) Kind {
	return New(Mechanism, name, sentence, base, func(t T, d *Draft) error {
		put(&d.On.Practice, t)
		return nil
	}, fields...)
}

// timed are the parameters of an event, and the ticks at which it may happen.
type timed[T any] struct {
	Of          T
	First, Last int
}

// lifted is a field of an event as one of the timed event.
func lifted[T any](f FieldOf[T]) FieldOf[timed[T]] {
	return FieldOf[timed[T]]{Field: f.Field,
		other: func(t *timed[T]) place { return f.in(&t.Of) }}
}

// event returns the kind of an event in the first channel of the scenario. After its own fields it
// has those of sim.During.
func event[T any](
	name, sentence string, base T, in func(T, string) sim.Event, fields ...FieldOf[T],
) Kind {
	type E = timed[T]
	var all []FieldOf[E]
	for _, f := range fields {
		all = append(all, lifted(f))
	}
	all = append(all,
		WholeOf("first", "tick", "before which it does not happen", 0, sim.MaxTicks,
			func(t *E) *int { return &t.First }).Upto(200),
		WholeOf("last", "tick", "after which it does not happen", 0, sim.MaxTicks,
			func(t *E) *int { return &t.Last }).Upto(200))
	return New(Event, name, sentence, E{base, 0, sim.MaxTicks}, func(t E, d *Draft) error {
		channel := ""
		if len(d.Scenario.Channels) > 0 {
			channel = d.Scenario.Channels[0].Name
		}
		e := in(t.Of, channel)
		if t.First != 0 || t.Last != sim.MaxTicks {
			e = sim.During{Event: e, First: t.First, Last: t.Last}
		}
		d.Scenario.Events = append(slices.Clone(d.Scenario.Events), e)
		return nil
	}, all...)
}

// rule returns the kind of a rule in the first channel. set is given a copy of the channel.
func rule[T any](
	role Role, name, sentence string, base T, set func(*sim.Channel, T), fields ...FieldOf[T],
) Kind {
	return New(role, name, sentence, base, func(t T, d *Draft) error {
		if len(d.Scenario.Channels) == 0 {
			return fmt.Errorf("%s %s: the organization has no channel of beliefs", role, name)
		}
		d.Scenario.Channels = slices.Clone(d.Scenario.Channels)
		set(&d.Scenario.Channels[0], t)
		return nil
	}, fields...)
}

// scenarioRule returns the kind of a rule of the scenario.
func scenarioRule[T any](
	role Role, name, sentence string, base T, set func(*sim.Scenario, T), fields ...FieldOf[T],
) Kind {
	return New(role, name, sentence, base, func(t T, d *Draft) error {
		set(&d.Scenario, t)
		return nil
	}, fields...)
}

// control returns the kind of a control, which takes the place of the scenario.
func control(name, sentence string, of func(sim.Scenario) (sim.Scenario, error)) Kind {
	return New(Control, name, sentence, struct{}{}, func(_ struct{}, d *Draft) (err error) {
		d.Scenario, err = of(d.Scenario)
		return err
	})
}
