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

// arranging are the events that change who sits where, and how units go on.
func arranging() Table {
	return Table{reshuffle(), rotate(), elect(),
		event("succession", "Who has been there longest leaves, and a newcomer follows.",
			func() (happening, Fields) {
				t := sim.Succession{Every: 10}
				return func(string) sim.Event { return t }, Fields{
					every("every", "from one to the next; 0 is never", 0, sim.MaxTicks, &t.Every),
				}
			}),
		event("permute-trust", "Trust is dealt anew; with trust.", func() (happening, Fields) {
			t := sim.PermuteTrust{Every: 10}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				every("every", "from one to the next; 0 is never", 0, sim.MaxTicks, &t.Every),
			}
		}),
		event("curate", "One community writes the repository; with repository.",
			func() (happening, Fields) {
				return func(c string) sim.Event {
					return sim.Curate{Channel: setups.RepositoryChannel, By: c}
				}, nil
			}),
		event("reorganize", "Everybody is put into teams anew.", func() (happening, Fields) {
			t, team := sim.Reorganize{At: 100}, network.Isolated{Size: 5}
			put := func(c string) sim.Event {
				t.Channel, t.Structure = c, team
				return t
			}
			return put, Fields{at(&t.At), size("size", "in a team", 1, &team.Size)}
		}),
		event("sponsor", "Teams are closed for communities in some ticks; with allotment.",
			func() (happening, Fields) {
				t := power.Sponsor{Time: .25}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					NumberOf("time", share, "of ticks that are for communities", 0, 1, &t.Time),
				}
			}),
		animate(), progress(),
	}
}

func reshuffle() Kind {
	return event("reshuffle", "People exchange places.", func() (happening, Fields) {
		t := sim.Reshuffle{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
			parts("stay", "of people who stay where they are", &t.Stay),
			ChoiceOf("leaders", "what leaders do", &t.Leaders, "mix", "stay", "move"),
		}
	})
}

func rotate() Kind {
	return event("rotate-leaders", "The lead of units passes on.", func() (happening, Fields) {
		t := sim.RotateLeaders{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
		}
	})
}

func elect() Kind {
	return event("elect-leaders", "Units elect who leads them.", func() (happening, Fields) {
		t := sim.ElectLeaders{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
			SwitchOf("by-trust", "whom they trust most; with trust", &t.ByTrust),
		}
	})
}

func animate() Kind {
	return event("animate", "An animator passes on what nobody heard; with floor and pass-on.",
		func() (happening, Fields) {
			t := agenda.Animate{Voices: 2, Pass: .5, Invite: .5}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				WholeOf("voices", people, "with the floor, per unit and tick; 0 is off", 0,
					math.MaxInt32, &t.Voices).Upto(10),
				rateAt("pass", "that he passes a claim on, per tick", &t.Pass),
				rateAt("invite", "that he invites who was silent, per tick", &t.Invite),
			}
		})
}

func progress() Kind {
	return event("progress", "Units go through stages at their own pace; with stages of ticks 0.",
		func() (happening, Fields) {
			t := flows.Progress{Limit: 20, Mastery: 12, Share: 8}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				parts("mastery", "of a stage in which one must be right", &t.Mastery),
				parts("share", "of the members who must master", &t.Share),
				every("limit", "after which a phase ends anyway; 0 is never", 0, sim.MaxTicks,
					&t.Limit),
				WholeOf("exam", dimensions, "of the stage that are examined; 0 is all", 0,
					sim.MaxDimensions, &t.Exam).Upto(64),
				SwitchOf("by-norm", "right is what the norm says", &t.ByNorm),
				SwitchOf("bound", "no unit is far ahead of the slowest", &t.Bound),
				WholeOf("within", "phases", "that a unit may be ahead, if bound", 0, sim.MaxTicks,
					&t.Within).Upto(16),
				SwitchOf("back", "a unit returns to a stage in which it fails", &t.Back),
			}
		})
}
