package main

import (
	"fmt"
	"strings"

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

// combinations returns the table of all combinations.
func (a *apprentices) combinations() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %-22s %s\n", "code", "individuals", "combination")
	for c := range a.Combinations(a.axes()...) {
		fmt.Fprintf(&b, "%-20s %-22s %s\n", program.Interval(a.code()),
			program.Interval(a.of(metrics.Score)), c.Label())
	}
	return b.String()
}
