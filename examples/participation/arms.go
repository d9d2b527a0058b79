package main

import (
	"orglearn/agents/practice"
	"orglearn/sim/culture"
	"orglearn/sim/setups"
)

// arm is an organization of the table, and the name of the one it is compared with ("": none).
type arm struct {
	organization
	group   group
	control string
}

// group is a part of the table: attendance, energy or culture.
type group int

const (
	attending group = iota
	expecting
	cultured
)

// The conditions of the default run. The dose is spent at a tick, and what is left of it is read so
// many ticks later, at the end.
const (
	ticks, turnover   = 100, .01
	spentAt, leftover = 50, 50
	dose, depth       = 200, 5 // person-steps, and steps a person where they are seeded
)

// reached is how many sixteenths of people a programme reaches that is as deep as what is seeded,
// but in people of all communities. It moves about as many people by about as many steps.
const reached, sixteenths = 7, 16

// Names of arms that the verdict speaks of.
const (
	voluntary = "voluntary"
	compelled = "compelled"
	crowded   = "compelled, crowded out"
	asOften   = "as often, fixed"
	byHeard   = "encouraged, heard"
	byGain    = "gain, at a cost"
	byBoth    = "gain + heard, at a cost"
	energetic = "energy by content"
	flat      = "energy without effect"
	asLoud    = "as much talk, flat"
	noChange  = "no change"
	programme = "programme"
	seeded    = "seeded"
	scattered = "as deep, scattered"
	noEffect  = "traits without effect"
)

// quietAsLoud is the Quiet at which people without an effect of energy are heard about as much as
// those with one. It was found by trial at the default conditions; the table says how close it is.
const quietAsLoud = .31

// awayAsOften is the Away at which people are heard about as much as those who come more the more
// they are heard. It was found in the same way.
const awayAsOften = 5

// half is attendance at half the meetings.
const half = practice.MostAttendance / 2

// chosenArms are the arms that are run without parameters.
func chosenArms() (all []arm) {
	attend := func(name, control string, r practice.Attendance) {
		if r.Away == 0 {
			r.Away = half
		}
		all = append(all, arm{organization{name: name, attend: r}, attending, control})
	}
	attend(voluntary, "", practice.Attendance{})
	attend("encouraged by gain", voluntary, practice.Attendance{Own: 1})
	attend(asOften, voluntary, practice.Attendance{Away: awayAsOften})
	attend(byHeard, asOften, practice.Attendance{Heard: 1})
	attend(compelled, voluntary, practice.Attendance{Compel: 1})
	attend(crowded, voluntary, practice.Attendance{Compel: 1, Crowd: -.5})
	attend(byGain, voluntary, practice.Attendance{Own: 1, Cost: .5})
	attend(byBoth, byGain, practice.Attendance{Own: 1, Heard: 1, Cost: .5})
	all = append(all, expectations()...)
	all = append(all, cultures()...)
	for i := range all {
		all[i].turnover, all[i].ticks = turnover, ticks
	}
	return all
}

func expectations() (all []arm) {
	expect := func(name, control string, quiet, energy float64) {
		r := practice.Expectations{Every: 10, Learn: 1, Energy: energy, Quiet: quiet}
		all = append(all, arm{organization{name: name, expect: r}, expecting, control})
	}
	expect(flat, "", .5, 0)
	expect(asLoud, "", quietAsLoud, 0)
	expect(energetic, asLoud, .5, 1)
	return all
}

func cultures() (all []arm) {
	c := setups.Culture{
		Drift: culture.Drift{Contact: .05, Firm: .01, First: .02}, Withhold: 1,
	}
	change := func(name, control string, o organization) {
		o.name = name
		all = append(all, arm{o, cultured, control})
	}
	forAll := organization{culture: c, dose: dose, at: spentAt}
	few := forAll
	few.depth = depth
	change(noChange, "", organization{culture: c})
	change(programme, noChange, forAll)
	change(seeded, programme, few)
	forAll.miss = sixteenths - reached
	change(scattered, seeded, forAll)
	c.Withhold = 0
	change(noEffect, noChange, organization{culture: c})
	return all
}

// combinations are the arms of the lists.
func (p *participation) combinations() (all []arm) {
	for c := range p.Combinations(p.axes()...) {
		o := organization{name: "participation " + c.Label()}
		for _, x := range p.parameters {
			x.set(&o)
		}
		all = append(all, arm{organization: o})
	}
	if len(all) == 1 {
		all[0].name = "participation" // the label would be all parameters
	}
	return all
}
