//go:build unix

package setups_test

import (
	"slices"
	"syscall"
	"testing"

	"orglearn/sim"
	"orglearn/sim/setups"
)

// BenchmarkPractice times the default communities with each mechanism, one at a time. It reports
// the time of the process, user and system, divided by that of the same organization without the
// mechanism: the least and the median of ten runs, which take turns.
func BenchmarkPractice(b *testing.B) {
	for _, c := range mechanisms {
		b.Run(c.name, func(b *testing.B) {
			without, with := c.without(setups.Default()), c.in(setups.Default())
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
}

func median(of [10]float64) float64 {
	slices.Sort(of[:])
	return (of[4] + of[5]) / 2
}

// spent returns the seconds of processor time that a few runs take with one worker.
func spent(b *testing.B, s sim.Scenario) float64 {
	models := make([]*sim.Model, 8)
	for i := range models {
		m, err := sim.New(s, 1991, uint64(i))
		if err != nil {
			b.Fatal(err)
		}
		m.SetWorkers(1)
		models[i] = m
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
