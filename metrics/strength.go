package metrics

import (
	"fmt"
	"math"
	"math/bits"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// Strength is how much the norms of a channel are taken for granted (practice.Vote): the mean
// strength over its units and the dimensions in which they have a norm, 0 to 7. It is missing where
// there is no norm. A scenario without such a channel, or whose units keep no strengths
// (practice.KeepsStrengths), is an error.
func Strength(channel string) Metric {
	return ofStrengths("strength", "steps", channel, func(s strengths) float64 {
		return ratio(s.sum, s.norms)
	})
}

// Granted is the share of norms that are wholly taken for granted: of those that Strength counts,
// the share whose strength is 7, 0 to 1. It is missing, and an error, where Strength is.
func Granted(channel string) Metric {
	return ofStrengths("taken for granted", "share of norms", channel, func(s strengths) float64 {
		return ratio(s.granted, s.norms)
	})
}

// strengths counts the norms of a channel, their strengths, and those wholly taken for granted.
type strengths struct{ norms, sum, granted int64 }

func ofStrengths(name, unit, channel string, of func(strengths) float64) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		x, err := m.Remembered(channel)
		c := m.Channel(channel)
		if err != nil || c < 0 || votes(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		var s strengths
		for u := range m.Norms(c) {
			s.add(x.Planes(u), m, c, u)
		}
		return of(s)
	})
	m.Fits = func(s sim.Scenario) error { return votes(s, channel) }
	return m
}

// add counts the norm of a unit.
func (s *strengths) add(of practice.Strengths, m *sim.Model, channel, unit int) {
	for i, w := range m.Norm(channel, unit) {
		s.norms += int64(bits.OnesCount64(w.Known()))
		for g := 1; g <= practice.MostStrength; g++ {
			n := int64(bits.OnesCount64(w.Known() & of.Is(i, g)))
			s.sum += int64(g) * n
			if g == practice.MostStrength {
				s.granted += n
			}
		}
	}
}

// votes returns an error where the units of a channel do not vote by practice.Vote.
func votes(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if c.Name != channel {
			continue
		}
		if !practice.KeepsStrengths(c.Objectify) {
			return fmt.Errorf("channel %q has the rule %T, want a practice.Vote", channel,
				c.Objectify)
		}
	}
	return hasChannel(s, channel)
}
