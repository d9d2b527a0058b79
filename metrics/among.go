package metrics

import (
	"fmt"
	"math"

	"orglearn/sim"
)

// ScoreAmong is Score over some people: the mean of the scores of those who are present, as a share
// of the largest score that reality pays. It compares two organizations over the people who are in
// both. It is missing where none of them is present. The name tells several of them apart. People
// who are not there are an error.
func ScoreAmong(name string, people []int) Metric {
	return Metric{
		Name: "score among " + name, Unit: Score.Unit,
		Of: func(m *sim.Model) float64 {
			sum, n := int64(0), int64(0)
			for _, p := range people {
				if !m.Vacant(p) {
					sum += int64(m.Landscape().Score(m.Beliefs(p)))
					n++
				}
			}
			return ratio(sum, n*int64(m.Landscape().Max()))
		},
		Fits: func(s sim.Scenario) error { return areThere(s, people) },
	}
}

// NormScoreAmong is what counts as knowledge where some people learn: the mean, over those who are
// present and have a seat in a channel, of what reality would pay for the norms of their units
// there, as a share of the largest score. Of somebody with several seats there it is their mean.
// Its range is that of NormScore. Units of any number weigh by who learns in them, so it compares
// organizations whose units differ. It is missing where nobody has a seat or no unit keeps a norm.
// The name tells several of them apart. People who are not there are an error, and so is a scenario
// without the channel.
func NormScoreAmong(name string, people []int, channel string) Metric {
	m := inChannel("norm score among "+name, "share of the most", channel,
		func(m *sim.Model) float64 { return normScoreAmong(m, people, m.Channel(channel)) })
	has := m.Fits
	m.Fits = func(s sim.Scenario) error {
		if err := has(s); err != nil {
			return err
		}
		return areThere(s, people)
	}
	return m
}

func normScoreAmong(m *sim.Model, people []int, channel int) float64 {
	if channel < 0 || m.Norms(channel) == 0 {
		return math.NaN()
	}
	of := make([]int32, m.Norms(channel))
	for u := range of {
		of[u] = m.Landscape().Score(m.Norm(channel, u))
	}
	sum, n := 0., 0
	for _, p := range people {
		seats, own := m.Units(channel).Of(p), int64(0)
		if m.Vacant(p) || len(seats) == 0 {
			continue
		}
		for _, u := range seats {
			own += int64(of[u])
		}
		sum += ratio(own, int64(len(seats)))
		n++
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / (float64(n) * float64(m.Landscape().Max()))
}

// areThere returns an error for the first of some people whom a scenario does not have.
func areThere(s sim.Scenario, people []int) error {
	for _, p := range people {
		if p < 0 || p >= s.People {
			return fmt.Errorf("person %d, want 0 to %d", p, s.People-1)
		}
	}
	return nil
}
