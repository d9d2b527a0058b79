package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	args := []string{
		"-base", "isolated,caveman", "-beta", "0,.2", "-s", "5", "-people", "56", "-replicates",
		"4",
	}
	all := programtest.Rows(t, run, folder, args...)
	want := "base,beta,s,p,people,size,dimensions,replicates,payoff_mean,payoff_se," +
		"distinct_mean,absorbed_share"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"isolated,0", "isolated,0.2", "caveman,0", "caveman,0.2"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got,
			want+",5,0.3,56,7,100,4,0.") ||
			!strings.HasSuffix(got, ",1") {
			t.Errorf("row %d is %s, want %s first, and all absorbed", i+1, got, want)
		}
	}
	programtest.Published(t, "fang2010", folder)
	programtest.Writes(t, "fang2010", folder, "isolated", "caveman", "share of the most")
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{
			Args: "-s 7", Want: "Blocks.Size is 7, want a divisor of 100 (the dimensions)",
		},
		programtest.Refusal{
			Args: "-people 281", Want: "281 people, want a multiple of RewiredCaveman.Size (7)",
		},
		programtest.Refusal{
			Args: "-base cave",
			Want: `invalid value "cave" for flag -base: entry 1: "cave" is unknown, want ` +
				`isolated, caveman (-help lists the flags)`,
		},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"fang2010 isolated beta=0 s=5 p=0.3 people=56 size=7 dimensions=100 cap=3000",
	}, "-people", "56")
}
