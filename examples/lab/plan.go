package main

import (
	"context"
	"fmt"
	"path/filepath"

	"orglearn/examples/program"
	"orglearn/metrics/study/shard"
)

func plan(_ context.Context, args []string) error {
	flags := flagsOf("plan")
	over := overrideFlags(flags)
	shards := flags.Int("shards", 0, "parts that run apart; each should take minutes")
	out := flags.String("out", "", "the `folder` of the plan; machines must share it")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	switch {
	case *shards < 1 || *shards > shard.MaxShards:
		return program.Misuse("-shards is %d, want 1 to %d", *shards, shard.MaxShards)
	case *out == "":
		return program.Misuse("-out is missing: the folder of the plan")
	}
	path := studyFile(files)
	s, err := load(path)
	if err != nil {
		return err
	}
	if s.Until != nil {
		return program.Misuse("%s has until, which looks at the runs of all shards, and a plan "+
			"never changes: run it on one machine, or put replicates: %d in the place of until",
			path, s.Until.Most)
	}
	if s.Private {
		return program.Misuse("%s asks for pseudonyms, and a plan holds copies of the roster with "+
			"its ids: leave pseudonyms out, or run the study here", path)
	}
	if err := override(&s, over.given()); err != nil {
		return err
	}
	p, err := s.Plan()
	if err != nil {
		return program.MisusedBecause(err)
	}
	from, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	copies := map[string]string{}
	for _, name := range s.Files {
		copies[name] = name
		if !filepath.IsAbs(name) {
			copies[name] = filepath.Join(filepath.Dir(from), name)
		}
	}
	if _, err := shard.Write(*out, p, *shards, from, over.given(), copies); err != nil {
		return err
	}
	fmt.Println(program.Wrap(fmt.Sprintf("%s: the plan %.12s, %d cells, %d replicates each, in %d "+
		"shards. Then, in any order and anywhere:", *out, p.Hash(), len(p.Cells), p.Replicates,
		*shards)))
	fmt.Printf("  lab run %s -shard 1/%d\n  lab merge %[1]s\n", *out, *shards)
	if tasks := len(p.Tasks()); *shards > tasks {
		fmt.Printf("%d shards have no runs: there are %d tasks.\n", *shards-tasks, tasks)
	}
	return nil
}
