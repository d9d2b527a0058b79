package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim/setups"
)

// Outcomes. People's knowledge, and the organization's: what the top unit knows, and what newcomers
// are taught.
var (
	social         = metrics.Score
	organizational = metrics.TopNorm(setups.Channel)
	taught         = metrics.NewcomersScore(10, 50)
)

// outcome is a metric, with its name in the rows.
type outcome struct {
	name, title string
	metric      metrics.Metric
}

var outcomes = []outcome{
	{"social", "What people know", social},
	{"organizational", "What the organization knows", organizational},
}

// newcomers is the third outcome: of the tests of single mechanisms only, because it takes a run of
// its own at each tick.
var newcomers = outcome{"newcomers", "What newcomers know 50 ticks later", taught}

// lastTick is the end of the runs that test single mechanisms.
const lastTick = 200

// shockTicks are the ticks at which those are read.
var shockTicks = []int{50, shockAt, afterShock, lastTick}

// cell is one condition with one mechanism, and the table of its runs.
type cell struct {
	condition condition
	mechanism string
	outcomes  []outcome
	ticks     []int
	table     *metrics.Table
}

func (c cell) name() string { return c.condition.name + ", " + c.mechanism }

// measure runs all cells: first those of the grid, without any mechanism, and then each mechanism
// in the plain condition, without and with a shock.
func (p *claim) measure(ctx context.Context) error {
	var grid, tests []study.Cell
	for range p.Combinations(p.grid.axes()...) {
		c := cell{condition: p.grid.current(), mechanism: none, outcomes: outcomes,
			ticks: p.ticks.All()}
		scenarios, err := organizations(c.condition)
		if err != nil {
			return program.MisusedBecause(err)
		}
		grid = append(grid, study.Cell{Name: c.name(), Scenarios: scenarios, At: c.ticks})
		p.cells = append(p.cells, c)
	}
	p.inGrid = len(p.cells)
	for _, x := range mechanisms {
		for _, shock := range shocks() {
			c := cell{condition: shock, mechanism: x.name, ticks: shockTicks,
				outcomes: append(outcomes[:2:2], newcomers)}
			scenarios, err := x.apply(shock)
			if err != nil {
				return err
			}
			tests = append(tests, study.Cell{Name: c.name(), Scenarios: scenarios, At: c.ticks})
			p.cells = append(p.cells, c)
		}
	}
	tables, err := p.MeasureCells(ctx, grid, social, organizational)
	if err != nil {
		return err
	}
	more, err := p.MeasureCells(ctx, tests, social, organizational, taught)
	for i := range p.cells {
		c := &p.cells[i]
		if c.table = tables[c.name()]; c.table == nil {
			c.table = more[c.name()]
		}
	}
	return err
}
