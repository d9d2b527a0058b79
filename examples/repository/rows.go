package main

import (
	"context"
	"math"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The newcomers' test: so many newcomers, and what they know so many ticks later. Who has been
// there for so many ticks is a veteran.
const newcomers, later, veteran = 10, 20, 20

const shelf, meeting = setups.RepositoryChannel, setups.Channel

// What is measured at some ticks: what newcomers are taught, and what reading and meeting are
// worth.
var (
	taught = metrics.NewcomersScore(newcomers, later)
	groups = []metrics.Group{metrics.Novices(veteran), metrics.Veterans(veteran),
		metrics.BelowMean, metrics.AboveMean}
)

// What is measured at every tick.
var (
	said      = metrics.SoFar(metrics.Said(meeting))
	entries   = metrics.Entries(shelf)
	wrong     = metrics.Wrong(shelf)
	outdated  = metrics.Outdated(shelf)
	age       = metrics.EntryAge(shelf)
	takenHere = metrics.SoFar(metrics.Taken(shelf))
	askedHere = metrics.SoFar(metrics.Reused(shelf))
	taken     = metrics.SoFar(metrics.Taken(metrics.AllChannels))
	asked     = metrics.SoFar(metrics.Reused(metrics.AllChannels))
)

// best is the score of the best of each unit of people: the mean over units of the highest score in
// the unit, as a share of the largest score that reality pays.
var best = metrics.Metric{
	Name: "best of each unit", Unit: metrics.Score.Unit, Of: func(m *sim.Model) float64 {
		units, sum, n := m.Units(m.Channel(meeting)), int64(0), int64(0)
		for u := range units.Len() {
			if len(units.Audience(u)) > 0 {
				sum, n = sum+int64(bestOf(m, units, u)), n+1
			}
		}
		return float64(sum) / float64(n*int64(m.Landscape().Max()))
	},
}

// bestOf is the highest score among those who learn from a unit and those who are heard in it.
func bestOf(m *sim.Model, units *network.Units, unit int) int32 {
	highest := int32(math.MinInt32)
	for _, people := range [][]int32{units.Audience(unit), units.Voices(unit)} {
		for _, p := range people {
			highest = max(highest, m.Landscape().Score(m.Beliefs(int(p))))
		}
	}
	return highest
}

// onlyAt is a metric that is read at some ticks, because each reading runs a copy of the model.
func onlyAt(m metrics.Metric, ticks []int) metrics.Metric {
	of := m.Of
	m.Of = func(m *sim.Model) float64 {
		if slices.Contains(ticks, m.Tick()) {
			return of(m)
		}
		return math.NaN()
	}
	return m
}

// conditions are the parameters of a row other than the kind, in the order of the columns.
func (r *repositories) conditions() []study.Axis {
	return []study.Axis{r.setting, r.asking, r.turbulence, r.every, r.turnover, r.until, r.fade,
		r.early, r.ticks}
}

// wanted reports whether the combination is run. By default groups of three are run as Bernstein,
// Shore and Lazer ran them, without asking, turbulence and turnover, and nobody asks where units
// meet rarely.
func (r *repositories) wanted() bool {
	if !r.chosen {
		return true
	}
	if r.asking.Value() > 0 && r.every.Value() > 1 {
		return false
	}
	if r.setting.Value() == threes {
		return r.asking.Value() == 0 && r.turbulence.Value() == 0 && r.turnover.Value() == 0
	}
	return r.turnover.Value() > 0
}

// organization is the combination's, with a kind of repository.
func (r *repositories) organization(kind string) organization {
	return organization{
		kind: kind, setting: r.setting.Value(), asking: r.asking.Value(), every: r.every.Value(),
		turbulence: r.turbulence.Value(), turnover: r.turnover.Value(), until: r.until.Value(),
		fade: r.fade.Value(), ticks: r.ticks.Value(),
	}
}

// measure runs every combination, and adds its row.
func (r *repositories) measure(ctx context.Context) (err error) {
	var without, with []sim.Scenario
	for range r.Combinations(r.setting, r.kind, r.asking, r.turbulence, r.every, r.turnover,
		r.until, r.fade, r.ticks) {
		switch s := r.organization(r.kind.Value()).scenario(); {
		case !r.wanted():
		case r.kind.Value() == none:
			without = append(without, s)
		default:
			with = append(with, s)
		}
	}
	if r.Explain {
		_, err := r.Measure(ctx, append(without, with...), nil)
		return err
	}
	shared := []metrics.Metric{metrics.Score, best, said,
		onlyAt(taught, slices.Concat(r.early.All(), r.ticks.All()))}
	if r.without, err = r.over(ctx, without, shared); err != nil {
		return err
	}
	own := []metrics.Metric{entries, wrong, outdated, age, takenHere, askedHere, taken, asked}
	for _, g := range groups {
		own = append(own, onlyAt(metrics.Gain(shelf, g), r.ticks.All()),
			onlyAt(metrics.Gain(meeting, g), r.ticks.All()))
	}
	if r.with, err = r.over(ctx, with, append(shared, own...)); err != nil {
		return err
	}
	r.addRows()
	return nil
}

// over measures metrics at every tick.
func (r *repositories) over(ctx context.Context, all []sim.Scenario, ms []metrics.Metric) (
	*study.Measured, error) {
	if len(all) == 0 {
		return nil, nil
	}
	return r.MeasureOver(ctx, all, ms...)
}

// values are those of a metric in an organization, by run.
func (r *repositories) values(o organization, m metrics.Metric, tick int) []float64 {
	return r.measured(o).Values(o.String(), m, tick)
}

// estimate is the mean of a metric in an organization.
func (r *repositories) estimate(o organization, m metrics.Metric, tick int) stats.Estimate {
	return r.measured(o).Estimate(o.String(), m, tick)
}

func (r *repositories) measured(o organization) *study.Measured {
	if o.kind == none {
		return r.without
	}
	return r.with
}

// outcomes are what people know, the best of each unit, and what newcomers are taught.
var outcomes = []struct {
	name   string
	metric metrics.Metric
}{{"social", metrics.Score}, {"best", best}, {"newcomers", taught}}

// addRows adds a row per combination.
func (r *repositories) addRows() {
	r.Columns("kind", "setting", "asking", "turbulence", "every", "turnover", "until", "fade",
		"early", "ticks", "replicates", "early_social_mean", "early_social_se", "early_best_mean",
		"early_best_se", "early_newcomers_mean", "early_newcomers_se", "social_mean", "social_se",
		"best_mean", "best_se", "newcomers_mean", "newcomers_se", "said_mean", "entries_mean",
		"wrong_mean", "outdated_mean", "age_mean", "share_mean",
		"novices_read", "novices_meet", "veterans_read", "veterans_meet",
		"below_read", "below_meet", "above_read", "above_meet")
	axes := append([]study.Axis{r.kind}, r.conditions()...)
	for combination := range r.Combinations(axes...) {
		if !r.wanted() {
			continue
		}
		o, end := r.organization(r.kind.Value()), r.ticks.Value()
		row := append(combination.Fields(), study.Count(r.Replicates))
		for _, tick := range []int{r.early.Value(), end} {
			for _, out := range outcomes {
				e := r.estimate(o, out.metric, tick)
				row = append(row, study.Mean(e), study.SE(e))
			}
		}
		row = append(row, study.Mean(r.estimate(o, said, end)))
		r.Row(append(row, r.ofShelf(o, end)...)...)
	}
}

// ofShelf are the fields of a row about a repository, empty where there is none.
func (r *repositories) ofShelf(o organization, end int) (fields []string) {
	if o.kind == none {
		return make([]string, 5+2*len(groups))
	}
	for _, m := range []metrics.Metric{entries, wrong, outdated, age} {
		fields = append(fields, study.Mean(r.estimate(o, m, end)))
	}
	fields = append(fields, study.Number(r.share(o, end)))
	for _, g := range groups {
		fields = append(fields, study.Mean(r.estimate(o, metrics.Gain(shelf, g), end)),
			study.Mean(r.estimate(o, metrics.Gain(meeting, g), end)))
	}
	return fields
}

// share is how much of what people learned from others over the run came from the repository. It is
// NaN if they learned nothing.
func (r *repositories) share(o organization, end int) float64 {
	mean := func(m metrics.Metric) float64 { return stats.Mean(r.values(o, m, end)) }
	return (mean(takenHere) + mean(askedHere)) / (mean(taken) + mean(asked))
}
