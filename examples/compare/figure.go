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
	flows := chart.Streams(r.table, names, said, objectified, taken)
	flows.Title = "Said, objectified and taken to heart"
	var networks []chart.Panel
	for i, name := range names {
		n := chart.Organization(name, r.networks[name])
		if i == 1 && r.invented {
			n.Title += " (made up)"
		}
		networks = append(networks, n)
	}
	return chart.Figure{
		Title:   r.title,
		Caption: r.caption(),
		Rows: [][]chart.Panel{
			{chart.Figure{Rows: [][]chart.Panel{{learning, chart.Ends(r.table, metrics.Score, r.conditions.Ticks)}}, Unlettered: true}},
			{flows},
			{chart.Figure{Rows: [][]chart.Panel{networks}, Unlettered: true}},
		},
	}
}

func (r *result) caption() string {
	c := r.conditions
	text := fmt.Sprintf("%d people, %d dimensions in blocks of %d, %s of each organization, the same people, reality, rules and attention in all; "+
		"dashed: the same units and seats with members drawn at random.", c.People, c.Dimensions, c.Block, count(r.replicates, "run", "runs"))
	for _, n := range r.notes {
		text += " " + n
	}
	return text
}
