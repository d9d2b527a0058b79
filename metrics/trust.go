package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// Trust is how much the units of a channel trust their voices (practice.Vote): the mean over units
// and their voices, 0 to 15. It is 8 at the beginning. Vacant places do not count. It is missing
// where nobody is a voice. A scenario without such a channel, or whose units do not remember trust
// (practice.KeepsTrust), is an error.
func Trust(channel string) Metric {
	return ofTrust("trust", "of 15", channel, func(t trusts) float64 {
		sum := 0.
		for _, x := range t.trust {
			sum += x
		}
		return sum / float64(len(t.trust))
	})
}

// TrustSpread is how unevenly the units of a channel trust their voices: the standard deviation of
// trust over all units and their voices, 0 to 7.5. It is missing, and an error, where Trust is.
func TrustSpread(channel string) Metric {
	return ofTrust("spread of trust", "of 15", channel, func(t trusts) float64 {
		return deviations(t.trust) / math.Sqrt(float64(len(t.trust)))
	})
}

// TrustInMerit is the correlation of trust with merit over all units and their voices (Pearson
// 1896), -1 to 1. Merit is what reality pays for the voice's beliefs. It is missing where one of
// the two is the same everywhere. It is missing, and an error, where Trust is.
func TrustInMerit(channel string) Metric {
	return ofTrust("trust in merit", "correlation", channel, func(t trusts) float64 {
		return pearson(t.trust, t.merit)
	})
}

// TrustToAnswer is how much the units of a channel trust their voices to answer who asks them
// (practice.Vote, by its HelpRate): the mean over units and their voices, 0 to 15. It is 8 at the
// beginning. It is missing, and an error, where Trust is.
func TrustToAnswer(channel string) Metric {
	return ofTrust("trust to answer", "of 15", channel, func(t trusts) float64 {
		sum := 0.
		for _, x := range t.help {
			sum += x
		}
		return sum / float64(len(t.help))
	})
}

// VoiceTenure is in how many votes of a unit its voices were heard before, which is their tenure
// there (practice.Vote): the mean over the units of a channel and their voices, 0 to 255. It is 0
// at the beginning, for founders too. Vacant places do not count. It is missing where nobody is a
// voice. A scenario without such a channel, or whose units do not count it (practice.KeepsTenure),
// is an error.
func VoiceTenure(channel string) Metric {
	return ofTies("tenure of voices", "votes", channel, countsTenure, func(t trusts) float64 {
		sum := 0.
		for _, x := range t.tenure {
			sum += x
		}
		return sum / float64(len(t.tenure))
	})
}

// trusts are the trust in each voice of each unit, that he answers, his tenure, and his merit.
type trusts struct{ trust, help, tenure, merit []float64 }

func ofTrust(name, unit, channel string, of func(trusts) float64) Metric {
	return ofTies(name, unit, channel, remembersTrust, of)
}

// ofTies reads what units remember of their voices, where a scenario fits.
func ofTies(name, unit, channel string, fits func(sim.Scenario, string) error,
	of func(trusts) float64,
) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		x, err := m.Remembered(channel)
		c := m.Channel(channel)
		if err != nil || c < 0 || fits(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		var t trusts
		for u := range m.Units(c).Len() {
			for k, p := range m.Units(c).Voices(u) {
				if !m.Vacant(int(p)) {
					tie := practice.Tie(x.Tie(u, k))
					t.trust = append(t.trust, float64(tie.Trust()))
					t.help = append(t.help, float64(tie.Help()))
					t.tenure = append(t.tenure, float64(tie.Tenure()))
					t.merit = append(t.merit, float64(m.Landscape().Score(m.Beliefs(int(p)))))
				}
			}
		}
		return of(t)
	})
	m.Fits = func(s sim.Scenario) error { return fits(s, channel) }
	return m
}

// countsTenure returns an error where the units of a channel do not count tenure.
func countsTenure(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if c.Name == channel && !practice.KeepsTenure(c.Objectify) {
			return fmt.Errorf("channel %q has the rule %T, want a practice.Vote with a Tenure",
				channel, c.Objectify)
		}
	}
	return hasChannel(s, channel)
}

// remembersTrust returns an error where the units of a channel do not remember trust.
func remembersTrust(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if c.Name == channel && !practice.KeepsTrust(c.Objectify) {
			return fmt.Errorf("channel %q has the rule %T, want a practice.Vote that remembers "+
				"trust", channel, c.Objectify)
		}
	}
	return hasChannel(s, channel)
}
