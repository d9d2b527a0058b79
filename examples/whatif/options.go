package main

import (
	"flag"
	"slices"
	"strconv"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
)

// wanted is one change as a flag names it.
type wanted struct{ flag, text string }

func (p *asking) addFlags() {
	p.Flags.IntVar(&p.at, "at", 0, "tick of the change, 0 to that before the last; if it is not "+
		"given, 50 or a quarter of -ticks")
	p.Flags.Float64Var(&p.turnover, "turnover", 0, "share of the people who are replaced by "+
		"newcomers in a tick, 0 to 1")
	p.Flags.Float64Var(&p.handover, "handover", .5, "of -remove: rate at which a successor takes "+
		"over each belief of his predecessor, above 0 to 1")
	p.Flags.IntVar(&p.seats, "seats", 0, "so many additional seats in departments that help most: "+
		"which kinds, from which department to which")
	p.Flags.StringVar(&p.flip, "flip", "", "the least change of one parameter that reverses who "+
		"is ahead of two `organizations`: A,B of communities, brokered, hierarchy, matrix, "+
		"isolated")
	p.Flags.StringVar(&p.lineage, "lineage", "", "where the norm of a department in a dimension "+
		"comes from: `DEPARTMENT:DIMENSION`")
	p.Flags.StringVar(&p.dates, "dates", "", "other files of ties in time order, each from a tick "+
		"on: `FILE@TICK,FILE@TICK`; -ties is the first")
	p.Flags.BoolVar(&p.story, "story", false, "one run told in a page: the events that mattered")
	for _, f := range []struct{ name, usage string }{
		{"remove", "people leave: `ID,ID,...`"},
		{"merge", "two departments become one: `A,B`"},
		{"split", "a `department` is divided into halves, drawn at random"},
		{"join", "a person gets a seat in a department too: `ID:DEPARTMENT`"},
		{"community", "people meet in a unit of their own too: `ID,ID,...`"},
		{"tie", "one person listens to another: `ID:ID`, the first to the second"},
	} {
		p.Flags.Func(f.name, f.usage+"; may be repeated, each is a change of its own",
			func(text string) error {
				p.changes = append(p.changes, wanted{f.name, text})
				return nil
			})
	}
	p.Flags.BoolFunc("rotate", "all people change departments at random", func(text string) error {
		on, err := strconv.ParseBool(text)
		if err == nil && on {
			p.changes = append(p.changes, wanted{"rotate", ""})
		}
		return err
	})
}

// check reports flags that make no sense, and reads the organization.
func (p *asking) check() error {
	p.given = map[string]bool{}
	p.Flags.Visit(func(f *flag.Flag) { p.given[f.Name] = true })
	if !p.given["flip"] { // which compares made-up organizations if no real one is named
		p.own.Assume("manufacturer", p.given)
	}
	if err := p.own.Check(p.given); err != nil {
		return err
	}
	if err := orgflags.CheckConditions(p.conditions); err != nil {
		return err
	}
	if err := p.checkNumbers(); err != nil {
		return err
	}
	if err := p.choose(); err != nil {
		return err
	}
	if err := p.organize(); err != nil {
		return err
	}
	if p.question.answer == nil || p.own.Look {
		return p.look()
	}
	var err error
	p.scenarios, err = p.question.scenarios()
	return err
}

func (p *asking) checkNumbers() error {
	last := p.conditions.Ticks
	if !p.given["at"] {
		p.at = min(50, last/4)
	}
	switch {
	case last < 2:
		return program.Misuse("-ticks is %d, want 2 or more: one before the change and one after "+
			"it", last)
	case p.at < 0 || p.at >= last:
		return program.Misuse("-at is %d, want 0 to %d: -ticks is %d", p.at, last-1, last)
	case p.given["dates"] && p.given["at"]:
		return program.Misuse("-at does not go with -dates, whose files have ticks")
	case p.given["at"] && len(p.changes) == 0 && !p.given["seats"]:
		return program.Misuse("-at goes with a change or with -seats")
	case p.at == 0 && p.removes():
		return program.Misuse("-remove wants -at 1 or later: who comes at tick 0 is who " +
			"goes")
	case p.given["handover"] && !p.removes():
		return program.Misuse("-handover goes with -remove")
	case p.given["seats"] && (p.seats < 1 || p.seats > maxSeats):
		return program.Misuse("-seats is %d, want 1 to %d", p.seats, maxSeats)
	case !(p.turnover >= 0 && p.turnover <= 1):
		return program.Misuse("-turnover is %v, want 0 to 1", p.turnover)
	case !(p.handover > 0 && p.handover <= 1):
		return program.Misuse("-handover is %v, want above 0 to 1", p.handover)
	}
	return nil
}

// removes reports whether people leave.
func (p *asking) removes() bool {
	return slices.ContainsFunc(p.changes, func(w wanted) bool { return w.flag == "remove" })
}

// choose finds the one question that is asked, if any.
func (p *asking) choose() error {
	for _, q := range p.questions() {
		switch {
		case !q.asked:
		case p.question.asked:
			return program.Misuse("%s and %s are two questions, want one at a time",
				p.question.flag, q.flag)
		default:
			p.question = q
		}
	}
	return nil
}

// parameters are what the manifest holds.
func (p *asking) parameters() map[string]any {
	c := p.conditions
	all := map[string]any{"dimensions": c.Dimensions, "block": c.Block, "seen": c.Seen,
		"superior": c.Superior, "absorb": c.Absorb, "attention": c.Attention, "ticks": c.Ticks,
		"at": p.at, "turnover": p.turnover, "handover": p.handover}
	for _, name := range []string{"seats", "flip", "lineage", "dates", "story"} {
		if p.given[name] {
			all[name] = p.Flags.Lookup(name).Value.String()
		}
	}
	p.own.Parameters(all)
	for _, w := range p.changes {
		all[w.flag] = append(slices.Clone(texts(all[w.flag])), w.text)
	}
	return all
}

// inputs are the hashes of all files that were read.
func (p *asking) inputs() (map[string]string, error) {
	all, err := p.own.Inputs()
	if err != nil || p.dates == "" {
		return all, err
	}
	dates, err := p.dated()
	for _, d := range dates {
		if err == nil {
			all[d.path], err = program.Hash(d.path)
		}
	}
	return all, err
}

func texts(value any) []string {
	all, _ := value.([]string)
	return all
}
