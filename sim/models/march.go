package models

import (
	"errors"
	"fmt"
	"strconv"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// March1991 is the organization of March, Exploration and exploitation in organizational learning,
// Organization Science 2(1):71-87 (1991). People learn from an organizational code, and the code
// learns from the people who do better than it.
//
// Reality is -1 or +1 in each dimension with probability 1/2. First beliefs are -1, 0 and +1 with
// equal probability. The code is 0 everywhere at the start. In every period, in this order:
//
//  1. turbulence: reality changes in each dimension with probability P4;
//  2. turnover: each person is replaced with probability P3 by a newcomer with new first beliefs;
//  3. knowledge is recorded;
//  4. people act on their beliefs;
//  5. the code learns from the people whose action scores strictly above it. In each dimension let
//     k be the absolute sum of their actions. Where the sum is not 0 and its sign differs from the
//     code, the code changes with probability 1-(1-P2)^k;
//  6. at the same time people learn from the code as it was before step 5. Where it is not 0 and
//     differs from the belief, the belief changes with probability P1.
//
// With Periods 0 a run ends in equilibrium, when nothing can change any more. Then no belief
// differs from a code that is not 0. Nobody could score above the code even if he guessed right
// wherever he has no belief.
//
// The text leaves choices open, and its letter does not reproduce the printed figures: see
// [Reading]. Under the default, Original, all that was read off the figures is met. Ten points of
// Figure 1 are within .010 of means over 2,000 runs of this reading, and within .025 of the paper.
// At p2 = .5 nine are within .008 of a replication's means over 10,000 runs.
// Figures 2 to 5 are within .025 of the paper, where .035 was asked for. Under Text the code ends
// at .70 where the figure shows .80 (p2 = .1).
//
// A share Fast of the people may learn at another rate, FastP1. They are the first round(Fast *
// People) people. A newcomer learns at the rate of the person whom he replaces. It makes no
// difference which people are fast. The paper does not say whether its share is exact; here it is
// exact except for the rounding.
//
// A newcomer may have to wait until the code learns from him, which is not in the paper. He learns
// from the code at once. He is among the people of step 5 only from tenure Wait on, where his
// tenure is 0 in his first period (see practice.Apprenticeship). The people of the first period are
// heard at once. With a Wait of 0 it is the paper's organization.
//
// metrics.NormScore is the knowledge of the code. metrics.Score is the mean knowledge of the
// people. Both count knowledge as the Reading says.
type March1991 struct {
	Reading    Reading
	P1         Rate    // rate at which people learn from the code (baseline .5)
	P2         Rate    // rate at which the code learns, per vote (baseline .5)
	P3         float64 // turnover, per person and period
	P4         float64 // turbulence, per dimension and period
	Fast       float64 // share of the people who learn at FastP1
	FastP1     Rate    // rate of the fast learners (baseline .9, as in Figures 2 and 3)
	Wait       int     // periods that a newcomer learns before the code hears him
	People     int     // number of people (0: 50)
	Dimensions int     // number of dimensions (0: 30)
	// Periods of learning. 0: run to equilibrium, which needs P3 = P4 = 0.
	Periods int
}

// marchCap ends runs that never reach equilibrium, as at P1 = 0.
const marchCap = 20_000

// MarchChannel is the name of the channel of March1991. Its one unit is the whole organization, and
// the norm of the unit is the code.
const MarchChannel = "code"

// Scenario returns the organization.
func (m March1991) Scenario() sim.Scenario {
	r := m.Reading
	s := sim.Scenario{
		Name:       m.String(),
		People:     orElse(m.People, 50),
		Dimensions: orElse(m.Dimensions, 30),
		Ticks:      orElse(m.Periods, marchCap),
		Reality:    r.reality(),
		Channels: []sim.Channel{{
			Name:         MarchChannel,
			Structure:    network.Organization{},
			Externalize:  r.act(),
			Objectify:    r.learnCode(m.P2.or(.5)),
			Internalize:  m.learn(),
			Simultaneous: true,
			ByClaims:     true,
		}},
	}
	if m.Wait != 0 {
		s.Channels[0].Participate = practice.Apprenticeship{Wait: m.Wait}
	}
	if m.P4 != 0 {
		s.Events = append(s.Events, sim.Turbulence{Rate: m.P4})
	}
	if m.P3 != 0 {
		s.Events = append(s.Events, sim.Turnover{Rate: m.P3})
	}
	if m.Periods == 0 {
		s.Stop = r.equilibrium
	}
	return s
}

// learn returns the rule by which people learn from the code.
func (m March1991) learn() agents.Internalizer {
	slow := m.Reading.learn(m.P1.or(.5))
	if m.Fast == 0 {
		return slow
	}
	return paced{
		share: m.Fast, people: orElse(m.People, 50), fast: m.Reading.learn(m.FastP1.or(.9)),
		slow: slow,
	}
}

// Validate returns an error where parameters contradict each other, and the errors of the
// scenario's own Validate.
func (m March1991) Validate() error {
	if m.Reading > allReadings {
		return fmt.Errorf("models: March1991.Reading is %d, want a set of choices, 0 to %d",
			uint8(m.Reading), uint8(allReadings))
	}
	if m.Periods == 0 && (m.P3 != 0 || m.P4 != 0) {
		return errors.New("models: March1991: Periods is 0 (to equilibrium), but turnover and " +
			"turbulence (P3, P4) leave none: want 1 or more")
	}
	return m.Scenario().Validate()
}

// String names the organization by its parameters.
func (m March1991) String() string {
	text := fmt.Sprintf("march1991 %v p1=%v p2=%v", m.Reading, m.P1.or(.5), m.P2.or(.5))
	for _, p := range []struct {
		name  string
		value float64
	}{
		{"p3", m.P3}, {"p4", m.P4}, {"fast", m.Fast}, {"wait", float64(m.Wait)},
		{"people", float64(m.People)},
		{"dimensions", float64(m.Dimensions)},
		{"periods", float64(m.Periods)},
	} {
		if p.value != 0 {
			text += " " + p.name + "=" + strconv.FormatFloat(p.value, 'g', -1, 64)
		}
	}
	if m.Fast != 0 {
		text += fmt.Sprintf(" fastp1=%v", m.FastP1.or(.9))
	}
	return text
}

// paced applies the rule fast to the first people and the rule slow to the others.
type paced struct {
	share      float64
	people     int
	fast, slow agents.Internalizer
}

// Internalize implements agents.Internalizer.
func (r paced) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	if p.ID < int(float64(r.share*float64(r.people))+.5) {
		r.fast.Internalize(p, norm, belief)
		return
	}
	r.slow.Internalize(p, norm, belief)
}

// Validate returns an error where the share is outside 0 to 1, and the errors of the two rules.
func (r paced) Validate() error {
	if err := kernel.CheckRate("March1991.Fast", r.share); err != nil {
		return err
	}
	for _, rule := range []agents.Internalizer{r.fast, r.slow} {
		if err := rule.(agents.Validator).Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Monotone returns true: both rules are monotone.
func (paced) Monotone() bool { return true }
