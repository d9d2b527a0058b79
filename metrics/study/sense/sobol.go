package sense

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/metrics/stats"
)

// Sobol is a design for shares of variance (Saltelli et al. 2010, Computer Physics Communications
// 181:259-270). For N base points and k parameters it has N(k+2) points.
type Sobol struct {
	// Points are N of a matrix A, N of a matrix B, and for each parameter N of A in which the
	// column of that parameter is that of B.
	Points [][]float64
	n, k   int
	seed   uint64
}

// Index is how much of the variance of an outcome comes from one parameter.
type Index struct {
	First stats.Estimate // alone: by how much it would fall if the parameter were known
	Total stats.Estimate // with all interactions: what would be left if all others were known
}

// NewSobol returns the design of n base points, a scrambled Halton sequence of 2k columns. It is an
// error where n is below 2, parameters is not 1 to MaxParameters/2, or there are more than
// MaxPoints.
func NewSobol(n, parameters int, seed uint64) (*Sobol, error) {
	if n < 2 {
		return nil, fmt.Errorf("sense: %d base points, want 2 or more", n)
	}
	if err := check(n, 2*parameters); err != nil {
		return nil, err
	}
	if n > MaxPoints/(parameters+2) {
		return nil, fmt.Errorf("sense: %d base points and %d parameters are more than %d points", n,
			parameters, MaxPoints)
	}
	s := &Sobol{n: n, k: parameters, seed: seed}
	base := halton(n, 2*parameters, seed)
	for side := range 2 {
		for _, row := range base {
			s.Points = append(s.Points, slices.Clone(row[side*parameters:][:parameters]))
		}
	}
	for p := range parameters {
		for i := range n {
			row := slices.Clone(s.Points[i])
			row[p] = s.Points[n+i][p]
			s.Points = append(s.Points, row)
		}
	}
	return s, nil
}

// resamples is the number of bootstrap samples of base points for an interval.
const resamples = 1000

// Indices returns the index of each parameter from the outcomes at the points, in their order. With
// f centred, and AB the points of A with one column of B, the estimators are
//
//	First  Σ f(B) (f(AB) - f(A)) / N / V   (Saltelli et al. 2010)
//	Total  Σ (f(A) - f(AB))² / 2N / V      (Jansen 1999)
//
// where V is the variance over A and B. The 95 % intervals are quantiles over bootstrap samples of
// base points. First may fall below 0 and Total exceed 1 by chance. It is an error where there is
// not one finite outcome a point, or where no outcome differs.
func (s *Sobol) Indices(outcomes []float64) ([]Index, error) {
	if len(outcomes) != len(s.Points) {
		return nil, fmt.Errorf("sense: %d outcomes of %d points", len(outcomes), len(s.Points))
	}
	for i, y := range outcomes {
		if math.IsNaN(y) || math.IsInf(y, 0) {
			return nil, fmt.Errorf("sense: outcome %d is %v, want a finite number", i, y)
		}
	}
	y := centred(outcomes, 2*s.n)
	all := make([]int, s.n)
	for i := range all {
		all[i] = i
	}
	indices := make([]Index, s.k)
	if s.variance(y, all) == 0 {
		return nil, errors.New("sense: no outcome differs, so there is no variance to share")
	}
	for p := range indices {
		indices[p].First.Mean, indices[p].Total.Mean = s.index(y, p, all)
	}
	s.bootstrap(y, indices)
	return indices, nil
}

// centred returns outcomes less the mean of the first n.
func centred(outcomes []float64, n int) []float64 {
	mean := stats.Mean(outcomes[:n])
	y := make([]float64, len(outcomes))
	for i := range y {
		y[i] = outcomes[i] - mean
	}
	return y
}

// variance is that of A and B over some base points.
func (s *Sobol) variance(y []float64, rows []int) float64 {
	sum, squares := 0.0, 0.0
	for _, i := range rows {
		a, b := y[i], y[s.n+i]
		sum += a + b
		squares += float64(a*a) + float64(b*b)
	}
	m := float64(2 * len(rows))
	return squares/m - float64(sum/m)*float64(sum/m)
}

// index returns the first-order and the total index of a parameter over some base points.
func (s *Sobol) index(y []float64, p int, rows []int) (first, total float64) {
	for _, i := range rows {
		a, b, ab := y[i], y[s.n+i], y[(2+p)*s.n+i]
		first += float64(b * (ab - a))
		total += float64((a-ab)*(a-ab)) / 2
	}
	v := float64(s.variance(y, rows) * float64(len(rows)))
	if v == 0 {
		return 0, 0
	}
	return first / v, total / v
}

// bootstrap adds the intervals.
func (s *Sobol) bootstrap(y []float64, indices []Index) {
	stream, rows := agents.NewStream(s.seed), make([]int, s.n)
	first, total := make([][]float64, s.k), make([][]float64, s.k)
	for range resamples {
		for i := range rows {
			rows[i] = stream.IntN(s.n)
		}
		for p := range indices {
			f, t := s.index(y, p, rows)
			first[p], total[p] = append(first[p], f), append(total[p], t)
		}
	}
	for p := range indices {
		limits(&indices[p].First, first[p], s.n)
		limits(&indices[p].Total, total[p], s.n)
	}
}

// limits adds the 95 % interval of an estimate from bootstrap samples.
func limits(e *stats.Estimate, samples []float64, n int) {
	e.N = n
	e.SE, _ = stats.SD(samples)
	e.Low, _ = stats.Quantile(samples, .025)
	e.High, _ = stats.Quantile(samples, .975)
}

// Noise returns the share of the variance of single runs that comes from their replicates, 0 to 1,
// where runs holds for each point the outcomes of the same replicates. With s² the mean variance
// within points, and S² the variance of the points' means, R replicates each, it is
//
//	s² / (s² + max(0, S² - s²/R))
//
// The interval is that of bootstrap samples of points. It is an error where points have fewer than
// 2 replicates, or not equally many, and where nothing varies.
func Noise(runs [][]float64, seed uint64) (stats.Estimate, error) {
	within, means := make([]float64, len(runs)), make([]float64, len(runs))
	for i, ys := range runs {
		if len(ys) != len(runs[0]) || len(ys) < 2 || len(runs) < 2 {
			return stats.Estimate{}, fmt.Errorf("sense: %d points, of which one has %d "+
				"replicates, want 2 or more of each, equally many", len(runs), len(ys))
		}
		means[i] = stats.Mean(ys)
		within[i], _ = stats.Variance(ys)
	}
	if len(runs) == 0 {
		return stats.Estimate{}, errors.New("sense: no points")
	}
	all := make([]int, len(runs))
	for i := range all {
		all[i] = i
	}
	e := stats.Estimate{Mean: noise(within, means, all, len(runs[0]))}
	if math.IsNaN(e.Mean) {
		return e, errors.New("sense: nothing varies, so there is no variance to share")
	}
	stream, samples := agents.NewStream(seed), make([]float64, 0, resamples)
	for range resamples {
		for i := range all {
			all[i] = stream.IntN(len(runs))
		}
		if share := noise(within, means, all, len(runs[0])); !math.IsNaN(share) {
			samples = append(samples, share)
		}
	}
	limits(&e, samples, len(runs))
	return e, nil
}

func noise(within, means []float64, rows []int, replicates int) float64 {
	inner, picked := 0.0, make([]float64, len(rows))
	for j, i := range rows {
		inner += within[i]
		picked[j] = means[i]
	}
	inner /= float64(len(rows))
	outer, _ := stats.Variance(picked)
	return inner / (inner + max(0, outer-inner/float64(replicates)))
}
