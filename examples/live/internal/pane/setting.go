package pane

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"orglearn/metrics/study/kinds"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Limits of a setting. They keep a page on a small machine alive.
const (
	MaxPanes   = 4
	MaxLink    = 1 << 14    // bytes
	MaxPeople  = 10_000     // of an organization
	MaxTicks   = 5_000      // of a run
	modelTicks = 1_000      // of a published model's run at most
	MaxWork    = 50_000_000 // people times dimensions times ticks, over 64
)

// Setting is all that a page shows.
type Setting struct {
	Seed   uint64
	Values Values // of all panes
	Panes  []Pane // 1 to MaxPanes
	Branch *Branch
	Table  kinds.Table
}

// Pane is one organization.
type Pane struct {
	Of         string // the key of an organization or a model
	Values     Values // in place of those of all panes
	Randomized bool   // its control stands there (setups.Randomized)
}

// Branch is what changes at a tick.
type Branch struct {
	Tick   int
	Values Values
	Panes  []Values
}

// Parse reads a link: a query string of these keys. Keys that it does not know are errors, but for
// those of the page (metric, student, class).
//
//	seed                    the seed
//	a, b, c, d              the organization or the model of a pane
//	a:control               "randomized"
//	role/name[/field]       a value of all panes
//	a:role/name[/field]     a value of one pane, in place of it
//	then                    the tick of a branch
//	then:...                a value from then on
func Parse(link string) (*Setting, error) {
	if len(link) > MaxLink {
		return nil, fmt.Errorf("the link has %d bytes, want at most %d", len(link), MaxLink)
	}
	q, err := parseQuery(link)
	if err != nil {
		return nil, err
	}
	s := &Setting{Seed: 1991, Values: Values{}, Table: Table()}
	if err := s.panes(q); err != nil {
		return nil, err
	}
	for key, text := range q {
		if err := s.set(key, text); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// panes reads which panes there are.
func (s *Setting) panes(q query) error {
	for i := range MaxPanes {
		of := q[letter(i)]
		if of == "" {
			break
		}
		k, f, err := find(s.Table, of)
		if err != nil || f != nil || switched(k) || k.Role == kinds.Conditions {
			return fmt.Errorf("pane %s is %q, want an organization or a model", letter(i), of)
		}
		s.Panes = append(s.Panes, Pane{Of: of, Values: Values{}})
	}
	if len(s.Panes) == 0 {
		return errors.New("the link has no pane a, want an organization or a model")
	}
	then, ok := q["then"]
	if !ok {
		return nil
	}
	tick, err := strconv.Atoi(then)
	if err != nil || tick < 0 || tick > MaxTicks {
		return fmt.Errorf("then is %q, want a tick, 0 to %d", then, MaxTicks)
	}
	s.Branch = &Branch{Tick: tick, Values: Values{}}
	for range s.Panes {
		s.Branch.Panes = append(s.Branch.Panes, Values{})
	}
	return nil
}

// letter returns the name of a pane.
func letter(pane int) string { return string(rune('a' + pane)) }

// set reads one key of a link.
func (s *Setting) set(name, text string) (err error) {
	rest, then := strings.CutPrefix(name, "then:")
	pane, rest := s.paneOf(rest)
	switch {
	case name == "metric" || name == "student" || name == "class" || name == "then" ||
		len(name) == 1 && name >= "a" && name <= letter(len(s.Panes)-1):
		return nil
	case name == "seed":
		if s.Seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			return fmt.Errorf("seed is %q, want a whole number, 0 to 2^64-1", text)
		}
		return nil
	case rest == "control" && pane >= 0 && !then:
		s.Panes[pane].Randomized = text == setups.RandomizedSuffix[1:]
		return nil
	case then && s.Branch == nil:
		return fmt.Errorf("%s has no tick: there is no then", name)
	case then && pane >= 0:
		return s.Branch.Panes[pane].set(s.Table, rest, text)
	case then:
		return s.Branch.Values.set(s.Table, rest, text)
	case pane >= 0:
		return s.Panes[pane].Values.set(s.Table, rest, text)
	}
	return s.Values.set(s.Table, rest, text)
}

// paneOf splits the name of a pane from a key. It returns -1 if there is none.
func (s *Setting) paneOf(key string) (pane int, rest string) {
	for i := range s.Panes {
		if rest, ok := strings.CutPrefix(key, letter(i)+":"); ok {
			return i, rest
		}
	}
	return -1, key
}

// Study returns the link of what is run, in one fixed form, without a branch and without what only
// a page needs.
func (s *Setting) Study() string {
	q := query{"seed": strconv.FormatUint(s.Seed, 10)}
	add := func(prefix string, values Values) {
		for key, value := range values {
			q[prefix+key] = value.String()
		}
	}
	add("", s.Values)
	for i, p := range s.Panes {
		q[letter(i)] = p.Of
		if p.Randomized {
			q[letter(i)+":control"] = setups.RandomizedSuffix[1:]
		}
		add(letter(i)+":", p.Values)
	}
	return q.text()
}

// Scenario returns the organization of a pane.
func (s *Setting) Scenario(pane int) (sim.Scenario, error) {
	p := s.Panes[pane]
	return s.build(p, s.Values.over(p.Values))
}

// Later returns the organization of a pane from the tick of the branch on.
func (s *Setting) Later(pane int) (sim.Scenario, error) {
	p := s.Panes[pane]
	return s.build(p, s.Values.over(p.Values, s.Branch.Values, s.Branch.Panes[pane]))
}

// build returns the organization of a pane with some values. Conditions and mechanisms do not go
// with a model, which has its own.
func (s *Setting) build(p Pane, values Values) (sim.Scenario, error) {
	var parts []kinds.Part
	of, _, _ := find(s.Table, p.Of)
	for _, k := range s.Table {
		setup := k.Role == kinds.Conditions || k.Role == kinds.Mechanism
		switch {
		case key(k) == p.Of, k.Role == kinds.Conditions && of.Role != kinds.Model,
			switched(k) && values[key(k)] == on && !(setup && of.Role == kinds.Model):
			parts = append(parts, values.part(k))
		}
	}
	scenario, err := kinds.Build(parts...)
	if err != nil {
		return scenario, err
	}
	if p.Randomized {
		scenario = setups.Randomized(scenario)
	}
	if of.Role == kinds.Model { // a paper's run may end at equilibrium, with no cap of its own
		scenario.Ticks = min(scenario.Ticks, modelTicks)
	}
	return scenario, within(scenario)
}

// within reports a scenario that is too large for a page.
func within(s sim.Scenario) error {
	switch {
	case s.People > MaxPeople:
		return fmt.Errorf("%d people, want at most %d on a page", s.People, MaxPeople)
	case s.Ticks > MaxTicks:
		return fmt.Errorf("%d ticks, want at most %d on a page", s.Ticks, MaxTicks)
	case int64(s.People)*int64(s.Ticks) > MaxWork/int64(max(1, (s.Dimensions+63)/64)):
		return fmt.Errorf("%d people over %d ticks with %d dimensions are too many for a page",
			s.People, s.Ticks, s.Dimensions)
	}
	return nil
}
