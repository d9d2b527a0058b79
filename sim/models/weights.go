package models

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// weights say how much each person trusts each, himself included: row i is of person i, and sums to
// 1.
type weights [][]float64

// alike are the weights of people who trust everybody alike, themselves included.
func alike(people int) weights {
	w := make(weights, people)
	for i := range w {
		w[i] = make([]float64, people)
		for j := range w[i] {
			w[i][j] = 1 / float64(people)
		}
	}
	return w
}

// weightTolerance is how far rows may be from 1: what rounding leaves.
const weightTolerance = 1e-9

// Validate reports weights that are none.
func (w weights) Validate() error {
	for i, row := range w {
		if len(row) != len(w) {
			return fmt.Errorf("Weights[%d] has %d weights, want %d (the people)", i,
				len(row), len(w))
		}
		sum := 0.
		for j, v := range row {
			if !(v >= 0 && v <= 1) {
				return fmt.Errorf("Weights[%d][%d] is %v, want 0 to 1", i, j, v)
			}
			sum += v
		}
		if math.Abs(sum-1) > weightTolerance {
			return fmt.Errorf("Weights[%d] sums to %v, want 1", i, sum)
		}
	}
	return nil
}

// circles are those of the people whom one trusts.
func (w weights) circles() network.Structure {
	return network.Circles{Of: network.GeneratorFunc(func(n int, _ network.Source) (*network.Graph,
		error) {
		var edges []network.Edge
		for i, row := range w {
			for j, v := range row {
				if i != j && v > 0 {
					edges = append(edges, network.Edge{From: int32(i), To: int32(j), Weight: 1})
				}
			}
		}
		return network.NewGraph(n, edges)
	})}
}

// Objectify implements opinion.Objectifier: the weighted sum of what is said. opinion.Average
// does so with the weights of ties, which have the precision of float32.
func (w weights) Objectify(u *agents.Unit, said *opinion.Voices, norm opinion.Opinion) {
	row := w[u.ID]
	for t := range norm {
		norm[t] = float64(row[u.ID] * norm[t])
	}
	for k := range said.Len() {
		weight := row[said.ID(k)]
		for t, claim := range said.At(k) {
			norm[t] += float64(weight * claim)
		}
	}
}

// given are first opinions of each person, nil for those that the scenario gives by itself.
func given(first []float64) opinion.Beginner {
	if first == nil {
		return nil
	}
	return firstOpinions(first)
}

// firstOpinions are one number per person, of the one topic. A newcomer has that of whom he
// replaces.
type firstOpinions []float64

// Begin implements opinion.Beginner.
func (f firstOpinions) Begin(p *agents.Person, held opinion.Opinion) { held[0] = f[p.ID] }

// Validate reports numbers that are none.
func (f firstOpinions) Validate() error {
	for p, v := range f {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("First[%d] is %v, want a finite number", p, v)
		}
	}
	return nil
}

// stillness is the largest change of an opinion in a tick at which a run is taken to be at rest.
const stillness = 1e-12
