package study_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// A study of two organizations at two rates of learning.
func Example() {
	on := func(at study.Point) *setups.Conditions {
		c := setups.Default()
		c.Absorb, c.Ticks = at.Number("absorb"), 50
		return &c
	}
	s := study.Study{
		Question: "Who learns more?", Seed: 1991, Replicates: 40,
		Organizations: []study.Organization{
			{Name: "hierarchy", New: func(at study.Point) (sim.Scenario, error) {
				return setups.Hierarchy{On: on(at)}.Scenario(), nil
			}},
			{Name: "isolated", New: func(at study.Point) (sim.Scenario, error) {
				return setups.Isolated{On: on(at)}.Scenario(), nil
			}},
		},
		Axes:   []study.Axis{{Name: "absorb", Values: study.Numbers(.1, .5)}},
		Record: []study.Record{{Metric: metrics.Score, At: []int{50}}},
		Compare: []study.Compare{{Metric: "score", Tick: 50,
			Between: [2]string{"hierarchy", "isolated"}, Margin: .01}},
	}
	p, err := s.Plan()
	if err != nil {
		log.Fatal(err)
	}
	var all []study.Result
	err = p.Run(context.Background(), p.Tasks(), 0, func(_ study.Task, rs []study.Result) error {
		all = append(all, rs...)
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	d, err := study.Gather(p, errorless(all))
	if err != nil {
		log.Fatal(err)
	}
	differences, err := s.Differences(d)
	if err != nil {
		log.Fatal(err)
	}
	for _, x := range differences {
		fmt.Println(x.Factors, x.Between[0], "is", x.Verdict, "than", x.Between[1])
	}
	// Output:
	// [{absorb 0.1}] hierarchy is higher than isolated
	// [{absorb 0.5}] hierarchy is higher than isolated
}
