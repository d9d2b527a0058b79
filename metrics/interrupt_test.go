package metrics_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
)

// interrupted measures an experiment that is cancelled after a given number of runs have ended.
func interrupted(t *testing.T, e sim.Experiment, runs int64) (*metrics.Table, error) {
	t.Helper()
	ctx, cancel := context.WithCancelCause(t.Context())
	var ended atomic.Int64
	last := e.RecordedTicks()[len(e.RecordedTicks())-1]
	counted := metrics.Metric{Name: "counted", Of: func(m *sim.Model) float64 {
		if m.Tick() == last && ended.Add(1) == runs {
			cancel(errors.New("tired"))
		}
		return 1
	}}
	return metrics.Measure(ctx, e, metrics.Score, counted)
}

// rowsOf returns the rows about a table's replicates, taken from the file of another table.
func rowsOf(file string, replicates map[string]bool) []string {
	return slices.DeleteFunc(strings.Split(file, "\n"), func(row string) bool {
		fields := strings.Split(row, ",")
		return len(fields) > 1 && fields[0] != "scenario" && !replicates[fields[1]]
	})
}

// An interrupted experiment gives its whole replicates with unchanged numbers, whether they run one
// by one or as lanes of 64.
func TestInterrupted(t *testing.T) {
	apart := small()[:3]
	for i := range apart {
		apart[i].Dimensions = 60 // too many dimensions for lanes
	}
	together := slices.Repeat(small()[:1], 3)
	for i := range together {
		together[i].Name += " " + strconv.Itoa(i)
	}
	for _, c := range []struct {
		name       string
		scenarios  []sim.Scenario
		replicates int
		runs       int64
		whole      int // replicates, with one worker
	}{
		{"one by one", apart, 20, 31, 10},
		{"lanes", together, 200, 3*64 + 70, 64 - 5}, // the first block of 64 begins at First
		{"nothing", apart, 20, 1, 0},
	} {
		for _, workers := range []int{1, 3} {
			e := sim.Experiment{Scenarios: c.scenarios, Replicates: c.replicates, Seed: 3,
				First: 5, Workers: workers, At: []int{0, 4, 8}}
			table, err := interrupted(t, e, c.runs)
			var early *sim.InterruptedError
			if !errors.As(err, &early) || !strings.Contains(err.Error(), "tired") {
				t.Fatalf("%s: the error is %v, want that it was interrupted", c.name, err)
			}
			whole := table.Replicates()
			if whole >= c.replicates || workers == 1 && whole != c.whole {
				t.Errorf("%s, %d workers: %d of %d replicates are whole, want %d", c.name,
					workers, whole, c.replicates, c.whole)
			}
			full, err := interrupted(t, e, -1)
			if err != nil {
				t.Fatal(err)
			}
			compareRows(t, table, full)
		}
	}
}

// compareRows fails unless a table and a full one have the same rows for the table's replicates.
func compareRows(t *testing.T, part, full *metrics.Table) {
	t.Helper()
	file := written(t, part)
	numbers := map[string]bool{}
	for _, row := range strings.Split(file, "\n") {
		if fields := strings.Split(row, ","); len(fields) > 1 {
			numbers[fields[1]] = true
		}
	}
	got, want := strings.Split(file, "\n"), rowsOf(written(t, full), numbers)
	if !slices.Equal(got, want) {
		t.Errorf("%d rows differ from the %d of an experiment that was not interrupted",
			len(got), len(want))
	}
	if n := part.Replicates()*len(part.Scenarios())*len(part.Ticks()) + 2; len(got) != n {
		t.Errorf("the file has %d lines, want %d", len(got), n)
	}
}

// After an interruption the error also names a run that panicked, and its replicate is left out.
func TestInterruptedAndBroken(t *testing.T) {
	scenarios := small()[:2]
	scenarios[1].Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Replicate() == 1 {
			panic("out of order")
		}
	})}
	e := sim.Experiment{Scenarios: scenarios, Replicates: 9, Workers: 1, At: []int{8}}
	e.Scenarios[0].Dimensions = 60
	table, err := interrupted(t, e, 7)
	var run *sim.RunError
	var early *sim.InterruptedError
	if !errors.As(err, &early) || !errors.As(err, &run) || run.Replicate != 1 {
		t.Fatalf("the error is %v, want both ends", err)
	}
	if file := written(t, table); table.Replicates() == 0 || strings.Contains(file, "\nteams,1,") {
		t.Errorf("the file is\n%s\nwant it without replicate 1", file)
	}
}

// An experiment that is interrupted before any run gives an empty table.
func TestInterruptedAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	table, err := metrics.Measure(ctx, sim.Experiment{Scenarios: small(), Replicates: 1},
		metrics.Score)
	if !errors.Is(err, context.Canceled) || table.Replicates() != 0 {
		t.Errorf("the error is %v, and there are %d replicates", err, table.Replicates())
	}
}

// A Progress that panics interrupts the experiment, and the whole replicates are kept.
func TestProgressPanics(t *testing.T) {
	calls := 0
	table, err := metrics.Measure(t.Context(), sim.Experiment{Scenarios: small()[:1],
		Replicates: 128, Workers: 1, Progress: func(int, int) {
			if calls++; calls == 12 {
				panic("no bar")
			}
		}}, metrics.Score)
	if err == nil || !strings.Contains(err.Error(), "Progress panicked") {
		t.Fatalf("the error is %v", err)
	}
	if n := table.Replicates(); n != 64 {
		t.Errorf("%d replicates are whole, want the first 64", n)
	}
}
