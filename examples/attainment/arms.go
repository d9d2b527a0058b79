package main

import (
	"cmp"

	"orglearn/examples/internal/study"
)

// arm is an organization with an objective, and the place of the arm beside which it stands.
type arm struct {
	name string
	organization
	atLeast float64
	beside  int // its own place: it stands beside none
	// belongs: the arm has more of what is said to make people belong than the one beside it
	belongs bool
}

// defaults are the arms that are run if no parameter is given: communities, in which one thing
// after the other is changed.
func defaults() []arm {
	base := organization{structure: structures[0], ask: asks[0], size: 5, seen: 16, task: 4,
		turnover: .01, ticks: 120}
	all := []arm{{name: "two seats of 5", organization: base}}
	add := func(name string, beside int, belongs bool, change func(o *organization)) int {
		o := all[beside].organization
		change(&o)
		all = append(all, arm{name: name, organization: o, beside: beside, belongs: belongs})
		return len(all) - 1
	}
	isolated := add("one seat of 5", 0, false, func(o *organization) { o.structure = "isolated" })
	all[isolated].beside, all[0].beside, all[0].belongs = isolated, isolated, true
	add("two seats of 10", 0, true, func(o *organization) { o.size = 10 })
	add("sizes 2 to 8", 0, false, func(o *organization) { o.structure = "unequal" })
	half := add("half not heard", 0, false, func(o *organization) { o.quiet = .5 })
	add("committed heard", half, true, func(o *organization) { o.committed = 1 })
	away := add("half not there", 0, false, func(o *organization) { o.away = 8 })
	add("come if it pays", away, true, func(o *organization) { o.own = 1 })
	add("come if heard", away, true, func(o *organization) { o.heard = 1 })
	add("half must come", away, true, func(o *organization) { o.compel = .5 })
	add("rich and poor", 0, false, func(o *organization) { o.contrast = 1 })
	ask := add("ask anybody", 0, false, func(o *organization) { o.ask = "drawn" })
	add("ask who is named", ask, false, func(o *organization) { o.ask = "directory" })
	few := add("talk of 16", 0, false, func(o *organization) { o.open, o.contest = 16, .5 })
	add("contested first", few, false, func(o *organization) { o.talk = 1 })
	add("contested last", few, false, func(o *organization) { o.talk = -1 })
	three := add("3 have the floor", 0, false, func(o *organization) { o.voices = 3 })
	add("animated", three, true, func(o *organization) { o.pass, o.invite = 1, 1 })
	for i := range all {
		all[i].atLeast = .25
	}
	return all
}

// combined are the arms of a run with parameters: all combinations, beside the first.
func (a *attainment) combined() (all []arm) {
	for c := range a.Combinations(a.axes()...) {
		all = append(all, arm{name: c.Label(), atLeast: a.atLeast.Value(),
			organization: organization{
				attention: attention{
					open: a.open.Value(), look: a.look.Value(), work: a.work.Value(),
					talk: a.talk.Value(), contest: a.contest.Value(), rank: a.rank.Value(),
					guided: a.guided.Value(),
				},
				structure: a.structure.Value(), size: a.size.Value(), seen: a.seen.Value(),
				quiet: a.quiet.Value(), committed: a.committed.Value(), away: a.away.Value(),
				own: a.own.Value(), heard: a.heard.Value(), compel: a.compel.Value(),
				ask: a.ask.Value(), task: a.task.Value(), voices: a.voices.Value(),
				pass: a.pass.Value(), invite: a.invite.Value(), contrast: a.contrast.Value(),
				turnover: a.turnover.Value(), turbulence: a.turbulence.Value(),
				ticks: a.ticks.Value(),
			}})
	}
	return all
}

// axes are the parameters of a row, in the order of the columns.
func (a *attainment) axes() []study.Axis {
	return []study.Axis{a.structure, a.size, a.seen, a.quiet, a.committed, a.away, a.own, a.heard,
		a.compel, a.ask, a.task, a.open, a.contest, a.talk, a.voices, a.pass,
		a.invite, a.contrast, a.turnover, a.turbulence, a.look, a.rank, a.guided, a.work,
		a.atLeast, a.ticks}
}

// fields are the parameters of an arm, in the order of the columns.
func (x arm) fields() []string {
	n, f := study.Count, study.Number
	return []string{x.structure, n(x.size), n(x.seen), f(x.quiet), f(x.committed), n(x.away),
		f(x.own), f(x.heard), f(x.compel), x.ask, n(x.task), n(x.open), f(x.contest), f(x.talk),
		n(x.voices), f(x.pass), f(x.invite), f(x.contrast), f(x.turnover),
		f(x.turbulence), n(x.look), cmp.Or(x.rank, rankings[0]), cmp.Or(x.guided, guides[0]),
		n(x.work), f(x.atLeast), n(x.ticks)}
}
