package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// The metrics, all of them recorded at every tick.
var (
	said        = metrics.Said(metrics.AllChannels)
	objectified = metrics.Objectified(metrics.AllChannels)
	taken       = metrics.Taken(metrics.AllChannels)
	recorded    = []metrics.Metric{metrics.Score, metrics.Consensus, metrics.Diversity, said,
		objectified, taken}
)

// heights are the scores to which the time is told.
var heights = []float64{.25, .5, .75}

// result is a finished comparison.
type result struct {
	*options
	*organizations
	table    *metrics.Table
	panel    *panel  // nil: none was asked for
	groups   []group // of a real organization: its departments, small ones merged
	claims   claims
	horizons []int // the ticks that the tables show
}

// compare runs the comparison.
func compare(ctx context.Context, o *options, org *organizations) (*result, error) {
	r := &result{options: o, organizations: org, horizons: horizons(o.conditions.Ticks)}
	if org.roster != nil {
		r.groups = groupsOf(org.roster)
	}
	org.effort(o).announce(os.Stderr)
	org.measureContact(o.workers)
	ms := slices.Clone(recorded)
	for _, g := range r.groups {
		ms = append(ms, g.metric())
	}
	progress := program.NewProgress("simulating")
	table, err := metrics.Measure(ctx, sim.Experiment{
		Scenarios: org.scenarios(), Replicates: o.replicates, Seed: o.seed, Workers: o.workers,
		Progress: progress.Report,
	}, ms...)
	progress.End()
	if err != nil {
		return nil, err
	}
	r.table = table
	if err := r.judge(); err != nil {
		return nil, err
	}
	if o.panel == 0 {
		return r, nil
	}
	r.panel, err = r.measurePanel(ctx)
	return r, err
}

// horizons are ticks 20 and 50, where there are so many, and the last.
func horizons(last int) []int {
	all := []int{20, 50, last}
	return slices.Compact(slices.DeleteFunc(all, func(t int) bool { return t > last }))
}

// shownTicks are the ticks of the printed tables: the last two horizons.
func (r *result) shownTicks() []int { return r.horizons[max(0, len(r.horizons)-2):] }

// budget is the contact that a scenario gives. Structures are drawn anew in every replicate: what
// is shown is the first replicate's.
func (r *result) budget(scenario string) network.Budget {
	return r.budgetOf(r.units[scenario])
}

// heeded is the number of seats that a person heeds per tick, mean.
func (r *result) heeded(scenario string) float64 {
	units, sum := r.units[scenario], 0
	for p := range units.People() {
		seats := len(units.Of(p))
		if r.conditions.Attention > 0 {
			seats = min(seats, r.conditions.Attention)
		}
		sum += seats
	}
	return float64(sum) / float64(units.People())
}

// intake is the mean over ticks of the beliefs that a person takes to heart in a tick.
func (r *result) intake(scenario string) float64 {
	sum, ticks := 0., 0
	for _, e := range r.table.Estimates(scenario, taken)[1:] {
		sum += e.Mean
		ticks++
	}
	return sum / float64(max(ticks, 1))
}

var errInterrupted = errors.New("interrupted while writing: no file was changed")
