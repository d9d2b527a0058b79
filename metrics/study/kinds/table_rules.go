package kinds

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

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

// only is the field of a rule that has one probability.
func only[T any](sentence string, at func(*T) *float64) FieldOf[T] {
	return rateAt("rate", sentence, at)
}

// speaking are the rules of first beliefs, of what people learn alone, and of what they say.
func speaking() Table {
	return append(beginning(),
		rule(Externalize, "say", "People say what they believe.", agents.Say{Rate: 1},
			func(c *sim.Channel, t agents.Say) { c.Externalize = t },
			only("that a belief is said", func(t *agents.Say) *float64 { return &t.Rate })),
		rule(Externalize, "act", "People do what they believe, and guess where they believe "+
			"nothing (March 1991).", agents.Act{},
			func(c *sim.Channel, t agents.Act) { c.Externalize = t }),
		rule(Externalize, "withhold", "Individualists hide what sets them apart; with culture.",
			practice.Withhold{Rate: 1, Slope: 1},
			func(c *sim.Channel, t practice.Withhold) { c.Externalize = t },
			only("that a belief is said", func(t *practice.Withhold) *float64 { return &t.Rate }),
			slopeOf("slope", "of keeping back, by individualism",
				func(t *practice.Withhold) *float64 { return &t.Slope })),
		rule(Externalize, "pass-on", "People may pass on the claim of another, beside their rule.",
			practice.PassOn{}, func(c *sim.Channel, t practice.PassOn) {
				c.Externalize = practice.PassOn{Of: c.Externalize}
			}),
		rule(Relay, "visibility", "How much of a norm other units see; with nested.",
			practice.Visibility{HideUp: .5}, func(c *sim.Channel, t practice.Visibility) {
				c.Relay = t
			},
			rateAt("hide-up", "that a dimension is hidden from the parent",
				func(t *practice.Visibility) *float64 { return &t.HideUp }),
			rateAt("hide-down", "that a dimension of the top is hidden from below",
				func(t *practice.Visibility) *float64 { return &t.HideDown })),
		rule(Relay, "goals", "A parent passes down its goals only; with nested.",
			practice.Goals{Share: .5}, func(c *sim.Channel, t practice.Goals) {
				t.Of = c.Relay
				c.Relay = t
			}, NumberOf("share", share, "of the dimensions that are goals", 0, 1,
				func(t *practice.Goals) *float64 { return &t.Share })),
	)
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

// specialist is practice.Specialist without the rule that it holds.
type specialist struct{ Work practice.Work }

// beginning are the rules of first beliefs and of what people learn alone.
func beginning() Table {
	return Table{
		scenarioRule(Beliefs, "mixed", "First beliefs are drawn.", agents.Mixed{Unknown: 1. / 3},
			func(s *sim.Scenario, t agents.Mixed) { s.Beliefs = t },
			rateAt("unknown", "that a person has no belief",
				func(t *agents.Mixed) *float64 { return &t.Unknown })),
		scenarioRule(Beliefs, "traits", "First beliefs are features, each with one of some "+
			"values; they fill the dimensions.", agents.Traits{Features: 16, Values: 16},
			func(s *sim.Scenario, t agents.Traits) { s.Beliefs = t },
			WholeOf("features", "features", "of a person", 1, sim.MaxDimensions,
				func(t *agents.Traits) *int { return &t.Features }).Upto(64),
			WholeOf("values", "values", "that a feature can have", 1, agents.MaxTraits,
				func(t *agents.Traits) *int { return &t.Values }).Upto(64)),
		scenarioRule(Beliefs, "specialist", "People begin with beliefs about their own work only.",
			specialist{practice.Work{Domains: 4, Group: 5}},
			func(s *sim.Scenario, t specialist) {
				s.Beliefs = practice.Specialist{Of: agents.Mixed{Unknown: 1. / 3}, Work: t.Work}
			},
			WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
				practice.MaxStages, func(t *specialist) *int { return &t.Work.Domains }).Upto(16),
			size("group", "in a group of the same work; 0 is 1", 0,
				func(t *specialist) *int { return &t.Work.Group }),
			WholeOf("block", dimensions, "that no border between domains cuts; 0 is 1", 0,
				sim.MaxDimensions, func(t *specialist) *int { return &t.Work.Block }).Upto(16)),
		scenarioRule(Experience, "flip", "People try a change alone, and keep it if it pays.",
			agents.Flip{}, func(s *sim.Scenario, t agents.Flip) { s.Experience = t },
			SwitchOf("idle", "only where one took nothing over from others",
				func(t *agents.Flip) *bool { return &t.Idle })),
		scenarioRule(Experience, "flip-within", "People try a change alone, within what their "+
			"units are about.", agents.Flip{}, func(s *sim.Scenario, t agents.Flip) {
			s.Experience = practice.Within{Of: t}
		}, SwitchOf("idle", "only where one took nothing over from others",
			func(t *agents.Flip) *bool { return &t.Idle })),
	}
}

// learning are the rules of how people learn a norm, who takes part, and when.
func learning() Table {
	return Table{
		rule(Internalize, "absorb", "A person takes over a norm.", agents.Absorb{Rate: .1},
			func(c *sim.Channel, t agents.Absorb) { c.Internalize = t },
			only("per dimension", func(t *agents.Absorb) *float64 { return &t.Rate })),
		rule(Internalize, "gradual", "A person moves a step towards a norm.",
			agents.Gradual{Rate: .1}, func(c *sim.Channel, t agents.Gradual) { c.Internalize = t },
			only("per dimension", func(t *agents.Gradual) *float64 { return &t.Rate })),
		rule(Internalize, "fill", "A person takes over a norm where he believes nothing.",
			agents.Fill{Rate: .1}, func(c *sim.Channel, t agents.Fill) { c.Internalize = t },
			only("per dimension", func(t *agents.Fill) *float64 { return &t.Rate })),
		rule(Internalize, "interact", "A person takes over one feature, the more so the more he "+
			"agrees (Axelrod 1997).", agents.Interact{Size: 4},
			func(c *sim.Channel, t agents.Interact) { c.Internalize = t },
			WholeOf("size", dimensions, "of a feature", 1, sim.MaxDimensions,
				func(t *agents.Interact) *int { return &t.Size }).Upto(16)),
		rule(Internalize, "take", "What is taken for granted is learned more readily, or less.",
			practice.Take{Rate: .1, Pull: 1},
			func(c *sim.Channel, t practice.Take) { c.Internalize = t },
			only("per dimension", func(t *practice.Take) *float64 { return &t.Rate }),
			SwitchOf("gradual", "a person moves a step", func(t *practice.Take) *bool {
				return &t.Gradual
			}),
			NumberOf("pull", slope, "by the strength of the norm", -1, practice.MaxPull,
				func(t *practice.Take) *float64 { return &t.Pull }).Upto(5)),
		rule(Internalize, "narrow", "Who sees rivals listens less to contradiction; with culture.",
			practice.Narrow{Rate: .1, Slope: 1},
			func(c *sim.Channel, t practice.Narrow) { c.Internalize = t },
			only("per dimension", func(t *practice.Narrow) *float64 { return &t.Rate }),
			slopeOf("slope", "of not listening, by competition",
				func(t *practice.Narrow) *float64 { return &t.Slope })),
		rule(Participate, "floor", "Only those who have the floor are heard; for animate.",
			practice.Floor{}, func(c *sim.Channel, t practice.Floor) {
				c.Participate = practice.Floor{Of: c.Participate}
			}),
		rule(Participate, "tally", "Units count their meetings without gain.", practice.Tally{},
			func(c *sim.Channel, t practice.Tally) {
				t.Of = c.Participate
				c.Participate = t
			}, WholeOf("cost", "points", "that a meeting must gain", 0, 1<<30,
				func(t *practice.Tally) *int { return &t.Cost }).Upto(100)),
		rule(Agenda, "allotment", "Units meet in the ticks that they are given; for sponsor.",
			practice.Allotment{Every: 8}, func(c *sim.Channel, t practice.Allotment) {
				t.Of = c.Agenda
				c.Agenda = t
			}, WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
				practice.MaxPeriod, func(t *practice.Allotment) *int { return &t.Every })),
		domain(), timing(),
	}
}

func domain() Kind {
	type T = practice.Domain
	return rule(Agenda, "domain", "Units may have a domain that they talk about.",
		T{Topics: 8, Incidental: 2}, func(c *sim.Channel, t T) { c.Agenda = t },
		WholeOf("topics", "topics", "into which the dimensions are divided", 0,
			practice.MaxTopics, func(t *T) *int { return &t.Topics }),
		parts("incidental", "of talk outside the domain",
			func(t *T) *int { return &t.Incidental }),
		WholeOf("block", dimensions, "of a piece; 0 is 1", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Block }).Upto(16))
}

func timing() Kind {
	type T = sim.Channel
	return rule(Timing, "timing", "When units objectify, and how many voices they hear.",
		T{Every: 1}, func(c *sim.Channel, t T) {
			c.Every, c.Heed, c.Simultaneous, c.ByClaims = t.Every, t.Heed, t.Simultaneous,
				t.ByClaims
		},
		every("every", "from one objectification to the next", 1, math.MaxInt32,
			func(t *T) *int { return &t.Every }),
		WholeOf("heed", "voices", "counted per unit and tick; 0 is all", 0, math.MaxInt32,
			func(t *T) *int { return &t.Heed }).Upto(20),
		SwitchOf("simultaneous", "people learn before units objectify",
			func(t *T) *bool { return &t.Simultaneous }),
		SwitchOf("by-claims", "standing is by what is said",
			func(t *T) *bool { return &t.ByClaims }))
}
