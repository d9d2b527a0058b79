package sense

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distmv"
	"gonum.org/v1/gonum/stat/samplemv"

	"orglearn/agents"
)

// MaxPoints is the largest number of points of a design, and MaxParameters of parameters.
const (
	MaxPoints     = 1 << 20
	MaxParameters = 50
)

// Latin returns a Latin hypercube of n points: each of n equal parts of each axis has one (McKay,
// Beckman and Conover 1979). It is an error where n is not 1 to MaxPoints or parameters not 1 to
// MaxParameters.
func Latin(n, parameters int, seed uint64) ([][]float64, error) {
	if err := check(n, parameters); err != nil {
		return nil, err
	}
	q := distmv.NewUnitUniform(parameters, nil)
	return sample(samplemv.LatinHypercube{Q: q, Src: agents.NewStream(seed)}, n, parameters), nil
}

// Halton returns n points of a Halton sequence, scrambled by random permutations of its digits
// (Owen 2017). They fill the cube more evenly than random points. Errors are those of Latin.
func Halton(n, parameters int, seed uint64) ([][]float64, error) {
	if err := check(n, parameters); err != nil {
		return nil, err
	}
	return halton(n, parameters, seed), nil
}

func halton(n, parameters int, seed uint64) [][]float64 {
	h := samplemv.Halton{Kind: samplemv.Owen, Q: distmv.NewUnitUniform(parameters, nil),
		Src: agents.NewStream(seed)}
	return sample(h, n, parameters)
}

func check(n, parameters int) error {
	if n < 1 || n > MaxPoints {
		return fmt.Errorf("sense: %d points, want 1 to %d", n, MaxPoints)
	}
	if parameters < 1 || parameters > MaxParameters {
		return fmt.Errorf("sense: %d parameters, want 1 to %d", parameters, MaxParameters)
	}
	return nil
}

// sample draws points. They are rounded, so that they have the same bits on every processor.
func sample(s samplemv.Sampler, n, parameters int) [][]float64 {
	batch := mat.NewDense(n, parameters, nil)
	s.Sample(batch)
	points := make([][]float64, n)
	for i := range points {
		points[i] = batch.RawRowView(i)
		for j, x := range points[i] {
			points[i][j] = math.Round(math.Ldexp(x, 40)) / (1 << 40)
		}
	}
	return points
}
