package main

import (
	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/setups"
)

// parameter is a flag, and what it sets in an organization.
type parameter struct {
	study.Axis
	name  string
	set   func(o *organization)       // to the present entry of the list
	field func(o organization) string // of a row
}

// parameters are the flags, in the order of the columns.
func parameters(s *study.Study) []parameter {
	f := &flags{Study: s}
	f.attendance()
	f.expectations()
	f.culture()
	f.rate("turnover", "chance that a person is replaced, per tick",
		func(o *organization) *float64 { return &o.turnover })
	f.ints("ticks", "ticks of a run", 1, study.MaxTicks, ticks,
		func(o *organization) *int { return &o.ticks })
	return f.all
}

// flags adds flags, each of which sets a field of an organization.
type flags struct {
	*study.Study
	all []parameter
}

// ints adds a flag of whole numbers, and the one that it has if it is not given.
func (f *flags) ints(name, usage string, least, most, value int, of func(*organization) *int) {
	l := f.Ints(name, usage, least, most, value)
	f.all = append(f.all, parameter{l, name, func(o *organization) { *of(o) = l.Value() },
		func(o organization) string { return study.Count(*of(&o)) }})
}

func (f *flags) whole(name, usage string, most int, of func(*organization) *int) {
	f.ints(name, usage, 0, most, 0, of)
}

func (f *flags) number(
	name, usage string, least, most float64, of func(*organization) *float64,
) {
	l := f.Numbers(name, usage, least, most, 0)
	f.all = append(f.all, parameter{l, name, func(o *organization) { *of(o) = l.Value() },
		func(o organization) string { return study.Number(*of(&o)) }})
}

func (f *flags) slope(name, usage string, of func(*organization) *float64) {
	f.number(name, "slope of "+usage, -1, 1, of)
}

func (f *flags) rate(name, usage string, of func(*organization) *float64) {
	f.number(name, usage, 0, 1, of)
}

// attendance is who comes, and who must.
func (f *flags) attendance() {
	f.whole("away", "sixteenths of meetings that one misses at first", practice.MostAttendance,
		func(o *organization) *int { return &o.attend.Away })
	f.slope("own", "the will to come by one's own gain",
		func(o *organization) *float64 { return &o.attend.Own })
	f.slope("heard", "the will to come by how often one is heard",
		func(o *organization) *float64 { return &o.attend.Heard })
	f.slope("short-term", "losing the will to come by short-termism, where there is no gain",
		func(o *organization) *float64 { return &o.attend.ShortTerm })
	f.number("cost", "what it costs to come", 0, practice.MaxCost,
		func(o *organization) *float64 { return &o.attend.Cost })
	f.rate("compel", "probability that who would not come must",
		func(o *organization) *float64 { return &o.attend.Compel })
	f.slope("crowd", "talk by how much people must come (above 0 it adds nothing: they say all)",
		func(o *organization) *float64 { return &o.attend.Crowd })
}

// expectations are what energizes people.
func (f *flags) expectations() {
	f.whole("every", "ticks of a project (0: there are no projects)", practice.MaxEvery,
		func(o *organization) *int { return &o.expect.Every })
	f.whole("enough", "dimensions above which a project has content", practice.MaxCapacity,
		func(o *organization) *int { return &o.expect.Enough })
	f.slope("learn", "energy by whether a project has something to learn",
		func(o *organization) *float64 { return &o.expect.Learn })
	f.slope("visible", "energy by visible results",
		func(o *organization) *float64 { return &o.expect.Visible })
	f.slope("origin", "energy by projects that are set from above",
		func(o *organization) *float64 { return &o.expect.Origin })
	f.number("overload", "energy that a project of more than -capacity dimensions takes", 0,
		practice.MostEnergy, func(o *organization) *float64 { return &o.expect.Overload })
	f.whole("capacity", "dimensions above which a project is an overload", practice.MaxCapacity,
		func(o *organization) *int { return &o.expect.Capacity })
	f.whole("open", "dimensions that a unit is about at a time, in fours, 0: all",
		setups.Default().Dimensions, func(o *organization) *int { return &o.open })
	f.slope("energy", "being heard by energy",
		func(o *organization) *float64 { return &o.expect.Energy })
	f.rate("quiet", "probability that one of energy 8 is not heard",
		func(o *organization) *float64 { return &o.expect.Quiet })
	f.rate("shown", "share of projects whose results are visible",
		func(o *organization) *float64 { return &o.expect.Shown })
	f.rate("assigned", "share of projects that are set from above",
		func(o *organization) *float64 { return &o.expect.Assigned })
}

// culture is what people are, and how that changes.
func (f *flags) culture() {
	f.slope("withhold", "keeping back what sets one apart by individualism",
		func(o *organization) *float64 { return &o.culture.Withhold })
	f.slope("narrow", "not listening to contradiction by competition",
		func(o *organization) *float64 { return &o.culture.Narrow })
	f.rate("contact", "chance that a trait drifts towards that of a contact",
		func(o *organization) *float64 { return &o.culture.Drift.Contact })
	f.rate("firm", "chance that a trait drifts towards that of the firm",
		func(o *organization) *float64 { return &o.culture.Drift.Firm })
	f.rate("first", "chance that a trait drifts back to what it was first",
		func(o *organization) *float64 { return &o.culture.Drift.First })
	f.whole("dose", "person-steps of a change towards less individualism", culture.MaxDose,
		func(o *organization) *int { return &o.dose })
	f.whole("depth", "steps of each person where it is seeded in communities (0: not seeded)",
		practice.MostTrait, func(o *organization) *int { return &o.depth })
	f.whole("at", "tick of the change", sim.MaxTicks,
		func(o *organization) *int { return &o.at })
}
