package main

import (
	"context"
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// These are what the program runs without parameters.
var (
	learners  = []float64{.9, .1} // p1: fast and slow
	turnovers = []float64{0, .05, .1, .3}
	waits     = []int{0, 1, 3, 10}
	spans     = []int{18, 60} // periods
)

// paying is the turnover of the table.
const paying = .1

// answer runs and reports what the program asks without parameters.
func (a *apprentices) answer(ctx context.Context) error {
	for name, entries := range map[string]string{
		"p1": list(learners), "turnover": list(turnovers), "wait": list(waits),
		"periods": list(spans),
	} {
		if err := a.Flags.Set(name, entries); err != nil {
			return err
		}
	}
	var all []sim.Scenario
	for range a.Combinations(a.axes()...) {
		all = append(all, a.model().Scenario())
	}
	for _, c := range cases() {
		if c.wait > 0 {
			all = append(all, drawn(c.with(paying).Scenario(), paying, c.wait))
		}
	}
	crowd := a.communities()
	if a.Explain {
		all = append(all, crowd.scenarios...)
	}
	var err error
	if a.measured, err = a.Measure(ctx, all, nil, metrics.NormScore, metrics.Score); err != nil {
		return err
	}
	if err := crowd.measure(ctx); err != nil {
		return err
	}
	a.writeRows()
	return a.Finish(a.report(crowd))
}

// list writes a list as a flag takes it.
func list[T any](all []T) (s string) {
	for i, v := range all {
		if i > 0 {
			s += ","
		}
		s += fmt.Sprint(v)
	}
	return s
}

// march is one of March's organizations, without its turnover.
type march struct {
	p1            float64
	periods, wait int
}

// cases returns those of the table.
func cases() (all []march) {
	for _, p1 := range learners {
		for _, periods := range spans {
			for _, wait := range waits {
				all = append(all, march{p1, periods, wait})
			}
		}
	}
	return all
}

// with returns the organization, in the sizes of March's baseline, with a turnover.
func (c march) with(turnover float64) models.March1991 {
	return models.March1991{
		P1: models.At(c.p1), P2: models.At(.5), P3: turnover, Wait: c.wait, Periods: c.periods,
		People: 50, Dimensions: 30,
	}
}

// pace names the learners.
func (c march) pace() string {
	if c.p1 == learners[0] {
		return "Fast"
	}
	return "Slow"
}

// drawn is the control of a wait: an organization in which as many are not heard, but who that is
// is drawn anew at every tick.
func drawn(s sim.Scenario, turnover float64, wait int) sim.Scenario {
	s.Name += " drawn"
	s.Channels = append([]sim.Channel(nil), s.Channels...)
	s.Channels[0].Participate = agents.PartFunc(
		func(p *agents.Person, _ *agents.Unit, _ network.Rank) agents.Part {
			if p.Coin(stays(turnover, min(wait, p.Tick))) {
				return agents.Both
			}
			return agents.Hears
		})
	return s
}

// apprenticed gives an organization a wait.
func apprenticed(s sim.Scenario, wait int) sim.Scenario {
	s.Name += fmt.Sprint(" wait=", wait)
	if wait > 0 {
		s.Channels[0].Participate = practice.Apprenticeship{Wait: wait}
	}
	return s
}

// half returns the study with half the replicates, 1 or more.
func (a *apprentices) half() *study.Study {
	half := *a.Study
	half.Replicates = (a.Replicates + 1) / 2
	return &half
}
