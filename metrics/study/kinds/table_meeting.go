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
	return mechanism("calendar", "Units meet in some ticks.", func() (onPractice, Fields) {
		t := practice.Calendar{Every: 4, For: 1}
		return func(p *setups.Practice) { p.Calendar = t }, Fields{
			every("every", "from one opening to the next; 0 is always open", 0, practice.MaxEvery,
				&t.Every),
			every("for", "that an opening lasts", 0, practice.MaxEvery, &t.For),
			every("phase", "before the first opening, less than every", 0, practice.MaxEvery-1,
				&t.Phase),
		}
	})
}

func stages() Kind {
	return mechanism("stages", "Units go through a flow: one part of what there is after another.",
		func() (onPractice, Fields) {
			t := practice.Stages{Stages: 4, Ticks: 200, Block: 4}
			return func(p *setups.Practice) { p.Stages = t }, Fields{
				WholeOf("stages", "stages", "of the flow", 0, practice.MaxStages,
					&t.Stages).Upto(16),
				WholeOf("loops", "times", "through the flow; 0 is 1", 0, practice.MaxLoops,
					&t.Loops).Upto(10),
				WholeOf("ticks", ticks, "of the flow; 0 is each unit at its own pace", 0,
					sim.MaxTicks, &t.Ticks).Upto(1000),
				WholeOf("block", dimensions, "that no border between stages cuts; 0 is 1", 0,
					sim.MaxDimensions, &t.Block).Upto(16),
				WholeOf("straddle", dimensions, "by which each border is moved on", 0,
					sim.MaxDimensions/2-1, &t.Straddle).Upto(16),
				SwitchOf("cumulative", "stages that the unit has been in stay open", &t.Cumulative),
			}
		})
}

func time() Kind {
	return mechanism("time", "The firm allots meeting ticks to units.",
		func() (onPractice, Fields) {
			t := setups.Time{Every: 8, Allot: power.Allot{Ticks: 4, Skew: 16}}
			return func(p *setups.Practice) { p.Time = t }, Fields{
				WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
					practice.MaxPeriod, &t.Every),
				WholeOf("ticks", ticks, "of a period in which a unit meets, on average", 0,
					practice.MaxPeriod, &t.Allot.Ticks),
				parts("skew", "of the most inequality there can be", &t.Allot.Skew),
				ChoiceOf("by", "which units get more", &t.Allot.By, "chance", "agreement", "merit"),
				WholeOf("manager", "person", "with whom units agree", 0, math.MaxInt32-1,
					&t.Allot.Manager).Upto(100),
			}
		})
}

func attendance() Kind {
	return mechanism("attendance", "People come to a unit of their own will.",
		func() (onPractice, Fields) {
			t := practice.Attendance{Away: 8, Own: 1}
			return func(p *setups.Practice) { p.Attendance = t }, Fields{
				parts("away", "of meetings that one misses at first", &t.Away),
				slopeOf("own", "of the will to come by one's own gain", &t.Own),
				slopeOf("heard", "of the will by how often one is heard", &t.Heard),
				slopeOf("short-term", "of the will by short-termism where there is no gain",
					&t.ShortTerm),
				NumberOf("cost", "gain", "that coming costs", 0, practice.MaxCost,
					&t.Cost).Upto(10),
				rateAt("compel", "that who would not come must", &t.Compel),
				slopeOf("crowd", "of talk by compel", &t.Crowd),
			}
		})
}

func commitment() Kind {
	return mechanism("commitment", "Who gains in a unit is committed to it, and speaks.",
		func() (onPractice, Fields) {
			t := practice.Commitment{Slope: 1, Quiet: .3}
			return func(p *setups.Practice) { p.Commitment = t }, Fields{
				slopeOf("slope", "of being heard by commitment", &t.Slope),
				rateAt("quiet", "that one of middle commitment is not heard", &t.Quiet),
			}
		})
}

func expectations() Kind {
	return mechanism("expectations", "Tasks give energy or take it.", func() (onPractice, Fields) {
		t := practice.Expectations{Every: 4, Learn: 1, Energy: 1, Quiet: .3}
		return func(p *setups.Practice) { p.Expectations = t }, Fields{
			every("every", "of a task; 0 is no tasks", 0, practice.MaxEvery, &t.Every),
			WholeOf("enough", dimensions, "above which a task has something to learn", 0,
				practice.MaxCapacity, &t.Enough).Upto(64),
			slopeOf("learn", "of energy by what there is to learn", &t.Learn),
			slopeOf("visible", "of energy by visible results", &t.Visible),
			slopeOf("origin", "of energy by tasks that are set from above", &t.Origin),
			slopeOf("energy", "of being heard by energy", &t.Energy),
			NumberOf("shown", share, "of tasks whose results are visible", 0, 1, &t.Shown),
			NumberOf("assigned", share, "of tasks that are set from above", 0, 1, &t.Assigned),
			NumberOf("overload", "energy", "that a task above capacity takes", 0,
				practice.MostEnergy, &t.Overload),
			WholeOf("capacity", dimensions, "that a task can have without overload", 0,
				practice.MaxCapacity, &t.Capacity).Upto(64),
			rateAt("quiet", "that one of middle energy is not heard", &t.Quiet),
		}
	})
}
