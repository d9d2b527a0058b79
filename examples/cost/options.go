package main

import (
	"flag"
	"fmt"
	"runtime"

	"orglearn/examples/program"
)

// options holds the values of the flags.
type options struct {
	plan
	extent     string // quick, default or full
	replicates int
	seed       uint64
	workers    int
	out        string
	explain    bool
}

const maxReplicates = 100_000

func parse(args []string) (*options, error) {
	o := &options{plan: usual, extent: "default"}
	flags := flag.NewFlagSet("cost", flag.ContinueOnError)
	quick := flags.Bool("quick", false, "up to 10,000 people: a few seconds")
	full := flags.Bool("full", false,
		"up to 10,000,000 people and a unit of 1,000,000: minutes, and about 2 GB of memory")
	flags.IntVar(&o.replicates, "replicates", 3,
		"measurements of each point, each on a new model")
	flags.Uint64Var(&o.seed, "seed", 1991, "the seed of the runs that are measured")
	flags.IntVar(&o.workers, "workers", 1,
		"goroutines that share the work on a model (0: one per processor)")
	flags.StringVar(&o.out, "out", "out/cost", "folder for the figure and the measurements")
	program.ExplainFlag(flags, &o.explain)
	if err := program.Parse(flags, args); err != nil {
		return nil, err
	}
	switch {
	case o.replicates < 1 || o.replicates > maxReplicates:
		return nil, program.Misuse("-replicates is %d, want 1 to %d", o.replicates, maxReplicates)
	case o.workers < 0 || o.workers > 1<<16:
		return nil, program.Misuse("-workers is %d, want 0 to %d", o.workers, 1<<16)
	case *quick && *full:
		return nil, program.Misuse("-quick and -full do not go together")
	case *quick:
		o.plan, o.extent = small, "quick"
	case *full:
		o.plan, o.extent = large, "full"
	}
	if o.workers == 0 {
		o.workers = runtime.GOMAXPROCS(0)
	}
	return o, nil
}

// parameters returns the parameters for the manifest.
func (o *options) parameters() map[string]any {
	return map[string]any{
		"extent": o.extent, "replicates": o.replicates, "seed": fmt.Sprint(o.seed),
		"workers": o.workers,
		"ticks":   ticks,
	}
}
