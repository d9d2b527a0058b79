// Rule gives people a rule of your own, and sees what an organization learns under it. Here people
// who do badly mostly keep quiet, or nobody says more than a few things a tick.
//
//	go run ./examples/rule
package main

import (
	"context"
	"fmt"
	"os"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// said is what people say per tick.
var said = metrics.Said(metrics.AllChannels)

// Deference says beliefs aloud with probability Bold each, or with Meek by people whose standing is
// below Enough. It decides 64 dimensions at a time.
type Deference struct {
	Bold, Meek float64
	Enough     int32
}

// Externalize makes Deference an agents.Externalizer.
func (r Deference) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	rate := r.Bold
	if p.Standing < r.Enough {
		rate = r.Meek
	}
	for i := range claim {
		claim[i] = belief[i].Keep(p.Coins(rate, belief[i].Known()))
	}
}

// Brevity says at most Most beliefs a tick, drawn from all that one has. It goes one dimension at a
// time.
type Brevity struct{ Most int }

// Externalize makes Brevity an agents.Externalizer.
func (r Brevity) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	more, left := r.Most, belief.Known()
	for d := range p.Dimensions {
		if belief.Get(d) == 0 {
			continue
		}
		if p.IntN(left) < more {
			claim.Set(d, belief.Get(d))
			more--
		}
		left--
	}
}

func main() { program.Main("rule", run) }

func run(ctx context.Context, args []string) error {
	o, err := program.Begin("rule", 100, args)
	if err != nil {
		return err
	}
	table, err := o.Measure(ctx, sim.Experiment{Scenarios: []sim.Scenario{
		under("everything is said", agents.Say{Rate: 1}),
		under("deference", Deference{Bold: 1, Meek: .1, Enough: 16}),
		under("brevity", Brevity{Most: 8}),
	}}, metrics.Score, said)
	if err != nil {
		return err
	}
	for _, tick := range []int{20, 200} {
		for _, c := range table.CompareAll(table.Scenarios(), metrics.Score, tick, .02)[:2] {
			fmt.Println(program.Wrap(program.Sentence(c)))
		}
	}
	figure := chart.Figure{
		Title: "What people say aloud, and what they learn",
		Rows:  [][]chart.Panel{{chart.Learning(table, metrics.Score), chart.Learning(table, said)}},
	}
	return o.Write(os.Stdout, table, figure)
}

// under is the library's organization of communities under an externalizing rule.
func under(name string, rule agents.Externalizer) sim.Scenario {
	s := setups.Communities{}.Scenario()
	s.Name = name
	s.Channels[0].Externalize = rule
	return s
}
