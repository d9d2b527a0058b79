package models

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// weights hold how much each person trusts each person, himself included. Row i belongs to person i
// and sums to 1.
type weights [][]float64

// alike returns the weights of people who trust everybody equally, themselves included.
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

// weightTolerance is how far the sum of a row may be from 1: what rounding leaves.
const weightTolerance = 1e-9

// Validate returns an error where the rows are no weights.
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

// circles are the circles of contacts in which each person hears the people whom he trusts.
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

// Objectify implements opinion.Objectifier. The norm is the weighted sum of the claims and of the
// person's own opinion. opinion.Average computes the same from the weights of ties, but these have
// the precision of float32 only.
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

// given returns the first opinions as a rule. It is nil, the scenario's own default, without any.
func given(first []float64) opinion.Beginner {
	if first == nil {
		return nil
	}
	return firstOpinions(first)
}

// firstOpinions are one number per person, on the one topic. A newcomer has the first opinion of
// the person whom he replaces.
type firstOpinions []float64

// Begin implements opinion.Beginner.
func (f firstOpinions) Begin(p *agents.Person, held opinion.Opinion) { held[0] = f[p.ID] }

// Validate returns an error where an opinion is not a finite number.
func (f firstOpinions) Validate() error {
	for p, v := range f {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("First[%d] is %v, want a finite number", p, v)
		}
	}
	return nil
}

// stillness is the largest change of an opinion in a tick that still counts as rest.
const stillness = 1e-12
