package kinds

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/signals"
)

// realities are what can be true.
func realities() Table {
	seen := func(at func(*sim.NK) *int) FieldOf[sim.NK] {
		return WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
			sim.MaxLoci, at)
	}
	return Table{
		New(Reality, "additive", "Each dimension that is right pays one point.", sim.Additive{},
			func(t sim.Additive, d *Draft) error { d.Scenario.Reality = t; return nil },
			WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
				sim.MaxDimensions, func(t *sim.Additive) *int { return &t.Seen }).Upto(64)),
		New(Reality, "blocks", "Dimensions pay in blocks, each only if it is wholly right.",
			sim.Blocks{Size: 4, Seen: 16},
			func(t sim.Blocks, d *Draft) error { d.Scenario.Reality = t; return nil },
			WholeOf("size", dimensions, "of a block", 1, sim.MaxDimensions,
				func(t *sim.Blocks) *int { return &t.Size }).Upto(16),
			WholeOf("seen", dimensions, "on which others judge merit, whole blocks; 0 is all", 0,
				sim.MaxDimensions, func(t *sim.Blocks) *int { return &t.Seen }).Upto(64)),
		New(Reality, "nk", "A rugged landscape (Kauffman 1993), in which everybody begins with a "+
			"whole solution; at most 24 dimensions.", sim.NK{K: 5},
			func(t sim.NK, d *Draft) error {
				d.Scenario.Reality = t
				if d.Scenario.Beliefs == nil {
					d.Scenario.Beliefs = agents.Mixed{}
				}
				return nil
			},
			WholeOf("k", dimensions, "on which the payoff of each depends", 0, mostPartners,
				func(t *sim.NK) *int { return &t.K }),
			ChoiceOf("partners", "which dimensions those are",
				func(t *sim.NK) *sim.Partners { return &t.Partners },
				"adjacent", "drawn", "drawn-any"),
			WholeOf("decimals", "decimals", "of a contribution; 0 is about 6", 0, 6,
				func(t *sim.NK) *int { return &t.Decimals }),
			seen(func(t *sim.NK) *int { return &t.Seen })),
	}
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

// at is WholeOf for the tick of an event.
func at[T any](of func(*T) *int) FieldOf[T] {
	return WholeOf("at", "tick", "at which it happens", 0, sim.MaxTicks, of).Upto(200)
}

// environment are the events that change reality and people.
func environment() Table {
	return Table{
		event("turnover", "People leave and are replaced.", sim.Turnover{Rate: .01},
			func(t sim.Turnover, _ string) sim.Event { return t },
			rateAt("rate", "that a person leaves, per tick",
				func(t *sim.Turnover) *float64 { return &t.Rate })),
		event("turbulence", "Reality changes.", sim.Turbulence{Rate: .01},
			func(t sim.Turbulence, _ string) sim.Event { return t },
			rateAt("rate", "that reality changes in a dimension, per tick",
				func(t *sim.Turbulence) *float64 { return &t.Rate })),
		event("endowment", "First beliefs are unequal among the members of a unit.",
			sim.Endowment{Contrast: .5}, func(t sim.Endowment, c string) sim.Event {
				t.Channel = c
				return t
			},
			NumberOf("contrast", share, "0 is equal", 0, 1,
				func(t *sim.Endowment) *float64 { return &t.Contrast })),
		event("tradition", "Norms are taken for granted from the start; with granted.",
			sim.Tradition{Strength: 4}, func(t sim.Tradition, c string) sim.Event {
				t.Channel = c
				return t
			},
			WholeOf("strength", "steps", "of the norms at the start", 0, practice.MostStrength,
				func(t *sim.Tradition) *int { return &t.Strength })),
		signal(),
		cultural("programme", "A programme changes a trait of everybody a little; with culture.",
			dose{Dose: 200}, func(t dose, _ string) sim.Event {
				return culture.Programme{At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
					Miss: t.Miss}
			}, parts("miss", "of people whom it does not reach",
				func(t *dose) *int { return &t.Miss })),
		cultural("seeded", "A trait changes in whole units; with culture.",
			dose{Dose: 200, Depth: 5}, func(t dose, c string) sim.Event {
				return culture.Seeded{Channel: c, At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
					Depth: t.Depth}
			}, WholeOf("depth", "steps", "of each person at most", 0, practice.MostTrait,
				func(t *dose) *int { return &t.Depth })),
	}
}

func signal() Kind {
	type T = signals.Signals
	return event("signals", "People get signals of what is true.", T{Each: 1, Right: .6},
		func(t T, _ string) sim.Event { return t },
		NumberOf("each", "signals", "of a person per tick", 0, signals.MaxEach,
			func(t *T) *float64 { return &t.Each }).Upto(10),
		rateAt("right", "that a signal is right", func(t *T) *float64 { return &t.Right }),
		size("per", "of whom one gets signals; 0 is everybody", 0,
			func(t *T) *int { return &t.Per }),
		every("stale", "by which the truth is old", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Stale }),
		WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
			practice.MaxStages, func(t *T) *int { return &t.Work.Domains }).Upto(16))
}

// dose is a change of a trait.
type dose struct {
	At, Dose, Miss, Depth int
	Trait                 practice.Trait
	Up                    bool
}

// cultural is event for a change of a trait.
func cultural(
	name, sentence string, base dose, in func(dose, string) sim.Event, field FieldOf[dose],
) Kind {
	return event(name, sentence, base, in, at(func(t *dose) *int { return &t.At }),
		ChoiceOf("trait", "that changes", func(t *dose) *practice.Trait { return &t.Trait },
			"individualism", "competition", "short-termism"),
		WholeOf("dose", "person-steps", "of change", 0, culture.MaxDose,
			func(t *dose) *int { return &t.Dose }).Upto(2000),
		SwitchOf("up", "towards more of it", func(t *dose) *bool { return &t.Up }), field)
}
