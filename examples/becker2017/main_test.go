package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder, "-replicates", "30")
	want := "network,correlation,spread,below,people,replicates,change_mean,change_se," +
		"improved_mean,improved_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"decentralized,0,0.6,0.8,37,30,-0.", "decentralized,0.1,",
		"decentralized,0.3,", "centralized,0,", "centralized,0.1,", "centralized,0.3,",
		"solo,0,0.6,0.8,37,30,0,0,0,0"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	programtest.Published(t, "becker2017", folder)
	programtest.Writes(t, "becker2017", folder, "decentralized", "share of groups", "0.3")
}

// The published numbers (PNAS 114:E5070-E5076) stand beside the model's and are no targets. Claims
// are targets at correlation .1 and the baseline, and shown elsewhere.
func TestTargets(t *testing.T) {
	for _, c := range []struct {
		args  string
		wants []string
	}{
		{"-replicates 1000 -check", []string{"decentralized, correlation = 0.1\",-0.095,,",
			"centralized, correlation = 0.3\",-0.037,,", "solo, correlation = 0\",-0.007,,",
			"decentralized, correlation = 0.1\",0.68,,", "centralized, correlation = 0\",0.51,,",
			"solo, correlation = 0.1\",0.47,,", "improved: decentralized,>0.5,,"}},
		{"-replicates 2 -below 0 -check", []string{"solo, correlation = 0\",-0.007,,"}},
	} {
		folder := t.TempDir()
		programtest.Rows(t, run, folder, strings.Fields(c.args)...)
		text, err := os.ReadFile(filepath.Join(folder, "targets.csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.wants {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s: %q is not in\n%s", c.args, want, text)
			}
		}
	}
}

// The intervals of the published shares: Wilson's, of 40 of 59, 30 of 59 and 16 of 34.
func TestPeoplesIntervals(t *testing.T) {
	for name, want := range map[string]string{"decentralized": "55 to 78",
		"centralized": "38 to 63", "solo": "31 to 63"} {
		if got := published[name].interval(); got != want {
			t.Errorf("%s: %s %%, want %s", name, got, want)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-spread 0", Want: "Spread is 0, want above 0, to 1"},
		programtest.Refusal{Args: "-people 5", Want: "entry 1: 5 is not 6 to 10"},
		programtest.Refusal{Args: "-network star", Want: `entry 1: "star" is unknown, want ` +
			`decentralized, centralized, solo`},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{"becker2017 solo people=37 revisions=2 correlation=0.3 " +
		"spread=0.6 below=0.8\n    selfweight=0.6 selfspread=0.3"})
}
