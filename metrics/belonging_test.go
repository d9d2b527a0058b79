package metrics_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/tasks"
)

// belonging is teams in which people come, are committed, have tasks and are replaced.
func belonging() sim.Scenario {
	c := ring(channel, network.Communities{Team: 4, Size: 4})
	c.Objectify = practice.Transactive{Of: c.Objectify}
	c.Participate = practice.Attendance{Away: 4, Own: 1, Of: practice.Commitment{Slope: .5}}
	return sim.Scenario{
		Name: "belonging", People: 16, Dimensions: 70, Ticks: 25, Channels: []sim.Channel{c},
		Attention: 1,
		Events: []sim.Event{sim.Turnover{Rate: .03},
			tasks.Work{Channel: channel, Size: 2, By: tasks.Someone}},
	}
}

// Over units of one size the mean over seats of the commitment and the attendance in each unit is
// that over the channel, and so is the share of tasks done that of a plain count.
func TestBelonging(t *testing.T) {
	given, done := map[int]float64{}, map[int]float64{}
	var last *sim.Model
	traced(t, belonging(), metrics.Score, func(m *sim.Model) {
		for _, c := range [][2]metrics.Metric{
			{metrics.OverSeats(metrics.UnitCommitment, channel), metrics.Commitment(channel)},
			{metrics.OverSeats(metrics.UnitAttendance, channel), metrics.Attendance(channel)},
		} {
			if got, want := reading(m, c[0]), reading(m, c[1]); !same(got, want, 1e-12) {
				t.Errorf("tick %d: %s is %v, want %v", m.Tick(), c[0].Name, got, want)
			}
		}
		for u := range m.Norms(0) {
			d := directoryOf(t, m, u)
			given[u] += number(d.Outcome() != practice.NoTask)
			done[u] += number(d.Outcome() == practice.Done)
		}
		last = m
	})
	sum := 0.
	for u := range last.Norms(0) {
		sum += done[u] / given[u] / float64(last.Norms(0))
	}
	if got := reading(last, metrics.OverSeats(metrics.UnitTasks, channel)); !same(got, sum, 1e-12) {
		t.Errorf("units have done %v of their tasks, want %v", got, sum)
	}
	without := belonging()
	without.Channels[0].Participate, without.Channels[0].Objectify = nil, agents.Superior{}
	for _, l := range []metrics.Local{metrics.UnitCommitment, metrics.UnitAttendance,
		metrics.UnitTasks} {
		if metrics.OverSeats(l, channel).Fits(without) == nil {
			t.Errorf("%s needs no rule that remembers it", l.Name)
		}
	}
}

func directoryOf(t *testing.T, m *sim.Model, unit int) practice.Directory {
	t.Helper()
	x, err := m.Remembered(channel)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := practice.DirectoryOf(x.Unit(unit), m.Dimensions())
	return d
}

// The mean over units of one size of what their animators do is that over the channel.
func TestUnitAnimation(t *testing.T) {
	s := belonging()
	c := &s.Channels[0]
	c.Participate = practice.Floor{Of: c.Participate}
	c.Externalize = practice.PassOn{Of: c.Externalize}
	s.Events = append(s.Events, agenda.Animate{Channel: channel, Voices: 2, Pass: .5, Invite: .3})
	sum, ticks, of := 0., 0., metrics.Animation(channel)
	var want []float64
	got := traced(t, s, metrics.OverSeats(metrics.UnitAnimation, channel), func(m *sim.Model) {
		sum, ticks = sum+of.Of(m), ticks+1
		want = append(want, sum/ticks)
	})
	for tick := range got {
		if !same(got[tick], want[tick], 1e-12) {
			t.Errorf("tick %d: animation is %v, want %v", tick, got[tick], want[tick])
		}
	}
	if got[25] == 0 || metrics.OverSeats(metrics.UnitAnimation, channel).Fits(belonging()) == nil {
		t.Errorf("animation is %v, or needs no floor", got[25])
	}
}

// Integrated is a plain count over the dimensions of the tasks that were done.
func TestIntegrated(t *testing.T) {
	right, all := 0., 0.
	var want []float64
	got := traced(t, belonging(), metrics.Integrated(channel), func(m *sim.Model) {
		for u := range m.Norms(0) {
			d := directoryOf(t, m, u)
			for i := 0; d.Outcome() == practice.Done && i < m.Dimensions(); i++ {
				if d.Last()[i/64]>>uint(i%64)&1 == 1 {
					all++
					right += number(m.Norm(0, u).Get(i) == m.Landscape().Truth().Get(i))
				}
			}
		}
		want = append(want, right/all)
	})
	if !math.IsNaN(got[0]) || math.IsNaN(got[25]) || got[25] == 0 || got[25] == 1 {
		t.Errorf("integrated: %v", got)
	}
	twice := metrics.Integrated(channel) // a run that has stopped is read again
	once := twice.Run
	twice.Run = func() func(*sim.Model) float64 {
		read := once()
		return func(m *sim.Model) float64 {
			v := read(m)
			if m.Done() {
				v = read(m)
			}
			return v
		}
	}
	if again := traced(t, belonging(), twice, nil)[25]; again != got[25] {
		t.Errorf("read twice integrated is %v, want %v", again, got[25])
	}
	for tick := range got {
		if !same(got[tick], want[tick], 1e-12) {
			t.Errorf("tick %d: integrated is %v, want %v", tick, got[tick], want[tick])
		}
	}
}

// The objectives and the marks are the same to the last bit for 1, 2 and 7 workers.
func TestMarksByWorkers(t *testing.T) {
	o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: .4, By: 20}
	ms := []metrics.Metric{
		o.Attained(channel), o.Said(metrics.ByGain(.1), channel),
		o.Said(metrics.ByStanding(.3), channel), o.Unseen(metrics.ByAgreement(.5), channel),
		o.Goes(metrics.ByGain(.1), metrics.UnitCommitment, channel),
		metrics.Transmissible(channel, 3), metrics.Permanent(3),
		metrics.PermanentNorms(channel, 3), metrics.Integrated(channel), metrics.Innovation(1),
	}
	var first []float64
	for _, workers := range []int{1, 2, 7} {
		table, err := metrics.Measure(context.Background(), sim.Experiment{
			Scenarios: []sim.Scenario{belonging()}, Replicates: 5, Seed: 1, Workers: workers,
		}, ms...)
		if err != nil {
			t.Fatal(err)
		}
		var all []float64
		for _, m := range ms {
			all = append(all, table.Values("belonging", m, 25)...)
		}
		if first == nil {
			first = all
		}
		if !slices.EqualFunc(all, first, func(a, b float64) bool { return same(a, b, 0) }) {
			t.Errorf("%d workers: %v, want %v", workers, all, first)
		}
	}
}
