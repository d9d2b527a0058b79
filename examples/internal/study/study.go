// Package study holds the parts that the programs of the published models share. They share flags,
// and lists of parameters that are run in all combinations. They share a table of published and
// simulated numbers, figures, the rows of a CSV file, and the exit status.
//
// A target is a published number or claim that the simulation has to meet. A combination is one
// value of each parameter.
//
//	flags -> combinations -> scenarios -> Measured
//	    -> rows of -csv
//	    -> targets: published, simulated, do they agree? -> exit status
//	    -> figures, manifest in -out
//
// A program declares its parameters as lists, parses, goes through the combinations, measures and
// finishes:
//
//	s := study.New("fang2010", 100)
//	base := s.Words("base", "graph to begin with", []string{"isolated", "caveman"}, "isolated")
//	beta := s.Rates("beta", "share of ties rewired", 0, .1, .2, 1)
//	if err := s.Parse(args); err != nil {
//		return err
//	}
//	for c := range s.Combinations(base, beta) {
//		scenarios = append(scenarios, scenario(c.Name(), base.Value(), beta.Value()))
//	}
//	measured, err := s.Measure(ctx, scenarios, nil, payoff)
//	...
//	s.Columns("base", "beta", "replicates", "payoff_mean", "payoff_se")
//	for c := range s.Combinations(base, beta) {
//		e := measured.Estimate(c.Name(), payoff, study.End)
//		s.Row(append(c.Fields(), study.Count(s.Replicates), study.Mean(e), study.SE(e))...)
//		report.Targets = append(report.Targets, study.Target{
//			What: c.Label(), Published: ..., Tolerance: ..., Simulated: e,
//		})
//	}
//	return s.Finish(report)
//
// With no flag that changes parameters or replicates the status is 1 if a target is missed. Else
// the tolerance of a number widens by three standard errors, and the status is 0 unless -check is
// given. A claim of order agrees only where the interval of the difference excludes the published
// number, whatever was changed.
package study

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"orglearn/examples/program"
)

// MaxReplicates limits the memory, because the records of all runs are kept.
const MaxReplicates = 1_000_000

// Study is one run of a model's program.
type Study struct {
	Name       string
	Replicates int
	Seed       uint64
	Workers    int           // goroutines (0: one per processor)
	Check      bool          // a missed target makes the status 1 in any case
	Explain    bool          // say how the organizations run, and run none
	Flags      *flag.FlagSet // a program may add its own
	Stdout     io.Writer
	Stderr     io.Writer
	// Validate reports what is wrong with the program's own flags (nil: nothing). Parse calls it
	// before it makes the output folder.
	Validate func() error

	replicates int // by default
	out, csv   string
	parameters []parameter
	folder     *program.Folder
	columns    []string
	rows       [][]string
}

// parameter is a flag that changes what is simulated.
type parameter interface {
	flagName() string
	text() string
	Changed() bool
}

// New makes a study with the shared flags. replicates is the default number; files go to out/name
// by default.
func New(name string, replicates int) *Study {
	s := &Study{
		Name: name, replicates: replicates, Flags: flag.NewFlagSet(name, flag.ContinueOnError),
		Stdout: os.Stdout, Stderr: os.Stderr,
	}
	s.Flags.IntVar(&s.Replicates, "replicates", replicates, "runs of each combination")
	s.Flags.Uint64Var(&s.Seed, "seed", 1991, "the seed; the same seed gives the same files")
	s.Flags.IntVar(&s.Workers, "workers", 0, "goroutines (0: one per processor); changes no result")
	s.Flags.StringVar(&s.out, "out", "out/"+name, "folder for the figure and the tables")
	s.Flags.StringVar(&s.csv, "csv", "",
		"file for one row per combination (-: standard output, with no other text)")
	s.Flags.BoolVar(&s.Check, "check", false,
		"end with status 1 if a target is missed, even if parameters were changed")
	program.ExplainFlag(s.Flags, &s.Explain)
	return s
}

// Parse reads the flags and makes the output folder, and that of -csv, unless the study only
// explains. So a folder that cannot be made is known before anything is run.
func (s *Study) Parse(args []string) error {
	if err := program.Parse(s.Flags, args); err != nil {
		return err
	}
	if s.Replicates < 1 || s.Replicates > MaxReplicates {
		return program.Misuse("-replicates is %d, want 1 to %d", s.Replicates, MaxReplicates)
	}
	if s.Workers < 0 || s.Workers > 1<<16 {
		return program.Misuse("-workers is %d, want 0 to %d", s.Workers, 1<<16)
	}
	for _, f := range []struct{ name, value string }{{"csv", s.csv}, {"out", s.out}} {
		if f.value == "" && s.given(f.name) {
			return program.Misuse("-%s is empty", f.name)
		}
	}
	if s.Validate != nil {
		if err := s.Validate(); err != nil {
			return err
		}
	}
	if s.Explain {
		return nil
	}
	folder, err := program.NewFolder(s.out)
	if err != nil {
		return program.MisusedBecause(fmt.Errorf("-out is %s: %w", s.out, err))
	}
	s.folder = folder
	return s.checkRows()
}

// checkRows reports a -csv file that is a folder, or whose folder cannot be made.
func (s *Study) checkRows() error {
	if s.csv == "" || s.csv == "-" {
		return nil
	}
	if info, err := os.Stat(s.csv); err == nil && info.IsDir() {
		return program.Misuse("-csv is %s, a folder, want a file or -", s.csv)
	}
	if _, err := program.NewFolder(filepath.Dir(s.csv)); err != nil {
		return program.MisusedBecause(fmt.Errorf("-csv is %s: %w", s.csv, err))
	}
	return nil
}

// Changed reports whether a flag changes the parameters or the number of replicates.
func (s *Study) Changed() bool { return s.ParametersChanged() || s.Replicates != s.replicates }

// ParametersChanged reports whether a flag changes a parameter.
func (s *Study) ParametersChanged() bool {
	for _, p := range s.parameters {
		if p.Changed() {
			return true
		}
	}
	return false
}

// ParametersGiven reports whether a flag gives a parameter, be it the default.
func (s *Study) ParametersGiven() bool {
	return slices.ContainsFunc(s.parameters, func(p parameter) bool {
		return s.given(p.flagName())
	})
}

func (s *Study) given(name string) bool {
	is := false
	s.Flags.Visit(func(f *flag.Flag) { is = is || f.Name == name })
	return is
}
