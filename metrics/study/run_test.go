package study_test

import (
	"cmp"
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/sim"
	"orglearn/sim/models"
)

// march returns a plan of March's model: two cells, three columns.
func march(replicates int) study.Plan {
	p := study.Plan{
		Seed: 1991, Replicates: replicates,
		Columns: []study.Column{{Metric: "knowledge", Tick: 20}, {Metric: "consensus", Tick: 5},
			{Metric: "knowledge", Tick: 5}},
		Metrics: []metrics.Metric{metrics.Consensus, metrics.Knowledge},
	}
	for _, rate := range []float64{.1, .9} {
		s := models.March1991{P1: models.At(rate), P2: models.At(.5)}.Scenario()
		s.Ticks = 20
		p.Cells = append(p.Cells, study.Cell{Organization: "march",
			Factors:  []study.Factor{{Name: "p1", Value: metrics.Number(rate)}},
			Scenario: s})
	}
	return p
}

// run returns the results of tasks in the order of cells and replicates.
func run(t *testing.T, p study.Plan, tasks []study.Task, workers int) (all []study.Result) {
	t.Helper()
	err := p.Run(context.Background(), tasks, workers,
		func(task study.Task, results []study.Result) error {
			if len(results) != task.Count {
				t.Errorf("task %v has %d results", task, len(results))
			}
			all = append(all, results...)
			return nil
		})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b study.Result) int {
		return cmp.Or(a.Cell-b.Cell, cmp.Compare(a.Replicate, b.Replicate))
	})
	return all
}

// What a plan records is what metrics.Measure reads off the same experiment.
func TestRunIsMeasure(t *testing.T) {
	p := march(70)
	e := sim.Experiment{Replicates: 70, Seed: 1991, At: []int{5, 20}}
	for _, c := range p.Cells {
		s := c.Scenario
		s.Name = c.Name()
		e.Scenarios = append(e.Scenarios, s)
	}
	table, err := metrics.Measure(context.Background(), e, p.Metrics...)
	if err != nil {
		t.Fatal(err)
	}
	results := run(t, p, p.Tasks(), 2)
	if len(results) != 140 {
		t.Fatalf("%d results, want 2 cells times 70", len(results))
	}
	for i, r := range results {
		for k, c := range p.Columns {
			m := p.Metrics[1]
			if c.Metric == "consensus" {
				m = p.Metrics[0]
			}
			want := table.Values(e.Scenarios[r.Cell].Name, m, c.Tick)[r.Replicate]
			if r.Values[k] != want || int(r.Replicate) != i%70 {
				t.Fatalf("cell %d, replicate %d, %v: %v, want %v", r.Cell, r.Replicate, c,
					r.Values[k], want)
			}
		}
	}
}

// Neither the number of workers nor the order of tasks changes a bit.
func TestRunIsTheSameInAnyOrder(t *testing.T) {
	p := march(130)
	want := run(t, p, p.Tasks(), 1)
	back := p.Tasks()
	slices.Reverse(back)
	if got := run(t, p, back, 3); !reflect.DeepEqual(got, want) {
		t.Error("three workers and the tasks in reverse give other results")
	}
}

func TestTasks(t *testing.T) {
	got := march(130).Tasks()
	want := []study.Task{{0, 0, 64}, {1, 0, 64}, {0, 64, 64}, {1, 64, 64}, {0, 128, 2}, {1, 128, 2}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the tasks are %v, want %v", got, want)
	}
}

// shy panics in the replicate whose first draw is one of some.
type shy struct{ agents.Say }

func (r shy) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	if p.Tick == 2 && p.ID == 0 && p.Uint64()%4 == 0 {
		panic("too shy")
	}
	r.Say.Externalize(p, belief, claim)
}

// A run that fails is kept with its error. All others are as without it.
func TestFailedRunsAreKept(t *testing.T) {
	p := march(64)
	want := run(t, p, p.Tasks(), 2)
	channels := slices.Clone(p.Cells[0].Scenario.Channels)
	channels[0].Externalize = shy{}
	p.Cells[0].Scenario.Channels = channels
	failed := 0
	for i, r := range run(t, p, p.Tasks(), 2) {
		switch {
		case r.Failed != "" && (r.Cell != 0 || r.Values != nil):
			t.Errorf("run %d failed with %v: %s", i, r.Values, r.Failed)
		case r.Failed != "":
			failed++
		case r.Cell == 1 && !reflect.DeepEqual(r, want[i]):
			t.Errorf("run %d is %v, want %v", i, r, want[i])
		case math.IsNaN(r.Values[0]):
			t.Errorf("run %d has no value and no error", i)
		}
	}
	if failed == 0 || failed == 64 {
		t.Errorf("%d of 64 runs failed, want some", failed)
	}
}

// flat is a reality that cannot be built in some replicates.
type flat struct{ sim.Additive }

func (f flat) New(dimensions int, src *agents.Stream) (sim.Landscape, error) {
	if src.Uint64()%2 == 0 {
		return nil, errors.New("no such world")
	}
	return f.Additive.New(dimensions, src)
}

// A scenario that cannot be built in some replicates fails there, and stops no other cell.
func TestUnbuiltRunsAreKept(t *testing.T) {
	p := march(64)
	want := run(t, p, p.Tasks(), 2)
	p.Cells[0].Scenario.Reality = flat{}
	failed := 0
	for i, r := range run(t, p, p.Tasks(), 2) {
		if r.Failed != "" {
			failed++
			if r.Cell != 0 || !strings.Contains(r.Failed, "no such world") {
				t.Errorf("run %d failed: %s", i, r.Failed)
			}
		} else if r.Cell == 1 && !reflect.DeepEqual(r, want[i]) {
			t.Errorf("run %d is %v, want %v", i, r, want[i])
		}
	}
	if failed == 0 || failed == 64 {
		t.Errorf("%d of 64 runs failed, want some", failed)
	}
}

// The error of done ends the run, and done is not called again.
func TestDoneEndsTheRun(t *testing.T) {
	p, calls, full := march(640), 0, errors.New("disk full")
	err := p.Run(context.Background(), p.Tasks(), 2, func(study.Task, []study.Result) error {
		calls++
		return full
	})
	if err != full || calls != 1 {
		t.Errorf("the error is %v after %d calls", err, calls)
	}
}

func TestInterrupted(t *testing.T) {
	p := march(640)
	ctx, cancel := context.WithCancel(context.Background())
	err := p.Run(ctx, p.Tasks(), 2, func(study.Task, []study.Result) error {
		cancel()
		return nil
	})
	if early := (*sim.InterruptedError)(nil); !errors.As(err, &early) {
		t.Errorf("the error is %v, want that it was interrupted", err)
	}
}

// The hash names what decides a result and nothing else.
func TestHash(t *testing.T) {
	of, more := march(64), march(128)
	more.Study = "other words"
	if of.Hash() != more.Hash() {
		t.Error("replicates or words change the hash")
	}
	for name, change := range map[string]func(*study.Plan){
		"seed":   func(p *study.Plan) { p.Seed++ },
		"column": func(p *study.Plan) { p.Columns = p.Columns[1:] },
		"tick":   func(p *study.Plan) { p.Columns[0].Tick = 19 },
		"metric": func(p *study.Plan) { p.Columns[0].Metric = "score" },
		"factor": func(p *study.Plan) { p.Cells[0].Factors[0].Value = "0.2" },
		"recipe": func(p *study.Plan) { p.Cells[0].Recipe = "p2: .1" },
		"cells":  func(p *study.Plan) { p.Cells = p.Cells[1:] },
	} {
		if p := march(64); func() string { change(&p); return p.Hash() }() == of.Hash() {
			t.Errorf("another %s leaves the hash as it is", name)
		}
	}
}

func TestPlanIsRefused(t *testing.T) {
	for want, change := range map[string]func(*study.Plan){
		"Replicates is 0":     func(p *study.Plan) { p.Replicates = 0 },
		"0 columns":           func(p *study.Plan) { p.Columns = nil },
		"the tick is 21":      func(p *study.Plan) { p.Columns[0].Tick = 21 },
		"no metric":           func(p *study.Plan) { p.Metrics = p.Metrics[1:] },
		"two cells have":      func(p *study.Plan) { p.Cells[1] = p.Cells[0] },
		"two columns are":     func(p *study.Plan) { p.Columns[0] = p.Columns[2] },
		"People is 0":         func(p *study.Plan) { p.Cells[0].Scenario.People = 0 },
		"the organization ha": func(p *study.Plan) { p.Cells[0].Organization = "" },
	} {
		p := march(1)
		change(&p)
		err := p.Run(context.Background(), nil, 0, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
}
