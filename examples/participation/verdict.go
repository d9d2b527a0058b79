package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim/setups"
)

// verdict says what was found of each group.
func (p *participation) verdict() []string {
	return []string{p.attendance(), p.parting(), p.energies(), p.cultures()}
}

// attendance says which way to come is ahead of coming to half the meetings.
func (p *participation) attendance() string {
	var shown [3][]string
	for _, a := range p.arms {
		if a.group == attending && a.control == voluntary {
			k := way(p.more(a.name, voluntary, metrics.Score))
			shown[k] = append(shown[k], a.name)
		}
	}
	return fmt.Sprintf("Verdict. Attendance: people know more than if they come to half the "+
		"meetings of their own will in: %s. Less in: %s. Not shown: %s. These arms also differ in "+
		"contact. By how much more people know where they come the more the more they are heard, "+
		"than where they are heard as much whatever happens: %s. By how much where those who must "+
		"come say half as much, beside those who must and say all: %s.", list(shown[0]),
		list(shown[1]), list(shown[2]), told(p.more(byHeard, asOften, metrics.Score)),
		told(p.more(crowded, compelled, metrics.Score)))
}

// way is 0 for a difference that is shown to be above 0, 1 for one below, and 2 for others.
func way(e stats.Estimate) int {
	switch {
	case e.HasInterval() && e.Low > 0:
		return 0
	case e.HasInterval() && e.High < 0:
		return 1
	}
	return 2
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, "; ")
}

// told is a difference, and whether it is shown.
func told(e stats.Estimate) string {
	return program.Interval(e) + []string{" (above 0)", " (below 0)", " (not shown)"}[way(e)]
}

// parting says who leaves first, and whether being heard repairs it.
func (p *participation) parting() string {
	return fmt.Sprintf("Who leaves first: where staying follows one's own gain at a cost, people "+
		"have left %s of seats by the end, and the rank correlation of score with leaving, "+
		"within unit and tick, is %s. Where people who are heard also stay, it is %s, and the "+
		"share of seats that they have left differs by %s.", p.at(byGain, left),
		p.ofLeavers(byGain), p.ofLeavers(byBoth), told(p.more(byBoth, byGain, left)))
}

// ofLeavers is the correlation of score with leaving, and who that says leaves first.
func (p *participation) ofLeavers(name string) string {
	e := p.whoLeft(name, p.contrasts())
	if e.N == 0 {
		return "missing, as nobody left"
	}
	who := []string{" (who knows more leaves first)", " (who knows less leaves first)",
		" (neither is shown)"}[way(e)]
	return fmt.Sprintf("%s%s in %d of %d runs", program.Interval(e), who, e.N, p.Replicates)
}

// whoLeft is the correlation of score with leaving over the runs in which somebody left, with an
// interval that holds together with so many.
func (p *participation) whoLeft(name string, intervals int) stats.Estimate {
	return p.overSome(name, leavers, intervals)
}

// overSome is the mean of a metric over the runs that have it, in the same way.
func (p *participation) overSome(name string, m metrics.Metric, intervals int) stats.Estimate {
	all := slices.Clone(p.measured.Values(name, m, study.End))
	all = slices.DeleteFunc(all, math.IsNaN)
	return stats.TInterval(all, 1-.05/float64(max(intervals, 1)))
}

// energies says what energy by content does.
func (p *participation) energies() string {
	return fmt.Sprintf("Expectations: by how much more people know if energy follows what there "+
		"is to learn, than if energy does nothing and they talk as much: %s, with %s dimensions "+
		"heard more. Than if energy does nothing and Quiet is the same: %s, with %s heard more.",
		told(p.more(energetic, asLoud, metrics.Score)),
		program.Decimal(p.more(energetic, asLoud, words).Mean),
		told(p.more(energetic, flat, metrics.Score)),
		program.Decimal(p.more(energetic, flat, words).Mean))
}

// cultures says what is left of a dose, and apart from that what it did.
func (p *participation) cultures() string {
	return fmt.Sprintf("Culture, traits: %d ticks after %d person-steps towards less "+
		"individualism, the share that is left of them is %s after a programme for all, %s where "+
		"they were seeded in whole communities, and %s where about as few people moved, from "+
		"all communities. Seeding leaves %s more than the programme, and %s more than as few from "+
		"all. Culture, effects: dimensions of which a person speaks at the end, beside no change: "+
		"%s after the programme, %s after seeding; seeding beside the programme %s, and what "+
		"people know %s.", leftover, dose, program.Interval(p.remains(programme, noChange)),
		program.Interval(p.remains(seeded, noChange)),
		program.Interval(p.remains(scattered, noChange)),
		told(p.remains(seeded, programme)), told(p.remains(seeded, scattered)),
		told(p.more(programme, noChange, said)), told(p.more(seeded, noChange, said)),
		told(p.more(seeded, programme, said)), told(p.more(seeded, programme, metrics.Score)))
}

// remains is the share of the dose by which individualism is lower in one arm than in another.
func (p *participation) remains(of, beside string) stats.Estimate {
	return p.scaled(of, beside, trait, -float64(setups.Default().People)/dose)
}

// match says what the arms share and where they differ.
func (p *participation) match() string {
	low, high := math.Inf(1), math.Inf(-1)
	for _, a := range p.arms {
		e := p.measured.Estimate(a.name, words, study.End).Mean
		low, high = min(low, e), max(high, e)
	}
	on := setups.Default()
	return fmt.Sprintf("Match: all arms have the same %d people in 40 units, 2.00 seats a person, "+
		"1 of which is heeded a tick if he comes; the same reality of %d dimensions, %d of them "+
		"seen in merit; no own trials; and the same chance of who is replaced, except where "+
		"-turnover or -ticks differ. They do not share contact and words: the dimensions in "+
		"which a person is heard are %.1f to %.1f a tick. Nobody reads the truth.", on.People,
		on.Dimensions, on.Seen, low, high)
}
