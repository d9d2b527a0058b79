package main

import (
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim/setups"
)

// options are what the flags say.
type options struct {
	conditions          setups.Conditions
	limits              metrics.Limits
	chosen              []string // the organizations, in the order of known
	size, span, unit    int
	periphery           int
	share               float64
	joined              bool
	replicates, workers int
	panel               int // replicates of each organization in each condition
	shape               string
	panels              bool
	seed                uint64
	out                 string
	explain             bool
	own                 orgflags.Flags  // of a real organization
	given               map[string]bool // the flags that were given
}

// What is recorded of every run is kept in memory: some twenty organizations of half a dozen
// numbers, at every tick.
const (
	maxPeople   = 1_000_000
	maxRecorded = 2_000_000 // replicates times ticks
	maxPanel    = 10_000    // replicates
)

func parse(args []string) (*options, error) {
	o := &options{conditions: setups.Default(), given: map[string]bool{},
		limits: metrics.Limits{Alpha: .05, Margin: .02, Relative: .05}}
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	flags.IntVar(&o.conditions.People, "people", o.conditions.People, "people in the organization")
	orgflags.AddConditions(flags, &o.conditions)
	o.arrangementFlags(flags)
	o.own.Add(flags)
	flags.IntVar(&o.replicates, "replicates", usualRuns, "runs of each organization; above "+
		"1,000 people fewer unless given: 60,000 people in all, 3 runs at least")
	flags.IntVar(&o.panel, "panel", usualPanel, "runs of each organization in each "+
		"condition of the panel (0: no panel); above 1,000 people fewer unless given: 6,000 "+
		"people in all")
	flags.Uint64Var(&o.seed, "seed", 1991, "the seed; the same seed gives the same files")
	flags.IntVar(&o.workers, "workers", 0, "goroutines (0: one per processor); changes no result")
	flags.Float64Var(&o.limits.Alpha, "alpha", o.limits.Alpha,
		"chance of any wrong claim in the verdict, above 0 and below .5")
	flags.Float64Var(&o.limits.Margin, "margin", o.limits.Margin,
		"difference in score that does not matter")
	flags.Float64Var(&o.limits.Relative, "margin-relative", o.limits.Relative,
		"difference that does not matter, as a share of the scores that differ")
	flags.StringVar(&o.out, "out", "out/compare", "folder for the figure and the tables")
	flags.StringVar(&o.shape, "shape", "page", "shape of the figure: page or slide")
	flags.BoolVar(&o.panels, "panels", false, "write each panel of the figure as a file too")
	program.ExplainFlag(flags, &o.explain)
	var chosen string
	flags.StringVar(&chosen, "organizations", strings.Join(known, ","), "what is compared")
	if err := program.Parse(flags, args); err != nil {
		return nil, err
	}
	flags.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	if err := o.equalUnits(); err != nil {
		return nil, err
	}
	if err := o.choose(chosen); err != nil {
		return nil, err
	}
	return o, o.validate()
}

func (o *options) arrangementFlags(flags *flag.FlagSet) {
	flags.IntVar(&o.size, "size", 5, "people in a team and in a community")
	flags.IntVar(&o.span, "span", 4, "people who report to a manager")
	flags.IntVar(&o.unit, "units", 0,
		"people in every unit of every organization: sets -size and -span (0: as they say)")
	flags.IntVar(&o.periphery, "periphery", 0, "members of each community who listen only")
	flags.Float64Var(&o.share, "share", .25,
		"share of the people who are in brokered communities, above 0 to 1")
	flags.BoolVar(&o.joined, "connected", false,
		"draw the brokered communities among those that join all teams")
}

// equalUnits makes the units of all organizations as large as -units says: a manager and those who
// report to him are one unit.
func (o *options) equalUnits() error {
	switch {
	case !o.given["units"] || o.unit == 0:
		return nil
	case o.given["size"] || o.given["span"]:
		return program.Misuse("-units sets -size and -span: give it or them")
	case o.unit < 2 || o.unit > math.MaxInt32:
		return program.Misuse("-units is %d, want 2 to %d", o.unit, math.MaxInt32)
	}
	o.size, o.span = o.unit, o.unit-1
	return nil
}

// choose reads the list of organizations.
func (o *options) choose(list string) error {
	for _, name := range strings.Split(list, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(known, name) {
			return program.Misuse("-organizations: %q is unknown, want some of %s", name,
				strings.Join(known, ","))
		}
		if slices.Contains(o.chosen, name) {
			return program.Misuse("-organizations: %q is there twice", name)
		}
		o.chosen = append(o.chosen, name)
	}
	slices.SortFunc(o.chosen, func(a, b string) int {
		return slices.Index(known, a) - slices.Index(known, b)
	})
	return nil
}

// validate reports what makes no sense. What a scenario checks by itself is left to it.
func (o *options) validate() error {
	if err := o.own.Check(o.given, "people", "size", "units", "periphery", "share",
		"connected"); err != nil {
		return err
	}
	c := o.conditions
	if err := orgflags.CheckConditions(c); err != nil {
		return err
	}
	for _, f := range []struct {
		name               string
		value, least, most int
	}{
		{"people", c.People, 1, maxPeople},
		{"size", o.size, 1, math.MaxInt32},
		{"span", o.span, 1, math.MaxInt32},
		{"periphery", o.periphery, 0, math.MaxInt32},
		{"replicates", o.replicates, 1, maxRecorded},
		{"panel", o.panel, 0, maxPanel},
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
	return o.validateRates()
}

func (o *options) validateRates() error {
	for _, f := range []struct {
		name        string
		value, most float64
	}{{"alpha", o.limits.Alpha, .5}, {"margin", o.limits.Margin, 1},
		{"margin-relative", o.limits.Relative, 2}} {
		if !(f.value > 0 && f.value < f.most) {
			return program.Misuse("-%s is %v, want more than 0 and less than %v", f.name, f.value,
				f.most)
		}
	}
	if !(o.share > 0 && o.share <= 1) {
		return program.Misuse("-share is %v, want more than 0 to 1", o.share)
	}
	if o.shape != "page" && o.shape != "slide" {
		return program.Misuse("-shape is %q, want page or slide", o.shape)
	}
	return nil
}

// parameters are what the manifest keeps: all that changes a result.
func (o *options) parameters() map[string]any {
	c := o.conditions
	p := map[string]any{
		"people": c.People, "dimensions": c.Dimensions, "block": c.Block, "seen": c.Seen,
		"superior": c.Superior, "absorb": c.Absorb,
		"attention": c.Attention, "span": o.span, "ticks": c.Ticks, "replicates": o.replicates,
		"seed": fmt.Sprint(o.seed), "panel": o.panel, "alpha": o.limits.Alpha,
		"margin": o.limits.Margin, "margin-relative": o.limits.Relative,
		"organizations": strings.Join(o.chosen, ","),
	}
	switch {
	case o.own.Real():
		o.own.Parameters(p)
	default:
		p["size"], p["periphery"], p["share"], p["connected"] = o.size, o.periphery, o.share,
			o.joined
	}
	return p
}
