package main

import (
	"context"
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// row is an organization, and that with which it is compared: another row, or itself.
type row struct {
	firm
	name    string
	against int
}

// all is the institution that is turned fully.
var all = [5]float64{1, 1, 1, 1, 1}

// chosen are the rows of the default run.
func chosen(ticks int) []row {
	rows := []row{{firm{power: none, ticks: ticks}, "no dial", 0}}
	add := func(name, power string, dials [5]float64, against int) {
		rows = append(rows, row{firm{dials, power, 0, ticks}, name, against})
	}
	for _, x := range []float64{.25, .5, .75, 1} {
		add(fmt.Sprintf("all at %v", x), none, [5]float64{x, x, x, x, x}, 0)
	}
	full := len(rows) - 1
	for i, name := range dialNames {
		var one [5]float64
		one[i] = 1
		add(name, none, one, 0)
	}
	for i, name := range dialNames {
		but := all
		but[i] = 0
		add("all but "+name, none, but, full)
	}
	add(authority, authority, [5]float64{}, 0)
	add(screening, screening, [5]float64{}, 0)
	add("time: "+chance, chance, [5]float64{}, 0)
	dealt := len(rows) - 1
	add("time: "+agreement, agreement, [5]float64{}, dealt)
	add("time: "+merit, merit, [5]float64{}, dealt)
	return rows
}

// axes are the parameters of a row, in the order of the columns.
func (f *firms) axes() (axes []study.Axis) {
	for _, d := range f.dials {
		axes = append(axes, d)
	}
	return append(axes, f.power, f.turnover, f.ticks)
}

// combinations are the rows of the user's lists, each compared with the first.
func (f *firms) combinations() (rows []row) {
	for c := range f.Combinations(f.axes()...) {
		r := row{name: c.Label()}
		for i, d := range f.dials {
			r.dials[i] = d.Value()
		}
		r.power, r.turnover, r.ticks = f.power.Value(), f.turnover.Value(), f.ticks.Value()
		rows = append(rows, r)
	}
	return rows
}

// check reports time that is given twice: for communities, and by a form of power.
func (f *firms) check() error {
	for _, r := range f.rows {
		if _, allots := grounds[r.power]; allots && r.dials[0] != 0 {
			return program.Misuse("-sponsored is %v, want 0 with -power %s: both give time",
				r.dials[0], r.power)
		}
	}
	return nil
}

// The newcomers' test: so many newcomers, and what they know so many ticks later.
const newcomers, later = 10, 20

// What is measured: what people know, what the organization knows, and what the arms share.
var (
	people = metrics.Score
	top    = metrics.TopNorm(setups.Channel)
	taught = metrics.NewcomersScore(newcomers, later)

	contacts = metrics.Contacts(setups.Channel)
	said     = metrics.Said(setups.Channel)
	met      = metrics.MeetingTime(setups.Channel)
	occupied = metrics.Occupied(setups.Channel)

	torn = metrics.Contradiction(setups.Channel)

	outcomes = []metrics.Metric{people, top}
	measures = []metrics.Metric{people, top, taught, contacts, said, met, occupied, torn}
)

// measure runs all rows, and adds each to the -csv file.
func (f *firms) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	for _, r := range f.rows {
		scenarios = append(scenarios, r.scenario())
	}
	if f.measured, err = f.Measure(ctx, scenarios, nil, measures...); err != nil {
		return err
	}
	if err := f.measureSides(ctx); err != nil {
		return err
	}
	columns := append(slices.Clone(dialNames), "power", "turnover", "ticks", "replicates")
	for _, name := range []string{"people", "organization", "newcomers"} {
		columns = append(columns, name+"_mean", name+"_se")
	}
	f.Columns(append(columns, "contacts_mean", "said_mean", "meeting_mean", "occupied_mean",
		"contradiction_mean", "by_leader_mean", "by_leader_se", "by_merit_mean", "by_merit_se")...)
	for _, r := range f.rows {
		f.Row(f.fields(r)...)
	}
	return nil
}

// fields are those of a row.
func (f *firms) fields(r row) (fields []string) {
	for _, d := range r.dials {
		fields = append(fields, study.Number(d))
	}
	fields = append(fields, r.power, study.Number(r.turnover), study.Count(r.ticks),
		study.Count(f.Replicates))
	for k, m := range measures {
		e := f.measured.Estimate(r.String(), m, study.End)
		if fields = append(fields, study.Mean(e)); k < 3 {
			fields = append(fields, study.SE(e))
		}
	}
	return append(fields, f.sideFields(r)...)
}
