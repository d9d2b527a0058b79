package program_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/sim"
	"orglearn/sim/models"
	"orglearn/sim/setups"
)

// quiet says nothing, one person at a time.
type quiet struct{}

func (quiet) Externalize(_ *agents.Person, _, _ agents.Knowledge) {}

func explained(t *testing.T, scenarios ...sim.Scenario) string {
	t.Helper()
	var out strings.Builder
	if err := program.Explain(context.Background(), &out, scenarios, 1991); err != program.ErrExplained {
		t.Fatal(err)
	}
	return out.String()
}

func TestExplain(t *testing.T) {
	teams, quietly := setups.Isolated{}.Scenario(), setups.Isolated{}.Scenario()
	quietly.Name, quietly.Channels[0].Externalize = "quiet", quiet{}
	march := models.March1991{Periods: 5}.Scenario()
	march.Name = "march"
	want := `isolated
isolated randomized
  layout: 64 dimensions a word, because there are more than 48 dimensions
  work: people speak in blocks; units decide in blocks; people learn in blocks
quiet
  layout: 64 dimensions a word, because there are more than 48 dimensions
  work: people speak one by one, because program_test.quiet works on one at a
    time; units decide in blocks; people learn in blocks
march
  layout: in an Experiment up to 64 replicates a word
`
	got := explained(t, teams, quietly, setups.Randomized(teams), march, teams)
	if !strings.HasPrefix(got, want) {
		t.Errorf("it explains\n%s, want first\n%s", got, want)
	}
	if last := strings.TrimPrefix(got, want); !strings.HasPrefix(last, "  code: people speak ") {
		t.Errorf("of March's channels it says\n%s", last)
	}
}

// What a plan says comes from the library; here it is only put in lines.
func TestExplainIsThePlan(t *testing.T) {
	s := models.LazerFriedman2007{People: 10, N: 8, K: models.Exactly(2)}.Scenario()
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(explained(t, s)), " ")
	if want := strings.Join(strings.Fields(s.Name+" "+m.Plan().String()), " "); got != want {
		t.Errorf("it explains %s, want %s", got, want)
	}
}

func TestExplainFails(t *testing.T) {
	var out strings.Builder
	err := program.Explain(context.Background(), &out, []sim.Scenario{{Name: "nobody"}}, 1)
	if program.Status(err, false) != program.Misused {
		t.Errorf("nobody: the error is %v, want a misuse", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err = program.Explain(ctx, &out, []sim.Scenario{setups.Isolated{}.Scenario()}, 1)
	if err == nil || errors.Is(err, program.ErrExplained) || program.Status(err, true) != program.Interrupted {
		t.Errorf("interrupted: the error is %v", err)
	}
	if out.String() != "" {
		t.Errorf("it printed %q", out.String())
	}
	if got := program.Status(program.ErrExplained, false); got != program.OK {
		t.Errorf("explained: status %d", got)
	}
}
