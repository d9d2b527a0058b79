package flows_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/flows"
	"orglearn/sim/internal/hostile"
)

// Hostile values are tried in every field of the rules and events of flows.
func TestHostileFlows(t *testing.T) {
	b := hostile.New(t,
		"Stages.Stages=0", "Stages.Loops=0", "Stages.Ticks=0", "Stages.Block=0",
		"Stages.Straddle=0", "Progress.Mastery=0", "Progress.Share=0", "Progress.Limit=0",
		"Progress.Exam=0", "Progress.Within=0", "Led.Share=0", "Led.Trust=-1*")
	run := func(s sim.Scenario) error {
		s.Ticks = 5
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return err
		}
		return m.Run()
	}
	b.Fields(practice.Stages{Stages: 4, Ticks: 8, Block: 4}, func(v any) error {
		return run(flow(v.(practice.Stages)))
	})
	b.Fields(practice.Led{Share: 3}, func(v any) error {
		s := flow(practice.Stages{})
		s.Channels[0].Ask = v.(practice.Led)
		return run(s)
	})
	b.Fields(practice.Within{Of: agents.Flip{}}, func(v any) error {
		s := flow(practice.Stages{})
		s.Experience = v.(practice.Within)
		return run(s)
	})
	b.Fields(flows.Progress{Channel: "work", Mastery: 1, Share: 1}, func(v any) error {
		return run(flow(practice.Stages{Stages: 4}, v.(flows.Progress)))
	})
	b.End(20)
}
