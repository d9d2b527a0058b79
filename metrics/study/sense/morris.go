package sense

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/metrics/stats"
)

// Morris is a design of elementary effects (Morris 1991, Technometrics 33:161-174). Each of its
// trajectories goes from a random point of a grid through the cube and moves each parameter once,
// in random order, by Delta up or down. It has trajectories times (parameters + 1) points.
type Morris struct {
	Points [][]float64
	Delta  float64 // levels/2 / (levels-1)
	moved  []int   // for each point the parameter that was moved to reach it; -1: none
	k      int
}

// Effect says how the outcome changes with a parameter over its whole range: the mean and the
// spread of the elementary effects.
type Effect struct {
	Mean     stats.Estimate // μ, with its 95 % interval
	Absolute stats.Estimate // μ*: the mean of absolute effects, which do not cancel out
	SD       float64        // σ: interactions and curvature; 0 for a linear outcome
}

// NewMorris returns a design on a grid of an even number of levels, 2 to 100. It is an error where
// trajectories is below 2, parameters is not 1 to MaxParameters, or there are more than MaxPoints.
func NewMorris(trajectories, parameters, levels int, seed uint64) (*Morris, error) {
	if trajectories < 2 {
		return nil, fmt.Errorf("sense: %d trajectories, want 2 or more", trajectories)
	}
	if levels < 2 || levels > 100 || levels%2 != 0 {
		return nil, fmt.Errorf("sense: %d levels, want an even number, 2 to 100", levels)
	}
	if err := check(trajectories, parameters); err != nil {
		return nil, err
	}
	if err := check(trajectories*(parameters+1), parameters); err != nil {
		return nil, err
	}
	m := &Morris{Delta: float64(levels/2) / float64(levels-1), k: parameters}
	stream := agents.NewStream(seed)
	for range trajectories {
		m.walk(stream, levels)
	}
	return m, nil
}

// walk adds a trajectory. Half of the levels allow a step up, the others a step down.
func (m *Morris) walk(stream *agents.Stream, levels int) {
	row := make([]float64, m.k)
	for p := range row {
		row[p] = float64(stream.IntN(levels)) / float64(levels-1)
	}
	m.add(row, -1)
	for _, p := range stream.Perm(m.k) {
		row = slices.Clone(row)
		if row[p] < .5 {
			row[p] += m.Delta
		} else {
			row[p] -= m.Delta
		}
		m.add(row, p)
	}
}

func (m *Morris) add(row []float64, moved int) {
	m.Points, m.moved = append(m.Points, row), append(m.moved, moved)
}

// Effects returns the effect of each parameter from the outcomes at the points, in their order. It
// is an error where there is not one finite outcome a point.
func (m *Morris) Effects(outcomes []float64) ([]Effect, error) {
	if len(outcomes) != len(m.Points) {
		return nil, fmt.Errorf("sense: %d outcomes of %d points", len(outcomes), len(m.Points))
	}
	steps := make([][]float64, m.k)
	for i, p := range m.moved {
		if math.IsNaN(outcomes[i]) || math.IsInf(outcomes[i], 0) {
			return nil, fmt.Errorf("sense: outcome %d is %v, want a finite number", i, outcomes[i])
		}
		if p >= 0 {
			step := m.Points[i][p] - m.Points[i-1][p]
			steps[p] = append(steps[p], (outcomes[i]-outcomes[i-1])/step)
		}
	}
	effects := make([]Effect, m.k)
	for p, all := range steps {
		effects[p].Mean = stats.TInterval(all, .95)
		effects[p].SD, _ = stats.SD(all)
		for i := range all {
			all[i] = math.Abs(all[i])
		}
		effects[p].Absolute = stats.TInterval(all, .95)
	}
	return effects, nil
}
