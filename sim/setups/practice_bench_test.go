//go:build unix

package setups_test

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/setups"
)

// BenchmarkPractice times the default communities with each mechanism, one at a time. It reports
// the time of the process, user and system, divided by that of the same organization without the
// mechanism: the least and the median of ten runs, which take turns.
//
// With Formation there are more units than without. So it is also divided by two organizations of
// its size, whose people sit where formation has put them after half of the ticks, and stay there.
// In one, of the same units, there is nothing of the mechanism. In the other, of resting
// communities, there is all but the event: communities have their domains, and meetings are
// counted.
func BenchmarkPractice(b *testing.B) {
	for _, c := range mechanisms {
		without, with := c.without(setups.Default()), c.in(setups.Default())
		compare(b, c.name, fresh(without), fresh(with))
		if strings.HasPrefix(c.name, "Formation") {
			same, rest := grown(without, with), grown(resting(with), with)
			compare(b, c.name+", against the same units", same, fresh(with))
			compare(b, c.name+", against resting communities", rest, fresh(with))
		}
	}
}

// compare reports how many times as long models take with a mechanism as without.
func compare(b *testing.B, name string, without, with build) {
	b.Run(name, func(b *testing.B) {
		var a, z [10]float64
		for b.Loop() {
			for i := range a {
				a[i], z[i] = spent(b, without), spent(b, with)
			}
		}
		b.ReportMetric(slices.Min(z[:])/slices.Min(a[:]), "times-min")
		b.ReportMetric(median(z)/median(a), "times-median")
	})
}

func median(of [10]float64) float64 {
	slices.Sort(of[:])
	return (of[4] + of[5]) / 2
}

// build builds the model of a replicate.
type build func(b *testing.B, replicate uint64) *sim.Model

// fresh builds models of a scenario.
func fresh(s sim.Scenario) build {
	return func(b *testing.B, replicate uint64) *sim.Model {
		m, err := sim.New(s, 1991, replicate)
		if err != nil {
			b.Fatal(err)
		}
		return m
	}
}

// grown builds models of a scenario in the units, and with the domains, that another scenario has
// after half of its ticks.
func grown(s, by sim.Scenario) build {
	by.Ticks /= 2
	return func(b *testing.B, replicate uint64) *sim.Model {
		m, old := fresh(s)(b, replicate), fresh(by)(b, replicate)
		if err := old.Run(); err != nil {
			b.Fatal(err)
		}
		units := old.Units(0)
		if err := m.Rearrange(setups.Channel, units, func(int) int { return -1 }); err != nil {
			b.Fatal(err)
		}
		for _, c := range formation.Communities(old, setups.Channel) {
			if own := planOf(b, m, c.Unit); len(own) > 0 {
				practice.Community(own).Found(c.Domain, 0)
			}
		}
		return m
	}
}

// planOf is what the Agenda remembers of a unit.
func planOf(b *testing.B, m *sim.Model, unit int) []uint64 {
	x, err := m.Remembered(setups.Channel)
	if err != nil {
		b.Fatal(err)
	}
	return x.Agenda(unit)
}

// resting returns a scenario without its Formation.
func resting(s sim.Scenario) sim.Scenario {
	s.Events = slices.DeleteFunc(slices.Clone(s.Events), func(e sim.Event) bool {
		_, is := e.(formation.Formation)
		return is
	})
	return s
}

// spent returns the seconds of processor time that a few runs take with one worker.
func spent(b *testing.B, build build) float64 {
	models := make([]*sim.Model, 8)
	for i := range models {
		models[i] = build(b, uint64(i))
		models[i].SetWorkers(1)
	}
	before := processorTime(b)
	for _, m := range models {
		if err := m.Run(); err != nil {
			b.Fatal(err)
		}
	}
	return processorTime(b) - before
}

func processorTime(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
