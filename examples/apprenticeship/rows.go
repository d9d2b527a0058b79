package main

import (
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

const title = "Newcomers who learn at once and are heard after a wait"

// writeRows adds a row for each combination.
func (a *apprentices) writeRows() {
	a.Columns("p1", "p2", "turnover", "wait", "periods", "people", "dimensions", "replicates",
		"code_mean", "code_se", "individual_mean", "individual_se")
	for c := range a.Combinations(a.axes()...) {
		code, individual := a.code(), a.of(metrics.Score)
		a.Row(append(c.Fields(), study.Count(a.Replicates), study.Mean(code), study.SE(code),
			study.Mean(individual), study.SE(individual))...)
	}
}

// code returns the knowledge of the code of the combination.
func (a *apprentices) code() stats.Estimate { return a.of(metrics.NormScore) }

func (a *apprentices) of(m metrics.Metric) stats.Estimate {
	return a.measured.Estimate(a.model().String(), m, study.End)
}

// combinations returns the report of all combinations.
func (a *apprentices) combinations() study.Report {
	c := study.Contrasts{
		Measured: a.measured, Metric: metrics.NormScore, Short: "code",
		What: "Code knowledge after the last period",
		Others: []study.Column{{Head: "people", Of: func(scenario string) string {
			return program.Decimal(a.measured.Estimate(scenario, metrics.Score, study.End).Mean)
		}}},
	}
	for at := range a.Combinations(a.axes()...) {
		c.Arms = append(c.Arms, study.Arm{Scenario: a.model().String(), Name: at.Label()})
	}
	return study.Report{
		Title: title, Table: c.Table(), Notes: []string{c.Verdict(), matchOfRows},
		Figures: c.Figures("apprenticeship", title, a.Replicates),
	}
}

const matchOfRows = "Match: rows with as many people and dimensions share people, reality, first " +
	"beliefs, chance, attention and words said. Who waits is not heard: with a wait fewer people " +
	"are (see the control drawn of the run without parameters). Nobody searches alone."
