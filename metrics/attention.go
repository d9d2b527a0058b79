package metrics

import (
	"fmt"
	"math"
	"math/bits"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// AttentionLag is the number of ticks from a change of reality until a unit notices it
// (agenda.Attention), the first included: the mean over the changes that the units of a channel
// have noticed so far in the run, 1 or more. Changes that are not noticed yet, or that turned back
// before they were, do not count. So it is too small in a short run and where reality changes
// often. It is missing where none was noticed. A scenario without such a channel, or whose Agenda
// is not practice.Attend, is an error.
func AttentionLag(channel string) Metric {
	return ofAttention("attention lag", "ticks", channel, func(a practice.Attended) (n, of int) {
		return a.Lag, a.Found
	})
}

// AttentionWasted is the share of the looks of a channel's units, so far in the run, at dimensions
// in which there was no change to notice: 0 to 1. It is missing where nobody looked. See
// AttentionLag for errors.
func AttentionWasted(channel string) Metric {
	return ofAttention("attention wasted", "share of looks", channel,
		func(a practice.Attended) (n, of int) { return a.Looked - a.Seen, a.Looked })
}

// SolutionsKept is the share of the solutions that a channel's units have tried, so far in the run,
// that were kept: 0 to 1. It is missing where none was tried. See AttentionLag for errors.
func SolutionsKept(channel string) Metric {
	return ofAttention("solutions kept", "share of solutions", channel,
		func(a practice.Attended) (n, of int) { return a.Kept, a.Tried })
}

// OnAgenda is the number of issues on the agenda of a unit, as a mean over the units of a channel:
// 0 to the dimensions. See AttentionLag for errors.
func OnAgenda(channel string) Metric {
	return ofIssues("on the agenda", "issues per unit", channel, perUnit)
}

// perUnit is the mean number of issues.
func perUnit(all []practice.Issues) float64 {
	n := 0
	for _, x := range all {
		for _, w := range x.On() {
			n += bits.OnesCount64(w)
		}
	}
	return ratio(int64(n), int64(len(all)))
}

// ofAttention is a ratio of sums over units.
func ofAttention(
	name, unit, channel string, of func(practice.Attended) (n, of int),
) Metric {
	return ofIssues(name, unit, channel, func(all []practice.Issues) float64 {
		sum, whole := 0, 0
		for _, x := range all {
			n, of := of(x.Attended())
			sum, whole = sum+n, whole+of
		}
		return ratio(int64(sum), int64(whole))
	})
}

func ofIssues(name, unit, channel string, of func([]practice.Issues) float64) Metric {
	m := inChannel(name, unit, channel, func(m *sim.Model) float64 {
		x, err := m.Remembered(channel)
		if err != nil || keepsIssues(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		rule := m.Scenario().Channels[m.Channel(channel)].Agenda
		all := make([]practice.Issues, m.Units(m.Channel(channel)).Len())
		for u := range all {
			all[u], _ = practice.IssuesIn(rule, x.Agenda(u), m.Dimensions())
		}
		return of(all)
	})
	m.Fits = func(s sim.Scenario) error { return keepsIssues(s, channel) }
	return m
}

// keepsIssues returns an error where the units of a channel keep no issues.
func keepsIssues(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if c.Name == channel && !practice.KeepsIssues(c.Agenda) {
			return fmt.Errorf("channel %q has the agenda %T, want a practice.Attend", channel,
				c.Agenda)
		}
	}
	return hasChannel(s, channel)
}
