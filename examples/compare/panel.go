package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
)

// longRun is the last tick of the panel.
const longRun = 1000

// panelTicks are the ticks at which the panel is read.
var panelTicks = []int{50, 200, longRun}

// condition is one way in which the world, the rules or the people are not those of the default.
type condition struct {
	name   string
	change func(o *options)                     // of the flags: what the setups are made from
	set    func(s *sim.Scenario, sized options) // of a scenario
	only   string                               // the organization that it changes; empty: all
}

// conditions are the panel, in the order of its table.
var conditions = []condition{
	{name: "default"},
	{name: "turnover .01", set: func(s *sim.Scenario, _ options) {
		s.Events = append(s.Events, sim.Turnover{Rate: .01})
	}},
	{name: "turnover, turbulence", set: func(s *sim.Scenario, _ options) {
		s.Events = append(s.Events, sim.Turnover{Rate: .01}, sim.Turbulence{Rate: .005})
	}},
	{name: "everyone searches too", set: func(s *sim.Scenario, _ options) {
		s.Experience = agents.Flip{}
	}},
	{name: "superior has 5 votes", only: hierarchy, set: func(s *sim.Scenario, o options) {
		objectify(s, agents.Authority{Rate: o.conditions.Superior, Weight: 5})
	}},
	{name: "superior may veto", only: hierarchy, set: func(s *sim.Scenario, o options) {
		objectify(s, agents.Screen{Rate: o.conditions.Superior, Veto: 1})
	}},
	{name: "superior decides", only: hierarchy, set: func(s *sim.Scenario, o options) {
		objectify(s, agents.Decree{Rate: o.conditions.Superior})
	}},
	{name: "best voice decides", set: func(s *sim.Scenario, _ options) {
		objectify(s, agents.Best{})
	}},
	{name: "merit fully seen", change: func(o *options) { o.conditions.Seen = 0 }},
	{name: "merit hardly seen", change: func(o *options) { o.conditions.Seen = 4 }},
	{name: "additive payoff", set: func(s *sim.Scenario, o options) {
		s.Reality = sim.Additive{Seen: o.conditions.Seen}
	}},
	{name: "teams of 10", change: func(o *options) { o.size, o.span = 10, 9 }},
	{name: "taken over fast (.5)", change: func(o *options) { o.conditions.Absorb = .5 }},
}

func objectify(s *sim.Scenario, rule agents.Objectifier) {
	s.Channels = slices.Clone(s.Channels)
	for i := range s.Channels {
		s.Channels[i].Objectify = rule
	}
}

// oneUnit is the organization that the panel has beside the others: everybody in one unit.
const oneUnit = "one unit"

// panel is the same organizations under other conditions.
type panel struct {
	*organizations
	names      []string
	conditions []string
	table      *metrics.Table
	omitted    []string // conditions, and why
}

// measurePanel runs the panel.
func (r *result) measurePanel(ctx context.Context) (*panel, error) {
	p := &panel{organizations: r.organizations}
	for _, o := range r.main() {
		p.names = append(p.names, o.name)
	}
	p.names = append(p.names, oneUnit)
	var all []sim.Scenario
	for _, c := range conditions {
		made, err := r.under(c)
		if err != nil {
			p.omitted = append(p.omitted, fmt.Sprintf("condition %q: %v", c.name, reason(err)))
			continue
		}
		p.conditions = append(p.conditions, c.name)
		all = append(all, made...)
	}
	progress := program.NewProgress("simulating the panel")
	defer progress.End()
	var err error
	p.table, err = metrics.Measure(ctx, sim.Experiment{
		Scenarios: all, Replicates: r.options.panel, Seed: r.seed, Workers: r.workers,
		At: panelTicks, Progress: progress.Report,
	}, metrics.Score)
	return p, err
}

// under makes the organizations under a condition. One that changes a single organization has the
// others as they are by default: they are not run twice.
func (r *result) under(c condition) ([]sim.Scenario, error) {
	o := *r.options
	o.conditions.Ticks = longRun
	if c.change != nil {
		if r.source.roster != nil && strings.HasPrefix(c.name, "teams") {
			return nil, fmt.Errorf("a real organization has its own teams")
		}
		c.change(&o)
	}
	made, err := r.panelScenarios(&o)
	if err != nil {
		return nil, err
	}
	var all []sim.Scenario
	for _, s := range made {
		if c.only != "" && s.Name != c.only {
			continue
		}
		if c.set != nil {
			c.set(&s, o)
		}
		s.Name = cellName(c.name, s.Name)
		if err := s.Validate(); err != nil {
			return nil, err
		}
		if _, err := sim.New(s, o.seed, 0); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// panelScenarios are the organizations of the comparison, and one unit of all.
func (r *result) panelScenarios(o *options) ([]sim.Scenario, error) {
	makers := o.makers()
	if r.source.roster != nil {
		makers = o.realMakers(r.source.roster)
	}
	var all []sim.Scenario
	for _, m := range makers {
		if r.named(m.name) == nil {
			continue
		}
		s, err := m.make()
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	one := o.conditions.Scenario(oneUnit, network.Organization{})
	return append(all, one), nil
}

// cellName is the scenario of an organization under a condition.
func cellName(condition, organization string) string { return condition + ": " + organization }

// scenario is what was run of an organization under a condition.
func (p *panel) scenario(condition, organization string) string {
	for _, c := range conditions {
		if c.name == condition && c.only != "" && c.only != organization {
			return cellName("default", organization)
		}
	}
	return cellName(condition, organization)
}

// estimate is the score of an organization under a condition.
func (p *panel) estimate(condition, organization string, tick int) stats.Estimate {
	values := p.table.Values(p.scenario(condition, organization), metrics.Score, tick)
	return stats.Bounded(values, -1, 1, metrics.Level)
}

// ranks are the places of the organizations under a condition, 1 for the highest mean.
func (p *panel) ranks(condition string, tick int) []int {
	ranks := make([]int, len(p.names))
	for i, name := range p.names {
		ranks[i] = 1
		for _, other := range p.names {
			if p.estimate(condition, other, tick).Mean > p.estimate(condition, name, tick).Mean {
				ranks[i]++
			}
		}
	}
	return ranks
}

// ahead is the number of conditions in which each organization has the highest mean.
func (p *panel) ahead(tick int) []int {
	n := make([]int, len(p.names))
	for _, c := range p.conditions {
		for i, rank := range p.ranks(c, tick) {
			if rank == 1 {
				n[i]++
			}
		}
	}
	return n
}

// longRun is the score of an organization at the last tick of the default condition.
func (p *panel) longRun(organization string) string {
	if !slices.Contains(p.names, organization) {
		return ""
	}
	return mean(p.estimate(conditions[0].name, organization, longRun))
}

// panelTable is how far the result carries.
func (r *result) panelTable(b *strings.Builder) {
	p := r.panel
	if p == nil {
		return
	}
	fmt.Fprintln(b, wrap("", fmt.Sprintf("Other conditions, one changed at a time: score at tick "+
		"200, mean of %s (not those above, which are %s). A star: the highest mean, be it shown "+
		"or not. One unit: all people in one. Superior: in the hierarchy only. Intervals and the "+
		"other ticks are in panel.csv.", program.Count(r.options.panel, "run", "runs"),
		chart.Thousands(r.replicates))))
	fmt.Fprintf(b, "%-22s", "")
	for _, name := range p.names {
		fmt.Fprintf(b, " %8s", abbreviated(name))
	}
	fmt.Fprintln(b)
	for _, c := range p.conditions {
		fmt.Fprintf(b, "%-22s", c)
		ranks := p.ranks(c, 200)
		for i, name := range p.names {
			text := program.Decimal(p.estimate(c, name, 200).Mean)
			if ranks[i] == 1 {
				text = "*" + text
			}
			fmt.Fprintf(b, " %8s", text)
		}
		fmt.Fprintln(b)
	}
	for _, tick := range panelTicks {
		fmt.Fprintf(b, "%-22s", fmt.Sprintf("highest at %s", chart.Thousands(tick)))
		for _, n := range p.ahead(tick) {
			fmt.Fprintf(b, " %8d", n)
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b, "(the number of conditions in which its mean is highest; who tie count all)")
	fmt.Fprintln(b)
}

// abbreviated is an organization's name in a narrow column.
func abbreviated(name string) string {
	switch name {
	case communities:
		return "commun."
	case hierarchy:
		return "hierar."
	}
	return name
}

// carries says how far the result carries over the conditions of the panel.
func (r *result) carries() []string {
	p := r.panel
	if p == nil {
		return nil
	}
	var said []string
	for _, tick := range panelTicks {
		var lead []string
		for i, n := range p.ahead(tick) {
			if n > 0 {
				lead = append(lead, fmt.Sprintf("%s in %d", p.names[i], n))
			}
		}
		said = append(said, fmt.Sprintf("at tick %s %s", chart.Thousands(tick),
			strings.Join(lead, ", ")))
	}
	return []string{fmt.Sprintf("Highest mean over %d conditions (who tie count all): %s.",
		len(p.conditions), strings.Join(said, "; "))}
}
