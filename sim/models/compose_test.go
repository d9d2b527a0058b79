package models_test

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// published are the published models, small and with few ticks.
func published() (all []sim.Scenario) {
	for _, m := range []model{
		models.March1991{P1: models.At(.3), P2: models.At(.5), Periods: 12, P3: .1, Wait: 2},
		models.March1991{Reading: models.Text, P1: models.At(.3), P2: models.At(.5), Periods: 12},
		models.Fang2010{}, models.SchillingFang2014{},
		models.KaneAlavi2007{Tools: models.Code | models.Rooms | models.Email},
		models.KaneAlavi2007{Tools: models.Repository | models.OnlineCommunities},
		models.LazerFriedman2007{}, models.BarkocziGalesic2016{}, models.Miller2006{Periods: 12},
		models.Carley1992{Form: models.HierarchyForm}, models.Zollman2007{},
		models.Threshold{Number: 1, Seeds: 2}, models.Shore2015{}, models.Axelrod1997{},
		models.Becker2017{},
	} {
		s := m.Scenario()
		s.Ticks = min(s.Ticks, 12)
		all = append(all, s)
	}
	return all
}

// switchOn switches mechanisms of communities of practice on in a published model, each with a
// probability of a half.
func switchOn(r *rand.Rand, s *sim.Scenario) {
	s.Channels, s.Events = slices.Clone(s.Channels), slices.Clone(s.Events)
	on := func() bool { return r.IntN(2) == 0 }
	acts := on() && !s.Asynchronous && len(s.RealChannels) == 0
	for i := range s.Channels {
		c := &s.Channels[i]
		if on() {
			c.Participate = practice.Apprenticeship{Wait: 3, PerSeat: on(), Of: c.Participate}
		}
		if on() {
			c.Agenda = practice.Calendar{Every: 3, For: 2, Of: c.Agenda}
		} else if on() && s.Dimensions > 2 && c.Agenda == nil {
			c.Agenda = practice.Stages{Stages: 2, Ticks: 12}
		}
		if acts {
			c.Ask, c.Load = practice.Respondent{By: practice.Way(r.IntN(2))}, r.IntN(3)
		}
		alter(r, c)
	}
	if acts && len(s.Channels) > 0 {
		s.Activity = practice.Shares{Ask: r.IntN(8), Idle: r.IntN(4)}
	}
	if on() {
		s.Events = append(s.Events, sim.During{Event: sim.Turnover{Rate: .1}, First: 2, Last: 9})
	}
}

// alter replaces rules and the structure of a channel where they allow it.
func alter(r *rand.Rand, c *sim.Channel) {
	if of, ok := c.Objectify.(agents.Superior); ok && r.IntN(2) == 0 {
		c.Objectify = practice.Vote{Rate: of.Rate, PerVote: of.PerVote, Hold: .3, Tenure: .5}
	}
	switch of := c.Internalize.(type) {
	case agents.Absorb:
		c.Internalize = practice.Take{Rate: of.Rate, Pull: 1}
	case agents.Gradual:
		c.Internalize = practice.Take{Rate: of.Rate, Pull: -.5, Gradual: true}
	}
	_, circles := c.Structure.(network.Circles)
	if _, rewires := network.RewirerOf(c.Structure); !circles && !rewires && r.IntN(2) == 0 {
		c.Structure = network.Nested{Of: c.Structure, Down: true}
		c.Relay = practice.Visibility{HideUp: .3, HideDown: .2}
	}
}

// Mechanisms of communities of practice run in the published models, without a panic and with the
// same bytes on any number of workers, also where there are people enough for several.
func TestModelsCompose(t *testing.T) {
	draws := uint64(2)
	switch {
	case *full:
		draws = 6
	case testing.Short():
		draws = 1
	}
	crowds := 0
	for _, plain := range published() {
		for draw := range draws {
			s := plain
			switchOn(rand.New(rand.NewPCG(draw, 14)), &s)
			sameForWorkers(t, s)
			s.People *= 900/s.People + 1
			if m, err := sim.New(s, 1991, 0); err == nil {
				crowds += m.People() / 900
				sameForWorkers(t, s)
			}
		}
	}
	if all := len(published()) * int(draws); 2*crowds < all {
		t.Errorf("%d of %d draws run with many people, want half", crowds, all)
	}
}

// sameForWorkers compares the runs of a scenario with one worker and with more.
func sameForWorkers(t *testing.T, s sim.Scenario) {
	t.Helper()
	want, err := traced(s, 1)
	if err != nil {
		t.Errorf("%s: %v", s.Name, err)
		return
	}
	for _, workers := range []int{2, 7} {
		if got, err := traced(s, workers); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: with %d workers the run is another: %v", s.Name, workers, err)
		}
	}
}

// traced runs a scenario, and returns a hash of beliefs, norms and flows at each tick.
func traced(s sim.Scenario, workers int) (all []uint64, err error) {
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		return nil, err
	}
	m.SetWorkers(workers)
	for range 6 {
		if m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			return nil, err
		}
		h := fnv.New64a()
		for p := range m.People() {
			binary.Write(h, binary.LittleEndian, m.Beliefs(p))
		}
		for c := range m.Channels() {
			for u := range m.Norms(c) {
				binary.Write(h, binary.LittleEndian, m.Norm(c, u))
			}
			fmt.Fprint(h, m.Flow(c))
		}
		all = append(all, h.Sum64())
	}
	return all, m.Err()
}
