package main

import (
	"context"
	"fmt"
	"path/filepath"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/shard"
)

func plan(_ context.Context, args []string) error {
	flags := flagsOf("plan")
	over := overrideFlags(flags)
	shards := flags.Int("shards", 0, "parts that run apart; each should take minutes")
	out := flags.String("out", "", "the `folder` of the plan; machines must share it")
	store := flags.String("store", "", "with until: the `file` that plans are merged into, which "+
		"says how many runs are next (default: the study's name with .sqlite, beside it)")
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
	p := &planning{path: studyFile(files), store: *store, out: *out}
	return p.write(*shards, over.given())
}

// planning is a study that is planned for many machines.
type planning struct {
	study study.Study
	path  string // of the study file
	store string // that plans are merged into, or ""
	out   string // the folder
}

// write writes the plan.
func (p *planning) write(shards int, flags map[string]string) (err error) {
	if p.study, err = load(p.path); err != nil {
		return err
	}
	c := shard.Contents{Shards: shards, Flags: flags}
	switch {
	case p.study.Private:
		return program.Misuse("%s asks for pseudonyms, and a plan holds copies of the roster with "+
			"its ids: leave pseudonyms out, or run the study here", p.path)
	case p.study.Until != nil:
		c.After, c.Flags, err = p.look(flags)
	case p.store != "":
		return program.Misuse("-store: %s has no until, so its plan does not depend on a store",
			p.path)
	default:
		err = override(&p.study, flags)
	}
	if err != nil {
		return err
	}
	if c.Plan, err = p.study.Plan(); err != nil {
		return program.MisusedBecause(err)
	}
	if c.From, err = filepath.Abs(p.path); err != nil {
		return err
	}
	f, err := shard.Write(p.out, c, p.files(c.From))
	if err == nil {
		p.say(f)
	}
	return err
}

// look finds the next look of a study with until. Flags of its store stay, as with lab run.
func (p *planning) look(flags map[string]string) (after int, kept map[string]string, err error) {
	p.store = storeOf(p.path, p.store)
	if kept, err = keptFlags(p.store, flags); err != nil {
		return 0, nil, err
	}
	if err = override(&p.study, kept); err != nil {
		return 0, nil, err
	}
	after, err = nextLook(&p.study, p.store)
	return after, kept, err
}

// files returns the paths of the files that the study names.
func (p *planning) files(from string) map[string]string {
	copies := map[string]string{}
	for _, name := range p.study.Files {
		copies[name] = name
		if !filepath.IsAbs(name) {
			copies[name] = filepath.Join(filepath.Dir(from), name)
		}
	}
	return copies
}

// say prints what comes next.
func (p *planning) say(f shard.Folder) {
	there, merge := "", "lab merge "+word(p.out)
	if f.After > 0 {
		there = fmt.Sprintf(", %d of them in the store", f.After)
	}
	if p.store != "" {
		merge += " -store " + word(p.store)
	}
	fmt.Println(program.Wrap(fmt.Sprintf("%s: the plan %.12s, %d cells, %d replicates each%s, in "+
		"%d shards. Then, in any order and anywhere:", p.out, f.Hash, len(f.Plan.Cells),
		f.Plan.Replicates, there, f.Shards)))
	fmt.Printf("  lab run %s -shard 1/%d\n  %s\n", word(p.out), f.Shards, merge)
	blocks := (f.Plan.Replicates - f.After + study.Block - 1) / study.Block
	if tasks := blocks * len(f.Plan.Cells); f.Shards > tasks {
		fmt.Printf("%d shards have no runs: there are %d tasks.\n", f.Shards-tasks, tasks)
	}
}
