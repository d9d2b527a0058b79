package models_test

import (
	"context"
	"fmt"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

// Deaf makes every tenth person never listen. The others learn by a rule.
type Deaf struct{ Others agents.Internalizer }

func (r Deaf) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	if p.ID%10 != 0 {
		r.Others.Internalize(p, norm, belief)
	}
}

// March's organization in a world that changes (his Figure 5), once as it is and once with a tenth
// of the people who never listen. One rule of the scenario is replaced. Where everybody listens,
// all become alike, and the code has nobody left to learn from.
func ExampleMarch1991_variant() {
	all := models.March1991{P4: .02, Periods: 99}.Scenario()
	deaf := models.March1991{P4: .02, Periods: 99}.Scenario()
	deaf.Name = "a tenth are deaf"
	deaf.Channels[0].Internalize = Deaf{Others: deaf.Channels[0].Internalize}

	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{all, deaf}, Replicates: 600, Seed: 1991, At: []int{99},
	}, metrics.NormScore)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("all listen:       code %.2f\n", table.Estimate(all.Name, metrics.NormScore,
		99).Mean)
	fmt.Printf("a tenth are deaf: code %.2f\n", table.Estimate(deaf.Name, metrics.NormScore,
		99).Mean)
	// Output:
	// all listen:       code 0.00
	// a tenth are deaf: code 0.37
}
