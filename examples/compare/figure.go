package main

import (
	"fmt"
	"orglearn/examples/program"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// slideWidth is that of a slide of 16 by 9.
const slideWidth = 10 * vg.Inch

// figure draws the comparison, for a page: learning and its end, what goes on per tick, and who
// hears whom; or for a slide, without what goes on per tick.
func (r *result) figure() chart.Panel {
	curves := row([]float64{1.3, 1}, r.learning(), r.ends())
	drawings := r.drawings()
	f := chart.Figure{Title: r.title, Caption: r.caption()}
	if r.shape == "slide" {
		f.Width, f.Height = slideWidth, slideWidth*9/16
		f.Rows = [][]chart.Panel{{curves}}
	} else {
		f.Rows = [][]chart.Panel{{curves}, {r.flows()}}
	}
	f.Rows = append(f.Rows, r.drawnRows(drawings)...)
	return f
}

// piece is a panel of the figure that is a file of its own.
type piece struct {
	name string
	chart.Panel
}

// drawnRows are the rows of the drawings: on a slide one, on a page three in a row, or two of four.
func (r *result) drawnRows(drawings []piece) (rows [][]chart.Panel) {
	var panels []chart.Panel
	for _, d := range drawings {
		panels = append(panels, d.Panel)
	}
	across := 3
	switch {
	case r.shape == "slide":
		across = max(len(panels), 1)
	case len(panels) == 4:
		across = 2
	}
	for some := range slices.Chunk(panels, across) {
		if len(rows) > 0 {
			some = append(some, make([]chart.Panel, across-len(some))...)
		}
		rows = append(rows, []chart.Panel{row(nil, some...)})
	}
	return rows
}

// pieces are the panels of the figure, each for itself.
func (r *result) pieces() []piece {
	all := []piece{{"learning", r.learning()}, {"ends", r.ends()}, {"flows", r.flows()}}
	return append(all, r.drawings()...)
}

// drawnScenarios are the organizations, each followed by its randomization.
func (r *result) drawnScenarios() []string {
	var all []string
	for _, o := range r.all {
		all = append(all, o.scenario.Name)
		if name, ok := o.controlled(randomized); ok {
			all = append(all, name)
		}
	}
	return all
}

func (r *result) learning() chart.Curves {
	c := chart.Learning(r.table, metrics.Score, r.drawnScenarios()...)
	c.Title = "Learning"
	for i := range c.Series {
		s := &c.Series[i]
		s.Name = r.marked(s.Name)
		for k := range s.Low {
			s.Low[k], s.High[k] = max(0, s.Low[k]), min(1, s.High[k])
		}
	}
	return c
}

func (r *result) ends() chart.Distributions {
	d := chart.Ends(r.table, metrics.Score, r.last())
	shown := r.drawnScenarios()
	d.Groups = slices.DeleteFunc(d.Groups, func(g chart.Group) bool {
		return !slices.Contains(shown, g.Name)
	})
	for i := range d.Groups {
		d.Groups[i].Color = r.color(d.Groups[i].Name)
		d.Groups[i].Name = r.marked(d.Groups[i].Name)
	}
	return d
}

// color is that of an organization and its randomization in all panels: its place among them.
func (r *result) color(scenario string) int {
	return 1 + slices.IndexFunc(r.all, func(o organization) bool {
		control, ok := o.controlled(randomized)
		return o.scenario.Name == scenario || ok && control == scenario
	})
}

func (r *result) flows() chart.Flows {
	var names []string
	for _, o := range r.all {
		names = append(names, o.scenario.Name)
	}
	f := chart.Streams(r.table, names, said, objectified, taken)
	f.Title = "Said, objectified and taken to heart in each tick"
	for i := range f.Strips {
		for j := range f.Strips[i].Series {
			s := &f.Strips[i].Series[j]
			fromFirst(s)
			s.Name = r.marked(s.Name)
		}
	}
	return f
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

// marked is a name in which a hierarchy that is made up is called so.
func (org *organizations) marked(name string) string {
	if !org.invented {
		return name
	}
	return strings.Replace(name, hierarchy, hierarchy+" (made up)", 1)
}

// row is panels side by side.
func row(widths []float64, panels ...chart.Panel) chart.Panel {
	return chart.Figure{Rows: [][]chart.Panel{panels}, Widths: widths}
}

// drawings are the organizations as networks of people, or of groups where people are too many.
func (r *result) drawings() (all []piece) {
	for _, o := range r.all {
		all = append(all, piece{"network-" + strings.ReplaceAll(o.name, " ", "-"), r.drawing(o)})
	}
	return all
}

// caption is that of the figure.
func (r *result) caption() string {
	c := r.conditions
	seen := "merit seen in full"
	if c.Seen > 0 {
		seen = "merit judged on " + chart.Thousands(c.Seen)
	}
	heeds := "everybody heeds all his seats"
	if c.Attention > 0 {
		heeds = fmt.Sprintf("everybody heeds %s a tick",
			program.Count(c.Attention, "seat", "seats"))
	}
	text := fmt.Sprintf("%s, %s in blocks of %s, %s; the better voices' vote becomes the norm "+
		"at a rate of %v, a norm is taken to heart at %v, %s; "+
		"%s of each organization, seed %d: the same people, reality, rules and chance in all. "+
		"Dashed: the same units and seats, with members drawn at random. The networks are the "+
		"first run's.",
		program.Count(c.People, "person", "people"),
		program.Count(c.Dimensions, "dimension", "dimensions"),
		chart.Thousands(c.Block), seen, c.Superior, c.Absorb, heeds,
		program.Count(r.replicates, "run", "runs"), r.seed)
	for _, n := range r.notes {
		text += " " + n
	}
	return text
}
