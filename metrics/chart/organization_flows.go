package chart

import (
	"cmp"
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/network/layout"
)

const (
	// FlowsDrawn is the largest number of flows that Between draws, the widest ones.
	FlowsDrawn   = 400
	circledNodes = 30 // more nodes than these fill a disc
)

// Between draws how much groups of people hear each other in the units of an organization: a node
// per group, larger with more people, and a line between two groups, wider with more voices that
// people of the one hear of the other. A voice heard in two seats counts twice. group holds each
// person's group, from 0 on. What is called such as "departments" in the note. Another number of
// groups than of people, a negative group, and MaxNodes groups or more are an error to draw.
func Between(title string, u *network.Units, group []int, what string) Network {
	n := Network{Title: title, Nodes: slices.Max(append(slices.Clone(group), -1)) + 1}
	if len(group) != u.People() || slices.Min(group) < 0 || n.Nodes > MaxNodes {
		n.Nodes = -1 // to draw it is an error
		return n
	}
	n.Size = make([]float64, n.Nodes)
	for _, g := range group {
		n.Size[g]++
	}
	for g := range n.Size {
		n.Size[g] = max(n.Size[g], .01) // nobody
	}
	flows := flowsBetween(u, group, n.Nodes)
	within, all := flows.takeWithin()
	n.listFlows(flows)
	n.Note = fmt.Sprintf("Nodes: %s; lines: hearing between two, wider with more", what)
	if len(flows) > len(n.Edges) {
		n.Note += fmt.Sprintf(", the widest %s of %s", Thousands(len(n.Edges)),
			Thousands(len(flows)))
	}
	if all > 0 {
		n.Note += fmt.Sprintf("; %.0f %% of hearing is within nodes",
			100*float64(within)/float64(all))
	}
	n.Note += "."
	if n.Nodes <= circledNodes {
		n.X, n.Y = layout.Circle(n.Nodes)
	} else {
		n.X, n.Y = layout.Rings(make([]int, n.Nodes))
	}
	return n
}

// flows are numbers of voices heard, by the two groups of the hearers and the heard, the lower
// first.
type flows map[[2]int]int64

func flowsBetween(u *network.Units, group []int, groups int) flows {
	f := flows{}
	voices, hearers := newCensus(groups), newCensus(groups)
	for k := range u.Len() {
		voices.count(u.Voices(k), group)
		hearers.count(u.Audience(k), group)
		for _, a := range hearers.met {
			for _, b := range voices.met {
				f[[2]int{min(a, b), max(a, b)}] += hearers.of[a] * voices.of[b]
			}
		}
	}
	return f
}

// takeWithin takes out what is heard within groups. It returns their sum, and that of all.
func (f flows) takeWithin() (within, all int64) {
	for pair, n := range f {
		all += n
		if pair[0] == pair[1] {
			within += n
			delete(f, pair)
		}
	}
	return within, all
}

// A census counts the people of groups.
type census struct {
	of  []int64
	met []int // the groups with people
}

func newCensus(groups int) *census { return &census{of: make([]int64, groups)} }

func (c *census) count(people []int32, group []int) {
	for _, g := range c.met {
		c.of[g] = 0
	}
	c.met = c.met[:0]
	for _, p := range people {
		g := group[p]
		if c.of[g] == 0 {
			c.met = append(c.met, g)
		}
		c.of[g]++
	}
}

// listFlows lists the widest flows as edges, the widest last, over the others.
func (p *Network) listFlows(f flows) {
	type flow struct {
		pair [2]int
		n    int64
	}
	all := make([]flow, 0, len(f))
	for pair, n := range f {
		all = append(all, flow{pair, n})
	}
	slices.SortFunc(all, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.n, b.n), slices.Compare(b.pair[:], a.pair[:]))
	})
	for _, flow := range all[max(0, len(all)-FlowsDrawn):] {
		p.Edges = append(p.Edges, flow.pair)
		p.Width = append(p.Width, float64(flow.n))
	}
}
