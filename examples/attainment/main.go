// Attainment asks whether members of communities say rightly that an objective is attained.
//
//	go run ./examples/attainment
//	go run ./examples/attainment -structure communities,isolated -at-least .3,.6 -csv -
//	go run ./examples/attainment -turbulence .005 -look 4 -work 1 -guided yes \
//		-rank drawn,disagreement,manager,vote,loss
//	go run ./examples/attainment -rivals 1,5 -months
//
// The objective of a unit is that its people score at least so much, on average, at the end. They
// do not see that. They judge by their own gain, by the standing of their circle, or by agreement
// (metrics.Objective). Without parameters the program changes one thing at a time: what is said to
// make people belong, who is heard, what is talked of, who is asked. Does that raise what members
// say without raising what is attained? Beside it stand the marks of organizational knowledge. With
// a parameter it runs every combination of the lists, and sets them beside the first. Parameters
// that are not given are then off.
//
// It prints tables with paired intervals, a verdict and what the arms share, and draws what is said
// and what is attained into out/attainment. With -rivals it says how often an organization is ahead
// of several like the first, and with -months what a tick would be in months.
package main

import (
	"context"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
)

func main() { program.Main("attainment", run) }

const replicates = 20 // a difference of .1 in a share of seats is some standard errors

// attainment is a run of the program.
type attainment struct {
	*study.Study
	structure, ask, rank, guided                       *study.List[string]
	size, seen, away, task, open, voices, ticks        *study.List[int]
	look, work, rivals                                 *study.List[int]
	quiet, committed, own, heard, compel, pass, invite *study.List[float64]
	talk, contest, contrast, turnover, turbulence      *study.List[float64]
	atLeast                                            *study.List[float64]
	months                                             bool
	arms                                               []arm
	measured                                           *study.Measured
}

func newAttainment() *attainment {
	s := study.New("attainment", replicates)
	slope := func(name, usage string) *study.List[float64] {
		return s.Numbers(name, "slope of "+usage, -1, 1, 0)
	}
	a := &attainment{
		Study:      s,
		structure:  s.Words("structure", "who meets whom", structures, structures[0]),
		size:       s.Ints("size", "people in a unit", 2, 10, 5),
		seen:       s.Ints("seen", "dimensions seen of merit, in fours, 0: all", 0, 64, 16),
		quiet:      s.Rates("quiet", "chance that one is not heard in a unit", 0),
		committed:  slope("committed", "being heard by commitment"),
		away:       s.Ints("away", "sixteenths of meetings that one misses at first", 0, 16, 0),
		own:        slope("own", "coming by one's own gain"),
		heard:      slope("heard", "coming by being heard"),
		compel:     s.Rates("compel", "chance that who would not come must", 0),
		ask:        s.Words("ask", "whom people ask, half of the time", asks, asks[0]),
		task:       s.Ints("task", "dimensions of a unit's task, 0: no tasks", 0, 64, 0),
		open:       s.Ints("open", "dimensions talked of at a time, in fours, 0: all", 0, 64, 0),
		contest:    s.Rates("contest", "chance that what is contested becomes an issue", 0),
		talk:       slope("talk", "talking of issues first"),
		voices:     s.Ints("voices", "members with the floor in a unit, 0: all", 0, 10, 0),
		pass:       s.Rates("pass", "chance that an animator passes on a claim nobody heard", 0),
		invite:     s.Rates("invite", "chance that he invites who is silent longest", 0),
		contrast:   s.Rates("contrast", "contrast of endowment between units", 0),
		turnover:   s.Rates("turnover", "chance that a person is replaced, per tick", 0),
		turbulence: s.Rates("turbulence", "chance that a dimension changes, per tick", 0),
		look:       s.Ints("look", "dimensions at which a unit looks, per tick", 0, 64, 0),
		rank:       s.Words("rank", "by what units rank issues", rankings, rankings[0]),
		guided:     s.Words("guided", "do they look where they rank high?", guides, guides[0]),
		work:       s.Ints("work", "issues in which a unit tries a solution, per tick", 0, 64, 0),
		atLeast:    s.Rates("at-least", "score that a unit is to reach", .25),
		ticks:      s.Ints("ticks", "ticks of a run", window+1, study.MaxTicks, 120),
	}
	a.readings()
	return a
}

func run(ctx context.Context, args []string) error { return newAttainment().run(ctx, args) }

func (a *attainment) run(ctx context.Context, args []string) error {
	if err := a.Parse(args); err != nil {
		return err
	}
	a.arms = a.combined()
	if !a.ParametersGiven() {
		a.arms = defaults()
	}
	if err := a.measure(ctx); err != nil {
		return err
	}
	return a.Finish(a.report())
}
