package study

import (
	"context"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// End stands for the last tick of a scenario.
const End = -1

// Measured holds the metrics of every run at the recorded ticks.
type Measured struct {
	tables map[string]*metrics.Table // by scenario
	last   map[string]int            // tick, by scenario
}

// Measure runs the replicates of each scenario, and reads the metrics at the given ticks. If at is
// nil, it reads them at each scenario's last tick, and scenarios may differ in their number of
// ticks. A parameter out of its range is a program.Usage error. With -explain, Measure runs
// nothing: it prints how the scenarios would run, and returns program.ErrExplained.
func (s *Study) Measure(
	ctx context.Context, scenarios []sim.Scenario, at []int, ms ...metrics.Metric,
) (*Measured, error) {
	return s.measure(ctx, scenarios, func(last int) []int {
		if at == nil {
			return []int{last}
		}
		return at
	}, ms)
}

// MeasureOver is Measure at every tick of each scenario, for metrics with a history.
func (s *Study) MeasureOver(
	ctx context.Context, scenarios []sim.Scenario, ms ...metrics.Metric,
) (*Measured, error) {
	return s.measure(ctx, scenarios, func(int) []int { return nil }, ms)
}

// measure is Measure, given which ticks to read of scenarios that end at a last one.
func (s *Study) measure(
	ctx context.Context, scenarios []sim.Scenario, at func(last int) []int, ms []metrics.Metric,
) (*Measured, error) {
	if s.Explain {
		return nil, program.Explain(ctx, s.Stdout, scenarios, s.Seed)
	}
	if err := s.tryBuilding(scenarios); err != nil {
		return nil, err
	}
	all := &Measured{tables: map[string]*metrics.Table{}, last: map[string]int{}}
	progress := program.NewProgress("simulating")
	defer progress.End()
	groups := byTicks(scenarios)
	done, total := 0, 0
	for _, g := range groups {
		total += len(g) * s.Replicates
	}
	for _, g := range groups {
		last := g[0].Ticks
		runs := len(g) * s.Replicates
		table, err := metrics.Measure(ctx, sim.Experiment{
			Scenarios: g, Replicates: s.Replicates, Seed: s.Seed, Workers: s.Workers, At: at(last),
			Progress: func(part, of int) {
				progress.Report(done+int(float64(part)/float64(max(of, 1))*float64(runs)), total)
			},
		}, ms...)
		if err != nil {
			return nil, err
		}
		done += runs
		for _, scenario := range g {
			all.tables[scenario.Name], all.last[scenario.Name] = table, last
		}
	}
	return all, nil
}

// tryBuilding builds each scenario once. So an error appears before hours are spent on runs.
func (s *Study) tryBuilding(scenarios []sim.Scenario) error {
	for _, scenario := range scenarios {
		if _, err := sim.New(scenario, s.Seed, 0); err != nil {
			return program.MisusedBecause(err)
		}
	}
	return nil
}

// byTicks groups the scenarios that have the same number of ticks, and keeps their order.
func byTicks(scenarios []sim.Scenario) [][]sim.Scenario {
	var groups [][]sim.Scenario
	at := map[int]int{}
	for _, s := range scenarios {
		if _, ok := at[s.Ticks]; !ok {
			at[s.Ticks] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[s.Ticks]] = append(groups[at[s.Ticks]], s)
	}
	return groups
}

// Values returns the values of a metric, one per replicate. tick may be End.
func (m *Measured) Values(scenario string, metric metrics.Metric, tick int) []float64 {
	return m.tables[scenario].Values(scenario, metric, m.tick(scenario, tick))
}

// Estimate returns the mean of a metric over replicates. tick may be End.
func (m *Measured) Estimate(scenario string, metric metrics.Metric, tick int) stats.Estimate {
	return m.tables[scenario].Estimate(scenario, metric, m.tick(scenario, tick))
}

// Difference returns the mean over replicates of a metric in scenario a minus the same metric in b,
// paired by replicate, with its 99 % interval.
func (m *Measured) Difference(a, b string, metric metrics.Metric, tick int) stats.Estimate {
	e, err := stats.Paired(m.Values(a, metric, tick), m.Values(b, metric, tick), .99)
	if err != nil {
		return stats.Estimate{Note: err.Error()}
	}
	return e
}

// Stopped returns the share, 0 to 1, of a scenario's runs that ended before their last tick.
func (m *Measured) Stopped(scenario string) float64 {
	t := m.tables[scenario]
	n := 0
	for r := range t.Replicates() {
		if t.Stopped(scenario, r) < m.last[scenario] {
			n++
		}
	}
	return float64(n) / float64(t.Replicates())
}

func (m *Measured) tick(scenario string, tick int) int {
	if tick == End {
		return m.last[scenario]
	}
	return tick
}
