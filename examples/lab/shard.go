package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

// runShard runs one shard of the plan in a folder.
func runShard(
	ctx context.Context, path, part string, workers int, given map[string]string,
) error {
	f, err := shard.Read(path)
	if err != nil {
		return program.MisusedBecause(err)
	}
	switch {
	case part == "":
		return program.Misuse("%s holds a plan of %d shards: -shard 1/%[2]d to %[2]d/%[2]d, or "+
			"auto", path, f.Shards)
	case len(given) > 0:
		return program.Misuse("%s holds a plan, which no -replicates or -seed changes", path)
	}
	i, err := shardNumber(part, f.Shards)
	if err != nil {
		return program.MisusedBecause(err)
	}
	p, err := scenarios(f)
	if err != nil {
		return err
	}
	b := newBar(f.Tasks(i))
	defer b.End()
	if err := f.Run(ctx, p, i, workers, b.did); err != nil {
		return tryAgain(err)
	}
	fmt.Printf("Shard %d of %d is in %s.\n", i, f.Shards, path)
	return nil
}

// shardNumber reads "3/5", or asks the engine where it is "auto".
func shardNumber(part string, shards int) (int, error) {
	if part == "auto" {
		return shard.Index(os.Getenv, shards)
	}
	i, of, _ := strings.Cut(part, "/")
	n, err := strconv.Atoi(i)
	if err != nil || n < 1 || n > shards || of != strconv.Itoa(shards) {
		return 0, fmt.Errorf("-shard is %q, want 1/%d to %[2]d/%[2]d, or auto", part, shards)
	}
	return n, nil
}

// scenarios makes a folder's plan again from its text, with its scenarios.
func scenarios(f shard.Folder) (study.Plan, error) {
	s, err := studyIn(f)
	if err != nil {
		return study.Plan{}, err
	}
	return s.Plan()
}

// studyIn reads the study of a folder's plan.
func studyIn(f shard.Folder) (study.Study, error) {
	s, err := parsed(f.From, []byte(f.Plan.Study), f.Copies())
	s.Seed, s.Replicates = f.Plan.Seed, f.Plan.Replicates
	return s, err
}

// tryAgain gives an error the status 75 where it is one of the disk, which may have room later.
func tryAgain(err error) error {
	for _, of := range []error{ledger.ErrFull, syscall.ENOSPC, syscall.EIO, syscall.EDQUOT} {
		if errors.Is(err, of) {
			return program.Temporary(err)
		}
	}
	return err
}
