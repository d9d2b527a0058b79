package metrics

import (
	"context"
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Lag is how long knowledge takes to rise from units into their parents (network.Nested), at one
// level. It is over all parents of the level, and all dimensions in which one of their children has
// had a norm. The time of a parent and a dimension begins when the first of its children has a norm
// there. It ends when the parent has one. What the parent had before does not count.
type Lag struct {
	Level int // of the parents, 1 or more
	// share of parents and dimensions in which the norm of a child has reached its parent by the
	// end of the run: the mean over replicates, 0 to 1, with Student's t interval
	Reached stats.Estimate
	// median time in ticks within a replicate, and then over replicates. In a replicate in which
	// half or fewer are reached, no median is known, and it counts as later than all others.
	Ticks stats.Arrival
}

// Lags runs an experiment, tick by tick, and returns the lags of every scenario in a channel, level
// by level. There is no mean over the times that ended, because it would look short where slow ones
// never end: see stats.Censored. A scenario whose channel has no parents has no lags. Where no
// child of a level ever has a norm, Reached has a Note.
//
// Errors are those of sim.Experiment, a channel that some scenario lacks, and a channel whose
// number of units changes during a run. At is ignored. It takes 8 bytes for each unit and dimension
// of a run at work.
func Lags(ctx context.Context, e sim.Experiment, channel string) ([][]Lag, error) {
	e.At = nil
	if err := e.Validate(); err != nil {
		return nil, err
	}
	runs := make([][]*rising, len(e.Scenarios))
	for i, s := range e.Scenarios {
		if err := hasChannel(s, channel); err != nil {
			return nil, fmt.Errorf("metrics: Lags: scenario %q: %w", s.Name, err)
		}
		runs[i] = make([]*rising, e.Replicates)
	}
	err := e.Run(ctx, func(scenario, replicate int) sim.Observer {
		r := &rising{channel: channel, last: e.Scenarios[scenario].Ticks}
		runs[scenario][replicate] = r
		return r.watch
	})
	if err != nil {
		return nil, err
	}
	lags := make([][]Lag, len(runs))
	for i := range runs {
		if lags[i], err = lagsOf(runs[i]); err != nil {
			return nil, err
		}
	}
	return lags, nil
}

// rising is when each unit of a run first had a norm in each dimension and, after the last tick,
// what that says of each level.
type rising struct {
	channel         string
	last            int // tick
	levels, parents []int
	dimensions      int
	first           []int32   // 1 more than the tick, by unit and dimension; 0: not yet
	shares, medians []float64 // by level, from level 1 on; NaN: not defined
}

// watch notes which norms are new. It is an observer of every tick.
func (r *rising) watch(m *sim.Model, tick int) {
	c := m.Channel(r.channel)
	if r.parents == nil {
		u := m.Units(c)
		r.levels, r.parents, r.dimensions = u.Levels(), u.Parents(), m.Dimensions()
		r.first = make([]int32, m.Norms(c)*r.dimensions)
	}
	if m.Norms(c)*r.dimensions != len(r.first) {
		panic(fmt.Sprintf("metrics: Lags: the number of units of channel %q changes", r.channel))
	}
	for u := range m.Norms(c) {
		norm, first := m.Norm(c, u), r.of(r.first, u)
		for d := range first {
			if first[d] == 0 && norm.Get(d) != 0 {
				first[d] = int32(tick) + 1
			}
		}
	}
	if tick == r.last {
		r.finish()
	}
}

// of returns the numbers of one unit.
func (r *rising) of(all []int32, unit int) []int32 {
	return all[unit*r.dimensions : (unit+1)*r.dimensions]
}

// finish finds the share and the median of each level.
func (r *rising) finish() {
	if len(r.first) > 0 {
		below := r.below()
		for level := 1; level <= slices.Max(r.levels); level++ {
			ended, all := r.times(level, below)
			r.shares = append(r.shares, ratio(int64(len(ended)), int64(all)))
			r.medians = append(r.medians, medianOf(ended, all))
		}
	}
	r.first, r.levels = nil, nil
}

// below returns when the first child of each unit had a norm in each dimension.
func (r *rising) below() []int32 {
	below := make([]int32, len(r.first))
	for child, parent := range r.parents {
		if parent < 0 {
			continue
		}
		earliest := r.of(below, parent)
		for d, at := range r.of(r.first, child) {
			if at > 0 && (earliest[d] == 0 || at < earliest[d]) {
				earliest[d] = at
			}
		}
	}
	return below
}

// times returns the times of a level that ended, and the number of all.
func (r *rising) times(level int, below []int32) (ended []float64, all int) {
	for u, l := range r.levels {
		if l != level {
			continue
		}
		own := r.of(r.first, u)
		for d, from := range r.of(below, u) {
			if from == 0 || own[d] > 0 && own[d] < from {
				continue
			}
			all++
			if own[d] > 0 {
				ended = append(ended, float64(own[d]-from))
			}
		}
	}
	return ended, all
}

// medianOf returns the median of n times, of which those that are not given are later than all
// others. It is NaN unless more than half are given. Of two times in the middle of which only the
// lower is given it is that one.
func medianOf(ended []float64, n int) float64 {
	if 2*len(ended) <= n {
		return math.NaN()
	}
	slices.Sort(ended)
	return ended[(n-1)/2]/2 + ended[min(n/2, len(ended)-1)]/2
}

// lagsOf returns the lags of all levels over the replicates of a scenario.
func lagsOf(runs []*rising) (lags []Lag, err error) {
	for level := range mostLevels(runs) {
		lag := Lag{Level: level + 1}
		var shares, medians []float64
		for _, r := range runs {
			if level < len(r.shares) {
				shares, medians = append(shares, r.shares[level]),
					append(medians, r.medians[level])
			}
		}
		lag.Reached = estimate(shares)
		if lag.Ticks, err = stats.Censored(there(medians), len(runs), Level); err != nil {
			return nil, err
		}
		lags = append(lags, lag)
	}
	return lags, nil
}

func mostLevels(runs []*rising) (most int) {
	for _, r := range runs {
		most = max(most, len(r.shares))
	}
	return most
}
