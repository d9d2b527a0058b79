// Participation asks what it does to learning that people come and speak because they want to,
// because they are encouraged, or because they must. And what culture does, if a programme changes
// it for all, or if it is seeded in a few communities.
//
//	go run ./examples/participation
//	go run ./examples/participation -away 8 -own 1 -heard 0,1 -cost .5 -csv -
//
// Without parameters the program runs three groups of arms: attendance, energy by the content of
// tasks, and culture. Each arm stands beside a control. With a parameter it runs attendance in
// every combination of the lists. Parameters that are not given are then off.
//
// It prints a table with paired intervals, a verdict and what the arms share, and draws a figure
// into out/participation.
package main

import (
	"context"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("participation", run) }

const replicates = 40 // a difference of .03 in the score is several standard errors

// participation is a run of the program.
type participation struct {
	*study.Study
	away                    *study.List[int]
	own, heard, cost        *study.List[float64]
	compel, crowd, turnover *study.List[float64]
	ticks                   *study.List[int]
	measured                *study.Measured
	arms                    []arm
}

func newParticipation() *participation {
	s := study.New("participation", replicates)
	slope := func(name, usage string) *study.List[float64] {
		return s.Numbers(name, usage, -1, 1, 0)
	}
	return &participation{
		Study: s,
		away: s.Ints("away", "sixteenths of meetings that one misses at first", 0,
			practice.MostAttendance, 0),
		own:      slope("own", "slope of the will to come by one's own gain"),
		heard:    slope("heard", "slope of the will to come by how often one is heard"),
		cost:     s.Numbers("cost", "what it costs to come", 0, practice.MaxCost, 0),
		compel:   s.Rates("compel", "probability that who would not come must", 0),
		crowd:    slope("crowd", "slope of talk by how much people must come"),
		turnover: s.Rates("turnover", "chance that a person is replaced, per tick", 0),
		ticks:    s.Ints("ticks", "ticks of a run", 1, study.MaxTicks, 100),
	}
}

func run(ctx context.Context, args []string) error { return newParticipation().run(ctx, args) }

func (p *participation) run(ctx context.Context, args []string) error {
	if err := p.Parse(args); err != nil {
		return err
	}
	chosen := !p.ParametersGiven()
	p.arms = p.combinations()
	if chosen {
		p.arms = chosenArms()
	}
	if err := p.measure(ctx); err != nil {
		return err
	}
	if chosen {
		return p.Finish(p.answer())
	}
	return p.Finish(p.compared())
}
