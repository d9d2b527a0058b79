package study

import (
	"fmt"
	"slices"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// Moments is a flag that lists the ticks to report. It changes what is written and nothing that is
// simulated.
type Moments struct {
	*List[int]
	study *Study
}

// Moments adds the flag. Where it is not given, the defaults are those of the ticks that a run
// reaches, and its last.
func (s *Study) Moments(name, usage string, defaults ...int) *Moments {
	l := s.Ints(name, usage, 0, MaxTicks, defaults...)
	s.parameters = s.parameters[:len(s.parameters)-1]
	return &Moments{l, s}
}

// MaxTicks is the longest run that a program offers where its curves are drawn.
const MaxTicks = 1_000_000

// Asked reports whether the flag was given.
func (m *Moments) Asked() bool { return m.study.given(m.name) }

// Until are the ticks to report of runs that end at a tick, in the order in which they were asked
// for. One past the end is a mistake.
func (m *Moments) Until(last int) ([]int, error) {
	if m.Asked() {
		for _, t := range m.All() {
			if t > last {
				return nil, program.MisusedBecause(fmt.Errorf("-%s: tick %d is past the end, "+
					"which is %d", m.name, t, last))
			}
		}
		return m.All(), nil
	}
	ticks := slices.DeleteFunc(m.All(), func(t int) bool { return t >= last })
	return append(ticks, last), nil
}

// Curve are the ticks to record for a curve from 0 to the last tick, some 200 of them, and others,
// ascending.
func Curve(last int, others ...int) []int {
	ticks := append(slices.Clone(others), last)
	for t := 0; t < last; t += max(1, last/200) {
		ticks = append(ticks, t)
	}
	slices.Sort(ticks)
	return slices.Compact(ticks)
}

// Series is a scenario's curve: the means over replicates of a metric at recorded ticks up to a
// last one, with their intervals.
func (m *Measured) Series(name, scenario string, metric metrics.Metric, last int) chart.Series {
	line := chart.Series{Name: name}
	t := m.tables[scenario]
	for _, tick := range t.Ticks() {
		e := t.Estimate(scenario, metric, tick)
		if tick > last || e.N == 0 {
			continue
		}
		line.X, line.Y = append(line.X, float64(tick)), append(line.Y, e.Mean)
		line.Low, line.High = append(line.Low, e.Low), append(line.High, e.High)
	}
	if t.Replicates() < 2 {
		line.Low, line.High = nil, nil
	}
	return line
}
