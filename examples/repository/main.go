// Repository puts a repository beside the units of an organization: what is written down, for all
// to read. Reading costs the tick in which one could have met. The program asks what a repository
// is good for if all write in it, a community does, or nobody does any more; what asking,
// turbulence and a calendar of meetings change; and who gains by reading.
//
//	go run ./examples/repository
//	go run ./examples/repository -kind none,open -fade 0,.02,.1 -turbulence .01 -csv -
//
// Without parameters the program runs all kinds under several conditions. A parameter that is given
// makes the others one value each, and there is no repository unless -kind says so.
//
// It prints a table with paired intervals, a verdict and what the arms share, and draws what people
// know and how wrong the repository is into out/repository.
package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim"
)

func main() { program.Main("repository", run) }

const replicates = 40 // a difference of .03 in the score is several standard errors

// repositories is a run of the program.
type repositories struct {
	*study.Study
	kind, setting        *study.List[string]
	asking, every        *study.List[int]
	turbulence, turnover *study.List[float64]
	until                *study.List[int]
	fade                 *study.List[float64]
	early, ticks         *study.List[int]

	chosen        bool            // no parameter is given: only some combinations are run
	without, with *study.Measured // a repository
	contrasts     int             // differences in the table
}

func newRepositories() *repositories {
	s := study.New("repository", replicates)
	return &repositories{
		Study:   s,
		kind:    s.Words("kind", "who writes in the repository", kinds, none),
		setting: s.Words("setting", "who meets whom", settings, settings[0]),
		asking:  s.Ints("asking", "sixteenths of ticks in which one asks", 0, 16, 0),
		every: s.Ints("every", "ticks from one meeting of a unit to the next", 1, sim.MaxTicks,
			1),
		turbulence: s.Rates("turbulence", "rate at which reality changes", 0),
		turnover:   s.Rates("turnover", "rate at which people are replaced", 0),
		until: s.Ints("until", "the first tick in which nobody writes, if unattended", 1,
			sim.MaxTicks, 30),
		fade:  s.Rates("fade", "rate at which entries are lost", 0),
		early: s.Ints("early", "a tick to report before the end", 1, study.MaxTicks, 30),
		ticks: s.Ints("ticks", "ticks of a run", 1, study.MaxTicks, 100),
	}
}

func run(ctx context.Context, args []string) error { return newRepositories().run(ctx, args) }

func (r *repositories) run(ctx context.Context, args []string) error {
	if err := r.Parse(args); err != nil {
		return err
	}
	if r.chosen = !r.ParametersGiven(); r.chosen {
		if err := r.choose(); err != nil {
			return err
		}
	}
	if last, first := slices.Max(r.early.All()), slices.Min(r.ticks.All()); last > first {
		return program.Misuse("-early is %d, want 1 to %d (-ticks)", last, first)
	}
	if err := r.measure(ctx); err != nil {
		return err
	}
	return r.Finish(r.report())
}

// choose sets the lists of the default run.
func (r *repositories) choose() error {
	for name, list := range map[string]string{
		"kind": "none,open,curated,unattended,forum", "setting": "communities,threes",
		"asking": "0,8", "every": "1,5", "turbulence": "0,.01", "turnover": ".01,0",
	} {
		if err := r.Flags.Lookup(name).Value.Set(list); err != nil {
			return err
		}
	}
	return nil
}
