package sense

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"orglearn/agents"
	"orglearn/metrics/stats"
)

// Posterior is a sample of parameters that give outcomes near the target.
type Posterior struct {
	Points    [][]float64 // in the unit cube, the nearest first
	Distances []float64   // of each
}

// ABC returns the share of points whose outcomes are nearest to a target: rejection sampling of
// approximate Bayesian computation (Pritchard et al. 1999). The points are draws from the prior,
// such as Halton's. Outcomes holds the outcomes of each point. The distance is Euclidean, where
// each outcome is divided by its standard deviation over the points. Points with an outcome that is
// missing (NaN) are not near.
//
// It is an error where share is not above 0 and at most 1, where the numbers of points and outcomes
// do not fit, or where no point is left.
func ABC(points, outcomes [][]float64, target []float64, share float64) (Posterior, error) {
	if !(share > 0 && share <= 1) {
		return Posterior{}, fmt.Errorf("sense: share is %v, want above 0 to 1", share)
	}
	if len(points) != len(outcomes) {
		return Posterior{}, fmt.Errorf("sense: outcomes of %d of %d points", len(outcomes),
			len(points))
	}
	distances, err := distances(outcomes, target)
	if err != nil {
		return Posterior{}, err
	}
	var order []int
	for i, d := range distances {
		if !math.IsNaN(d) {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return Posterior{}, fmt.Errorf("sense: no point has all outcomes")
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case distances[a] < distances[b]:
			return -1
		case distances[a] > distances[b]:
			return 1
		}
		return 0
	})
	var p Posterior
	for _, i := range order[:max(1, int(share*float64(len(order))))] {
		p.Points = append(p.Points, points[i])
		p.Distances = append(p.Distances, distances[i])
	}
	return p, nil
}

// distances returns how far the outcomes of each point are from the target.
func distances(outcomes [][]float64, target []float64) ([]float64, error) {
	scale := make([]float64, len(target))
	for j := range target {
		var column []float64
		for i, row := range outcomes {
			if len(row) != len(target) {
				return nil, fmt.Errorf("sense: point %d has %d outcomes, want %d", i, len(row),
					len(target))
			}
			if !math.IsNaN(row[j]) {
				column = append(column, row[j])
			}
		}
		sd, err := stats.SD(column)
		if scale[j] = sd; err != nil || sd == 0 {
			scale[j] = 1
		}
	}
	all := make([]float64, len(outcomes))
	for i, row := range outcomes {
		all[i] = Distance(row, target, scale)
	}
	return all, nil
}

// Distance is the Euclidean distance of outcomes from a target, each divided by its scale.
func Distance(outcomes, target, scale []float64) float64 {
	sum := 0.0
	for j, y := range outcomes {
		d := (y - target[j]) / scale[j]
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}

// Interval returns the mean and the central interval of a parameter at a level such as .9.
func (p Posterior) Interval(parameter int, level float64) stats.Estimate {
	values := make([]float64, len(p.Points))
	for i, row := range p.Points {
		values[i] = row[parameter]
	}
	e := stats.Estimate{Mean: stats.Mean(values), N: len(values)}
	e.SE, _ = stats.SD(values)
	e.Low, _ = stats.Quantile(values, (1-level)/2)
	e.High, _ = stats.Quantile(values, (1+level)/2)
	return e
}

// Minimize returns the point of the unit cube at which f is least, as far as so many evaluations
// find it, and the value there. It is CMA-ES (Hansen 2016; gonum's variant by Krause et al. 2016)
// from the middle of the cube. A point outside is reflected into it. f is called by one goroutine;
// NaN counts as the largest value. It stops when ctx is done, and returns its error.
func Minimize(
	ctx context.Context, f func([]float64) (float64, error), parameters, evaluations int,
	seed uint64,
) ([]float64, float64, error) {
	if err := check(evaluations, parameters); err != nil {
		return nil, 0, err
	}
	start := make([]float64, parameters)
	for i := range start {
		start[i] = .5
	}
	best, least := slices.Clone(start), math.Inf(1)
	var failed error
	problem := optimize.Problem{Func: func(x []float64) float64 {
		if failed == nil {
			failed = ctx.Err()
		}
		if failed != nil {
			return math.Inf(1)
		}
		point := reflected(x)
		y, err := f(point)
		if failed = err; err != nil || math.IsNaN(y) {
			return math.Inf(1)
		}
		if y < least {
			best, least = point, y
		}
		return y
	}, Status: func() (optimize.Status, error) {
		if failed != nil {
			return optimize.Failure, failed
		}
		return optimize.NotTerminated, nil
	}}
	settings := &optimize.Settings{FuncEvaluations: evaluations, Concurrent: 1,
		Converger: optimize.NeverTerminate{}}
	_, err := optimize.Minimize(problem, start, settings, &optimize.CmaEsChol{
		InitStepSize: .3, Src: agents.NewStream(seed)})
	if failed != nil {
		return nil, 0, failed
	}
	if math.IsInf(least, 1) {
		return nil, 0, fmt.Errorf("sense: no point has a value: %v", err)
	}
	return best, least, nil
}

// reflected returns a point of the cube: coordinates beyond a side come back from it.
func reflected(x []float64) []float64 {
	point := make([]float64, len(x))
	for i, v := range x {
		v = math.Mod(math.Abs(v), 2)
		if v > 1 {
			v = 2 - v
		}
		point[i] = v
	}
	return point
}
