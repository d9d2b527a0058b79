package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/search"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// flipping is a search for what reverses who is ahead of two organizations.
type flipping struct {
	*asking
	names  [2]string
	now    stats.Estimate // the difference as things are
	turned []turned
}

// turned is what was found of a parameter in one direction.
type turned struct {
	parameter
	search.Turn
}

// fewerRuns is the number of runs of -flip if no flag says it: it runs a hundred comparisons.
const fewerRuns = 40

// flipNames are the two organizations of -flip.
func (p *asking) flipNames() (names [2]string, err error) {
	known := arrangements
	if p.own.Real() {
		known = realArrangements
	}
	if p.own.Weigh {
		return names, program.Misuse("-weigh and -flip exclude each other")
	}
	parts := strings.Split(p.flip, ",")
	if len(parts) != 2 {
		return names, program.Misuse("-flip is %q, want two of %s with a comma between them",
			p.flip, strings.Join(known, ", "))
	}
	for i, name := range parts {
		names[i] = strings.TrimSpace(name)
		if !slices.Contains(known, names[i]) {
			return names, program.Misuse("-flip: there is no organization %q%s (%s)", names[i],
				meant(names[i], known), strings.Join(known, ", "))
		}
	}
	if names[0] == names[1] {
		return names, program.Misuse("-flip: %s cannot be compared with itself", names[0])
	}
	return names, nil
}

// flippedScenarios are the two organizations as they are.
func (p *asking) flippedScenarios() (all []sim.Scenario, err error) {
	names, err := p.flipNames()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		s, err := p.arranged(name, p.settings())
		if err == nil {
			_, err = sim.New(s, p.Seed, 0)
		}
		if err != nil {
			return nil, program.Misuse("-flip: %w", err)
		}
		all = append(all, s)
	}
	return all, nil
}

// reverse answers which change of one parameter reverses who is ahead.
func (p *asking) reverse(ctx context.Context) (study.Report, error) {
	f := &flipping{asking: p}
	for i, s := range p.scenarios {
		f.names[i] = s.Name
	}
	if !p.given["replicates"] {
		p.Replicates = fewerRuns
	}
	progress := program.NewProgress("searching")
	defer progress.End()
	all := p.flippable()
	for i, q := range all {
		progress.Report(i, len(all))
		if err := f.find(ctx, q); err != nil {
			return study.Report{}, err
		}
	}
	return f.report(), nil
}

// find looks for the reversal along one parameter.
func (f *flipping) find(ctx context.Context, q parameter) error {
	found, err := q.Search(ctx, func(ctx context.Context, value float64) (stats.Estimate, error) {
		if value == q.Now && f.now.N > 0 {
			return f.now, nil // it was run before
		}
		return f.difference(ctx, q, value)
	})
	if found.Now.N > 0 {
		f.now = found.Now
	}
	if err != nil && f.now.N > 0 && f.now.Mean == 0 {
		return program.Misuse("-flip: %s and %s end the same, so nobody is ahead", f.names[0],
			f.names[1])
	}
	f.turned = append(f.turned, turned{q, found})
	return err
}

// difference is by how much people of the first organization end higher, with a parameter at a
// value. Where an organization does not fit the people there is none.
func (f *flipping) difference(
	ctx context.Context, q parameter, value float64,
) (stats.Estimate, error) {
	settings := f.settings()
	q.set(&settings, value)
	var scenarios []sim.Scenario
	for _, name := range f.names {
		s, err := f.arranged(name, settings)
		if err == nil {
			_, err = sim.New(s, f.Seed, 0)
		}
		if err != nil {
			return stats.Estimate{Note: err.Error()}, nil
		}
		scenarios = append(scenarios, s)
	}
	last := settings.conditions.Ticks
	table, err := metrics.Measure(ctx, sim.Experiment{Scenarios: scenarios,
		Replicates: f.Replicates, Seed: f.Seed, Workers: f.Workers, At: []int{last}},
		metrics.Score)
	if err != nil {
		return stats.Estimate{}, err
	}
	return stats.Paired(table.Values(scenarios[0].Name, metrics.Score, last),
		table.Values(scenarios[1].Name, metrics.Score, last), .95)
}

func (f *flipping) report() study.Report {
	f.writeRows()
	ahead, behind := f.names[0], f.names[1]
	if f.now.Mean < 0 {
		ahead, behind = behind, ahead
	}
	return study.Report{
		Title: fmt.Sprintf("How far does each assumption carry? %s. As things are, %s are ahead "+
			"of %s: people's score at the end differs by %s.%s", f.firm.title, ahead, behind,
			interval(f.now), doubt(f.now)),
		Table: f.table() + "\n" + program.Wrap(f.verdict(ahead)) + "\n",
		Notes: []string{"Every parameter is changed alone. Between two values that are tried, " +
			"two reversals would not be seen. " + mayShow},
		Figures: []study.Figure{{Name: "whatif", Panel: chart.Figure{
			Title: fmt.Sprintf("%s less %s: where who is ahead turns", f.names[0], f.names[1]),
			Caption: fmt.Sprintf("Difference of people's score at the end: as things are, and at "+
				"the value after the reversal, or at the last tried; orange: it turns there. "+
				"%s, seed %d. %s",
				program.Count(f.Replicates, "run", "runs"), f.Seed, mayShow),
			Rows: [][]chart.Panel{{f.drawn()}},
		}}},
	}
}

// decided reports whether a difference shows who is ahead.
func decided(e stats.Estimate) bool { return e.HasInterval() && (e.Low > 0 || e.High < 0) }

// doubt says that it is not shown who is ahead as things are, if so.
func doubt(now stats.Estimate) string {
	if decided(now) {
		return ""
	}
	return " That they are ahead is not shown, so neither is what reverses it: ask with more " +
		"-replicates."
}

// table says where each parameter reverses the order.
func (f *flipping) table() string {
	t := study.Table{
		Title: "The least change of one parameter at which who is ahead is reversed, and the " +
			"difference there. Without a reversal: the difference at the last value tried.",
		Columns: []string{"", "now", "reversed", "difference"},
	}
	for _, q := range f.turned {
		t.Rows = append(t.Rows, []string{q.name + q.direction(), number(q.Flip.Now), q.where(),
			interval(q.AtAfter)})
	}
	return t.String()
}

// where is the value of the reversal.
func (q turned) where() string {
	if !q.Reversed {
		return "not until " + number(q.After)
	}
	return "at " + number(q.After)
}

// verdict names the parameters that reverse the order.
func (f *flipping) verdict(ahead string) string {
	var turns, keeps []string
	for _, q := range f.turned {
		text := q.name + q.direction()
		if q.Reversed {
			if !decided(q.AtAfter) {
				text += fmt.Sprintf(" (%s; just there the order is not shown)", q.where())
			} else {
				text += fmt.Sprintf(" (%s)", q.where())
			}
			turns = append(turns, text)
		} else {
			keeps = append(keeps, text)
		}
	}
	say := func(all []string) string {
		if len(all) == 0 {
			return "nothing"
		}
		return strings.Join(all, "; ")
	}
	return fmt.Sprintf("Verdict: that %s are ahead is reversed by: %s. It is not by: %s.", ahead,
		say(turns), say(keeps))
}

func (f *flipping) drawn() chart.Panel {
	d := &chart.Differences{
		Title: "Difference after a change of one parameter",
		X: chart.Axis{Label: fmt.Sprintf("score of %s less %s", f.names[0], f.names[1]),
			Zero: true},
	}
	add := func(name string, e stats.Estimate, color int) {
		if e.HasInterval() {
			d.Rows = append(d.Rows, chart.Difference{Name: name, Value: e.Mean, Low: e.Low,
				High: e.High, Color: color})
		}
	}
	add("as things are", f.now, 0)
	for _, q := range f.turned {
		color := 1
		if q.Reversed {
			color = 2
		}
		add(fmt.Sprintf("%s %s", q.name, number(q.After)), q.AtAfter, color)
	}
	return d
}

func (f *flipping) writeRows() {
	f.Columns("parameter", "now", "until", "reversed", "before", "after", "replicates",
		"difference", "se", "low", "high")
	for _, q := range f.turned {
		f.Row(append([]string{q.name, number(q.Flip.Now), number(q.Until), fmt.Sprint(q.Reversed),
			number(q.Before), number(q.After), study.Count(q.AtAfter.N), study.Mean(q.AtAfter)},
			limits(q.AtAfter)...)...)
	}
}
