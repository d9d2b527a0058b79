package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/sim"
	"orglearn/sim/setups"
)

func TestSweep(t *testing.T) {
	text, _ := programtest.Output(t, "sweep", run, "-replicates", "10")
	for _, want := range []string{
		"At tick 200 the score of \"communities turnover=0.02 absorb=0.5\" is .070 [.021, .119] " +
			"higher than that of \"communities turnover=0.02 absorb=0.2\".",
		"the runs do not show whether \"communities turnover=0 absorb=0.2\" and " +
			"\"communities turnover=0 absorb=0.5\" differ",
	} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

func TestAsTold(t *testing.T) { programtest.AsTold(t, "sweep", run) }

func TestMisuse(t *testing.T) { programtest.Misuse(t, run) }

// The base scenario does not change, and every combination has its own rule and event.
func TestAxes(t *testing.T) {
	base := setups.Communities{}.Scenario()
	all := sim.Sweep(base, turnover, absorb)
	if len(all) != 25 || len(base.Events) != 0 ||
		all[24].Name != "communities turnover=0.02 absorb=0.5" {
		t.Fatalf("%d scenarios, the last %q", len(all), all[len(all)-1].Name)
	}
	if e := all[24].Events; len(e) != 1 || e[0] != (sim.Turnover{Rate: .02}) {
		t.Errorf("the events are %v", e)
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"communities turnover=0 absorb=0.02",
		"communities turnover=0.02 absorb=0.5",
	})
}
