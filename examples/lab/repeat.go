package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/study"
)

// repeat runs one run again, "cell:replicate", and prints what it gives. It is an error if the
// store has something else.
func (s *stored) repeat(ctx context.Context, run string) error {
	task, err := taskOf(s.data.Plan, run)
	if err != nil {
		return err
	}
	return s.data.Plan.Run(ctx, []study.Task{task}, 0,
		func(_ study.Task, results []study.Result) error {
			r := results[task.Count-1]
			s.print(r)
			switch s.again(r) {
			case differs:
				return fmt.Errorf("%s has another result of this run", s.store)
			case unknown:
				fmt.Printf("%s does not have this run\n", s.store)
			default:
				fmt.Printf("%s has the same, to the bit\n", s.store)
			}
			return nil
		})
}

// taskOf returns the task of which a run is the last.
func taskOf(p study.Plan, run string) (study.Task, error) {
	first, second, _ := strings.Cut(run, ":")
	cell, bad := strconv.Atoi(first)
	if bad != nil || cell < 0 || cell >= len(p.Cells) {
		return study.Task{}, program.Misuse("-run is %q, want a cell from 0 to %d, as 0:17", run,
			len(p.Cells)-1)
	}
	r, bad := strconv.Atoi(second)
	if bad != nil || r < 0 || r >= p.Replicates {
		return study.Task{}, program.Misuse("-run is %q, want a replicate from 0 to %d, as %d:17",
			run, p.Replicates-1, cell)
	}
	within := r % study.Block
	return study.Task{Cell: cell, First: r - within, Count: within + 1}, nil
}

// print prints what a run gives, with all digits.
func (s *stored) print(r study.Result) {
	fmt.Printf("%s, replicate %d\n", s.data.Plan.Cells[r.Cell].Name(), r.Replicate)
	if r.Failed != "" {
		fmt.Printf("  failed: %s\n", r.Failed)
		return
	}
	for k, c := range s.data.Plan.Columns {
		text := metrics.Exact(r.Values[k])
		if text == "" {
			text = "missing"
		}
		fmt.Printf("  %s: %s\n", c, text)
	}
}
