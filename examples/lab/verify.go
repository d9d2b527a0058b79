package main

import (
	"context"
	"fmt"
	"math"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics/study"
)

// together is the number of replicates of a cell that verify runs at once.
const together = 8

// verify runs a random sample of runs again and says whether they give the same bits.
func verify(ctx context.Context, args []string) error {
	flags := flagsOf("verify")
	store := storeFlag(flags)
	runs := flags.Int("runs", 64, "about how many `runs` to repeat")
	one := flags.String("run", "", "repeat and print this run alone: `cell:replicate`")
	sample := flags.Uint64("sample", 1, "which sample: another `number` gives other runs")
	workers := flags.Int("workers", 0, "goroutines (0: one per processor); changes no result")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	path := studyFile(files)
	if *runs < 1 || *runs > 1_000_000 || *workers < 0 {
		return program.Misuse("-runs is %d and -workers %d, want 1 to 1,000,000 and 0 or more",
			*runs, *workers)
	}
	s, err := readStored(path, *store)
	if err != nil {
		return err
	}
	if *one != "" {
		return s.repeat(ctx, *one)
	}
	same, other := 0, 0
	err = s.data.Plan.Run(ctx, drawn(s.data.Plan, *runs, *sample), *workers,
		func(_ study.Task, results []study.Result) error {
			for _, r := range results {
				switch s.again(r) {
				case agrees:
					same++
				case differs:
					other++
					fmt.Printf("cell %d (%s), replicate %d differs\n", r.Cell,
						s.data.Plan.Cells[r.Cell].Name(), r.Replicate)
				}
			}
			return nil
		})
	if err != nil {
		return err
	}
	fmt.Printf("%d runs were repeated: %d agree to the bit, %d differ\n", same+other, same, other)
	if other > 0 {
		return fmt.Errorf("%d of %d runs differ", other, same+other)
	}
	if same == 0 {
		return program.Misuse("%s holds none of the runs that were drawn: run the study first",
			s.store)
	}
	return nil
}

// drawn returns a random sample of parts of tasks, without repetition.
func drawn(p study.Plan, runs int, sample uint64) []study.Task {
	all := p.Tasks()
	stream := agents.NewStream(sample)
	stream.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(len(all), (runs+together-1)/together)]
	for i := range all {
		all[i].Count = min(all[i].Count, together)
	}
	return all
}

// The results of repeating a run.
const (
	unknown = iota // the store does not have it
	agrees
	differs
)

// again compares a result with the store's.
func (s *stored) again(r study.Result) int {
	for _, f := range s.data.Failed {
		if f.Cell == r.Cell && f.Replicate == r.Replicate {
			if f.Failed == r.Failed {
				return agrees
			}
			return differs
		}
	}
	if !s.data.Has(r.Cell, int(r.Replicate)) {
		return unknown
	}
	for k := range s.data.Plan.Columns {
		stored := s.data.Values(r.Cell, k)[r.Replicate]
		if r.Failed != "" || !sameBits(stored, r.Values[k]) {
			return differs
		}
	}
	return agrees
}

// sameBits compares numbers as a store keeps them: NaN is missing, and -0 is 0.
func sameBits(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
