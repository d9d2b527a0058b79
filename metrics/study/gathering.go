package study

import (
	"errors"
	"sync"

	"orglearn/metrics"
	"orglearn/sim"
)

// gathering collects the results of a group of tasks, and hands over each task that is whole.
type gathering struct {
	*runner
	group []Task

	mu      sync.Mutex
	results [][]Result // by task and replicate
	open    []int      // for each task the number of runs that are not over
}

func newGathering(r *runner, group []Task) *gathering {
	g := &gathering{runner: r, group: group}
	for _, t := range group {
		results := make([]Result, t.Count)
		for i := range results {
			results[i] = Result{Cell: t.Cell, Replicate: uint64(t.First + i)}
		}
		g.results = append(g.results, results)
		g.open = append(g.open, t.Count)
	}
	return g
}

// watch reads one run. A metric that panics fails the run.
func (g *gathering) watch(task, replicate int) sim.Observer {
	reading := metrics.NewReading(g.Metrics...)
	read, values := make([]float64, len(g.Metrics)), missing(len(g.Columns))
	seen, failed := 0, ""
	return func(m *sim.Model, _ int) {
		i := seen
		seen++
		if failed == "" {
			if err := reading.Read(m, g.want[i], read); err != nil {
				values, failed = nil, err.Error()
			}
		}
		for k, j := range g.want[i] {
			if failed == "" {
				values[g.columns[i][k]] = read[j]
			}
		}
		if seen == len(g.at) {
			g.end(task, replicate, values, failed)
		}
	}
}

// end keeps the result of a run, and hands over its task if that was the last.
func (g *gathering) end(task, replicate int, values []float64, failed string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	result := &g.results[task][replicate]
	result.Values, result.Failed = values, failed
	if g.open[task]--; g.open[task] == 0 && g.refused == nil {
		if g.refused = g.done(g.group[task], g.results[task]); g.refused != nil {
			g.cancel()
		}
	}
}

// fail keeps the errors of runs that did not go to their end.
func (g *gathering) fail(errs []error) {
	for _, err := range errs {
		run := (*sim.RunError)(nil)
		if errors.As(err, &run) {
			g.end(run.Scenario, run.Replicate, nil, run.Error())
		}
	}
}

// left returns the tasks that were not handed over.
func (g *gathering) left() (all []Task) {
	for i, t := range g.group {
		if g.open[i] > 0 {
			all = append(all, t)
		}
	}
	return all
}
