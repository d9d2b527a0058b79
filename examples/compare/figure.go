package main

import (
	"fmt"
	"strings"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// figure draws the comparison: learning and its end, what goes on per tick, and who hears whom.
func (r *result) figure() chart.Panel {
	learning := chart.Learning(r.table, metrics.Score)
	learning.Title = "Learning"
	ends := chart.Ends(r.table, metrics.Score, r.conditions.Ticks)
	flows := chart.Streams(r.table, names, said, objectified, taken)
	flows.Title = "Said, objectified and taken to heart in each tick"
	for i := range flows.Strips {
		for j := range flows.Strips[i].Series {
			fromFirst(&flows.Strips[i].Series[j])
		}
	}
	r.markMadeUp(learning.Series, ends.Groups, flows.Strips)
	return chart.Figure{
		Title:      r.title,
		Caption:    r.caption(),
		Unlettered: true, // the rows are figures of their own
		Rows: [][]chart.Panel{
			{row([]float64{1.3, 1}, learning, ends)},
			{flows},
			{row(nil, r.drawings()...)},
		},
	}
}

// fromFirst leaves out tick 0, before which there was no cycle for anything to flow in.
func fromFirst(s *chart.Series) {
	if len(s.X) > 1 && s.X[0] == 0 {
		s.X, s.Y, s.Low, s.High = s.X[1:], s.Y[1:], tail(s.Low), tail(s.High)
	}
}

func tail(list []float64) []float64 {
	if len(list) == 0 {
		return list
	}
	return list[1:]
}

// markMadeUp names a hierarchy that is made up as what it is, wherever it is drawn.
func (r *result) markMadeUp(series []chart.Series, groups []chart.Group, strips []chart.Strip) {
	if !r.invented {
		return
	}
	mark := func(name *string) {
		*name = strings.Replace(*name, "hierarchy", "hierarchy (made up)", 1)
	}
	for i := range series {
		mark(&series[i].Name)
	}
	for i := range groups {
		mark(&groups[i].Name)
	}
	for i := range strips {
		for j := range strips[i].Series {
			mark(&strips[i].Series[j].Name)
		}
	}
}

// row is panels side by side.
func row(widths []float64, panels ...chart.Panel) chart.Panel {
	return chart.Figure{Rows: [][]chart.Panel{panels}, Widths: widths, Unlettered: true}
}

// drawings are the organizations as networks, each with what its ties stand for.
func (r *result) drawings() []chart.Panel {
	var all []chart.Panel
	for i, name := range names {
		n := chart.Network{Note: fmt.Sprintf("Networks of more than %d people are not drawn.",
			chart.MaxNodes)}
		if r.conditions.People <= chart.MaxNodes {
			n = chart.Organization("Who hears whom: "+name, r.networks[name])
		}
		if i == 1 && r.invented {
			n.Title += " (made up)"
		}
		all = append(all, n)
	}
	return all
}

func (r *result) caption() string {
	c := r.conditions
	seen := "merit seen in full"
	if c.Seen > 0 {
		seen = fmt.Sprintf("merit judged on %d", c.Seen)
	}
	heeds := "everybody heeds all his seats"
	if c.Attention > 0 {
		heeds = fmt.Sprintf("everybody heeds %s a tick", count(c.Attention, "seat", "seats"))
	}
	text := fmt.Sprintf("%s, %s in blocks of %d, %s; the better voices' vote becomes the norm "+
		"at a rate of %v, a norm is taken to heart at %v, %s; "+
		"%s of each organization, seed %d: the same people, reality, rules and chance in all. "+
		"Dashed: the same units and seats, with members "+
		"drawn at random. The networks are the first run's.",
		count(c.People, "person", "people"), count(c.Dimensions, "dimension", "dimensions"),
		c.Block, seen, c.Superior, c.Absorb, heeds,
		count(r.replicates, "run", "runs"), r.seed)
	for _, n := range r.notes {
		text += " " + n
	}
	return text
}
