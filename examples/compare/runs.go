package main

import (
	"fmt"
	"orglearn/examples/program"

	"orglearn/metrics/chart"
)

// The runs of each organization where the flags do not say how many. Large organizations have
// fewer runs: the whole takes about as long at any size, and their runs differ less, as the mean of
// more people varies less.
const (
	manyPeople  = 1_000 // of more there are fewer runs
	usualRuns   = 200
	fewestRuns  = 3
	runPeople   = 60_000 // people in all runs of an organization
	usualPanel  = 6
	panelPeople = 6_000 // people in all runs of an organization under one condition
)

// setRuns chooses the number of runs for so many people, unless a flag did.
func (o *options) setRuns() {
	people := o.conditions.People
	if people <= manyPeople {
		return // the flags' defaults
	}
	if !o.given["replicates"] {
		o.replicates = max(fewestRuns, runPeople/people)
	}
	if !o.given["panel"] {
		o.panel = panelPeople / people
	}
}

// fewerRuns says what fewer runs leave out; nothing if there are as many as usual.
func (o *options) fewerRuns() (notes []string) {
	people := chart.Thousands(o.conditions.People) + " people"
	if !o.given["replicates"] && o.replicates < usualRuns {
		notes = append(notes, fmt.Sprintf("runs: %d of each organization, not %d, as there are %s "+
			"(-replicates %d makes as many)", o.replicates, usualRuns, people, usualRuns))
	}
	switch {
	case o.given["panel"] || o.panel == usualPanel:
	case o.panel == 0:
		notes = append(notes, fmt.Sprintf("other conditions: not run, as there are %s (-panel 1 "+
			"runs them)", people))
	default:
		notes = append(notes, fmt.Sprintf("other conditions: %s of each organization, not %d, as "+
			"there are %s (-panel %d makes as many)", program.Count(o.panel, "run", "runs"),
			usualPanel, people, usualPanel))
	}
	return notes
}
