package sense

import (
	"context"
	"fmt"
	"math"

	"orglearn/metrics/stats"
	"orglearn/metrics/study"
)

// Plan returns the plan of a study at the points of a design. A column of the design stands for an
// axis of the study. Its 0 is the lowest value of the axis, and its 1 the highest; words are equal
// parts, in their order. Cells are in the order organization, point. The first factor of a cell is
// the number of its point, from 0. It is an error where the study has no axis.
func Plan(s study.Study, points [][]float64) (study.Plan, error) {
	if len(s.Axes) == 0 {
		return study.Plan{}, fmt.Errorf("sense: the study has no axis")
	}
	var cells []study.Cell
	for _, o := range s.Organizations {
		for i, row := range points {
			at := study.NewPoint(s.Axes, Values(s.Axes, row))
			factors := append([]study.Factor{{Name: "point", Value: fmt.Sprint(i)}},
				at.Factors()...)
			c := study.Cell{Organization: o.Name, Recipe: o.Recipe, Factors: factors}
			var err error
			if c.Scenario, err = o.New(at); err != nil {
				return study.Plan{}, fmt.Errorf("sense: %s: %w", c.Name(), err)
			}
			cells = append(cells, c)
		}
	}
	return s.PlanOf(cells, s.Replicates)
}

// Values returns the values of the axes at a point of the unit cube.
func Values(axes []study.Axis, row []float64) []study.Value {
	values := make([]study.Value, len(axes))
	for i, a := range axes {
		if a.Values[0].Word != "" {
			n := len(a.Values)
			values[i] = a.Values[min(int(row[i]*float64(n)), n-1)]
			continue
		}
		low, high := a.Values[0].Number, a.Values[0].Number
		for _, v := range a.Values {
			low, high = min(low, v.Number), max(high, v.Number)
		}
		if a.Whole {
			values[i].Number = min(low+math.Floor(row[i]*(high-low+1)), high)
			continue
		}
		values[i].Number = low + float64(row[i]*(high-low))
	}
	return values
}

// Outcomes are the outcomes of a plan, by organization, point, column and replicate. NaN is missing
// or failed.
type Outcomes [][][][]float64

// Run runs a plan of Plan for a number of organizations.
func Run(ctx context.Context, p study.Plan, organizations, workers int) (Outcomes, error) {
	points := len(p.Cells) / organizations
	all := make(Outcomes, organizations)
	for o := range all {
		all[o] = make([][][]float64, points)
		for i := range all[o] {
			all[o][i] = make([][]float64, len(p.Columns))
			for k := range all[o][i] {
				all[o][i][k] = make([]float64, p.Replicates)
			}
		}
	}
	err := p.Run(ctx, p.Tasks(), workers, func(_ study.Task, results []study.Result) error {
		for _, r := range results {
			cell := all[r.Cell/points][r.Cell%points]
			for k := range cell {
				cell[k][r.Replicate] = math.NaN()
				if r.Failed == "" {
					cell[k][r.Replicate] = r.Values[k]
				}
			}
		}
		return nil
	})
	return all, err
}

// Means returns the means over replicates of a column, by point. It is NaN where one is missing.
func (all Outcomes) Means(organization, column int) []float64 {
	means := make([]float64, len(all[organization]))
	for i, cell := range all[organization] {
		means[i] = stats.Mean(cell[column])
	}
	return means
}

// Replicates returns the outcomes of a column, by point and replicate.
func (all Outcomes) Replicates(organization, column int) [][]float64 {
	runs := make([][]float64, len(all[organization]))
	for i, cell := range all[organization] {
		runs[i] = cell[column]
	}
	return runs
}
