// Flows asks whether a group learns more in one linear flow, or in small units that go through the
// same flow in parallel and exchange people now and then.
//
//	go run ./examples/flows
//	go run ./examples/flows -size 5,10,20,100 -shuffle none,phase,10 -loops 1,2,4 -csv -
//	go run ./examples/flows -pace free -mastery 12,13,14,15 -share 8 -csv -
//
// What there is to learn is divided into stages, open one after the other. The one flow is a unit
// of all people. Without parameters the program also runs shuffles and loops, for its table.
//
// With -mastery a unit moves on once -share sixteenths of it master its stage, or after
// ticks/(stages × loops) ticks. With -pace free each unit does so by itself. With -pace clock all
// move together, once all are ready. Where -mastery or -share is 0, -pace changes nothing.
//
// It prints a table with paired intervals and a verdict, and draws a figure into out/flows.
package main

import (
	"context"
	"fmt"
	"strconv"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim"
)

func main() { program.Main("flows", run) }

// replicates is the number of runs of each organization.
const replicates = 100

// stream is a run of the program.
type stream struct {
	*study.Study
	size, loops            *study.List[int]
	shuffle, leaders       *study.List[string]
	led                    *study.List[int]
	pace                   *study.List[string]
	mastery, share, stages *study.List[int]
	people, dimensions     *study.List[int]
	block, ticks           *study.List[int]
	superior, absorb       *study.List[float64]
	measured               *study.Measured
}

func newStream() *stream {
	s := study.New("flows", replicates)
	return &stream{
		Study: s,
		size:  s.Ints("size", "people in a unit; all people: the one flow", 1, 4096, 5, 100),
		loops: s.Ints("loops", "visits of each stage", 1, practice.MaxLoops, 1),
		shuffle: s.Checked("shuffle", "when people are dealt anew: none, phase (at its end), or "+
			"every so many ticks", checkShuffle, "none"),
		leaders: s.Words("leaders", "whether units have leaders, and what becomes of them",
			[]string{"none", "stay", "move", "rotate", "elect"}, "none"),
		led:  s.Ints("led", "sixteenths of the times at which people heed their leader", 0, 16, 0),
		pace: s.Words("pace", "whose pace units go at", []string{"clock", "free"}, "clock"),
		mastery: s.Ints("mastery", "sixteenths of a stage in which one must be right, "+
			"0: by the clock", 0, 16, 0),
		share: s.Ints("share", "sixteenths of a unit that must master, "+
			"0: by the clock", 0, 16, 8),
		stages:     s.Ints("stages", "stages of what there is to learn", 1, practice.MaxStages, 4),
		people:     s.Ints("people", "people", 1, 4096, 100),
		dimensions: s.Ints("dimensions", "dimensions of reality", 1, sim.MaxDimensions, 64),
		block:      s.Ints("block", "dimensions that pay together", 1, sim.MaxDimensions, 4),
		ticks:      s.Ints("ticks", "ticks of a run", 1, study.MaxTicks, 200),
		superior:   s.Rates("superior", "rate at which a unit takes over what the better say", .5),
		absorb:     s.Rates("absorb", "rate at which people take over the norm", .3),
	}
}

// checkShuffle reports an entry of -shuffle that is not allowed.
func checkShuffle(entry string) error {
	if entry == "none" || entry == "phase" {
		return nil
	}
	if n, err := strconv.Atoi(entry); err != nil || n < 1 || n > study.MaxTicks {
		return fmt.Errorf("%q is unknown, want none, phase or 1 to %d", entry, study.MaxTicks)
	}
	return nil
}

func run(ctx context.Context, args []string) error {
	s := newStream()
	if err := s.Parse(args); err != nil {
		return err
	}
	arms := s.arms()
	if err := s.measure(ctx, arms); err != nil {
		return err
	}
	s.writeRows()
	return s.Finish(s.report(arms))
}
