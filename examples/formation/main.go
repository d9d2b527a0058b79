// Formation lets communities of practice come and go among people who share topics. It asks whether
// it matters who is together (affinity) and what they talk about (focus). Two controls have the
// same number of communities, of the same sizes and ages, tick by tick: in one the members are
// drawn, in the other the domains.
//
//	go run ./examples/formation
//	go run ./examples/formation -shared 1,2 -every 2,8 -patience 0,10 -csv -
//
// Parameters that are given have one value each or several, and those that are not given one.
// Without parameters the program runs several numbers of topics, and of topics to share.
//
// It prints a table with paired intervals, a verdict and what the arms share, and draws knowledge
// and communities over time into out/formation.
package main

import (
	"context"

	"orglearn/agents/practice"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/sim/formation"
)

func main() { program.Main("formation", run) }

const replicates = 40

// forms is a run of the program.
type forms struct {
	*study.Study
	topics, interests, shared, every, founders, seats *study.List[int]
	join, contact                                     *study.List[float64]
	patience, life, size                              *study.List[int]
	heir                                              *study.List[string]
	incidental, purpose                               *study.List[int]
	absorb, turnover                                  *study.List[float64]
	ticks                                             *study.List[int]
	conditions                                        int // combinations
	measured                                          *study.Measured
}

func newForms() *forms {
	s := study.New("formation", replicates)
	count := func(name, usage string, least, value int) *study.List[int] {
		return s.Ints(name, usage, least, study.MaxTicks, value)
	}
	return &forms{
		Study:     s,
		topics:    s.Ints("topics", "topics of the 64 dimensions", 1, practice.MaxTopics, 8),
		interests: s.Ints("interests", "topics that interest a person", 1, practice.MaxTopics, 3),
		shared:    s.Ints("shared", "topics that members share", 1, practice.MaxTopics, 1),
		every:     count("every", "ticks from one chance of a birth to the next", 1, 2),
		founders:  s.Ints("founders", "people who found a community", 2, people, 4),
		seats:     s.Ints("seats", "communities that one may be in", 1, people, 1),
		join:      s.Rates("join", "rate at which people join", .02),
		contact: s.Numbers("contact", "by how much contacts there raise it", 0,
			formation.MaxContact, 2),
		patience:   count("patience", "meetings without gain before one leaves, 0: stays", 0, 20),
		life:       count("life", "meetings without gain before a community ends, 0: lives", 0, 20),
		size:       s.Ints("size", "members below which a community ends", 0, people, 3),
		heir:       s.Words("heir", "does the norm go to an heir?", heirs, heirs[0]),
		incidental: s.Ints("incidental", "sixteenths of talk outside the domain", 0, 16, 0),
		purpose: s.Ints("purpose", "weight of a joint goal: the first topic", 0,
			practice.MaxPurpose, 0),
		absorb:   s.Rates("absorb", "rate at which people learn from norms", .1),
		turnover: s.Rates("turnover", "chance that a person is replaced, per tick", 0),
		ticks:    s.Ints("ticks", "ticks of a run", 1, study.MaxTicks, 100),
	}
}

func run(ctx context.Context, args []string) error { return newForms().run(ctx, args) }

func (f *forms) run(ctx context.Context, args []string) error {
	if err := f.Parse(args); err != nil {
		return err
	}
	if !f.ParametersGiven() {
		for name, list := range map[string]string{
			"topics": "4,16", "shared": "1,2",
		} {
			if err := f.Flags.Set(name, list); err != nil {
				return err
			}
		}
	}
	if err := f.check(); err != nil {
		return err
	}
	if err := f.measure(ctx); err != nil {
		return err
	}
	return f.Finish(f.report())
}
