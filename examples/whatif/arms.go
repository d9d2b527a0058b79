package main

import (
	"errors"
	"fmt"
	"strings"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// arm is one change that is set beside the organization as it is.
type arm struct {
	name    string // for tables and files; it names no person
	changes []whatif.Change
	later   []whatif.At // changes at later ticks
	omitted []int       // the people over whom it is not compared: see one and remove
}

// changedScenarios are the organization as it is, and with each change that the flags ask for. The
// changes are tried in a model that does not run.
func (p *asking) changedScenarios() ([]sim.Scenario, error) {
	times := map[string]int{}
	for _, w := range p.changes {
		made, err := p.firm.arms(w, p.handover)
		if err == nil {
			err = p.try(made)
		}
		if err != nil {
			return nil, program.Misuse("-%s %s: %w", w.flag, w.text, err)
		}
		for _, a := range made {
			if times[a.name]++; times[a.name] > 1 {
				a.name += fmt.Sprintf(" (%d)", times[a.name])
			}
			p.arms = append(p.arms, a)
		}
	}
	return p.armScenarios(), nil
}

// try makes the changes of arms in a model that does not run.
func (p *asking) try(arms []arm) error {
	m, err := p.firm.model(p.Seed)
	if err != nil {
		return err
	}
	for _, a := range arms {
		if _, err := whatif.Branch(m, a.changes...); err != nil {
			return err
		}
		if n := p.firm.People() - len(a.omitted); n < orgflags.Smallest {
			return fmt.Errorf("results are shown of %d people or more, and %d are left beside "+
				"those whom the change names", orgflags.Smallest, n)
		}
	}
	return nil
}

// armScenarios are the organization as it is, and with each change.
func (p *asking) armScenarios() []sim.Scenario {
	all := []sim.Scenario{p.firm.base}
	for _, a := range p.arms {
		all = append(all, a.scenario(p.firm.base, p.at))
	}
	return all
}

// arms are what one flag asks for.
func (f *firm) arms(w wanted, handover float64) ([]arm, error) {
	switch w.flag {
	case "remove":
		return f.remove(w.text, handover)
	case "merge":
		return f.merge(w.text)
	case "split":
		return f.split(w.text)
	case "join":
		return f.join(w.text)
	case "community":
		return f.community(w.text)
	case "tie":
		return f.tie(w.text)
	}
	if _, err := f.unit(""); f.names == nil {
		return nil, err
	}
	return one("all change departments", nil, whatif.Rotate{Channel: departments}), nil
}

// one is a single arm. It omits the people whom the change names if they are fewer than five.
func one(name string, people []int, c whatif.Change) []arm {
	a := arm{name: name, changes: []whatif.Change{c}}
	if len(people) < orgflags.Smallest {
		a.omitted = people
	}
	return []arm{a}
}

// remove has three arms: nobody comes, a newcomer comes, and a newcomer comes after a handover.
// They omit those who leave, however many. A mean over others is another mean, whatever anybody
// learns, and from two of them that share all but one person his score could be worked out.
func (f *firm) remove(text string, handover float64) (all []arm, err error) {
	people, err := f.people(text)
	if err != nil {
		return nil, err
	}
	who := program.Count(len(people), "person leaves", "people leave")
	for _, c := range []struct {
		name   string
		change whatif.Remove
	}{
		{", nobody comes", whatif.Remove{}},
		{", a newcomer comes", whatif.Remove{Successors: true}},
		{fmt.Sprintf(", a newcomer after a handover of %v", handover),
			whatif.Remove{Successors: true, Handover: handover}},
	} {
		c.change.People = people
		all = append(all, arm{name: who + c.name, changes: []whatif.Change{c.change},
			omitted: people})
	}
	return all, nil
}

// merge cuts its text at the comma that leaves two departments, as names may have commas.
func (f *firm) merge(text string) ([]arm, error) {
	parts := strings.Split(text, ",")
	if len(parts) < 2 {
		return nil, fmt.Errorf("want two departments with a comma between them")
	}
	var first error
	for i := 1; i < len(parts); i++ {
		x, y := strings.Join(parts[:i], ","), strings.Join(parts[i:], ",")
		a, err := f.unit(x)
		b, failed := f.unit(y)
		if err == nil && failed == nil {
			if a == b {
				return nil, fmt.Errorf("%s cannot be merged with itself", f.called(a))
			}
			name := fmt.Sprintf("merge %s and %s", f.called(a), f.called(b))
			return one(name, f.members(a, b), whatif.Merge{Channel: departments, A: a, B: b}), nil
		}
		if err == nil {
			err = failed
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

func (f *firm) split(text string) ([]arm, error) {
	u, err := f.unit(text)
	if err != nil {
		return nil, err
	}
	if len(f.members(u)) < 2 {
		return nil, fmt.Errorf("%s has one person, and cannot be divided", f.called(u))
	}
	return one("split "+f.called(u), f.members(u),
		whatif.Split{Channel: departments, Unit: u}), nil
}

func (f *firm) join(text string) ([]arm, error) {
	id, name, ok := strings.Cut(text, ":")
	if !ok {
		return nil, fmt.Errorf("want ID:DEPARTMENT, a person and a department")
	}
	person, err := f.person(id)
	if err != nil {
		return nil, err
	}
	u, err := f.unit(name)
	if err != nil {
		return nil, err
	}
	if f.department[person] == u {
		return nil, fmt.Errorf("%q is in %s already", strings.TrimSpace(id), f.called(u))
	}
	return one("a person joins "+f.called(u), []int{person},
		whatif.Join{Channel: departments, People: []int{person}, Unit: u}), nil
}

func (f *firm) community(text string) ([]arm, error) {
	people, err := f.people(text)
	if err != nil {
		return nil, err
	}
	if f.names == nil {
		_, err := f.unit("")
		return nil, err
	}
	if len(people) < 2 {
		return nil, errors.New("a community has two people or more")
	}
	c := whatif.Community{Channel: departments}
	for _, p := range people {
		c.People = append(c.People, int32(p))
	}
	return one(fmt.Sprintf("a community of %d", len(people)), people, c), nil
}

func (f *firm) tie(text string) ([]arm, error) {
	from, to, ok := strings.Cut(text, ":")
	if !ok {
		return nil, fmt.Errorf("want ID:ID, who listens and to whom")
	}
	if strings.TrimSpace(from) == strings.TrimSpace(to) {
		return nil, fmt.Errorf("%q cannot be tied to himself", strings.TrimSpace(to))
	}
	listener, err := f.person(from)
	if err != nil {
		return nil, err
	}
	heard, err := f.person(to)
	if err != nil {
		return nil, err
	}
	if f.Graph().Has(listener, heard) {
		return nil, fmt.Errorf("%q listens to %q already", strings.TrimSpace(from),
			strings.TrimSpace(to))
	}
	return one("one more tie", []int{listener, heard},
		whatif.Tie{Channel: ties, From: listener, To: heard}), nil
}

// called is a department's name in a table.
func (f *firm) called(unit int) string { return orgflags.Printable(f.names[unit]) }

// members are the people of departments.
func (f *firm) members(units ...int) (all []int) {
	for p, d := range f.department {
		for _, u := range units {
			if d == u {
				all = append(all, p)
			}
		}
	}
	return all
}
