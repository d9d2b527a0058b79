package sim_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// An experiment that is cancelled in the middle of a run returns soon, says how far it came, and
// gives the reason.
func TestCancel(t *testing.T) {
	tired := errors.New("tired")
	for _, workers := range []int{1, 2, 7} {
		ctx, cancel := context.WithCancelCause(t.Context())
		s := ring(network.Isolated{Size: 10}, agents.Absorb{Rate: .1}) // of MaxTicks ticks
		short := s
		short.Name, short.Ticks = "short", 20
		var cancelled time.Time
		e := sim.Experiment{Scenarios: []sim.Scenario{short, s}, Replicates: 2, Workers: workers,
			At: []int{0, 10, 20}}
		e.Scenarios[1].Stop = func(m *sim.Model) bool {
			if m.Tick() == 15 && m.Replicate() == 0 {
				cancelled = time.Now()
				cancel(tired)
			}
			return false
		}
		err := e.Run(ctx, func(_, _ int) sim.Observer { return func(*sim.Model, int) {} })
		if took := time.Since(cancelled); took > 5*time.Second {
			t.Errorf("%d workers: it returned %v after it was cancelled", workers, took)
		}
		if !errors.Is(err, tired) || !strings.Contains(err.Error(), " of 4 runs: tired") {
			t.Errorf("%d workers: error %v", workers, err)
		}
		if workers == 1 && err.Error() != "sim: interrupted after 1 of 4 runs: tired" {
			t.Errorf("error %v", err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := sim.Experiment{Scenarios: []sim.Scenario{sound()}, Replicates: 3}.Run(ctx, nil)
	if !errors.Is(err, context.Canceled) || err.Error() != "sim: interrupted after 0 of 3 runs: "+
		"context canceled" {
		t.Errorf("cancelled before it began: error %v", err)
	}
}

// A scenario that cannot be built ends the experiment at once. With any number of workers the error
// is that of the first such run.
func TestUnbuildable(t *testing.T) {
	endless := ring(network.Isolated{Size: 10}, agents.Absorb{Rate: .1}) // of MaxTicks ticks
	wrong, worse := with(), with()
	wrong.Name, wrong.Ticks, wrong.Reality = "wrong", sim.MaxTicks, sim.Blocks{Size: 3}
	worse.Name, worse.Ticks, worse.Reality = "worse", sim.MaxTicks, sim.Blocks{Size: 4}
	for _, workers := range []int{1, 2, 5} {
		e := sim.Experiment{Scenarios: []sim.Scenario{endless, wrong, worse}, Replicates: 2,
			Workers: workers, At: []int{sim.MaxTicks}}
		if workers == 1 {
			e.Scenarios = e.Scenarios[1:]
		}
		err := e.Run(t.Context(), func(_, _ int) sim.Observer { return func(*sim.Model, int) {} })
		if want := `sim: scenario "wrong": Blocks.Size is 3, want a divisor of 70 (the ` +
			`dimensions)`; err == nil || err.Error() != want {
			t.Errorf("%d workers: error  %v\nwant %s", workers, err, want)
		}
	}
}

// Progress never falls, and ends at the total. This holds also if runs stop early or are long
// enough to report on the way.
func TestProgress(t *testing.T) {
	// reported every 5 ticks
	long := sim.Scenario{Name: "long", People: 1_000_000, Dimensions: 1, Ticks: 90}
	stops := with()
	stops.Name, stops.Ticks, stops.Stop = "stops", 80, func(m *sim.Model) bool {
		return m.Tick() == 3
	}
	for _, workers := range []int{1, 7} {
		var told []int
		e := sim.Experiment{Scenarios: []sim.Scenario{long, stops}, Replicates: 2, Workers: workers,
			At: []int{0, 6}}
		e.Progress = func(done, total int) {
			if told = append(told, done); total != 2*(90+80) {
				t.Errorf("a total of %d, want %d", total, 2*(90+80))
			}
		}
		if err := e.Run(t.Context(), func(_, _ int) sim.Observer {
			return func(*sim.Model, int) {}
		}); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(told) || told[len(told)-1] != 2*(90+80) || len(told) != 2*2+2 {
			t.Errorf("%d workers: progress %v", workers, told)
		}
	}
}

// After an early stop an observer sees the model as it stopped, at each of the remaining ticks.
// Stop is asked once before every tick.
func TestStop(t *testing.T) {
	s := with(sim.Turnover{Rate: .1})
	var asked atomic.Int64
	s.Stop = func(m *sim.Model) bool { asked.Add(1); return m.Tick() == 7 }
	var seen []string
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1, At: []int{0, 5, 9, 50}}
	var last []uint64
	err := e.Run(t.Context(), func(_, _ int) sim.Observer {
		return func(m *sim.Model, tick int) {
			seen, last = append(seen, fmt.Sprint(tick, "@", m.Tick())), append(last, state(m))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(seen, " "); got != "0@0 5@5 9@7 50@7" || last[2] != last[3] {
		t.Errorf("seen %s, the last two alike: %v", got, last[2] == last[3])
	}
	if asked.Load() != 8 {
		t.Errorf("Stop was asked %d times, want 8", asked.Load())
	}
	s.Stop = func(*sim.Model) bool { return true }
	if m := built(t, s, 1, 0); m.Run() != nil || m.Tick() != 0 {
		t.Errorf("a run that stops at once is at tick %d", m.Tick())
	}
}

// If At is nil, every tick is recorded. A run of no ticks is recorded once.
func TestRecordedTicks(t *testing.T) {
	s := with()
	s.Ticks = 3
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 1}
	if got := e.RecordedTicks(); !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("ticks %v", got)
	}
	e.Scenarios[0].Ticks = 0
	calls := 0
	err := e.Run(t.Context(), func(_, _ int) sim.Observer {
		return func(*sim.Model, int) {
			calls++
		}
	})
	if err != nil || calls != 1 {
		t.Errorf("%d calls, error %v", calls, err)
	}
}

// A Progress that panics ends the experiment with an error, however workers share the runs, and is
// not called again. This holds also for its last call.
func TestProgressPanics(t *testing.T) {
	lanes := bases()[1]
	apart := with()
	apart.Ticks = lanes.Ticks
	for _, workers := range []int{1, 2, 7} {
		for _, at := range []int{1, 4, 1 << 30} {
			calls := 0
			e := sim.Experiment{Scenarios: []sim.Scenario{lanes, apart}, Replicates: 9,
				Workers: workers, At: []int{2}}
			e.Progress = func(done, total int) {
				if calls++; calls == at || done == total {
					panic("no bar")
				}
			}
			err := e.Run(t.Context(), func(_, _ int) sim.Observer {
				return func(*sim.Model, int) {}
			})
			var early *sim.InterruptedError
			if !errors.As(err, &early) || !strings.Contains(err.Error(), " of 18 runs: Progress "+
				"panicked in sim_test.TestProgressPanics") ||
				!strings.Contains(err.Error(), "no bar") {
				t.Errorf("%d workers: the error is %v", workers, err)
			}
			if at < 1<<30 && calls != at {
				t.Errorf("%d workers: %d calls, want %d and then none", workers, calls, at)
			}
		}
	}
}
