package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// number is one row of a file: an estimate, and what it is of.
type number struct {
	setup, control, metric string
	tick                   int
	stats.Estimate
}

// eachScenario calls visit with each setup and then its randomization.
func eachScenario(visit func(setup, control, scenario string)) {
	for _, setup := range names {
		visit(setup, "", setup)
		visit(setup, "randomized", randomized(setup))
	}
}

// curves are all that the curves of the figure are drawn from.
func (r *result) curves() []number {
	var all []number
	eachScenario(func(setup, control, scenario string) {
		for _, m := range recorded {
			for i, e := range r.table.Estimates(scenario, m) {
				all = append(all, number{setup, control, m.Name, r.table.Ticks()[i], e})
			}
		}
	})
	return all
}

// summary is all that the tables print.
func (r *result) summary() ([]number, error) {
	var all []number
	var failed error
	eachScenario(func(setup, control, scenario string) {
		add := func(metric string, tick int, e stats.Estimate) {
			all = append(all, number{setup, control, metric, tick, e})
		}
		for _, t := range r.horizons {
			for _, m := range recorded[:3] {
				add(m.Name, t, r.table.Estimate(scenario, m, t))
			}
		}
		last := r.conditions.Ticks
		arrival, err := r.table.Arrival(scenario, metrics.Score, ninety)
		if err != nil {
			failed = err
		}
		add("time to 90 % of its rise: median", last, unreached(arrival))
		add("time to 90 % of its rise: share that rose", last, arrival.Share)
		for _, g := range r.groups {
			add(g.metric().Name, last, r.table.Estimate(scenario, g.metric(), last))
		}
		for _, b := range r.budget(scenario) {
			if math.IsNaN(b.value) {
				add(b.name, 0, stats.Estimate{Note: "none"})
				continue
			}
			add(b.name, 0, stats.Estimate{Mean: b.value, Low: b.value, High: b.value, N: 1,
				Note: "counted in the first replicate"})
		}
		add("intake per person and tick", last, stats.Estimate{Mean: r.intake(scenario),
			Low: r.intake(scenario), High: r.intake(scenario),
			N: r.table.Replicates(), Note: "mean over ticks"})
	})
	return append(all, r.differences()...), failed
}

// unreached leaves the median out where too few came for one.
func unreached(a stats.Arrival) stats.Estimate {
	if a.Share.Mean <= .5 {
		return stats.Estimate{Note: "not reached"}
	}
	return a.Median
}

// quantity is one entry of the contact budget.
type quantity struct {
	name  string
	value float64
}

func (r *result) budget(scenario string) []quantity {
	b := r.contacts[scenario]
	path := b.Path
	if path == 0 {
		path = math.NaN() // nobody hears anybody
	}
	return []quantity{
		{"ties", float64(b.Ties)},
		{"seats per person", b.Seats},
		{"seats heeded per person and tick", r.heeded(scenario)},
		{"voices heard in a seat", b.Heard},
		{"units", float64(b.Units)},
		{"smallest unit", float64(b.Smallest)},
		{"unit size", b.Size},
		{"largest unit", float64(b.Largest)},
		{"norms", float64(b.Norms)},
		{"path length", path},
		{"share reachable", b.Reachable},
	}
}

// differences are each setup against its randomization and each later setup, with their parts.
func (r *result) differences() []number {
	var all []number
	for _, t := range r.horizons {
		for i, a := range names {
			c := r.table.Compare(a, randomized(a), metrics.Score, t, margin)
			all = append(all, number{a, "", "score less randomized", t,
				noted(c.Difference, c.Note)})
			for _, b := range names[i+1:] {
				all = append(all, r.pair(a, b, t)...)
			}
		}
	}
	return all
}

func (r *result) pair(a, b string, tick int) []number {
	c := r.table.Compare(a, b, metrics.Score, tick, margin)
	parts := r.table.Parts(controlled(a), controlled(b), metrics.Score, tick)
	name := "score less " + b
	return []number{
		{a, "", name, tick, noted(c.Difference, c.Note)},
		{a, "", name + ": Hedges g", tick, noted(c.Effect, c.Note)},
		{a, "", name + ": Cliff's delta", tick, noted(c.Order, c.Note)},
		{a, "", name + ": contact budget", tick, parts.Budget},
		{a, "", name + ": rule", tick, parts.Rule},
		{a, "", name + ": arrangement", tick, parts.Arrangement},
	}
}

// noted is an estimate that could not be made, and why.
func noted(e stats.Estimate, note string) stats.Estimate {
	if note != "" {
		return stats.Estimate{Note: note}
	}
	return e
}

// writeNumbers writes rows as CSV. An interval that there is none of is empty; so is a number that
// there is none of.
func writeNumbers(w io.Writer, rows []number) error {
	out := csv.NewWriter(w)
	out.Write([]string{"setup", "control", "metric", "tick", "replicates", "mean", "se",
		"low", "high"})
	for _, n := range rows {
		mean, se, low, high := n.Mean, n.SE, n.Low, n.High
		if !n.HasInterval() {
			se, low, high = math.NaN(), math.NaN(), math.NaN()
		}
		if n.SE == 0 && n.Low != n.High {
			se = math.NaN() // none is known, of a median
		}
		if n.N == 0 {
			mean = math.NaN()
		}
		out.Write([]string{n.setup, n.control, n.metric, strconv.Itoa(n.tick), strconv.Itoa(n.N),
			metrics.Number(mean), metrics.Number(se), metrics.Number(low), metrics.Number(high)})
	}
	out.Flush()
	return out.Error()
}

// writeEnds writes what the distributions are drawn from: the score at the last tick, replicate by
// replicate.
func (r *result) writeEnds(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"setup", "control", "metric", "tick", "replicate", "value"})
	eachScenario(func(setup, control, scenario string) {
		for i, v := range r.table.Values(scenario, metrics.Score, r.conditions.Ticks) {
			out.Write([]string{setup, control, metrics.Score.Name, fmt.Sprint(r.conditions.Ticks),
				strconv.Itoa(i), metrics.Number(v)})
		}
	})
	out.Flush()
	return out.Error()
}
