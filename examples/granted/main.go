// Granted asks what it does to learning that knowledge comes to be taken for granted (Berger and
// Luckmann 1966).
//
//	go run ./examples/granted
//	go run ./examples/granted -hold 0,1 -pull 0,1 -turnover 0,.1 -seen 0,5 -csv -
//
// Without parameters it runs two things. In March (1991) a code that is taken for granted is held
// against the votes of people who do better: by how much, under turnover, and when little of merit
// is seen. And Zucker's (1977) three measures of an arbitrary norm, by how much it is taken for
// granted. With a parameter it runs March's organization under every combination of the lists.
// Parameters that are not given are then off, and rates those of March's baseline.
//
// It prints a table with paired intervals and a verdict, and draws a figure into out/granted.
package main

import (
	"context"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("granted", run) }

// replicates is the number of runs of each organization.
const replicates = 100

// grants is a run of the program.
type grants struct {
	*study.Study
	hold, pull           *study.List[float64]
	seen                 *study.List[int]
	turnover, turbulence *study.List[float64]
	p1, p2               *study.List[float64]
	periods              *study.List[int]
	measured             *study.Measured
}

func newGrants() *grants {
	s := study.New("granted", replicates)
	return &grants{
		Study: s,
		hold: s.Numbers("hold", "votes that each of the 7 steps of strength outweighs", 0,
			practice.MaxHold, 0),
		pull: s.Numbers("pull", "by how much more what is taken for granted is learned", -1,
			practice.MaxPull, 0),
		seen: s.Ints("seen", "dimensions on which merit is judged, drawn each period, 0: all", 0,
			30, 0),
		turnover:   s.Rates("turnover", "chance that a person is replaced, per period", 0),
		turbulence: s.Rates("turbulence", "chance that a dimension changes, per period", 0),
		p1:         s.Rates("p1", "rate at which people learn from the code", .5),
		p2:         s.Rates("p2", "rate at which the code learns, per vote", .5),
		periods:    s.Ints("periods", "periods of learning", 1, 1_000_000, 100),
	}
}

func run(ctx context.Context, args []string) error {
	g := newGrants()
	if err := g.Parse(args); err != nil {
		return err
	}
	if g.ParametersGiven() {
		if err := g.measure(ctx, nil); err != nil {
			return err
		}
		return g.Finish(g.combinations())
	}
	return g.answer(ctx)
}

// answer runs and reports what the program asks without parameters.
func (g *grants) answer(ctx context.Context) error {
	if err := g.choose(); err != nil {
		return err
	}
	if err := g.measure(ctx, labelled()); err != nil {
		return err
	}
	return g.Finish(g.report())
}

// choose sets the lists that are run if no parameter is given.
func (g *grants) choose() error {
	for name, list := range map[string]string{
		"hold": "0,.25,.5,1", "seen": "0,10,3,1", "turnover": "0,.1,.3",
	} {
		if err := g.Flags.Set(name, list); err != nil {
			return err
		}
	}
	return nil
}
