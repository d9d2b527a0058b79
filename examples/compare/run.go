package main

import (
	"context"
	"errors"
	"slices"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The metrics, all of them recorded at every tick.
var (
	said        = metrics.Said(metrics.AllChannels)
	objectified = metrics.Objectified(metrics.AllChannels)
	taken       = metrics.Taken(metrics.AllChannels)
	recorded    = []metrics.Metric{metrics.Score, metrics.Consensus, metrics.Diversity, said,
		objectified, taken}
	ninety = metrics.TimeToShare(.9)
)

// margin is the difference in score that is fixed beforehand as one that does not matter.
const (
	margin     = .02
	marginText = ".02"
)

// result is a finished comparison.
type result struct {
	*options
	*organizations
	table    *metrics.Table
	groups   []group                   // of a real organization: its departments, small ones merged
	contacts map[string]network.Budget // by scenario
	networks map[string]*network.Units // by scenario, of the first replicate
	horizons []int                     // the ticks that the tables show
}

// compare runs the comparison.
func compare(ctx context.Context, o *options, org *organizations) (*result, error) {
	r := &result{options: o, organizations: org, horizons: horizons(o.conditions.Ticks)}
	if org.roster != nil {
		r.groups = mergedGroups(org.roster)
	}
	ms := slices.Clone(recorded)
	for _, g := range r.groups {
		ms = append(ms, g.metric())
	}
	progress := program.NewProgress("simulating")
	table, err := metrics.Measure(ctx, sim.Experiment{
		Scenarios: org.scenarios, Replicates: o.replicates, Seed: o.seed, Workers: o.workers,
		Progress: progress.Report,
	}, ms...)
	progress.End()
	if err != nil {
		return nil, err
	}
	r.table = table
	return r, r.measureContacts(ctx)
}

// horizons are ticks 20 and 50, where there are so many, and the last.
func horizons(last int) []int {
	all := []int{20, 50, last}
	return slices.Compact(slices.DeleteFunc(all, func(t int) bool { return t > last }))
}

// measureContacts measures what contact each organization gives. Structures are drawn anew in every
// replicate: what is shown is the first replicate's.
func (r *result) measureContacts(ctx context.Context) error {
	r.contacts, r.networks = map[string]network.Budget{}, map[string]*network.Units{}
	for _, s := range r.scenarios {
		if ctx.Err() != nil {
			return errors.New("interrupted after simulating, before anything was written")
		}
		m, err := sim.New(s, r.seed, 0)
		if err != nil {
			return err
		}
		r.networks[s.Name] = m.Units(0)
		r.contacts[s.Name] = m.Units(0).Budget()
	}
	return nil
}

// heeded is the number of seats that a person heeds per tick, mean.
func (r *result) heeded(scenario string) float64 {
	units, sum := r.networks[scenario], 0
	for p := range units.People() {
		seats := len(units.Of(p))
		if r.conditions.Attention > 0 {
			seats = min(seats, r.conditions.Attention)
		}
		sum += seats
	}
	return float64(sum) / float64(units.People())
}

func randomized(setup string) string { return setup + setups.RandomizedSuffix }

func controlled(setup string) metrics.Controlled {
	return metrics.Controlled{Scenario: setup, Randomized: randomized(setup)}
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
