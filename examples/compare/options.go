package main

import (
	"flag"
	"fmt"
	"math"
	"strings"

	"orglearn/examples/program"
	"orglearn/network/data"
	"orglearn/sim/setups"
)

// options are what the flags say.
type options struct {
	conditions           setups.Conditions
	size, span           int
	replicates, workers  int
	seed                 uint64
	out                  string
	data                 string
	roster, ties, report string
	sent, explain        bool
	given                map[string]bool // the flags that were given
}

// What is recorded of every run is kept in memory: six organizations of a dozen numbers, at every
// tick.
const (
	maxPeople   = 1_000_000
	maxRecorded = 5_000_000 // replicates times ticks
)

func parse(args []string) (*options, error) {
	o := &options{conditions: setups.Default(), size: 5, span: 4, given: map[string]bool{}}
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	c := &o.conditions
	flags.IntVar(&c.People, "people", c.People, "people in the organization")
	flags.IntVar(&c.Dimensions, "dimensions", c.Dimensions,
		"dimensions one can be right or wrong about")
	flags.IntVar(&c.Block, "block", c.Block, "dimensions that pay only together")
	flags.IntVar(&c.Seen, "seen", c.Seen, "dimensions on which merit is judged, whole blocks "+
		"(0: all)")
	flags.Float64Var(&c.Superior, "superior", c.Superior,
		"rate at which the better voices' vote becomes the norm, 0 to 1")
	flags.Float64Var(&c.Absorb, "absorb", c.Absorb,
		"rate at which a norm is taken to heart, 0 to 1")
	flags.IntVar(&c.Attention, "attention", c.Attention, "seats that a person heeds per tick "+
		"(0: all)")
	flags.IntVar(&o.size, "size", o.size, "people in a team and in a community")
	flags.IntVar(&o.span, "span", o.span, "people who report to a manager")
	flags.IntVar(&c.Ticks, "ticks", c.Ticks, "ticks of a run")
	flags.IntVar(&o.replicates, "replicates", 200, "runs of each organization")
	flags.Uint64Var(&o.seed, "seed", 1991, "the seed; the same seed gives the same files")
	flags.IntVar(&o.workers, "workers", 0, "goroutines (0: one per processor); changes no result")
	flags.StringVar(&o.out, "out", "out/compare", "folder for the figure and the tables")
	flags.StringVar(&o.data, "data", "", "a real organization: "+strings.Join(data.Names(), ", "))
	flags.StringVar(&o.roster, "roster", "",
		"your own organization: a CSV of people, with a column id and perhaps department")
	flags.StringVar(&o.ties, "ties", "",
		"its ties: a CSV with columns from, to (`from` listens to `to`) and perhaps weight")
	flags.StringVar(&o.report, "reports", "",
		"its chart: a CSV with columns from, to (`to` is the superior)")
	flags.BoolVar(&o.sent, "sent", false, "a tie is a message: `to` listens to `from`")
	program.ExplainFlag(flags, &o.explain)
	if err := program.Parse(flags, args); err != nil {
		return nil, err
	}
	flags.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	return o, o.validate()
}

// validate reports what makes no sense. What a scenario checks by itself is left to it.
func (o *options) validate() error {
	if err := o.validateSource(); err != nil {
		return err
	}
	c := o.conditions
	for _, f := range []struct {
		name               string
		value, least, most int
	}{
		{"people", c.People, 1, maxPeople},
		{"dimensions", c.Dimensions, 1, 1 << 20},
		{"block", c.Block, 1, c.Dimensions},
		{"seen", c.Seen, 0, c.Dimensions},
		{"attention", c.Attention, 0, math.MaxInt32},
		{"size", o.size, 1, math.MaxInt32},
		{"span", o.span, 1, math.MaxInt32},
		{"ticks", c.Ticks, 0, 1_000_000},
		{"replicates", o.replicates, 1, maxRecorded},
		{"workers", o.workers, 0, 1 << 16},
	} {
		if f.value < f.least || f.value > f.most {
			return program.Misuse("-%s is %d, want %d to %d", f.name, f.value, f.least, f.most)
		}
	}
	if int64(o.replicates)*int64(c.Ticks) > maxRecorded {
		return program.Misuse("-replicates times -ticks is %d, want %d or less: all of it is kept",
			int64(o.replicates)*int64(c.Ticks), maxRecorded)
	}
	if c.Dimensions%c.Block != 0 {
		return program.Misuse("-block is %d, want a divisor of the %d dimensions", c.Block,
			c.Dimensions)
	}
	if c.Seen%c.Block != 0 {
		return program.Misuse("-seen is %d, want whole blocks of %d", c.Seen, c.Block)
	}
	for _, f := range []struct {
		name string
		rate float64
	}{{"superior", c.Superior}, {"absorb", c.Absorb}} {
		if !(f.rate >= 0 && f.rate <= 1) {
			return program.Misuse("-%s is %v, want 0 to 1", f.name, f.rate)
		}
	}
	return nil
}

// validateSource reports flags that do not go together.
func (o *options) validateSource() error {
	own := o.given["roster"] || o.given["ties"] || o.given["reports"] || o.given["sent"]
	switch {
	case o.given["data"] && own:
		return program.Misuse("-data and -roster, -ties, -reports or -sent do not go together: " +
			"one organization at a time")
	case own && (o.roster == "" || o.ties == ""):
		return program.Misuse("your own organization needs both -roster and -ties (and may have " +
			"-reports)")
	case !o.given["data"] && !own:
		return nil
	}
	for _, name := range []string{"people", "size"} {
		if o.given[name] {
			return program.Misuse("-%s does not go with a real organization, which has its own",
				name)
		}
	}
	if o.given["data"] {
		if _, err := data.Describe(o.data); err != nil {
			return program.Misuse("-data: %v", err)
		}
	}
	return nil
}

// real reports whether a real organization is compared.
func (o *options) real() bool { return o.given["data"] || o.given["roster"] }

// parameters are what the manifest keeps: all that changes a result.
func (o *options) parameters() map[string]any {
	c := o.conditions
	p := map[string]any{
		"people": c.People, "dimensions": c.Dimensions, "block": c.Block, "seen": c.Seen,
		"superior": c.Superior, "absorb": c.Absorb,
		"attention": c.Attention, "span": o.span, "ticks": c.Ticks, "replicates": o.replicates,
		"seed": fmt.Sprint(o.seed),
	}
	switch {
	case o.given["data"]:
		p["data"] = o.data
	case o.given["roster"]:
		p["roster"], p["ties"], p["reports"], p["sent"] = o.roster, o.ties, o.report, o.sent
	default:
		p["size"] = o.size
	}
	return p
}
