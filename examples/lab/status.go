package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

// failuresShown is the number of failed runs that status lists.
const failuresShown = 5

func status(_ context.Context, args []string) error {
	flags := flagsOf("status")
	store := storeFlag(flags)
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	path := studyFile(files)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return folderStatus(path)
	}
	l, err := openStore(path, *store)
	if err != nil {
		return err
	}
	defer l.Close()
	return printStatus(l, path)
}

// printStatus prints how far a study has come, and which runs failed.
func printStatus(l *ledger.Ledger, study string) error {
	s, err := l.Status()
	if err != nil {
		return err
	}
	p := l.Plan()
	fmt.Printf("%s: %d cells, %d replicates each, seed %d, plan %.12s\n", l.Path(), len(p.Cells),
		p.Replicates, p.Seed, l.Hash())
	fmt.Printf("%d runs done, %d failed, %d left", s.Done, s.Failed, s.Left())
	if left := time.Duration(s.SecondsLeft() * float64(time.Second)); left > 0 {
		fmt.Printf(", about %s", max(left.Round(time.Second), time.Second))
	}
	fmt.Println()
	if s.Failed == 0 {
		return nil
	}
	failures, err := l.Failures(failuresShown)
	for _, f := range failures {
		fmt.Printf("  %s: %s\n    again: lab %s -store %s %s\n", p.Cells[f.Cell].Name(), f.Error,
			f.Line, l.Path(), study)
	}
	if s.Failed > len(failures) && err == nil {
		fmt.Printf("  and %d more failed\n", s.Failed-len(failures))
	}
	return err
}

// folderStatus prints which shards of a plan are there.
func folderStatus(path string) error {
	f, err := shard.Read(path)
	if err != nil {
		return err
	}
	missing := f.Missing()
	fmt.Printf("%s: %d of %d shards are there", path, f.Shards-len(missing), f.Shards)
	if len(missing) > 0 {
		fmt.Printf("; missing: %s", shard.Ranges(missing))
	}
	fmt.Println()
	return nil
}
