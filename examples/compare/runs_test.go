package main

import (
	"slices"
	"strings"
	"testing"
)

func TestRunsBySize(t *testing.T) {
	for _, c := range []struct {
		people, replicates, panel int
		notes                     string
	}{
		{5, 200, 6, ""}, {100, 200, 6, ""}, {1000, 200, 6, ""},
		{1001, 59, 5, "runs: 59 of each organization, not 200, as there are 1,001 people " +
			"(-replicates 200 makes as many)"},
		{2000, 30, 3, "other conditions: 3 runs of"},
		{5000, 12, 1, "other conditions: 1 run of"},
		{50_000, 3, 0, "other conditions: not run"}, {maxPeople, 3, 0, "runs: 3 of"},
	} {
		o := &options{replicates: usualRuns, panel: usualPanel, given: map[string]bool{}}
		o.conditions.People = c.people
		o.setRuns()
		if o.replicates != c.replicates || o.panel != c.panel {
			t.Errorf("%d people: %d runs and %d, want %d and %d", c.people, o.replicates, o.panel,
				c.replicates, c.panel)
		}
		said := strings.Join(o.fewerRuns(), "\n")
		if !strings.Contains(said, c.notes) || c.notes == "" && said != "" {
			t.Errorf("%d people: said %q, want %q", c.people, said, c.notes)
		}
	}
}

func TestRunsThatAreGivenStay(t *testing.T) {
	o, err := parse([]string{"-people", "50000", "-replicates", "7", "-panel", "2"})
	if err != nil {
		t.Fatal(err)
	}
	o.setRuns()
	if o.replicates != 7 || o.panel != 2 || o.fewerRuns() != nil {
		t.Errorf("%d runs, %d of the panel, %q", o.replicates, o.panel, o.fewerRuns())
	}
}

// TestFewerRunsAreSaid: the files and the tables say what a default leaves out.
func TestFewerRunsAreSaid(t *testing.T) {
	o, err := parse([]string{"-people", "1500", "-organizations", "hierarchy,isolated"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(org.left, func(s string) bool {
		return strings.HasPrefix(s, "runs: 40 of each organization")
	}) {
		t.Errorf("left out: %q", org.left)
	}
}
