package main

import (
	"context"
	"fmt"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/search"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

const maxSeats = 100

// seating is a search for seats, and what it found.
type seating struct {
	*asking
	units []int // departments of five people or more
	*search.Found
}

// seatScenarios is the organization as it is, if it has departments for seats.
func (p *asking) seatScenarios() ([]sim.Scenario, error) {
	if _, err := p.firm.unit(""); p.firm.names == nil {
		return nil, program.Misuse("-seats: %w", err)
	}
	if len(p.large()) < 2 || len(p.firm.groups) < 2 {
		return nil, program.Misuse("-seats: want two departments of %d people or more",
			orgflags.Smallest)
	}
	return p.asItIs()
}

// large are the departments of five people or more.
func (p *asking) large() (all []int) {
	for u := range p.firm.names {
		if len(p.firm.members(u)) >= orgflags.Smallest {
			all = append(all, u)
		}
	}
	return all
}

// searchSeats answers which kinds of seats would help most.
func (p *asking) searchSeats(ctx context.Context) (study.Report, error) {
	s := &seating{asking: p, units: p.large()}
	progress := program.NewProgress("searching")
	defer progress.End()
	var err error
	s.Found, err = s.search(progress.Report).Search(ctx)
	if err != nil {
		return study.Report{}, err
	}
	return s.report(), nil
}

// search is the search: the first round is of a sixteenth of the replicates, and no candidate gets
// more than all of them.
func (s *seating) search(report func(done, total int)) search.Seats {
	var groups [][]int
	for _, g := range s.firm.groups {
		groups = append(groups, g.People)
	}
	return search.Seats{
		Base: s.firm.base, Channel: departments, Tick: s.at, Groups: groups, Units: s.units,
		Seats: s.seats, Least: orgflags.Smallest, Metric: metrics.SoFar(metrics.Score),
		At: s.tenTicks(), Seed: s.Seed, Workers: s.Workers, Held: max(2, s.Replicates),
		Halving:  search.Halving{Begin: max(1, s.Replicates/16), Most: max(1, s.Replicates)},
		Progress: report,
	}
}

// tenTicks are ten ticks or fewer after the change, evenly spread, with the last.
func (s *seating) tenTicks() (all []int) {
	after := s.conditions.Ticks - s.at
	for k := 1; k <= 10; k++ {
		t := s.at + (after*k+9)/10
		if len(all) == 0 || t > all[len(all)-1] {
			all = append(all, t)
		}
	}
	return all
}

// kind is a kind of seat in words.
func (s *seating) kind(k search.Kind) string {
	return fmt.Sprintf("from %s to %s", s.firm.groups[k.From].Name, s.firm.called(k.To))
}

// estimated are the estimates of the answer, with their names.
func (s *seating) estimated() []struct {
	name string
	of   stats.Estimate
} {
	return []struct {
		name string
		of   stats.Estimate
	}{
		{"the seats found", s.Gain},
		{"seats of kinds drawn at random", s.Random},
		{"seats for people of high betweenness", s.Between},
		{"found, less those at random", s.OverRandom},
		{"found, less those by betweenness", s.OverBetween},
	}
}

func (s *seating) report() study.Report {
	s.writeRows()
	seats := program.Count(s.seats, "additional seat", "additional seats")
	return study.Report{
		Title: fmt.Sprintf("Which %s would help most, from tick %d on? %s. %s, %s.", seats, s.at,
			s.firm.title, program.Count(s.firm.People(), "person", "people"), s.firm.units()),
		Table: s.table() + "\n" + program.Wrap(s.verdict()) + "\n",
		Notes: []string{seatsNote, mayShow},
		Figures: []study.Figure{{Name: "whatif", Panel: chart.Figure{
			Title: "What " + seats + " give",
			Caption: fmt.Sprintf("%s; %s that chose nothing, seed %d. %s", s.firm.title,
				program.Count(s.Gain.N, "run", "runs"), s.Seed, mayShow),
			Rows: [][]chart.Panel{{s.drawn()}},
		}}},
	}
}

// seatsNote says what a kind of seat is.
const seatsNote = "Who takes a seat is drawn in each run among five people or more of the " +
	"department, so nothing here is about a person. Small departments are one, and get no seat. " +
	"The search is greedy, one seat after the other: another set may be better."

func (s *seating) table() string {
	t := study.Table{
		Title: fmt.Sprintf("Gain: by how much people's score is higher than without, mean of "+
			"ticks %d to %d, paired by run. The runs that choose a seat make its gain look too "+
			"large (the winner's curse).", s.at+1, s.conditions.Ticks),
		Columns: []string{"", "gain in the runs that chose"},
	}
	for i, k := range s.Kinds {
		t.Rows = append(t.Rows, []string{fmt.Sprintf("%d. %s", i+1, s.kind(k)),
			interval(s.Chosen[i])})
	}
	t.Rows = append(t.Rows, nil, []string{"all together", "gain in other runs"})
	for _, e := range s.estimated() {
		t.Rows = append(t.Rows, []string{e.name, interval(e.of)})
	}
	return t.String()
}

func (s *seating) verdict() string {
	what := "are not shown to raise"
	switch claim(s.Gain) {
	case "ends higher":
		what = "raise"
	case "ends lower":
		what = "lower"
	}
	beside := func(e stats.Estimate) string {
		switch claim(e) {
		case "ends higher":
			return "more than"
		case "ends lower":
			return "less than"
		}
		return "not shown to differ from"
	}
	return fmt.Sprintf("Verdict: the seats found %s people's score: %s in runs that chose "+
		"nothing. That is %s as many seats at random, and %s as many by betweenness.", what,
		interval(s.Gain), beside(s.OverRandom), beside(s.OverBetween))
}

func (s *seating) drawn() chart.Panel {
	d := &chart.Differences{
		Title: "Gain in people's score, in runs that chose nothing",
		X:     chart.Axis{Label: "mean difference after the change", Zero: true},
	}
	for i, e := range s.estimated() {
		if e.of.HasInterval() {
			d.Rows = append(d.Rows, chart.Difference{Name: e.name, Value: e.of.Mean, Low: e.of.Low,
				High: e.of.High, Color: i + 1})
		}
	}
	return d
}

func (s *seating) writeRows() {
	s.Columns("seat", "from", "to", "estimate", "replicates", "gain", "se", "low", "high")
	row := func(e stats.Estimate, head ...string) {
		s.Row(append(append(head, study.Count(e.N), study.Mean(e)), limits(e)...)...)
	}
	for i, k := range s.Kinds {
		row(s.Chosen[i], study.Count(i+1), s.firm.groups[k.From].Name, s.firm.called(k.To),
			"in the runs that chose")
	}
	for _, e := range s.estimated() {
		row(e.of, "", "", "", e.name)
	}
}
