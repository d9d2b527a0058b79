package main

import (
	"fmt"

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

// row is panels side by side.
func row(widths []float64, panels ...chart.Panel) chart.Panel {
	return chart.Figure{Rows: [][]chart.Panel{panels}, Widths: widths, Unlettered: true}
}

// drawings are the organizations as networks, each with what its ties stand for.
func (r *result) drawings() []chart.Panel {
	var all []chart.Panel
	for i, name := range names {
		n := chart.Network{Note: fmt.Sprintf("Networks of more than %d people are not drawn.", chart.MaxNodes)}
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
	text := fmt.Sprintf("%s, %s in blocks of %d, %s of each organization: the same people, reality, rules, attention and chance in all. "+
		"Dashed: the same units and seats, with members drawn at random. The networks are the first run's.",
		count(c.People, "person", "people"), count(c.Dimensions, "dimension", "dimensions"), c.Block, count(r.replicates, "run", "runs"))
	for _, n := range r.notes {
		text += " " + n
	}
	return text
}
