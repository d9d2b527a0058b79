package study

import (
	"fmt"
	"slices"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
)

// Moments is a flag that lists the ticks to report. It changes what is written, and not what is
// simulated.
type Moments struct {
	*List[int]
	study *Study
}

// Moments adds the flag. If it is not given, the program reports those defaults that a run reaches,
// and the run's last tick.
func (s *Study) Moments(name, usage string, defaults ...int) *Moments {
	l := s.Ints(name, usage, 0, MaxTicks, defaults...)
	s.parameters = s.parameters[:len(s.parameters)-1]
	return &Moments{l, s}
}

// MaxTicks is the largest number of ticks in programs that draw curves over time.
const MaxTicks = 1_000_000

// Asked reports whether the flag was given.
func (m *Moments) Asked() bool { return m.study.given(m.name) }

// Until returns the ticks to report for runs that end at tick last, in the order of the flag. A
// tick past the end is a program.Usage error.
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

// Curve returns about 200 ticks to record for a curve from 0 to the last tick, and the others, in
// ascending order.
func Curve(last int, others ...int) []int {
	ticks := append(slices.Clone(others), last)
	for t := 0; t < last; t += max(1, last/200) {
		ticks = append(ticks, t)
	}
	slices.Sort(ticks)
	return slices.Compact(ticks)
}

// Floats are whole numbers as an axis marks them.
func Floats(values []int) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = float64(v)
	}
	return all
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
