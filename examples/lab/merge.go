package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"orglearn/examples/internal/share"
	"orglearn/examples/program"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

func merge(_ context.Context, args []string) error {
	flags := flagsOf("merge")
	store := flags.String("store", "", "the `file` to merge a plan into (default: the folder's "+
		"name with .sqlite, beside it)")
	csv := flags.String("csv", "", "the `file` to merge a class into, - prints it (default: the "+
		"folder's name with .csv, beside it)")
	folders, err := parse(flags, args, 1, 1)
	if err != nil {
		return err
	}
	folder := filepath.Clean(folders[0])
	shares, err := sharesIn(folder)
	switch {
	case err != nil:
		return err
	case shares != nil && *store != "":
		return program.Misuse("%s holds the shares of a class, which have 12 digits and no study "+
			"file, and a store has all digits of a study: -csv FILE", folder)
	case shares != nil:
		return mergeClass(shares, or(*csv, folder+".csv"))
	case *csv != "":
		return program.Misuse("%s holds no share-*.txt of a class: -csv is for these, so merge "+
			"into a -store and export it", folder)
	}
	return mergePlan(folder, or(*store, folder+".sqlite"))
}

func or(given, otherwise string) string {
	if given != "" {
		return given
	}
	return otherwise
}

// sharesIn returns the shares of a class in a folder without a plan.
func sharesIn(folder string) ([]string, error) {
	_, err := os.Stat(filepath.Join(folder, "plan.json"))
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return share.Paths(folder)
}

// mergeClass writes one table of the shares of a class: that of one run, to the last byte.
func mergeClass(shares []string, to string) error {
	class, err := share.Open(nil, shares...)
	if err != nil {
		return program.MisusedBecause(err)
	}
	if err := toFile(to, class.Table.WriteCSV); err != nil || to == "-" {
		return err
	}
	fmt.Printf("%d shares of #%s are merged in %s: %d replicates.\n", class.Shares, class.Link,
		to, class.Table.Replicates())
	return nil
}

// mergePlan puts the shards of a plan into a store.
func mergePlan(folder, to string) error {
	f, err := shard.Read(folder)
	if err != nil {
		return program.MisusedBecause(err)
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
	if err := printStatus(l, f.From); err != nil {
		return err
	}
	// A plan may be of another program, whose text this one cannot read.
	if s, err := studyIn(f); err == nil && s.Until != nil {
		return sayNext(f, s, l)
	}
	return nil
}
