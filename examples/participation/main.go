// Participation asks what it does to learning that people come and speak because they want to,
// because they are encouraged, or because they must. And what culture does, if a programme changes
// it for all, or if it is seeded in a few communities.
//
//	go run ./examples/participation
//	go run ./examples/participation -away 8 -own 1 -heard 0,1 -cost .5 -csv -
//	go run ./examples/participation -every 10 -learn 1 -energy 0,1 -quiet .5
//	go run ./examples/participation -away 11,8 -short-term 0,.5
//	go run ./examples/participation -every 10 -energy 1 -quiet .5 -overload 0,1,2 -capacity 32
//	go run ./examples/participation -withhold 0,1 -dose 200 -depth 0,5 -at 50
//
// Without parameters the program runs three groups of arms: attendance, energy by the content of
// projects, and culture. Each arm stands beside a control. With a parameter it runs every
// combination of the lists. Parameters that are not given are then off. With -overload or
// -short-term a second table says how that comes about.
//
// It prints a table with paired intervals, a verdict and what the arms share, and draws a figure
// into out/participation.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("participation", run) }

const replicates = 40 // a difference of .03 in the score is several standard errors

// participation is a run of the program.
type participation struct {
	*study.Study
	parameters []parameter
	measured   *study.Measured
	arms       []arm
}

func newParticipation() *participation {
	s := study.New("participation", replicates)
	return &participation{Study: s, parameters: parameters(s)}
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
