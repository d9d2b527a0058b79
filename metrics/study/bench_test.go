package study_test

import (
	"context"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/sim/models"
)

// March's model: 50 people, 30 dimensions and 100 periods, by blocks of 64 replicates of 16
// cells. It reports runs a second.
func BenchmarkRunMarch(b *testing.B) {
	p := study.Plan{Seed: 1, Replicates: 4 * study.Block,
		Metrics: []metrics.Metric{metrics.Knowledge}}
	for i := range 16 {
		p.Cells = append(p.Cells, study.Cell{Organization: string(rune('a' + i)),
			Scenario: models.March1991{P1: models.At(float64(i+1) / 20), Periods: 100}.Scenario()})
	}
	p.Columns = []study.Column{{Metric: "knowledge", Tick: p.Cells[0].Scenario.Ticks}}
	runs := 0
	for b.Loop() {
		err := p.Run(context.Background(), p.Tasks(), 0,
			func(_ study.Task, all []study.Result) error {
				runs += len(all)
				return nil
			})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(runs)/b.Elapsed().Seconds(), "runs/s")
}
