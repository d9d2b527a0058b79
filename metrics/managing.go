package metrics

import (
	"math"
	"slices"

	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// Interventions counts what is arranged from outside in a channel, per tick: the ease of managing.
// It is the sum of three counts, 0 or more:
//
//   - seats that people have and did not have before;
//   - leaders of units who did not lead these before (the rank network.Leader);
//   - phases of units that began by decree (flows.Decreed): by the clock, or at the limit of time.
//
// It compares each recorded tick with the one before, so it does not see what was undone between.
// It is 0 at the first. It has a history: record every tick. A unit that has another number now is
// the same (sim.Model.UnitID).
func Interventions(channel string) Metric {
	return overRun("interventions", "per tick", channel, func() func(*sim.Model) float64 {
		var before arrangement
		return func(m *sim.Model) float64 {
			if m.Channel(channel) < 0 {
				return math.NaN()
			}
			now := arrangementOf(m, channel, before)
			n, ticks := before.changes(now), now.tick-before.tick
			if before = now; ticks == 0 {
				return 0
			}
			return float64(n) / float64(ticks)
		}
	})
}

// arrangement is who sits where, who leads, and what was decreed.
type arrangement struct {
	tick    int
	lists   lists
	units   *network.Units
	ids     []int // the sim.Model.UnitID of each unit
	leaders [][]int32
	decreed []int
}

// arrangementOf returns the arrangement of a model. It shares what has not changed.
func arrangementOf(m *sim.Model, channel string, before arrangement) arrangement {
	units := m.Units(m.Channel(channel))
	now := arrangement{tick: m.Tick(), lists: before.lists, units: before.units}
	if before.units == nil || before.lists.differ(units) {
		now.units = units.Clone(true)
		now.lists.keep(units)
	}
	for u := range units.Len() {
		now.ids = append(now.ids, m.UnitID(m.Channel(channel), u))
		now.leaders = append(now.leaders, leadersOf(units, u))
		now.decreed = append(now.decreed, flows.Decreed(m, channel, u))
	}
	return now
}

func leadersOf(units *network.Units, unit int) (all []int32) {
	for k, rank := range units.Ranks(unit) {
		if rank == network.Leader {
			all = append(all, units.Voices(unit)[k])
		}
	}
	return all
}

// changes counts what is new in a later arrangement.
func (a arrangement) changes(now arrangement) (n int) {
	if a.units == nil {
		return 0
	}
	if a.units != now.units || !slices.Equal(a.ids, now.ids) {
		for p := range now.units.People() {
			for _, u := range now.units.Of(p) {
				if was := a.unit(now.ids[u], int(u)); was < 0 || !a.seats(p, was) {
					n++
				}
			}
		}
	}
	for u, decreed := range now.decreed {
		was := a.unit(now.ids[u], u)
		if was < 0 {
			n += len(now.leaders[u])
			continue
		}
		n += fresh(now.leaders[u], a.leaders[was]) + max(decreed-a.decreed[was], 0)
	}
	return n
}

// unit returns the number of a unit with an identity, or -1. It has most often the number near.
func (a arrangement) unit(id, near int) int {
	if near < len(a.ids) && a.ids[near] == id {
		return near
	}
	return slices.Index(a.ids, id)
}

// seats reports whether a person learns from a unit.
func (a arrangement) seats(person, unit int) bool {
	return slices.Contains(a.units.Of(person), int32(unit))
}

// fresh counts the entries of a list that an older one does not have.
func fresh(list, older []int32) (n int) {
	for _, v := range list {
		if !slices.Contains(older, v) {
			n++
		}
	}
	return n
}

// ToSample is how many people must be asked to know the mean score to ±.05: the ease of measuring.
// It is stats.SampleSize of the variance of people's scores, as shares of the largest score that
// reality pays, rounded up: 0 to N. It is missing for one person.
var ToSample = Metric{Name: "people to sample", Unit: "people", Of: func(m *sim.Model) float64 {
	var sum, squares float64
	for p := range present(m) {
		share := float64(m.Landscape().Score(m.Beliefs(p))) / float64(m.Landscape().Max())
		sum, squares = sum+share, squares+float64(share*share)
	}
	n := float64(m.Present())
	if n < 2 {
		return math.NaN()
	}
	variance := max(0, squares-float64(sum*sum)/n) / (n - 1)
	return math.Ceil(stats.SampleSize(variance, .05, m.Present()) - rounding)
}}
