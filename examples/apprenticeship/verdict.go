package main

import (
	"fmt"
	"math"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// verdict says what a wait does to what turnover pays, in March's organization.
func (a *apprentices) verdict() string {
	text := fmt.Sprintf("What a turnover of %v pays, with waits of %s (in brackets: not shown to "+
		"be above 0):", paying, strings.ReplaceAll(list(waits), ",", ", "))
	for _, p1 := range learners {
		for _, periods := range spans {
			text += fmt.Sprintf(" %s learners, %d periods:", strings.ToLower(march{p1: p1}.pace()),
				periods)
			for _, wait := range waits {
				text += " " + bracketed(a.pays(march{p1, periods, wait}))
			}
			text += ";"
		}
	}
	return strings.TrimSuffix(text, ";") + "." + a.control()
}

// control says whether it is enough that fewer are heard.
func (a *apprentices) control() (text string) {
	for _, p1 := range learners {
		c := march{p1, spans[len(spans)-1], waits[len(waits)-1]}
		name := c.with(paying).String()
		text += fmt.Sprintf(" A wait of %d costs %s learners %s after %d periods. Where as many "+
			"are unheard, drawn anew, that costs %s: %s.", c.wait, strings.ToLower(c.pace()),
			cost(a.costs(c)), c.periods, cost(a.controls(c)), whose(a.differs(name, name+" drawn")))
	}
	return text
}

// bracketed writes a difference, in brackets if it is not shown to be above 0.
func bracketed(e stats.Estimate) string {
	if above(e) {
		return program.Decimal(e.Mean)
	}
	return "(" + program.Decimal(e.Mean) + ")"
}

// verdict says what a wait does to communities.
func (c *communities) verdict() string {
	text := "In communities of practice"
	for _, wait := range longWaits[1:] {
		e := c.costs(c.scenario(wait).Name)
		text += fmt.Sprintf(" a wait of %d %s (%s),", wait, tells(e), program.Decimal(e.Mean))
	}
	longest := longWaits[len(longWaits)-1]
	name := c.scenario(longest).Name
	apart := c.measured.Difference(name, name+" drawn", metrics.Score, study.End)
	return text + fmt.Sprintf(" and where as many are unheard as in the last, that costs %s: %s.",
		cost(c.costs(name+" drawn")), whose(apart))
}

// tells says in words what an interval shows.
func tells(e stats.Estimate) string {
	switch {
	case above(e):
		return "raises the score"
	case below(e):
		return "lowers the score"
	}
	return "is not shown to change the score"
}

// whose says whose voices are missed, by what a wait gives less what its control gives.
func whose(e stats.Estimate) string {
	switch {
	case above(e):
		return "newcomers are missed less than others"
	case below(e):
		return "newcomers are missed more than others"
	}
	return "it is not shown to matter who is not heard"
}

func above(e stats.Estimate) bool { return e.HasInterval() && e.Low > 0 }
func below(e stats.Estimate) bool { return e.HasInterval() && e.High < 0 }

// cost is a difference as a cost.
func cost(e stats.Estimate) string { return program.Decimal(-e.Mean) }

// stays returns the share of people who are heard, once a wait is over.
func stays(turnover float64, wait int) float64 { return math.Pow(1-turnover, float64(wait)) }
