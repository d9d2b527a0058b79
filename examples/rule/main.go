// Rule tests rules of your own for what people say aloud. Under the first rule, people who do badly
// mostly keep quiet. Under the second, nobody says more than a few things a tick. The program
// compares what organizations learn under these rules.
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

// said measures how many dimensions a person speaks about in a tick.
var said = metrics.Said(metrics.AllChannels)

// Deference is a rule for what people say: a person whose standing is below Enough is meek, and all
// others are bold. A person says each belief aloud with his probability. The rule handles 64
// dimensions at a time.
type Deference struct {
	Bold, Meek float64 // probabilities, 0 to 1
	Enough     int32   // the least standing of a bold person
}

// Externalize chooses the claims of a person from his beliefs: it implements agents.Externalizer.
func (r Deference) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	rate := r.Bold
	if p.Standing < r.Enough {
		rate = r.Meek
	}
	for i := range claim {
		claim[i] = belief[i].Keep(p.Coins(rate, belief[i].Known()))
	}
}

// Brevity is a rule for what people say: a person says at most Most beliefs a tick, drawn at random
// from all his beliefs. The rule handles one dimension at a time.
type Brevity struct{ Most int }

// Externalize chooses the claims of a person from his beliefs: it implements agents.Externalizer.
// Each belief is chosen with probability more/left, which makes all choices equally likely.
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
		communities("everything is said", agents.Say{Rate: 1}),
		communities("deference", Deference{Bold: 1, Meek: .1, Enough: 16}),
		communities("brevity", Brevity{Most: 8}),
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

// communities returns the library's communities with another rule for what people say.
func communities(name string, rule agents.Externalizer) sim.Scenario {
	s := setups.Communities{}.Scenario()
	s.Name = name
	s.Channels[0].Externalize = rule
	return s
}
