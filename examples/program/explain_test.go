package program

import (
	"context"
	"errors"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
	"orglearn/sim/models"
	"orglearn/sim/setups"
)

// quiet says nothing, one person at a time.
type quiet struct{}

func (quiet) Externalize(_ *agents.Person, _, _ agents.Knowledge) {}

// explanation returns the expected text for organizations with one plan: their names, and the plan.
func explanation(t *testing.T, plan sim.Scenario, names ...string) string {
	t.Helper()
	m, err := sim.New(plan, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, "\n") + "\n" + m.Plan().String()
}

func TestExplain(t *testing.T) {
	teams, quietly := setups.Isolated{}.Scenario(), setups.Isolated{}.Scenario()
	quietly.Name, quietly.Channels[0].Externalize = "quiet", quiet{}
	march := models.March1991{Periods: 5}.Scenario()
	march.Name = strings.Repeat("march ", 20)
	var out strings.Builder
	all := []sim.Scenario{teams, quietly, setups.Randomized(teams), march, teams}
	if err := Explain(context.Background(), &out, all, 1991); err != ErrExplained {
		t.Fatal(err)
	}
	words := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	want := explanation(t, teams, teams.Name, "isolated randomized") +
		explanation(t, quietly, "quiet") +
		explanation(t, march, march.Name)
	if got := out.String(); words(got) != words(want) {
		t.Errorf("it explains\n%s, want\n%s", got, want)
	}
	for line := range strings.Lines(out.String()) {
		if len(line) > 80 {
			t.Errorf("a line of %d columns: %s", len(line), line)
		}
	}
	for _, want := range []string{
		"isolated\nisolated randomized\n  layout: ", "\n  work: people speak in blocks",
		" march\n    march",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, out.String())
		}
	}
}

func TestExplainFails(t *testing.T) {
	var out strings.Builder
	err := Explain(context.Background(), &out, []sim.Scenario{{Name: "nobody"}}, 1)
	if Status(err, false) != Misused {
		t.Errorf("nobody: the error is %v, want a misuse", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err = Explain(ctx, &out, []sim.Scenario{setups.Isolated{}.Scenario()}, 1)
	if err == nil || errors.Is(err, ErrExplained) || Status(err, true) != Interrupted {
		t.Errorf("interrupted: the error is %v", err)
	}
	if out.String() != "" {
		t.Errorf("it printed %q", out.String())
	}
	if got := Status(ErrExplained, false); got != OK {
		t.Errorf("explained: status %d", got)
	}
}
