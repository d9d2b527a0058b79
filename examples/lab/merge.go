package main

import (
	"context"
	"fmt"
	"path/filepath"

	"orglearn/examples/program"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

func merge(_ context.Context, args []string) error {
	flags := flagsOf("merge")
	store := flags.String("store", "", "the `file` to merge into (default: the folder's name with "+
		".sqlite, beside it)")
	folders, err := parse(flags, args, 1, 1)
	if err != nil {
		return err
	}
	f, err := shard.Read(folders[0])
	if err != nil {
		return program.MisusedBecause(err)
	}
	to := *store
	if to == "" {
		to = filepath.Clean(folders[0]) + ".sqlite"
	}
	if err := f.Merge(to); err != nil {
		return err
	}
	l, err := ledger.Open(to)
	if err != nil {
		return err
	}
	defer l.Close()
	fmt.Printf("%d shards are merged.\n", f.Shards)
	return printStatus(l, f.From)
}
