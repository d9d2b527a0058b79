package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
)

// The measures of a flow. Those over time are means over all ticks.
var (
	ahead         = metrics.SoFar(metrics.Ahead(work))
	complacency   = metrics.SoFar(metrics.Complacency(work))
	drama         = metrics.SoFar(metrics.Drama(work))
	interventions = metrics.SoFar(metrics.Interventions(work))
	insularity    = metrics.Insularity(work, study.MaxTicks) // over the whole run
)

// axes are the parameters of a row; the last three are no columns.
func (s *stream) axes() []study.Axis {
	return []study.Axis{
		s.size, s.loops, s.shuffle, s.leaders, s.led, s.pace, s.mastery, s.stages, s.people,
		s.dimensions, s.block, s.ticks, s.share, s.superior, s.absorb,
	}
}

// model is the combination's organization.
func (s *stream) model() flow {
	return flow{
		size: s.size.Value(), loops: s.loops.Value(), shuffle: s.shuffle.Value(),
		leaders: s.leaders.Value(), led: s.led.Value(), pace: s.pace.Value(),
		mastery: s.mastery.Value(), share: s.share.Value(), stages: s.stages.Value(),
		people: s.people.Value(), dimensions: s.dimensions.Value(), block: s.block.Value(),
		ticks: s.ticks.Value(), superior: s.superior.Value(), absorb: s.absorb.Value(),
	}
}

// models are the organizations of all combinations.
func (s *stream) models() (all []flow) {
	for range s.Combinations(s.axes()...) {
		all = append(all, s.model())
	}
	return all
}

// measure runs every combination, and the arms of the table that are not among them.
func (s *stream) measure(ctx context.Context, arms []arm) (err error) {
	models := s.models()
	for _, a := range arms {
		if !slices.Contains(models, a.flow) {
			models = append(models, a.flow)
		}
	}
	var scenarios []sim.Scenario
	for _, f := range models {
		if f.ticks < f.stages*f.loops {
			return program.Misuse("-ticks is %d, want %d (-stages times -loops) or more", f.ticks,
				f.stages*f.loops)
		}
		scenarios = append(scenarios, f.scenario())
	}
	s.measured, err = s.MeasureOver(ctx, scenarios, metrics.Score, ahead, insularity, complacency,
		drama, interventions)
	return err
}

func (s *stream) writeRows() {
	s.Columns("size", "loops", "shuffle", "leaders", "led", "pace", "mastery", "stages", "people",
		"dimensions", "block", "ticks", "replicates", "payoff_mean", "payoff_se", "ahead_mean",
		"insularity_mean", "complacency_mean", "drama_mean", "interventions_mean")
	for c := range s.Combinations(s.axes()...) {
		name := s.model().String()
		payoff := s.measured.Estimate(name, metrics.Score, study.End)
		row := append(c.Fields()[:12], study.Count(s.Replicates), study.Mean(payoff),
			study.SE(payoff))
		for _, m := range []metrics.Metric{ahead, insularity, complacency, drama, interventions} {
			row = append(row, study.Mean(s.measured.Estimate(name, m, study.End)))
		}
		s.Row(row...)
	}
}
