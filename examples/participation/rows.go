package main

import (
	"context"
	"math"
	"strings"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Newcomers are tested at the end: so many, and what they know so many ticks later.
const newcomers, later = 10, 20

// What is measured.
var (
	taught  = atEnd(metrics.NewcomersScore(newcomers, later))
	will    = metrics.Attendance(setups.Channel)
	left    = metrics.Left(setups.Channel)
	leavers = metrics.Leavers(setups.Channel)
	energy  = metrics.Energy(setups.Channel)
	words   = metrics.SoFar(metrics.Heard(setups.Channel))
	said    = metrics.Said(setups.Channel)
	trait   = metrics.Trait(practice.Individualism)
	// impatient is by how many steps of short-termism those who have left a seat are above those
	// who have not.
	impatient = atEnd(metrics.Metric{
		Name: "short-termism of who has left", Unit: "steps more than of others", Of: impatience,
	})
)

// atEnd is a metric that is read at the last tick only, because each reading runs a copy of the
// model.
func atEnd(m metrics.Metric) metrics.Metric {
	of := m.Of
	m.Of = func(m *sim.Model) float64 {
		if m.Done() {
			return of(m)
		}
		return math.NaN()
	}
	return m
}

// axes are the parameters of a row, in the order of the columns.
func (p *participation) axes() (all []study.Axis) {
	for _, x := range p.parameters {
		all = append(all, x.Axis)
	}
	return all
}

// measure runs every arm, and adds its row.
func (p *participation) measure(ctx context.Context) (err error) {
	var all []sim.Scenario
	for _, a := range p.arms {
		all = append(all, a.scenario())
	}
	p.measured, err = p.MeasureOver(ctx, all, metrics.Score, taught, will, left, leavers, energy,
		words, said, trait, impatient)
	if err != nil {
		return err
	}
	var columns []string
	for _, x := range p.parameters {
		columns = append(columns, strings.ReplaceAll(x.name, "-", "_"))
	}
	columns = append(columns, "replicates", "score_mean", "score_se", "newcomers_mean",
		"newcomers_se", "will_mean", "left_mean", "leavers_mean", "leavers_runs", "words_mean",
		"energy_mean", "individualism_mean", "impatient_mean", "impatient_runs", "arm")
	p.Columns(columns...)
	for _, a := range p.arms {
		p.row(a)
	}
	return nil
}

// row adds the row of an arm.
func (p *participation) row(a arm) {
	var row []string
	for _, x := range p.parameters {
		row = append(row, x.field(a.organization))
	}
	row = append(row, study.Count(p.Replicates))
	for _, m := range []metrics.Metric{metrics.Score, taught} {
		e := p.measured.Estimate(a.name, m, study.End)
		row = append(row, study.Mean(e), study.SE(e))
	}
	who := p.whoLeft(a.name, 1)
	row = append(row, p.mean(a, will), p.mean(a, left), study.Mean(who), study.Count(who.N))
	row = append(row, p.mean(a, words), p.mean(a, energy), p.mean(a, trait))
	apart := p.impatientLeft(a.name, 1)
	p.Row(append(row, study.Mean(apart), study.Count(apart.N), a.name)...)
}

// mean is the mean of a metric at the end, as a field of a row.
func (p *participation) mean(a arm, m metrics.Metric) string {
	return study.Mean(p.measured.Estimate(a.name, m, study.End))
}
