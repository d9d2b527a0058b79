package main

import (
	"context"
	"math"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// window is the number of ticks after which the marks ask what is left.
const window = 10

// first is what first beliefs pay on average: a block of 4 is right with (1/3)^4.
const first = 1. / 81

// objective is the arm's: the mean score of a unit's people at the end.
func (x arm) objective() metrics.Objective {
	return metrics.Objective{Metric: metrics.UnitScore, AtLeast: x.atLeast, By: x.ticks}
}

// views are how members judge. Each is right if what he sees is what is so: his own gain that of
// all, the standing of the norm the score of people, and what two agree on the truth. Where they
// agree in a share a of dimensions they agree on a^4 of the blocks of 4, if blocks do not matter to
// it. So agreement is enough at the fourth root of the score.
func (x arm) views() []metrics.View {
	return []metrics.View{metrics.ByGain(x.atLeast - first), metrics.ByStanding(x.atLeast),
		metrics.ByAgreement(math.Sqrt(math.Sqrt(x.atLeast)))}
}

// belonging are what may go with what is said, over the units of one organization.
var belonging = []struct {
	name string
	of   metrics.Local
}{
	{"commitment", metrics.UnitCommitment}, {"attendance", metrics.UnitAttendance},
	{"size", metrics.UnitSize}, {"words", metrics.UnitSaid},
	{animation, metrics.UnitAnimation},
}

// animation is read at every tick, so only where there is an animator.
const animation = "animation"

// marks are the marks of organizational knowledge, and what else stands beside, by the heads of
// their columns.
var marks = []struct {
	name, about string
	metric      metrics.Metric
}{
	{"people", "people who hold an objectified belief",
		metrics.Disseminated(setups.Channel)},
	{"units", "units that do", metrics.DisseminatedUnits(setups.Channel)},
	{"trans", "how much more often people believe in 10 ticks what they heard",
		metrics.Transmissible(setups.Channel, window)},
	{"cons", "norms that all people of the unit hold", metrics.Consensual(setups.Channel, 1)},
	{"follow", "seats whose person believes .8 of the norm", metrics.Followed(setups.Channel, .8)},
	{"integ", "of what was right in tasks that were done, what the norm says too",
		metrics.Integrated(setups.Channel)},
	{"perm", "of what people learned, what they hold 10 ticks later",
		metrics.Permanent(window)},
	{"norms", "of what became a norm, what is one 10 ticks later",
		metrics.PermanentNorms(setups.Channel, window)},
	{"innov", "blocks right that nobody held at first", metrics.Innovation(4)},
}

// tasksDone is the share of tasks done over a run, and heard the words heard in it, per person and
// tick.
var (
	tasksDone = metrics.OverSeats(metrics.UnitTasks, setups.Channel)
	heard     = metrics.SoFar(metrics.Heard(setups.Channel))
)

// measure runs every arm, and adds its row.
func (a *attainment) measure(ctx context.Context) (err error) {
	var scenarios []sim.Scenario
	all := []metrics.Metric{metrics.Score, tasksDone, heard}
	seen := map[string]bool{}
	for _, m := range marks {
		all = append(all, atEnd(m.metric))
	}
	for _, m := range attended {
		all = append(all, m.metric)
	}
	if a.months {
		all = append(all, longer)
	}
	for _, x := range a.arms {
		if name := x.String(); !seen[name] {
			seen[name], scenarios = true, append(scenarios, x.scenario())
		}
		for _, m := range append(x.metrics(), a.animated(x)...) {
			if !seen[m.Name] {
				seen[m.Name], all = true, append(all, m)
			}
		}
	}
	a.measured, err = a.MeasureOver(ctx, scenarios, all...)
	if err != nil {
		return err
	}
	a.addRows()
	return nil
}

// metrics are those of the arm's objective.
func (x arm) metrics() (all []metrics.Metric) {
	o := x.objective()
	all = append(all, o.Attained(setups.Channel))
	for _, b := range belonging {
		if b.name != animation {
			all = append(all, o.FactGoes(b.of, setups.Channel))
		}
	}
	for _, v := range x.views() {
		all = append(all, o.Said(v, setups.Channel), o.False(v, setups.Channel),
			o.Unseen(v, setups.Channel))
		for _, b := range belonging {
			if b.name != animation {
				all = append(all, o.Goes(v, b.of, setups.Channel))
			}
		}
	}
	return all
}

// animated are the metrics of the arm's objective that are about animation. They are missing in
// arms without an animator, and are not read there.
func (a *attainment) animated(x arm) (all []metrics.Metric) {
	o := x.objective()
	all = append(all, o.FactGoes(metrics.UnitAnimation, setups.Channel))
	for _, v := range x.views() {
		all = append(all, o.Goes(v, metrics.UnitAnimation, setups.Channel))
	}
	acts := map[string]bool{}
	for _, x := range a.arms {
		acts[x.String()] = x.voices > 0 && (x.pass > 0 || x.invite > 0)
	}
	for i, m := range all {
		all[i].Run = func() func(*sim.Model) float64 {
			read := m.Run()
			return func(m *sim.Model) float64 {
				if !acts[m.Scenario().Name] {
					return math.NaN()
				}
				return read(m)
			}
		}
	}
	return all
}

// atEnd is a metric without a history that is read at the end of a run only.
func atEnd(m metrics.Metric) metrics.Metric {
	if of := m.Of; of != nil {
		m.Of = func(m *sim.Model) float64 {
			if !m.Done() {
				return math.NaN()
			}
			return of(m)
		}
	}
	return m
}

// end is a metric of an arm at the end.
func (a *attainment) end(x arm, m metrics.Metric) stats.Estimate {
	return a.measured.Estimate(x.String(), m, study.End)
}

// addRows adds a row per arm.
func (a *attainment) addRows() {
	columns := []string{"arm", "structure", "size", "seen", "quiet", "committed", "away", "own",
		"heard", "compel", "ask", "task", "open", "contest", "talk", "voices", "pass", "invite",
		"contrast", "turnover", "turbulence", "look", "rank", "guided", "work", "at_least",
		"ticks", "replicates", "attained_mean", "attained_se"}
	for _, b := range belonging {
		columns = append(columns, "attained_"+b.name)
	}
	for _, v := range a.arms[0].views() {
		for _, c := range []string{"_mean", "_se", "_false", "_unseen"} {
			columns = append(columns, v.Name+c)
		}
		for _, b := range belonging {
			columns = append(columns, v.Name+"_"+b.name)
		}
	}
	columns = append(columns, "score_mean", "score_se", "tasks_mean", "heard_mean")
	for _, m := range marks {
		columns = append(columns, m.name+"_mean")
	}
	for _, m := range attended {
		columns = append(columns, m.column)
	}
	a.Columns(append(columns, a.rivalColumns()...)...)
	for i, x := range a.arms {
		a.Row(append(a.row(x), a.rivalFields(i)...)...)
	}
}

// row is what an arm's row says.
func (a *attainment) row(x arm) []string {
	o := x.objective()
	row := append(append([]string{x.name}, x.fields()...), study.Count(a.Replicates))
	put := func(m metrics.Metric, se bool) {
		e := a.end(x, m)
		if row = append(row, study.Mean(e)); se {
			row = append(row, study.SE(e))
		}
	}
	put(o.Attained(setups.Channel), true)
	for _, b := range belonging {
		put(o.FactGoes(b.of, setups.Channel), false)
	}
	for _, v := range x.views() {
		put(o.Said(v, setups.Channel), true)
		put(o.False(v, setups.Channel), false)
		put(o.Unseen(v, setups.Channel), false)
		for _, b := range belonging {
			put(o.Goes(v, b.of, setups.Channel), false)
		}
	}
	put(metrics.Score, true)
	put(tasksDone, false)
	put(heard, false)
	for _, m := range marks {
		put(m.metric, false)
	}
	for _, m := range attended {
		put(m.metric, false)
	}
	return row
}
