package kinds

import (
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// sharing are the mechanisms of who learns from whom.
func sharing() Table {
	return Table{
		mechanism("sharing",
			"In a tick a person gathers, asks, creates or does nothing (Huysman and de Wit 2002).",
			func() (onPractice, Fields) {
				t := setups.Practice{Shares: practice.Shares{Ask: 4}}
				put := func(p *setups.Practice) {
					p.Shares, p.Respondent.By = t.Shares, t.Respondent.By
					p.Load, p.Reuse = t.Load, t.Reuse
				}
				return put, Fields{
					parts("ask", "of ticks in which a person asks", &t.Shares.Ask),
					parts("create", "in which he meets to create; needs the rule flip",
						&t.Shares.Create),
					parts("idle", "in which he learns nothing from others", &t.Shares.Idle),
					ChoiceOf("respondent", "whom he asks", &t.Respondent.By, "drawn", "standing",
						"directory", "trusted", "helpful"),
					WholeOf("load", "requests", "that a voice answers per tick; 0 is all", 0,
						math.MaxInt32, &t.Load).Upto(10),
					rateAt("reuse", "that an answer is taken over; 0 is that of absorb",
						&t.Reuse),
				}
			}),
		apprenticeship(),
		mechanism("trust", "A unit trusts those more by whom its people gained.",
			func() (onPractice, Fields) {
				t := setups.Practice{Trust: 1, TrustRate: .5}
				put := func(p *setups.Practice) {
					p.Trust, p.TrustRate, p.HelpRate = t.Trust, t.TrustRate, t.HelpRate
				}
				return put, Fields{
					slopeOf("slope", "of a voice's weight by trust in him", &t.Trust),
					rateAt("rate", "at which trust follows what people learn", &t.TrustRate),
					rateAt("help", "at which trust that one answers follows answers",
						&t.HelpRate),
				}
			}),
		mechanism("granted", "What has counted as knowledge for long is taken for granted "+
			"(Berger and Luckmann 1966).", func() (onPractice, Fields) {
			t := setups.Practice{Hold: .5}
			return func(p *setups.Practice) { p.Hold, p.Pull = t.Hold, t.Pull }, Fields{
				NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
					practice.MaxHold, &t.Hold).Upto(10),
				NumberOf("pull", slope, "of taking over by a norm's strength", -1, practice.MaxPull,
					&t.Pull).Upto(5),
			}
		}),
		mechanism("led", "People heed the leader of a unit.", func() (onPractice, Fields) {
			t := practice.Led{Share: 8}
			return func(p *setups.Practice) { p.Led = t }, Fields{
				parts("share", "of ticks in which a person heeds the leader", &t.Share),
				slopeOf("trust", "of the share by trust in the leader", &t.Trust),
			}
		}),
		nested(),
		repository(),
	}
}

func apprenticeship() Kind {
	return mechanism("apprenticeship",
		"Newcomers learn at the edge before they are heard (Lave and Wenger 1991).",
		func() (onPractice, Fields) {
			t := practice.Apprenticeship{Wait: 10}
			return func(p *setups.Practice) { p.Apprenticeship = t }, Fields{
				every("wait", "that one learns before one is heard", 0, practice.MaxWait, &t.Wait),
				ChoiceOf("master", "whom an apprentice heeds", &t.Master, "norm", "drawn",
					"longest", "best"),
				slopeOf("slope", "of a voice's weight by tenure", &t.Slope),
				SwitchOf("per-seat", "tenure counts in each unit; without a master", &t.PerSeat),
			}
		})
}

func nested() Kind {
	return mechanism("nested", "Parents stand over the units.", func() (onPractice, Fields) {
		t := setups.Practice{Nested: setups.Nested{Top: true, Fan: 4}}
		return func(p *setups.Practice) { p.Nested, p.Consult = t.Nested, t.Consult }, Fields{
			WholeOf("fan", "units", "children of a parent, 2 or more; 0 is one top unit over all",
				0, math.MaxInt32, &t.Nested.Fan).Upto(20),
			SwitchOf("down", "the norm of a parent is a voice in its children", &t.Nested.Down),
			SwitchOf("formal", "communities of practice have no parent", &t.Nested.Formal),
			rateAt("hidden", "that a parent does not hear a dimension of a norm", &t.Nested.Hidden),
			WholeOf("every", "times", "that each level is slower than the one below; 0 is 1", 0,
				math.MaxInt32, &t.Nested.Every).Upto(20),
			rateAt("consult", "that a unit that is heard blocks a change", &t.Consult),
		}
	})
}

func repository() Kind {
	return mechanism("repository", "What is written down for all to read, beside the units.",
		func() (onPractice, Fields) {
			t := setups.Repository{On: true}
			return func(p *setups.Practice) { p.Repository = t }, Fields{
				SwitchOf("curated", "one community writes, else everybody does", &t.Curated),
				every("until", "after which nobody writes; 0 is never", 0, sim.MaxTicks, &t.Until),
				rateAt("fade", "that an entry is lost, per tick", &t.Fade),
			}
		})
}
