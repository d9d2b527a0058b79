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
	type T = setups.Culture
	return mechanism("culture", "People have traits, which drift, and which decide what they say "+
		"and hear.", T{Drift: culture.Drift{Contact: .1}, Withhold: 1},
		func(p *setups.Practice, t T) { p.Culture = t },
		rateAt("contact", "that a trait becomes that of a contact, per tick",
			func(t *T) *float64 { return &t.Drift.Contact }),
		rateAt("firm", "that it becomes that of the firm",
			func(t *T) *float64 { return &t.Drift.Firm }),
		rateAt("first", "that it becomes the first one again",
			func(t *T) *float64 { return &t.Drift.First }),
		slopeOf("withhold", "of keeping back what sets one apart, by individualism",
			func(t *T) *float64 { return &t.Withhold }),
		slopeOf("narrow", "of not listening to contradiction, by competition; not with pull",
			func(t *T) *float64 { return &t.Narrow }))
}

func attention() Kind {
	type T = setups.Attention
	base := T{Attention: agenda.Attention{Look: 4, Work: 1}}
	return mechanism("attention", "Units look at some dimensions, and work on issues.", base,
		func(p *setups.Practice, t T) { p.Attention = t },
		WholeOf("look", dimensions, "looked at, per unit and tick", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Look }).Upto(64),
		rateAt("miss", "that a change is not noticed", func(t *T) *float64 { return &t.Miss }),
		SwitchOf("guided", "looks go where the ranking says, else they are blind",
			func(t *T) *bool { return &t.Guided }),
		ChoiceOf("by", "the ranking of issues", func(t *T) *agenda.Ranking { return &t.By },
			"drawn", "disagreement", "manager", "ballot", "loss"),
		rateAt("contest", "that hearing the opposite makes an issue",
			func(t *T) *float64 { return &t.Contest }),
		WholeOf("work", "issues", "worked on, per unit and tick", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Work }).Upto(16),
		WholeOf("open", dimensions, "talked of in a tick, a multiple of block; 0 is all", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Open }).Upto(64),
		slopeOf("talk", "of talking of issues first", func(t *T) *float64 { return &t.Talk }))
}

func task() Kind {
	type T = tasks.Work
	return mechanism("tasks", "Units have tasks, and come to know who knows what (transactive "+
		"memory).", T{Size: 2}, func(p *setups.Practice, t T) { p.Tasks = t },
		WholeOf("size", dimensions, "of a task", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Size }).Upto(16),
		ChoiceOf("by", "who must be right", func(t *T) *tasks.By { return &t.By },
			"someone", "most", "named"),
		SwitchOf("stale", "who replaces a person is taken for him",
			func(t *T) *bool { return &t.Stale }),
		SwitchOf("open", "tasks are drawn within what the unit is about",
			func(t *T) *bool { return &t.Open }))
}

// forming is setups.Formation with a goal of the first topics.
type forming struct {
	setups.Formation
	goal int
}

func communities() Kind {
	type T = forming
	base := T{Formation: setups.Formation{Formation: formation.Formation{Every: 5, Founders: 2,
		Shared: 1, Seats: 1, Join: .2}, Topics: 8, Each: 2, Incidental: 2}}
	return mechanism("formation", "People found and join communities about what interests "+
		"them; not with stages.", base, func(p *setups.Practice, t T) {
		for topic := range t.goal {
			t.Purpose.Goal |= practice.Topics(topic)
		}
		p.Formation = t.Formation
	},
		every("every", "from one chance of a birth to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		size("founders", "who found a community; 0 is 2", 0,
			func(t *T) *int { return &t.Founders }),
		WholeOf("shared", "topics", "that a member must share; 0 is 1", 0, practice.MaxTopics,
			func(t *T) *int { return &t.Shared }).Upto(8),
		WholeOf("seats", "communities", "that one may be in; 0 is 1", 0, math.MaxInt32,
			func(t *T) *int { return &t.Seats }).Upto(10),
		rateAt("join", "that one joins, per tick", func(t *T) *float64 { return &t.Join }),
		NumberOf("contact", "times", "by which contacts raise it", 0, formation.MaxContact,
			func(t *T) *float64 { return &t.Contact }).Upto(10),
		WholeOf("patience", "meetings", "without gain before one leaves; 0 is no end", 0,
			sim.MaxTicks, func(t *T) *int { return &t.Patience }).Upto(50),
		size("smallest", "below whom a community ends; 0 is when nobody is left", 0,
			func(t *T) *int { return &t.Size }),
		WholeOf("life", "meetings", "without gain before it ends; 0 is no end", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Life }).Upto(50),
		SwitchOf("heir", "its norm goes to an heir", func(t *T) *bool { return &t.Heir }),
		WholeOf("topics", "topics", "into which the dimensions are divided", 1, practice.MaxTopics,
			func(t *T) *int { return &t.Topics }),
		WholeOf("each", "topics", "that interest a person", 1, practice.MaxTopics,
			func(t *T) *int { return &t.Each }),
		WholeOf("purpose", "topics", "that one topic of the joint goal counts for", 0,
			practice.MaxPurpose, func(t *T) *int { return &t.Purpose.Weight }),
		WholeOf("goal", "topics", "of the joint goal, the first ones", 0, practice.MaxTopics,
			func(t *T) *int { return &t.goal }),
		parts("incidental", "of talk outside a community's topics",
			func(t *T) *int { return &t.Incidental }))
}
