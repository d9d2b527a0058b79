package kinds

import (
	"math"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// deciding are the rules of what becomes the norm of a unit.
func deciding() Table {
	return Table{
		rule(Objectify, "superior", "Those who stand above the unit vote (March 1991).",
			agents.Superior{Rate: .5},
			func(c *sim.Channel, t agents.Superior) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Superior) *float64 { return &t.Rate }),
			SwitchOf("per-vote", "each vote counts by itself",
				func(t *agents.Superior) *bool { return &t.PerVote })),
		rule(Objectify, "majority", "All vote.", agents.Majority{Rate: .5},
			func(c *sim.Channel, t agents.Majority) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Majority) *float64 { return &t.Rate })),
		rule(Objectify, "best", "The best voice decides.", agents.Best{},
			func(c *sim.Channel, t agents.Best) { c.Objectify = t }),
		rule(Objectify, "conformity", "The claim that most share decides.", agents.Conformity{},
			func(c *sim.Channel, t agents.Conformity) { c.Objectify = t }),
		rule(Objectify, "consensus", "What is agreed for some time becomes the norm.",
			agents.Consensus{Share: .75, Ticks: 3},
			func(c *sim.Channel, t agents.Consensus) { c.Objectify = t },
			NumberOf("share", share, "of those who speak that must agree", .5+1./1024, 1,
				func(t *agents.Consensus) *float64 { return &t.Share }),
			every("ticks", "that agreement must last", 1, agents.MaxTicks,
				func(t *agents.Consensus) *int { return &t.Ticks })),
		rule(Objectify, "threshold", "Enough who say yes make a norm of it.",
			agents.Threshold{Count: 2}, func(c *sim.Channel, t agents.Threshold) {
				c.Objectify = t
			},
			WholeOf("count", people, "who must say yes", 0, math.MaxInt32,
				func(t *agents.Threshold) *int { return &t.Count }).Upto(20),
			NumberOf("share", share, "of the voices who must say yes", 0, 1,
				func(t *agents.Threshold) *float64 { return &t.Share })),
		rule(Objectify, "authority", "Those above the unit vote; the leader's vote counts more.",
			agents.Authority{Rate: .5, Weight: 3},
			func(c *sim.Channel, t agents.Authority) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Authority) *float64 { return &t.Rate }),
			WholeOf("weight", "votes", "of the leader", 0, agents.MaxWeight,
				func(t *agents.Authority) *int { return &t.Weight }).Upto(10)),
		rule(Objectify, "screen", "Those above the unit vote, and the leader has a veto.",
			agents.Screen{Rate: .5, Veto: .5},
			func(c *sim.Channel, t agents.Screen) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Screen) *float64 { return &t.Rate }),
			rateAt("veto", "that a leader who is against blocks a change",
				func(t *agents.Screen) *float64 { return &t.Veto })),
		rule(Objectify, "decree", "The leader decides, whatever his standing.",
			agents.Decree{Rate: .5}, func(c *sim.Channel, t agents.Decree) { c.Objectify = t },
			only("that his claim becomes the norm",
				func(t *agents.Decree) *float64 { return &t.Rate })),
		vote(),
		rule(Objectify, "decreed", "The head decides beside the rule of the units; with nested.",
			practice.Decreed{Rate: .5}, func(c *sim.Channel, t practice.Decreed) {
				t.Of = c.Objectify
				c.Objectify = t
			}, only("that what the head says becomes the norm",
				func(t *practice.Decreed) *float64 { return &t.Rate })),
		rule(Objectify, "levels", "Parents are slower than the units below; with nested.",
			practice.Levels{Every: 2}, func(c *sim.Channel, t practice.Levels) {
				t.Of = c.Objectify
				c.Objectify = t
			}, WholeOf("every", "times", "that each level is slower; 0 is 1", 0, math.MaxInt32,
				func(t *practice.Levels) *int { return &t.Every }).Upto(20)),
		rule(Objectify, "transactive", "Units keep a directory of who knows what.",
			practice.Transactive{}, func(c *sim.Channel, t practice.Transactive) {
				c.Objectify = practice.Transactive{Of: c.Objectify}
			}),
	}
}

func vote() Kind {
	type T = practice.Vote
	return rule(Objectify, "vote", "Those above the unit vote against what is taken for granted.",
		T{Rate: .5, Hold: .5}, func(c *sim.Channel, t T) { c.Objectify = t },
		only("that the vote becomes the norm", func(t *T) *float64 { return &t.Rate }),
		SwitchOf("per-vote", "each vote counts by itself", func(t *T) *bool { return &t.PerVote }),
		NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
			practice.MaxHold, func(t *T) *float64 { return &t.Hold }).Upto(10),
		slopeOf("tenure", "of a voice's weight by tenure",
			func(t *T) *float64 { return &t.Tenure }),
		rateAt("consult", "that a unit that is heard blocks a change",
			func(t *T) *float64 { return &t.Consult }),
		slopeOf("trust", "of a voice's weight by trust in him",
			func(t *T) *float64 { return &t.Trust }),
		rateAt("trust-rate", "at which trust follows what people learn",
			func(t *T) *float64 { return &t.TrustRate }),
		rateAt("help-rate", "at which trust that one answers follows answers",
			func(t *T) *float64 { return &t.HelpRate }))
}
