package shard

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// Run runs a shard, from 1 to Shards, with p, which is the folder's plan with its scenarios. The
// shard's file is written aside and renamed when it is whole. If it is there and is whole, Run does
// nothing. After each task Run calls did with the number of its runs (nil: not called).
func (f Folder) Run(
	ctx context.Context, p study.Plan, shard, workers int, did func(runs int),
) error {
	switch {
	case shard < 1 || shard > f.Shards:
		return fmt.Errorf("shard: %d of %d, want 1 to %[2]d", shard, f.Shards)
	case p.Hash() != f.Hash:
		return fmt.Errorf("shard: %s is of the plan %.12s, but its text gives %.12s: the library "+
			"or a file that the study reads has changed", f.file(), f.Hash, p.Hash())
	case f.check(f.shard(shard)) == nil:
		return nil
	}
	aside, err := os.MkdirTemp(f.Path, draftOf(strconv.Itoa(shard), f.Shards))
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	draft := filepath.Join(aside, "runs.sqlite")
	err = f.fill(ctx, draft, p, shard, workers, did)
	if err == nil {
		err = seal(draft)
	}
	if err == nil {
		err = os.Rename(draft, f.shard(shard))
	}
	return errors.Join(err, os.RemoveAll(aside))
}

// draftOf returns the pattern of the folders in which a shard is written aside.
func draftOf(shard string, shards int) string {
	return fmt.Sprintf(".shard-%s-of-%d-*", shard, shards)
}

// fill runs the tasks of a shard into a new file.
func (f Folder) fill(
	ctx context.Context, draft string, p study.Plan, shard, workers int, did func(int),
) error {
	p.Replicates, p.Study = f.Plan.Replicates, f.Plan.Study
	l, err := ledger.Draft(draft, p)
	if err != nil {
		return err
	}
	err = l.SetFlag("shard", fmt.Sprintf("%d/%d", shard, f.Shards))
	if err == nil {
		err = p.Run(ctx, f.Tasks(shard), workers, func(t study.Task, r []study.Result) error {
			if did != nil {
				did(len(r))
			}
			return l.Add(t, r)
		})
	}
	return errors.Join(err, l.Close())
}
