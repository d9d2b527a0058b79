package kinds

import (
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/formation"
	"orglearn/sim/setups"
	"orglearn/sim/tasks"
)

// believing are the mechanisms of what units are about, and what people are.
func believing() Table { return Table{cultures(), attention(), task(), communities()} }

func cultures() Kind {
	return mechanism("culture",
		"People have traits, which drift, and which decide what they say and hear.",
		func() (onPractice, Fields) {
			t := setups.Culture{Drift: culture.Drift{Contact: .1}, Withhold: 1}
			return func(p *setups.Practice) { p.Culture = t }, Fields{
				rateAt("contact", "that a trait becomes that of a contact, per tick",
					&t.Drift.Contact),
				rateAt("firm", "that it becomes that of the firm", &t.Drift.Firm),
				rateAt("first", "that it becomes the first one again", &t.Drift.First),
				slopeOf("withhold", "of keeping back what sets one apart, by individualism",
					&t.Withhold),
				slopeOf("narrow",
					"of not listening to contradiction, by competition; not with pull", &t.Narrow),
			}
		})
}

func attention() Kind {
	return mechanism("attention", "Units look at some dimensions, and work on issues.",
		func() (onPractice, Fields) {
			t := setups.Attention{Attention: agenda.Attention{Look: 4, Work: 1}}
			return func(p *setups.Practice) { p.Attention = t }, Fields{
				WholeOf("look", dimensions, "looked at, per unit and tick", 0, sim.MaxDimensions,
					&t.Look).Upto(64),
				rateAt("miss", "that a change is not noticed", &t.Miss),
				SwitchOf("guided", "looks go where the ranking says, else they are blind",
					&t.Guided),
				ChoiceOf("by", "the ranking of issues", &t.By, "drawn", "disagreement", "manager",
					"ballot", "loss"),
				rateAt("contest", "that hearing the opposite makes an issue", &t.Contest),
				WholeOf("work", "issues", "worked on, per unit and tick", 0, sim.MaxDimensions,
					&t.Work).Upto(16),
				WholeOf("open", dimensions, "talked of in a tick, a multiple of block; 0 is all", 0,
					sim.MaxDimensions, &t.Open).Upto(64),
				slopeOf("talk", "of talking of issues first", &t.Talk),
			}
		})
}

func task() Kind {
	return mechanism("tasks",
		"Units have tasks, and come to know who knows what (transactive memory).",
		func() (onPractice, Fields) {
			t := tasks.Work{Size: 2}
			return func(p *setups.Practice) { p.Tasks = t }, Fields{
				WholeOf("size", dimensions, "of a task", 0, sim.MaxDimensions, &t.Size).Upto(16),
				ChoiceOf("by", "who must be right", &t.By, "someone", "most", "named"),
				SwitchOf("stale", "who replaces a person is taken for him", &t.Stale),
				SwitchOf("open", "tasks are drawn within what the unit is about", &t.Open),
			}
		})
}

func communities() Kind {
	return mechanism("formation",
		"People found and join communities about what interests them; not with stages.",
		func() (onPractice, Fields) {
			t := setups.Formation{Formation: formation.Formation{Every: 5, Founders: 2,
				Shared: 1, Seats: 1, Join: .2}, Topics: 8, Each: 2, Incidental: 2}
			goal := 0 // the first topics
			put := func(p *setups.Practice) {
				for topic := range goal {
					t.Purpose.Goal |= practice.Topics(topic)
				}
				p.Formation = t
			}
			return put, Fields{
				every("every", "from one chance of a birth to the next", 1, sim.MaxTicks, &t.Every),
				size("founders", "who found a community; 0 is 2", 0, &t.Founders),
				WholeOf("shared", "topics", "that a member must share; 0 is 1", 0,
					practice.MaxTopics, &t.Shared).Upto(8),
				WholeOf("seats", "communities", "that one may be in; 0 is 1", 0, math.MaxInt32,
					&t.Seats).Upto(10),
				rateAt("join", "that one joins, per tick", &t.Join),
				NumberOf("contact", "times", "by which contacts raise it", 0, formation.MaxContact,
					&t.Contact).Upto(10),
				WholeOf("patience", "meetings", "without gain before one leaves; 0 is no end", 0,
					sim.MaxTicks, &t.Patience).Upto(50),
				size("smallest", "below whom a community ends; 0 is when nobody is left", 0,
					&t.Size),
				WholeOf("life", "meetings", "without gain before it ends; 0 is no end", 0,
					sim.MaxTicks, &t.Life).Upto(50),
				SwitchOf("heir", "its norm goes to an heir", &t.Heir),
				WholeOf("topics", "topics", "into which the dimensions are divided", 1,
					practice.MaxTopics, &t.Topics),
				WholeOf("each", "topics", "that interest a person", 1, practice.MaxTopics, &t.Each),
				WholeOf("purpose", "topics", "that one topic of the joint goal counts for", 0,
					practice.MaxPurpose, &t.Purpose.Weight),
				WholeOf("goal", "topics", "of the joint goal, the first ones", 0,
					practice.MaxTopics, &goal),
				parts("incidental", "of talk outside a community's topics", &t.Incidental),
			}
		})
}
