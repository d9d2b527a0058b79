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

// curves are all that the curves of the figure are drawn from.
func (r *result) curves() []number {
	var all []number
	r.each(func(o organization, control, scenario string) {
		for _, m := range recorded {
			for i, e := range r.table.Estimates(scenario, m) {
				all = append(all, number{r.short(o), control, m.Name, r.table.Ticks()[i],
					within(m, e)})
			}
		}
	})
	return all
}

// summary is all that the tables print.
func (r *result) summary() ([]number, error) {
	var all []number
	var failed error
	r.each(func(o organization, control, scenario string) {
		rows, err := r.summaryOf(scenario)
		if err != nil {
			failed = err
		}
		for _, n := range rows {
			n.setup, n.control = r.short(o), control
			all = append(all, n)
		}
	})
	for _, f := range r.claims.contrasts {
		all = append(all, r.difference(f)...)
	}
	return all, failed
}

// summaryOf is what the tables print of one scenario.
func (r *result) summaryOf(scenario string) (all []number, err error) {
	add := func(metric string, tick int, e stats.Estimate) {
		all = append(all, number{"", "", metric, tick, e})
	}
	for _, t := range r.horizons {
		for _, m := range recorded[:3] {
			add(m.Name, t, r.estimate(scenario, m, t))
		}
	}
	add("mean score of the run", r.last(), r.overRunEstimate(scenario))
	for _, h := range heights {
		a, failed := r.table.Arrival(scenario, metrics.Score, metrics.TimeTo(h))
		if failed != nil {
			err = failed
		}
		add(fmt.Sprintf("time to a score of %v: median", h), r.last(), unreached(a))
		add(fmt.Sprintf("time to a score of %v: share that came there", h), r.last(), a.Share)
	}
	for _, g := range r.groups {
		add(g.metric().Name, r.last(), r.table.Estimate(scenario, g.metric(), r.last()))
	}
	for _, q := range r.quantities(scenario) {
		add(q.name, 0, counted(q.value))
	}
	intake := r.intake(scenario)
	add("intake per person and tick", r.last(), stats.Estimate{Mean: intake, Low: intake,
		High: intake, N: r.table.Replicates(), Note: "mean over ticks"})
	return all, err
}

// counted is a number of the first replicate.
func counted(v float64) stats.Estimate {
	if math.IsNaN(v) {
		return stats.Estimate{Note: "none"}
	}
	return stats.Estimate{Mean: v, Low: v, High: v, N: 1, Note: "counted in the first replicate"}
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

func (r *result) quantities(scenario string) []quantity {
	b := r.budget(scenario)
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

// difference is what was found of one contrast.
func (r *result) difference(c metrics.Contrast) []number {
	f := r.claims.of(c.A, c.B, c.At)
	setup, control := r.split(c.A)
	row := func(what string, e stats.Estimate) number {
		return number{setup, control, fmt.Sprintf("%s less %s%s", c.At.Name, r.marked(c.B),
			what), r.tickOf(c.At), e}
	}
	if f.Claim == metrics.Missing {
		return []number{row("", stats.Estimate{Note: f.Note})}
	}
	return []number{row("", f.Difference), row(": share of runs ahead", counted(f.Ahead)),
		row(": adjusted p", counted(f.P)), row(": adjusted p of a margin", counted(f.PEqual))}
}

// split is the organization and the control of a scenario.
func (r *result) split(scenario string) (setup, control string) {
	found := false // the first: two controls may be the same run
	r.each(func(o organization, c, name string) {
		if name == scenario && !found {
			setup, control, found = r.short(o), c, true
		}
	})
	if !found {
		return r.marked(scenario), ""
	}
	return setup, control
}

// tickOf is the tick of a horizon: the last for the whole run.
func (r *result) tickOf(at metrics.Horizon) int {
	for _, t := range r.horizons {
		if metrics.AtTick(metrics.Score, t).Name == at.Name {
			return t
		}
	}
	return r.last()
}

// writeNumbers writes rows as CSV. An interval that there is none of is empty; so is a number that
// there is none of.
func writeNumbers(w io.Writer, rows []number) error {
	out := csv.NewWriter(w)
	out.Write([]string{"setup", "control", "metric", "tick", "replicates", "mean", "se",
		"low", "high"})
	for _, n := range rows {
		out.Write(append([]string{n.setup, n.control, n.metric, strconv.Itoa(n.tick)},
			fields(n.Estimate)...))
	}
	out.Flush()
	return out.Error()
}

// fields are an estimate's columns: replicates, mean, se, low, high.
func fields(e stats.Estimate) []string {
	mean, se, low, high := e.Mean, e.SE, e.Low, e.High
	if !e.HasInterval() {
		se, low, high = math.NaN(), math.NaN(), math.NaN()
	}
	if e.SE == 0 && e.Low != e.High {
		se = math.NaN() // none is known, of a median
	}
	if e.N == 0 {
		mean = math.NaN()
	}
	return []string{strconv.Itoa(e.N), metrics.Number(mean), metrics.Number(se),
		metrics.Number(low), metrics.Number(high)}
}

// writeRuns writes every run at every tick that is printed or drawn in a distribution, with every
// metric, and beside it what its organization is.
func (r *result) writeRuns(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{"setup", "control", "seats", "units", "pairs", "connected", "like",
		"replicate", "tick"}
	for _, m := range r.table.Metrics() {
		head = append(head, m.Name)
	}
	out.Write(head)
	r.each(func(o organization, control, scenario string) {
		b := r.budget(scenario)
		factors := []string{r.short(o), control, metrics.Number(b.Seats), strconv.Itoa(b.Norms),
			strconv.FormatInt(b.Ties, 10), strconv.FormatBool(b.Reachable == 1), o.like}
		for _, t := range r.horizons {
			r.writeTick(out, factors, scenario, t)
		}
	})
	out.Flush()
	return out.Error()
}

func (r *result) writeTick(out *csv.Writer, factors []string, scenario string, tick int) {
	var columns [][]float64
	for _, m := range r.table.Metrics() {
		columns = append(columns, r.table.Values(scenario, m, tick))
	}
	for i := range r.table.Replicates() {
		row := append(append([]string(nil), factors...), strconv.Itoa(i), strconv.Itoa(tick))
		for _, values := range columns {
			row = append(row, metrics.Number(values[i]))
		}
		out.Write(row)
	}
}

// write writes the panel: organizations by condition and tick.
func (p *panel) write(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"setup", "condition", "metric", "tick", "place", "replicates", "mean", "se",
		"low", "high"})
	for _, c := range p.conditions {
		for _, tick := range panelTicks {
			ranks := p.ranks(c, tick)
			for i, name := range p.names {
				out.Write(append([]string{p.marked(name), c, metrics.Score.Name, strconv.Itoa(tick),
					strconv.Itoa(ranks[i])}, fields(p.estimate(c, name, tick))...))
			}
		}
	}
	out.Flush()
	return out.Error()
}
