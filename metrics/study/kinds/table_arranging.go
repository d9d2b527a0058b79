package kinds

import (
	"math"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/flows"
	"orglearn/sim/power"
	"orglearn/sim/setups"
)

// arranging are the events that change who sits where.
func arranging() Table {
	return Table{reshuffle(), rotate(), elect(),
		event("succession", "Who has been there longest leaves, and a newcomer follows.",
			sim.Succession{Every: 10},
			func(t sim.Succession, _ string) sim.Event { return t },
			every("every", "from one to the next; 0 is never", 0, sim.MaxTicks,
				func(t *sim.Succession) *int { return &t.Every })),
		event("permute-trust", "Trust is dealt anew; with trust.", sim.PermuteTrust{Every: 10},
			func(t sim.PermuteTrust, c string) sim.Event { t.Channel = c; return t },
			every("every", "from one to the next; 0 is never", 0, sim.MaxTicks,
				func(t *sim.PermuteTrust) *int { return &t.Every })),
		event("curate", "One community writes the repository; with repository.", sim.Curate{},
			func(_ sim.Curate, c string) sim.Event {
				return sim.Curate{Channel: setups.RepositoryChannel, By: c}
			}),
		event("reorganize", "Everybody is put into teams anew.", teams{At: 100, Size: 5},
			func(t teams, c string) sim.Event {
				return sim.Reorganize{Channel: c, At: t.At,
					Structure: network.Isolated{Size: t.Size}}
			}, at(func(t *teams) *int { return &t.At }),
			size("size", "in a team", 1, func(t *teams) *int { return &t.Size })),
		event("sponsor", "Teams are closed for communities in some ticks; with allotment.",
			power.Sponsor{Time: .25}, func(t power.Sponsor, c string) sim.Event {
				t.Channel = c
				return t
			}, NumberOf("time", share, "of ticks that are for communities", 0, 1,
				func(t *power.Sponsor) *float64 { return &t.Time })),
		animate(), progress(),
	}
}

// teams says when people are put into teams.
type teams struct{ At, Size int }

func reshuffle() Kind {
	type T = sim.Reshuffle
	return event("reshuffle", "People exchange places.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		parts("stay", "of people who stay where they are", func(t *T) *int { return &t.Stay }),
		ChoiceOf("leaders", "what leaders do", func(t *T) *sim.Placing { return &t.Leaders },
			"mix", "stay", "move"))
}

func rotate() Kind {
	type T = sim.RotateLeaders
	return event("rotate-leaders", "The lead of units passes on.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }))
}

func elect() Kind {
	type T = sim.ElectLeaders
	return event("elect-leaders", "Units elect who leads them.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		SwitchOf("by-trust", "whom they trust most; with trust",
			func(t *T) *bool { return &t.ByTrust }))
}

func animate() Kind {
	type T = agenda.Animate
	return event("animate", "An animator passes on what nobody heard; with floor and pass-on.",
		T{Voices: 2, Pass: .5, Invite: .5},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		WholeOf("voices", people, "with the floor, per unit and tick; 0 is off", 0, math.MaxInt32,
			func(t *T) *int { return &t.Voices }).Upto(10),
		rateAt("pass", "that he passes a claim on, per tick",
			func(t *T) *float64 { return &t.Pass }),
		rateAt("invite", "that he invites who was silent, per tick",
			func(t *T) *float64 { return &t.Invite }))
}

func progress() Kind {
	type T = flows.Progress
	return event("progress", "Units go through stages at their own pace; with stages of ticks 0.",
		T{Limit: 20, Mastery: 12, Share: 8},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		parts("mastery", "of a stage in which one must be right",
			func(t *T) *int { return &t.Mastery }),
		parts("share", "of the members who must master", func(t *T) *int { return &t.Share }),
		every("limit", "after which a phase ends anyway; 0 is never", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Limit }),
		WholeOf("exam", dimensions, "of the stage that are examined; 0 is all", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Exam }).Upto(64),
		SwitchOf("by-norm", "right is what the norm says", func(t *T) *bool { return &t.ByNorm }),
		SwitchOf("bound", "no unit is far ahead of the slowest",
			func(t *T) *bool { return &t.Bound }),
		WholeOf("within", "phases", "that a unit may be ahead, if bound", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Within }).Upto(16),
		SwitchOf("back", "a unit returns to a stage in which it fails",
			func(t *T) *bool { return &t.Back }))
}
