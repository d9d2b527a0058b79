package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"time"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/sim"
)

// overrides are flags that stand in place of what a study file says. Who runs a study with them
// finds them in its store or plan.
type overrides struct {
	flags      *flag.FlagSet
	replicates *int
	seed       *uint64
}

func overrideFlags(flags *flag.FlagSet) overrides {
	return overrides{flags,
		flags.Int("replicates", 0, "runs of each cell (default: the study's)"),
		flags.Uint64("seed", 0, "the seed (default: the study's)")}
}

// given returns the flags that were given, as texts.
func (o overrides) given() map[string]string {
	given := map[string]string{}
	o.flags.Visit(func(f *flag.Flag) {
		if f.Name == "replicates" || f.Name == "seed" {
			given[f.Name] = f.Value.String()
		}
	})
	return given
}

// override puts flags in place of what the study says.
func override(s *study.Study, flags map[string]string) error {
	if text, is := flags["replicates"]; is {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > study.MaxReplicates {
			return program.Misuse("-replicates is %s, want 1 to %d", text, study.MaxReplicates)
		}
		if s.Until != nil {
			return program.Misuse("-replicates: the study says until when it runs")
		}
		s.Replicates = n
	}
	if text, is := flags["seed"]; is {
		seed, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return program.Misuse("-seed is %s, want 0 to %d", text, uint64(1<<64-1))
		}
		s.Seed = seed
	}
	return nil
}

// studyFile returns the study file that is given, or study.yaml.
func studyFile(files []string) string {
	if len(files) > 0 {
		return files[0]
	}
	return "study.yaml"
}

func runStudy(ctx context.Context, args []string) error {
	flags := flagsOf("run")
	store, over := storeFlag(flags), overrideFlags(flags)
	workers := flags.Int("workers", 0, "goroutines (0: one per processor); changes no result")
	part := flags.String("shard", "", "the shard of a plan's folder: `i/N`, from 1 to N, or auto")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	if *workers < 0 || *workers > 1<<16 {
		return program.Misuse("-workers is %d, want 0 to %d", *workers, 1<<16)
	}
	path := studyFile(files)
	if info, err := os.Stat(path); *part != "" || err == nil && info.IsDir() {
		return runShard(ctx, path, *part, *workers, over.given())
	}
	s, err := load(path)
	if err != nil {
		return err
	}
	to := storeOf(path, *store)
	kept, err := keptFlags(to, over.given())
	if err != nil {
		return err
	}
	if err := override(&s, kept); err != nil {
		return err
	}
	return (&running{s, path, to, *workers, kept}).run(ctx)
}

// keptFlags returns the flags that are given, and those that were given when a store was made.
func keptFlags(store string, given map[string]string) (map[string]string, error) {
	if _, err := os.Stat(store); errors.Is(err, os.ErrNotExist) {
		return given, nil
	}
	l, err := ledger.Open(store)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	kept, err := l.Flags()
	for name, value := range given {
		if err == nil {
			kept[name] = value
		}
	}
	return kept, err
}

// running is a study that runs into a store.
type running struct {
	study   study.Study
	path    string // of the study file
	store   string
	workers int
	flags   map[string]string
}

// run runs what the store lacks, and more replicates where the study says until when.
func (r *running) run(ctx context.Context) error {
	until := r.study.Until
	if until != nil {
		r.study.Replicates = until.Next(0)
	}
	for {
		n, err := r.fill(ctx)
		if err != nil || until == nil {
			return err
		}
		r.study.Replicates = n
		enough, err := r.enough()
		if err != nil || enough {
			return err
		}
		r.study.Replicates = until.Next(n)
	}
}

// fill runs all that the store lacks. It returns the replicates that each cell then has.
func (r *running) fill(ctx context.Context) (replicates int, err error) {
	p, err := r.study.Plan()
	if err != nil {
		return 0, program.MisusedBecause(err)
	}
	l, err := ledger.Create(r.store, p)
	if err != nil {
		return 0, err
	}
	for name, value := range r.flags {
		err = errors.Join(err, l.SetFlag(name, value))
	}
	p.Replicates = l.Plan().Replicates
	if err == nil {
		err = r.missing(ctx, p, l)
	}
	if err = errors.Join(err, l.Close()); err == nil {
		err = r.say()
	} else if ctx.Err() != nil {
		err = fmt.Errorf("%w; what is done is kept: run again to go on", err)
	}
	return p.Replicates, err
}

// missing runs what a ledger lacks.
func (r *running) missing(ctx context.Context, p study.Plan, l *ledger.Ledger) error {
	tasks, err := l.Missing(p.Tasks())
	if err != nil {
		return err
	}
	c := &clock{ledger: l, begun: time.Now()}
	bar := newBar(tasks)
	defer bar.End()
	err = p.Run(ctx, tasks, r.workers, func(t study.Task, results []study.Result) error {
		bar.did(len(results))
		if err := l.Add(t, results); err != nil {
			return err
		}
		return c.did(len(results))
	})
	// What the error counts is the runs at work just then, and not those of the study.
	if early := (*sim.InterruptedError)(nil); errors.As(err, &early) {
		err = fmt.Errorf("interrupted: %w", early.Err)
	}
	return errors.Join(err, l.Flush(), c.note())
}

// enough reports whether the study ends, and says how well it knows its difference.
func (r *running) enough() (bool, error) {
	l, err := ledger.Open(r.store)
	if err != nil {
		return false, err
	}
	defer l.Close()
	says, ends, err := answer(r.study, l)
	if err == nil {
		fmt.Println(says)
	}
	return ends, err
}

// say prints what the store holds.
func (r *running) say() error {
	l, err := ledger.Open(r.store)
	if err != nil {
		return err
	}
	defer l.Close()
	return printStatus(l, r.path)
}

// clock notes in a ledger how long runs take, now and then.
type clock struct {
	ledger *ledger.Ledger
	begun  time.Time
	runs   int
}

func (c *clock) did(runs int) error {
	c.runs += runs
	if time.Since(c.begun) < 2*time.Second {
		return nil
	}
	return c.note()
}

func (c *clock) note() error {
	spent := time.Since(c.begun).Seconds()
	runs := c.runs
	c.begun, c.runs = time.Now(), 0
	return c.ledger.Spend(runs, spent)
}

// bar shows how many runs are done.
type bar struct {
	program.Progress
	done, total int
}

func newBar(tasks []study.Task) *bar {
	b := &bar{Progress: program.NewProgress("running")}
	for _, t := range tasks {
		b.total += t.Count
	}
	return b
}

func (b *bar) did(runs int) {
	b.done += runs
	b.Report(b.done, b.total)
}
