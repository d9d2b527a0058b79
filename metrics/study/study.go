package study

import (
	"fmt"
	"math"
	"slices"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// End stands for the last tick of the scenarios.
const End = -1

// Study is a question that is asked of organizations, and how it is to be answered.
type Study struct {
	Question      string
	Text          string // the file from which it was read, or ""
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
}

// Value is a number or a word. A switch is 1 or 0.
type Value struct {
	Number float64
	Word   string // "": it is a number
}

// Numbers returns numbers as values.
func Numbers(numbers ...float64) []Value {
	values := make([]Value, len(numbers))
	for i, n := range numbers {
		values[i].Number = n
	}
	return values
}

// String returns the word, or the number with 12 digits or fewer.
func (v Value) String() string {
	if v.Word != "" {
		return v.Word
	}
	return metrics.Number(v.Number)
}

// Point is one value of each axis.
type Point struct {
	axes   []Axis
	values []Value
}

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
func (p Point) String() string { return Cell{Factors: p.factors()}.Name() }

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
			return nil, fmt.Errorf("study: axis %q: %d values make no point or more than %d", a.Name,
				len(a.Values), sim.MaxScenarios)
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

// factors returns the values as texts.
func (p Point) factors() (all []Factor) {
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
			cell := Cell{Organization: o.Name, Factors: at.factors(), Recipe: o.Recipe}
			if cell.Scenario, err = o.New(at); err != nil {
				return Plan{}, fmt.Errorf("study: %s: %w", cell.Name(), err)
			}
			p.Cells = append(p.Cells, cell)
		}
	}
	if s.Randomized {
		p.Cells = append(p.Cells, randomized(p.Cells)...)
	}
	if p.Columns, p.Metrics, err = s.columns(p.Cells); err != nil {
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

// columns returns what is recorded, in the order of the study.
func (s Study) columns(cells []Cell) (all []Column, ms []metrics.Metric, err error) {
	for _, r := range s.Record {
		ms = append(ms, r.Metric)
		for _, tick := range r.At {
			if tick == End {
				if tick, err = end(cells); err != nil {
					return nil, nil, err
				}
			}
			if c := (Column{r.Metric.Name, tick}); !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all, ms, nil
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
