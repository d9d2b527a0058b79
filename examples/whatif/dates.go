package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
	"orglearn/network"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// dated is a file of ties and the tick from which it holds.
type dated struct {
	path string
	tick int
}

// dated reads FILE@TICK,FILE@TICK.
func (p *asking) dated() (all []dated, err error) {
	if !p.given["ties"] {
		return nil, program.Misuse("-dates goes with -ties, the file of the first date")
	}
	for _, entry := range strings.Split(p.dates, ",") {
		at := strings.LastIndex(entry, "@")
		if at < 0 {
			return nil, program.Misuse("-dates: %q, want FILE@TICK", entry)
		}
		d := dated{path: strings.TrimSpace(entry[:at])}
		d.tick, err = strconv.Atoi(strings.TrimSpace(entry[at+1:]))
		least := 0
		if len(all) > 0 {
			least = all[len(all)-1].tick + 1
		}
		if err != nil || d.tick < least || d.tick >= p.conditions.Ticks {
			return nil, program.Misuse("-dates: the tick of %s is %q, want %d to %d, in time order",
				d.path, entry[at+1:], least, p.conditions.Ticks-1)
		}
		all = append(all, d)
	}
	return all, nil
}

// datedScenarios are the organization with its first ties, and as they change: up to the second
// date, up to the third, and so on.
func (p *asking) datedScenarios() ([]sim.Scenario, error) {
	dates, err := p.dated()
	if err != nil {
		return nil, err
	}
	var later []whatif.At
	var omitted []int
	was := p.firm.Graph()
	for i, d := range dates {
		g, note, err := p.tiesOf(d.path)
		if err != nil {
			return nil, program.MisusedBecause(err)
		}
		p.firm.notes = append(p.firm.notes, note...)
		c := []whatif.Change{whatif.Ties{Channel: ties, Graph: g}}
		a := one(fmt.Sprintf("other ties from tick %d", d.tick), retied(was, g, p.own.Weigh),
			c[0])[0]
		omitted, was = append(omitted, a.omitted...), g
		if i > 0 {
			later = append(later, whatif.At{Tick: d.tick, Changes: c})
			a.name, a.changes = "and others from tick "+strconv.Itoa(d.tick), p.arms[0].changes
			a.later = append([]whatif.At(nil), later...)
		}
		p.arms = append(p.arms, a)
	}
	for i := range p.arms { // all over the same people, as they are the same run up to a tick
		p.arms[i].omitted = distinct(omitted)
	}
	p.at = dates[0].tick
	if err := p.try(p.arms); err != nil {
		return nil, program.Misuse("-dates: %w", err)
	}
	return p.armScenarios(), nil
}

// retied are the people at either end of the ties that two graphs do not share, each once. If
// weights count, ties of another weight are not shared.
func retied(was, is *network.Graph, weigh bool) (all []int) {
	graphs := map[network.Edge]int{} // that have the tie
	for _, g := range []*network.Graph{was, is} {
		for e := range g.Edges() {
			if !weigh {
				e.Weight = 0
			}
			graphs[e]++
		}
	}
	for e, n := range graphs {
		if n == 1 {
			all = append(all, int(e.From), int(e.To))
		}
	}
	return distinct(all)
}

// distinct are the people of a list, each once, ascending.
func distinct(people []int) []int {
	people = slices.Clone(people)
	slices.Sort(people)
	return slices.Compact(people)
}

// tiesOf is a graph of another file of ties, over the people who are simulated, with notes.
func (p *asking) tiesOf(path string) (*network.Graph, []string, error) {
	other, err := p.own.ReadTies(path)
	if err != nil {
		return nil, nil, err
	}
	number, out := p.firm.numbers(other), 0
	var edges []network.Edge
	for e := range other.Graph().Edges() {
		from, to := number[e.From], number[e.To]
		if from < 0 || to < 0 {
			out++
			continue
		}
		edges = append(edges, network.Edge{From: from, To: to, Weight: e.Weight})
	}
	g, err := network.NewGraph(p.firm.People(), edges)
	if err != nil {
		return nil, nil, err
	}
	notes := []string{fmt.Sprintf("%s has %s among the people who are simulated.",
		orgflags.Printable(path), program.Count(len(edges), "tie", "ties"))}
	if out > 0 {
		notes = append(notes, fmt.Sprintf("%s to or from others were left out.",
			program.Count(out, "tie", "ties")))
	}
	return g, notes, nil
}

// numbers are the numbers in the firm of the people of another roster; -1 for others.
func (f *firm) numbers(other *roster.Roster) []int32 {
	all := make([]int32, other.People())
	for i, id := range idsOf(other) {
		all[i] = -1
		if p, ok := f.Person(id); ok {
			all[i] = int32(p)
		}
	}
	return all
}
