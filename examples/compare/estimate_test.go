package main

import (
	"strings"
	"testing"
	"time"
)

// second is an effort of so many runs of a second each, and of runs of a panel of ten seconds.
func second(runs, under int) effort {
	return effort{tick: 10 * time.Millisecond, ticks: 100, runs: runs, under: under,
		panel: 10 * time.Second}
}

func TestAnnounce(t *testing.T) {
	slow := second(3, 0)
	slow.ticks = 10_000
	for _, c := range []struct {
		name string
		effort
		want string
	}{
		{"short", second(2, 0), ""},
		{"within a minute", second(30, 2), "compare: about 50s\n"},
		{"many runs", second(200, 0),
			"compare: about 3m20s\ncompare: with -replicates 54 it takes less than a minute\n"},
		{"and a panel", second(200, 6), "compare: about 4m20s\n" +
			"compare: with -replicates 34 -panel 2 it takes less than a minute\n"},
		{"a panel alone", second(3, 6), "compare: about 1m3s\n" +
			"compare: with -panel 2 it takes less than a minute\n"},
		{"many ticks", slow, "compare: about 5m0s\n" +
			"compare: with -ticks 1800 it takes less than a minute\n"},
		{"slow to build", effort{build: 50 * time.Second, runs: 5}, "compare: about 4m10s\n" +
			"compare: with -replicates 3 it takes less, about 2m30s\n"},
	} {
		var b strings.Builder
		c.announce(&b)
		if b.String() != c.want {
			t.Errorf("%s: %q, want %q", c.name, b.String(), c.want)
		}
	}
}

// TestEffortGrows: what was tried is multiplied by the runs, and divided by the workers.
func TestEffortGrows(t *testing.T) {
	o, err := parse([]string{"-organizations", "hierarchy,isolated", "-panel", "2", "-workers",
		"2"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	for name := range org.drafts.of {
		d := org.drafts.of[name]
		d.cost = cost{build: time.Second, tick: time.Millisecond}
		org.drafts.of[name] = d
	}
	e, n := org.effort(o), len(org.scenarios())
	if want := time.Duration(n) * time.Second / 2; e.build != want {
		t.Errorf("building takes %v, want %v", e.build, want)
	}
	if want := time.Duration(n) * time.Millisecond * 5 / 8; e.tick != want {
		t.Errorf("a tick takes %v, want %v", e.tick, want)
	}
	// three columns in ten conditions, and the hierarchy in three; a run of a scenario takes half
	// a second and 1,000 ticks of 5/8 ms
	if want := 33 * (500 + 625) * time.Millisecond; e.panel != want {
		t.Errorf("the panel takes %v, want %v", e.panel, want)
	}
}
