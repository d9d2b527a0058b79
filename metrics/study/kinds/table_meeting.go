package kinds

import (
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/power"
	"orglearn/sim/setups"
)

// meeting are the mechanisms of when units meet, who comes, and who speaks there.
func meeting() Table {
	return Table{calendar(), stages(), time(), attendance(), commitment(), expectations()}
}

func calendar() Kind {
	type T = practice.Calendar
	return mechanism("calendar", "Units meet in some ticks.", T{Every: 4, For: 1},
		func(p *setups.Practice, t T) { p.Calendar = t },
		every("every", "from one opening to the next; 0 is always open", 0, practice.MaxEvery,
			func(t *T) *int { return &t.Every }),
		every("for", "that an opening lasts", 0, practice.MaxEvery,
			func(t *T) *int { return &t.For }),
		every("phase", "before the first opening, less than every", 0, practice.MaxEvery-1,
			func(t *T) *int { return &t.Phase }))
}

func stages() Kind {
	type T = practice.Stages
	return mechanism("stages", "Units go through a flow: one part of what there is after another.",
		T{Stages: 4, Ticks: 200, Block: 4}, func(p *setups.Practice, t T) { p.Stages = t },
		WholeOf("stages", "stages", "of the flow", 0, practice.MaxStages,
			func(t *T) *int { return &t.Stages }).Upto(16),
		WholeOf("loops", "times", "through the flow; 0 is 1", 0, practice.MaxLoops,
			func(t *T) *int { return &t.Loops }).Upto(10),
		WholeOf("ticks", ticks, "of the flow; 0 is each unit at its own pace", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Ticks }).Upto(1000),
		WholeOf("block", dimensions, "that no border between stages cuts; 0 is 1", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Block }).Upto(16),
		WholeOf("straddle", dimensions, "by which each border is moved on", 0,
			sim.MaxDimensions/2-1,
			func(t *T) *int { return &t.Straddle }).Upto(16),
		SwitchOf("cumulative", "stages that the unit has been in stay open",
			func(t *T) *bool { return &t.Cumulative }))
}

func time() Kind {
	type T = setups.Time
	return mechanism("time", "The firm allots meeting ticks to units.",
		T{Every: 8, Allot: power.Allot{Ticks: 4, Skew: 16}},
		func(p *setups.Practice, t T) { p.Time = t },
		WholeOf("every", ticks, "of a period; 0 is that units always meet", 0, practice.MaxPeriod,
			func(t *T) *int { return &t.Every }),
		WholeOf("ticks", ticks, "of a period in which a unit meets, on average", 0,
			practice.MaxPeriod, func(t *T) *int { return &t.Allot.Ticks }),
		parts("skew", "of the most inequality there can be",
			func(t *T) *int { return &t.Allot.Skew }),
		ChoiceOf("by", "which units get more", func(t *T) *power.Ground { return &t.Allot.By },
			"chance", "agreement", "merit"),
		WholeOf("manager", "person", "with whom units agree", 0, math.MaxInt32-1,
			func(t *T) *int { return &t.Allot.Manager }).Upto(100))
}

func attendance() Kind {
	type T = practice.Attendance
	return mechanism("attendance", "People come to a unit of their own will.", T{Away: 8, Own: 1},
		func(p *setups.Practice, t T) { p.Attendance = t },
		parts("away", "of meetings that one misses at first", func(t *T) *int { return &t.Away }),
		slopeOf("own", "of the will to come by one's own gain",
			func(t *T) *float64 { return &t.Own }),
		slopeOf("heard", "of the will by how often one is heard",
			func(t *T) *float64 { return &t.Heard }),
		slopeOf("short-term", "of the will by short-termism where there is no gain",
			func(t *T) *float64 { return &t.ShortTerm }),
		NumberOf("cost", "gain", "that coming costs", 0, practice.MaxCost,
			func(t *T) *float64 { return &t.Cost }).Upto(10),
		rateAt("compel", "that who would not come must", func(t *T) *float64 { return &t.Compel }),
		slopeOf("crowd", "of talk by compel", func(t *T) *float64 { return &t.Crowd }))
}

func commitment() Kind {
	type T = practice.Commitment
	return mechanism("commitment", "Who gains in a unit is committed to it, and speaks.",
		T{Slope: 1, Quiet: .3}, func(p *setups.Practice, t T) { p.Commitment = t },
		slopeOf("slope", "of being heard by commitment",
			func(t *T) *float64 { return &t.Slope }),
		rateAt("quiet", "that one of middle commitment is not heard",
			func(t *T) *float64 { return &t.Quiet }))
}

func expectations() Kind {
	type T = practice.Expectations
	return mechanism("expectations", "Tasks give energy or take it.",
		T{Every: 4, Learn: 1, Energy: 1, Quiet: .3},
		func(p *setups.Practice, t T) { p.Expectations = t },
		every("every", "of a task; 0 is no tasks", 0, practice.MaxEvery,
			func(t *T) *int { return &t.Every }),
		WholeOf("enough", dimensions, "above which a task has something to learn", 0,
			practice.MaxCapacity, func(t *T) *int { return &t.Enough }).Upto(64),
		slopeOf("learn", "of energy by what there is to learn",
			func(t *T) *float64 { return &t.Learn }),
		slopeOf("visible", "of energy by visible results",
			func(t *T) *float64 { return &t.Visible }),
		slopeOf("origin", "of energy by tasks that are set from above",
			func(t *T) *float64 { return &t.Origin }),
		slopeOf("energy", "of being heard by energy", func(t *T) *float64 { return &t.Energy }),
		NumberOf("shown", share, "of tasks whose results are visible", 0, 1,
			func(t *T) *float64 { return &t.Shown }),
		NumberOf("assigned", share, "of tasks that are set from above", 0, 1,
			func(t *T) *float64 { return &t.Assigned }),
		NumberOf("overload", "energy", "that a task above capacity takes", 0,
			practice.MostEnergy, func(t *T) *float64 { return &t.Overload }),
		WholeOf("capacity", dimensions, "that a task can have without overload", 0,
			practice.MaxCapacity, func(t *T) *int { return &t.Capacity }).Upto(64),
		rateAt("quiet", "that one of middle energy is not heard",
			func(t *T) *float64 { return &t.Quiet }))
}
