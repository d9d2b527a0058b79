package metrics

import (
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// Score is learning in organizations: what their people know. These are learning by organizations.
// The two can come apart (Huysman 2004, in Tsoukas and Mylonopoulos, Organizations as Knowledge
// Systems, ch. 4).

// TopNorm is what reality would pay for the norm of a channel's top unit (network.Units.Top), as a
// share of the largest score that reality pays. Its range is that of NormScore. The top is the only
// unit, as March's code, or the parent of all (network.Nested). TopNorm is missing where there is
// no such unit, or where it keeps no norm. An empty norm counts with its score. A scenario without
// such a channel is an error. Its time is proportional to the number of units.
func TopNorm(channel string) Metric {
	return inChannel("top norm", "share of the most", channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 || m.Norms(c) == 0 {
			return math.NaN()
		}
		top := m.Units(c).Top()
		if top < 0 {
			return math.NaN()
		}
		return ratio(int64(m.Landscape().Score(m.Norm(c, top))), int64(m.Landscape().Max()))
	})
}

// Acceptance is the share of what counts as knowledge in a channel's units that their members
// believe: 0 to 1. It is over all units, people who learn there, and dimensions in which the unit
// has a norm. A person counts if he believes what the norm says. It is missing where no unit keeps
// a norm, as for circles, or all are empty. A scenario without such a channel is an error.
func Acceptance(channel string) Metric {
	return inChannel("acceptance", "share of norms", channel, func(m *sim.Model) float64 {
		c := m.Channel(channel)
		if c < 0 {
			return math.NaN()
		}
		accepted, norms := int64(0), int64(0)
		for u := range m.Norms(c) {
			norm := m.Norm(c, u)
			for _, p := range m.Units(c).Audience(u) {
				if !m.Vacant(int(p)) {
					accepted += int64(alike(norm, m.Beliefs(int(p))))
					norms += int64(norm.Known())
				}
			}
		}
		return ratio(accepted, norms)
	})
}

// alike counts the dimensions in which two bodies hold the same belief.
func alike(a, b agents.Knowledge) (n int) {
	for i, w := range a {
		n += ones(w.Yes&b[i].Yes | w.No&b[i].No)
	}
	return n
}

// NewcomersScore is a test of what an organization can teach: the score of newcomers, after ticks
// after they came. In a copy of the model, that many people who are present, drawn at random, are
// replaced by newcomers (sim.Model.Replace), whose first beliefs the scenario draws as those of any
// newcomer. The copy runs on by the same chance, but without events, so nobody else comes or leaves
// and the world stays. The value is the mean score of the newcomers, as a share of the largest
// score that reality pays. Its range is that of Score. With after 0 it is what they bring. So what
// they were taught is the value less the one with after 0.
//
// If fewer people are present, all are replaced. It is missing where nobody is. The same people are
// drawn at a tick in all organizations of as many people. The model does not change. Each reading
// takes the storage of one more model, and the time of after more ticks. So record few ticks.
//
// newcomers below 1, after below 0, and ticks that exceed sim.MaxTicks are an error.
func NewcomersScore(newcomers, after int) Metric {
	return Metric{
		Name: fmt.Sprintf("score of %d newcomers after %d", newcomers, after),
		Unit: "share of the most",
		Of: func(m *sim.Model) float64 {
			c := m.Clone()
			came := welcome(c, newcomers)
			if err := continues(c, after); err != nil {
				panic(err)
			}
			sum := int64(0)
			for _, p := range came {
				sum += int64(c.Landscape().Score(c.Beliefs(p)))
			}
			return ratio(sum, int64(len(came))*int64(c.Landscape().Max()))
		},
		Fits: func(s sim.Scenario) error { return checkNewcomers(s, newcomers, after) },
	}
}

func checkNewcomers(s sim.Scenario, newcomers, after int) error {
	if newcomers < 1 {
		return fmt.Errorf("%d newcomers, want 1 or more", newcomers)
	}
	if most := sim.MaxTicks - s.Ticks; after < 0 || after > most {
		return fmt.Errorf("newcomers are tested after %d ticks, want 0 to %d", after, most)
	}
	return nil
}

// welcome replaces n people who are present, drawn at random, by newcomers, and returns them.
func welcome(m *sim.Model, n int) (came []int) {
	key := kernel.NewKey(m.Seed(), m.Replicate(), "metric", "newcomers")
	s := (*agents.Stream)(kernel.NewStream(key, m.Tick(), 0))
	for _, p := range s.Perm(m.People()) {
		if len(came) < n && !m.Vacant(p) {
			m.Replace(p)
			came = append(came, p)
		}
	}
	return came
}

// continues runs a model for some ticks without its events.
func continues(m *sim.Model, ticks int) error { return runOn(m, m.Scenario(), ticks) }

// runOn runs a model for some ticks by another scenario, without events.
func runOn(m *sim.Model, s sim.Scenario, ticks int) error {
	s.Events, s.Stop, s.Ticks = nil, nil, m.Tick()+ticks
	if err := m.Follow(s); err != nil {
		return err
	}
	return m.Run()
}
