package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync/atomic"

	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The organizations that can be asked for, in the order of every table.
const (
	communities = "communities"
	brokered    = "brokered"
	hierarchy   = "hierarchy"
	matrix      = "matrix"
	isolated    = "isolated"
)

var known = []string{communities, brokered, hierarchy, matrix, isolated}

// refused are those that the comparison is about: what does not fit there is refused, and not left
// out.
var refused = []string{communities, hierarchy, isolated}

// The controls beside an organization.
const (
	randomized = "randomized"
	connected  = "connected"
)

// organization is one arrangement of the people, and the controls beside it.
type organization struct {
	name     string
	words    string // how it arranges the people
	scenario sim.Scenario
	like     string // the organization whose contact it is given; empty: it has its own
	units    *network.Units
	controls []control
}

// control is an organization with the same sizes of units and seats per person, members drawn at
// random.
type control struct {
	name     string
	scenario sim.Scenario
}

// controlled is the scenario of a control, and whether there is one.
func (o organization) controlled(name string) (string, bool) {
	i := slices.IndexFunc(o.controls, func(c control) bool { return c.name == name })
	if i < 0 {
		return "", false
	}
	return o.controls[i].scenario.Name, true
}

// organizations are what is compared.
type organizations struct {
	all      []organization
	units    map[string]*network.Units // of the first replicate, by scenario
	drafts   drafts
	budgets  budgets
	steps    []sim.Scenario // between two organizations: see parts
	source                  // of real people; zero: they are made up
	title    string
	notes    []string // what every output must say
	lost     []string // of the notes, whom and what of the data the results leave out
	left     []string // what was left out, and why
	invented bool     // the hierarchy is made up
}

// maker makes one organization.
type maker struct {
	name, words string
	make        func() (sim.Scenario, error)
}

// organize makes the organizations that the options ask for.
func organize(o *options) (*organizations, error) {
	if o.own.Real() {
		return fromData(o)
	}
	o.setRuns()
	org := &organizations{title: "Communities of practice and other organizations"}
	if err := org.add(o, o.makers()); err != nil {
		return nil, err
	}
	org.match(o)
	return org, org.finish(o)
}

// makers are the setups that are asked for.
func (o *options) makers() []maker {
	c := &o.conditions
	size, span := chart.Thousands(o.size), chart.Thousands(o.span)
	all := []maker{
		{communities, fmt.Sprintf("teams of %s, and communities of %s across them", size,
			size), whole(setups.Communities{On: c, Team: o.size, Size: o.size,
			Periphery: o.periphery}.Scenario)},
		{brokered, fmt.Sprintf("teams of %s; %s of the people in communities of %s too", size,
			short(o.share), size), whole(setups.Brokered{On: c, Team: o.size, Size: o.size,
			Share: o.share, Connected: o.joined}.Scenario)},
		{hierarchy, fmt.Sprintf("managers with %s reports, each in two teams", span),
			whole(setups.Hierarchy{On: c, Span: o.span}.Scenario)},
		{matrix, fmt.Sprintf("two hierarchies of %s reports; in one people are shuffled",
			span), whole(setups.Matrix{On: c, Span: o.span}.Scenario)},
		{isolated, fmt.Sprintf("teams of %s with no person in common", size),
			whole(setups.Isolated{On: c, Size: o.size}.Scenario)},
	}
	return slices.DeleteFunc(all, func(m maker) bool { return !o.asks(m.name) })
}

// asks reports whether an organization is asked for.
func (o *options) asks(name string) bool { return slices.Contains(o.chosen, name) }

func whole(make func() sim.Scenario) func() (sim.Scenario, error) {
	return func() (sim.Scenario, error) { return make(), nil }
}

// add makes organizations and their controls, several at once. What they give does not depend on
// how many. One that does not fit is refused, or left out.
func (org *organizations) add(o *options, makers []maker) error {
	made := make([]arranged, len(makers))
	each(o.workers, len(makers), func(i int) { made[i] = o.arrange(&org.drafts, makers[i]) })
	for i, a := range made {
		switch {
		case a.err != nil && slices.Contains(refused, makers[i].name):
			return o.misfit(makers[i].name, a.err)
		case a.err != nil:
			org.left = append(org.left, leaving(makers[i].name, a.err))
			continue
		}
		org.left = append(org.left, a.left...)
		org.all = append(org.all, a.organization)
	}
	return nil
}

// arranged is an organization with its controls, those left out and why, or the error that it does
// not fit.
type arranged struct {
	organization
	left []string
	err  error
}

func (o *options) arrange(d *drafts, m maker) (a arranged) {
	s, err := m.make()
	if err == nil {
		err = s.Validate()
	}
	if err == nil {
		a.units, err = d.units(s, o.seed)
	}
	if err != nil {
		return arranged{err: err}
	}
	a.name, a.words, a.scenario = m.name, m.words, s
	a.control(o, d)
	return a
}

// leaving says that something was left out, and why.
func leaving(what string, why error) string { return fmt.Sprintf("%s: %v", what, reason(why)) }

// reason is an error without the scenario that it names.
func reason(err error) string {
	text := err.Error()
	for _, mark := range []string{"setups: ", "network: "} {
		if _, after, ok := strings.Cut(text, mark); ok {
			return after
		}
	}
	return text
}

// control puts the controls beside an organization: its seats and sizes at random, and at random
// among those arrangements that hang together.
func (a *arranged) control(o *options, d *drafts) {
	random := redrawn(setups.Randomized(a.scenario))
	a.controls = []control{{randomized, random}}
	if !a.overlaps() {
		a.left = append(a.left, a.name+": no connected control, as nobody has two seats")
		return
	}
	joined := random // the same draw, in every run
	if !o.allHangTogether(d, random) {
		joined = setups.Connected(a.scenario)
		if _, err := d.units(joined, o.seed); err != nil {
			a.left = append(a.left, leaving(a.name+", connected control", err))
			return
		}
	}
	a.controls = append(a.controls, control{connected, joined})
}

// allHangTogether reports whether a randomization hangs together in every run. Then the draw among
// those that do is the same, and need not be run again. To draw an organization takes far less time
// than to run it, so all runs are asked, whatever their number.
func (o *options) allHangTogether(d *drafts, s sim.Scenario) bool {
	var apart atomic.Bool
	each(o.workers, o.replicates, func(r int) {
		if apart.Load() {
			return
		}
		units, err := d.replicate(s, o.seed, r)
		if err != nil || !hangsTogether(units) {
			apart.Store(true)
		}
	})
	return !apart.Load()
}

func hangsTogether(u *network.Units) bool {
	_, parts := network.Components(u.Contacts())
	return parts == 1
}

// overlaps reports whether anybody has two seats. Without, who sits with whom is chance to begin
// with: disjoint units are their own randomization. Lasting circles are joined by their voices.
func (o organization) overlaps() bool {
	if o.units.Graph() != nil {
		return true
	}
	seats := 0
	for p := range o.units.People() {
		seats += len(o.units.Of(p))
	}
	return seats > o.units.People()
}

// match adds a matrix with the communities' contact: as many seats a person.
func (org *organizations) match(o *options) {
	like := org.named(communities)
	if like == nil || org.named(matrix) == nil {
		return
	}
	s, fit, err := setups.Matched(setups.Matrix{Span: o.span}, like.scenario)
	if err != nil {
		org.left = append(org.left, leaving("matched matrix", err))
		return
	}
	units, err := org.drafts.units(s, o.seed)
	if err != nil {
		org.left = append(org.left, leaving("matched matrix", err))
		return
	}
	made := organization{name: s.Name, scenario: s, units: units, like: communities,
		words: "a matrix with the communities' contact, " + nearness(fit)}
	org.left = append(org.left, made.name+": no controls, as it is one itself")
	at := slices.IndexFunc(org.all, func(o organization) bool { return o.name == matrix })
	org.all = slices.Insert(org.all, at+1, made)
}

// nearness is how near a matched organization comes.
func nearness(f setups.Fit) string {
	if f.Off() == 0 {
		return "exactly"
	}
	return fmt.Sprintf("within %.0f %%", math.Ceil(100*f.Off()))
}

// named is the organization of a name, or nil.
func (org *organizations) named(name string) *organization {
	i := slices.IndexFunc(org.all, func(o organization) bool { return o.name == name })
	if i < 0 {
		return nil
	}
	return &org.all[i]
}

// main are the organizations that come with a contact of their own.
func (org *organizations) main() []organization {
	return slices.DeleteFunc(slices.Clone(org.all), func(o organization) bool {
		return o.like != ""
	})
}

var errNothing = errors.New("nothing to compare is left: want two organizations or more")

// finish adds what lies between two organizations, and refuses a comparison of fewer.
func (org *organizations) finish(o *options) error {
	if len(org.main()) < 2 {
		return program.MisusedBecause(errNothing)
	}
	org.left = append(org.left, o.fewerRuns()...)
	org.steps = org.between(o)
	return org.build(o)
}

// build finds the units of all scenarios.
func (org *organizations) build(o *options) error {
	all := org.scenarios()
	units, errs := make([]*network.Units, len(all)), make([]error, len(all))
	each(o.workers, len(all), func(i int) {
		units[i], errs[i] = org.drafts.units(all[i], o.seed)
	})
	org.units = map[string]*network.Units{}
	for i, s := range all {
		org.units[s.Name] = units[i]
	}
	return cmp.Or(errs...)
}

// scenarios are all that is simulated: each organization, its controls, the next organization, and
// what lies between two.
func (org *organizations) scenarios() []sim.Scenario {
	var all []sim.Scenario
	for _, o := range org.all {
		all = append(all, o.scenario)
		for i, c := range o.controls {
			if i == 0 || c.scenario.Name != o.controls[0].scenario.Name {
				all = append(all, c.scenario)
			}
		}
	}
	return append(all, org.steps...)
}

// each calls visit with each organization, and then with each of its controls.
func (org *organizations) each(visit func(o organization, control, scenario string)) {
	for _, o := range org.all {
		visit(o, "", o.scenario.Name)
		for _, c := range o.controls {
			visit(o, c.name, c.scenario.Name)
		}
	}
}
