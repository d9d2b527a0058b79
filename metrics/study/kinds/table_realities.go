package kinds

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/signals"
)

// realities are what can be true.
func realities() Table {
	return Table{
		New(Reality, "additive", "Each dimension that is right pays one point.",
			func() (Put, Fields) {
				t := sim.Additive{}
				return func(d *Draft) error { d.Scenario.Reality = t; return nil }, Fields{
					WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
						sim.MaxDimensions, &t.Seen).Upto(64),
				}
			}),
		New(Reality, "blocks", "Dimensions pay in blocks, each only if it is wholly right.",
			func() (Put, Fields) {
				t := sim.Blocks{Size: 4, Seen: 16}
				return func(d *Draft) error { d.Scenario.Reality = t; return nil }, Fields{
					WholeOf("size", dimensions, "of a block", 1, sim.MaxDimensions,
						&t.Size).Upto(16),
					WholeOf("seen", dimensions,
						"on which others judge merit, whole blocks; 0 is all", 0, sim.MaxDimensions,
						&t.Seen).Upto(64),
				}
			}),
		New(Reality, "nk", "A rugged landscape (Kauffman 1993), in which everybody begins with "+
			"a whole solution; at most 24 dimensions.", func() (Put, Fields) {
			t := sim.NK{K: 5}
			put := func(d *Draft) error {
				d.Scenario.Reality = t
				if d.Scenario.Beliefs == nil {
					d.Scenario.Beliefs = agents.Mixed{}
				}
				return nil
			}
			return put, Fields{
				WholeOf("k", dimensions, "on which the payoff of each depends", 0, mostPartners,
					&t.K),
				ChoiceOf("partners", "which dimensions those are", &t.Partners, "adjacent", "drawn",
					"drawn-any"),
				WholeOf("decimals", "decimals", "of a contribution; 0 is about 6", 0, 6,
					&t.Decimals),
				WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
					sim.MaxLoci, &t.Seen),
			}
		}),
	}
}

// environment are the events that change reality and people.
func environment() Table {
	return Table{
		event("turnover", "People leave and are replaced.", func() (happening, Fields) {
			t := sim.Turnover{Rate: .01}
			return func(string) sim.Event { return t }, Fields{
				rateAt("rate", "that a person leaves, per tick", &t.Rate),
			}
		}),
		event("turbulence", "Reality changes.", func() (happening, Fields) {
			t := sim.Turbulence{Rate: .01}
			return func(string) sim.Event { return t }, Fields{
				rateAt("rate", "that reality changes in a dimension, per tick", &t.Rate),
			}
		}),
		event("endowment", "First beliefs are unequal among the members of a unit.",
			func() (happening, Fields) {
				t := sim.Endowment{Contrast: .5}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					NumberOf("contrast", share, "0 is equal", 0, 1, &t.Contrast),
				}
			}),
		event("tradition", "Norms are taken for granted from the start; with granted.",
			func() (happening, Fields) {
				t := sim.Tradition{Strength: 4}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					WholeOf("strength", "steps", "of the norms at the start", 0,
						practice.MostStrength, &t.Strength),
				}
			}),
		signal(),
		cultural("programme", "A programme changes a trait of everybody a little; with culture.",
			func(t *dose) (happening, Field) {
				return func(string) sim.Event {
					return culture.Programme{At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
						Miss: t.Miss}
				}, parts("miss", "of people whom it does not reach", &t.Miss)
			}),
		cultural("seeded", "A trait changes in whole units; with culture.",
			func(t *dose) (happening, Field) {
				t.Depth = 5
				return func(c string) sim.Event {
						return culture.Seeded{Channel: c, At: t.At, Trait: t.Trait, Dose: t.Dose,
							Up: t.Up, Depth: t.Depth}
					}, WholeOf("depth", "steps", "of each person at most", 0, practice.MostTrait,
						&t.Depth)
			}),
	}
}

func signal() Kind {
	return event("signals", "People get signals of what is true.", func() (happening, Fields) {
		t := signals.Signals{Each: 1, Right: .6}
		return func(string) sim.Event { return t }, Fields{
			NumberOf("each", "signals", "of a person per tick", 0, signals.MaxEach,
				&t.Each).Upto(10),
			rateAt("right", "that a signal is right", &t.Right),
			size("per", "of whom one gets signals; 0 is everybody", 0, &t.Per),
			every("stale", "by which the truth is old", 0, sim.MaxTicks, &t.Stale),
			WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
				practice.MaxStages, &t.Work.Domains).Upto(16),
		}
	})
}

// dose is a change of a trait.
type dose struct {
	At, Dose, Miss, Depth int
	Trait                 practice.Trait
	Up                    bool
}

// cultural is event for a change of a trait.
func cultural(name, sentence string, of func(*dose) (happening, Field)) Kind {
	return event(name, sentence, func() (happening, Fields) {
		t := dose{Dose: 200}
		in, field := of(&t)
		return in, Fields{
			at(&t.At),
			ChoiceOf("trait", "that changes", &t.Trait, "individualism", "competition",
				"short-termism"),
			WholeOf("dose", "person-steps", "of change", 0, culture.MaxDose, &t.Dose).Upto(2000),
			SwitchOf("up", "towards more of it", &t.Up),
			field,
		}
	})
}
