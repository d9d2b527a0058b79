package report

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/metrics/stats"
	"orglearn/metrics/study"
	"orglearn/sim"
)

// mostRows is the largest number of rows of a table of cells. The export has all.
const mostRows = 60

// organization is a row of the table of organizations.
type organization struct {
	Name, Recipe       string
	People, Dimensions int
	Seats, Size        string
	Norms, Units       int
}

// organizations describes each organization at the first point of the axes, in replicate 0.
func (in Input) organizations() (all []organization, err error) {
	for _, name := range in.order {
		c := in.Data.Plan.Cells[in.cells[name][0]]
		m, err := sim.New(c.Scenario, in.Data.Plan.Seed, 0)
		if err != nil {
			return nil, fmt.Errorf("report: %s: %w", name, err)
		}
		o := organization{Name: name, Recipe: c.Recipe, People: m.People(),
			Dimensions: m.Dimensions(), Seats: "none", Size: "none"}
		if m.Channels() > 0 {
			b := m.Units(0).Budget()
			o.Seats, o.Size = fmt.Sprintf("%.2f", b.Seats), fmt.Sprintf("%.2f", b.Size)
			o.Norms, o.Units = b.Norms, b.Units
		}
		all = append(all, o)
	}
	return all, nil
}

// table is the means of the cells in one column.
type table struct {
	Title string
	Heads []string
	Rows  []row
	More  int // rows that are left out
}

// row is a point of the axes and the means of all organizations there.
type row struct{ Cells []string }

// tables returns a table for each column.
func (in Input) tables() (all []table) {
	names := in.order
	points := in.cells[names[0]]
	for k, column := range in.Data.Plan.Columns {
		t := table{Title: column.String(), More: max(0, len(points)-mostRows)}
		for _, f := range in.Data.Plan.Cells[0].Factors {
			t.Heads = append(t.Heads, f.Name)
		}
		t.Heads = append(t.Heads, names...)
		for i := range points[:min(len(points), mostRows)] {
			var r row
			for _, f := range in.Data.Plan.Cells[points[i]].Factors {
				r.Cells = append(r.Cells, f.Value)
			}
			for _, name := range names {
				e := in.Data.Estimate(in.cells[name][i], k, study.Level)
				r.Cells = append(r.Cells, interval(e))
			}
			t.Rows = append(t.Rows, r)
		}
		all = append(all, t)
	}
	return all
}

// difference is a row of the table of differences.
type difference struct {
	What, At string
	stats.Estimate
	Verdict study.Verdict
}

func differences(all []study.Difference) (rows []difference) {
	for _, d := range all {
		rows = append(rows, difference{
			What: fmt.Sprintf("%s: %s less %s", tickOf(d.Compare), d.Between[0], d.Between[1]),
			At:   point(d.Factors), Estimate: d.Estimate, Verdict: d.Verdict,
		})
	}
	return rows
}

func tickOf(c study.Compare) string {
	if c.Tick == study.End {
		return c.Metric + " at the end"
	}
	return study.Column{Metric: c.Metric, Tick: c.Tick}.String()
}

// point writes the values of the axes.
func point(factors []study.Factor) string {
	var all []string
	for _, f := range factors {
		all = append(all, f.Name+" = "+f.Value)
	}
	return strings.Join(all, ", ")
}

// place says at how many points of the axes an organization has the highest mean in a column.
type place struct {
	Column string
	Names  []string
	First  []int // by name, in the order of names; equal means count for all
	Points int
}

// places returns the panel: the place of each organization over all conditions, controls aside.
func (in Input) places() (all []place) {
	names := in.plain()
	if len(names) < 2 {
		return nil
	}
	for k, column := range in.Data.Plan.Columns {
		p := place{Column: column.String(), Names: names, First: make([]int, len(names)),
			Points: len(in.cells[names[0]])}
		for i := range p.Points {
			means := make([]float64, len(names))
			for j, name := range names {
				means[j] = in.Data.Estimate(in.cells[name][i], k, study.Level).Mean
			}
			for j, m := range means {
				if m == slices.Max(means) {
					p.First[j]++
				}
			}
		}
		all = append(all, p)
	}
	return all
}

// plain returns the organizations that are no controls.
func (in Input) plain() (all []string) {
	for _, o := range in.Study.Organizations {
		all = append(all, o.Name)
	}
	return all
}
