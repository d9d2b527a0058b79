package main

import (
	"context"
	"fmt"
	"strings"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/story"
	"orglearn/sim"
)

// tale is one run: what happened, and how the scores went.
type tale struct {
	*asking
	sentences []story.Sentence
	people    chart.Series
	norms     chart.Series
}

// tell answers with one run told in sentences: the first, whatever -replicates says.
func (p *asking) tell(ctx context.Context) (study.Report, error) {
	t := &tale{asking: p, people: chart.Series{Name: "people"}, norms: chart.Series{Name: "norms"}}
	p.Replicates = 1
	told := story.Teller{Channel: departments, Units: p.named()}.Begin()
	everybody := make([]int, p.firm.People())
	for i := range everybody {
		everybody[i] = i
	}
	norms := metrics.NormScoreAmong("all", everybody, p.firm.norms())
	e := sim.Experiment{Scenarios: []sim.Scenario{p.firm.base}, Replicates: 1, Seed: p.Seed,
		Workers: p.Workers}
	err := e.Run(ctx, func(int, int) sim.Observer {
		return func(m *sim.Model, tick int) {
			told.Observe(m, tick)
			add(&t.people, tick, metrics.Score.Of(m))
			add(&t.norms, tick, norms.Of(m))
		}
	})
	if err != nil {
		return study.Report{}, err
	}
	t.sentences = told.Sentences()
	return t.report(), nil
}

func add(line *chart.Series, tick int, v float64) {
	line.X, line.Y = append(line.X, float64(tick)), append(line.Y, v)
}

// named are the departments of five people or more.
func (p *asking) named() (all []story.Unit) {
	for _, u := range p.large() {
		all = append(all, story.Unit{Number: u, Name: p.firm.called(u)})
	}
	return all
}

func (t *tale) report() study.Report {
	t.Columns("tick", "what happened")
	var b strings.Builder
	for _, s := range t.sentences {
		t.Row(study.Count(s.Tick), s.Text)
		head := fmt.Sprintf("  tick %-6d", s.Tick)
		fmt.Fprintln(&b, program.WrapAfter(head, strings.Repeat(" ", len(head)), s.Text))
	}
	return study.Report{
		Title: fmt.Sprintf("One run, told. %s. %s, %s.", t.firm.title,
			program.Count(t.firm.People(), "person", "people"), t.firm.units()),
		Table: b.String(),
		Notes: []string{"It is one run of many: another seed has another order of departments, " +
			"by chance alone. Departments of fewer than five people are not named. " + mayShow},
		Figures: []study.Figure{{Name: "whatif", Panel: chart.Figure{
			Title: "One run", Caption: fmt.Sprintf("%s; one run, seed %d. %s", t.firm.title, t.Seed,
				mayShow),
			Rows: [][]chart.Panel{{chart.Curves{
				Title: "What people and departments know", X: chart.Axis{Label: "tick"},
				Y:      chart.Axis{Label: "score, share of all there is to earn", Zero: true},
				Series: []chart.Series{t.people, t.norms},
			}}},
		}}},
	}
}
