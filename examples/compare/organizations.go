package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

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
	steps    []sim.Scenario            // between two organizations: see parts
	source                             // of real people; zero: they are made up
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
	if o.real() {
		return fromData(o)
	}
	org := &organizations{title: "Communities of practice and other organizations"}
	for _, m := range o.makers() {
		if err := org.add(o, m); err != nil {
			return nil, err
		}
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

// add makes an organization and its controls. One that does not fit is refused, or left out.
func (org *organizations) add(o *options, m maker) error {
	s, err := m.make()
	if err == nil {
		err = s.Validate()
	}
	var units *network.Units
	if err == nil {
		units, err = unitsOf(s, o.seed)
	}
	switch {
	case err != nil && slices.Contains(refused, m.name):
		return o.misfit(m.name, err)
	case err != nil:
		org.leave(m.name, err)
		return nil
	}
	made := organization{name: m.name, words: m.words, scenario: s, units: units}
	org.control(o, &made)
	org.all = append(org.all, made)
	return nil
}

// unitsOf are the units of a scenario's first replicate.
func unitsOf(s sim.Scenario, seed uint64) (*network.Units, error) {
	m, err := sim.New(s, seed, 0)
	if err != nil {
		return nil, err
	}
	return m.Units(0), nil
}

// leave says that something was left out, and why.
func (org *organizations) leave(what string, why error) {
	org.left = append(org.left, fmt.Sprintf("%s: %v", what, reason(why)))
}

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
func (org *organizations) control(o *options, made *organization) {
	made.controls = []control{{randomized, setups.Randomized(made.scenario)}}
	if !made.overlaps() {
		org.left = append(org.left, made.name+": no connected control, as nobody has two seats")
		return
	}
	s := setups.Connected(made.scenario)
	if _, err := unitsOf(s, o.seed); err != nil {
		org.leave(made.name+", connected control", err)
		return
	}
	if o.conditions.People*o.replicates <= manyPeople &&
		o.allHangTogether(made.controls[0].scenario) {
		s = made.controls[0].scenario // the same draw, in every run
	}
	made.controls = append(made.controls, control{connected, s})
}

// manyPeople is the number of people of all runs above which their structures are not drawn twice.
const manyPeople = 1_000_000

// allHangTogether reports whether a randomization hangs together in every run. Then the draw among
// those that do is the same, and need not be run again.
func (o *options) allHangTogether(s sim.Scenario) bool {
	for r := range o.replicates {
		m, err := sim.New(s, o.seed, uint64(r))
		if err != nil {
			return false
		}
		if _, parts := network.Components(m.Units(0).Contacts()); parts > 1 {
			return false
		}
	}
	return true
}

// overlaps reports whether anybody has two seats. Without, who sits with whom is chance to begin
// with: disjoint units are their own randomization. Lasting circles are joined by their voices.
func (o organization) overlaps() bool {
	return o.units.Graph() != nil || o.units.Budget().Seats > 1
}

// match adds a matrix with the communities' contact: as many seats a person.
func (org *organizations) match(o *options) {
	like := org.named(communities)
	if like == nil || org.named(matrix) == nil {
		return
	}
	s, fit, err := setups.Matched(setups.Matrix{Span: o.span}, like.scenario)
	if err != nil {
		org.leave("matched matrix", err)
		return
	}
	units, err := unitsOf(s, o.seed)
	if err != nil {
		org.leave("matched matrix", err)
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
	org.steps = org.between(o)
	org.units = map[string]*network.Units{}
	for _, s := range org.scenarios() {
		units, err := unitsOf(s, o.seed)
		if err != nil {
			return err
		}
		org.units[s.Name] = units
	}
	return nil
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
