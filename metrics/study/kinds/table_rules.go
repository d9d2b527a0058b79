package kinds

import (
	"math"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// The rules in this file each take the place of the rule of their role.

// speaking are the rules of first beliefs, of what people learn alone, and of what they say.
func speaking() Table {
	return append(beginning(),
		rule(Externalize, "say", "People say what they believe.", func() (onChannel, Fields) {
			t := agents.Say{Rate: 1}
			return func(c *sim.Channel) { c.Externalize = t }, Fields{
				only("that a belief is said", &t.Rate),
			}
		}),
		rule(Externalize, "act",
			"People do what they believe, and guess where they believe nothing (March 1991).",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Externalize = agents.Act{} }, nil
			}),
		rule(Externalize, "withhold", "Individualists hide what sets them apart; with culture.",
			func() (onChannel, Fields) {
				t := practice.Withhold{Rate: 1, Slope: 1}
				return func(c *sim.Channel) { c.Externalize = t }, Fields{
					only("that a belief is said", &t.Rate),
					slopeOf("slope", "of keeping back, by individualism", &t.Slope),
				}
			}),
		rule(Externalize, "pass-on", "People may pass on the claim of another, beside their rule.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Externalize = practice.PassOn{Of: c.Externalize} },
					nil
			}),
		rule(Relay, "visibility", "How much of a norm other units see; with nested.",
			func() (onChannel, Fields) {
				t := practice.Visibility{HideUp: .5}
				return func(c *sim.Channel) { c.Relay = t }, Fields{
					rateAt("hide-up", "that a dimension is hidden from the parent", &t.HideUp),
					rateAt("hide-down", "that a dimension of the top is hidden from below",
						&t.HideDown),
				}
			}),
		rule(Relay, "goals", "A parent passes down its goals only; with nested.",
			func() (onChannel, Fields) {
				t := practice.Goals{Share: .5}
				put := func(c *sim.Channel) {
					t.Of = c.Relay
					c.Relay = t
				}
				return put, Fields{
					NumberOf("share", share, "of the dimensions that are goals", 0, 1, &t.Share),
				}
			}),
	)
}

// beginning are the rules of first beliefs and of what people learn alone.
func beginning() Table {
	return Table{
		scenarioRule(Beliefs, "mixed", "First beliefs are drawn.", func() (onScenario, Fields) {
			t := agents.Mixed{Unknown: 1. / 3}
			return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
				rateAt("unknown", "that a person has no belief", &t.Unknown),
			}
		}),
		scenarioRule(Beliefs, "traits",
			"First beliefs are features, each with one of some values; they fill the dimensions.",
			func() (onScenario, Fields) {
				t := agents.Traits{Features: 16, Values: 16}
				return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
					WholeOf("features", "features", "of a person", 1, sim.MaxDimensions,
						&t.Features).Upto(64),
					WholeOf("values", "values", "that a feature can have", 1, agents.MaxTraits,
						&t.Values).Upto(64),
				}
			}),
		scenarioRule(Beliefs, "specialist", "People begin with beliefs about their own work only.",
			func() (onScenario, Fields) {
				t := practice.Specialist{Of: agents.Mixed{Unknown: 1. / 3},
					Work: practice.Work{Domains: 4, Group: 5}}
				return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
					WholeOf("domains", "domains", "of work; 0 is that all work on everything",
						0, practice.MaxStages, &t.Work.Domains).Upto(16),
					size("group", "in a group of the same work; 0 is 1", 0, &t.Work.Group),
					WholeOf("block", dimensions, "that no border between domains cuts; 0 is 1",
						0, sim.MaxDimensions, &t.Work.Block).Upto(16),
				}
			}),
		scenarioRule(Experience, "flip", "People try a change alone, and keep it if it pays.",
			func() (onScenario, Fields) {
				t := agents.Flip{}
				return func(s *sim.Scenario) { s.Experience = t }, Fields{
					SwitchOf("idle", "only where one took nothing over from others", &t.Idle),
				}
			}),
		scenarioRule(Experience, "flip-within",
			"People try a change alone, within what their units are about.",
			func() (onScenario, Fields) {
				t := agents.Flip{}
				return func(s *sim.Scenario) { s.Experience = practice.Within{Of: t} }, Fields{
					SwitchOf("idle", "only where one took nothing over from others", &t.Idle),
				}
			}),
	}
}

// deciding are the rules of what becomes the norm of a unit.
func deciding() Table {
	return Table{
		rule(Objectify, "superior", "Those who stand above the unit vote (March 1991).",
			func() (onChannel, Fields) {
				t := agents.Superior{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					SwitchOf("per-vote", "each vote counts by itself", &t.PerVote),
				}
			}),
		rule(Objectify, "majority", "All vote.", func() (onChannel, Fields) {
			t := agents.Majority{Rate: .5}
			return func(c *sim.Channel) { c.Objectify = t }, Fields{
				only("that the vote becomes the norm", &t.Rate),
			}
		}),
		rule(Objectify, "weighed", "Those who stand above the unit vote, by the weights of ties.",
			func() (onChannel, Fields) {
				t := practice.Weighed{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
				}
			}),
		rule(Objectify, "best", "The best voice decides.", func() (onChannel, Fields) {
			return func(c *sim.Channel) { c.Objectify = agents.Best{} }, nil
		}),
		rule(Objectify, "conformity", "The claim that most share decides.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Objectify = agents.Conformity{} }, nil
			}),
		rule(Objectify, "consensus", "What is agreed for some time becomes the norm.",
			func() (onChannel, Fields) {
				t := agents.Consensus{Share: .75, Ticks: 3}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					NumberOf("share", share, "of those who speak that must agree", .5+1./1024, 1,
						&t.Share),
					every("ticks", "that agreement must last", 1, agents.MaxTicks, &t.Ticks),
				}
			}),
		rule(Objectify, "threshold", "Enough who say yes make a norm of it.",
			func() (onChannel, Fields) {
				t := agents.Threshold{Count: 2}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					WholeOf("count", people, "who must say yes", 0, math.MaxInt32,
						&t.Count).Upto(20),
					NumberOf("share", share, "of the voices who must say yes", 0, 1, &t.Share),
				}
			}),
	}
}

// leading are the rules of deciding in which somebody counts more than others, and those that are
// beside another rule.
func leading() Table {
	return Table{
		rule(Objectify, "authority", "Those above the unit vote; the leader's vote counts more.",
			func() (onChannel, Fields) {
				t := agents.Authority{Rate: .5, Weight: 3}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					WholeOf("weight", "votes", "of the leader", 0, agents.MaxWeight,
						&t.Weight).Upto(10),
				}
			}),
		rule(Objectify, "screen", "Those above the unit vote, and the leader has a veto.",
			func() (onChannel, Fields) {
				t := agents.Screen{Rate: .5, Veto: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					rateAt("veto", "that a leader who is against blocks a change", &t.Veto),
				}
			}),
		rule(Objectify, "decree", "The leader decides, whatever his standing.",
			func() (onChannel, Fields) {
				t := agents.Decree{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that his claim becomes the norm", &t.Rate),
				}
			}),
		vote(),
		rule(Objectify, "decreed", "The head decides beside the rule of the units; with nested.",
			func() (onChannel, Fields) {
				t := practice.Decreed{Rate: .5}
				put := func(c *sim.Channel) {
					t.Of = c.Objectify
					c.Objectify = t
				}
				return put, Fields{only("that what the head says becomes the norm", &t.Rate)}
			}),
		rule(Objectify, "levels", "Parents are slower than the units below; with nested.",
			func() (onChannel, Fields) {
				t := practice.Levels{Every: 2}
				put := func(c *sim.Channel) {
					t.Of = c.Objectify
					c.Objectify = t
				}
				return put, Fields{
					WholeOf("every", "times", "that each level is slower; 0 is 1", 0, math.MaxInt32,
						&t.Every).Upto(20),
				}
			}),
		rule(Objectify, "transactive", "Units keep a directory of who knows what.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Objectify = practice.Transactive{Of: c.Objectify} },
					nil
			}),
	}
}

func vote() Kind {
	return rule(Objectify, "vote", "Those above the unit vote against what is taken for granted.",
		func() (onChannel, Fields) {
			t := practice.Vote{Rate: .5, Hold: .5}
			return func(c *sim.Channel) { c.Objectify = t }, Fields{
				only("that the vote becomes the norm", &t.Rate),
				SwitchOf("per-vote", "each vote counts by itself", &t.PerVote),
				NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
					practice.MaxHold, &t.Hold).Upto(10),
				slopeOf("tenure", "of a voice's weight by tenure", &t.Tenure),
				rateAt("consult", "that a unit that is heard blocks a change", &t.Consult),
				slopeOf("trust", "of a voice's weight by trust in him", &t.Trust),
				rateAt("trust-rate", "at which trust follows what people learn", &t.TrustRate),
				rateAt("help-rate", "at which trust that one answers follows answers", &t.HelpRate),
			}
		})
}

// learning are the rules of how people learn a norm, who takes part, and when.
func learning() Table {
	return Table{
		rule(Internalize, "absorb", "A person takes over a norm.", func() (onChannel, Fields) {
			t := agents.Absorb{Rate: .1}
			return func(c *sim.Channel) { c.Internalize = t }, Fields{
				only("per dimension", &t.Rate),
			}
		}),
		rule(Internalize, "gradual", "A person moves a step towards a norm.",
			func() (onChannel, Fields) {
				t := agents.Gradual{Rate: .1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
				}
			}),
		rule(Internalize, "fill", "A person takes over a norm where he believes nothing.",
			func() (onChannel, Fields) {
				t := agents.Fill{Rate: .1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
				}
			}),
		rule(Internalize, "interact",
			"A person takes over one feature, the more so the more he agrees (Axelrod 1997).",
			func() (onChannel, Fields) {
				t := agents.Interact{Size: 4}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					WholeOf("size", dimensions, "of a feature", 1, sim.MaxDimensions,
						&t.Size).Upto(16),
				}
			}),
		rule(Internalize, "take", "What is taken for granted is learned more readily, or less.",
			func() (onChannel, Fields) {
				t := practice.Take{Rate: .1, Pull: 1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
					SwitchOf("gradual", "a person moves a step", &t.Gradual),
					NumberOf("pull", slope, "by the strength of the norm", -1, practice.MaxPull,
						&t.Pull).Upto(5),
				}
			}),
		rule(Internalize, "narrow", "Who sees rivals listens less to contradiction; with culture.",
			func() (onChannel, Fields) {
				t := practice.Narrow{Rate: .1, Slope: 1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
					slopeOf("slope", "of not listening, by competition", &t.Slope),
				}
			}),
		rule(Participate, "floor", "Only those who have the floor are heard; for animate.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Participate = practice.Floor{Of: c.Participate} },
					nil
			}),
		rule(Participate, "tally", "Units count their meetings without gain.",
			func() (onChannel, Fields) {
				t := practice.Tally{}
				put := func(c *sim.Channel) {
					t.Of = c.Participate
					c.Participate = t
				}
				return put, Fields{
					WholeOf("cost", "points", "that a meeting must gain", 0, 1<<30,
						&t.Cost).Upto(100),
				}
			}),
		allotment(), domain(), timing(),
	}
}

func allotment() Kind {
	return rule(Agenda, "allotment", "Units meet in the ticks that they are given; for sponsor.",
		func() (onChannel, Fields) {
			t := practice.Allotment{Every: 8}
			put := func(c *sim.Channel) {
				t.Of = c.Agenda
				c.Agenda = t
			}
			return put, Fields{
				WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
					practice.MaxPeriod, &t.Every),
			}
		})
}

func domain() Kind {
	return rule(Agenda, "domain", "Units may have a domain that they talk about.",
		func() (onChannel, Fields) {
			t := practice.Domain{Topics: 8, Incidental: 2}
			return func(c *sim.Channel) { c.Agenda = t }, Fields{
				WholeOf("topics", "topics", "into which the dimensions are divided", 0,
					practice.MaxTopics, &t.Topics),
				parts("incidental", "of talk outside the domain", &t.Incidental),
				WholeOf("block", dimensions, "of a piece; 0 is 1", 0, sim.MaxDimensions,
					&t.Block).Upto(16),
			}
		})
}

func timing() Kind {
	return rule(Timing, "timing", "When units objectify, and how many voices they hear.",
		func() (onChannel, Fields) {
			t := sim.Channel{Every: 1}
			put := func(c *sim.Channel) {
				c.Every, c.Heed = t.Every, t.Heed
				c.Simultaneous, c.ByClaims = t.Simultaneous, t.ByClaims
			}
			return put, Fields{
				every("every", "from one objectification to the next", 1, math.MaxInt32, &t.Every),
				WholeOf("heed", "voices", "counted per unit and tick; 0 is all", 0, math.MaxInt32,
					&t.Heed).Upto(20),
				SwitchOf("simultaneous", "people learn before units objectify", &t.Simultaneous),
				SwitchOf("by-claims", "standing is by what is said", &t.ByClaims),
			}
		})
}
