package study

import (
	"fmt"
	"math"
	"slices"

	"orglearn/metrics"
	"orglearn/metrics/study/param"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// End stands for the last tick of the scenarios.
const End = -1

// Study is a question that is asked of organizations, and how it is to be answered.
type Study struct {
	Question      string
	Text          string   // the file from which it was read, or ""
	Files         []string // that the text names, as it names them
	Private       bool     // people in Files have pseudonyms, so they are not to be copied
	Seed          uint64
	Replicates    int // of each cell
	Organizations []Organization
	Randomized    bool // each organization stands beside its control (setups.Randomized)
	Axes          []Axis
	Record        []Record
	Compare       []Compare
	Until         *Until // nil: all cells have the same number of replicates
	Hypotheses    []Hypothesis
	Targets       []Target // of calibration
}

// Organization is one organization of a study.
type Organization struct {
	Name string
	// Recipe says in a fixed form how the scenario is made (see Cell.Recipe).
	Recipe string
	// New returns the scenario at a point of the axes. It is called once for each point.
	New func(at Point) (sim.Scenario, error)
}

// Axis is a parameter of a study and the values that it takes.
type Axis struct {
	Name   string
	Values []Value // all different
	Whole  bool    // between its values there are whole numbers only
}

// Value is a number or a word. A switch is 1 or 0.
type Value = param.Value

// Numbers returns numbers as values.
func Numbers(numbers ...float64) []Value { return param.Numbers(numbers...) }

// Point is one value of each axis.
type Point struct {
	axes   []Axis
	values []Value
}

// NewPoint returns the point with a value of each axis. They need not be among those of the axis.
func NewPoint(axes []Axis, values []Value) Point { return Point{axes, slices.Clone(values)} }

// Number returns the value of an axis. It panics if there is no such axis.
func (p Point) Number(axis string) float64 { return p.Value(axis).Number }

// Value returns the value of an axis. It panics if there is no such axis.
func (p Point) Value(axis string) Value {
	for i, a := range p.axes {
		if a.Name == axis {
			return p.values[i]
		}
	}
	panic(fmt.Sprintf("study: no axis %q", axis))
}

// At returns the value of the axis of an index.
func (p Point) At(axis int) Value { return p.values[axis] }

// String returns the axes and values as in the name of a cell, each after a space.
func (p Point) String() string { return Cell{Factors: p.Factors()}.Name() }

// Record says at which ticks a metric is recorded. A tick may be End.
type Record struct {
	Metric metrics.Metric
	At     []int
}

// Points returns every combination of the values of the axes. The last axis changes fastest.
func Points(axes []Axis) ([]Point, error) {
	total := 1
	for _, a := range axes {
		if len(a.Values) == 0 || len(a.Values) > sim.MaxScenarios/total {
			return nil, fmt.Errorf("study: axis %q: %d values make no point or more than %d",
				a.Name, len(a.Values), sim.MaxScenarios)
		}
		total *= len(a.Values)
	}
	points := []Point{{axes: axes}}
	for _, a := range axes {
		var next []Point
		for _, p := range points {
			for _, v := range a.Values {
				next = append(next, Point{axes, append(slices.Clone(p.values), v)})
			}
		}
		points = next
	}
	return points, nil
}

// Factors returns the values as texts, in the order of the axes.
func (p Point) Factors() (all []Factor) {
	for i, v := range p.values {
		all = append(all, Factor{p.axes[i].Name, v.String()})
	}
	return all
}

// Plan makes the study explicit. It is an error if the plan is not valid (Plan.Validate), or if a
// metric is recorded at the End of scenarios that end at different ticks.
func (s Study) Plan() (Plan, error) {
	p := Plan{Study: s.Text, Seed: s.Seed, Replicates: s.Replicates}
	points, err := Points(s.Axes)
	if err != nil {
		return Plan{}, err
	}
	for _, o := range s.Organizations {
		for _, at := range points {
			cell := Cell{Organization: o.Name, Factors: at.Factors(), Recipe: o.Recipe}
			if cell.Scenario, err = o.New(at); err != nil {
				return Plan{}, fmt.Errorf("study: %s: %w", cell.Name(), err)
			}
			p.Cells = append(p.Cells, cell)
		}
	}
	if s.Randomized {
		p.Cells = append(p.Cells, randomized(p.Cells)...)
	}
	if err := s.record(&p); err != nil {
		return Plan{}, err
	}
	return p, p.Validate()
}

// PlanOf makes a plan of other cells, with what the study records.
func (s Study) PlanOf(cells []Cell, replicates int) (Plan, error) {
	p := Plan{Study: s.Text, Seed: s.Seed, Replicates: replicates, Cells: cells}
	if err := s.record(&p); err != nil {
		return Plan{}, err
	}
	return p, p.Validate()
}

// randomized returns the controls of cells.
func randomized(cells []Cell) []Cell {
	controls := make([]Cell, len(cells))
	for i, c := range cells {
		c.Organization += setups.RandomizedSuffix
		c.Recipe += " randomized"
		c.Scenario = setups.Randomized(c.Scenario)
		controls[i] = c
	}
	return controls
}

// record adds what is recorded, in the order of the study.
func (s Study) record(p *Plan) (err error) {
	for _, r := range s.Record {
		p.Metrics = append(p.Metrics, r.Metric)
		for _, tick := range r.At {
			if tick == End {
				if tick, err = end(p.Cells); err != nil {
					return err
				}
			}
			if c := (Column{r.Metric.Name, tick}); !slices.Contains(p.Columns, c) {
				p.Columns = append(p.Columns, c)
			}
		}
	}
	return nil
}

// Column returns the index of the column of a metric at a tick or End, or -1.
func (p Plan) Column(metric string, tick int) int {
	if tick == End && len(p.Cells) > 0 {
		tick = p.Cells[0].Scenario.Ticks
	}
	return slices.Index(p.Columns, Column{metric, tick})
}

// end returns the tick at which all cells end.
func end(cells []Cell) (int, error) {
	least, most := math.MaxInt, 0
	for _, c := range cells {
		least, most = min(least, c.Scenario.Ticks), max(most, c.Scenario.Ticks)
	}
	if least != most {
		return 0, fmt.Errorf("study: the organizations end at ticks %d to %d, want the same tick "+
			"where something is recorded at the end", least, most)
	}
	return least, nil
}
