package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orglearn/agents"
	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/lineage"
)

// descent is where the norm of a department in a dimension comes from, over all runs.
type descent struct {
	*asking
	unit, dimension int
	runs            []origin
}

// origin is the lineage in one run: of the norm that stands in the department at the end.
type origin struct {
	byRank         bool          // it is asked for rank, not for departments
	value          agents.Belief // 0: there is none
	right          bool
	since          int
	said           []int // the groups of those with whom the line begins, each once
	makers         int   // people with whom the line begins
	leaders        int   // of them, those who lead people
	line           []lineage.Event
	takers         int
	holders, units []int // by tick
	gone           int   // people who held it and left
	forgotten      bool  // at some tick nobody believed it any more
	outlives       bool  // all with whom the line begins have left since, and it stands
}

// lineageOf reads UNIT:DIMENSION.
func (p *asking) lineageOf() (d *descent, err error) {
	at := strings.LastIndex(p.lineage, ":")
	if at < 0 {
		return nil, program.Misuse("-lineage is %q, want DEPARTMENT:DIMENSION", p.lineage)
	}
	d = &descent{asking: p}
	if d.unit, err = p.firm.unit(p.lineage[:at]); err != nil {
		return nil, program.Misuse("-lineage: %w", err)
	}
	if n := len(p.firm.members(d.unit)); n < orgflags.Smallest {
		return nil, program.Misuse("-lineage: %s has %s, and results are shown of %d people or "+
			"more", p.firm.called(d.unit), program.Count(n, "person", "people"), orgflags.Smallest)
	}
	d.dimension, err = strconv.Atoi(strings.TrimSpace(p.lineage[at+1:]))
	if err != nil || d.dimension < 1 || d.dimension > p.conditions.Dimensions {
		return nil, program.Misuse("-lineage: the dimension is %q, want 1 to %d",
			strings.TrimSpace(p.lineage[at+1:]), p.conditions.Dimensions)
	}
	return d, nil
}

// lineageScenarios is the organization as it is, if it has what -lineage asks about.
func (p *asking) lineageScenarios() ([]sim.Scenario, error) {
	if _, err := p.lineageOf(); err != nil {
		return nil, err
	}
	return p.asItIs()
}

// descend answers where a norm comes from.
func (p *asking) descend(ctx context.Context) (study.Report, error) {
	d, err := p.lineageOf()
	if err != nil {
		return study.Report{}, err
	}
	d.runs = make([]origin, p.Replicates)
	progress := program.NewProgress("simulating")
	defer progress.End()
	e := sim.Experiment{Scenarios: []sim.Scenario{p.firm.base}, Replicates: p.Replicates,
		Seed: p.Seed, Workers: p.Workers, Progress: progress.Report}
	err = e.Run(ctx, func(_, r int) sim.Observer {
		recorder := lineage.New(d.dimension - 1)
		return func(m *sim.Model, tick int) {
			recorder.Observe(m, tick)
			if tick == p.conditions.Ticks {
				d.runs[r] = d.read(m, recorder)
				d.runs[r].byRank = r%2 == 1
			}
		}
	})
	if err != nil {
		return study.Report{}, err
	}
	return d.report(), nil
}

// read is the lineage in one run at its end.
func (d *descent) read(m *sim.Model, r *lineage.Recorder) (o origin) {
	place := lineage.Place{Channel: m.Channel(departments), Unit: d.unit}
	o.value = m.Norm(place.Channel, place.Unit).Get(d.dimension - 1)
	n, ok := r.Norm(place, o.value)
	if o.value == 0 || !ok {
		o.value = 0
		return o
	}
	o.right = o.value == m.Landscape().Truth().Get(d.dimension-1)
	o.since, o.line, o.takers = n.Since, n.Line(), len(n.Takers())
	o.holders, o.units = r.Holders(o.value), r.Units(place.Channel, o.value)
	first := o.line[0].By
	o.makers = len(first)
	for _, p := range first {
		if g := d.firm.group(p); !slices.Contains(o.said, g) {
			o.said = append(o.said, g)
		}
		if d.firm.leads(p) {
			o.leaders++
		}
	}
	left := map[int]bool{}
	for _, e := range r.Events() {
		if e.Kind == lineage.Gone && e.Value == o.value {
			o.gone++
			left[e.Person] = left[e.Person] || e.Tick >= o.line[0].Tick
		}
	}
	o.outlives = !slices.ContainsFunc(first, func(p int) bool { return !left[p] })
	for _, held := range o.holders {
		o.forgotten = o.forgotten || held == 0
	}
	return o
}

// group is the group of a person: his department, or that of the small ones together.
func (f *firm) group(person int) int {
	for g, of := range f.groups {
		if slices.Contains(of.People, person) {
			return g
		}
	}
	return 0
}

// leads reports whether somebody reports to a person.
func (f *firm) leads(person int) bool {
	for _, s := range f.Superior() {
		if int(s) == person {
			return true
		}
	}
	return false
}

// ranked reports whether rank is told: five people or more lead people, and as many do not.
func (d *descent) ranked() bool {
	leaders := 0
	for p := range d.firm.People() {
		if d.firm.leads(p) {
			leaders++
		}
	}
	return min(leaders, d.firm.People()-leaders) >= orgflags.Smallest
}

// share is the share of runs in which something holds, among those that have the norm.
func (d *descent) share(holds func(o origin) bool) stats.Estimate {
	return share(d.runs, holds)
}

func share(runs []origin, holds func(o origin) bool) stats.Estimate {
	return mean(runs, 0, 1, func(o origin) float64 {
		if holds(o) {
			return 1
		}
		return 0
	})
}

// mean is a mean over the runs that have the norm, with an interval between two bounds.
func (d *descent) mean(low, high float64, of func(o origin) float64) stats.Estimate {
	return mean(d.runs, low, high, of)
}

// asked are the runs that are asked for rank, or those that are asked for departments. No run is
// asked for both: who leads a department is one person.
func (d *descent) asked(rank bool) (all []origin) {
	for _, o := range d.runs {
		if o.byRank == rank {
			all = append(all, o)
		}
	}
	return all
}

func mean(runs []origin, low, high float64, of func(o origin) float64) stats.Estimate {
	var all []float64
	for _, o := range runs {
		if o.value != 0 {
			all = append(all, of(o))
		}
	}
	if len(all) == 0 {
		return stats.Estimate{Note: "no run has the norm"}
	}
	return stats.Bounded(all, low, high, .95)
}

// standing is how many runs have a norm at the end.
func (d *descent) standing() (n int) {
	for _, o := range d.runs {
		if o.value != 0 {
			n++
		}
	}
	return n
}

// through reports whether a line of descent leads through a department of a group before the last
// unit, or through the circle of a person of it.
func (d *descent) through(o origin, group int, circles bool) bool {
	for _, e := range o.line[:len(o.line)-1] {
		place := e.Place
		circle := d.firm.base.Channels[place.Channel].Name == ties
		person := place.Unit
		if !circle {
			person = d.firm.members(place.Unit)[0]
		}
		if circle == circles && d.firm.group(person) == group {
			return true
		}
	}
	return false
}

func (d *descent) title() string {
	return fmt.Sprintf("Where does the norm of %s in dimension %d come from? %s.",
		d.firm.called(d.unit), d.dimension, d.firm.title)
}
