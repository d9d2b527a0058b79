package sim

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
)

// MaxRuns is the largest number of runs of an Experiment: scenarios times replicates. MaxRecorded
// is the largest number of ticks of a run that can be recorded.
const (
	MaxRuns     = math.MaxInt32
	MaxRecorded = 1 << 24
)

// Experiment runs every scenario in every replicate. Replicate r of every scenario has the same
// world, first beliefs and chance, so that scenarios are compared pair by pair.
type Experiment struct {
	Scenarios  []Scenario // with different names
	Replicates int        // runs of each scenario, 1 or more
	Seed       uint64
	First      uint64 // the number of the first replicate
	At         []int  // ticks to record, ascending (nil: every tick, 0 included)
	Workers    int    // goroutines (0: one per processor); changes no bit

	// Progress is called now and then with the number of ticks done, and their total over all runs
	// (nil: not called). Two goroutines never call it at once. If it panics, the experiment is
	// interrupted.
	Progress func(done, total int)
}

// Observer is shown a model at each tick to record. It must not change the model. It must not keep
// the model, nor any body of beliefs in it: after the call they may belong to another replicate. If
// a run stops early, the observer is called for the remaining ticks with the model as it stopped.
// The Tick of the model then says when that was.
type Observer func(m *Model, tick int)

// Run runs the experiment. Workers share the runs, and up to 64 replicates of a small organization
// run as one (see the package comment). If there are fewer runs than workers, workers also share
// the people of a run. watch is called once per run, from the goroutine that runs it, and returns
// the observer of that run.
//
// A scenario that cannot be built ends the experiment. A rule that panics ends its own run only:
// the error of Run joins one RunError for each such run. When ctx is done, Run stops soon and adds
// an InterruptedError, which says how far it came. If Run returns no error, all runs are complete.
func (e Experiment) Run(ctx context.Context, watch func(scenario, replicate int) Observer) error {
	if err := e.Validate(); err != nil {
		return err
	}
	return newRunner(e, watch).run(ctx)
}

// RunError reports one run that ended with an error, such as a panic in a rule, an event, an
// observer or Stop.
type RunError struct {
	Scenario, Replicate int // index in Scenarios; replicate from 0 on
	Err                 error
}

// Error implements error.
func (e *RunError) Error() string { return e.Err.Error() }

// Unwrap returns the model's error.
func (e *RunError) Unwrap() error { return e.Err }

// InterruptedError reports an experiment that ended early: its context was done, Progress panicked,
// or a rule or an observer ended its goroutine.
type InterruptedError struct {
	Whole, Of int // runs
	Err       error
}

// Error implements error.
func (e *InterruptedError) Error() string {
	return fmt.Sprintf("sim: interrupted after %d of %d runs: %v", e.Whole, e.Of, e.Err)
}

// Unwrap returns what interrupted it.
func (e *InterruptedError) Unwrap() error { return e.Err }

// Validate reports the first parameter out of its range, those of the scenarios included.
func (e Experiment) Validate() error {
	if len(e.Scenarios) == 0 {
		return errors.New("sim: experiment: no scenario")
	}
	if most := MaxRuns / len(e.Scenarios); e.Replicates < 1 || e.Replicates > most {
		return fmt.Errorf("sim: experiment: Replicates is %d, want 1 to %d", e.Replicates, most)
	}
	if e.Workers < 0 {
		return fmt.Errorf("sim: experiment: Workers is %d, want 0 or more", e.Workers)
	}
	names := map[string]bool{}
	for _, s := range e.Scenarios {
		if names[s.Name] {
			return fmt.Errorf("sim: experiment: two scenarios have the name %q", s.Name)
		}
		names[s.Name] = true
		if err := s.Validate(); err != nil {
			return err
		}
	}
	return e.validateTicks()
}

func (e Experiment) validateTicks() error {
	if t := e.Scenarios[0].Ticks; e.At == nil && t >= MaxRecorded {
		return fmt.Errorf("sim: experiment: At is nil, and scenario %q has %d ticks, want at most "+
			"%d: name the ticks to record", e.Scenarios[0].Name, t, MaxRecorded-1)
	}
	for _, s := range e.Scenarios {
		if e.At == nil && s.Ticks != e.Scenarios[0].Ticks {
			return fmt.Errorf("sim: experiment: At is nil, and scenario %q has %d ticks while "+
				"%q has %d: name the ticks to record",
				s.Name, s.Ticks, e.Scenarios[0].Name, e.Scenarios[0].Ticks)
		}
		for i, t := range e.At {
			if t < 0 || t > s.Ticks {
				return fmt.Errorf("sim: experiment: At has tick %d, want 0 to %d (the ticks of "+
					"scenario %q)",
					t, s.Ticks, s.Name)
			}
			if i > 0 && t <= e.At[i-1] {
				return fmt.Errorf("sim: experiment: At has tick %d after %d, want them ascending",
					t, e.At[i-1])
			}
		}
	}
	return nil
}

// RecordedTicks returns the ticks at which an observer is called, ascending.
func (e Experiment) RecordedTicks() []int {
	if e.At != nil {
		return slices.Clone(e.At)
	}
	ticks := make([]int, e.Scenarios[0].Ticks+1)
	for t := range ticks {
		ticks[t] = t
	}
	return ticks
}

func (e Experiment) workers() int {
	if e.Workers > 0 {
		return e.Workers
	}
	return runtime.GOMAXPROCS(0)
}
